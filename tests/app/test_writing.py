"""What helps while a reply is written: preview, count, quotes, templates, spelling, two texts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual import events
from textual.drivers.headless_driver import HeadlessDriver
from textual.pilot import Pilot

from tests.app.pages import HEDGE, HEDGE_TEXT, URL, page
from tests.app.reading import (
    article,
    notices,
    press,
    reader,
    reading,
    saved,
    screen_text,
    settle,
    shown,
    thread,
    until,
    write,
)
from tests.system.scripts import script
from tui.app.actions import Scope
from tui.app.dialogs.ask import ConfirmDialog
from tui.app.dialogs.choose import ChooseDialog
from tui.app.dialogs.conflict import ConflictDialog
from tui.app.dialogs.help import HelpScreen
from tui.app.services import Services
from tui.app.widgets.bars import KeyBar
from tui.app.widgets.composer import Composer
from tui.app.widgets.preview_pane import PreviewPane
from tui.app.widgets.state_line import StateLine
from tui.store.draft import DraftState, Markup
from tui.store.drafts import DraftStore
from tui.store.settings.values import WritingSettings

FORM = """
<form action="/wp-comments-post.php" method="post" id="commentform"><h3>Laat een reactie achter</h3>
<textarea name="comment"></textarea><input name="author"><input name="email">
<input type="hidden" name="comment_post_ID" value="7"><input type="submit" value="Stuur"></form>
"""
WIDTHS = pytest.mark.parametrize("width", [50, 90, 140, 200])


@pytest.fixture
def blog(home: Path) -> Path:
    """A page of WordPress."""
    path = home / "heg.html"
    html = page("De heg en de schaar", HEDGE_TEXT, HEDGE, url=URL)
    path.write_text(html.replace("</body>", f"{FORM}</body>"), encoding="utf-8")
    return path


def composer(pilot: Pilot[None]) -> Composer:
    """The composer that is open."""
    found = reader(pilot).composer
    assert found is not None, screen_text(pilot.app)
    return found


def state(pilot: Pilot[None]) -> str:
    """What is told under the text, on one line."""
    return " ".join(shown(composer(pilot).query_one(StateLine)).split())


async def told(pilot: Pilot[None], words: str) -> None:
    """Wait until something is told under the text."""
    await until(lambda: words in state(pilot))


def bodies(services: Services) -> list[str]:
    """The texts on disk."""
    return [draft.body for draft in DraftStore(services.drafts.folder).all()]


# How long it is


async def test_words_and_bytes_are_counted_against_the_limit(
    services: Services, blog: Path
) -> None:
    async with reading(services, f"{blog}#comment-4") as pilot:
        await press(pilot, "R")
        await write(pilot, "Drie mooie ë")
        await told(pilot, "3 words · 13/65,525 bytes · Markdown")


async def test_what_is_too_long_says_so_in_words_too(services: Services, blog: Path) -> None:
    async with reading(services, f"{blog}#comment-4") as pilot:
        await press(pilot, "R")
        composer(pilot).text.take("a" * 65_530)
        await told(pilot, "too long by 5: 65,530/65,525 bytes")
        line = composer(pilot).query_one(StateLine)
        fact = next(fact for fact in line.facts if "too long" in fact.text)
        assert "error" in fact.style
        await press(pilot, "ctrl+z")
        await told(pilot, "empty · 0/65,525")


# Markdown or as typed


async def test_f6_sends_the_text_as_typed_and_the_draft_keeps_that(
    services: Services, blog: Path
) -> None:
    async with reading(services, f"{blog}#comment-4") as pilot:
        await press(pilot, "R")
        await write(pilot, "I <3 it")
        await told(pilot, "10/65,525 bytes · Markdown")
        await press(pilot, "f6")
        await told(pilot, "7/65,525 bytes · as typed: some HTML")
        await saved(pilot)
        (draft,) = DraftStore(services.drafts.folder).all()
        assert draft.markup is Markup.OWN
        await press(pilot, "escape", "j", "e")
        await told(pilot, "as typed: some HTML")
        await press(pilot, "f6")
        await told(pilot, "Markdown")


# The preview


@WIDTHS
async def test_the_preview_takes_the_text_s_place_and_gives_it_back(
    services: Services, blog: Path, width: int
) -> None:
    async with reading(services, f"{blog}#comment-4", (width, 30)) as pilot:
        await press(pilot, "R")
        await write(pilot, "# Kop\n\n**Mooi** & <3\n\n> ja")
        await press(pilot, "f3")
        pane = composer(pilot).query_one(PreviewPane)
        assert pane.has_focus
        text = shown(pane)
        assert "WordPress takes some HTML" in text
        assert "Kop" in text
        assert "Mooi & <3" in text
        assert "**" not in text
        assert not composer(pilot).text.display
        await press(pilot, "f3")
        assert composer(pilot).text.has_focus
        assert pilot.app.screen.query_one(KeyBar).scopes == (Scope.COMPOSER,)
        await write(pilot, "!")
        assert composer(pilot).text.text.endswith("> ja!")


async def test_a_preview_that_is_there_before_its_pane_has_a_size_fills_it(
    services: Services, blog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def at_once(make: Callable[..., object], *args: object) -> object:
        return make(*args)

    async with reading(services, f"{blog}#comment-4") as pilot:
        await press(pilot, "R")
        await write(pilot, "Een zin die in de helft van het scherm op een regel past.")
        monkeypatch.setattr(asyncio, "to_thread", at_once)
        await press(pilot, "f3")
        text = shown(composer(pilot).query_one(PreviewPane))
        assert "Een zin die in de helft van het scherm op een regel past." in text


async def test_the_preview_scrolls_by_keys_and_escape_goes_back_to_the_text(
    services: Services, blog: Path
) -> None:
    async with reading(services, f"{blog}#comment-4", (90, 24)) as pilot:
        await press(pilot, "R")
        composer(pilot).text.take("\n\n".join(f"Regel {n}" for n in range(60)))
        await press(pilot, "f3")
        pane = composer(pilot).query_one(PreviewPane)
        assert "Regel 59" not in shown(pane)
        await press(pilot, "G")
        assert "Regel 59" in shown(pane)
        await press(pilot, "g", "j")
        assert pane.scroll_offset.y == 1
        await press(pilot, "escape")
        assert composer(pilot).text.has_focus


async def test_q_goes_back_from_what_is_answered_to_the_preview(
    services: Services, blog: Path
) -> None:
    async with reading(services, f"{blog}#comment-4") as pilot:
        await press(pilot, "R", "a", "f3", "tab", "q")
        assert composer(pilot).query_one(PreviewPane).has_focus
        await press(pilot, "q", "b")
        assert composer(pilot).text.text == "ab"


async def test_help_that_is_asked_for_right_after_a_long_preview_opens(
    services: Services, blog: Path
) -> None:
    async with reading(services, f"{blog}#comment-4", (90, 24)) as pilot:
        await press(pilot, "R")
        composer(pilot).text.take("\n\n".join(f"Regel {n}" for n in range(60)))
        await press(pilot, "f3")
        driver = pilot.app._driver
        assert driver is not None
        for key in ("f3", "f1"):  # before the screen is drawn without the preview
            driver.send_message(events.Key(key, None))
        await settle(pilot)
        assert isinstance(pilot.app.screen, HelpScreen)
        await press(pilot, "escape")
        assert composer(pilot).text.has_focus
        assert "Regel 59" in screen_text(pilot.app)


async def test_the_preview_says_what_the_site_drops(services: Services, blog: Path) -> None:
    async with reading(services, f"{blog}#comment-4") as pilot:
        await press(pilot, "R", "f6")
        await write(pilot, "<b>Vet</b> <u>streep</u>")
        await press(pilot, "f3")
        text = shown(composer(pilot).query_one(PreviewPane))
        assert "The site drops <u>; the words in between stay." in text
        assert "Vet streep" in text


async def test_tab_goes_from_the_preview_to_what_is_answered_and_back(
    services: Services, blog: Path
) -> None:
    async with reading(services, f"{blog}#comment-4") as pilot:
        await press(pilot, "R", "f3", "tab")
        assert thread(pilot).has_focus
        await press(pilot, "tab")
        assert composer(pilot).query_one(PreviewPane).has_focus


# Reading while writing


@WIDTHS
async def test_what_is_answered_and_the_article_scroll_while_writing(
    services: Services, walk: Path, width: int
) -> None:
    async with reading(services, walk, (width, 24)) as pilot:
        await press(pilot, "R")
        await write(pilot, "Text")
        pane = article(pilot)
        before = shown(pane)
        assert before.strip(), "the article is in sight"
        await press(pilot, "tab", "j", "j", "space")
        assert pane.scroll_offset.y > 2
        assert shown(pane) != before
        at = pane.scroll_offset.y
        await press(pilot, "tab")
        assert composer(pilot).text.has_focus
        assert pane.scroll_offset.y == at, "the article stays where it was read"
        await pilot._post_mouse_events([events.MouseScrollDown], pane, offset=(5, 3))
        await settle(pilot)
        assert pane.scroll_offset.y > at
        assert composer(pilot).text.has_focus


@WIDTHS
async def test_the_comments_scroll_by_keys_and_wheel_while_one_is_answered(
    services: Services, walk: Path, width: int
) -> None:
    async with reading(services, walk, (width, 24)) as pilot:
        await press(pilot, "tab", "R")
        await write(pilot, "Text")
        pane = thread(pilot)
        assert "answering" in shown(pane)
        await press(pilot, "tab", "space", "space")
        at = pane.scroll_offset.y
        assert at > 2
        await press(pilot, "tab")
        await pilot._post_mouse_events([events.MouseScrollDown], pane, offset=(5, 3))
        await settle(pilot)
        assert pane.scroll_offset.y > at
        assert composer(pilot).text.has_focus
        if width < 100:
            assert composer(pilot).query_one("#composer-parent").display, "it stays pinned"


@pytest.mark.parametrize("width", [50, 90])
async def test_article_comment_and_text_are_in_sight_at_once_on_a_narrow_screen(
    services: Services, blog: Path, width: int
) -> None:
    async with reading(services, f"{blog}#comment-6", (width, 24)) as pilot:
        await press(pilot, "R")
        await write(pilot, "Eerst.\nDan.")
        await saved(pilot)  # what is told of the text then may take another row of a narrow screen
        await press(pilot, "f2")
        assert "Dat hoor je wel, ja." in shown(thread(pilot))
        assert "Achter ons huis" in shown(article(pilot))
        assert composer(pilot).text.size.height >= 3
        assert "Dan." in shown(composer(pilot).text)


# Undo


async def test_undo_and_redo(services: Services, blog: Path) -> None:
    async with reading(services, f"{blog}#comment-4") as pilot:
        await press(pilot, "R")
        await write(pilot, "Een\nTwee")
        await press(pilot, "ctrl+z")
        assert composer(pilot).text.text == "Een\n"
        await press(pilot, "ctrl+y")
        assert composer(pilot).text.text == "Een\nTwee"
        await until(lambda: bodies(services) == ["Een\nTwee"])


# Quotes


async def test_ctrl_r_quotes_all_of_what_is_answered_at_the_cursor(
    services: Services, blog: Path
) -> None:
    async with reading(services, f"{blog}#comment-6") as pilot:
        await press(pilot, "R")
        await write(pilot, "Jij schreef:")
        await press(pilot, "ctrl+r")
        assert composer(pilot).text.text == "Jij schreef:\n\n> Dat hoor je wel, ja.\n\n"
        await write(pilot, "Nee.")
        assert composer(pilot).text.text.endswith("ja.\n\nNee.")
        await press(pilot, "ctrl+z", "ctrl+z")
        assert composer(pilot).text.text == "Jij schreef:", "a quote is one step"


async def test_a_quote_takes_nothing_away_and_parts_a_line(services: Services, blog: Path) -> None:
    async with reading(services, f"{blog}#comment-6") as pilot:
        await press(pilot, "R")
        await write(pilot, "voor na")
        await press(pilot, *["left"] * 2, *["shift+left"] * 5, "ctrl+r")
        assert composer(pilot).text.text == "voor \n\n> Dat hoor je wel, ja.\n\nna"


async def test_a_passage_of_the_article_says_where_it_is_from(
    services: Services, blog: Path
) -> None:
    async with reading(services, f"{blog}#comment-6") as pilot:
        await press(pilot, "R", "f2", "tab", "tab")
        assert article(pilot).has_focus
        await press(pilot, "quotation_mark")
        text = composer(pilot).text.text
        assert text.startswith("> Achter ons huis")
        assert text.endswith(">\n> — Uit het artikel: De heg en de schaar\n\n")
        assert composer(pilot).text.has_focus


async def test_another_comment_is_quoted_with_its_author(services: Services, blog: Path) -> None:
    async with reading(services, f"{blog}#comment-6") as pilot:
        await press(pilot, "R", "tab", "j")
        await press(pilot, "quotation_mark")
        assert composer(pilot).text.text == "> Wat doet u met de doorns?\n>\n> — Job\n\n"


async def test_r_quotes_what_the_mouse_selected(services: Services, blog: Path) -> None:
    async with reading(services, f"{blog}#comment-6") as pilot:
        pane = thread(pilot)
        row = next(y for y, line in enumerate(shown(pane).splitlines()) if "Dat hoor je" in line)
        column = shown(pane).splitlines()[row].index("Dat")
        await pilot.mouse_down(pane, offset=(column, row))
        await pilot.hover(pane, offset=(column + 8, row))
        await pilot.mouse_up(pane, offset=(column + 8, row))
        await settle(pilot)
        await press(pilot, "r")
        assert composer(pilot).text.text == "> Dat hoor\n\n"


async def test_an_article_s_paragraph_is_marked_as_such(services: Services, walk: Path) -> None:
    async with reading(services, walk) as pilot:
        await press(pilot, "r")
        assert composer(pilot).text.text.endswith(">\n> — Aus dem Artikel\n\n")


# Templates


async def test_a_template_is_chosen_and_put_in_at_the_cursor(
    services: Services, blog: Path, home: Path
) -> None:
    folder = home / "templates"
    folder.mkdir()
    (folder / "dank.md").write_text("Dank, {author}, voor {date}: {title}.\n", encoding="utf-8")
    (folder / "nee.md").write_text("Nee, want\n\n{quote}\n", encoding="utf-8")
    async with reading(replace(services, templates=folder), f"{blog}#comment-6") as pilot:
        await press(pilot, "R")
        await pilot.press("f5")
        await until(lambda: isinstance(pilot.app.screen, ChooseDialog))
        await pilot.pause()
        assert "dank" in screen_text(pilot.app)
        await press(pilot, "1")
        assert composer(pilot).text.text == "Dank, Wil, voor 7 maart 2026: De heg en de schaar.\n"
        await pilot.press("f5")
        await until(lambda: isinstance(pilot.app.screen, ChooseDialog))
        await pilot.pause()
        await press(pilot, "down", "enter")
        assert composer(pilot).text.text.endswith("\nNee, want\n\n> Dat hoor je wel, ja.\n")
        await until(lambda: bodies(services) == [composer(pilot).text.text])


async def test_without_templates_it_says_where_to_put_them(
    services: Services, blog: Path, home: Path
) -> None:
    async with reading(replace(services, templates=home / "t"), f"{blog}#comment-6") as pilot:
        await press(pilot, "R", "f5")
        assert f"put files such as {home / 't' / 'thanks.md'} there" in notices(pilot.app)


# The editor


async def test_an_empty_text_from_the_editor_is_asked_about(
    services: Services, blog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(HeadlessDriver, "can_suspend", property(lambda _driver: True))
    monkeypatch.setattr("tui.system.editor.edit", lambda *_: "\n")
    kept = replace(services, environ={"EDITOR": "leeg"})
    async with reading(kept, f"{blog}#comment-6") as pilot:
        await press(pilot, "R")
        await write(pilot, "Blijf")
        await press(pilot, "ctrl+e")
        assert isinstance(pilot.app.screen, ConfirmDialog)
        await press(pilot, "n")
        assert composer(pilot).text.text == "Blijf"
        await press(pilot, "ctrl+e", "y")
        assert not composer(pilot).text.text.strip()
        await press(pilot, "ctrl+z")
        assert composer(pilot).text.text == "Blijf", "what an editor did can be undone"


# Spelling

CHECKER = """
[ $1 = dicts ] && printf 'nl\\nen\\n' && exit
echo '@(#)'
while read -r line; do
  case "$line" in
    '^merls') echo '& merls 2 1: merels, mers'; echo;;
    '^xqz') echo '# xqz 1'; echo;;
    '^'*) echo '*'; echo;;
    *) echo "$line" >> "$LOG";;
  esac
done
"""


@pytest.fixture
def checked(services: Services, home: Path) -> Services:
    """Where spelling is checked by a stand-in."""
    script(home / "bin", "aspell", CHECKER)
    own = replace(services.preferences, writing=WritingSettings())
    environ = {"PATH": str(home / "bin"), "LOG": str(home / "log")}
    return replace(services, environ=environ, preferences=own)


def underlined(pilot: Pilot[None]) -> list[str]:
    """What is marked in the text."""
    text = composer(pilot).text
    return [
        segment.text
        for y in range(text.size.height)
        for segment in text.render_line(y)
        if segment.style is not None and segment.style.underline
    ]


async def test_misspelt_words_are_marked_and_counted(checked: Services, blog: Path) -> None:
    async with reading(checked, f"{blog}#comment-6") as pilot:
        await press(pilot, "R")
        await write(pilot, "> merls hier\n\nDe merls en xqz.")
        await told(pilot, "2 misspelt")
        assert underlined(pilot) == ["merls", "xqz"]
        await write(pilot, " Er")
        assert underlined(pilot) == ["merls", "xqz"], "marks stay while one types on"


async def test_the_next_misspelt_word_is_gone_to_and_set_right(
    checked: Services, blog: Path
) -> None:
    async with reading(checked, f"{blog}#comment-6") as pilot:
        await press(pilot, "R")
        await write(pilot, "De merls zingen.\nEn xqz.")
        await press(pilot, "ctrl+n")
        await told(pilot, "merls? merels, mers · ctrl+l chooses")
        assert composer(pilot).text.selected_text == "merls"
        await pilot.press("ctrl+l")
        await until(lambda: isinstance(pilot.app.screen, ChooseDialog))
        await pilot.pause()
        assert "“merls” is not in the dictionary nl" in screen_text(pilot.app)
        await press(pilot, "1")
        assert composer(pilot).text.text == "De merels zingen.\nEn xqz."
        await press(pilot, "ctrl+n")
        assert composer(pilot).text.selected_text == "xqz"
        await told(pilot, "nothing like it is known")


async def test_a_word_is_added_to_the_user_s_own(checked: Services, blog: Path, home: Path) -> None:
    async with reading(checked, f"{blog}#comment-6") as pilot:
        await press(pilot, "R")
        await write(pilot, "En xqz.")
        await press(pilot, "ctrl+n")
        await pilot.press("ctrl+l")
        await until(lambda: isinstance(pilot.app.screen, ChooseDialog))
        await pilot.pause()
        await press(pilot, "1")
        await until(lambda: "misspelt" not in state(pilot))
        assert underlined(pilot) == []
        assert (home / "log").read_text(encoding="utf-8") == "*xqz\n#\n"


async def test_without_a_checker_the_key_says_what_to_install(
    checked: Services, blog: Path, home: Path
) -> None:
    none = replace(checked, environ={"PATH": str(home / "none")})
    async with reading(none, f"{blog}#comment-6") as pilot:
        await press(pilot, "R")
        await write(pilot, "merls")
        await press(pilot, "ctrl+n")
        assert "aspell or hunspell is not installed" in notices(pilot.app)
        assert "misspelt" not in state(pilot)


# Drafts on their way


async def test_a_draft_in_the_outbox_is_a_draft_again_once_it_changes(
    services: Services, blog: Path
) -> None:
    async with reading(services, f"{blog}#comment-6") as pilot:
        await press(pilot, "R")
        await write(pilot, "Klaar")
        await press(pilot, "escape")
    (draft,) = services.drafts.all()
    services.drafts.mark(draft.id, DraftState.READY)
    async with reading(services, blog) as pilot:
        reader(pilot).replies.go_on(draft.id)
        await settle(pilot)
        assert "In the outbox; a change makes it a draft again." in state(pilot)
        await write(pilot, "!")
        await told(pilot, "Out of the outbox: it is a draft again.")
        assert services.drafts.get(draft.id).state is DraftState.DRAFT


@pytest.mark.parametrize("sent", [DraftState.SENT, DraftState.SENDING, DraftState.UNKNOWN])
async def test_what_has_left_is_not_changed_but_begun_anew(
    services: Services, blog: Path, sent: DraftState
) -> None:
    async with reading(services, f"{blog}#comment-6") as pilot:
        await press(pilot, "R")
        await write(pilot, "Weg")
        await press(pilot, "escape")
    (draft,) = services.drafts.all()
    services.drafts.mark(draft.id, sent)
    async with reading(services, blog) as pilot:
        reader(pilot).replies.go_on(draft.id)
        await settle(pilot)
        assert isinstance(pilot.app.screen, ConfirmDialog)
        await press(pilot, "n")
        assert reader(pilot).composer is None
        reader(pilot).replies.go_on(draft.id)
        await settle(pilot)
        await press(pilot, "y")
        assert composer(pilot).text.text == "Weg"
        await write(pilot, " en terug")
        await press(pilot, "escape")
    assert services.drafts.get(draft.id).body == "Weg"
    assert sorted(bodies(services)) == ["Weg", "Weg en terug"]


# Two texts


async def test_a_change_by_another_program_is_taken_over_where_nothing_is_lost(
    services: Services, blog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app.widgets.composer.LOOK_EVERY", 0.05)
    async with reading(services, f"{blog}#comment-6") as pilot:
        await press(pilot, "R")
        await write(pilot, "Mijn woorden")
        await saved(pilot)
        other = DraftStore(services.drafts.folder)
        (draft,) = other.all()
        other.save(replace(draft, body="Mijn woorden, en die van een ander"))
        await until(lambda: composer(pilot).text.text.endswith("van een ander"))
        assert "Another program changed this draft" in state(pilot)
        await write(pilot, "!")
        await until(lambda: bodies(services) == ["Mijn woorden, en die van een ander!"])


@pytest.mark.parametrize(
    ("key", "text", "others"),
    [
        ("m", "Van mij, en meer", set()),
        ("t", "Van hen", set()),
        ("b", "Van mij, en meer", {"Van hen"}),
    ],
)
async def test_of_two_texts_the_user_says_which_goes_on(
    services: Services,
    blog: Path,
    monkeypatch: pytest.MonkeyPatch,
    key: str,
    text: str,
    others: set[str],
) -> None:
    monkeypatch.setattr("tui.app.widgets.composer.LOOK_EVERY", 60)
    async with reading(services, f"{blog}#comment-6") as pilot:
        await press(pilot, "R")
        await write(pilot, "Van mij")
        await saved(pilot)
        other = DraftStore(services.drafts.folder)
        (draft,) = other.all()
        other.save(replace(draft, body="Van hen"))
        await write(pilot, ", en meer")
        await told(pilot, "changed elsewhere, ctrl+g decides")
        assert composer(pilot).text.text == "Van mij, en meer", "no key is lost"
        await pilot.press("ctrl+g")
        await until(lambda: isinstance(pilot.app.screen, ConflictDialog))
        await pilot.pause()
        lines = screen_text(pilot.app)
        assert "mine Van mij, en meer" in lines
        assert "theirs Van hen" in lines
        await press(pilot, "escape")
        await pilot.press("ctrl+g")
        await until(lambda: isinstance(pilot.app.screen, ConflictDialog))
        await pilot.pause()
        await press(pilot, key)
        assert composer(pilot).text.text == text
        await until(lambda: set(bodies(services)) == {text, *others})
        assert "ctrl+g" not in state(pilot)


# Again


async def test_a_composer_that_is_used_again_shows_the_other_draft_alone(
    services: Services, blog: Path
) -> None:
    async with reading(services, f"{blog}#comment-4") as pilot:
        await press(pilot, "R")
        await write(pilot, "Een " * 60)
        await press(pilot, "f3", "f3", "escape", "g", "R")
        assert composer(pilot).text.text == ""
        assert "Reply to Marijke" in screen_text(pilot.app)
        assert "empty" in state(pilot) or "nothing written yet" in state(pilot)
        await press(pilot, "ctrl+z")
        assert composer(pilot).text.text == "", "nothing is undone beyond its beginning"
        await write(pilot, "Twee " * 60)
        await press(pilot, "escape")
        await pilot.resize_terminal(90, 30)
        await settle(pilot)
        await press(pilot, "j", "e")
        rows = shown(composer(pilot).text).splitlines()
        assert "".join(rows).replace(" ", "") == "Twee" * 60
        assert sum("Twee" in row for row in rows) < 6, "it is wrapped to the wider place"
    assert sorted(bodies(services)) == ["Een " * 60, "Twee " * 60]
