"""Arriving at a page: where the reader left it, what came since, and what was typed meanwhile."""

from __future__ import annotations

from textual import events

from tui.app.layout.stack import Anchor
from tui.app.reader.base import ReadingScreen
from tui.app.reader.feature import Feature
from tui.app.reader.links import Links
from tui.app.reader.mutes import Mutes
from tui.app.reader.visit import Visit
from tui.reading.visits import Visits
from tui.store.library import ReadingPlace


class Arrival(Feature):
    """Goes to the place where the reader left the page, and keeps that place in the end."""

    def __init__(self, screen: ReadingScreen, visit: Visit, mutes: Mutes, links: Links) -> None:
        super().__init__(screen)
        self._visit, self._mutes, self._links = visit, mutes, links
        self._early: list[events.Key] | None = None if screen.is_stub else []
        """The keys that came before it was known where one is and what is new."""

    def begin(self) -> None:
        """Go to where the reader left the page, or to the comment that was asked for."""
        if not self.screen.is_stub:
            self.run(self._read, "place", in_thread=True)

    def _read(self) -> None:
        services, page = self.services, self.page
        place, visits, muted = services.place(page), services.visit(page), services.muted()
        self.app.call_from_thread(self._show, place, visits, muted)

    def _show(self, place: ReadingPlace | None, visits: Visits, muted: frozenset[str]) -> None:
        if place is not None:  # a pane in which the reader has moved already stays there
            comment = place.comment if self.thread.is_at_first else None
            self.thread.restore_place(place.folded, comment)
            if place.block is not None and not self.article.scroll_offset.y:
                self.article.restore(0, Anchor(place.block, place.at))
        self._visit.arrive(visits)
        self._mutes.show(muted)
        self.screen.update_titles()
        self._links.go_to_fragment()
        early, self._early = self._early, None
        for event in early or ():
            self.app.post_message(events.Key(event.key, event.character))

    def keeps_key(self, event: events.Key) -> bool:
        """Keep a key for the place where the reader was, or asked for, which is shown soon."""
        if self._early is not None:
            self._early.append(event)
        return self._early is not None

    def leave(self) -> None:
        """Keep where the reader was, and what was read."""
        if self.screen.is_stub:
            return
        reading = self.thread.reading
        block = self.article.place()[1]
        place = ReadingPlace(
            reading.keys(reading.folded),
            self.thread.own_key,
            block.key if block else None,
            block.at if block else 0,
        )
        self.services.keep_place(self.page, place)
        self._visit.keep()
