"""Writing replies: quoting, keeping, closing, reopening, discarding, the editor."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.console import RenderableType
from textual import events
from textual.drivers.headless_driver import HeadlessDriver
from textual.pilot import Pilot
from textual.screen import Screen

from tests.app.reading import (
    WIDE,
    article,
    at,
    make_services,
    notices,
    press,
    reader,
    reading,
    screen_text,
    settle,
    shown,
    thread,
    until,
    write,
)
from tui.app.services import Services
from tui.app.widgets.composer import Composer, ReplyText
from tui.app.widgets.state_line import StateLine


def composer(pilot: Pilot[None]) -> Composer:
    """The composer that is open."""
    found = reader(pilot).composer
    assert found is not None, screen_text(pilot.app)
    return found


def state(pilot: Pilot[None]) -> str:
    """What is told under the text, on one line."""
    return " ".join(shown(composer(pilot).query_one(StateLine)).split())


def files(services: Services) -> list[Path]:
    """The files of the drafts."""
    return sorted(services.drafts.folder.glob("*.md"))


def bodies(services: Services) -> list[str]:
    """The texts on disk, the latest first."""
    return [draft.body for draft in services.with_drafts(lambda store: store.all())]


async def kept(services: Services, body: str) -> None:
    """Wait until a draft on disk has this text; `tests.bench.kills` holds how soon it does."""
    await until(lambda: body in bodies(services))


# What a reply begins with


async def test_a_reply_quotes_the_comment(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-6") as pilot:
        await press(pilot, "r")
        assert composer(pilot).text.text == "> Dat hoor je wel, ja.\n\n"
        assert composer(pilot).text.has_focus
        text = screen_text(pilot.app)
        assert "Reply to Wil" in text
        assert "Dat hoor je wel, ja." in shown(thread(pilot)), "what is answered stays in sight"


async def test_a_bare_reply_begins_empty(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-6") as pilot:
        await press(pilot, "R")
        assert composer(pilot).text.text == ""


async def test_a_reply_to_the_article_quotes_the_passage_on_top(
    services: Services, walk: Path
) -> None:
    async with reading(services, walk) as pilot:
        await press(pilot, "right_curly_bracket", "right_curly_bracket", "r")
        assert composer(pilot).text.text.startswith("> Nach 2 Kilometern steht wieder ein Schaf")
        assert "Reply to the article" in screen_text(pilot.app)
        assert "Nach 2 Kilometern" in shown(article(pilot)), "what is answered stays in sight"
        await write(pilot, "Immer dieses Schaf.")
        await press(pilot, "escape")
        (draft,) = services.drafts.all()
        assert draft.parent is None
        assert draft.body.endswith("\n\nImmer dieses Schaf.")
        assert "Immer dieses Schaf." in shown(thread(pilot))


@pytest.mark.parametrize("width", [50, 90])
async def test_with_one_pane_the_text_stands_under_what_it_answers(
    services: Services, hedge: Path, width: int
) -> None:
    async with reading(services, f"{hedge}#comment-5", (width, 24)) as pilot:
        await press(pilot, "R")
        await write(pilot, "Rafels!")
        rows = screen_text(pilot.app).splitlines()
        answered = next(n for n, row in enumerate(rows) if "Een motorschaar gaat" in row)
        written = next(n for n, row in enumerate(rows) if "Rafels!" in row)
        assert answered < written
        assert written - answered > 2


# Keeping


async def test_what_is_typed_is_on_disk_while_one_writes(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R")
        await pilot.press(*"Mus")
        await kept(services, "Mus")
        await pilot.press(*"sen", "enter", "!")
        await kept(services, "Mussen\n!")
        (file,) = files(services)
        assert file.read_text(encoding="utf-8").endswith("+++\nMussen\n!")
        await settle(pilot)
        assert "saved" in screen_text(pilot.app)


async def test_escape_keeps_the_draft_and_shows_it_under_its_comment(
    services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-2") as pilot:
        await press(pilot, "R")
        await write(pilot, "Drie nesten.\nEn een ei.")
        await press(pilot, "escape")
        assert reader(pilot).composer is None
        assert at(pilot) == "Sjoerd"
        assert bodies(services) == ["Drie nesten.\nEn een ei."]
        rows = shown(thread(pilot)).splitlines()
        order = ["Hoeveel nesten telt u?", "draft to Sjoerd, 2 lines", "Drie nesten.", "En een ei."]
        places = [next(n for n, row in enumerate(rows) if text in row) for text in order]
        assert places == sorted(places)
        assert places[-1] < next(n for n, row in enumerate(rows) if "Dit jaar drie." in row)


@pytest.mark.parametrize("key", ["enter", "e"])
async def test_a_draft_is_opened_again_and_changed(
    services: Services, hedge: Path, key: str
) -> None:
    async with reading(services, f"{hedge}#comment-7") as pilot:
        await press(pilot, "R")
        await write(pilot, "In de kliko")
        await press(pilot, "escape", "j", key)
        assert composer(pilot).text.text == "In de kliko"
        await write(pilot, ", helaas")
        await press(pilot, "escape")
        assert bodies(services) == ["In de kliko, helaas"]


async def test_a_comment_may_have_two_drafts(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-7") as pilot:
        for text in ("Eerste poging.", "Tweede poging."):
            await press(pilot, "R")
            await write(pilot, text)
            await press(pilot, "escape", "u")
        assert sorted(bodies(services)) == ["Eerste poging.", "Tweede poging."]
        text = shown(thread(pilot))
        assert text.index("Eerste poging.") < text.index("Tweede poging.")


async def test_an_untouched_reply_leaves_no_draft(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "r")
        await press(pilot, "escape")
        assert files(services) == []
        assert "draft" not in shown(thread(pilot))


async def test_leaving_the_program_while_typing_keeps_every_letter(
    services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R")
        await pilot.press(*"Nog niet af", "ctrl+q")
        await pilot.pause()
        assert not pilot.app.is_running
    assert bodies(services) == ["Nog niet af"]
    async with reading(services, hedge) as pilot:
        assert "Nog niet af" in shown(thread(pilot)), "the next time it is there"


async def test_another_size_while_writing_keeps_text_and_cursor(
    services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R")
        await write(pilot, "Mussen")
        for width in (50, 200, 90, 140):
            await pilot.resize_terminal(width, 30)
            await settle(pilot)
            assert "Mussen" in screen_text(pilot.app)
        await write(pilot, "!")
        assert composer(pilot).text.text == "Mussen!"


async def test_a_save_that_fails_is_said_and_made_good(
    services: Services, hedge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app.widgets.composer._RETRY_AFTER", 0.05)
    folder = services.drafts.folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("no folder")
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R")
        await write(pilot, "Blijf")
        await until(lambda: "The text is still here" in state(pilot))
        assert "The draft could not be saved" in state(pilot)
        await press(pilot, "escape")
        assert composer(pilot).text.text == "Blijf", "it does not close over unsaved words"
        folder.unlink()
        await until(lambda: bodies(services) == ["Blijf"])
        await until(lambda: "saved" in screen_text(pilot.app))
        await press(pilot, "escape")
        assert reader(pilot).composer is None


async def test_discarding_asks_and_only_y_is_a_yes(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R")
        await write(pilot, "Weg ermee")
        await press(pilot, "escape", "j", "x")
        assert "Discard this draft?" in screen_text(pilot.app)
        assert "2 words" in screen_text(pilot.app)
        for no in ("n", "enter", "escape"):
            await press(pilot, no)
            assert bodies(services) == ["Weg ermee"]
            await press(pilot, "x")
        await press(pilot, "y")
        assert bodies(services) == []
        assert "Weg ermee" not in shown(thread(pilot))
        assert at(pilot) is not None, "the cursor is on a comment again"
    (discarded,) = services.drafts.folder.joinpath("discarded").glob("*.md")
    assert discarded.read_text(encoding="utf-8").endswith("Weg ermee")


async def test_discarding_while_writing_asks_too(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R")
        await write(pilot, "Toch niet")
        await press(pilot, "ctrl+x", "n")
        assert composer(pilot).text.text == "Toch niet"
        await press(pilot, "ctrl+x", "y")
        assert reader(pilot).composer is None
        assert files(services) == []


# Beside the text


async def test_tab_goes_to_what_is_answered_and_back(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R", "tab", "j", "j")
        assert thread(pilot).has_focus
        assert at(pilot) == "Wil"
        await press(pilot, "tab")
        await write(pilot, "Mussen")
        assert composer(pilot).text.text == "Mussen"
        await press(pilot, "tab", "q")
        assert composer(pilot).text.has_focus, "back goes to the text, not out of the page"


async def test_f2_shows_the_article_while_writing_and_hides_it(
    services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R")
        assert "Achter ons huis" not in screen_text(pilot.app)
        await press(pilot, "f2")
        assert "Achter ons huis" in screen_text(pilot.app)
        await write(pilot, "a")
        assert "a" in composer(pilot).text.text
        await press(pilot, "f2")
        assert "Achter ons huis" not in screen_text(pilot.app)


async def test_letters_are_text_while_writing(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R")
        await write(pilot, "q?Drfj:x[b] éß")
        assert composer(pilot).text.text == "q?Drfj:x[b] éß"


async def test_a_reply_begun_while_writing_keeps_the_first_one(
    services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R")
        await write(pilot, "Een")
        await press(pilot, "tab", "k", "R")
        assert composer(pilot).text.text == ""
        assert "Reply to Marijke" in screen_text(pilot.app)
        await write(pilot, "Twee")
        await press(pilot, "escape")
        assert sorted(bodies(services)) == ["Een", "Twee"]


# The editor


@pytest.fixture
def suspendable(monkeypatch: pytest.MonkeyPatch) -> None:
    """A driver that can hand the terminal over, as those of real terminals do."""
    monkeypatch.setattr(HeadlessDriver, "can_suspend", property(lambda _driver: True))


def editor_script(folder: Path, does: str) -> str:
    """An editor that does one thing to its file, which is `$1`."""
    script = folder / "editor.sh"
    script.write_text(f"#!/bin/sh\n{does}\n")
    script.chmod(0o755)
    return str(script)


@pytest.mark.usefixtures("suspendable")
async def test_the_editor_takes_the_text_and_gives_it_back(tmp_path: Path, hedge: Path) -> None:
    editor = editor_script(tmp_path, "printf ' en spreeuwen' >> \"$1\"")
    services = make_services(tmp_path / "kept", EDITOR=editor)
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R")
        await write(pilot, "Mussen")
        await press(pilot, "ctrl+e")
        assert composer(pilot).text.text == "Mussen en spreeuwen"
        await kept(services, "Mussen en spreeuwen")


@pytest.mark.usefixtures("suspendable")
async def test_an_editor_that_fails_costs_nothing(tmp_path: Path, hedge: Path) -> None:
    services = make_services(tmp_path / "kept", VISUAL=editor_script(tmp_path, "exit 3"))
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R")
        await write(pilot, "Mussen")
        await press(pilot, "ctrl+e")
        assert "The editor ended with status 3" in notices(pilot.app)
        assert composer(pilot).text.text == "Mussen"


async def test_without_an_editor_that_is_said(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R", "ctrl+e")
        assert "No editor is set; name one in $VISUAL or $EDITOR." in notices(pilot.app)


async def test_a_terminal_that_cannot_be_handed_over_is_said(
    services: Services, hedge: Path
) -> None:
    with_editor = replace(services, environ={"EDITOR": "true"})
    async with reading(with_editor, f"{hedge}#comment-4", WIDE) as pilot:
        await press(pilot, "R", "ctrl+e")
        assert "This terminal cannot be handed to an editor." in notices(pilot.app)
        assert isinstance(pilot.app.focused, ReplyText)


async def test_keys_typed_right_after_the_reply_key_are_text(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        for key in ("tab", "j", "R", "q", "x", "D"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await settle(pilot)
        assert composer(pilot).text.text == "qxD"
        await press(pilot, "escape")
        assert "qxD" in shown(thread(pilot))


async def test_tab_goes_to_the_article_that_was_called_beside_a_reply(
    services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-6") as pilot:
        await press(pilot, "r", "f2", "tab")
        assert thread(pilot).has_focus
        await press(pilot, "tab")
        assert article(pilot).has_focus
        await press(pilot, "tab")
        assert isinstance(pilot.app.focused, ReplyText)
        await press(pilot, "f2", "tab", "tab")
        assert isinstance(pilot.app.focused, ReplyText)


@pytest.mark.usefixtures("each_frame")
@pytest.mark.parametrize("key", ["e", "escape"])
async def test_the_keys_at_the_foot_change_in_the_frame_in_which_the_text_comes_or_goes(
    services: Services, hedge: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    async with reading(services, f"{hedge}#comment-6") as pilot:
        await press(pilot, "R")
        await write(pilot, "Dat is zo.")
        if key == "e":
            await press(pilot, "escape")
            thread(pilot).go_to_draft(next(iter(reader(pilot).drafts.known)))
            await settle(pilot)
        frames: list[tuple[bool, bool]] = []
        display = pilot.app._display

        def drawn(screen: Screen[object], frame: RenderableType | None) -> None:
            display(screen, frame)
            seen = screen_text(pilot.app)
            frames.append(("Reply to Wil" in seen, "Keep and close" in seen))

        monkeypatch.setattr(pilot.app, "_display", drawn)
        await press(pilot, key)
        assert frames[-1][0] == (key == "e")
        assert all(text == keys for text, keys in frames)
