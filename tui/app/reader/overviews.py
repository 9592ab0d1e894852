"""What is shown over the page: its newest comments, the figures of its thread, its pictures."""

from __future__ import annotations

from collections.abc import Collection

from tui.app import dialogs
from tui.app.layout.article import BlockItem
from tui.app.reader.base import ReadingScreen
from tui.app.reader.feature import Feature
from tui.app.reader.links import Links
from tui.app.reader.looks import Looks
from tui.app.reader.search import Search
from tui.app.reader.trail import Trail
from tui.model import Image, plain
from tui.model.pictures import pictures_in

_CHOICES = 9
"""So many pictures are offered to choose from."""

_NO_COMMENTS = "There are no comments on this page."


class Overviews(Feature):
    """Shows lists, figures and pictures on top of the page."""

    def __init__(
        self, screen: ReadingScreen, trail: Trail, search: Search, links: Links, looks: Looks
    ) -> None:
        super().__init__(screen)
        self._trail, self._search, self._links, self._looks = trail, search, links, looks

    def action_newest(self) -> None:
        """List the newest comments."""
        reading = self.thread.reading
        if not len(reading.thread):
            self.tell(_NO_COMMENTS, 2)
            return
        from tui.reading.sorting import newest  # noqa: PLC0415 -- seldom needed

        text = self._search.page_text()

        def find(needle: str) -> Collection[int] | None:
            found = text.find(needle)
            return None if found is None else found.comments

        def chosen(index: int | None) -> None:
            if index is not None:
                self._trail.leave()
                self.screen.show_comment(index)

        self.app.push_screen(dialogs.NewestDialog(reading, newest(reading.thread), find), chosen)

    def action_statistics(self) -> None:
        """Show the figures of the thread."""
        if len(self.thread.thread):
            self.app.push_screen(dialogs.StatisticsDialog(self.thread.reading))
        else:
            self.tell(_NO_COMMENTS, 2)

    # Pictures

    def action_picture(self) -> None:
        """Show a picture of the comment under the cursor, or of the article in sight."""
        pictures = self._pictures()[:_CHOICES]
        if not pictures:
            on_thread = self.screen.focused is self.thread
            where = "comment" if on_thread else "part of the article in sight"
            self.tell(f"This {where} has no picture.", 2)
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
        if self.screen.focused is self.thread:
            index = self.thread.comment
            blocks = () if index is None else self.thread.thread.comments[index].blocks
            return list(pictures_in(blocks))
        items = self.article.items_in_sight()
        return list(pictures_in([item.block for item in items if isinstance(item, BlockItem)]))

    def _show_picture(self, picture: Image) -> None:
        def closed(in_browser: bool | None) -> None:  # noqa: FBT001 -- Textual hands over the result
            if in_browser:
                self._links.open_in_browser(picture.src)

        glyphs = self._looks.look.glyphs
        dialog = dialogs.PictureDialog(self.services, picture, self.screen.source, glyphs)
        self.app.push_screen(dialog, closed)


def picture_name(picture: Image) -> str:
    """The words that stand for a picture, else its address."""
    return picture.alt or plain(picture.caption) or picture.src or ""
