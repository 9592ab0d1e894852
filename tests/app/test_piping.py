"""Commands: what they are handed, how they end; the browser of the settings among them."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Input

from tests.app.pages import URL, page
from tests.app.reading import (
    make_services,
    notices,
    press,
    reader,
    reading,
    screen_text,
    until,
)
from tests.app.terminals import Terminal, terminal
from tests.system.scripts import script, with_path
from tui.app.dialogs.pipe import CommandDialog
from tui.app.services import Services
from tui.store.settings.values import CommandSettings

__all__ = ["terminal"]


def with_tools(folder: Path, **environ: str) -> Services:
    return make_services(folder / "kept", **with_path(folder / "bin", **environ))


async def pipe(pilot: Pilot[None], command: str, *keys: str) -> None:
    """Hand something to a command; the keys choose what before."""
    await press(pilot, "vertical_line", *keys)
    pilot.app.screen.query_one(Input).value = command
    await press(pilot, "enter")


async def test_a_comment_goes_to_a_command_and_its_words_are_shown(
    services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-2") as pilot:
        await press(pilot, "vertical_line")
        assert "Pipe the comment to" in screen_text(pilot.app)
        await press(pilot, "escape")
        await pipe(pilot, "tr a-z A-Z")
        assert "HOEVEEL NESTEN TELT U?" in screen_text(pilot.app)
        assert "tr ended well." in screen_text(pilot.app)
        await press(pilot, "escape")
        assert pilot.app.screen is reader(pilot)


@pytest.mark.parametrize(
    ("keys", "words", "others"),
    [
        (("tab",), "Hoeveel nesten telt u? Dit jaar drie.", "Ineke"),
        (("tab", "tab"), "Job", "Achter ons huis"),
        (("tab", "tab", "tab"), "Achter ons huis", "Ineke"),
        (("shift+tab",), "Achter ons huis", "nobody"),
        (("shift+tab",), "Job", "nobody"),
    ],
)
async def test_branch_thread_article_and_page_go_to_a_command(
    services: Services, hedge: Path, keys: tuple[str, ...], words: str, others: str
) -> None:
    async with reading(services, f"{hedge}#comment-2", (140, 60)) as pilot:
        await pipe(pilot, "cat", *keys)
        dialog = pilot.app.screen
        assert isinstance(dialog, CommandDialog)
        text = " ".join(dialog.text.split())
        assert all(word in text for word in words.split())
        assert others not in text


async def test_f2_hands_over_markdown(services: Services, save: Callable[[str, str], Path]) -> None:
    source = save("vet.html", page().replace("Dit jaar drie.", "Dit jaar <b>drie</b>."))
    async with reading(services, f"{source}#comment-3") as pilot:
        await pipe(pilot, "cat")
        assert "Dit jaar drie." in screen_text(pilot.app).partition("cat")[2]
        await press(pilot, "escape")
        await pipe(pilot, "cat", "f2")
        assert "Dit jaar **drie**." in screen_text(pilot.app)


async def test_the_prompt_remembers_the_last_command(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-2") as pilot:
        await pipe(pilot, "wc -w")
        await press(pilot, "escape", "vertical_line")
        assert pilot.app.screen.query_one(Input).value == "wc -w"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("false", "false ended with status 1 and printed nothing."),
        ("true", "true ended well and printed nothing."),
        ("bestaat-niet -x", "There is no command bestaat-niet; look at its name and at $PATH."),
        ("wc 'x", "This command cannot be understood: wc 'x."),
        ("sterf", "sterf was ended by SIGTERM and printed nothing."),
    ],
)
async def test_how_a_silent_command_ended_is_said(
    tmp_path: Path, hedge: Path, command: str, said: str
) -> None:
    script(tmp_path / "bin", "sterf", "kill -TERM $$")
    async with reading(with_tools(tmp_path), f"{hedge}#comment-2") as pilot:
        await pipe(pilot, command)
        assert pilot.app.screen is reader(pilot)
        assert said in notices(pilot.app)


async def test_no_shell_reads_the_command(services: Services, hedge: Path, tmp_path: Path) -> None:
    async with reading(services, f"{hedge}#comment-2") as pilot:
        await pipe(pilot, f"echo $HOME ; touch {tmp_path / 'made'}")
        await until(lambda: "$HOME ; touch" in screen_text(pilot.app).partition("echo")[2])
        assert not (tmp_path / "made").exists()


async def test_what_a_command_prints_cannot_reach_the_terminal(
    tmp_path: Path, terminal: Terminal, hedge: Path
) -> None:
    script(tmp_path / "bin", "kleur", r"printf '\033[31mrood\033[0m \033]52;c;YQ==\007[b]vet[/b]'")
    async with reading(with_tools(tmp_path), f"{hedge}#comment-2") as pilot:
        await pipe(pilot, "kleur")
        assert "rood" in screen_text(pilot.app)
        assert "[b]vet[/b]" in screen_text(pilot.app)
        assert terminal.clipboard is None


async def test_escape_ends_a_command(tmp_path: Path, hedge: Path) -> None:
    script(tmp_path / "bin", "wacht", f"echo $$ > {tmp_path / 'id'}; exec sleep 1000")
    async with reading(with_tools(tmp_path), f"{hedge}#comment-2") as pilot:
        await pilot.press("vertical_line")
        await pilot.pause()
        pilot.app.screen.query_one(Input).value = "wacht"
        await pilot.press("enter")
        await until(lambda: (tmp_path / "id").exists() and (tmp_path / "id").read_text() != "")
        process = int((tmp_path / "id").read_text(encoding="utf-8"))
        assert "Running" in screen_text(pilot.app)
        await press(pilot, "escape")
        assert pilot.app.screen is reader(pilot)
        await until(lambda: not Path(f"/proc/{process}").exists())


async def test_a_pager_gets_the_terminal(tmp_path: Path, terminal: Terminal, hedge: Path) -> None:
    script(tmp_path / "bin", "less", f"cat > {tmp_path / 'read'}")
    async with reading(with_tools(tmp_path), f"{hedge}#comment-3") as pilot:
        await pipe(pilot, "less -R")
        assert (tmp_path / "read").read_text(encoding="utf-8") == "Dit jaar drie.\n"
        assert pilot.app.screen is reader(pilot)
        assert not notices(pilot.app)
        assert terminal.has_mouse()


async def test_an_exclamation_mark_lends_the_terminal_to_any_command(
    tmp_path: Path, terminal: Terminal, hedge: Path
) -> None:
    del terminal
    script(tmp_path / "bin", "vraag", f"cat > {tmp_path / 'read'}; exit 7")
    async with reading(with_tools(tmp_path), f"{hedge}#comment-3") as pilot:
        await pipe(pilot, "!vraag")
        assert (tmp_path / "read").read_text(encoding="utf-8") == "Dit jaar drie.\n"
        assert "vraag ended with status 7." in notices(pilot.app)


async def test_a_terminal_that_cannot_be_lent_is_told(tmp_path: Path, hedge: Path) -> None:
    script(tmp_path / "bin", "less", "cat")
    async with reading(with_tools(tmp_path), f"{hedge}#comment-3") as pilot:
        await pipe(pilot, "less")
        assert "This terminal cannot be lent to a command." in notices(pilot.app)


# The browser of the settings


async def browse(pilot: Pilot[None], kept: Path, said: str) -> None:
    """Open the comment in the browser, and wait until that kept what it was told."""
    await press(pilot, "o")
    await until(lambda: kept.is_file() and kept.read_text(encoding="utf-8") == f"{said}\n")


def with_browser(services: Services, *command: str) -> Services:
    commands = CommandSettings(browser=command)
    return replace(services, preferences=replace(services.preferences, commands=commands))


async def test_the_user_s_browser_opens_addresses(tmp_path: Path, online: Path) -> None:
    kept = tmp_path / "kept.txt"
    script(tmp_path / "bin", "blader", f'echo "$@" > {kept}')
    services = with_browser(with_tools(tmp_path), "blader", "--tab")
    async with reading(services, f"{online}#comment-2") as pilot:
        await browse(pilot, kept, f"--tab {URL}#comment-2")


async def test_a_browser_in_the_terminal_gets_it(
    tmp_path: Path, terminal: Terminal, online: Path
) -> None:
    kept = tmp_path / "kept.txt"
    script(tmp_path / "bin", "w3m", f'echo "$@" > {kept}')
    services = with_browser(with_tools(tmp_path), "w3m")
    async with reading(services, f"{online}#comment-2") as pilot:
        before = terminal.written.count("\x1b[?1000h")
        await browse(pilot, kept, f"{URL}#comment-2")
        assert terminal.written.count("\x1b[?1000h") == before + 1


async def test_the_system_s_browser_gets_the_terminal_where_it_needs_that(
    tmp_path: Path, terminal: Terminal, online: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept.txt"
    script(tmp_path / "bin", "w3m", f'echo "$@" > {kept}')
    monkeypatch.setattr("webbrowser.get", lambda: webbrowser.GenericBrowser("w3m"))
    async with reading(with_tools(tmp_path), f"{online}#comment-2") as pilot:
        before = terminal.written.count("\x1b[?1000h")
        await browse(pilot, kept, f"{URL}#comment-2")
        assert terminal.written.count("\x1b[?1000h") == before + 1


async def test_a_system_without_a_browser_says_so(
    services: Services, online: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def get() -> webbrowser.BaseBrowser:
        raise webbrowser.Error

    monkeypatch.setattr("webbrowser.get", get)
    async with reading(services, f"{online}#comment-2") as pilot:
        await press(pilot, "o")
        assert notices(pilot.app).startswith("There is no browser here;")
        assert "Handed to the browser" not in notices(pilot.app)


async def test_a_browser_that_is_not_there_is_named(tmp_path: Path, online: Path) -> None:
    services = with_browser(with_tools(tmp_path), "bestaat-niet")
    async with reading(services, f"{online}#comment-2") as pilot:
        await press(pilot, "o")
        assert "There is no command bestaat-niet" in notices(pilot.app)
