"""Sifting the comments: a filter, hiding what was read, and their order."""

from __future__ import annotations

from functools import partial

from tui.app import dialogs
from tui.app.layout.clip import clip
from tui.app.layout.comments import count
from tui.app.reader.base import ReadingScreen
from tui.app.reader.drafts import PageDrafts
from tui.app.reader.feature import Feature
from tui.app.reader.trail import Trail
from tui.reading import query as language
from tui.reading.arrangement import Order
from tui.reading.filtering import shown, wanted
from tui.reading.query import QueryError

_ORDERS = {
    Order.PAGE: "As on the page",
    Order.OLDEST: "Oldest first",
    Order.NEWEST: "Newest first",
    Order.REPLIES: "Most replies first",
    Order.SCORE: "Most points first",
}

_LONGEST = 32
"""Of a filter so many cells are told."""


class Sieve(Feature):
    """Shows a part of the comments, or all in another order.

    Attributes:
        wanted: The filter, or None.
        hides_read: Whether comments that were read are left out.
    """

    def __init__(self, screen: ReadingScreen, drafts: PageDrafts, trail: Trail) -> None:
        super().__init__(screen)
        self._drafts, self._trail = drafts, trail
        self.wanted: language.Query | None = None
        self.hides_read = False
        self._prompt: dialogs.LinePrompt | None = None

    # The filter

    def action_filter(self) -> None:
        """Ask what comments to show."""
        before = str(self.wanted) if self.wanted is not None else ""

        def entered(text: str | None) -> None:
            if text is not None:
                self.filter_by(text)

        self._prompt = prompt = dialogs.LinePrompt(
            "Show only", before, hint="words, author:name, is:new, has:link", changed=self._checked
        )
        self.app.push_screen(prompt, entered)

    def _checked(self, text: str) -> None:
        """Say what is wrong with a filter while it is typed."""
        problem = ""
        try:
            language.parse_query(text)
        except QueryError as error:
            problem = str(error)
        if self._prompt is not None:
            self._prompt.note(problem, wrong=bool(problem))

    def filter_by(self, text: str) -> None:
        """Show only what matches; all for an empty text."""
        try:
            query = language.parse_query(text) if text.strip() else None
        except QueryError as error:
            self.complain(str(error))
            return
        self._sift_otherwise(query, hides_read=self.hides_read)

    def show_only_author(self, author: str) -> None:
        """Only what an author wrote; where that is so, all again."""
        query = language.author_query(author)
        self.filter_by("" if str(query) == str(self.wanted) else str(query))

    def action_hide_read(self) -> None:
        """Only what was not read; where that is so, all again."""
        self._sift_otherwise(self.wanted, hides_read=not self.hides_read)

    def show_all(self) -> None:
        """Show all comments again."""
        self._sift_otherwise(None, hides_read=False)

    @property
    def sifted(self) -> list[str]:
        """What differs from the page: filter, hiding and order, a few words each."""
        order = self.thread.reading.order
        return [
            *([clip(f"only {self.wanted}", _LONGEST)] if self.wanted is not None else []),
            *(["read ones hidden"] if self.hides_read else []),
            *([_ORDERS[order].lower()] if order is not Order.PAGE else []),
        ]

    def _sift_otherwise(self, query: language.Query | None, *, hides_read: bool) -> None:
        before = (self.wanted, self.hides_read)

        def restore() -> None:
            self.wanted, self.hides_read = before
            self.sift()

        self.wanted, self.hides_read = query, hides_read
        if (str(query), hides_read) != (str(before[0]), before[1]):
            title = "Filtered" if query is not None or hides_read else "Showed all comments"
            self._trail.did(title, restore)
        self.sift(tell=True)

    @property
    def is_sifting(self) -> bool:
        """Whether anything is left out."""
        return self.wanted is not None or self.hides_read

    def sift(self, *, tell: bool = False) -> None:
        """Find in a thread what matches, and show it."""
        self.run(partial(self._sift, tell=tell), "sift", in_thread=True, exclusive=True)

    def _sift(self, *, tell: bool) -> None:
        query, hides_read = self.wanted, self.hides_read
        reading = self.thread.reading
        matched = wanted(query, self.facts(), hides_read=hides_read)
        self.app.call_from_thread(self._sifted, reading.thread, matched, tell)

    def _sifted(self, thread: object, matched: frozenset[int], tell: bool) -> None:  # noqa: FBT001 -- from a thread
        reading = self.thread.reading
        if thread is not reading.thread:  # the page was read again since
            return
        _, context, hidden = shown(reading.thread, matched)
        reading.show_only(context, hidden)
        self.thread.reshape()
        self.thread.bring_into_sight()
        self.screen.update_titles()
        if tell:
            some = f"{len(matched)} of {count(len(reading.thread), 'comment') or 'no comments'}"
            self.tell(some, 2)

    def facts(self) -> language.Facts:
        """What a query is asked about."""
        reading = self.thread.reading
        return language.Facts(
            thread=reading.thread,
            states=reading.marks.state,
            names=self.services.names(),
            drafted=frozenset(node.parent for node in reading.drafts if node.parent),
            now=self.services.clock(),
        )

    # Order

    def action_sort(self) -> None:
        """Choose an order."""
        orders = list(_ORDERS)
        now = orders.index(self.thread.reading.order)

        def chosen(at: int | None) -> None:
            if at is not None and at != now:
                title = f"Sorted: {_ORDERS[orders[at]].lower()}"
                self._trail.did(title, lambda: self.sort(orders[now]))
                self.sort(orders[at])

        self.app.push_screen(
            dialogs.ChooseDialog("Order of replies", list(_ORDERS.values()), now), chosen
        )

    def sort(self, order: Order) -> None:
        """Put the comments in another order; the cursor stays on its comment."""
        self.thread.reading.sort(order)
        self.thread.relayout()
        self.thread.bring_into_sight()
        self._drafts.show()
        self.screen.update_titles()
