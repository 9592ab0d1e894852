"""The command line. Each verb is a module here that is imported when it is called for."""

from tui.cli.program import main

__all__ = ["main"]
