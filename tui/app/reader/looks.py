"""How article and comments look: dates and quotes."""

from __future__ import annotations

from msgspec.structs import replace

from tui.app.layout.look import Guides, Look
from tui.app.reader.base import ReadingScreen
from tui.app.reader.feature import Feature
from tui.app.services import Services
from tui.reading.dates import Dates

_DATES = {
    Dates.PAGE: "Dates as on the page.",
    Dates.AGES: "Dates as ages.",
    Dates.DAYS: "Dates as days.",
}


class Looks(Feature):
    """Shows article and comments in one of several looks.

    Attributes:
        look: How the reader wants to see them.
    """

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self.look = look_of(screen.services)
        self.thread.show_look(self.look)
        self.article.show_look(self.look)

    def _show(self, look: Look) -> None:
        """Show article and comments in another look, keeping the place in both."""
        self.look = look
        self.thread.show_look(look)
        self.article.show_look(look)
        self.screen.tell_map()

    def action_toggle_dates(self) -> None:
        """Show dates in the next way."""
        self._show(self.look.with_next_dates(self.services.clock().astimezone()))
        self.tell(_DATES[self.look.dates], 2)

    def action_toggle_quotes(self) -> None:
        """Fold quoted text, or open it."""
        folds = not self.look.folds_quotes
        self._show(replace(self.look, folds_quotes=folds))
        self.tell("Quotes folded." if folds else "Quotes open.", 2)


def look_of(services: Services) -> Look:
    """The look that the settings ask for."""
    reading = services.preferences.reading
    return Look(
        dates=Dates(reading.dates),
        now=services.clock().astimezone(),
        guides=Guides(reading.guides),
        folds_quotes=reading.quotes == "folded",
        names=frozenset(name.casefold() for name in services.names()),
    )
