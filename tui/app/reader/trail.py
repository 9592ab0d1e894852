"""Going back: to where a jump began, and before a change."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from tui.app.layout.stack import Anchor
from tui.app.messages import BackAsked
from tui.app.reader.base import ReadingScreen
from tui.app.reader.feature import Feature
from tui.reading.jumps import Jumps
from tui.reading.undo import Undo


class Spot(Struct, frozen=True):
    """A place that one can come back to: a comment, or a line of the article.

    Attributes:
        comment: The key of the comment, or None for the article.
        anchor: The place in the article, or None.
    """

    comment: str | None = None
    anchor: Anchor | None = None


class Trail(Feature):
    """Knows where the reader came from, and how to undo what was done."""

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self.jumps: Jumps[Spot] = Jumps()
        self._undo = Undo()

    def here(self) -> Spot:
        """Where the reader is."""
        index = self.thread.comment
        if self.screen.focused is self.thread and index is not None:
            return Spot(self.thread.reading.key(index))
        return Spot(anchor=self.article.place()[1])

    def leave(self) -> None:
        """Keep where the reader is, before a jump."""
        self.jumps.leave(self.here())

    def left_comment(self, key: str) -> None:
        """A jump began at a comment."""
        self.jumps.leave(Spot(key))

    def left_article(self, anchor: Anchor | None) -> None:
        """A jump began in the article."""
        self.jumps.leave(Spot(anchor=anchor))

    def action_jump_back(self) -> None:
        """To where the last jump began; where there was none, to the page before."""
        if not self._go(self.jumps.back):
            self.screen.post_message(BackAsked(leaves=False))

    def action_jump_forth(self) -> None:
        """To where one came back from."""
        if not self._go(self.jumps.forth):
            self.tell("There is nothing to go forth to.", 2)

    def _go(self, step: Callable[[Spot], Spot | None]) -> bool:
        """Go along the jumps, as often as the count before the key says; False for nowhere."""
        spot = None
        for _ in range(self.screen.take_count()):
            further = step(spot or self.here())
            while further is not None and not self._is_there(further):
                further = step(further)
            if further is None:
                break
            spot = further
        if spot is not None:
            self._show(spot)
        return spot is not None

    def _is_there(self, spot: Spot) -> bool:
        """Whether the page still has a place."""
        return not spot.comment or self.thread.thread.index_of(spot.comment) is not None

    def _show(self, spot: Spot) -> None:
        index = self.thread.thread.index_of(spot.comment) if spot.comment else None
        if index is not None:
            self.screen.show_comment(index)
        elif spot.anchor is not None:
            self.screen.show_pane(self.article)
            self.article.restore(0, spot.anchor)

    # Undoing

    def did(self, title: str, restore: Callable[[], None]) -> None:
        """Keep how to undo what the reader did."""
        self._undo.did(title, restore)

    def action_undo(self) -> None:
        """Undo what was done last, as many things as the count before the key says."""
        for _ in range(self.screen.take_count()):
            title = self._undo.undo()
            told = f"Undone: {title}." if title else "Nothing to undo."
            self.tell(told, 2)
            if title is None:
                break
