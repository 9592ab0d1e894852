"""The clipboard: the terminal's by an escape sequence, and the desktop's by its own tools.

Terminals take OSC 52 (xterm's "Operating System Commands") without an answer, so that nobody can
know whether a text arrived. A tool tells by its exit status.
"""

from __future__ import annotations

import base64
import sys
from collections.abc import Mapping, Sequence

from tui.system.commands import CommandError, find, how_it_ended, put

MOST_OSC52 = 74_994
"""The longest base64 that is sent: some terminals drop a sequence that is longer."""

_SECONDS = 5.0


def osc52(text: str) -> str:
    """The sequence that asks a terminal to put a text on its clipboard."""
    return f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\a"


def through_tmux(sequence: str) -> str:
    """A sequence as tmux hands it on to the terminal around it, where it is allowed to."""
    return "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\"


def fits_terminal(text: str) -> bool:
    """Whether terminals take a text of this length."""
    return -(-len(text.encode()) // 3) * 4 <= MOST_OSC52


def tool(environ: Mapping[str, str]) -> list[str]:
    """The command of a clipboard that is there to be used; empty where there is none.

    A tool counts where it is on the path and its display is there. Those that know the clipboard of
    their own computer only are of no use from another one.
    """
    here = not (environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))
    candidates = (
        (environ.get("WAYLAND_DISPLAY"), ["wl-copy"]),
        (environ.get("DISPLAY"), ["xclip", "-selection", "clipboard"]),
        (environ.get("DISPLAY"), ["xsel", "--clipboard", "--input"]),
        (environ.get("TERMUX_VERSION"), ["termux-clipboard-set"]),
        (here and sys.platform == "darwin", ["pbcopy"]),
        (here and (environ.get("WSL_DISTRO_NAME") or sys.platform == "win32"), ["clip.exe"]),
    )
    return next((argv for usable, argv in candidates if usable and find(argv[0], environ)), [])


async def copy_with(argv: Sequence[str], text: str, environ: Mapping[str, str]) -> None:
    """Put a text on the clipboard by a command.

    Raises:
        CommandError: The command could not be started, failed, or did not end.
    """
    result = await put(argv, text, environ, seconds=_SECONDS)
    if result.status:
        raise CommandError(how_it_ended(argv[0], result))
