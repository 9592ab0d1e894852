"""How the comment systems are asked for a page's thread, and how a page is read by one."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from tui.model import Comment, RemoteThread, Thread
from tui.parse.document import Document
from tui.parse.memory import give_back
from tui.parse.threads.builder import RawComment, build_comments
from tui.parse.threads.catalogue import are_named, embed_signs, system_signs
from tui.parse.threads.dating import settle_dates
from tui.parse.threads.found import FoundThread
from tui.parse.threads.gate import is_silent
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.notes import loaded_note, missing_note
from tui.parse.threads.reading import read_items
from tui.parse.threads.surroundings import read_frame
from tui.parse.threads.system import Item, Rank, System

MOST_BLANK = 0.5
"""Where more than this share of the items says nothing, they are a template or another system's."""

LEAST_TOLD = 0.5
"""The share of comments that a standard must give name and words; otherwise it says nothing."""


class _Read(Struct, frozen=True):
    """What a page holds as one system would have it, before a look at what is around that.

    Attributes:
        system: The system.
        items: The comments as elements; none where they are data.
        comments: The comments.
        is_full: Whether there may be more than are read.
    """

    system: System
    items: Sequence[Item]
    comments: tuple[Comment, ...]
    is_full: bool


def find_thread(document: Document) -> FoundThread:
    """The thread of a page; never raises.

    The first system that finds comments has them; where none does, the first whose sign is there
    says what the page states, and services that load comments by script are named in the notes.
    """
    if is_silent(document) and not are_named(document):
        return FoundThread()
    without: list[_Read] = []
    for entry in system_signs().on(document):
        read = _read(document, entry.system)
        if read is not None and read.comments:
            return _framed(document, read)
        if read is not None:
            without.append(read)
    empty = FoundThread()
    for read in without:
        found = _framed(document, read)
        if found.thread is not None or not empty.roots:
            empty = found
        if found.thread is not None:
            break
    return _with_services(empty, _services(document))


def _read(document: Document, system: System) -> _Read | None:
    """The comments of a page as one system would have them; None where a standard says too little.

    Most of what a sign finds is no more than a form, and what is around that is looked at last.
    """
    items = () if system.data is not None else system.items(document)
    give_back(len(document.source))  # what it took to find them is much
    raws = system.data(document) if system.data else read_items(document, items, system.parts)
    if system.rank is Rank.STANDARD and not _tells(raws):
        return None
    blank = sum(raw.is_blank for raw in raws)
    told = settle_dates(document, raws) if blank <= MOST_BLANK * len(raws) else ()
    return _Read(system, items, build_comments(told), len(raws) >= MAX_ITEMS)


def _framed(document: Document, read: _Read) -> FoundThread:
    """The thread of a page as one system has it, with what the page says of it."""
    system, items, comments = read.system, read.items, read.comments
    frame = read_frame(document, items, system.surroundings)
    more = (*frame.more, *system.more(document))
    stated = frame.stated_count if frame.stated_count is not None else system.stated(document)
    remote: tuple[RemoteThread, ...] = ()
    notes: tuple[str, ...] = ()
    if stated is not None and stated > len(comments):
        remote = tuple(system.remote(document))
        notes = (missing_note(stated, len(comments), remote),)
    thread = None
    if comments or stated is not None or frame.closed or more:
        thread = Thread(
            comments=comments,
            system=system.name,
            stated_count=stated,
            closed=frame.closed,
            more=more,
            remote=remote,
        )
    if read.is_full:
        notes = (*notes, f"Only the first {MAX_ITEMS:,} comments were read.")
    return FoundThread(thread, frame.roots, notes)


def _tells(raws: Sequence[RawComment]) -> bool:
    """Whether enough comments have a name and words for their markup to be used in earnest."""
    told = sum(raw.author is not None and bool(raw.blocks) for raw in raws)
    return bool(raws) and told >= LEAST_TOLD * len(raws)


def _services(document: Document) -> tuple[RemoteThread, ...]:
    """The services that load comments into a page."""
    entries = list(embed_signs().on(document))
    if not entries:
        return ()
    from tui.parse.threads.embeds import remote_thread  # noqa: PLC0415 -- few pages have any

    return tuple(remote_thread(document, entry.embed) for entry in entries)


def _with_services(found: FoundThread, loading: tuple[RemoteThread, ...]) -> FoundThread:
    """What was found of a thread without comments, with the services that load them."""
    if not loading:
        return found
    thread = found.thread
    if thread is None:
        thread = Thread(comments=(), system=loading[0].service.lower().replace(" ", "-"))
    remote = dict.fromkeys((*thread.remote, *loading))
    return FoundThread(
        replace(thread, remote=tuple(remote)),
        found.roots,
        tuple(loaded_note(service.service) for service in remote),
    )
