"""The part of a reading screen that takes things along: copies, pipes, exports."""

from __future__ import annotations

from tui.app.screens.seeing import SeeingScreen


class TakingScreen(SeeingScreen):
    """A screen whose comments and passages go to the clipboard, to commands and to files."""
