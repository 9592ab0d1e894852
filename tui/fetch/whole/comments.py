"""The other pages of a thread, as far as links lead to them, and what a service has besides."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterator, Sequence
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from tui.errors import SourceError
from tui.fetch.remote import thread_at
from tui.fetch.whole.onward import address, bare, further, service_of
from tui.fetch.whole.turning import Turning
from tui.model import LinkKind, Page, Thread, ThreadLink
from tui.parse.joining.thread import joined_thread
from tui.parse.pagenumber import numbered

MOST_COMMENTS = 50_000
"""No further pages are fetched once there are so many comments."""


class _Turned(Struct, frozen=True):
    """A page of comments.

    Attributes:
        thread: Its comments.
        number: The number that its address or the label of its link has, or None.
        is_before: Whether it was found by going back.
    """

    thread: Thread
    number: int | None = None
    is_before: bool = False


async def gathered_thread(page: Page, parts: Sequence[Page], turning: Turning) -> Thread | None:
    """The thread of a page, with its other pages; None where it has none.

    Args:
        page: The page.
        parts: Pages with other parts of its article, under which there may be comments as well.
        turning: Fetches the others.
    """
    threads = [part.thread for part in parts if part.thread is not None]
    own = page.thread if page.thread is not None else next(iter(threads), None)
    if own is None:
        return None
    pages = [_Turned(own, numbered(page.url or "").number)]
    pages += [_Turned(thread) for thread in threads if thread is not own]
    gathering = _Gathering(page, own, turning)
    pages += [turned async for turned in gathering.turned(pages)]
    whole = joined_thread([each.thread for each in _in_order(pages)])
    whole = replace(whole, more=tuple(link for link in whole.more if gathering.is_left(link)))
    return await _with_service(page, whole, turning)


class _Gathering:
    """Follows the links of a thread from page to page."""

    def __init__(self, page: Page, thread: Thread, turning: Turning) -> None:
        self._page, self._thread, self._turning = page, thread, turning
        self._others: set[str] = set()
        """The addresses of pages that turned out to be something else."""

    def is_left(self, link: ThreadLink) -> bool:
        """Whether a link leads to what was not joined."""
        return bare(link.url) in self._others or not self._turning.was_read(link.url)

    async def turned(self, pages: Sequence[_Turned]) -> AsyncIterator[_Turned]:
        """The pages that come to those that are there."""
        keys = {comment.key for each in pages for comment in each.thread.comments}
        links = deque(link for each in pages for link in further(each.thread))
        while links and len(keys) < MOST_COMMENTS:
            link = links.popleft()
            if not self._turning.may_turn(link.url):
                continue
            other = await self._turning.page(link.url)
            if other is None:
                continue
            thread = other.thread
            if thread is None or not self._belongs(other, thread, link, keys):
                self._others.add(bare(link.url))
                continue
            keys.update(comment.key for comment in thread.comments)
            yield _Turned(thread, _number(link), link.kind is LinkKind.OLDER)
            # Folded replies lead on within their own conversation: they go first.
            if link.kind is LinkKind.REPLIES:
                links.extendleft(reversed(further(thread)))
            else:
                links.extend(further(thread))

    def _belongs(self, other: Page, thread: Thread, link: ThreadLink, keys: set[str]) -> bool:
        """Whether a page has comments of the same thread."""
        if thread.system != self._thread.system and self._thread.comments:
            return False
        if link.kind is LinkKind.REPLIES or any(each.key in keys for each in thread.comments):
            return True
        titles = {(each.article.title or "").casefold() for each in (self._page, other)}
        return len(titles) == 1 or bool(_stems(self._page) & _stems(other))


def _stems(page: Page) -> set[str]:
    """What the addresses of a page are without the number of a page of comments."""
    return {numbered(url).stem for url in (page.url, page.canonical) if url}


def _number(link: ThreadLink) -> int | None:
    """Which page of comments a link leads to, where that can be told."""
    number = numbered(bare(link.url)).number
    is_number = link.label.isascii() and link.label.isdecimal() and len(link.label) < 6
    return number if number is not None or not is_number else int(link.label)


def _in_order(pages: Sequence[_Turned]) -> list[_Turned]:
    """Pages of comments by their numbers where all have one, else by how they were found."""
    first, *others = pages
    numbers = [each.number for each in others]
    known = {number for number in numbers if number is not None}
    if others and len(known) == len(others):
        # A page without a number is the first one or, where that has one, the last.
        own = first.number or (max(known) + 1 if 1 in known else 1)
        by_number = sorted(zip((own, *numbers), pages, strict=True), key=itemgetter(0))
        return [each for _, each in by_number]
    before = [each for each in others if each.is_before]
    return [*reversed(before), first, *(each for each in others if not each.is_before)]


async def _with_service(page: Page, thread: Thread, turning: Turning) -> Thread:
    """A thread with the comments that a service has besides."""
    remote = service_of(thread)
    if remote is None or turning.is_over:
        return thread
    try:
        others = await thread_at(replace(page, url=address(page)), remote)
    except SourceError as error:
        turning.end(str(error))
        return thread
    turning.read.append(remote.url or "")
    asked = tuple(each for each in thread.remote if each != remote)
    return replace(joined_thread([thread, others]), system=thread.system, remote=asked)
