"""`rejoinder drafts send` and `identities`: what exactly goes where, a yes, what came of it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from tui.cli.asking import agrees, ask, can_ask, say
from tui.cli.called import Arguments
from tui.cli.draft_choosing import matching
from tui.cli.output import emit, one_line
from tui.dump.jsonform import JsonObject, to_line
from tui.errors import DraftError, RejoinderError, SendError
from tui.send.plan import Obstacle, Plan
from tui.send.planning import page_address
from tui.send.showing import identity_words, plan_rows
from tui.send.telling import addressee, sentence_of
from tui.store.draft import Draft, DraftState, Outcome
from tui.store.identities import Identity, site_of
from tui.store.places import Places
from tui.store.settings import read_settings
from tui.stores import Stores

_OPTIONS = {"name": "--as", "email": "--email", "site": "--site"}
_ASKED = frozenset({DraftState.DRAFT, DraftState.FAILED, DraftState.HANDED_OVER})
_GOOD = frozenset({Outcome.PUBLISHED, Outcome.HELD, Outcome.ACCEPTED})


class Ended(NamedTuple):
    """What came of a draft.

    Attributes:
        draft: The draft as it is now.
        sentence: The same in words.
        is_good: Whether it is where the user wanted it.
    """

    draft: Draft
    sentence: str
    is_good: bool


def stores_here() -> Stores:
    """The user's stores, with what is set."""
    places = Places.find(os.environ)
    settings, _ = read_settings(places.settings)
    stores = replace(Stores.at(places), preferences=settings)
    for sentence in stores.told:
        say(f"rejoinder: {one_line(sentence, 500)}")
    return stores


def send_drafts(args: Arguments) -> int:
    """Send drafts; those that are ready where none is named.

    Raises:
        RejoinderError: It could not be done.
    """
    stores = stores_here()
    stores.recover()
    if not args.ids:
        return told(send_ready(stores, None, sure=args.yes), as_json=args.json)
    drafts = [matching(stores.drafts, wanted) for wanted in args.ids]
    sending = _Sending(stores, args)
    agreed = [sending.agree(draft) for draft in dict.fromkeys(drafts)]
    ended = [sending.queue(each) if isinstance(each, Plan) else each for each in agreed]
    if not args.outbox:
        ended = _send_queued(stores, ended)
    return told(ended, as_json=args.json)


class _Sending:
    """Gets a yes for each draft and puts it into the outbox."""

    def __init__(self, stores: Stores, args: Arguments) -> None:
        self.stores = stores
        self.args = args
        given = {name: getattr(args, name) for name in _OPTIONS}
        self._given = {name: value for name, value in given.items() if value is not None}

    def agree(self, draft: Draft) -> Plan | Ended:
        """Show what would be sent and get a yes for it; else why it is not sent.

        Raises:
            UsageError: Nobody can be asked what is missing.
        """
        if draft.state not in _ASKED:
            waits = any(each.draft.id == draft.id for each in self.stores.outbox.waiting())
            is_ready = draft.state is DraftState.READY
            return Ended(draft, _elsewhere(draft, waits=waits), is_good=is_ready and waits)
        try:
            plan = self._agreed(draft)
            if plan is None:
                return Ended(draft, "Nothing was sent.", is_good=False)
            if isinstance(plan, Obstacle):
                there = f" In a browser: {plan.address}" if plan.address else ""
                return Ended(draft, f"{plan.sentence}{there}", is_good=False)
        except SendError as error:
            return Ended(draft, str(error), is_good=False)
        return plan

    def queue(self, plan: Plan) -> Ended:
        """Put what the user agreed to into the outbox."""
        try:
            self.stores.write_as(plan.identity)
            if self.args.remember:
                self.stores.identities.remember(plan.page, plan.identity)
            queued = self.stores.outbox.queue(plan)
        except RejoinderError as error:
            return Ended(plan.draft, str(error), is_good=False)
        return Ended(queued, "It waits in the outbox.", is_good=True)

    def _agreed(self, draft: Draft) -> Plan | Obstacle | None:
        """What the user agreed to; why there is nothing to agree to; None for a no."""
        identity, known = self.stores.whom(page_address(draft) or draft.page.source)
        if not known and not can_ask():
            identity = Identity()  # who the user is elsewhere is no answer here
        identity = identity._replace(**self._given)
        while True:
            planned = asyncio.run(self.stores.plan(draft, identity, self.args.tick))
            if isinstance(planned, Obstacle) and planned.missing:
                identity = self._asked(planned, identity)
                continue
            if isinstance(planned, Plan):
                self._check_boxes(planned)
                _show(planned, self.args.tick)
                later = self.args.outbox or planned.kept
                verb = "Put it into the outbox" if later else "Send it"
                if not self.args.yes and not agrees(f"{verb}?", "to send it, add --yes"):
                    return None
            return planned

    def _check_boxes(self, plan: Plan) -> None:
        """Raise a `SendError` for a box that the form does not have."""
        offered = {name for name, _ in plan.consents}
        for name in self.args.tick:
            if name not in offered:
                raise SendError(f"Nothing was sent: the form has no box {one_line(name, 60)}.")

    def _asked(self, obstacle: Obstacle, identity: Identity) -> Identity:
        """Who the user is, with what was missing."""
        for missing in obstacle.missing:
            say(missing.reason)
            instead = f"give {_OPTIONS[missing.name]}"
            answer = ask(f"{missing.label}: ", instead)
            identity = identity._replace(**{missing.name: answer})
        return identity


def _elsewhere(draft: Draft, *, waits: bool) -> str:
    """Why a draft that is on its way, and perhaps waits in the outbox here, is not sent."""
    match draft.state:
        case DraftState.READY if waits:
            return "It is in the outbox already."
        case DraftState.READY:
            return (
                "It is in the outbox of another computer, or what you agreed to is lost: "
                "`rejoinder outbox take` makes it a draft again, which can be sent from here."
            )
        case DraftState.UNKNOWN:
            return (
                "Nobody knows whether it has arrived: `rejoinder outbox look` reads its page, "
                "`rejoinder outbox settle` takes your word."
            )
        case _:
            return f"It is {draft.state} already. {sentence_of(draft)}"


def _show(plan: Plan, ticked: Collection[str]) -> None:
    say(f"This is what would be sent of draft {plan.draft.id}.")
    for row in plan_rows(plan):
        say(f"  {row.title}: {row.value.replace(chr(10), f'{chr(10)}    ')}")
    for name, label in plan.consents:
        if name not in ticked:
            say(f"  Box left empty: {label or name} (--tick {name})")


def _send_queued(stores: Stores, ended: Sequence[Ended]) -> list[Ended]:
    """Send what is ready among some drafts."""
    ready = [each.draft.id for each in ended if each.draft.state is DraftState.READY]
    if not ready:
        return list(ended)
    sent = {each.draft.id: each for each in send_ready(stores, ready, sure=True)}
    return [sent.get(each.draft.id, each) for each in ended]


def send_ready(stores: Stores, ids: Sequence[str] | None, *, sure: bool) -> list[Ended]:
    """Send what is ready, after one yes for all.

    Raises:
        RejoinderError: It could not be done.
    """
    waiting = [
        each
        for each in stores.outbox.waiting()
        if each.draft.state is DraftState.READY and (ids is None or each.draft.id in ids)
    ]
    if not waiting:
        say("Nothing is ready to be sent.")
        return []
    if not sure:
        for each in waiting:
            who = identity_words(each.identity)
            say(f"{each.draft.id}  {addressee(each.draft)}, to {each.address}, as {who}")
        number = f"the {len(waiting)} replies" if len(waiting) > 1 else "the reply"
        if not agrees(f"Send {number}?", "to send what is ready, add --yes"):
            return [Ended(each.draft, "Nothing was sent.", is_good=False) for each in waiting]

    def tell(draft: Draft) -> None:
        if draft.state is DraftState.READY:
            say(f"{draft.id}  {addressee(draft)} …")

    chosen = [each.draft.id for each in waiting]
    sent = asyncio.run(stores.outbox.send_waiting(tell, chosen))
    return [Ended(draft, sentence_of(draft), is_good_end(draft)) for draft in sent]


def is_good_end(draft: Draft) -> bool:
    """Whether the site has a draft."""
    return (
        draft.state is DraftState.SENT
        and draft.delivery is not None
        and draft.delivery.outcome in _GOOD
    )


def told(ended: Sequence[Ended], *, as_json: bool) -> int:
    """Print what came of drafts; the exit status."""
    if as_json:
        lines = ",\n".join(to_line(_json(each)) for each in ended)
        emit(f"[\n{lines}\n]\n" if lines else "[]\n")
    else:
        for each in ended:
            line = f"{each.draft.id}  {addressee(each.draft)}: {one_line(each.sentence, 500)}"
            if each.is_good:
                emit(f"{line}\n")
            else:
                say(line)
    return 0 if all(each.is_good for each in ended) else 1


def _json(ended: Ended) -> JsonObject:
    draft, delivery = ended.draft, ended.draft.delivery
    return {
        "id": draft.id,
        "state": str(draft.state),
        "outcome": str(delivery.outcome) if delivery else None,
        "sentence": ended.sentence,
        "address": delivery.address if delivery else None,
        "permalink": delivery.permalink if delivery else None,
    }


def list_identities(args: Arguments) -> int:
    """Print as whom the user writes on each site, or forget one of them.

    Raises:
        DraftError: It could not be done.
    """
    identities = stores_here().identities
    known: Mapping[str, Identity] = identities.all()
    if args.forget is None:
        lines = (
            f"{site}  {one_line(identity_words(who, whole=False), 200)}\n"
            for site, who in sorted(known.items())
        )
        emit("".join(lines) or "Nothing is remembered.\n")
        return 0
    site = site_of(args.forget) or args.forget.strip().lower()
    if site not in known:
        raise DraftError(f"Nothing is remembered for {one_line(site, 100)}.")
    identities.forget(f"//{site}")
    say(f"Who you are on {one_line(site, 100)} is forgotten.")
    return 0
