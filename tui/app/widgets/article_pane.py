"""The article: a pane that scrolls by lines, pages and headings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from tui.app.actions import Scope, bindings
from tui.app.layout.article import ArticleItem, article_items, block_key, passage
from tui.app.layout.look import PLAIN, Look
from tui.app.layout.stack import Anchor
from tui.app.widgets.dragging import DraggableView
from tui.app.widgets.selection import Selecting
from tui.model import Block, Page
from tui.reading.moved import moved_blocks

MAX_TEXT = 80
"""The widest text column of the article, in cells."""


class ArticlePane(DraggableView[ArticleItem]):
    """Shows a page's article."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.ARTICLE)
    scope = Scope.ARTICLE

    class ReplyAsked(Message):
        """A reply to the article was asked for.

        Attributes:
            quote: What it quotes, perhaps nothing.
        """

        def __init__(self, quote: tuple[Block, ...]) -> None:
            super().__init__()
            self.quote = quote

    class BrowserAsked(Message):
        """A link in sight was asked for in the browser.

        Attributes:
            link: Its number, from 1.
        """

        def __init__(self, link: int) -> None:
            super().__init__()
            self.link = link

    class Jumping(Message):
        """The reader is about to leave a place for one that may be far away.

        Attributes:
            anchor: The place, or None where the article is empty.
        """

        def __init__(self, anchor: Anchor | None) -> None:
            super().__init__()
            self.anchor = anchor

    def __init__(self, page: Page, *, max_text: int = MAX_TEXT) -> None:
        super().__init__(max_text=max_text, id="article")
        self.page = page
        self.look = PLAIN
        self._items = article_items(page)
        self._gone_to = (0, 0)

    def make_items(self) -> list[ArticleItem]:
        """The title, the byline, the notes and the blocks."""
        return self._items

    def show_page(self, page: Page) -> None:
        """Show a page that was read again, keeping the place."""
        places = enumerate(moved_blocks(self.page.article.blocks, page.article.blocks))
        self.hold_place({block_key(number): block_key(place) for number, place in places})
        self.page = page
        self._items = article_items(page, self.look)
        self.relayout()

    def show_look(self, look: Look) -> None:
        """Show the page in another look, keeping the place."""
        self.look = look
        self.glyphs = look.glyphs
        self._items = article_items(self.page, look)
        if self.is_attached:
            self.relayout()

    @property
    def position(self) -> str:
        """How far the article was read."""
        hidden = self.stack.height - self.scrollable_content_region.height
        return f"{round(100 * min(self.scroll_offset.y / hidden, 1))}%" if hidden > 0 else "all"

    @property
    def item_in_sight(self) -> int:
        """The item that the reader is at: that of the last jump while it is in sight."""
        at, y = self._gone_to
        if y == self.scroll_offset.y:
            return at
        return self.stack.index_at(self.scroll_offset.y)

    def items_in_sight(self) -> Sequence[ArticleItem]:
        """The items of which some line is in sight."""
        top = self.scroll_offset.y
        last = self.stack.index_at(top + self.scrollable_content_region.height - 1)
        return self.stack.items[self.stack.index_at(top) : last + 1]

    def go_to_item(self, index: int) -> None:
        """Bring an item into sight; of a long one the first match of what is sought."""
        y = self.match_line(index)
        y = self.stack.top(index) if y is None else y
        height = self.scrollable_content_region.height
        if not 0 <= y - self.scroll_offset.y < height - 1:
            self.scroll_lines_to(y - height // 3)
        self._gone_to = index, self.scroll_offset.y

    def go_to_place(self, block: int, at: int) -> None:
        """Bring a place of the article to the top, as far as the end allows.

        Args:
            block: The number of its block.
            at: The characters of that before it.
        """
        self.restore(0, Anchor(f"block-{block}", at))

    def action_top(self) -> None:
        """To the title."""
        self._jump_to(0)

    def action_bottom(self) -> None:
        """To the end."""
        self._jump_to(self.stack.height)

    def action_heading_next(self) -> None:
        """To the next heading; after the last, to the end."""
        tops = [y for y in self._heading_lines() if y > self.scroll_offset.y]
        self._jump_to(tops[min(self.take_count(), len(tops)) - 1] if tops else self.stack.height)

    def action_heading_previous(self) -> None:
        """To the heading before; from the first, to the title."""
        tops = [y for y in self._heading_lines() if y < self.scroll_offset.y]
        self._jump_to(tops[-min(self.take_count(), len(tops))] if tops else 0)

    def _jump_to(self, y: int) -> None:
        """Bring a line to the top, as far as the end allows; one can come back from there."""
        before, anchor = self.scroll_offset.y, self.place()[1]
        self.scroll_lines_to(y)
        if self.scroll_offset.y != before:
            self.post_message(self.Jumping(anchor))

    @property
    def has_headings(self) -> bool:
        """Whether there is a heading under the title."""
        return any(item.is_heading for item in self.stack.items)

    def _heading_lines(self) -> list[int]:
        return [
            self.stack.top(index) for index, item in enumerate(self.stack.items) if item.is_heading
        ]

    def passage_in_sight(self) -> tuple[Block, ...]:
        """The first passage that begins in sight, but for title and headings; or nothing."""
        top = self.scroll_offset.y
        for index, item in enumerate(self.stack.items):
            blocks = passage(item)
            is_title = item.is_heading or item.key == "title"
            if self.stack.top(index) >= top and blocks and not is_title:
                return blocks
        return ()

    def selecting(self) -> Selecting | None:
        """A selection that begins with the first line in sight; None where there is no text."""
        stack = self.stack
        top = self.scroll_offset.y
        lines = ((y, stack.line(y)) for y in range(top, stack.height))
        y = next((y for y, line in lines if line is not None and line.length), None)
        start = stack.anchor(top if y is None else y)
        if start is None:
            return None
        selecting = Selecting(self, 0, len(stack.items) - 1, start)
        return selecting if selecting.field else None

    def action_link_browser(self) -> None:
        """Open the first link in sight in the browser; with a count, that of the number."""
        self.post_message(self.BrowserAsked(self.take_count()))

    def action_reply(self) -> None:
        """Reply to the article, quoting the first passage that is wholly in sight."""
        self.ask(self.ReplyAsked(self.passage_in_sight()))

    def action_reply_bare(self) -> None:
        """Reply to the article without a quote."""
        self.ask(self.ReplyAsked(()))
