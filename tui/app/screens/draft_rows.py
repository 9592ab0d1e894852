"""The rows of the drafts panel: by state, sifted by words and tags, some of them marked."""

from __future__ import annotations

from collections.abc import Sequence

from tui.app import dialogs
from tui.app.actions import Scope
from tui.app.layout.clip import clip
from tui.app.layout.comments import MessageItem, count
from tui.app.layout.draft_texts import draft_texts
from tui.app.layout.lines import Role
from tui.app.layout.look import Guides, Look
from tui.app.layout.rows import ListRow
from tui.app.layout.texts import ReadItem
from tui.app.screens.beside import BesideScreen
from tui.app.screens.lists import RowList
from tui.app.services import Services
from tui.app.widgets.bars import TitleBar
from tui.send.telling import state_words
from tui.store.draft import Draft, DraftState
from tui.store.draftlist import TITLES, addressee, age, grouped, matches, own_words, words_in

_TITLE = 48  # cells
_NONE = "No drafts. r on a comment begins one."
_NO_DISCARDED = "No drafts were discarded."


class DraftList(RowList):
    """Rows of drafts, some of them marked.

    Attributes:
        marked: The ids of those that are.
    """

    def __init__(self) -> None:
        super().__init__()
        self.marked: frozenset[str] = frozenset()

    def gutter_mark(self, line_number: int) -> str:
        """A bar beside the cursor's row, and a sign beside the first line of a marked one."""
        bar = super().gutter_mark(line_number)
        at = self.stack.index_at(line_number)
        if self.stack.items[at].key not in self.marked or line_number != self.stack.top(at):
            return bar
        return (bar[:1] or " ") + self.glyphs.mark

    def show_marked(self, marked: frozenset[str]) -> None:
        """Mark other rows."""
        self.marked = marked
        self.refresh()


class DraftRows(BesideScreen):
    """A list of drafts.

    Attributes:
        wanted: The words and tags that are shown alone, perhaps none.
        shows_discarded: Whether those are listed that were discarded, instead of the others.
        marked: The ids of the drafts that are marked.
    """

    scope = Scope.DRAFTS
    heading = "Drafts"

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.wanted = ""
        self.shows_discarded = False
        self.marked: frozenset[str] = frozenset()
        self.glyphs = Look(guides=Guides(services.preferences.reading.guides)).glyphs
        self._drafts: dict[str, Draft] = {}
        self._made: dict[str, ListRow] = {}
        self._problems: Sequence[str] = ()

    # Rows

    def make_list(self) -> RowList:
        """The list."""
        rows = DraftList()
        rows.glyphs = self.glyphs
        return rows

    def make_rows(self) -> list[ListRow | MessageItem]:
        """The drafts under the headings of their states, below what cannot be read."""
        discarded = self.shows_discarded
        drafts = self.services.with_drafts(
            lambda store: store.discarded() if discarded else store.all()
        )
        problems = self.services.with_drafts(lambda store: store.problems())
        self._problems = () if discarded else [problem.sentence for problem in problems]
        self._drafts = {draft.id: draft for draft in drafts}
        self._made = {draft.id: self._row(draft) for draft in drafts}
        self.marked &= self._drafts.keys()
        return self._rows()

    def _rows(self) -> list[ListRow | MessageItem]:
        rows: list[ListRow | MessageItem] = [
            MessageItem(f"problem-{number}", problem)
            for number, problem in enumerate(self._problems)
        ]
        shown = [draft for draft in self._drafts.values() if matches(draft, self.wanted)]
        if self.shows_discarded:
            rows += (self._made[draft.id] for draft in shown)
        else:
            for state, drafts in grouped(shown):
                title = f"{TITLES[state]}{self.glyphs.dot}{len(drafts)}"
                rows.append(MessageItem(f"state-{state}", title, Role.HEADING))
                rows += (self._made[draft.id] for draft in drafts)
        if not self._drafts:
            rows.append(MessageItem("empty", _NO_DISCARDED if self.shows_discarded else _NONE))
        elif not shown:
            rows.append(MessageItem("none", f"No draft matches “{self.wanted}”."))
        return rows

    def _row(self, draft: Draft) -> ListRow:
        facts = (
            "" if draft.state is DraftState.DRAFT else state_words(draft),
            clip(draft.page.title or draft.page.source, _TITLE, self.glyphs.more),
            age(draft.changed, self.services.clock()),
            count(words_in(draft.body), "word") or "no words",
            " ".join(f"#{tag}" for tag in draft.tags),
        )
        line = self.glyphs.dot.join(filter(None, facts))
        return ListRow(draft.id, f"To {addressee(draft)}", line, own_words(draft.body))

    def show_rows_again(self) -> None:
        """Show the rows as they are to be shown now, without reading them."""
        self.query_one(RowList).show_rows(self._rows())
        self.rows_shown()

    def rows_shown(self) -> None:
        """Show the text of the row under the cursor, and how many there are."""
        super().rows_shown()
        self.show_figures()

    def show_figures(self) -> None:
        """Tell beside the title how many drafts are shown and marked."""
        number = len(self._drafts)
        rows = self.query_one(DraftList)
        shown = sum(isinstance(row, ListRow) for row in rows.rows)
        facts = (
            f"“{self.wanted}”: {shown} of {number}" if self.wanted else count(number, "draft"),
            f"{len(self.marked)} marked" if self.marked else "",
            "discarded" if self.shows_discarded else "",
        )
        self.query_one(TitleBar).show_facts(self.glyphs.dot.join(filter(None, facts)))
        rows.show_marked(self.marked)

    def texts(self, key: str) -> Sequence[ReadItem]:
        """A draft with what it answers."""
        draft = self._drafts.get(key)
        return draft_texts(draft, self.services.clock(), self.glyphs) if draft else ()

    # Which are meant

    def current(self) -> Draft | None:
        """The draft under the cursor."""
        row = self.query_one(RowList).current
        return None if row is None else self._drafts.get(row.key)

    def meant(self) -> list[Draft]:
        """The marked drafts in their order on the screen, else the one under the cursor."""
        rows = self.query_one(RowList).rows
        marked = [self._drafts[row.key] for row in rows if row.key in self.marked]
        # Those that a filter hides stay marked, but nothing is done to what is not in sight.
        current = self.current()
        return marked or ([current] if current is not None else [])

    def action_mark(self) -> None:
        """Mark the draft under the cursor, or mark it no more, and go on to the next."""
        draft = self.current()
        if draft is not None:
            self.marked ^= {draft.id}
            self.show_figures()
            self.action_next()

    def action_mark_all(self) -> None:
        """Mark all drafts that are shown; where they are, none."""
        rows = self.query_one(RowList).rows
        shown = frozenset(row.key for row in rows if isinstance(row, ListRow))
        self.marked = self.marked - shown if shown <= self.marked else self.marked | shown
        self.show_figures()

    # The filter

    def action_filter(self) -> None:
        """Ask which drafts to show."""
        before = self.wanted

        def entered(text: str | None) -> None:
            self.show_only(before if text is None else text)

        hint = "words and #tags"
        prompt = dialogs.LinePrompt("Show only", before, hint=hint, changed=self.show_only)
        self.app.push_screen(prompt, entered)

    def show_only(self, wanted: str) -> None:
        """Show the drafts that match; all for no words."""
        self.wanted = wanted.strip()
        self.show_rows_again()

    def action_go_back(self) -> None:
        """From the text to the list, from a part of the list to all of it, then back."""
        if self.leave_text():
            return
        if self.wanted:
            self.show_only("")
        elif self.shows_discarded:
            self.show_discarded(discarded=False)
        elif self.marked:
            self.marked = frozenset()
            self.show_figures()
        else:
            super().action_go_back()

    def show_discarded(self, *, discarded: bool) -> None:
        """List the drafts that were discarded, or the others."""
        self.shows_discarded = discarded
        self.marked = frozenset()
        self.query_one(TitleBar).title = "Discarded drafts" if discarded else self.heading
        self.read_rows()
