"""A draft: a reply somebody is writing, and all that is needed to know what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class DraftState(StrEnum):
    """How far a draft has come on its way out."""

    DRAFT = "draft"
    READY = "ready"
    SENDING = "sending"
    SENT = "sent"
    HANDED_OVER = "handed over"
    FAILED = "failed"
    UNKNOWN = "unknown"  # the program ended between the request and its answer


@dataclass(frozen=True, slots=True)
class PageRef:
    """The page that a draft belongs to.

    Attributes:
        key: `Page.key` of the page.
        source: What it was opened by: an address, a path, or `-`.
        title: Its title, or None.
    """

    key: str
    source: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class ParentRef:
    """The comment that a draft answers, kept whole in case it is gone when the draft is reopened.

    Attributes:
        key: `Comment.key` of the comment.
        author: Who wrote it, or None.
        date: Its date as shown, perhaps empty.
        permalink: Its address, or None.
        text: Its plain text.
    """

    key: str
    author: str | None = None
    date: str = ""
    permalink: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it is on disk.

    Attributes:
        id: Its name for people and programs: eight letters and digits.
        page: The page it belongs to.
        parent: The comment it answers, or None where it answers the article.
        body: What was written, in Markdown, exactly as it was typed.
        state: How far it has come.
        created: When it was begun, with a zone.
        changed: When it was last saved with a change, with a zone.
        revision: Which bytes on disk it was read from, so that another program's change to them
            is noticed; empty for a draft that never was on disk. No part of what it says.
    """

    id: str
    page: PageRef
    parent: ParentRef | None
    body: str
    state: DraftState
    created: datetime
    changed: datetime
    revision: str = field(default="", compare=False, repr=False)
