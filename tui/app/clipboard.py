"""Putting a text on the clipboard: the terminal's, and the desktop's by a tool of its own."""

from __future__ import annotations

import asyncio

from msgspec import Struct

from tui.app.terminal import TerminalApp
from tui.system.clipboard import copy_with, fits_terminal, tool
from tui.system.commands import CommandError


class Copied(Struct, frozen=True):
    """What is known of a copy.

    Attributes:
        sentence: The same in words.
        sent: Whether it went anywhere.
    """

    sentence: str
    sent: bool


async def copy_text(app: TerminalApp, text: str, what: str) -> Copied:
    """Put a text on the clipboard, and tell what of that is known.

    Args:
        app: The application, which knows its terminal.
        text: The text.
        what: What it is, as the beginning of a sentence.
    """
    environ = app.services.environ
    sent = fits_terminal(text)
    if sent:
        app.copy_to_clipboard(text)
    problem = ""
    try:
        argv = list(app.services.preferences.commands.copy)
        argv = argv or await asyncio.to_thread(tool, environ)
        if argv:
            await copy_with(argv, text, environ)
            return Copied(f"{what} was copied with {argv[0]}.", sent=True)
    except CommandError as error:
        problem = f"{error} "
    if sent:
        return Copied(f"{problem}{what} was sent to the terminal's clipboard (OSC 52).", sent=True)
    problem = problem or "There is no clipboard tool, such as wl-copy or xclip. "
    sentence = f"{what} is too long for the terminal's clipboard. {problem}".strip()
    return Copied(sentence, sent=False)
