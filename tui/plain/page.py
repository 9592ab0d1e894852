"""A page as a session shows it."""

from __future__ import annotations

from tui.fetch import Opened
from tui.model import Page
from tui.plain import telling
from tui.plain.commands import Asked, CommandError
from tui.plain.rereading import RereadingView
from tui.plain.view import Host, Lines
from tui.reading import moves
from tui.reading.matching import came, same_comments
from tui.reading.moved import moved_blocks
from tui.reading.onward import rest_sentence
from tui.stores.whole import has_rest


class PageView(RereadingView):
    """A page, its comments, and all that can be done with them."""

    def __init__(self, host: Host, opened: Opened) -> None:
        super().__init__(host, opened)
        self._fragment = opened.fragment
        self.restore(self.stores.place(opened.page))

    def begin(self) -> Lines:
        """What the page is, and where the reader left it; the comment that was asked for."""
        yield from telling.head_lines(self.page, self.host.width)
        yield from self.tell_arrived()
        waiting = [each for each in self.placed if each.became is None]
        if waiting:
            yield f"{telling.many(len(waiting), 'draft')} of yours."
        for placed in waiting:
            if placed.is_astray:
                yield from self.host.wrapped(telling.astray(placed))
        if self._fragment:
            try:
                yield from self.go_to_fragment(self._fragment)
            except CommandError as error:
                yield str(error)
        elif self.block >= 0 or self.comment != moves.first(self.state.arranged):
            yield from self.host.wrapped(self._left())
        else:
            yield "Enter reads on; help tells all commands."

    def _left(self) -> str:
        """Where the reader left the page."""
        left = ""
        if self.block >= 0:
            left = f"Enter reads on at part {self.block + 2} of {len(self.blocks)}"
            if self.block + 1 >= len(self.blocks):
                left = "You were at the end of the article"
        if self.comment is not None and self.comment != moves.first(self.state.arranged):
            at = f"comments goes to comment {self.state.arranged.ranks[self.comment] + 1}"
            left = f"{left}; {at}" if left else at[0].upper() + at[1:]
        return f"{left}."

    def resume(self) -> Lines:
        """Which page this is, and where in it the reader is."""
        yield from self.host.wrapped(telling.name(self.page.article.title or "Untitled page"))
        yield from self.host.wrapped(self.where_sentence())

    # Reading again

    def do_reload(self, _asked: Asked) -> Lines:
        """Read the page again; folds, place and drafts stay."""
        yield "Reading the page again …"
        new = self.show_page(self.stores.open(self.source, anew=True).page)
        yield f"{telling.many(new, 'new comment').capitalize()}."
        yield from self.tell_arrived()
        yield from self.host.wrapped(self.where_sentence())

    def do_whole(self, _asked: Asked) -> Lines:
        """Fetch the rest of the page and join it."""
        if not has_rest(self.page):
            yield "This page tells of no other parts and of no further comments."
            return
        yield "Fetching the rest …"
        before, page = self.page, self.stores.whole(self.page)
        self.show_page(page)
        problem = self.stores.keep(page)
        for sentence in filter(None, (rest_sentence(before, page), problem)):
            yield from self.host.wrapped(sentence)
        yield from self.host.wrapped(self.where_sentence())

    def show_page(self, page: Page) -> int:
        """Show the page as it is now, its comments known again; how many are new since."""
        state, visits, was = self.state, self.visits_now(), self.page
        before = state.thread
        here = None if self.comment is None else state.key(self.comment)
        moved = same_comments(before, page.thread) if page.thread is not None else {}
        needle = self.found.needle if self.found else None

        self.page = page
        if self.block >= 0:
            self.block = moved_blocks(was.article.blocks, page.article.blocks)[self.block]
        state.show_page(page, moved)
        self.visits = self.stores.visited(visits.moved(moved), page)
        state.show_marks(self.visits.fresh, self.visits.read)
        self._stay_at(moved.get(here or "", here))
        self.read_drafts()
        self.undone.forget()
        self.mute_anew()
        self.sift_anew()
        if needle is not None:
            self.seek(needle)
        return came(before, state.thread, moved)

    def _stay_at(self, key: str | None) -> None:
        """Be at a comment, by its key; where it is gone, at the first one."""
        index = self.state.thread.index_of(key or "")
        self.comment = moves.first(self.state.arranged) if index is None else index
        self.in_thread = self.in_thread and self.comment is not None
        self.block = min(self.block, len(self.blocks) - 1)
        self.settle()
