"""One article of the pages that hold its parts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time

from tui.model import Article, Page, ShownDate
from tui.parse.joining.borders import find_borders
from tui.parse.joining.places import in_a_row
from tui.parse.joining.titles import joined_title

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def joined_article(parts: Sequence[Page]) -> Article:
    """One article of the pages that hold its parts, in their order (at least one)."""
    articles = [page.article for page in parts]
    if len(parts) == 1:
        return articles[0]
    title = joined_title(parts)
    authors: dict[str, str] = {}
    for article in articles:
        for name in article.authors:
            authors.setdefault(name.casefold(), name)
    images = (article.lead_image for article in articles)
    return Article(
        title=title,
        blocks=in_a_row(parts, find_borders(parts, title)),
        authors=tuple(authors.values()),
        published=next((one.published for one in articles if one.published is not None), None),
        updated=_latest([one.updated for one in articles if one.updated is not None]),
        lead_image=next((image for image in images if image is not None), None),
    )


def _latest(dates: Sequence[ShownDate]) -> ShownDate | None:
    """The latest date, else the first of those that are not certain to the day, or None."""
    return max(dates, key=_seconds, default=None)


def _seconds(shown: ShownDate) -> float:
    """When that is, for comparison: in UTC where the page gives no zone, a day by its beginning."""
    at = shown.at
    if at is None:
        return float("-inf")
    if not isinstance(at, datetime):
        at = datetime.combine(at, time(), UTC)
    return ((at if at.tzinfo else at.replace(tzinfo=UTC)) - _EPOCH).total_seconds()
