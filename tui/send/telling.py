"""What a draft answers and what became of it, in words: the same on the screen and without it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from tui.store.draft import Draft, DraftState, Outcome

STATES = {
    DraftState.DRAFT: "draft",
    DraftState.READY: "ready, in the outbox",
    DraftState.SENDING: "being sent",
    DraftState.SENT: "sent",
    DraftState.HANDED_OVER: "handed over",
    DraftState.FAILED: "not sent",
    DraftState.UNKNOWN: "sent perhaps, no answer",
}
_OUTCOMES = {
    Outcome.PUBLISHED: "published",
    Outcome.HELD: "held for moderation",
    Outcome.ACCEPTED: "sent",
    Outcome.REFUSED: "refused",
    Outcome.UNREACHABLE: "not sent, unreachable",
    Outcome.UNKNOWN: "sent perhaps, no answer",
}
_SETTLED = frozenset({DraftState.SENT, DraftState.FAILED})


def addressee(draft: Draft) -> str:
    """Whom a draft answers, and where."""
    title = draft.page.title or draft.page.source
    if draft.parent is None:
        return f"the article “{title}”"
    return f"{draft.parent.author or 'a comment'} on “{title}”"


def is_on_page(draft: Draft) -> bool:
    """Whether a draft has become a comment that anybody sees."""
    seen = draft.delivery is not None and draft.delivery.seen
    return seen and draft.state is DraftState.SENT


def state_words(draft: Draft) -> str:
    """How far a draft has come, in a few words."""
    if is_on_page(draft):
        return "on the page"
    delivery = draft.delivery
    if delivery is not None and draft.state in _SETTLED:
        return _OUTCOMES.get(delivery.outcome, STATES[draft.state])
    return STATES[draft.state]


def sentence_of(draft: Draft) -> str:
    """What became of a draft, as a sentence."""
    delivery = draft.delivery
    if delivery is not None and delivery.sentence:
        return delivery.sentence
    words = state_words(draft)
    return f"{words[:1].upper()}{words[1:]}."


def site_words(draft: Draft) -> str:
    """Where a draft went, by its host."""
    return (urlsplit(draft.delivery.address).netloc if draft.delivery else "") or "the site"


def unknown_sentences(draft: Draft) -> Sequence[str]:
    """What it means that nobody knows whether a reply has arrived."""
    where = f"It left for {site_words(draft)}, which may have it or not."
    return (sentence_of(draft), f"{where} It is not sent again unless you say so.")
