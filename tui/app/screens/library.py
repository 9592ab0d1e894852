"""The library: bookmarked pages, those to be fetched, and all that were opened before."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from tui.app import dialogs
from tui.app.actions import Scope, bindings
from tui.app.layout.comments import MessageItem, count
from tui.app.layout.look import Guides, Look
from tui.app.layout.rows import ListRow
from tui.app.messages import PageChosen
from tui.app.screens.lists import ListScreen, RowList, minute
from tui.app.services import Services
from tui.app.widgets.bars import TitleBar
from tui.errors import RejoinderError
from tui.fetch import told_source
from tui.reading.naming import kept_names
from tui.store.bookmarks import BookmarkError, Shelf, split_tags
from tui.store.listing import Listed, listing, rebookmarked

_ROWS = 500
_FORGETS = "The copy, your place and what was read of it are given up{bookmark}. Drafts stay."


class LibraryScreen(ListScreen):
    """The pages of the library: bookmarks first, then the last opened.

    Attributes:
        wanted: The words and tags that are shown alone, perhaps none.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.LIBRARY)
    scope = Scope.LIBRARY
    heading = "Library"

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.wanted = ""
        self._pages: dict[str, Listed] = {}
        self._drafts: dict[str, set[str]] = {}
        self._problems: list[str] = []
        self._glyphs = Look(guides=Guides(services.preferences.reading.guides)).glyphs

    # Rows

    def make_rows(self) -> list[ListRow | MessageItem]:
        """A row a page, with how many drafts it has."""
        problems: list[str] = []
        try:
            shelf = self.services.bookmarks.read()
        except BookmarkError as error:
            shelf = Shelf(problems=(str(error),))
        pages = listing(self.services.library, shelf, _ROWS)
        if self.services.library.notice:
            problems.append(self.services.library.notice)
        drafts: dict[str, set[str]] = {}
        for draft in self.services.with_drafts(lambda store: store.all()):
            for name in kept_names(draft.page.key, draft.page.source):
                drafts.setdefault(name, set()).add(draft.id)
        self._problems = [*problems, *shelf.problems]
        self._pages = {page.key: page for page in pages}
        self._drafts = drafts
        return self._rows()

    def _rows(self) -> list[ListRow | MessageItem]:
        """What matches, under what went wrong."""
        rows: list[ListRow | MessageItem] = [
            MessageItem(f"problem-{number}", problem)
            for number, problem in enumerate(self._problems)
        ]
        pages = self._pages.values()
        rows += [self._row(page) for page in pages if page.matches(self.wanted)]
        if not pages:
            rows.append(MessageItem("empty", "No page was opened yet. ctrl+o opens one."))
        elif not any(isinstance(row, ListRow) for row in rows):
            rows.append(MessageItem("none", f"No page matches “{self.wanted}”."))
        return rows

    def _row(self, page: Listed) -> ListRow:
        entry = page.entry
        drafts = set().union(
            *(self._drafts.get(name, ()) for name in kept_names(page.key, page.source))
        )
        seen = ""
        if entry is not None:
            seen = minute(entry.opened) if entry.count else "not opened yet"
        facts = (
            told_source(page.source),
            " ".join(f"#{tag}" for tag in page.tags),
            seen,
            f"opened {entry.count} times" if entry is not None and entry.count > 1 else "",
            count(entry.new, "new comment") if entry is not None else "",
            "to be fetched at the next sync" if page.queued else "",
            count(len(drafts), "draft"),
        )
        title = page.title or (page.source if entry is None else "Untitled page")
        star = f"{self._glyphs.bookmark} " if page.bookmark is not None else ""
        return ListRow(page.key, f"{star}{title}", " · ".join(filter(None, facts)))

    def _current(self) -> Listed | None:
        row = self.query_one(RowList).current
        return None if row is None else self._pages.get(row.key)

    def choose(self, key: str) -> None:
        """Open a page."""
        page = self._pages[key]
        self.post_message(PageChosen(page.source, page.entry.key if page.entry else None))

    # The filter

    def action_filter(self) -> None:
        """Ask which pages to show."""
        before = self.wanted

        def entered(text: str | None) -> None:
            self.show_only(before if text is None else text)

        prompt = dialogs.LinePrompt(
            "Show only", before, hint="words and #tags", changed=self.show_only
        )
        self.app.push_screen(prompt, entered)

    def show_only(self, wanted: str) -> None:
        """Show the pages that match; all for no words."""
        self.wanted = wanted.strip()
        rows = self._rows()
        self.query_one(RowList).show_rows(rows)
        shown = sum(isinstance(row, ListRow) for row in rows)
        facts = f"“{self.wanted}”: {shown} of {len(self._pages)}" if self.wanted else "Rejoinder"
        self.query_one(TitleBar).show_facts(facts)

    def action_go_back(self) -> None:
        """Show all again, or go back."""
        if self.wanted:
            self.show_only("")
        else:
            super().action_go_back()

    # Bookmarks

    def action_bookmark(self) -> None:
        """Bookmark the page under the cursor, or take the bookmark off."""
        page = self._current()
        if page is not None and page.bookmark is not None:
            address = page.bookmark.address
            self._do(lambda: self.services.bookmarks.take_off(address))
        elif page is not None:
            self._bookmark(page, None)

    def action_tags(self) -> None:
        """Ask for the tags of the bookmark."""
        page = self._current()
        if page is None:
            return

        def named(text: str | None) -> None:
            if text is not None:
                self._bookmark(page, split_tags(text))

        prompt = dialogs.LinePrompt("Tags", " ".join(page.tags), hint="words, perhaps none")
        self.app.push_screen(prompt, named)

    def _bookmark(self, page: Listed, tags: tuple[str, ...] | None) -> None:
        try:
            bookmark = rebookmarked(page, tags)
        except BookmarkError as error:
            self.notify(str(error), severity="warning", markup=False)
        else:
            self._do(lambda: self.services.bookmarks.put(bookmark))

    # Forgetting

    def action_forget(self) -> None:
        """Forget the page under the cursor, after a yes."""
        page = self._current()
        if page is None:
            return
        detail = _FORGETS.format(bookmark=", and the bookmark" if page.bookmark else "")
        dialog = dialogs.ConfirmDialog(f"Forget “{page.title or page.source}”?", detail)
        self.app.push_screen(dialog, lambda yes: self._forget(page) if yes else None)

    def _forget(self, page: Listed) -> None:
        services = self.services

        def write() -> None:
            if page.bookmark is not None:
                services.bookmarks.take_off(page.bookmark.address)
            if page.entry is not None:
                services.library.forget(page.entry.key)
            if page.queued:
                services.library.unqueue(page.source)

        rows = self.query_one(RowList)
        following = rows.step(1)
        rows.move_to(rows.step(-1) if following is None else following)
        self._do(write)

    def _do(self, write: Callable[[], None]) -> None:
        """Write something in a thread, and read the rows again."""

        def work() -> None:
            try:
                write()
            except RejoinderError as error:
                self.app.call_from_thread(self.notify, str(error), severity="error", markup=False)
            self.app.call_from_thread(self.read_rows)

        self.run_worker(work, thread=True, group="write", exit_on_error=False)
