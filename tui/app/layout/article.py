"""The article as a stack: title, byline, lead image, notes, a block an item, other parts."""

from __future__ import annotations

from msgspec.structs import replace

from tui.app.layout.blocks import block_pieces, gap
from tui.app.layout.lines import Role
from tui.app.layout.look import PLAIN, Look
from tui.app.layout.pieces import Piece, PiecedItem, text_piece
from tui.model import Block, Heading, Image, Inline, Page, Paragraph, Span, blocks_text, plain
from tui.parse.patterns import regex
from tui.reading.onward import part_line

LEAD = "lead"
"""The key of the item of the lead image."""

_WORDS_A_MINUTE = 230
_CHARACTERS_A_MINUTE = 500
"""A reader's pace; the usual figures for prose, the second for Chinese and Japanese."""

_WRITTEN_WITHOUT_SPACES = regex("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")


class BlockItem(PiecedItem, frozen=True):
    """One block of the article with the gap under it."""

    key: str
    block: Block
    look: Look = PLAIN

    @property
    def is_heading(self) -> bool:
        """Whether it is a place to jump to."""
        return isinstance(self.block, Heading)

    def pieces(self, width: int) -> list[Piece]:
        """What it is built of."""
        return [*block_pieces((self.block,), width, look=self.look), gap()]


class TextItem(PiecedItem, frozen=True):
    """A stretch of text in one role: the title, the byline, a note.

    Attributes:
        key: What tells it from the others.
        text: Its characters.
        role: What it is.
        space: Whether there is a gap under it.
        spans: Its spans where some of it leads elsewhere; empty where nothing does.
    """

    key: str
    text: str
    role: Role
    space: bool = True
    spans: Inline = ()

    is_heading = False

    def pieces(self, width: int) -> list[Piece]:
        """What it is built of."""
        spans = self.spans or ((Span(self.text),) if self.text else ())
        piece = text_piece(spans, width, (), (), self.role)
        return [piece, gap()] if self.space else [piece]


ArticleItem = BlockItem | TextItem


def article_items(page: Page, look: Look = PLAIN) -> list[ArticleItem]:
    """What the article pane shows of a page; what it quotes is always shown whole."""
    look = replace(look, folds_quotes=False)
    article = page.article
    items: list[ArticleItem] = [
        TextItem("title", article.title or "Untitled page", Role.TITLE),
    ]
    facts = byline(page, look)
    if facts:
        items.append(TextItem("byline", facts, Role.META))
    if article.image_above is not None:
        items.append(BlockItem(LEAD, _labelled(article.image_above), look))
    items.extend(
        TextItem(f"note-{number}", note, Role.NOTE) for number, note in enumerate(page.notes)
    )
    items.extend(
        BlockItem(block_key(number), block, look) for number, block in enumerate(article.blocks)
    )
    if not article.blocks and not page.notes:
        items.append(TextItem("empty", "No article was found on this page.", Role.NOTE))
    if page.parts is not None:
        line = part_line(page.parts, look.glyphs.dot)
        items.append(TextItem("parts", plain(line), Role.META, spans=line))
    return items


def block_key(number: int) -> str:
    """The key of the item of a block, by its number from 0."""
    return f"block-{number}"


def _labelled(image: Image) -> Image:
    """A lead image with words that can stand for it."""
    return image if image.alt or image.caption else replace(image, alt="lead picture")


def byline(page: Page, look: Look = PLAIN) -> str:
    """Who, where and when, and how long it takes to read."""
    article = page.article
    minutes = f"{reading_minutes(page)}\N{NO-BREAK SPACE}min" if article.blocks else ""
    date = look.date(article.published)
    facts = (", ".join(article.authors), page.site_beside, date, minutes)
    return look.glyphs.dot.join(fact for fact in facts if fact)


def reading_minutes(page: Page) -> int:
    """How many minutes the article takes to read, at least one."""
    text = blocks_text(page.article.blocks)
    words = text.count(" ") + text.count("\n") + 1
    dense = max(text, default="") >= "\u3040"
    characters = len(_WRITTEN_WITHOUT_SPACES.findall(text)) if dense else 0
    return max(1, round(words / _WORDS_A_MINUTE + characters / _CHARACTERS_A_MINUTE))


def passage(item: ArticleItem) -> tuple[Block, ...]:
    """What is quoted when an item of the article is answered."""
    if isinstance(item, BlockItem):
        return () if item.key == LEAD else (item.block,)
    return (Paragraph((Span(item.text),)),) if item.key == "title" else ()
