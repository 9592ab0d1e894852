"""The command line. Each verb is a module here that is imported when it is called for."""

from tui.cli.loading import load_standard

load_standard()

from tui.cli.program import main  # noqa: E402 -- loads the same, but by longer ways

__all__ = ["main"]
