"""Where the rest of a page is, as far as the page tells; nothing is fetched, nor httpx loaded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from tui.fetch.remote import askable
from tui.fetch.remote.refusing import refusal
from tui.model import LinkKind, Page, Parts, RemoteThread, Thread, ThreadLink


def has_rest(page: Page) -> bool:
    """Whether a page tells where more of its article or of its comments can be fetched."""
    if page.parts is not None and any(leads_on(page, url) for url in other_parts(page.parts)):
        return True
    if page.thread is None:
        return False
    links = any(leads_on(page, link.url) for link in further(page.thread))
    return links or (service_of(page.thread) is not None and address(page) is not None)


def other_parts(parts: Parts) -> Iterator[str]:
    """Where the other parts of an article are, together and one after another."""
    yield from filter(None, (parts.whole, parts.previous, parts.next))


def further(thread: Thread) -> Sequence[ThreadLink]:
    """The links to more comments, that to all of them first."""
    return sorted(thread.more, key=lambda link: link.kind is not LinkKind.ALL)


def service_of(thread: Thread) -> RemoteThread | None:
    """The service that has comments which a thread lacks, and can be asked; or None."""
    lacks_some = not thread.comments or (thread.stated_count or 0) > len(thread)
    return next(iter(askable(thread)), None) if lacks_some else None


def leads_on(page: Page, url: str) -> bool:
    """Whether a link leads to another page of the same site, which was not joined as yet."""
    own = address(page)
    if own is None or bare(url) == bare(own) or bare(url) in page.joined:
        return False
    return _site(url) == _site(own) and refusal(own, url) is None


def address(page: Page) -> str | None:
    """Where a page is on the web: where it came from or, of a file, where it says that it is."""
    return page.url or page.canonical


def bare(url: str) -> str:
    """An address without its fragment, which names no other page."""
    return url.partition("#")[0]


def _site(url: str) -> str:
    """Host and port, without the `www.` that sites use or leave out as it comes."""
    try:
        return urlsplit(url).netloc.lower().removeprefix("www.")
    except ValueError:
        return ""
