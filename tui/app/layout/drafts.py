"""Drafts as the thread shows them: under what they answer, with what became of it and of them."""

from __future__ import annotations

from collections.abc import Iterable

from tui.app.layout.comments import count
from tui.app.layout.thread import DraftNode
from tui.send.telling import is_on_page, state_words
from tui.store.draft import Draft, DraftState, ParentRef
from tui.store.placing import Placed

_KEPT = 1_000
"""So many characters are shown of a comment that is gone; a key shows all of them."""


def draft_nodes(placed: Iterable[Placed]) -> list[DraftNode]:
    """The drafts that stand in the thread, without those that became comments."""
    away = (each for each in placed if each.became is None and not is_on_page(each.draft))
    return [_node(each) for each in away]


def own_comments(placed: Iterable[Placed]) -> frozenset[str]:
    """The keys of the comments that drafts became."""
    return frozenset(each.became for each in placed if each.became is not None)


def draft_label(draft: Draft) -> str:
    """What a draft is, in a few words."""
    is_draft = draft.state is DraftState.DRAFT
    to = "" if draft.parent is None else f" to {draft.parent.author or 'a comment'}"
    lines = count(len(draft.body.strip().splitlines()), "line") or "no lines"
    state = "" if is_draft else f" · {state_words(draft)}"
    return f"{'draft' if is_draft else 'reply'}{to}, {lines}{state}"


def _node(placed: Placed) -> DraftNode:
    draft, anchored = placed.draft, placed.anchored
    label = draft_label(draft)
    if anchored is not None and anchored.changed:
        label += f" · what it answers {anchored.change}"
    kept = _kept(draft.parent) if draft.parent is not None and placed.is_astray else ""
    return DraftNode(draft.id, placed.parent, label, draft.body, kept)


def _kept(parent: ParentRef) -> str:
    """What a draft kept of the comment that it answers."""
    by = ", ".join(filter(None, (parent.author or "Unknown author", parent.date)))
    text = parent.text.strip()
    return f"{by}:\n{text if len(text) <= _KEPT else f'{text[:_KEPT]} …'}"


def discard_detail(draft: Draft) -> str:
    """What a person should know before discarding a draft."""
    return f"{count(len(draft.body.split()), 'word')}. The file goes to the folder “discarded”."
