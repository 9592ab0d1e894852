"""The part of a page's view that sifts: filter, order, marks, muted people."""

from __future__ import annotations

from tui.fetch import Opened
from tui.plain import telling
from tui.plain.commands import Asked, CommandError
from tui.plain.finding import FindingView
from tui.plain.view import Host, Lines
from tui.reading import moves
from tui.reading.arrangement import Order
from tui.reading.filtering import after_unmuting, matching_any, shown, wanted
from tui.reading.marks import Change
from tui.reading.moves import Way
from tui.reading.query import Facts, Query, author_query, parse_query
from tui.reading.states import ReadState


class SiftingView(FindingView):
    """A page of which a part is read, or all in another order.

    Attributes:
        wanted: The filter, or None.
        hides_read: Whether comments that were read are left out.
    """

    def __init__(self, host: Host, opened: Opened) -> None:
        super().__init__(host, opened)
        self.wanted: Query | None = None
        self.hides_read = False
        self._muted: frozenset[str] = frozenset()
        self.mute_anew(self.stores.muted())

    def facts(self) -> Facts:
        """What a filter is asked about."""
        return Facts(
            thread=self.state.thread,
            states=self.state.marks.state,
            names=self.stores.preferences.names,
            drafted=frozenset(each.parent for each in self.placed if each.parent),
            now=self.stores.clock().astimezone(),
        )

    # The filter

    def do_filter(self, asked: Asked) -> Lines:
        """Keep only what matches; all for an empty text."""
        query = parse_query(asked.text) if asked.text else None
        yield from self._sift_otherwise(query, hides_read=self.hides_read)

    def do_author_only(self, _asked: Asked) -> Lines:
        """Only what the author of this comment wrote; where that is so, all again."""
        query = author_query(self._author())
        again = self.wanted is not None and str(query) == str(self.wanted)
        yield from self._sift_otherwise(None if again else query, hides_read=self.hides_read)

    def do_hide_read(self, _asked: Asked) -> Lines:
        """Only what was not read; where that is so, all again."""
        yield from self._sift_otherwise(self.wanted, hides_read=not self.hides_read)

    def _author(self) -> str:
        author = self.state.thread.comments[self.cursor()].author
        if author is None:
            raise CommandError("The page does not name the author.")
        return author

    def _sift_otherwise(self, query: Query | None, *, hides_read: bool) -> Lines:
        self.cursor()
        before = (self.wanted, self.hides_read)

        def restore() -> None:
            self.wanted, self.hides_read = before
            self.sift_anew()

        self.wanted, self.hides_read = query, hides_read
        if not self.sift():
            self.wanted, self.hides_read = before
            raise CommandError("No comment would be left, so all stay as they are.")
        filtered = query is not None or hides_read
        self.did("filtered" if filtered else "kept all comments", restore)
        thread, state = self.state.thread, self.state
        left = len(thread) - len(state.hidden) - len(state.context)
        some = f"{left} of " if filtered else "All of "
        yield from self.host.wrapped(f"{some}{telling.many(len(thread), 'comment')}.")
        self.in_thread = True
        yield from self.tell()

    def sift(self) -> bool:
        """Keep what the filter leaves; False, and no change, where that is nothing."""
        state = self.state
        matched = wanted(self.wanted, self.facts(), hides_read=self.hides_read)
        if not matched:
            return False
        _, context, hidden = shown(state.thread, matched)
        state.show_only(context, hidden)
        self.settle()
        return True

    def sift_anew(self) -> None:
        """Keep what the filter leaves of what is there now; where that is nothing, keep all."""
        if not self.sift():
            self.wanted, self.hides_read = None, False
            self.sift()

    # Order

    def do_sort(self, asked: Asked) -> Lines:
        """Put replies to the same comment in another order."""
        now = self.state.order
        orders = ", ".join(Order)
        if not asked.text:
            yield from self.host.wrapped(f"The order is {now}. There are {orders}.")
            return
        if asked.text not in set(Order):
            raise CommandError(f"There is no order {asked.text}; there are {orders}.")
        order = Order(asked.text)
        if order is not now:
            self.did(f"sorted by {order}", lambda: self.state.sort(now))
            self.state.sort(order)
        yield from self.host.wrapped(f"The order is {order}. {self.where_sentence()}")

    # What was read

    def mark(self, title: str, change: Change) -> None:
        """Keep how to undo a change of marks."""
        marks = self.state.marks
        if change:
            self.did(title, lambda: marks.revert(change))

    def do_mark(self, _asked: Asked) -> Lines:
        """Mark a comment as read, or as not read."""
        index, marks = self.cursor(), self.state.marks
        read = marks.state(index) is not ReadState.READ
        word = "read" if read else "not read"
        self.mark(f"marked a comment as {word}", marks.mark([index], read=read))
        yield f"Marked as {word}."

    def do_mark_branch(self, _asked: Asked) -> Lines:
        """Mark a comment and all below it as read, and go on to what is beside it."""
        state, index = self.state, self.cursor()
        branch = state.arranged.branch(index)
        self.mark("marked a branch as read", state.marks.mark(branch, read=True))
        yield from self.host.wrapped(f"{telling.many(len(branch), 'comment')} marked as read.")
        beside = moves.sibling(state.arranged, index, Way.ON, state.hidden)
        if beside is not None:
            yield from self.go_to_comment(beside, jump=True)

    def do_mark_all(self, _asked: Asked) -> Lines:
        """Mark all comments as read, after a yes."""
        marks = self.state.marks
        if not marks.unread:
            raise CommandError("All comments are read.")

        def yes() -> Lines:
            everything = range(len(self.state.thread))
            self.mark("marked all comments as read", marks.mark(everything, read=True))
            yield "All comments are marked as read."

        unread = telling.many(marks.unread, "comment")
        yield from self.host.ask(f"Mark all comments as read? {unread} not read so far.", yes)

    # Muted people

    def do_mute(self, _asked: Asked) -> Lines:
        """Fold what the author wrote, now and later; or unfold it, where that is so."""
        author = self._author()
        query = str(author_query(author))
        muted = query not in self._muted
        self.set_muted(query, muted=muted)
        title = f"{'muted' if muted else 'unmuted'} {telling.name(author)}"
        self.did(title, lambda: self.set_muted(query, muted=not muted))
        if muted:
            title += "; their comments are folded"
        else:
            still = self.comment in self.state.muted
            title += after_unmuting(query, self.stores.muted_by_settings(), still_muted=still)
        yield from self.host.wrapped(f"{title[0].upper()}{title[1:]}.")

    def set_muted(self, query: str, *, muted: bool) -> None:
        """Mute what matches a query from now on, or no more.

        Raises:
            RejoinderError: It cannot be kept; nothing has changed then.
        """
        self.stores.library.mute(query, muted=muted)
        self.mute_anew(self._muted | {query} if muted else self._muted - {query})

    def mute_anew(self, muted: frozenset[str] | None = None) -> None:
        """Fold what is muted now and was not before, and unfold what is muted no more."""
        self._muted = self._muted if muted is None else muted
        self.state.mute(matching_any(self._muted, self.facts()))
        self.settle()
