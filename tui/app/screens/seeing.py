"""The part of a reading screen that changes how comments look and tells about them."""

from __future__ import annotations

from tui.app.screens.visiting import VisitingScreen


class SeeingScreen(VisitingScreen):
    """A screen with several looks, a list of the newest comments and figures of the thread."""
