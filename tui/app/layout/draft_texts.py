"""A draft for reading: what it answers, what became of it, and what was written."""

from __future__ import annotations

from datetime import datetime

from tui.app.layout.glyphs import UNICODE, Glyphs
from tui.app.layout.lines import Role
from tui.app.layout.texts import ReadItem, compared, read_item
from tui.model import Mark, Span
from tui.reading.anchoring import Change
from tui.send.telling import sentence_of, state_words
from tui.store.draft import Draft, ParentRef
from tui.store.draftlist import addressee, age, words_in
from tui.store.placing import Placed

_MOST = 20_000
"""So many characters of a text are shown beside the list."""


def draft_texts(draft: Draft, now: datetime, glyphs: Glyphs = UNICODE) -> list[ReadItem]:
    """A draft with what it answers.

    Args:
        draft: The draft.
        now: The present moment, with a zone.
        glyphs: The signs that are drawn.
    """
    page = draft.page
    dot = glyphs.dot
    to = Span(f"To {addressee(draft)}", Mark.BOLD)
    tags = " ".join(f"#{tag}" for tag in draft.tags)
    words = words_in(draft.body)
    facts = (
        state_words(draft),
        f"{words} {'word' if words == 1 else 'words'}",
        f"changed {age(draft.changed, now)}",
        f"begun {_minute(draft.created)}",
        tags,
    )
    items = [
        ReadItem("to", (to,), Role.HEADING, ends=False),
        read_item("page", page.title or "Untitled page", ends=False),
        read_item("source", page.source, Role.META, ends=False),
        read_item("facts", dot.join(filter(None, facts)), Role.META),
    ]
    if draft.delivery is not None and draft.delivery.sentence:
        items.append(read_item("became", sentence_of(draft), Role.NOTE))
    if draft.parent is not None:
        items += parent_texts(draft.parent, glyphs)
    return [*items, read_item("body", _some(draft.body) or "(nothing yet)", Role.DRAFT)]


def parent_texts(parent: ParentRef, glyphs: Glyphs = UNICODE) -> list[ReadItem]:
    """What a draft kept of the comment that it answers."""
    by = ", ".join(filter(None, (parent.author or "Unknown author", parent.date)))
    return [
        read_item("by", by, Role.AUTHOR, ends=False),
        read_item("answered", _some(parent.text) or "(no words)", Role.QUOTE, bar=glyphs.quote),
    ]


def change_texts(placed: Placed, now: str | None, glyphs: Glyphs = UNICODE) -> list[ReadItem]:
    """What became of the comment that a draft answers, beside what it was.

    Args:
        placed: The draft in its page.
        now: What the comment says now, or None where it is not there.
        glyphs: The signs that are drawn.
    """
    parent, anchored = placed.draft.parent, placed.anchored
    if parent is None or anchored is None:
        return [read_item("told", "This draft answers the article.", Role.NOTE)]
    sentence = f"What this draft answers {anchored.change}."
    if anchored.by is not None and anchored.moved:
        sentence += f" It was found by {anchored.by}."
    items = [read_item("told", sentence, Role.NOTE), *parent_texts(parent, glyphs)]
    if now is not None and anchored.change is Change.EDITED:
        items += [
            read_item("now", "As it is now; what was taken out is struck, what was put in is bold:",
                      Role.HEADING),
            ReadItem("differences", compared(parent.text, now, glyphs), bar=glyphs.quote),
        ]  # fmt: skip
    return items


def _some(text: str) -> str:
    text = text.strip("\n")
    return text if len(text) <= _MOST else f"{text[:_MOST]} …"


def _minute(at: datetime) -> str:
    return f"{at.astimezone():%Y-%m-%d %H:%M}"
