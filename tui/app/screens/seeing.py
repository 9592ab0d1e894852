"""The part of a reading screen that changes how comments look and tells about them."""

from __future__ import annotations

from collections.abc import Collection

from textual import on

from tui.app import dialogs
from tui.app.layout.article import BlockItem
from tui.app.layout.look import Guides, Look
from tui.app.screens.visiting import VisitingScreen
from tui.app.services import Services
from tui.app.widgets.thread_pane import ThreadPane
from tui.model import Image, Page, plain
from tui.model.pictures import pictures_in
from tui.reading.dates import Dates
from tui.reading.order import newest

_CHOICES = 9
_DATES = {
    Dates.PAGE: "Dates as on the page.",
    Dates.AGES: "Dates as ages.",
    Dates.DAYS: "Dates as days.",
}


class SeeingScreen(VisitingScreen):
    """A screen with several looks, a list of the newest comments and figures of the thread.

    Attributes:
        look: How the reader wants to see article and comments.
    """

    def __init__(
        self, services: Services, page: Page, source: str, draft_id: str | None = None
    ) -> None:
        super().__init__(services, page, source, draft_id)
        self.look = look_of(services)
        self.thread.show_look(self.look)
        self.article.show_look(self.look)

    # Looks

    def show_look(self, look: Look) -> None:
        """Show article and comments in another look, keeping the place in both."""
        self.look = look
        self.thread.show_look(look)
        self.article.show_look(look)
        self.tell_map()

    def action_toggle_dates(self) -> None:
        """Show dates in the next way."""
        self.show_look(self.look.with_next_dates(self.services.clock().astimezone()))
        self.notify(_DATES[self.look.dates], timeout=2, markup=False)

    def action_toggle_quotes(self) -> None:
        """Fold quoted text, or open it."""
        folds = not self.look.folds_quotes
        self.show_look(self.look._replace(folds_quotes=folds))
        self.notify("Quotes folded." if folds else "Quotes open.", timeout=2, markup=False)

    @on(ThreadPane.MarksChanged)
    def _marks_changed(self) -> None:
        if self.thread_map is not None:
            self.thread_map.show_marks()

    # Overviews

    def action_newest(self) -> None:
        """List the newest comments."""
        reading = self.thread.reading
        if not len(reading.thread):
            self.notify("There are no comments on this page.", timeout=2, markup=False)
            return
        text = self.page_text()

        def find(needle: str) -> Collection[int] | None:
            found = text.find(needle)
            return None if found is None else found.comments

        def chosen(index: int | None) -> None:
            if index is not None:
                self.leave()
                self.show_pane(self.thread)
                self.thread.go_to(index)

        self.app.push_screen(dialogs.NewestDialog(reading, newest(reading.thread), find), chosen)

    def action_statistics(self) -> None:
        """Show the figures of the thread."""
        if len(self.thread.thread):
            self.app.push_screen(dialogs.StatisticsDialog(self.thread.reading))
        else:
            self.notify("There are no comments on this page.", timeout=2, markup=False)

    # Pictures

    def action_picture(self) -> None:
        """Show a picture of the comment under the cursor, or of the article in sight."""
        pictures = self._pictures()[:_CHOICES]
        if not pictures:
            where = "comment" if self.focused is self.thread else "part of the article in sight"
            self.notify(f"This {where} has no picture.", timeout=2, markup=False)
        elif len(pictures) == 1:
            self._show_picture(pictures[0])
        else:

            def chosen(at: int | None) -> None:
                if at is not None:
                    self._show_picture(pictures[at])

            names = [picture_name(picture) for picture in pictures]
            self.app.push_screen(dialogs.ChooseDialog("Which picture?", names), chosen)

    def _pictures(self) -> list[Image]:
        """The pictures that are meant where the reader is."""
        if self.focused is self.thread:
            index = self.thread.comment
            blocks = () if index is None else self.thread.thread.comments[index].blocks
            return list(pictures_in(blocks))
        items = self.article.items_in_sight()
        return list(pictures_in([item.block for item in items if isinstance(item, BlockItem)]))

    def _show_picture(self, picture: Image) -> None:
        def closed(in_browser: bool | None) -> None:  # noqa: FBT001 -- Textual hands over the result
            if in_browser:
                self.open_in_browser(picture.src)

        dialog = dialogs.PictureDialog(self.services, picture, self.source, self.look.glyphs)
        self.app.push_screen(dialog, closed)


def picture_name(picture: Image) -> str:
    """The words that stand for a picture, else its address."""
    return picture.alt or plain(picture.caption) or picture.src or ""


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
