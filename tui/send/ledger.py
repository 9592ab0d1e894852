"""What is on disk of replies on their way: the states of drafts, and the records beside them."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Collection, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from msgspec.structs import replace

from tui.errors import DraftError, SendError
from tui.send.plan import Plan
from tui.send.records import Record, Records, body_hash
from tui.store.atomic import explain
from tui.store.draft import Delivery, Draft, DraftState, Outcome
from tui.store.writing import Keeper

if sys.platform != "win32":
    import fcntl

OPEN = frozenset({DraftState.READY, DraftState.SENDING, DraftState.UNKNOWN})
"""The states of drafts that have a record."""

_SENDABLE = frozenset(DraftState) - {DraftState.SENDING, DraftState.SENT}
_STATES = {
    Outcome.PUBLISHED: DraftState.SENT,
    Outcome.HELD: DraftState.SENT,
    Outcome.ACCEPTED: DraftState.SENT,
    Outcome.REFUSED: DraftState.FAILED,
    Outcome.UNREACHABLE: DraftState.READY,
    Outcome.UNKNOWN: DraftState.UNKNOWN,
    Outcome.HANDED_OVER: DraftState.HANDED_OVER,
}


class Step(StrEnum):
    """How far sending has come; the first lines of `tui.send.outbox` say what is on disk then."""

    AGREED = "agreed"
    MARKED = "marked"
    LEAVING = "leaving"
    ANSWERED = "answered"
    JUDGED = "judged"
    KEPT = "kept"
    DONE = "done"


def _now() -> datetime:
    return datetime.now(UTC)


class Ledger:
    """The drafts and the records, as sending changes them.

    Attributes:
        records: What the user agreed to.
        passing: Is told each step of sending as it is passed.
    """

    def __init__(
        self,
        keeper: Keeper,
        folder: Path,
        clock: Callable[[], datetime] = _now,
        passing: Callable[[Step], None] = lambda _: None,
    ) -> None:
        """The ledger of a folder of records, which need not exist yet."""
        self.records = Records(folder)
        self.now = clock
        self.passing = passing
        self._keeper = keeper

    def drafts(self) -> list[Draft]:
        """All drafts; errors as `DraftStore.all`."""
        return self._keeper.with_drafts(lambda store: store.all())

    def draft(self, draft_id: str) -> Draft:
        """A draft; errors as `DraftStore.get`."""
        return self._keeper.with_drafts(lambda store: store.get(draft_id))

    def known(self, draft_id: str) -> Draft | None:
        """A draft, or None where it was discarded or is of another computer."""
        try:
            return self.draft(draft_id)
        except DraftError:
            return None

    def sendable(self, plan: Plan) -> Draft:
        """The draft of a plan as it is on disk.

        Raises:
            SendError: Its text has changed since, or it is on its way already.
        """
        try:
            draft = self.draft(plan.draft.id)
        except DraftError as error:
            raise SendError(f"Nothing was sent. {error}") from error
        if body_hash(draft) != body_hash(plan.draft):
            raise SendError("Nothing was sent, since the text has changed; look at it once more.")
        if draft.state not in _SENDABLE:
            raise SendError(f"Nothing was sent, since the draft is {draft.state} by now.")
        return draft

    def delivery(self, record: Record, outcome: Outcome, sentence: str) -> Delivery:
        """What became of a reply just now."""
        return Delivery(outcome, self.now(), record.address, sentence)

    def mark(
        self,
        draft: Draft,
        state: DraftState,
        delivery: Delivery | None = None,
        before: Collection[DraftState] = tuple(DraftState),
    ) -> Draft:
        """Put a state on disk; errors as `DraftStore.mark`."""
        return self._keeper.with_drafts(
            lambda store: store.mark(draft.id, state, delivery, before=before)
        )

    def keep(self, draft: Draft, delivery: Delivery, record: Record | None = None) -> Draft:
        """Put on disk what became of a reply; its record goes where that is all.

        Args:
            draft: The draft.
            delivery: What became of it.
            record: What is to be kept of a reply that never left, which waits in the outbox.

        Raises:
            DraftError: It could not be written.
        """
        state = _STATES[delivery.outcome]
        if record is not None and state is DraftState.READY:
            self.records.put(replace(record, attempt=None))
        marked = self.mark(draft, state, delivery)
        self.passing(Step.KEPT)
        if state not in OPEN:
            self.records.drop(draft.id)
        self.passing(Step.DONE)
        return marked

    @contextlib.contextmanager
    def sending(self) -> Iterator[None]:
        """Be the one program that sends; the lock falls with the process.

        Raises:
            SendError: Another one is sending, or the folder cannot be written.
        """
        folder = self.records.folder
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle = os.open(folder / ".sending", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise SendError(
                f"Nothing was sent, since the outbox cannot be used: {explain(error, folder)}."
            ) from error
        try:
            _lock(handle)
            yield
        finally:
            os.close(handle)


def _lock(handle: int) -> None:
    """Take a lock without waiting for it; where the system has none, go on without."""
    if sys.platform == "win32":
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise SendError(
            "Nothing was sent, since another Rejoinder is sending; try again in a while."
        ) from error
    except OSError:  # some network disks
        return
