"""What goes at the borders of an article's parts: what each of them says again, and its number.

A part begins with what the first one began with, such as the lead or the list of the parts, or with
a heading that says the title again; and all parts end with what stands under each page. Both stand
once in the whole, the one at its beginning and the other at its end. Only unbroken runs of blocks
at a border go, so that the text itself stays, however often it says a thing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

from msgspec import Struct

from tui.model import Block, Heading, Page, Paragraph, Rule, Span, plain
from tui.parse.joining.alike import content, is_picture, is_telling, spans_in
from tui.parse.joining.titles import Numbers, bare_titles, own_title
from tui.parse.words import part_label
from tui.parse.words.partlabels import MAX_PART_LABEL

_NEAR = 30
"""Among so many first blocks of an article, a later part may begin with another than the first."""

_SHORT_NAME = 4
_MOST_NAMES = 20

Place = tuple[int, int]
"""A block: the number of its part, and its own in that."""


class Borders(Struct):
    """What stands in the whole, and where.

    Attributes:
        gone: For each part, the numbers of its blocks that do not stand in their place; each with
            the block that says the same and stands somewhere, or None.
        titles: For each part, the heading that stands before it, or None.
        last: The blocks that stand after all parts.
    """

    gone: list[dict[int, Place | None]]
    titles: list[Heading | None]
    last: list[Place]


def find_borders(parts: Sequence[Page], title: str | None) -> Borders:
    """What of an article's parts stands in the whole.

    Args:
        parts: The pages that hold them, in their order; more than one.
        title: The title of the whole.
    """
    names = _names(parts)
    sides = [_Part(at, parts, title) for at in range(len(parts))]
    reached = max(part.trim_beginning(sides[0]) for part in sides[1:])
    sides[0].drop_numbers(reached)
    for part in sides:
        part.trim_numbers()
    last = _trim_ends(sides, names)
    for part in sides:
        part.trim_numbers()
    titles = [None, *(part.title_above() for part in sides[1:])]
    seen: set[Heading] = set()
    for at, heading in enumerate(titles):
        if heading is not None and heading in seen:
            titles[at] = None
        elif heading is not None:
            seen.add(heading)
    return Borders([part.gone for part in sides], titles, last)


def _names(parts: Sequence[Page]) -> list[str]:
    """The names of the authors, in small letters, but for very short and very many ones."""
    names = {name.lower(): None for page in parts for name in page.article.authors}
    return [name for name in names if len(name) >= _SHORT_NAME][:_MOST_NAMES]


class _Part:
    """A part while its borders are looked for.

    Attributes:
        at: Its number, from 0.
        blocks: Its blocks.
        gone: As in `Borders`.
        end: Where the blocks end that are left.
    """

    def __init__(self, at: int, parts: Sequence[Page], title: str | None) -> None:
        self.at = at
        self.blocks = parts[at].article.blocks
        self.gone: dict[int, Place | None] = {}
        self.end = len(self.blocks)
        self._start = 0
        self._said: dict[int, tuple[object, ...]] = {}
        self._addresses = {"", (parts[at].url or "").partition("#")[0]}
        self._title = own_title(at, parts, title) if at else None
        self._numbers = Numbers(at, parts)
        known = (title, *bare_titles(at, parts), *bare_titles(0, parts)) if at else ()
        self._titles = {" ".join(one.split()) for one in known if one}
        self._image = parts[0].article.lead_image if at else None

    @property
    def left(self) -> range:
        """The numbers of the blocks that may still go at an end."""
        return range(self._start, self.end)

    def said(self, index: int) -> tuple[object, ...]:
        """What a block says, kept where it is asked for once more."""
        found = self._said.get(index)
        if found is None:
            found = self._said[index] = content(self.blocks[index])
        return found

    def leads_within(self, index: int) -> bool:
        """Whether a block has a link to a place of the part, as notes have one back to their mark.

        A note stays with its text, even where another part has one of the same words.
        """
        links = (span.href for span in spans_in(self.blocks[index]) if span.href)
        places = (href.partition("#") for href in links)
        return any(name and address in self._addresses for address, _, name in places)

    def numbers_part(self, index: int, *, is_end: bool) -> bool:
        """Whether a block is a line that does nothing but number the part, or tell of the next."""
        words = _short_words(self.blocks[index])
        if words is None:
            return False
        numbers = self._numbers
        return numbers.has(part_label(words), numbers.after if is_end else numbers.before)

    def trim_beginning(self, first: _Part) -> int:
        """Let go what the first part says as well; how far that goes in the first part."""
        gone: dict[int, Place | None] = {}
        reached, sure = 0, 0
        near = first.near
        for index, block in enumerate(self.blocks):
            copy = None
            if not self._is_own_line(index):
                said = self.said(index)
                while reached < first.end and first.numbers_part(reached, is_end=False):
                    reached += 1
                if reached < first.end and first.said(reached) == said:
                    copy = reached
                elif said in near and is_telling(block):
                    copy = near[said]
                else:
                    break
                reached = max(reached, copy + 1)
            gone[index] = None if copy is None else (0, copy)
            # A short heading that many texts have, as it stands here, is that of what follows it.
            if copy is None or not isinstance(block, Heading) or is_telling(block):
                sure = index + 1
        self.gone = {index: copy for index, copy in gone.items() if index < sure}
        self._start = sure
        copies = [copy[1] + 1 for copy in self.gone.values() if copy is not None]
        return max(copies, default=0)

    def _is_own_line(self, index: int) -> bool:
        """Whether a block is the article's title again, its lead image, or the part's number."""
        block = self.blocks[index]
        if isinstance(block, Heading) and " ".join(plain(block.text).split()) in self._titles:
            return True
        return is_picture(block, self._image) or self.numbers_part(index, is_end=False)

    @cached_property
    def near(self) -> dict[tuple[object, ...], int]:
        """The first blocks by what they say."""
        return {self.said(index): index for index in reversed(range(min(_NEAR, self.end)))}

    def drop_numbers(self, reached: int) -> None:
        """Let go the lines that number the part, up to a block and after it."""
        for index in range(reached):
            if self.numbers_part(index, is_end=False):
                self.gone[index] = None
        self._start = reached
        while self.left and self.numbers_part(self._start, is_end=False):
            self.gone[self._start] = None
            self._start += 1

    def trim_numbers(self) -> None:
        """Let go the lines at the end that number the part."""
        while self.left and self.numbers_part(self.end - 1, is_end=True):
            self.end -= 1
            self.gone[self.end] = None

    def trim_end(self, count: int, of: _Part) -> None:
        """Let go so many blocks at the end, which another part says at its end."""
        for back in range(1, count + 1):
            self.gone[self.end - back] = (of.at, of.end - back)
        self.end -= count

    def title_above(self) -> Heading | None:
        """The heading for what the part's own title says and its text does not begin with."""
        if self._title is None or not self.left:
            return None
        above = self.blocks[self._start]
        said = isinstance(above, Heading) and plain(above.text).casefold() == self._title.casefold()
        return None if said else Heading(2, (Span(self._title),))


def _short_words(block: Block) -> str | None:
    """The words of a heading or paragraph that is short enough to number a part, or None."""
    if not isinstance(block, Paragraph | Heading) or len(block.text) > MAX_PART_LABEL:
        return None
    words = plain(block.text)
    return words if len(words) <= MAX_PART_LABEL else None


# Ends


def _trim_ends(parts: Sequence[_Part], names: Collection[str]) -> list[Place]:
    """Let go what parts say again at the end of the last, or what all but that end with.

    Returns:
        What all but the last end with, to stand after it.
    """
    *others, last = parts
    ends = [_same_end(part, last, names) for part in others]
    for part, count in zip(others, ends, strict=True):
        part.trim_end(count, last)
    last.end -= max(ends)  # the lines above it may number the part
    if any(ends) or len(others) < 2:
        return []
    *before, kept = others
    common = min(_same_end(part, kept, names) for part in before)
    common = _telling_length(kept, common, names)
    for part in before:
        part.trim_end(common, kept)
    moved = [(kept.at, index) for index in range(kept.end - common, kept.end)]
    kept.trim_end(common, kept)
    return moved


def _same_end(part: _Part, other: _Part, names: Collection[str]) -> int:
    """With how many blocks, of what they may end with, two parts end alike."""
    pairs = zip(reversed(part.left), reversed(other.left), strict=False)
    count = 0
    for ours, theirs in pairs:
        if part.said(ours) != other.said(theirs) or part.leads_within(ours):
            break
        count += 1
    return _telling_length(other, count, names)


def _telling_length(part: _Part, count: int, names: Collection[str]) -> int:
    """How many of so many last blocks go: from the first on that says enough to be no text.

    Headings and rules over that go with it.
    """
    found = 0
    for length in range(1, count + 1):
        block = part.blocks[part.end - length]
        if is_telling(block, names) or (found and isinstance(block, Heading | Rule)):
            found = length
    return found
