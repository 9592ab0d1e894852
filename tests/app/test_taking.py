"""Taking things along: the clipboard, commands, files, the mouse, and what is dropped."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
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
    settle,
    until,
    write,
)
from tests.app.terminals import Terminal, terminal
from tests.system.scripts import script, with_path
from tui.app.dialogs.export import ExportDialog
from tui.app.dialogs.pipe import CommandDialog
from tui.app.screens.opening import OpeningScreen
from tui.app.services import Services
from tui.store.settings.values import CommandSettings
from tui.system.clipboard import MOST_OSC52

__all__ = ["terminal"]

SENT = "was sent to the terminal's clipboard (OSC 52)."


@pytest.fixture
def online(save: Callable[[str, str], Path]) -> Path:
    """The page of the hedge with an address of its own."""
    return save("online.html", page(url=URL))


def with_tools(folder: Path, **environ: str) -> Services:
    return make_services(folder / "kept", **with_path(folder / "bin", **environ))


# Copying


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


# Commands


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


# Files


async def export(pilot: Pilot[None], path: Path | str | None = None, *keys: str) -> None:
    """Export to a file; the keys choose what before, from the file's name."""
    await press(pilot, "E", *keys)
    assert isinstance(pilot.app.screen, ExportDialog)
    field = pilot.app.screen.query_one("#export-path", Input)
    if path is not None:
        field.value = str(path)
    field.focus()
    await press(pilot, "enter")


async def test_a_page_is_exported_under_its_title_in_the_current_folder(
    services: Services, hedge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading(services, hedge) as pilot:
        await export(pilot)
        text = (tmp_path / "de-heg-en-de-schaar.md").read_text(encoding="utf-8")
        assert text.startswith("# De heg en de schaar\n")
        assert "Dit jaar drie." in text
        assert f"Written: {tmp_path / 'de-heg-en-de-schaar.md'}" in notices(pilot.app)


async def choose(pilot: Pilot[None], part: int, form: int) -> str:
    """Choose the numbered part and form with keys; the file's name then."""
    await press(pilot, "E", "shift+tab", *["down"] * form, "space", "shift+tab")
    await press(pilot, *["down"] * part, "space")
    return pilot.app.screen.query_one("#export-path", Input).value


@pytest.mark.parametrize(
    ("part", "form", "name", "begins", "holds", "lacks"),
    [
        (3, 0, "de-heg-en-de-schaar-branch.md", "# De heg", "Dit jaar drie.", "Ineke"),
        (2, 1, "de-heg-en-de-schaar-thread.txt", "De heg", "Ineke", "Achter ons"),
        (1, 2, "de-heg-en-de-schaar-article.html", "<!DOCTYPE html>", "Achter ons", "Ineke"),
        (0, 3, "de-heg-en-de-schaar.json", "{", "Ineke", "<p>"),
    ],
)
async def test_any_part_is_exported_in_any_form(  # noqa: PLR0913, PLR0917 -- the cases
    services: Services,
    hedge: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    part: int,
    form: int,
    name: str,
    begins: str,
    holds: str,
    lacks: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading(services, f"{hedge}#comment-2") as pilot:
        assert await choose(pilot, part, form) == name
        await press(pilot, "ctrl+s")
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert text.startswith(begins)
        assert holds in text
        assert lacks not in text
        if form == 3:
            assert len(json.loads(text)["comments"]) == 7


async def test_a_name_of_one_s_own_keeps_its_stem(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "E")
        pilot.app.screen.query_one("#export-path", Input).value = "notities/heg.md"
        await press(pilot, "shift+tab", "down", "down", "space")
        assert pilot.app.screen.query_one("#export-path", Input).value == "notities/heg.html"


async def test_a_file_is_replaced_only_after_a_yes(
    services: Services, hedge: Path, tmp_path: Path
) -> None:
    path = tmp_path / "heg.md"
    path.write_text("van mij", encoding="utf-8")
    async with reading(services, hedge) as pilot:
        await export(pilot, path)
        assert "Replace the file?" in screen_text(pilot.app)
        await press(pilot, "n")
        assert path.read_text(encoding="utf-8") == "van mij"
        dialog = pilot.app.screen
        assert isinstance(dialog, ExportDialog)
        assert dialog.query_one("#export-path", Input).value == str(path)
        await press(pilot, "enter", "y")
        assert path.read_text(encoding="utf-8").startswith("# De heg")
        assert pilot.app.screen is reader(pilot)


async def test_what_cannot_be_written_is_said_and_can_be_put_right(
    services: Services, hedge: Path, tmp_path: Path
) -> None:
    path = tmp_path / "weg" / "heg.md"
    async with reading(services, hedge) as pilot:
        await export(pilot, path)
        assert f"There is no folder {path.parent}; make it, or name another." in notices(pilot.app)
        assert isinstance(pilot.app.screen, ExportDialog)
        path.parent.mkdir()
        await press(pilot, "enter")
        assert path.is_file()


async def test_a_tilde_is_one_s_own_folder_and_a_folder_gets_a_file(
    services: Services, hedge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "blogs").mkdir()
    async with reading(services, hedge) as pilot:
        await export(pilot, "~/blogs/")
        assert (tmp_path / "blogs" / "de-heg-en-de-schaar.md").is_file()


async def test_escape_exports_nothing(
    services: Services, hedge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading(services, hedge) as pilot:
        await press(pilot, "E", "escape")
        assert pilot.app.screen is reader(pilot)
    assert not (tmp_path / "de-heg-en-de-schaar.md").exists()


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


async def test_a_browser_that_is_not_there_is_named(tmp_path: Path, online: Path) -> None:
    services = with_browser(with_tools(tmp_path), "bestaat-niet")
    async with reading(services, f"{online}#comment-2") as pilot:
        await press(pilot, "o")
        assert "There is no command bestaat-niet" in notices(pilot.app)


# The mouse


async def test_the_mouse_is_left_to_the_terminal_and_taken_back(
    terminal: Terminal, services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        assert terminal.has_mouse()
        await press(pilot, "f4")
        assert not terminal.has_mouse()
        assert "The mouse is the terminal's now" in notices(pilot.app)
        await press(pilot, "f4")
        assert terminal.has_mouse()
        assert "The mouse works in Rejoinder again." in notices(pilot.app)


async def test_a_freed_mouse_stays_free_after_an_editor(
    terminal: Terminal, tmp_path: Path, hedge: Path
) -> None:
    services = make_services(tmp_path, EDITOR=str(script(tmp_path, "bewerk", "true")))
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "f4", "r")
        await press(pilot, "ctrl+e")
        assert not terminal.has_mouse()
        await press(pilot, "escape", "f4")
        assert terminal.has_mouse()


async def test_where_there_is_no_mouse_that_is_said(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "f4")
        assert "There is no mouse here" in notices(pilot.app)


# What is dropped on the terminal


async def paste(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await settle(pilot)


@pytest.mark.parametrize("quoted", ["{}", "'{}'", "{} ", "file://{}"])
async def test_a_dropped_file_is_opened(
    services: Services, hedge: Path, walk: Path, quoted: str
) -> None:
    async with reading(services, hedge) as pilot:
        await paste(pilot, quoted.format(walk))
        assert reader(pilot).page.article.title == "Eine Wanderung am Deich"


async def test_what_names_no_file_opens_nothing(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        for text in ("een woord", "/bestaat/niet.html", "example.org", "-", "", "a\nb"):
            await paste(pilot, text)
            assert pilot.app.screen is reader(pilot)
        assert not any(isinstance(each, OpeningScreen) for each in pilot.app.screen_stack)


async def test_a_text_field_keeps_what_is_pasted_into_it(
    services: Services, hedge: Path, walk: Path
) -> None:
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R")
        await paste(pilot, str(walk))
        composer = reader(pilot).composer
        assert composer is not None
        assert composer.text.text == str(walk)
        assert reader(pilot).page.article.title == "De heg en de schaar"
