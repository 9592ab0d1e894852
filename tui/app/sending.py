"""Sending a reply from the screen: as whom, what exactly, and what became of it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable
from typing import NamedTuple

from tui.app.dialogs.busy import BusyDialog
from tui.app.dialogs.identity import Who
from tui.app.dialogs.plan import Decision, PlanDialog
from tui.app.dialogs.report import Choice
from tui.app.messages import DraftWanted
from tui.app.settling import Settling
from tui.errors import RejoinderError, SendError
from tui.send.plan import Obstacle, Plan, Planned
from tui.store.draft import Draft, DraftState

_log = logging.getLogger(__name__)

_EDIT = Choice("e", "Go on writing")
_AGAIN = Choice("s", "Try again")
_FRESH = frozenset({DraftState.DRAFT, DraftState.FAILED})


class _Agreed(NamedTuple):
    """What the user agreed to.

    Attributes:
        plan: What would be sent.
        who: As whom, and whether that is to be remembered.
        decision: What to do with it.
    """

    plan: Plan
    who: Who
    decision: Decision


class Courier(Settling):
    """Takes one draft to where it goes, or as far as that can be."""

    async def send(self, draft_id: str) -> None:
        """Send a draft, or offer what can be done with one that is on its way."""
        await self._guarded(self._send(draft_id))

    async def hand(self, draft_id: str) -> None:
        """Hand a draft over."""
        await self._guarded(self._hand(draft_id))

    async def send_all(self) -> None:
        """Send what is ready."""
        await self._guarded(self.send_waiting())

    async def _guarded(self, work: Awaitable[None]) -> None:
        """Do something; what goes wrong is told and stays readable."""
        try:
            await work
        except RejoinderError as error:
            _log.info("told the user: %s", error)
            await self.report("That could not be done", [str(error)])
        except Exception as error:  # noqa: BLE001 -- no fault here may take the screen along
            _log.critical("unexpected", exc_info=True)
            kind = type(error).__name__
            told = f"Something went wrong inside Rejoinder ({kind}); the log has the details."
            await self.report("That could not be done", [told, "Your text is in its draft."])

    async def _hand(self, draft_id: str) -> None:
        await self.offer_hand_over(await self.draft(draft_id))

    async def _send(self, draft_id: str) -> None:
        draft = await self.draft(draft_id)
        wants = draft.state in _FRESH or await self.settle(draft)
        while wants:
            wants = await self._send_fresh(await self.draft(draft_id))

    async def _send_fresh(self, draft: Draft) -> bool:
        """Show what would be sent and send it once the user agrees; whether to begin anew."""
        who = await self.who(draft)
        agreed = await self._agree(draft, who) if who is not None else None
        match agreed.decision if agreed is not None else None:
            case Decision.SEND if agreed is not None:
                return await self._send_plan(agreed)
            case Decision.QUEUE if agreed is not None:
                await self._queue(agreed)
            case Decision.HAND_OVER:
                await self.offer_hand_over(draft)
        return False

    async def _agree(self, draft: Draft, who: Who) -> _Agreed | None:
        """Show what would be sent until the user decides; None where nothing is to be done."""
        ticked: frozenset[str] = frozenset()
        while True:
            planned = await self._plan(draft, who, ticked)
            if isinstance(planned, Obstacle) and planned.missing:
                asked = await self.ask_who(draft, who, planned.missing)
                if asked is None:
                    return None
                who = asked
                continue
            if isinstance(planned, Obstacle):
                await self._stuck(draft, planned)
            if not isinstance(planned, Plan):
                return None
            decided = await self.app.push_screen_wait(PlanDialog(planned, ticked))
            if decided is None:
                return None
            match decided.decision:
                case Decision.WHO:
                    who = await self.ask_who(draft, who) or who
                case Decision.TICK:
                    ticked = decided.ticked
                case _:
                    return _Agreed(planned, who, decided.decision)

    async def _plan(self, draft: Draft, who: Who, ticked: frozenset[str]) -> Planned | None:
        """What would be sent; None where that was given up."""
        while True:
            try:
                work = self.services.plan(draft, who.identity, ticked)
                return await self.busy("Reading the page anew …", work)
            except SendError as error:
                ways = await self.ways(draft)
                key = await self.report(
                    "The page cannot be read now", [str(error)], _AGAIN, *ways.choices()
                )
                if key != _AGAIN.key:
                    if key is not None:
                        await self.hand_over(draft, key, ways)
                    return None

    async def _stuck(self, draft: Draft, obstacle: Obstacle) -> None:
        """Tell why a draft cannot be sent from here, and offer what can be done instead."""
        ways = await self.ways(draft, obstacle.address, obstacle.mail)
        choices = [_EDIT] if obstacle.too_long else [_EDIT, *ways.choices()]
        key = await self.report("This cannot be sent from here", [obstacle.sentence], *choices)
        if key == _EDIT.key:
            self.app.post_message(DraftWanted(draft))
        elif key is not None:
            await self.hand_over(draft, key, ways)

    async def _send_plan(self, agreed: _Agreed) -> bool:
        """Send what was agreed to; whether to begin anew."""
        plan = agreed.plan
        await self.keep_who(plan.draft, agreed.who)
        dialog = BusyDialog("Sending …", "esc waits no longer; it may have left by then")
        sent = await self.busy("", self.services.outbox.send(plan), dialog)
        draft = sent or await self.draft(plan.draft.id)
        self.moved(draft)
        if sent is None and draft.state is not DraftState.UNKNOWN:
            self.app.notify("Nothing was sent: it had not left yet.", timeout=6, markup=False)
            return False
        return await self.tell_outcome(draft)

    async def _queue(self, agreed: _Agreed) -> None:
        await self.keep_who(agreed.plan.draft, agreed.who)
        self.moved(await asyncio.to_thread(self.services.outbox.queue, agreed.plan))
        self.app.notify(
            "It waits in the outbox and goes when you say so there.", timeout=6, markup=False
        )
