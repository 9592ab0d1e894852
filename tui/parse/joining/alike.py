"""Which blocks of two parts of an article say the same, whatever they are called and link to."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tui.model import (
    Block,
    DefinitionList,
    Heading,
    Image,
    Inline,
    ListBlock,
    Paragraph,
    Preformatted,
    Quote,
    Span,
    Table,
    blocks_text,
    inner_blocks,
    plain,
)
from tui.model.pictures import picture_name
from tui.parse.metadata.signs import words_in

_SENTENCE = 4
"""So many words at least are no name of a section, and no short answer."""


def content(block: Block) -> tuple[object, ...]:
    """What a block says, for comparison: kind and words, without marks, links and anchors.

    A list of the parts sets off the one that it stands in, and links to the others.
    """
    said: object = None
    match block:
        case Paragraph(text) | Heading(_, text):
            said = _words(text)
        case ListBlock(items):
            said = tuple(tuple(map(content, item)) for item in items)
        case DefinitionList(items):
            said = tuple(tuple(map(content, item.blocks)) for item in items)
        case Quote(blocks):
            said = tuple(map(content, blocks))
        case Preformatted(code):
            said = code
        case Table(rows, _, caption):
            said = (_words(caption), tuple(tuple(map(_words, row)) for row in rows))
        case Image(src, alt, caption):
            said = (picture_name(src) if src else None, alt, _words(caption))
        case _:
            pass
    return (type(block), said)


def is_telling(block: Block, names: Collection[str] = ()) -> bool:
    """Whether a block is a picture or says enough to be the same again where it says the same.

    Args:
        block: The block.
        names: Names in small letters that are enough by themselves.
    """
    if isinstance(block, Image) and block.src:
        return True
    words = blocks_text((block,))
    return len(words_in(words)) >= _SENTENCE or any(name in words.lower() for name in names)


def is_picture(block: Block, image: Image | None) -> bool:
    """Whether a block is a picture, without any words under it that are not there as well."""
    if not isinstance(block, Image) or image is None or not (block.src and image.src):
        return False
    same = picture_name(block.src) == picture_name(image.src)
    return same and _words(block.caption) in ("", _words(image.caption))


def spans_in(block: Block) -> Iterator[Span]:
    """The text of a block and of those in it."""
    match block:
        case Paragraph(text) | Heading(_, text):
            yield from text
        case Table(rows, _, caption):
            yield from caption
            yield from (span for row in rows for cell in row for span in cell)
        case Image(_, _, caption):
            yield from caption
        case _:
            for inner in inner_blocks(block):
                yield from spans_in(inner)


def _words(text: Inline) -> str:
    return " ".join(plain(text).split())
