"""A stand-in for what sends, whose site does what a test says; and a page with a form."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime

from tests.app.pages import HEDGE, Reply, page
from tui.send.outbox import Outbox, Waiting
from tui.send.plan import Entry, Plan, Planned
from tui.store.draft import Delivery, Draft, DraftState, Outcome, PageRef, ParentRef
from tui.store.drafts import DraftStore
from tui.store.identities import Identity

FORM = """<div id="respond" class="comment-respond"><h3 id="reply-title">Geef een reactie</h3>
<form action="/wp-comments-post.php" method="post" id="commentform" class="comment-form">
<p><label for="comment">Reactie *</label><textarea id="comment" name="comment" maxlength="65525"
required></textarea></p>
<p><label for="author">Naam *</label><input id="author" name="author" type="text" required></p>
<p><label for="email">E-mail *</label><input id="email" name="email" type="email" required></p>
<p><label for="url">Site</label><input id="url" name="url" type="url"></p>
<p><input id="consent" name="consent" type="checkbox" value="yes"><label for="consent">Bewaar mijn
naam</label></p>
<p><input name="submit" type="submit" id="submit" value="Reactie plaatsen"><input type="hidden"
name="comment_post_ID" value="7" id="comment_post_ID"><input type="hidden" name="comment_parent"
id="comment_parent" value="0"></p></form></div>"""

NOON = datetime(2026, 2, 20, 12, tzinfo=UTC)  # before the comments of the page
FEMKE = Identity("Femke", "femke@heg.example", "https://femke.example")


def page_with_form(comments: tuple[Reply, ...] = HEDGE, *, url: str | None = None) -> str:
    """The page of the hedge with WordPress's form under its comments."""
    return page(comments=comments, url=url).replace("</main>", f"{FORM}</main>")


def plan_of(draft: Draft, identity: Identity, consents: Collection[str] = ()) -> Plan:
    """What would be sent of a draft."""
    ticked = [Entry("consent", "yes", "Bewaar mijn naam")] if consents else []
    return Plan(
        draft=draft,
        identity=identity,
        system="WordPress",
        page=draft.page.source,
        address="https://tuin.example/wp-comments-post.php",
        entries=(
            Entry("comment", draft.body, "Reactie"),
            Entry("author", identity.name, "Naam"),
            Entry("email", identity.email, "E-mail"),
            *ticked,
            Entry("comment_parent", draft.parent.key if draft.parent else "0", shown=False),
            Entry("token", "x" * 4000, shown=False),
        ),
        cookies=(("sessie", "geheim"),),
        text=draft.body,
        read_as=draft.body,
        notes=("What it answers was edited since.",),
        consents=(("consent", "Bewaar mijn naam"),),
    )


def delivery(outcome: Outcome, sentence: str = "") -> Delivery:
    """What came of sending."""
    return Delivery(outcome, NOON, "https://tuin.example/wp-comments-post.php", sentence)


SENT = (DraftState.SENT, delivery(Outcome.PUBLISHED, "It stands on the page."))
HELD = (DraftState.SENT, delivery(Outcome.HELD, "Somebody there looks at it first."))
REFUSED = (DraftState.FAILED, delivery(Outcome.REFUSED, "The site says: too fast."))
UNKNOWN = (DraftState.UNKNOWN, delivery(Outcome.UNKNOWN, "No answer came."))

Came = tuple[DraftState, Delivery]


@dataclass
class StandIn(Outbox):
    """Sends nothing anywhere.

    Attributes:
        drafts: The drafts, which it marks as the outbox would.
        planned: Gives what would be sent.
        came: What comes of sending.
        found: What comes of looking again, or None for nothing new.
        asked: The identity and the ticked boxes of each plan.
        sent: The plans that were sent.
        queued: Those that wait.
        gate: Where it is given, planning waits for it.
        sends: Is called as a reply is sent.
        hangs: Whether no answer comes.
    """

    drafts: DraftStore
    planned: Callable[[Draft, Identity, Collection[str]], Planned] = plan_of
    came: Came = SENT
    found: Came | None = None
    asked: list[tuple[Identity, frozenset[str]]] = field(default_factory=list)
    sent: list[Plan] = field(default_factory=list)
    queued: dict[str, Plan] = field(default_factory=dict)
    gate: asyncio.Event | None = None
    sends: Callable[[], object] = lambda: None
    hangs: bool = False

    async def plan(
        self, draft: Draft, identity: Identity, consents: Collection[str] = ()
    ) -> Planned:
        self.asked.append((identity, frozenset(consents)))
        if self.gate is not None:
            await self.gate.wait()
        return self.planned(draft, identity, consents)

    async def send(self, plan: Plan) -> Draft:
        self.sent.append(plan)
        self.sends()
        if self.hangs:
            await asyncio.Event().wait()
        return self.drafts.mark(plan.draft.id, *self.came)

    def queue(self, plan: Plan) -> Draft:
        self.queued[plan.draft.id] = plan
        return self.drafts.mark(plan.draft.id, DraftState.READY)

    def take_back(self, draft_id: str) -> Draft:
        self.queued.pop(draft_id)
        return self.drafts.mark(draft_id, DraftState.DRAFT, before={DraftState.READY})

    def waiting(self) -> list[Waiting]:
        return [
            Waiting(self.drafts.get(name), plan.address, plan.identity, NOON, NOON)
            for name, plan in self.queued.items()
        ]

    async def send_waiting(
        self, tell: Callable[[Draft], None], ids: Collection[str] | None = None
    ) -> list[Draft]:
        wanted = list(self.queued) if ids is None else list(ids)
        done = [await self.send(self.queued.pop(each)) for each in wanted]
        for draft in done:
            tell(draft)
        return done

    def recover(self) -> list[Draft]:
        sending = [d for d in self.drafts.all() if d.state is DraftState.SENDING]
        return [self.drafts.mark(draft.id, *UNKNOWN) for draft in sending]

    async def resolve(self, draft_id: str) -> Draft:
        if self.found is None:
            return self.drafts.get(draft_id)
        return self.drafts.mark(draft_id, *self.found)

    def settle(self, draft_id: str, *, arrived: bool) -> Draft:
        state = DraftState.SENT if arrived else DraftState.DRAFT
        return self.drafts.mark(draft_id, state, before={DraftState.UNKNOWN})

    def hand_over(self, draft: Draft, address: str) -> Draft:
        told = Delivery(Outcome.HANDED_OVER, NOON, address)
        return self.drafts.mark(draft.id, DraftState.HANDED_OVER, told)


def a_draft(drafts: DraftStore, url: str, body: str = "Dit jaar telde ik er vier.") -> Draft:
    """A draft that answers the first comment of the page of the hedge."""
    words = "Bij ons zitten er elk jaar merels in."
    parent = ParentRef("1", "Marijke", "2 maart 2026", f"{url}#comment-1", words)
    return drafts.create(PageRef(url, url, "De heg en de schaar"), parent, body)
