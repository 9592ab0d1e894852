"""An outbox with the drafts that it sends, for tests."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import TypeVar

from tui.send.ledger import Ledger, Step
from tui.send.outbox import Outbox
from tui.send.plan import Obstacle, Plan
from tui.store.draft import Draft, PageRef, ParentRef
from tui.store.drafts import DraftStore
from tui.store.identities import Identity

T = TypeVar("T")

WRITER = Identity("Jos Veldwijk", "jos@voorbeeld.example")


def now() -> datetime:
    return datetime.now(UTC)


class Desk:
    """Drafts and an outbox in one folder; a second one on it is the program started again.

    Attributes:
        store: The drafts.
        steps: The steps of sending that were passed.
    """

    def __init__(
        self,
        home: Path,
        *,
        pace: float = 0.0,
        offline: bool = False,
        clock: Callable[[], datetime] = now,
        passing: Callable[[Step], None] = lambda _: None,
    ) -> None:
        self.store = DraftStore(home / "drafts")
        self.folder = home / "outbox"
        self.steps: list[Step] = []
        self._passing = passing
        self._lock = Lock()
        ledger = Ledger(self, self.folder, clock, self._passed)
        self.outbox = Outbox(ledger, pace=pace, offline=offline)

    def _passed(self, step: Step) -> None:
        self.steps.append(step)
        self._passing(step)

    def with_drafts(self, work: Callable[[DraftStore], T]) -> T:
        with self._lock:
            return work(self.store)

    def draft(self, url: str, body: str, parent: ParentRef | None = None) -> Draft:
        """Begin a draft."""
        return self.store.create(PageRef(url, url, "De dijk"), parent, body)

    async def plan(
        self, draft: Draft, identity: Identity = WRITER, consents: Collection[str] = ()
    ) -> Plan:
        """What would be sent; fails where it cannot be."""
        planned = await self.outbox.plan(draft, identity, consents)
        assert isinstance(planned, Plan), planned
        return planned

    async def obstacle(self, draft: Draft, identity: Identity = WRITER) -> Obstacle:
        """Why it cannot be sent."""
        planned = await self.outbox.plan(draft, identity)
        assert isinstance(planned, Obstacle), planned
        return planned

    async def send(
        self, url: str, body: str, parent: ParentRef | None = None, identity: Identity = WRITER
    ) -> Draft:
        """Write a draft and send it."""
        return await self.outbox.send(await self.plan(self.draft(url, body, parent), identity))
