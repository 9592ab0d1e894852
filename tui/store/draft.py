"""A draft: a reply somebody is writing, and all that is needed to know what it answers."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import astuple


class DraftState(StrEnum):
    """How far a draft has come on its way out."""

    DRAFT = "draft"
    READY = "ready"
    SENDING = "sending"
    SENT = "sent"
    HANDED_OVER = "handed over"
    FAILED = "failed"
    UNKNOWN = "unknown"  # the program ended between the request and its answer


class Outcome(StrEnum):
    """What came of a reply that was sent or handed over."""

    PUBLISHED = "published"  # it stands on the page
    HELD = "held"  # the site has it and will look at it
    ACCEPTED = "accepted"  # the site took it, and does not show it
    REFUSED = "refused"  # the site said why, and has not got it
    UNREACHABLE = "unreachable"  # it never left
    UNKNOWN = "unknown"  # it left, and no answer came
    HANDED_OVER = "handed over"  # a person takes it further


class Markup(StrEnum):
    """What the text of a draft is written in."""

    MARKDOWN = "markdown"  # what is sent is made of it, by the rules of the site
    OWN = "own"  # the rules of the site itself; it is sent as it was typed


class PageRef(Struct, frozen=True):
    """The page that a draft belongs to.

    Attributes:
        key: `Page.key` of the page.
        source: What it was opened by: an address, a path, or `-`.
        title: Its title, or None.
    """

    key: str
    source: str
    title: str | None = None


class ParentRef(Struct, frozen=True):
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


class Delivery(Struct, frozen=True):
    """What became of the last try to send a draft or to hand it over.

    No e-mail address is among it, since drafts are shown, exported and synced.

    Attributes:
        outcome: What came of it.
        at: When, with a zone.
        address: Where it went.
        sentence: The same in words for the user, with the site's own reason where it gave one.
        key: `Comment.key` of the comment that it became, or None.
        permalink: The address of that comment, or None.
        seen: Whether the comment has been seen on the page as anybody sees it.
    """

    outcome: Outcome
    at: datetime
    address: str
    sentence: str = ""
    key: str | None = None
    permalink: str | None = None
    seen: bool = False


class Draft(Struct, frozen=True):
    """A draft as it is on disk.

    Attributes:
        id: Its name for people and programs: eight letters and digits.
        page: The page it belongs to.
        parent: The comment it answers, or None where it answers the article.
        body: What was written, exactly as it was typed.
        state: How far it has come.
        created: When it was begun, with a zone.
        changed: When it was last saved with a change, with a zone.
        markup: What the body is written in.
        tags: The user's own tags, without `#`.
        delivery: What became of the last try to send it or to hand it over, or None.
        revision: Which text on disk it was read from, so that another program's change to it is
            noticed; empty for a draft that never was on disk. No part of what it says.
    """

    id: str
    page: PageRef
    parent: ParentRef | None
    body: str
    state: DraftState
    created: datetime
    changed: datetime
    markup: Markup = Markup.MARKDOWN
    tags: tuple[str, ...] = ()
    delivery: Delivery | None = None
    revision: str = ""

    def __eq__(self, other: object) -> bool:
        """Whether both say the same."""
        return isinstance(other, Draft) and astuple(self)[:-1] == astuple(other)[:-1]

    def __hash__(self) -> int:
        return hash(astuple(self)[:-1])
