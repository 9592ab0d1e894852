"""The part of a page's view that folds: what is folded is passed over while one reads on."""

from __future__ import annotations

from tui.plain import telling
from tui.plain.commands import Asked, CommandError
from tui.plain.moving import MovingView
from tui.plain.view import Lines
from tui.reading import moves
from tui.reading.folds import fold_below


class FoldingView(MovingView):
    """A page whose comments fold one by one, by levels, and all at once."""

    def _fold(self, title: str, folded: frozenset[int]) -> None:
        """Fold these comments and no others, and be where that can be seen."""
        if folded != self.state.folded:
            before = self.state.keys(self.state.folded)

            def restore() -> None:
                self.state.folded = self.state.indexes(before)

            self.did(title, restore)
            self.state.folded = folded
            self.settle()
        self.in_thread = True

    def do_fold(self, asked: Asked) -> Lines:
        """Fold a comment, or open it."""
        if self.cursor() in self.state.folded:
            yield from self._open()
        else:
            yield from self._close(asked)

    def _open(self) -> Lines:
        index = self.cursor()
        self._fold("opened a comment", self.state.folded - {index})
        yield from self.tell()

    def _close(self, _asked: Asked) -> Lines:
        index = self.cursor()
        self._fold("folded a comment", self.state.folded | {index})
        below = self.state.thread.descendant_counts[index]
        passed = f"; {telling.many(below, 'reply')} below it will be passed over" if below else ""
        yield from self.host.wrapped(f"Folded{passed}.")

    def do_fold_in(self, asked: Asked) -> Lines:
        """Fold; where folded already, or nothing to fold, to the parent."""
        index = self.cursor()
        if index in self.state.folded or not self.state.thread.children(index):
            yield from self.do_parent(asked)
        else:
            yield from self._close(asked)

    def do_fold_out(self, _asked: Asked) -> Lines:
        """Open; where open already, to the first reply."""
        index = self.cursor()
        if index in self.state.folded:
            yield from self._open()
            return
        replies = [
            reply
            for reply in self.state.arranged.branch(index)[1:]
            if reply not in self.state.hidden
        ]
        if not replies:
            raise CommandError("This comment is open, and nobody answered it.")
        yield from self.go_to_comment(replies[0])

    def do_fold_all(self, _asked: Asked) -> Lines:
        """Fold every conversation."""
        self.cursor()
        self._fold("folded all conversations", frozenset(self.state.thread.roots))
        yield "All conversations are folded."
        yield from self.tell()

    def do_unfold_all(self, _asked: Asked) -> Lines:
        """Open everything."""
        self.cursor()
        self._fold("opened all conversations", frozenset())
        yield "All conversations are open."
        yield from self.tell()

    def do_fold_more(self, asked: Asked) -> Lines:
        """One level of replies less; with a number, that many levels in all."""
        yield from self._fold_below(max(self._levels() - 1, 1), asked)

    def do_fold_less(self, asked: Asked) -> Lines:
        """One level of replies more; with a number, that many levels in all."""
        yield from self._fold_below(self._levels() + 1, asked)

    def _fold_below(self, levels: int, asked: Asked) -> Lines:
        self.cursor()
        levels = levels if asked.count is None else max(asked.count, 1)
        self._fold("folded by level", fold_below(self.state.thread, levels - 1))
        yield from self.host.wrapped(f"Open down to level {self._levels()}.")
        yield from self.tell()

    def _levels(self) -> int:
        """How many levels are shown."""
        thread, state = self.state.thread, self.state
        shown = (thread.depths[index] for index in range(len(thread)) if state.is_shown(index))
        return max(shown, default=0) + 1

    def do_fold_chain(self, asked: Asked) -> Lines:
        """Fold the conversation around this comment and go on to the next one."""
        root = moves.root(self.state.thread, self.cursor())
        self._fold("folded a conversation", self.state.folded | {root})
        yield "The conversation is folded."
        yield from self.do_thread_next(asked)
