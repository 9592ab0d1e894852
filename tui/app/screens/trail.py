"""The part of a reading screen that goes back: to where a jump began, and before a change."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from textual import on

from tui.app.layout.stack import Anchor
from tui.app.messages import BackAsked
from tui.app.screens.composing import ComposingScreen
from tui.app.services import Services
from tui.app.widgets.article_pane import ArticlePane
from tui.app.widgets.thread_pane import ThreadPane
from tui.model import Page
from tui.reading.jumps import Jumps
from tui.reading.undo import Undo


class Spot(NamedTuple):
    """A place that one can come back to: a comment, or a line of the article.

    Attributes:
        comment: The key of the comment, or None for the article.
        anchor: The place in the article, or None.
    """

    comment: str | None = None
    anchor: Anchor | None = None


class TrailScreen(ComposingScreen):
    """A screen that knows where its reader came from."""

    def __init__(
        self, services: Services, page: Page, source: str, draft_id: str | None = None
    ) -> None:
        super().__init__(services, page, source, draft_id)
        self.jumps: Jumps[Spot] = Jumps()
        self._undo = Undo()

    def here(self) -> Spot:
        """Where the reader is."""
        index = self.thread.comment
        if self.focused is self.thread and index is not None:
            return Spot(self.thread.reading.key(index))
        return Spot(anchor=self.article.place()[1])

    def leave(self) -> None:
        """Keep where the reader is, before a jump."""
        self.jumps.leave(self.here())

    @on(ThreadPane.Jumping)
    def _jumped(self, event: ThreadPane.Jumping) -> None:
        self.jumps.leave(Spot(event.key))

    @on(ArticlePane.Jumping)
    def _jumped_in_article(self, event: ArticlePane.Jumping) -> None:
        self.jumps.leave(Spot(anchor=event.anchor))

    def action_jump_back(self) -> None:
        """To where the last jump began; where there was none, to the page before."""
        if not self._go(self.jumps.back):
            self.post_message(BackAsked(leaves=False))

    def action_jump_forth(self) -> None:
        """To where one came back from."""
        if not self._go(self.jumps.forth):
            self.notify("There is nothing to go forth to.", timeout=2, markup=False)

    def _go(self, step: Callable[[Spot], Spot | None]) -> bool:
        """Go along the jumps, as often as the count before the key says; False for nowhere."""
        spot = None
        for _ in range(self.take_count()):
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
            self.show_pane(self.thread)
            self.thread.go_to(index)
        elif spot.anchor is not None:
            self.show_pane(self.article)
            self.article.restore(0, spot.anchor)

    def take_count(self) -> int:
        """The count before the key, for the pane that has it; both have the same one."""
        return (self.thread if self.thread.has_count else self.article).take_count()

    # Undoing

    def did(self, title: str, restore: Callable[[], None]) -> None:
        """Keep how to undo what the reader did."""
        self._undo.did(title, restore)

    def action_undo(self) -> None:
        """Undo what was done last, as many things as the count before the key says."""
        for _ in range(self.take_count()):
            title = self._undo.undo()
            told = f"Undone: {title}." if title else "Nothing to undo."
            self.notify(told, timeout=2, markup=False)
            if title is None:
                break
