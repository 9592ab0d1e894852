"""Lists that fill the screen: rows to choose from, and the list of drafts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from tui.app import dialogs
from tui.app.actions import Scope, bindings
from tui.app.layout.comments import MessageItem, count
from tui.app.layout.rows import ListRow
from tui.app.messages import BackAsked
from tui.app.services import Services
from tui.app.widgets.bars import KeyBar, TitleBar
from tui.app.widgets.cursor_view import CursorView
from tui.errors import DraftError, RejoinderError
from tui.store.draft import Draft

_WIDTH = 80


class RowList(CursorView[ListRow | MessageItem]):
    """Rows with a cursor."""

    def __init__(self) -> None:
        super().__init__(max_text=_WIDTH, id="rows")
        self.rows: Sequence[ListRow | MessageItem] = ()

    def make_items(self) -> list[ListRow | MessageItem]:
        """The rows."""
        return list(self.rows)

    def can_hold_cursor(self, item: ListRow | MessageItem) -> bool:
        """Sentences are not for choosing."""
        return isinstance(item, ListRow)

    def show_rows(self, rows: Sequence[ListRow | MessageItem]) -> None:
        """Show other rows."""
        self.rows = rows
        self.relayout()


class ListScreen(Screen[None]):
    """A title, rows and the keys that apply."""

    scope = Scope.LIBRARY
    heading = ""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield TitleBar(self.heading, "Rejoinder")
        yield RowList()
        yield KeyBar(self.services.keymap)

    def on_mount(self) -> None:
        """Read the rows in a thread."""
        self.query_one(KeyBar).show((self.scope, Scope.APP))
        self.query_one(RowList).focus()
        self.read_rows()

    def on_screen_resume(self) -> None:
        """Read them again, for they may have changed."""
        if self.is_mounted:
            self.read_rows()

    @work(thread=True, exclusive=True, group="rows")
    def read_rows(self) -> None:
        """Read the rows and show them, unless they are being read once more by then."""
        try:
            rows = self.make_rows()
        except RejoinderError as error:
            rows = [MessageItem("error", str(error))]
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self.query_one(RowList).show_rows, rows)

    def make_rows(self) -> list[ListRow | MessageItem]:
        """The rows, from disk; runs in a thread."""
        return []

    def choose(self, key: str) -> None:
        """A row was chosen."""

    def on_cursor_view_chosen(self) -> None:
        """A second click chooses."""
        self.action_choose()

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        row = self.query_one(RowList).current
        if row is not None:
            self.choose(row.key)

    def action_next(self) -> None:
        """To the next row."""
        self.query_one(RowList).action_next()

    def action_previous(self) -> None:
        """To the row before."""
        self.query_one(RowList).action_previous()

    def action_top(self) -> None:
        """To the first row."""
        self.query_one(RowList).action_top()

    def action_bottom(self) -> None:
        """To the last row."""
        self.query_one(RowList).action_bottom()

    def action_go_back(self) -> None:
        """Go back."""
        self.post_message(BackAsked())


class DraftsScreen(ListScreen):
    """The drafts of all pages, the last changed one first."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.DRAFTS)
    scope = Scope.DRAFTS
    heading = "Drafts"

    class Chosen(Message):
        """A draft was chosen."""

        def __init__(self, draft: Draft) -> None:
            super().__init__()
            self.draft = draft

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._drafts: dict[str, Draft] = {}

    def make_rows(self) -> list[ListRow | MessageItem]:
        """A row a draft, and a sentence for each file that cannot be read."""
        drafts = self.services.with_drafts(lambda store: store.all())
        problems = self.services.with_drafts(lambda store: store.problems())
        self._drafts = {draft.id: draft for draft in drafts}
        rows: list[ListRow | MessageItem] = [
            MessageItem(f"problem-{number}", problem.sentence)
            for number, problem in enumerate(problems)
        ]
        rows.extend(_draft_row(draft) for draft in drafts)
        if not rows:
            rows.append(MessageItem("empty", "No drafts. r on a comment begins one."))
        return rows

    def choose(self, key: str) -> None:
        """Go on writing a draft."""
        self.post_message(self.Chosen(self._drafts[key]))

    def action_discard(self) -> None:
        """Discard the draft under the cursor, after a yes."""
        row = self.query_one(RowList).current
        if row is None:
            return
        draft = self._drafts[row.key]

        dialog = dialogs.ConfirmDialog("Discard this draft?", discard_detail(draft))
        self.app.push_screen(dialog, lambda yes: self._discard(draft) if yes else None)

    def _discard(self, draft: Draft) -> None:
        self.run_worker(lambda: self._move_away(draft), thread=True, group="discard")

    def _move_away(self, draft: Draft) -> None:
        try:
            self.services.with_drafts(lambda store: store.discard(draft.id))
        except DraftError as error:
            self.app.call_from_thread(self.notify, str(error), severity="error", markup=False)
        self.app.call_from_thread(self.read_rows)


def discard_detail(draft: Draft) -> str:
    """What a person should know before discarding a draft."""
    return f"{count(len(draft.body.split()), 'word')}. The file goes to the folder “discarded”."


def _draft_row(draft: Draft) -> ListRow:
    to = draft.parent.author or "a comment" if draft.parent else "the article"
    facts = (
        draft.state.value,
        draft.page.title or draft.page.source,
        minute(draft.changed),
        count(len(draft.body.split()), "word"),
    )
    own = "\n".join(line for line in draft.body.splitlines() if not line.startswith(">"))
    words = own if own.strip() else draft.body
    return ListRow(draft.id, f"To {to}", " · ".join(filter(None, facts)), words)


def minute(at: datetime) -> str:
    """A moment to the minute, by this computer's clock."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"
