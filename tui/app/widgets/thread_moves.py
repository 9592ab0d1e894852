"""Moving in the tree of comments by keys."""

from __future__ import annotations

from tui.app.layout.comments import DraftItem
from tui.app.widgets.thread_view import ThreadView
from tui.reading import moves
from tui.reading.moves import Way


class ThreadMoves(ThreadView):
    """Comments that are gone through by siblings, parents and conversations."""

    def action_sibling_next(self) -> None:
        """To the next comment that is not deeper."""
        self._go_beside(Way.ON)

    def action_sibling_previous(self) -> None:
        """To the nearest comment before that is not deeper."""
        self._go_beside(Way.BACK)

    def _go_beside(self, way: Way) -> None:
        reading = self.reading
        self.go_by(lambda index: moves.sibling(reading.arranged, index, way, reading.hidden))

    def action_parent(self) -> None:
        """To the comment that this one answers."""
        if isinstance(self.current, DraftItem):
            self.jump_to(self.comment)
            if self.comment is not None:
                self.go_to(self.comment)
        else:
            self.go_by(lambda index: moves.parent(self.thread, index), jump=True)

    def action_root(self) -> None:
        """To the top of the conversation."""
        if self.comment is not None:
            self.jump_to(moves.root(self.thread, self.comment))

    def action_thread_next(self) -> None:
        """To the next top-level comment."""
        self.go_on(Way.ON)

    def action_thread_previous(self) -> None:
        """To the top-level comment before; from a reply, to its own."""
        self.go_on(Way.BACK)

    def go_on(self, way: Way, *, jump: bool = True) -> None:
        """To the next conversation, or the one before."""
        reading = self.reading
        arranged, hidden = reading.arranged, reading.hidden
        self.go_by(lambda index: moves.conversation(arranged, index, way, hidden), jump=jump)

    def action_author_next(self) -> None:
        """To the next comment by the same author; after the last, the first."""
        if self.comment is not None:
            reading, times = self.reading, self.take_count()
            found = moves.same_author(reading.arranged, self.comment, times, reading.hidden)
            self.jump_to(found)

    def action_top(self) -> None:
        """To the first comment; with a count, to the comment of that number."""
        if self.has_count:
            self._go_to_number()
        else:
            self.leave()
            super().action_top()

    def action_bottom(self) -> None:
        """To the last comment; with a count, to the comment of that number."""
        if self.has_count:
            self._go_to_number()
        else:
            self.leave()
            super().action_bottom()

    def _go_to_number(self) -> None:
        """To the comment whose number in the order is the count before the key."""
        order = self.reading.arranged.order
        if order:
            self.jump_to(order[min(self.take_count(), len(order)) - 1])

    def leave(self) -> None:
        """Tell that the cursor goes far away."""
        if self.comment is not None:
            self.post_message(self.Jumping(self.reading.key(self.comment)))
