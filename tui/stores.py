"""A reader's stores and settings in one value, and what every way to read does with them.

What is not known of a page is no reason not to show it, and a place that cannot be kept is no loss
of words, so that both are told to the log alone.
"""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Self, TypeVar

from tui.errors import RejoinderError, SendError, SourceError
from tui.fetch import Address, Opened, locate
from tui.fetch.fetched import shown
from tui.fetch.source import Location
from tui.model import Comment, Page
from tui.reading.naming import names_of
from tui.reading.query import parse_query
from tui.reading.visits import Visits, visited
from tui.store.bookmarks import Bookmarks
from tui.store.copies import Copy
from tui.store.draft import Delivery, Draft, DraftState, Outcome
from tui.store.drafts import DraftStore
from tui.store.homecoming import bring_home
from tui.store.library import Library, ReadingPlace
from tui.store.places import Places
from tui.store.settings import Settings

if TYPE_CHECKING:  # what sends is loaded when something is to be sent
    from tui.send.outbox import Outbox
    from tui.send.plan import Planned
    from tui.store.identities import Identities, Identity

_log = logging.getLogger(__name__)

T = TypeVar("T")


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Stores:
    """The stores and the settings. Every method waits until it is done; any thread may call it.

    Attributes:
        drafts: The drafts.
        library: The pages that were opened.
        environ: The environment: the editor's name, where commands are.
        stdin: What a pipe held, for the source `-`.
        preferences: What the user set.
        clock: Tells the moment, in UTC.
        offline: Whether no address is fetched.
        templates: The folder of the user's templates for replies, or None.
        outbox_of: Makes the outbox.
        told: What the user is to be told at the start: drafts that were brought home.
        last_words: What is to be printed at the end: what could not be saved.
    """

    drafts: DraftStore
    library: Library
    environ: Mapping[str, str]
    stdin: bytes | None = None
    preferences: Settings = field(default_factory=Settings)
    clock: Callable[[], datetime] = _now
    offline: bool = False
    templates: Path | None = None
    outbox_of: Callable[[Stores], Outbox] = field(default_factory=lambda: _outbox)
    told: tuple[str, ...] = ()
    last_words: list[str] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)
    _used: list[Identity] = field(default_factory=list)

    @classmethod
    def at(cls, places: Places, stdin: bytes | None = None, *, offline: bool = False) -> Self:
        """The stores in the program's folders, without what the user set."""
        drafts, library = DraftStore.at(places), Library(places.library)
        told = tuple(bring_home(drafts))
        folder = places.config / "templates"
        return cls(drafts, library, os.environ, stdin, offline=offline, templates=folder, told=told)

    # Opening

    def check_online(self, location: Location) -> None:
        """Let nothing be fetched offline.

        Raises:
            SourceError: It is an address, and the program runs offline.
        """
        if self.offline and isinstance(location, Address):
            raise SourceError(
                f"{shown(location.url)} is not fetched, since the program runs offline."
            )

    def copy_instead(self, source: str, key: str | None, error: SourceError) -> Opened:
        """The copy of a page that could not be opened.

        Offline, an address of which there is no copy goes on the list of those to fetch.

        Args:
            source: What was to be opened.
            key: The page's key, where it is known.
            error: Why it could not be opened.

        Raises:
            SourceError: There is no copy; it says so of an address, offline, and is `error` else.
        """
        location, fragment = locate(source)
        address = location.url if isinstance(location, Address) else None
        offline = self.offline and address is not None
        copy = self._copy(key, address)
        if copy is not None:
            page = copy.noted(self.clock(), "" if offline else str(error))
            return Opened(page, address or source, fragment, is_copy=True)
        if address is None or not offline:
            raise error
        raise SourceError(self._fetch_later(address)) from error

    def kept_instead(self, draft_id: str, error: SourceError) -> Opened:
        """What a draft kept of its page, which could not be had.

        Args:
            draft_id: The draft.
            error: Why the page could not be opened.

        Raises:
            DraftError: There is no such draft.
        """
        from tui.store.keptpage import kept_page  # noqa: PLC0415 -- seldom needed

        draft = self.with_drafts(lambda store: store.get(draft_id))
        return Opened(kept_page(draft, str(error)), draft.page.source, None, is_stub=True)

    def _copy(self, key: str | None, address: str | None) -> Copy | None:
        """The copy of a page, by its key or what it was fetched by; None where there is none."""
        copies = (self.library.copy(name) for name in (key, address) if name)
        return _known(lambda: next(filter(None, copies), None), f"the copy of {key or address}")

    def _fetch_later(self, address: str) -> str:
        """Put an address on the list of those to fetch; a sentence that says so."""
        never = f"{shown(address)} was never kept, so it cannot be read offline"
        try:
            self.library.queue(address, self.clock())
        except RejoinderError as error:
            return f"{never}. {error}"
        return f"{never}; it is on the list for the next `rejoinder sync`."

    def remember(self, opened: Opened) -> str | None:
        """Keep an opened page in the library; a sentence where that fails."""
        page = opened.page
        if opened.is_stub:
            return None
        try:
            self.library.opened(page.key, opened.source, page.article.title, self.clock())
            if not opened.is_copy:
                self.library.keep(page, self.clock())
        except RejoinderError as error:
            return str(error)
        return None

    # What is known of a page

    def place(self, page: Page) -> ReadingPlace | None:
        """Where a reader left a page; None where that is not known or cannot be read."""
        return _known(lambda: self.library.place(page.key), f"the place in {page.key}")

    def keep_place(self, page: Page, place: ReadingPlace) -> None:
        """Keep where a reader leaves a page."""
        _kept(lambda: self.library.keep_place(page.key, place), f"the place in {page.key}")

    def visit(self, page: Page) -> Visits:
        """What earlier visits of a page left, with what came since; begins or goes on a visit."""
        keys = [comment.key for comment in page.thread.comments] if page.thread else []
        before = _known(lambda: self.library.visits(page.key), f"what was read of {page.key}")
        return self.visited(before, keys)

    def visited(self, before: Visits | None, keys: Collection[str]) -> Visits:
        """A page with these comments as it is found now, after what earlier visits left."""
        cooldown = timedelta(minutes=self.preferences.reading.cooldown)
        return visited(before, keys, self.clock(), cooldown)

    def keep_visits(self, page: Page, visits: Visits) -> None:
        """Keep what was read of a page."""
        now = replace(visits, last=self.clock())
        _kept(lambda: self.library.keep_visits(page.key, now), f"what was read of {page.key}")

    def muted(self) -> frozenset[str]:
        """What the reader mutes by a command and in the settings, as queries."""
        own = frozenset(str(parse_query(text)) for text in self.preferences.mute)
        return own | (_known(self.library.muted, "what is muted") or frozenset())

    # Drafts and bookmarks

    def with_drafts(self, work: Callable[[DraftStore], T]) -> T:
        """Do something with the drafts that no other thread disturbs."""
        with self._lock:
            return work(self.drafts)

    def page_drafts(self, page: Page, source: str | None = None) -> list[Draft]:
        """The drafts of a page, the one begun first first; none where they cannot be read.

        Args:
            page: The page.
            source: What it was opened by, or None where that is not known.
        """
        names = names_of(page, source)
        drafts = _known(lambda: self.drafts.for_page(names), f"the drafts of {page.key}")
        return sorted(drafts or (), key=lambda draft: draft.created)

    @property
    def bookmarks(self) -> Bookmarks:
        """The file of bookmarks, beside the folder of drafts."""
        return Bookmarks(self.drafts.folder.parent)

    # Sending

    @property
    def outbox(self) -> Outbox:
        """What sends drafts."""
        return self.outbox_of(self)

    @property
    def identities(self) -> Identities:
        """As whom the user writes on each site, beside the folder of drafts."""
        from tui.store.identities import Identities  # noqa: PLC0415 -- not to start with

        return Identities(self.drafts.folder.parent / "identities.toml")

    def whom(self, address: str) -> tuple[Identity, bool]:
        """As whom the user writes on the site of an address, and whether that is remembered.

        Where it is not, it is who the user was last, or is on most sites.
        """
        from tui.store.identities import Identity, site_of  # noqa: PLC0415 -- as above

        known = _known(self.identities.all, "who the user is") or {}
        own = known.get(site_of(address))
        if own is not None:
            return own, True
        others = self._used or [who for who, _ in Counter(known.values()).most_common(1)]
        return (others[-1] if others else Identity()), False

    def write_as(self, identity: Identity) -> None:
        """Take somebody as whom the user was last, until the program ends."""
        self._used[:] = [identity]

    def own_names(self) -> frozenset[str]:
        """The names under which the user writes, as far as they are known."""
        known = _known(self.identities.all, "who the user is") or {}
        said = (*self.preferences.names, *(who.name for who in (*known.values(), *self._used)))
        return frozenset(filter(None, said))

    async def plan(
        self, draft: Draft, identity: Identity, consents: Collection[str] = ()
    ) -> Planned:
        """What would be sent of a draft; where its page cannot be read, by the copy that was kept.

        Args:
            draft: The draft.
            identity: As whom.
            consents: The names of the boxes that the user ticked.

        Raises:
            SendError: The page cannot be read, and there is no copy that tells enough.
        """
        from asyncio import to_thread  # noqa: PLC0415 -- not to start with

        from tui.send.plan import Plan  # noqa: PLC0415 -- likewise

        try:
            return await self.outbox.plan(draft, identity, consents)
        except SendError as error:
            copy = await to_thread(self._copy, draft.page.key, draft.page.source)
            planned = await self._plan_kept(draft, identity, consents, copy)
            if not isinstance(planned, Plan) and not (planned and planned.missing):
                raise
            if not isinstance(planned, Plan) or copy is None:
                return planned
            when = f" of {copy.at.astimezone():%Y-%m-%d %H:%M}" if copy.at else ""
            note = f"{error} What follows is by the copy of the page{when}; it can wait for that."
            return replace(planned, notes=(note, *planned.notes))

    async def _plan_kept(
        self, draft: Draft, identity: Identity, consents: Collection[str], copy: Copy | None
    ) -> Planned | None:
        try:
            return copy and await self.outbox.plan_kept(draft, identity, consents, copy.page)
        except SendError:  # a further page is needed
            return None

    def page_of(self, draft: Draft) -> Page | None:
        """The page of a draft as it was kept when it was last opened, or None."""
        copy = self._copy(draft.page.key, draft.page.source)
        return None if copy is None else copy.page

    def arrive(self, page: Page, source: str | None = None) -> list[Draft]:
        """Mark the replies that stand on a page now as seen there; those drafts.

        A reply that cannot be marked is looked for once more with the next reading.

        Args:
            page: The page as it was just read.
            source: What it was opened by, or None where that is not known.
        """
        from tui.send.arriving import arrivals, is_awaited  # noqa: PLC0415 -- not to start with

        drafts = self.page_drafts(page, source)
        if not any(map(is_awaited, drafts)):
            return []
        found = arrivals(page, drafts, self.own_names())
        return list(filter(None, (self._seen(draft, comment) for draft, comment in found)))

    def _seen(self, draft: Draft, comment: Comment) -> Draft | None:
        before = draft.delivery
        delivery = Delivery(
            Outcome.PUBLISHED,
            before.at if before else self.clock(),
            before.address if before else draft.page.source,
            "It stands on the page.",
            comment.key,
            comment.permalink,
            seen=True,
        )
        marking = partial(self._mark, draft, DraftState.SENT, delivery)
        return _known(marking, f"that the reply {draft.id} is on its page")

    def settle(self, draft: Draft, *, arrived: bool) -> Draft:
        """Take the user's word for whether a reply has arrived; one that has not is a draft again.

        Raises:
            DraftError: It has come further by now, or could not be written.
        """
        if draft.state is DraftState.UNKNOWN:
            return self.outbox.settle(draft.id, arrived=arrived)
        if not arrived:
            return self._mark(draft, DraftState.DRAFT, None)
        before = draft.delivery or Delivery(Outcome.HANDED_OVER, self.clock(), draft.page.source)
        told = replace(
            before, outcome=Outcome.ACCEPTED, sentence="You say that the site has it.", seen=True
        )
        return self._mark(draft, DraftState.SENT, told)

    def _mark(self, draft: Draft, state: DraftState, delivery: Delivery | None) -> Draft:
        return self.with_drafts(
            lambda store: store.mark(draft.id, state, delivery, before={draft.state})
        )

    def recover(self) -> list[Draft]:
        """Know of replies that were being sent when the program ended: they are unknown now."""
        if not (self.drafts.folder.parent / "outbox").exists():
            return []
        return _known(self.outbox.recover, "what was being sent") or []


def _outbox(stores: Stores) -> Outbox:
    """The outbox beside the folder of drafts."""
    from tui.send.ledger import Ledger  # noqa: PLC0415 -- not to start with
    from tui.send.outbox import Outbox  # noqa: PLC0415 -- likewise

    home = stores.drafts.folder.parent
    pace = stores.preferences.sending.pace
    ledger = Ledger(stores, home / "outbox", stores.clock)
    return Outbox(ledger, pace=pace, offline=stores.offline)


def _known(read: Callable[[], T], what: str) -> T | None:
    """What is read; None, and a line in the log, where it cannot be."""
    try:
        return read()
    except RejoinderError:
        _log.warning("%s is not known", what, exc_info=True)
        return None


def _kept(write: Callable[[], None], what: str) -> None:
    """Write something; a line in the log where it cannot be."""
    try:
        write()
    except RejoinderError:
        _log.warning("%s is not kept", what, exc_info=True)
