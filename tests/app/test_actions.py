from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.dom import DOMNode

from tests.app.reading import make_services, press, reading, settle, shown, thread
from tests.keytable import END, README, START, key_table, with_table
from tui.app.actions import ACTIONS, Action, Scope, actions_of, bindings
from tui.app.app import RejoinderApp
from tui.app.dialogs.help import HelpScreen
from tui.app.dialogs.selecting import SelectionScreen
from tui.app.keys import SAME_BYTE, key_name
from tui.app.reader.feature import Feature
from tui.app.reader.screen import ReaderScreen
from tui.app.screens.drafts import DraftsScreen
from tui.app.screens.library import LibraryScreen
from tui.app.screens.opening import OpeningScreen
from tui.app.screens.outbox import OutboxScreen
from tui.app.screens.versions import VersionsScreen
from tui.app.services import Services
from tui.app.widgets.article_pane import ArticlePane
from tui.app.widgets.bars import KeyBar, KeyHint
from tui.app.widgets.composer import ReplyText
from tui.app.widgets.preview_pane import PreviewPane
from tui.app.widgets.thread_pane import ThreadPane

OWNERS: dict[Scope, type[DOMNode]] = {
    Scope.APP: RejoinderApp,
    Scope.OPENING: OpeningScreen,
    Scope.READER: ReaderScreen,
    Scope.ARTICLE: ArticlePane,
    Scope.THREAD: ThreadPane,
    Scope.SELECTION: SelectionScreen,
    Scope.COMPOSER: ReplyText,
    Scope.PREVIEW: PreviewPane,
    Scope.LIBRARY: LibraryScreen,
    Scope.DRAFTS: DraftsScreen,
    Scope.VERSIONS: VersionsScreen,
    Scope.OUTBOX: OutboxScreen,
}
WIDTHS = (50, 90, 140, 200)
BARS = (
    (Scope.ARTICLE, Scope.READER, Scope.APP),
    (Scope.THREAD, Scope.READER, Scope.APP),
    (Scope.COMPOSER,),
    (Scope.PREVIEW,),
    (Scope.LIBRARY, Scope.APP),
    (Scope.DRAFTS, Scope.APP),
    (Scope.VERSIONS, Scope.APP),
    (Scope.OUTBOX, Scope.APP),
    (Scope.SELECTION,),
)

every_action = pytest.mark.parametrize(
    "action", ACTIONS, ids=lambda action: f"{action.scope.name}.{action.id}"
)


@every_action
def test_an_action_is_done_by_a_method_of_its_scope_s_owner(action: Action) -> None:
    owners: list[type] = [OWNERS[action.scope]]
    if action.scope is Scope.READER:
        owners += Feature.__subclasses__()
    assert sum(f"action_{action.id}" in dir(owner) for owner in owners) == 1


@every_action
def test_an_action_has_a_name_and_a_sentence_of_help(action: Action) -> None:
    assert re.fullmatch(r"[A-Z$][^\n]*[^\s.]\.", action.help)
    assert action.title[0].isupper()
    assert action.keys


@pytest.mark.parametrize("scope", Scope)
def test_each_scope_has_each_action_and_each_key_once(scope: Scope) -> None:
    ids = [action.id for action in actions_of(scope)]
    keys = [key for action in actions_of(scope) for key in action.keys]
    assert len(ids) == len(set(ids)) > 0
    assert len(keys) == len(set(keys))
    assert not set(keys) & set(SAME_BYTE)


@pytest.mark.parametrize("scope", Scope)
def test_the_owner_of_a_scope_takes_its_keys(scope: Scope) -> None:
    def pairs(taken: object) -> set[tuple[str, str]]:
        assert isinstance(taken, Binding)
        return {(key, taken.action) for key in taken.key.split(",")}

    owned = {pair for binding in OWNERS[scope].BINDINGS for pair in pairs(binding)}
    assert owned == {pair for binding in bindings(scope) for pair in pairs(binding)}
    assert owned >= {(key, action.id) for action in actions_of(scope) for key in action.keys}


def help_columns(app: App[None]) -> tuple[str, str]:
    """What the help shows: its keys and headings, and beside them its sentences."""
    lines = shown(app.screen.query_one("#help-table")).splitlines()
    width = next(line.index("Show all keys.") for line in lines if "Show all keys." in line)
    left, right = zip(*((line[:width], line[width:]) for line in lines), strict=True)
    return " ".join(" ".join(left).split()), " ".join(" ".join(right).split())


async def test_the_help_shows_every_action_with_its_keys(home: Path) -> None:
    async with reading(make_services(home), None) as pilot:
        await press(pilot, "question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        keys, sentences = help_columns(pilot.app)
        assert {key_name(key) for action in ACTIONS for key in action.keys} <= set(keys.split())
        for action in ACTIONS:
            assert action.help in sentences
        for scope in Scope:
            assert scope.value in screen_words(pilot.app)


def screen_words(app: App[None]) -> str:
    return " ".join(shown(app.screen.query_one("#help-table")).split())


async def test_the_help_finds_an_action_by_its_words(home: Path) -> None:
    async with reading(make_services(home), None) as pilot:
        await press(pilot, "question_mark", *"sibling")
        assert "To the comment of the same level before." in screen_words(pilot.app)
        assert "Leave the program." not in screen_words(pilot.app)
        await press(pilot, *"xyzzy")
        assert screen_words(pilot.app) == "No action is called so."


def test_the_key_table_of_the_readme_is_the_table_of_actions() -> None:
    readme = README.read_text(encoding="utf-8")
    assert with_table(readme) == readme, "run python -m tests.keytable"


def test_the_key_table_has_a_row_an_action_and_no_cell_too_many() -> None:
    rows = [line for line in key_table().splitlines() if line.startswith("| <kbd>")]
    assert len(rows) == len(ACTIONS)
    assert all(row.count("|") == 3 for row in rows)
    for row, action in zip(rows, sorted(ACTIONS, key=_scope_order), strict=True):
        assert row.count("<kbd>") == len(action.keys)


def _scope_order(action: Action) -> int:
    return list(Scope).index(action.scope)


def test_writing_the_key_table_leaves_the_rest_alone() -> None:
    written = with_table(f"# Title\n\n{START}\nyesterday\n{END}\n\nThe end.\n")
    assert written.startswith(f"# Title\n\n{START}\n")
    assert written.endswith(f"\n{END}\n\nThe end.\n")
    assert "yesterday" not in written
    assert with_table(written) == written


@pytest.mark.parametrize("readme", ["", START, END, f"{END}{START}", f"{START}{START}{END}"])
def test_a_readme_without_its_markers_is_refused(readme: str) -> None:
    with pytest.raises(ValueError, match="once each"):
        with_table(readme)


class Bar(App[None]):
    """A key bar on a screen of its own."""

    CSS_PATH = Path(RejoinderApp.CSS_PATH)

    def compose(self) -> ComposeResult:
        yield KeyBar()


@pytest.mark.parametrize("width", WIDTHS)
async def test_the_footer_shows_whole_hints_only(width: int) -> None:
    app = Bar()
    async with app.run_test(size=(width, 5)) as pilot:
        bar = app.query_one(KeyBar)
        for scopes in BARS:
            bar.show(scopes)
            await pilot.pause()
            text = bar.render_line(0).text
            assert cell_len(text) <= width
            known = [f"{hint.name} {hint.title}" for hint in bar.hints()]
            drawn = re.split(r"\s{2,}", text.strip())
            assert set(drawn) <= set(known)
            assert drawn[0] == known[0]
            assert len(drawn) >= 2
            assert Scope.APP not in scopes or "? Help" in drawn


async def test_a_wider_footer_shows_no_fewer_hints() -> None:
    counts = []
    for width in WIDTHS:
        app = Bar()
        async with app.run_test(size=(width, 5)) as pilot:
            bar = app.query_one(KeyBar)
            bar.show(BARS[1])
            await pilot.pause()
            counts.append(len(re.split(r"\s{2,}", bar.render_line(0).text.strip())))
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]


def test_hints_name_the_key_that_the_innermost_scope_takes() -> None:
    bar = KeyBar()
    for scopes in BARS:
        bar.scopes = scopes
        taken = [hint.key for hint in bar.hints()]
        assert len(taken) == len(set(taken))
    bar.scopes = (Scope.LIBRARY, Scope.APP)
    assert KeyHint("enter", "Open") in bar.hints()


async def test_the_footer_follows_the_focus(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        bar = pilot.app.screen.query_one(KeyBar)
        assert "} Next heading" in shown(bar)
        await press(pilot, "tab")
        assert "} Next heading" not in shown(bar)
        assert "u Parent" in shown(bar)


async def test_a_click_on_a_hint_is_its_key(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        bar = pilot.app.screen.query_one(KeyBar)
        await pilot.click(bar, offset=(bar.render_line(0).text.index("Switch"), 0))
        await settle(pilot)
        assert thread(pilot).has_focus
        await pilot.click(bar, offset=(bar.render_line(0).text.index("Help"), 0))
        await settle(pilot)
        assert isinstance(pilot.app.screen, HelpScreen)
