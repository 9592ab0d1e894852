"""The other parts of an article: on one page where the site has such a page, else part by part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from tui.fetch.whole.turning import Turning
from tui.model import Article, Page, Parts, blocks_text
from tui.parse.joining.article import joined_article

SAME_WORDS = 0.9
"""A page with the whole article has so many of the words of each of its parts."""


class GatheredArticle(Struct, frozen=True):
    """An article, as far as its parts could be had.

    Attributes:
        article: It.
        parts: Which part of it that is, or None where it is whole.
        pages: The other pages that hold it, or parts of it.
    """

    article: Article
    parts: Parts | None
    pages: tuple[Page, ...] = ()


async def gathered_article(page: Page, turning: Turning) -> GatheredArticle:
    """The article of a page, with its other parts.

    Args:
        page: The page.
        turning: Fetches the others.
    """
    parts = page.parts
    if parts is None:
        return GatheredArticle(page.article, None)
    if parts.whole and turning.may_turn(parts.whole):
        whole = await turning.page(parts.whole)
        if whole is not None and _holds(whole.article, page.article):
            article = replace(whole.article, title=page.article.title or whole.article.title)
            return GatheredArticle(article, None, (whole,))
    before, previous = await _chain(parts.previous, attrgetter("previous"), turning)
    after, following = await _chain(parts.next, attrgetter("next"), turning)
    before.reverse()
    left = replace(parts, number=parts.number - len(before), previous=previous, next=following)
    is_whole = previous is None and following is None
    return GatheredArticle(
        joined_article([*before, page, *after]) if before or after else page.article,
        None if is_whole else left,
        (*before, *after),
    )


async def _chain(
    url: str | None, onward: Callable[[Parts], str | None], turning: Turning
) -> tuple[list[Page], str | None]:
    """The parts one way, the nearest first, and the address of the next that could not be had."""
    found: list[Page] = []
    while url is not None and not turning.was_read(url):
        page = await turning.page(url) if turning.may_turn(url) else None
        if page is None:
            return found, url
        if not page.article.blocks:
            break
        found.append(page)
        url = None if page.parts is None else onward(page.parts)
    return found, None


def _holds(whole: Article, part: Article) -> bool:
    """Whether an article has more words than a part, and nearly all that the part has."""
    words, own = Counter(_words(whole)), Counter(_words(part))
    return words.total() > own.total() and (words & own).total() >= SAME_WORDS * own.total()


def _words(article: Article) -> list[str]:
    return blocks_text(article.blocks).split()
