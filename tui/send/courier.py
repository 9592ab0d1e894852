"""Taking one reply to its site, and finding out what became of it. Importing this loads httpx."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

from msgspec.structs import replace

from tui.errors import SendError
from tui.send.browsing import Browser, UnansweredError
from tui.send.filling import encoded
from tui.send.ledger import Ledger, Step
from tui.send.looking import look
from tui.send.plan import Plan
from tui.send.records import Record
from tui.send.system import Judgement
from tui.send.systems import system_named
from tui.store.draft import Delivery, Outcome

NO_ANSWER = (
    "It left, and no answer came, so that nobody knows whether the site has it. Look at the page "
    "before it is sent again."
)
_TWICE = "The site has it: it refused the same words a second time."


class Delivered(NamedTuple):
    """What became of a reply.

    Attributes:
        delivery: The same for the draft.
        wait: How long the site wants to be left alone before it is sent once more, where that is
            all that it objects to; else None.
    """

    delivery: Delivery
    wait: timedelta | None = None


async def deliver(
    plan: Plan,
    record: Record,
    ledger: Ledger,
    leaves: Callable[[], None],
    *,
    was_unknown: bool,
) -> Delivered:
    """Post a reply, once, and read what came back; the page, where nothing did.

    Args:
        plan: The reply.
        record: What the user agreed to.
        ledger: Tells the time, and is told the steps.
        leaves: Is called just before the request leaves; what it raises keeps it here.
        was_unknown: Whether the reply left once before and may have arrived.

    Raises:
        SendError: Nothing has left.
    """
    system = system_named(plan.system)
    if system is None:
        raise SendError(f"This program does not know how to send to {plan.system}.")
    body, kind = _written(plan)
    unknown = ledger.delivery(record, Outcome.UNKNOWN, NO_ANSWER)
    async with Browser(dict(plan.cookies)) as browser:
        try:
            answer = await browser.post(plan.address, body, kind, plan.page, leaves)
        except UnansweredError:
            return Delivered(await _looked_up(record, ledger, unknown))
        ledger.passing(Step.ANSWERED)
        judged = await system.judge(plan, answer, browser)
    delivery = told(ledger.delivery(record, judged.outcome, judged.sentence), judged)
    if judged.outcome is Outcome.UNKNOWN:
        delivery = await _looked_up(record, ledger, delivery)
    elif judged.is_duplicate and was_unknown:
        delivery = replace(delivery, outcome=Outcome.ACCEPTED, sentence=_TWICE)
    elif judged.is_early:
        return Delivered(delivery, timedelta(seconds=judged.wait or 0))
    return Delivered(delivery)


def told(delivery: Delivery, judged: Judgement) -> Delivery:
    """A delivery with what is known of it by now."""
    return replace(
        delivery,
        outcome=judged.outcome,
        sentence=judged.sentence,
        key=judged.key,
        permalink=judged.permalink,
        seen=judged.outcome is Outcome.PUBLISHED,
    )


def _written(plan: Plan) -> tuple[bytes, str]:
    if plan.content:
        return plan.content.encode("utf-8", "replace"), plan.encoding
    return encoded(plan.entries, plan.encoding, plan.charset)


async def _looked_up(record: Record, ledger: Ledger, unknown: Delivery) -> Delivery:
    """What the page tells of a reply of which there is no answer."""
    try:
        judged = await look(ledger.draft(record.draft), record)
    except SendError:
        return unknown
    return told(unknown, judged) if judged else unknown
