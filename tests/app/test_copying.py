"""Copies: what goes to the clipboard, by which way, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from tests.app.pages import URL, page
from tests.app.reading import (
    make_services,
    notices,
    press,
    reading,
    write,
)
from tests.app.terminals import Terminal, terminal
from tests.system.scripts import script, with_path
from tui.app.services import Services
from tui.store.settings.values import CommandSettings
from tui.system.clipboard import MOST_OSC52

__all__ = ["terminal"]

SENT = "was sent to the terminal's clipboard (OSC 52)."


def with_tools(folder: Path, **environ: str) -> Services:
    return make_services(folder / "kept", **with_path(folder / "bin", **environ))


async def test_y_copies_a_comment_as_markdown(
    terminal: Terminal, services: Services, save: Callable[[str, str], Path]
) -> None:
    text = '<a href="https://dijk.example/">de dijk</a> brak <b>echt</b>'
    long = "en nog veel meer woorden dan er op een regel passen, " * 3
    source = save("kort.html", page().replace("Hoeveel nesten telt u?", f"{text}<br>{long}"))
    async with reading(services, f"{source}#comment-2") as pilot:
        await press(pilot, "y")
        assert terminal.clipboard == (
            f"[de dijk](https://dijk.example/) brak **echt**\\\n{long.strip()}\n"
        )
        assert notices(pilot.app) == f"The comment {SENT}"


async def test_y_copies_the_passage_in_sight_with_its_source(
    terminal: Terminal, services: Services, online: Path
) -> None:
    async with reading(services, online) as pilot:
        await press(pilot, "y")
        assert terminal.clipboard == (
            "Achter ons huis staat een heg van meidoorn die ouder is dan de weg ernaast. Wie hem "
            f"wil snoeien, moet [eerst dit lezen](#comment-4).\n\n"
            f"— De heg en de schaar, <{URL}>\n"
        )
        assert notices(pilot.app) == f"The passage {SENT}"


async def test_y_on_a_draft_copies_what_was_written(
    terminal: Terminal, services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-7") as pilot:
        await press(pilot, "R")
        await write(pilot, "Op de ril.\nAltijd.")
        await press(pilot, "escape", "j")
        await press(pilot, "y")
        assert terminal.clipboard == "Op de ril.\nAltijd."


async def test_capital_y_copies_the_comment_s_link(
    terminal: Terminal, services: Services, online: Path
) -> None:
    async with reading(services, f"{online}#comment-3") as pilot:
        await press(pilot, "Y")
        assert terminal.clipboard == f"{URL}#comment-3"
        await press(pilot, "tab", "Y")
        assert terminal.clipboard == URL
        assert f"The comment's link {SENT}" in notices(pilot.app)


async def test_the_link_of_a_saved_page_is_what_opens_it_again(
    terminal: Terminal, services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-3") as pilot:
        await press(pilot, "Y")
        assert terminal.clipboard == f"{hedge}#comment-3"


async def test_a_pipe_has_no_link(terminal: Terminal, services: Services) -> None:
    piped = replace(services, stdin=page().encode())
    async with reading(piped, "-") as pilot:
        await press(pilot, "Y")
        assert terminal.clipboard is None
        assert "The page names no address for this." in notices(pilot.app)


async def test_within_tmux_the_sequence_is_handed_on_as_well(
    terminal: Terminal, tmp_path: Path, hedge: Path
) -> None:
    async with reading(make_services(tmp_path, TMUX="/run/tmux,1,0"), hedge) as pilot:
        await press(pilot, "Y")
        assert terminal.clipboard == str(hedge)
        assert "\x1bPtmux;\x1b\x1b]52;c;" in terminal.written


async def test_a_clipboard_tool_is_used_and_named(
    terminal: Terminal, tmp_path: Path, hedge: Path
) -> None:
    script(tmp_path / "bin", "xclip", f"cat > {tmp_path / 'copied'}")
    async with reading(with_tools(tmp_path, DISPLAY=":0"), hedge) as pilot:
        await press(pilot, "Y")
        assert (tmp_path / "copied").read_text(encoding="utf-8") == str(hedge)
        assert notices(pilot.app) == "The link was copied with xclip."
        assert terminal.clipboard == str(hedge)


async def test_the_user_s_own_tool_goes_before(
    terminal: Terminal, tmp_path: Path, hedge: Path
) -> None:
    script(tmp_path / "bin", "xclip", "exit 1")
    script(tmp_path / "bin", "plak", f'cat > "{tmp_path}/$1"')
    services = with_tools(tmp_path, DISPLAY=":0")
    commands = CommandSettings(copy=("plak", "hier"))
    services = replace(services, preferences=replace(services.preferences, commands=commands))
    async with reading(services, hedge) as pilot:
        await press(pilot, "Y")
        assert notices(pilot.app) == "The link was copied with plak."
        assert (tmp_path / "hier").read_text(encoding="utf-8") == terminal.clipboard


async def test_a_tool_that_fails_leaves_the_terminal_s_clipboard(
    terminal: Terminal, tmp_path: Path, hedge: Path
) -> None:
    script(tmp_path / "bin", "xclip", "cat > /dev/null; exit 1")
    async with reading(with_tools(tmp_path, DISPLAY=":0"), hedge) as pilot:
        await press(pilot, "Y")
        assert notices(pilot.app) == f"xclip ended with status 1. The link {SENT}"
        assert terminal.clipboard == str(hedge)


async def test_what_is_too_long_for_terminals_is_not_claimed_to_be_sent(
    terminal: Terminal, tmp_path: Path, save: Callable[[str, str], Path]
) -> None:
    source = save("lang.html", page().replace("Dit jaar drie.", "woord " * MOST_OSC52))
    async with reading(make_services(tmp_path), f"{source}#comment-3") as pilot:
        await press(pilot, "y")
        assert terminal.clipboard is None
        assert notices(pilot.app) == (
            "The comment is too long for the terminal's clipboard. "
            "There is no clipboard tool, such as wl-copy or xclip."
        )


async def test_what_is_too_long_for_terminals_goes_to_a_tool(
    terminal: Terminal, tmp_path: Path, save: Callable[[str, str], Path]
) -> None:
    script(tmp_path / "bin", "wl-copy", f"wc -w > {tmp_path / 'count'}")
    source = save("lang.html", page().replace("Dit jaar drie.", "woord " * MOST_OSC52))
    async with reading(
        with_tools(tmp_path, WAYLAND_DISPLAY="wayland-1"), f"{source}#comment-3"
    ) as pilot:
        await press(pilot, "y")
        assert int((tmp_path / "count").read_text(encoding="utf-8")) == MOST_OSC52
        assert notices(pilot.app) == "The comment was copied with wl-copy."
        assert terminal.clipboard is None
