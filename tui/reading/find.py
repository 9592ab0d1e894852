"""Finding words in a page: in its title, its article and its comments, folded or not."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from unicodedata import normalize

from msgspec import Struct

from tui.model import Page, blocks_text
from tui.reading.moves import Way

MAX_NEEDLE = 200
"""Of what is sought this many characters count."""

Spot = tuple[int, int]
"""A place in the order of a search: in the article (0) or the comments (1), and where there."""

TITLE = "title"
"""The place of the title among the places of an article."""


def needle_pattern(needle: str) -> re.Pattern[str] | None:
    """What finds some words, with any white space between them, or None where there are none.

    Capitals count where the needle has any. An accent may be part of its letter or stand behind it,
    since pages keep the one as well as the other.
    """
    words = needle[:MAX_NEEDLE].split()
    if not words:
        return None
    flags = re.IGNORECASE if needle == needle.lower() else 0
    return re.compile(r"\s+".join(map(_in_any_form, words)), flags)


def _in_any_form(word: str) -> str:
    """What finds a word as it is, and with each letter whole or in parts (Unicode annex 15)."""
    exact = re.escape(word)
    pairs = ((whole, normalize("NFD", whole)) for whole in normalize("NFC", word))
    forms = "".join(
        re.escape(whole) if whole == parts else f"(?:{re.escape(whole)}|{re.escape(parts)})"
        for whole, parts in pairs
    )
    return exact if forms == exact else f"(?:{exact}|{forms})"


class Found(Struct, frozen=True):
    """Where some words are.

    Attributes:
        needle: The words.
        pattern: What finds them in a text.
        article: The places in the article in page order: `TITLE`, or the number of a block.
        comments: The indexes of the comments, in page order.
        count: How often the words are there in all.
    """

    needle: str
    pattern: re.Pattern[str]
    article: tuple[str | int, ...]
    comments: tuple[int, ...]
    count: int

    @property
    def places(self) -> int:
        """In how many places they are."""
        return len(self.article) + len(self.comments)


class PageText:
    """The texts of a page, read once for many searches."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @cached_property
    def _article(self) -> list[tuple[str | int, str]]:
        blocks = enumerate(self.page.article.blocks)
        return [
            (TITLE, self.page.article.title or ""),
            *((number, blocks_text((block,))) for number, block in blocks),
        ]

    @cached_property
    def _comments(self) -> list[str]:
        comments = self.page.thread.comments if self.page.thread is not None else ()
        return [f"{comment.author or ''}\n{blocks_text(comment.blocks)}" for comment in comments]

    def find(self, needle: str) -> Found | None:
        """Where some words are; None where there are no words to find."""
        pattern = needle_pattern(needle)
        if pattern is None:
            return None
        article = [(place, len(pattern.findall(text))) for place, text in self._article]
        comments = [len(pattern.findall(text)) for text in self._comments]
        return Found(
            needle,
            pattern,
            tuple(place for place, count in article if count),
            tuple(index for index, count in enumerate(comments) if count),
            sum(count for _, count in article) + sum(comments),
        )


def round_to(
    spots: Sequence[Spot], current: Spot, way: Way, *, times: int = 1, here: bool = False
) -> Spot:
    """The spot so many steps on the way, round at the ends.

    Args:
        spots: All spots, in order; at least one.
        current: Where one is, which need be none of them.
        way: The way.
        times: How many steps.
        here: Whether the first step on is to where one is, if that is a spot.
    """
    if way is Way.ON:
        at = (bisect_left if here else bisect_right)(spots, current) + times - 1
    else:
        at = bisect_left(spots, current) - times
    return spots[at % len(spots)]
