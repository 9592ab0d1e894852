"""The library and the list of drafts: rows that are chosen by number."""

from __future__ import annotations

from abc import abstractmethod
from typing import Generic, TypeVar

from tui.fetch import told_source
from tui.plain import telling
from tui.plain.commands import Asked, CommandError
from tui.plain.handing import hand_over
from tui.plain.sending import sending
from tui.plain.table import Where
from tui.plain.view import Host, Lines, View
from tui.send.telling import state_words
from tui.store.draft import Draft
from tui.store.draftlist import age, grouped
from tui.store.library import LibraryEntry
from tui.store.writing import Writing

RowT = TypeVar("RowT")

_ANSWERED = 200
"""So many characters are told of what a draft answers before one goes on with it."""

_ROWS = 30
"""So many pages are listed unless a number says how many."""


class ListView(View, Generic[RowT]):
    """Rows with numbers.

    Attributes:
        rows: The rows.
    """

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.rows: list[RowT] = []

    @property
    def where(self) -> Where:
        """In a list."""
        return Where.LIST

    @abstractmethod
    def read(self, most: int) -> list[RowT]:
        """The rows, from disk."""

    @abstractmethod
    def told(self, row: RowT) -> str:
        """A row in words."""

    @abstractmethod
    def choose(self, row: RowT) -> Lines:
        """Do what a row is there for."""

    def begin(self) -> Lines:
        """The rows."""
        yield from self.do_list(Asked("list"))

    def resume(self) -> Lines:
        """The rows, for they may have changed."""
        yield from self.begin()

    def close(self) -> None:
        """A list has nothing to keep."""

    def do_list(self, asked: Asked) -> Lines:
        """Tell the rows."""
        self.rows = self.read(asked.count or _ROWS)
        for number, row in enumerate(self.rows, 1):
            yield from self.host.wrapped(f"{number}: {self.told(row)}")

    def row(self, asked: Asked) -> RowT:
        """The row of a number.

        Raises:
            CommandError: There is none.
        """
        if asked.count is None and asked.text:
            raise CommandError(f"{asked.text} is no number of a row.")
        if asked.count is None:
            raise CommandError("Name a row by its number.")
        if not 1 <= asked.count <= len(self.rows):
            raise CommandError(f"There is no row {asked.count}; the last is {len(self.rows)}.")
        return self.rows[asked.count - 1]

    def do_choose(self, asked: Asked) -> Lines:
        """Do what the row of a number is there for."""
        yield from self.choose(self.row(asked))


class LibraryView(ListView[LibraryEntry]):
    """The pages that were opened."""

    prompt = "library> "

    def read(self, most: int) -> list[LibraryEntry]:
        """The pages opened last."""
        return self.stores.library.recent(most)

    def told(self, row: LibraryEntry) -> str:
        """Title, source and day."""
        day = f"{row.opened.astimezone():%Y-%m-%d}"
        return f"{telling.name(row.title or row.source)}, opened {day}, {told_source(row.source)}"

    def begin(self) -> Lines:
        """The rows, and what to do with them."""
        yield from self.do_list(Asked("list"))
        if self.rows:
            yield "A number opens a page; help tells all commands."
        else:
            yield "No page was opened yet. Type open and an address or a file."

    def choose(self, row: LibraryEntry) -> Lines:
        """Open a page."""
        yield from self.host.open(row.source, row.key)


class DraftsView(ListView[Draft]):
    """The drafts of all pages."""

    prompt = "drafts> "

    def read(self, most: int) -> list[Draft]:
        """The drafts, what needs the user first; all of them."""
        del most
        return [draft for group in grouped(self.stores.drafts.all()) for draft in group.drafts]

    def told(self, row: Draft) -> str:
        """Whom it answers, how it begins, how old it is and its tags."""
        tags = "".join(f", #{tag}" for tag in row.tags)
        old = f", {age(row.changed, self.stores.clock())}{tags}"
        return f"{state_words(row)} {telling.addressee(row)}: {telling.beginning(row)}{old}"

    def begin(self) -> Lines:
        """The rows, and what to do with them."""
        yield from self.do_list(Asked("list"))
        if self.rows:
            yield "A number goes on with a draft; back goes back."
        else:
            yield "There are no drafts."
        for problem in self.stores.drafts.problems():
            yield from self.host.wrapped(problem.sentence)

    def choose(self, row: Draft) -> Lines:
        """Tell what a draft answers, and go on writing it."""
        if row.parent is not None and row.parent.text:
            said = telling.first_words(row.parent.text, _ANSWERED)
            yield from self.host.wrapped(f"{telling.name(row.parent.author)} wrote: {said}")
        yield from self.host.write(self._writing(row), self.refresh)

    def do_edit(self, asked: Asked) -> Lines:
        """Go on writing the draft of a number."""
        yield from self.choose(self.row(asked))

    def do_editor(self, asked: Asked) -> Lines:
        """Go on writing the draft of a number in the user's own editor."""
        yield from self.host.write(self._writing(self.row(asked)), self.refresh, in_editor=True)

    def _writing(self, row: Draft) -> Writing:
        draft = self.stores.drafts.get(row.id)
        return Writing(self.stores, draft.page, draft.parent, draft=draft)

    def do_send(self, asked: Asked) -> Lines:
        """Send the draft of a number, or see to one that is on its way."""
        draft = self.stores.drafts.get(self.row(asked).id)
        yield from self.host.talk(sending(self.stores, draft), self.refresh)

    def do_hand_over(self, asked: Asked) -> Lines:
        """Hand over the draft of a number."""
        draft = self.stores.drafts.get(self.row(asked).id)
        yield from self.host.talk(hand_over(self.stores, draft), self.refresh)

    def refresh(self) -> None:
        """Know the drafts as they are now."""
        self.rows = self.read(_ROWS)

    def do_discard_row(self, asked: Asked) -> Lines:
        """Discard a draft after a yes."""
        yield from self.host.discard(self.row(asked), self.refresh)
