"""Comments that a page's script would load, fetched as the script would: a module per service.

Only the host that the page itself names is asked, or that of the service that it is on, once the
page has come over the network; what goes wrong is a note of the page, which opens all the same. A
service that many sites share would learn who reads what, and is asked only when the reader wants
the rest of the page (`tui.fetch.whole`).

A module has a function `fetch_thread`; `SERVICES` names it by the service, as `RemoteThread` does.
What a service answers becomes a thread in `tui.parse.threads.remote`, without the network.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from tui.errors import SourceError
from tui.model import Page, RemoteThread, Thread


class Service(Struct, frozen=True):
    """A service whose comments are fetched.

    Attributes:
        module: Its module in this package.
        is_shared: Whether it has the comments of many sites, and not of its own or one alone.
    """

    module: str
    is_shared: bool = False


SERVICES: Mapping[str, Service] = MappingProxyType(
    {
        "Disqus": Service("disqus", is_shared=True),
        "Isso": Service("isso"),
        "Remark42": Service("remark42"),
        "Waline": Service("waline"),
        "WordPress": Service("wordpress"),
        "WordPress.com": Service("wordpress_com"),
    }
)
"""Them, by the names that `RemoteThread` has for them."""


class Reading(Protocol):
    """How a service's module gives a thread."""

    async def __call__(self, page: Page, remote: RemoteThread) -> Thread:
        """The thread that a service has for a page.

        Args:
            page: The page.
            remote: The service, as the page names it.

        Raises:
            SourceError: It cannot be had; the text says why.
        """


def awaited(page: Page) -> RemoteThread | None:
    """The service that a page without comments is asked for when it opens, or None."""
    thread = page.thread
    if thread is None or thread.comments:
        return None
    known = (remote for remote in askable(thread) if not SERVICES[remote.service].is_shared)
    return next(known, None)


def askable(thread: Thread) -> list[RemoteThread]:
    """The services of a thread that can be asked for comments."""
    return [remote for remote in thread.remote if remote.service in SERVICES and remote.url]


async def thread_at(page: Page, remote: RemoteThread) -> Thread:
    """The thread that a service has for a page; see `Reading`."""
    name = f"{__name__}.{SERVICES[remote.service].module}"
    fetch_thread: Reading = import_module(name).fetch_thread
    return await fetch_thread(page, remote)


async def with_comments(page: Page) -> Page:
    """A page with the comments that its script would load, where it is known how to ask for them.

    Args:
        page: The page, as it came over the network.

    Returns:
        The page with its thread, or with a note that says why that could not be had.
    """
    remote = awaited(page)
    if remote is None:
        return page
    from tui.parse.threads.notes import loaded_note  # noqa: PLC0415 -- loads the parser

    notes = tuple(note for note in page.notes if note != loaded_note(remote.service))
    try:
        thread = await thread_at(page, remote)
    except SourceError as error:
        told = f"The comments, which {remote.service} has, could not be fetched. {error}"
        return replace(page, notes=(*notes, told))
    return _with_thread(replace(page, notes=notes), thread, remote)


def _with_thread(page: Page, given: Thread, remote: RemoteThread) -> Page:
    """A page with the thread of a service, which knows nothing of what the page itself says."""
    from tui.parse.threads.notes import given_note, missing_note  # noqa: PLC0415 -- as above

    if page.thread is None:
        return replace(page, thread=given)
    stated = page.thread.stated_count or 0
    told = missing_note(stated, 0, page.thread.remote)
    notes = [note for note in page.notes if note != told]
    missing = (given.stated_count or 0) - len(given)
    if missing > 0:
        notes.append(f"{remote.service} has {missing} more comments, which it did not give.")
    elif stated > len(given):
        notes.append(given_note(stated, len(given), remote.service))
    thread = replace(
        given,
        stated_count=max(stated, given.stated_count or 0) or None,
        closed=page.thread.closed or given.closed,
    )
    return replace(page, thread=thread, notes=tuple(notes))
