"""The clipboard: which tool, and what a terminal is sent."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from tests.system.scripts import script, with_path
from tui.system.clipboard import MOST_OSC52, copy_with, fits_terminal, osc52, through_tmux, tool
from tui.system.commands import CommandError


def test_the_sequence_holds_the_text_and_nothing_that_ends_it_early() -> None:
    text = "‘De dijk’\n\x1b]0;a title\a"
    found = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07", osc52(text))
    assert found is not None
    assert base64.b64decode(found[1]).decode() == text


def test_tmux_is_asked_to_hand_it_on() -> None:
    assert through_tmux("\x1b]52;c;YQ==\a") == "\x1bPtmux;\x1b\x1b]52;c;YQ==\a\x1b\\"


@pytest.mark.parametrize("letter", ["a", "é", "語"])
def test_a_text_fits_as_long_as_its_sequence_is_short_enough(letter: str) -> None:
    for length in range(MOST_OSC52 // 4 // len(letter.encode()), MOST_OSC52, 997):
        text = letter * length
        sent = len(osc52(text)) - len("\x1b]52;c;\a")
        assert fits_terminal(text) == (sent <= MOST_OSC52)


@pytest.mark.parametrize(
    ("there", "environ", "chosen"),
    [
        ("wl-copy xclip", {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "wl-copy"),
        ("wl-copy xclip xsel", {"DISPLAY": ":0"}, "xclip -selection clipboard"),
        ("xsel", {"DISPLAY": ":0"}, "xsel --clipboard --input"),
        ("xclip", {"DISPLAY": "localhost:10.0", "SSH_TTY": "/dev/pts/0"},
         "xclip -selection clipboard"),
        ("clip.exe", {"WSL_DISTRO_NAME": "Debian"}, "clip.exe"),
        ("clip.exe", {"WSL_DISTRO_NAME": "Debian", "SSH_CONNECTION": "10.0.0.2"}, None),
        ("termux-clipboard-set", {"TERMUX_VERSION": "0.118"}, "termux-clipboard-set"),
        ("xclip wl-copy pbcopy clip.exe", {}, None),
        ("", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, None),
    ],
)  # fmt: skip
def test_a_tool_counts_where_it_is_there_with_its_display(
    tmp_path: Path, there: str, environ: dict[str, str], chosen: str | None
) -> None:
    for name in there.split():
        script(tmp_path, name, "true")
    found = tool({"PATH": str(tmp_path), **environ})
    assert found == (chosen or "").split()


async def test_a_tool_gets_the_text(tmp_path: Path) -> None:
    script(tmp_path, "xclip", f'cat > "{tmp_path}/$2"')
    await copy_with(["xclip", "-selection", "clipboard"], "de dijk", with_path(tmp_path))
    assert (tmp_path / "clipboard").read_text(encoding="utf-8") == "de dijk"


async def test_a_tool_that_fails_is_told(tmp_path: Path) -> None:
    script(tmp_path, "xclip", "cat > /dev/null; exit 1")
    with pytest.raises(CommandError, match="xclip ended with status 1"):
        await copy_with(["xclip"], "de dijk", with_path(tmp_path))
