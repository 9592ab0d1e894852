"""Sending a reply by prompts: as whom, what exactly line by line, and what became of it."""

from __future__ import annotations

import asyncio
from collections.abc import Generator, Sequence

from tui.plain.asking import Ask, Talk
from tui.plain.handing import hand_over
from tui.plain.stores import PlainStores
from tui.send.plan import Missing, Obstacle, Plan, Planned
from tui.send.showing import identity_words, plan_rows
from tui.send.telling import addressee, sentence_of, state_words, unknown_sentences
from tui.store.draft import Draft, DraftState
from tui.store.identities import site_of

YES = frozenset({"y", "yes"})
_FRESH = frozenset({DraftState.DRAFT, DraftState.FAILED})
_LABELS = {"name": "name", "email": "e-mail", "site": "site"}


class Sending:
    """A talk that sends one draft, or settles one that is on its way.

    Attributes:
        identity: As whom.
        remember: Whether to remember that for the site.
    """

    def __init__(self, stores: PlainStores, draft: Draft) -> None:
        from tui.send.planning import page_address  # noqa: PLC0415 -- loads httpx

        self.stores = stores
        self.draft = draft
        self.address = page_address(draft) or draft.page.source
        self.identity, self.remember = stores.whom(self.address)
        self._ticked: frozenset[str] = frozenset()

    def talk(self) -> Talk:
        """Send the draft, or tell what can be done with one that is on its way."""
        match self.draft.state:
            case DraftState.UNKNOWN:
                yield from self._settle()
            case DraftState.READY:
                yield from self._ready()
            case state if state in _FRESH:
                yield from self._send()
            case _:
                yield f"Your reply is {state_words(self.draft)}. {sentence_of(self.draft)}"
                yield from self._look_or_leave()

    # Sending

    def _send(self) -> Talk:
        if not self.remember:
            yield from self._ask_who(self._labels())
        while True:
            yield "Reading the page anew …"
            planned = self._planned()
            if isinstance(planned, Obstacle):
                yield planned.sentence
                if not planned.missing:
                    yield from self._stuck(planned)
                    return
                yield from self._ask_who(_missing_labels(planned.missing))
                continue
            yield from self._tell(planned)
            ways = (
                "outbox, hand over, who or no"
                if planned.kept
                else "yes, outbox, hand over, who or no"
            )
            answer = yield Ask(f"{'keep for later' if planned.kept else 'send'}? {ways}> ")
            done = yield from self._decide(planned, answer.lower())
            if done:
                return

    def _planned(self) -> Planned:
        return asyncio.run(self.stores.plan(self.draft, self.identity, self._ticked))

    def _tell(self, plan: Plan) -> Talk:
        """Everything that would be sent, line by line."""
        yield "This is what would be sent."
        for row in plan_rows(plan):
            first, *more = row.value.split("\n")
            yield f"{row.title}: {first}"
            yield from more
        for number, (name, label) in enumerate(plan.consents, 1):
            state = "ticked" if name in self._ticked else "not ticked"
            yield f"Box {number}, {state}: {label or name}. The number ticks it."

    def _decide(self, plan: Plan, answer: str) -> Generator[str | Ask, str, bool]:
        """Do what was decided; whether that was all."""
        if answer.isdigit() and 1 <= int(answer) <= len(plan.consents):
            self._ticked ^= {plan.consents[int(answer) - 1][0]}
            return False
        match answer:
            case "y" | "yes" if not plan.kept:
                self._keep_who()
                yield "Sending …"
                self.draft = asyncio.run(self.stores.outbox.send(plan))
                yield from self._outcome()
            case "o" | "outbox":
                self._keep_who()
                self.stores.outbox.queue(plan)
                yield "It waits in the outbox and goes when you say so there."
            case "h" | "hand" | "hand over":
                yield from hand_over(self.stores, self.draft)
            case "w" | "who":
                yield from self._ask_who(self._labels())
                return False
            case _:
                yield "Nothing was sent."
        return True

    def _outcome(self) -> Talk:
        yield sentence_of(self.draft)
        if self.draft.state is DraftState.READY:
            yield "It waits in the outbox, and goes when you say so there."
        elif self.draft.state is DraftState.UNKNOWN:
            yield from self._settle()

    def _stuck(self, obstacle: Obstacle) -> Talk:
        if obstacle.too_long:
            yield "edit goes on with the draft."
            return
        answer = yield Ask("hand it over? yes or no> ")
        if answer.lower() in YES:
            yield from hand_over(self.stores, self.draft, obstacle.address, obstacle.mail)
        else:
            yield "Nothing was sent."

    # Who

    def _labels(self) -> dict[str, str]:
        """What the page asks of who writes there, each with what it calls it."""
        page = self.stores.page_of(self.draft)
        if page is None or page.form is None or page.form.action is None:
            return _LABELS
        from tui.send.filling import asked_of  # noqa: PLC0415 -- loads httpx

        asked = asked_of(page.form)
        return {
            role.value: (field.label or _LABELS[role.value])
            + (", which must be given" if field.required else "")
            for role, field in asked.items()
        }

    def _ask_who(self, labels: dict[str, str]) -> Talk:
        if labels:
            yield f"As whom do you write on {site_of(self.address)}? Enter keeps, - empties."
        for name, label in labels.items():
            known = getattr(self.identity, name)
            answer = yield Ask(f"{label} [{known}]> " if known else f"{label}> ")
            value = "" if answer == "-" else answer or known
            self.identity = self.identity._replace(**{name: value})
        if labels:
            answer = yield Ask(f"remember this for {site_of(self.address)}? yes or no> ")
            self.remember = answer.lower() in YES

    def _keep_who(self) -> None:
        self.stores.write_as(self.identity)
        if self.remember:
            self.stores.identities.remember(self.address, self.identity)
        elif self.stores.identities.get(self.address) is not None:
            self.stores.identities.forget(self.address)

    # On its way

    def _ready(self) -> Talk:
        yield f"It waits in the outbox: {addressee(self.draft)}."
        match (yield Ask("send it, take it back, or nothing> ")).split():
            case ["s" | "send" | "y" | "yes", *_]:
                yield from send_waiting(self.stores, [self.draft.id])
            case ["t" | "take", *_]:
                self.stores.outbox.take_back(self.draft.id)
                yield "It is a draft again."
            case _:
                yield "Nothing was done."

    def _settle(self) -> Talk:
        yield from unknown_sentences(self.draft)
        answer = yield Ask("look again, it is there, it is not there, send again, or nothing> ")
        match answer.lower():
            case "l" | "look" | "look again":
                yield from self._look()
                if self.draft.state is DraftState.UNKNOWN:
                    yield from self._settle()
            case "it is there" | "there" | "t":
                self.stores.settle(self.draft, arrived=True)
                yield "It counts as sent."
            case "it is not there" | "not there" | "n":
                self.stores.settle(self.draft, arrived=False)
                yield "It is a draft again."
            case "send again" | "s":
                yield "If the site has it already, it may stand there twice."
                if (yield Ask("send it again? yes or no> ")).lower() in YES:
                    yield from self._send()
            case _:
                yield "Nothing was done."

    def _look_or_leave(self) -> Talk:
        if (yield Ask("look whether it is on the page? yes or no> ")).lower() in YES:
            yield from self._look()

    def _look(self) -> Talk:
        yield "Reading the page anew …"
        self.draft = asyncio.run(self.stores.outbox.resolve(self.draft.id))
        yield f"{state_words(self.draft).capitalize()}. {sentence_of(self.draft)}"


def send_waiting(stores: PlainStores, ids: Sequence[str] | None = None) -> Talk:
    """Send what is ready at the site's pace; ctrl+c stops."""
    yield "Sending at the site's pace; ctrl+c stops."
    told: list[Draft] = []
    sent = asyncio.run(stores.outbox.send_waiting(told.append, ids))
    for draft in sent:
        yield f"{addressee(draft)}: {sentence_of(draft)}"
    if not sent:
        yield "Nothing is ready to be sent."


def who_talk(stores: PlainStores) -> Talk:
    """Who the user is, by site."""
    known = stores.identities.all()
    for site, identity in sorted(known.items()):
        yield f"{site}: {identity_words(identity, whole=False)}"
    if not known:
        yield "Nothing is remembered; who you are is asked for when you send."
        return
    site = yield Ask("forget which site, or nothing> ")
    if site in known:
        stores.identities.forget(f"//{site}")
        yield f"{site} is forgotten."
    elif site:
        yield f"{site} is not among them."


def _missing_labels(missing: Sequence[Missing]) -> dict[str, str]:
    return {each.name: f"{each.label}, which must be given" for each in missing}


def sending(stores: PlainStores, draft: Draft) -> Talk:
    """A talk that sends a draft."""
    return Sending(stores, draft).talk()
