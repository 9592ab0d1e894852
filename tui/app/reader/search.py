"""Finding words in the article and the comments, and what was not read yet."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Sequence
from functools import partial

from textual.worker import get_current_worker

from tui.app import dialogs
from tui.app.layout.comments import count
from tui.app.reader.base import ReadingScreen
from tui.app.reader.feature import Feature
from tui.app.reader.trail import Trail
from tui.reading.find import TITLE, Found, PageText, Spot, round_to
from tui.reading.moves import Way

_SOME = 2_000
"""Pages with fewer comments are searched at once; larger ones in a thread."""


class Search(Feature):
    """Searches the page.

    Attributes:
        found: What was found of the words that are sought, or None while nothing is sought.
    """

    def __init__(self, screen: ReadingScreen, trail: Trail) -> None:
        super().__init__(screen)
        self._trail = trail
        self.found: Found | None = None
        self._text: PageText | None = None
        self._folds_before: frozenset[str] | None = None
        self._prompt: dialogs.LinePrompt | None = None

    # Searching

    def action_search(self) -> None:
        """Ask for words, and show while they are typed where they are."""
        before = self.found
        prompt = dialogs.LinePrompt(
            "Find", before.needle if before else "", hint="words", changed=self._seek
        )

        def entered(needle: str | None) -> None:
            if needle is None:
                self._show_found(before)
            elif not needle.strip():
                self.clear()
            else:
                self.run(partial(self._sought, needle), "sought", exclusive=True)

        self._prompt = prompt
        self.app.push_screen(prompt, entered)

    def _seek(self, needle: str) -> None:
        """Search for what was typed so far."""
        if len(self.thread.thread) < _SOME:
            self._show_found(self.page_text().find(needle))
        else:
            seek = partial(self._seek_in_thread, needle)
            self.run(seek, "search", in_thread=True, exclusive=True)

    def _seek_in_thread(self, needle: str) -> None:
        found = self.page_text().find(needle)
        if not get_current_worker().is_cancelled:  # else more was typed since
            self.app.call_from_thread(self._show_found, found)

    def page_text(self) -> PageText:
        """The texts of the page that is shown now."""
        if self._text is None or self._text.page is not self.page:
            self._text = PageText(self.page)
        return self._text

    def _show_found(self, found: Found | None) -> None:
        self.found = found
        for pane in (self.article, self.thread):
            pane.show_matches(found.pattern if found else None)
        self.screen.update_titles()
        if self._prompt is not None and self._prompt.is_current:
            self._prompt.note(_sentence(found), wrong=found is not None and not found.places)

    async def _sought(self, needle: str) -> None:
        """Go to the first place at or after where the reader is, once all is searched."""
        if self.found is None or self.found.needle != needle:
            self.screen.workers.cancel_group(self.screen, "search")
            self._show_found(await to_thread(self.page_text().find, needle))
        if self.found is None or not self.found.places:
            self.tell(f"“{needle}” is not on this page.")
            self.clear()
            return
        self._folds_before = self.thread.reading.keys(self.thread.reading.folded)
        self.tell(_sentence(self.found), 3)
        self._go_to_found(Way.ON, here=True)

    def clear(self) -> None:
        """Seek nothing any more; folds that the search opened are folded again."""
        if self._folds_before is not None:
            thread, reading = self.thread, self.thread.reading
            folded = reading.indexes(self._folds_before)
            if thread.comment is not None:
                folded -= {thread.comment, *thread.thread.ancestors(thread.comment)}
            if folded - reading.folded:
                thread.fold(reading.folded | folded)
        self._folds_before = None
        self._show_found(None)

    def keep_folds(self) -> None:
        """Leave what the search opened as it is: the reader folds otherwise now."""
        self._folds_before = None

    def action_find_next(self) -> None:
        """To the next place that was found; without a search, to the next unread comment."""
        self._find(Way.ON)

    def action_find_previous(self) -> None:
        """To the place that was found before; without a search, to the unread comment before."""
        self._find(Way.BACK)

    def _find(self, way: Way) -> None:
        if self.found is not None:
            self._go_to_found(way, times=self.screen.take_count())
            return
        self.go_to_unread(way)

    def go_to_unread(self, way: Way) -> None:
        """To the nearest comment on the way that is new; where none is, that was not read."""
        if self.thread.go_to_unread(way):
            self.screen.show_pane(self.thread)
        else:
            passed = count(len(self.thread.reading.passed_over), "comment")
            hidden = f" but {passed} that the filter or a mute hides" if passed else ""
            self.tell(f"Nothing is left unread{hidden}.", 3)

    def _go_to_found(self, way: Way, *, times: int = 1, here: bool = False) -> None:
        """To the next place on the way; round at the ends; `here` where one is, if it is one."""
        spots = self._spots()
        if not spots:
            self.tell("The filter leaves none of the places.", 3)
            return
        pane, place = round_to(spots, self._current_spot(), way, times=times, here=here)
        self._trail.leave()
        if pane:
            self.screen.show_pane(self.thread)
            index = self.thread.reading.arranged.order[place]
            self.thread.open_comment(self.thread.reading.key(index))
            self.thread.go_to(index)
            self.thread.show_match()
        else:
            self.screen.show_pane(self.article)
            self.article.go_to_item(place)

    def _spots(self) -> Sequence[Spot]:
        """All places that were found and no filter takes out, in the order that is shown."""
        if self.found is None:
            return ()
        reading = self.thread.reading
        ranks, sifted_out = reading.arranged.ranks, reading.hidden | reading.context
        keys = ["title" if place == TITLE else f"block-{place}" for place in self.found.article]
        items = (self.article.stack.index_of(key) for key in keys)
        return [
            *((0, at) for at in items if at is not None),
            *sorted((1, ranks[at]) for at in self.found.comments if at not in sifted_out),
        ]

    def _current_spot(self) -> Spot:
        if self.screen.focused is self.thread:
            index = self.thread.comment
            return 1, -1 if index is None else self.thread.reading.arranged.ranks[index]
        return 0, self.article.item_in_sight


def _sentence(found: Found | None) -> str:
    """How often the words were found."""
    if found is None:
        return ""
    if not found.places:
        return "not found"
    times = "once" if found.count == 1 else f"{found.count} times"
    where = (count(len(found.article), "passage"), count(len(found.comments), "comment"))
    return f"{times}: {', '.join(filter(None, where))}"
