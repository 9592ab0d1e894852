"""The part of a page's view that finds: words in the article and the comments, and what is new."""

from __future__ import annotations

from collections.abc import Sequence

from tui.fetch import Opened
from tui.plain import telling
from tui.plain.commands import Asked, CommandError
from tui.plain.folding import FoldingView
from tui.plain.view import Host, Lines
from tui.reading.find import TITLE, Found, PageText, Spot, round_to
from tui.reading.moves import Way


class FindingView(FoldingView):
    """A page that is searched.

    Attributes:
        found: What was found of the words that are sought, or None while nothing is sought.
    """

    def __init__(self, host: Host, opened: Opened) -> None:
        super().__init__(host, opened)
        self.found: Found | None = None
        self._text = PageText(self.page)
        self._folds_before: frozenset[str] | None = None

    def do_search(self, asked: Asked) -> Lines:
        """Go to the first place of some words at or after where the reader is."""
        if not asked.text.strip():
            had = self.found is not None
            self.clear_search()
            yield "Nothing is sought any more." if had else "Find what? Type /WORDS."
            return
        self.seek(asked.text)
        if self.found is None or not self._spots():
            kept = " where the filter leaves it" if self.state.hidden else ""
            self.clear_search()
            raise CommandError(f"“{asked.text}” is not on this page{kept}.")
        self._folds_before = self.state.keys(self.state.folded)
        yield from self.host.wrapped(_sentence(self.found))
        yield from self._go_to_found(Way.ON, here=True)

    def seek(self, needle: str) -> None:
        """Find words in the page as it is now."""
        if self._text.page is not self.page:
            self._text = PageText(self.page)
        self.found = self._text.find(needle)

    def clear_search(self) -> None:
        """Seek nothing any more; folds that the search opened are folded again."""
        if self._folds_before is not None:
            state = self.state
            folded = state.indexes(self._folds_before)
            if self.comment is not None:
                folded -= {self.comment, *state.thread.ancestors(self.comment)}
            state.folded |= folded
        self._folds_before = None
        self.found = None

    def do_find_next(self, asked: Asked) -> Lines:
        """To the next place that was found; without a search, to the next unread comment."""
        yield from self._find(asked, Way.ON)

    def do_find_previous(self, asked: Asked) -> Lines:
        """To the place that was found before; without a search, to the unread comment before."""
        yield from self._find(asked, Way.BACK)

    def _find(self, asked: Asked, way: Way) -> Lines:
        if self.found is not None:
            yield from self._go_to_found(way, times=asked.times)
            return
        start = self.comment if self.in_thread else None
        index = self.state.unread(way, start, asked.times) if self.state.thread.comments else None
        if index is None:
            passed = len(self.state.passed_over)
            hidden = f" but {telling.many(passed, 'comment')} that the filter or a mute hides"
            raise CommandError(f"Nothing is left unread{hidden if passed else ''}.")
        yield from self.go_to_comment(index, jump=True, opens=True)

    def _go_to_found(self, way: Way, *, times: int = 1, here: bool = False) -> Lines:
        """To the next place on the way; round at the ends; `here` where one is, if it is one."""
        spots = self._spots()
        if not spots:
            raise CommandError("The filter leaves none of the places; / alone ends the search.")
        in_thread, place = round_to(spots, self._current_spot(), way, times=times, here=here)
        if in_thread:
            index = self.state.arranged.order[place]
            yield from self.go_to_comment(index, jump=True, opens=True)
        else:
            yield from self.go_to_block(place, jump=True)

    def _spots(self) -> Sequence[Spot]:
        """All places that were found, in the order that they are read in."""
        if self.found is None:
            return ()
        state = self.state
        ranks, sifted_out = state.arranged.ranks, state.hidden | state.context
        article = [-1 if place == TITLE else int(place) for place in self.found.article]
        return [
            *((0, block) for block in article),
            *sorted((1, ranks[at]) for at in self.found.comments if at not in sifted_out),
        ]

    def _current_spot(self) -> Spot:
        if self.in_thread and self.comment is not None:
            return 1, self.state.arranged.ranks[self.comment]
        return 0, self.block


def _sentence(found: Found) -> str:
    """How often the words were found, and where."""
    times = "Once" if found.count == 1 else f"{found.count} times"
    where = [f"{len(found.article)} in the article"] if found.article else []
    if found.comments:
        where.append(telling.many(len(found.comments), "comment"))
    return f"{times}: {', '.join(where)}."
