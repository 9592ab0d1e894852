"""The outbox: replies that wait for the network, and the one way by which a reply leaves.

What is on disk at every moment tells what happened, whenever the program ends:

    step        record               draft      a program that ends then has sent
    agreed      there                ready      nothing
    marked      there                sending    nothing
    leaving     with its attempt     sending    perhaps all of it: it is unknown
    kept        with its attempt     sent       all of it
    done        gone                 sent       all of it

A record is what the user agreed to (see `tui.send.records`). What is unknown is looked up on its
page, and never sent again but by the user's word.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from tui.errors import DraftError, SendError
from tui.model import Page
from tui.send.addresses import without_query
from tui.send.ledger import OPEN, Ledger, Step
from tui.send.plan import Obstacle, Plan, Planned
from tui.send.records import Record, record_of
from tui.store.draft import Delivery, Draft, DraftState, Outcome
from tui.store.identities import Identity, site_of

PACE = 16.0
"""Seconds between two replies to one site; WordPress refuses what comes within 15."""

_TRIES = 3
_ENDED = (
    "The program ended while it was sent, so that nobody knows whether the site has it. Look at "
    "the page before it is sent again."
)
_LONGEST = timedelta(hours=1)
"""No site is waited for longer, whatever the clock says."""


class Waiting(NamedTuple):
    """A reply in the outbox.

    Attributes:
        draft: The draft, ready, sending or unknown.
        address: Where it goes.
        identity: As whom.
        queued: When the user agreed.
        not_before: The moment before which it is not sent, for the site's sake, or None.
    """

    draft: Draft
    address: str
    identity: Identity
    queued: datetime
    not_before: datetime | None = None


class Outbox:
    """Sends drafts, once each. The methods that are not asynchronous wait for the disk."""

    def __init__(self, ledger: Ledger, *, pace: float = PACE, offline: bool = False) -> None:
        """The outbox of a ledger.

        Args:
            ledger: What is on disk.
            pace: The seconds between two replies to one site.
            offline: Whether nothing is sent.
        """
        self._ledger = ledger
        self._pace = timedelta(seconds=pace)
        self._offline = offline

    # Before sending

    async def plan(
        self, draft: Draft, identity: Identity, consents: Collection[str] = ()
    ) -> Planned:
        """Read a draft's page anew and work out what would be sent; nothing leaves but that GET.

        Args:
            draft: The draft.
            identity: As whom.
            consents: The names of the boxes that the user ticked.

        Raises:
            SendError: The page cannot be had.
        """
        self._check_online()
        from tui.send import planning  # noqa: PLC0415 -- httpx loads slowly
        from tui.send.browsing import Browser  # noqa: PLC0415 -- likewise

        async with Browser() as browser:
            return await planning.plan(draft, identity, consents, browser)

    async def plan_kept(
        self, draft: Draft, identity: Identity, consents: Collection[str], page: Page
    ) -> Planned:
        """Work out by a copy of its page what would be sent of a draft, without a network.

        Such a plan can only be queued: the page is read anew before the reply leaves, and where
        what would be sent then is another thing, it stays here.

        Args:
            draft: The draft.
            identity: As whom.
            consents: The names of the boxes that the user ticked.
            page: The page as it was kept.

        Raises:
            SendError: It takes more than that page.
        """
        from tui.send import planning  # noqa: PLC0415 -- httpx loads slowly
        from tui.send.browsing import Unplugged  # noqa: PLC0415 -- likewise

        async with Unplugged() as browser:
            planned = await planning.plan(draft, identity, consents, browser, page)
        return replace(planned, kept=True) if isinstance(planned, Plan) else planned

    def queue(self, plan: Plan) -> Draft:
        """Put what the user agreed to into the outbox; the draft is ready then.

        Raises:
            SendError: The text has changed since.
            DraftError: It could not be written.
        """
        ledger = self._ledger
        draft = ledger.sendable(plan)
        ledger.records.put(record_of(plan, ledger.now()))
        return ledger.mark(draft, DraftState.READY)

    def take_back(self, draft_id: str) -> Draft:
        """Take a reply that is ready out of the outbox; it is a draft again.

        Raises:
            DraftError: It is not ready, or could not be written.
        """
        draft = self._ledger.draft(draft_id)
        marked = self._ledger.mark(draft, DraftState.DRAFT, before={DraftState.READY})
        self._ledger.records.drop(draft_id)
        return marked

    def waiting(self) -> list[Waiting]:
        """What is in the outbox, in the order in which it is sent.

        Raises:
            DraftError: It cannot be read.
        """
        return [
            Waiting(draft, record.address, record.identity, record.queued, record.not_before)
            for record in self._ledger.records.all()
            if (draft := self._ledger.known(record.draft)) is not None and draft.state in OPEN
        ]

    # Sending

    async def send(self, plan: Plan) -> Draft:
        """Send what the user agreed to; the draft as it is afterwards, with its delivery.

        A reply that cannot leave, since the site cannot be reached, waits in the outbox.

        Raises:
            SendError: Nothing left: another program is sending, the text has changed since, or the
                outbox cannot be written.
        """
        self._check_online()
        if plan.kept:
            raise SendError("Nothing was sent: by a copy of its page, a reply can only be queued.")
        with self._ledger.sending():
            return await self._send(plan, record_of(plan, self._ledger.now()))

    async def send_waiting(
        self, tell: Callable[[Draft], None], ids: Collection[str] | None = None
    ) -> list[Draft]:
        """Send what is ready, in order and at each site's pace.

        Args:
            tell: Is told each draft as its turn comes and once it was sent.
            ids: The drafts to send; None for all.

        Returns:
            The drafts that were to be sent, as they are now.

        Raises:
            SendError: Another program is sending, or the outbox cannot be read.
        """
        self._check_online()
        done: list[Draft] = []
        unreachable: set[str] = set()
        with self._ledger.sending():
            for record in self._ledger.records.all():
                draft = self._ledger.known(record.draft)
                chosen = ids is None or record.draft in ids
                if draft is None or draft.state is not DraftState.READY or not chosen:
                    continue
                site = site_of(record.address)
                if site not in unreachable:
                    tell(draft)
                    draft = await self._send_in_turn(draft, record)
                    tell(draft)
                if draft.delivery and draft.delivery.outcome is Outcome.UNREACHABLE:
                    unreachable.add(site)
                done.append(draft)
        return done

    async def _send_in_turn(self, draft: Draft, record: Record) -> Draft:
        """Send a reply that waited, once its site wants it."""
        ledger = self._ledger
        for _ in range(_TRIES):
            await asyncio.sleep(self._to_wait(record))
            try:
                planned = await self.plan(draft, record.identity, record.consents)
            except SendError as error:
                unreachable = ledger.delivery(record, Outcome.UNREACHABLE, str(error))
                return ledger.keep(draft, unreachable, record)
            fault = _changed(planned, record)
            if fault or isinstance(planned, Obstacle):
                return ledger.keep(draft, ledger.delivery(record, Outcome.REFUSED, fault))
            draft = await self._send(planned, replace(record, known=planned.known))
            kept = ledger.records.get(draft.id)
            if draft.state is not DraftState.READY or kept is None or kept.not_before is None:
                break
            record = kept
        return draft

    def _to_wait(self, record: Record) -> float:
        """The seconds until a site wants the next reply."""
        site = site_of(record.address)
        moments = [
            draft.delivery.at + self._pace
            for draft in self._ledger.drafts()
            if draft.delivery is not None
            and site_of(draft.delivery.address) == site
            and draft.delivery.outcome not in {Outcome.UNREACHABLE, Outcome.HANDED_OVER}
        ]
        moments += [record.not_before] if record.not_before else []
        now = self._ledger.now()
        waits = (min(moment - now, _LONGEST).total_seconds() for moment in moments)
        return max(*waits, 0.0, 0.0)

    async def _send(self, plan: Plan, record: Record) -> Draft:
        """The one way by which a reply leaves."""
        from tui.send.courier import deliver  # noqa: PLC0415 -- httpx loads slowly

        ledger = self._ledger
        draft = ledger.sendable(plan)
        before = draft.state
        record = replace(record, attempt=None, not_before=None)
        left = False

        def leaves() -> None:
            nonlocal left
            ledger.records.put(replace(record, attempt=ledger.now()))
            left = True
            ledger.passing(Step.LEAVING)

        try:
            ledger.records.put(record)
            ledger.passing(Step.AGREED)
            draft = ledger.mark(draft, DraftState.SENDING, before={draft.state})
            ledger.passing(Step.MARKED)
            delivery, wait = await deliver(
                plan, record, ledger, leaves, was_unknown=before is DraftState.UNKNOWN
            )
        except DraftError as error:  # that it is about to leave could not be put on disk
            if draft.state is DraftState.SENDING:
                ledger.mark(draft, before)
            raise SendError(f"Nothing was sent. {error}") from error
        except SendError as error:
            delivery, wait = ledger.delivery(record, Outcome.UNREACHABLE, str(error)), None
        except BaseException:  # cancelled, for one
            ledger.mark(draft, DraftState.UNKNOWN if left else before)
            raise
        ledger.passing(Step.JUDGED)
        if wait is None:
            return ledger.keep(draft, delivery, record)
        ledger.records.put(replace(record, not_before=delivery.at + max(wait, self._pace)))
        return ledger.mark(draft, DraftState.READY, delivery)

    # Finding out

    def recover(self) -> list[Draft]:
        """See to what was being sent when a program ended.

        What had not left is ready again; what may have left is unknown.

        Returns:
            The drafts that are unknown since.

        Raises:
            DraftError: It could not be read or written.
        """
        try:
            with self._ledger.sending():
                return self._recover()
        except SendError:  # another program is sending just now
            return []

    def _recover(self) -> list[Draft]:
        ledger = self._ledger
        records = {record.draft: record for record in ledger.records.all()}
        unknown: list[Draft] = []
        for draft in ledger.drafts():
            record = records.get(draft.id)
            if draft.state is not DraftState.SENDING:
                if record is not None and draft.state not in OPEN:
                    ledger.records.drop(draft.id)
            elif record is not None and record.attempt is None:
                ledger.mark(draft, DraftState.READY)
            else:
                unknown.append(ledger.mark(draft, DraftState.UNKNOWN, _lost(draft, record)))
        return unknown

    async def resolve(self, draft_id: str) -> Draft:
        """Read the page of a reply that is unknown, held or handed over; see whether it is there.

        Raises:
            SendError: The page cannot be had; what is known stays.
            DraftError: There is no such draft, or it could not be written.
        """
        self._check_online()
        from tui.send.courier import told  # noqa: PLC0415 -- httpx loads slowly
        from tui.send.looking import NOT_THERE, look  # noqa: PLC0415 -- likewise

        draft = self._ledger.draft(draft_id)
        record = self._ledger.records.get(draft_id)
        delivery = draft.delivery or _lost(draft, record)
        judged = await look(draft, record)
        if judged is not None:
            return self._ledger.keep(draft, told(delivery, judged))
        if draft.state is not DraftState.UNKNOWN:
            return draft
        return self._ledger.mark(draft, draft.state, replace(delivery, sentence=NOT_THERE))

    def settle(self, draft_id: str, *, arrived: bool) -> Draft:
        """Take the user's word for whether a reply of which it is unknown has arrived.

        Raises:
            DraftError: It is not unknown, or could not be written.
        """
        draft = self._ledger.draft(draft_id)
        outcome = Outcome.ACCEPTED if arrived else Outcome.REFUSED
        sentence = "You say that the site has it." if arrived else "You say that it is not there."
        before = draft.delivery or _lost(draft, self._ledger.records.get(draft_id))
        told = replace(before, outcome=outcome, sentence=sentence)
        state = DraftState.SENT if arrived else DraftState.DRAFT
        marked = self._ledger.mark(draft, state, told, before={DraftState.UNKNOWN})
        self._ledger.records.drop(draft_id)
        return marked

    def hand_over(self, draft: Draft, address: str) -> Draft:
        """Mark a draft as handed over to a person's browser or mail.

        Raises:
            DraftError: It could not be written.
        """
        kind = "mail" if address.startswith("mailto:") else "browser"
        sentence = f"Handed over to the {kind}; once the page shows it, that is noted here."
        delivery = Delivery(
            Outcome.HANDED_OVER, self._ledger.now(), without_query(address), sentence
        )
        return self._ledger.keep(draft, delivery)

    def _check_online(self) -> None:
        if self._offline:
            raise SendError("Nothing is sent, since the program runs offline.")


def _lost(draft: Draft, record: Record | None) -> Delivery:
    at = record.attempt if record and record.attempt else draft.changed
    address = record.address if record else ""
    return Delivery(Outcome.UNKNOWN, at, address, _ENDED)


def _changed(planned: Planned, record: Record) -> str:
    """Why what would be sent now is not what the user agreed to; empty where it is."""
    if isinstance(planned, Obstacle):
        return planned.sentence
    if (planned.address, planned.system) != (record.address, record.system):
        return (
            f"The page sends replies to {planned.address} by now, and not to {record.address} as "
            "you agreed; look at it once more."
        )
    if planned.text != record.text:
        return "What would be sent is no longer what you agreed to; look at it once more."
    return ""
