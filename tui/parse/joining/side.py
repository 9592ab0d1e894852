"""A part of an article while it is looked for what goes at its borders."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from tui.model import Block, Heading, ListBlock, Page, Paragraph, Span, plain
from tui.parse.joining.addresses import Addresses
from tui.parse.joining.alike import content, is_picture, is_telling, spans_in
from tui.parse.joining.titles import Numbers, bare_titles, key_of_title, own_title, with_bare
from tui.parse.words import part_label
from tui.parse.words.partlabels import MAX_PART_LABEL

_NEAR = 30
"""Among so many first blocks of an article, a later part may begin with another than the first."""

_LONGEST_LINKS = 200
"""A line of links to the parts before and after has no more characters than this."""

Place = tuple[int, int]
"""A block: the number of its part, and its own in that."""


class Side:
    """A part while its borders are looked for.

    Attributes:
        at: Its number, from 0.
        blocks: Its blocks.
        gone: As in `Borders`.
        end: Where the blocks end that are left.
    """

    def __init__(
        self, at: int, parts: Sequence[Page], title: str | None, addresses: Addresses
    ) -> None:
        self.at = at
        self.blocks = parts[at].article.blocks
        self.gone: dict[int, Place | None] = {}
        self.end = len(self.blocks)
        self._start = 0
        self._said: dict[int, tuple[object, ...]] = {}
        self._addresses = addresses
        self._title = own_title(at, parts, title) if at else None
        self._numbers = Numbers(at, parts)
        known = (title, *bare_titles(at, parts), *bare_titles(0, parts)) if at else ()
        self._titles = {key_of_title(one) for one in known if one}
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
        part_at = self._addresses.part_at
        return any(name and part_at(place, self.at) == self.at for place, _, name in places)

    def numbers_part(self, index: int, *, is_end: bool) -> bool:
        """Whether a block is a line that does nothing but number the part, or lead to the next."""
        block = self.blocks[index]
        if self._leads_on(block):
            return True
        words = _short_words(block)
        if words is None:
            return False
        numbers = self._numbers
        return numbers.has(part_label(words), numbers.after if is_end else numbers.before)

    def _leads_on(self, block: Block) -> bool:
        """Whether a block is nothing but links to the part after or before."""
        if not isinstance(block, Paragraph | Heading | ListBlock):
            return False
        found, size = False, 0
        for span in spans_in(block):
            size += len(span.text)
            if size > _LONGEST_LINKS:
                return False
            if not any(map(str.isalnum, span.text)):
                continue
            address, sign, _ = (span.href or "").partition("#")
            part = self._addresses.part_at(address, self.at) if address and not sign else None
            found = part in (self.at - 1, self.at + 1)
            if not found:
                return False
        return found

    def trim_beginning(self, first: Side) -> int:
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
        if isinstance(block, Heading) and self._titles:
            said = with_bare(plain(block.text), self._numbers)
            if any(key_of_title(title) in self._titles for title in said):
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

    def trim_end(self, count: int, of: Side) -> None:
        """Let go so many blocks at the end, which another part says at its end."""
        for back in range(1, count + 1):
            self.gone[self.end - back] = (of.at, of.end - back)
        self.end -= count

    def title_above(self) -> Heading | None:
        """The heading for what the part's own title says and its text does not begin with."""
        if self._title is None or not self.left:
            return None
        above = self.blocks[self._start]
        said = key_of_title(plain(above.text)) if isinstance(above, Heading) else None
        return None if said == key_of_title(self._title) else Heading(2, (Span(self._title),))


def _short_words(block: Block) -> str | None:
    """The words of a heading or paragraph that is short enough to number a part, or None."""
    if not isinstance(block, Paragraph | Heading) or len(block.text) > MAX_PART_LABEL:
        return None
    words = plain(block.text)
    return words if len(words) <= MAX_PART_LABEL else None
