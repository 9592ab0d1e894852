"""What would be sent, whole, before it is; or why it cannot be."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from msgspec import Struct

from tui.model import URLENCODED
from tui.store.draft import Draft
from tui.store.identities import Identity

JSON = "application/json"


class Entry(NamedTuple):
    """One field of what is sent.

    Attributes:
        name: Its name.
        value: What it holds.
        label: What the page calls it, perhaps empty.
        shown: Whether a person fills it in a browser; the others hold what the page put there.
    """

    name: str
    value: str
    label: str = ""
    shown: bool = True


class Plan(Struct, frozen=True):
    """A request that would send a draft.

    Attributes:
        draft: The draft as it would be sent.
        identity: As whom.
        system: The name of what takes it (`WordPress`), which `tui.send.systems` knows it by.
        page: The address of the page that the form was on, as it was just read.
        address: Where the request goes.
        entries: All that is in it, in order.
        encoding: How it is written: URL-encoded, multipart or JSON, as a media type.
        charset: The character set of a form.
        cookies: Pairs of name and value that the page set and that go with the request.
        content: All of it as JSON, where that is how it is written; the entries show it.
        text: The text as it is sent.
        read_as: The same as somebody reads it on the page, without markup.
        parent: The key of the comment that it answers, or None.
        known: The keys of comments with the same words that the page has already.
        notes: What the user should know before agreeing, in sentences.
        kept: Whether it is by a copy of the page, so that it can only wait in the outbox.
        consents: The boxes that the form has and that are left empty unless the user ticks them,
            as pairs of name and label.
    """

    draft: Draft
    identity: Identity
    system: str
    page: str
    address: str
    entries: tuple[Entry, ...]
    encoding: str = URLENCODED
    charset: str = "utf-8"
    cookies: tuple[tuple[str, str], ...] = ()
    content: str = ""
    text: str = ""
    read_as: str = ""
    parent: str | None = None
    known: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    kept: bool = False
    consents: tuple[tuple[str, str], ...] = ()

    def __repr__(self) -> str:  # for logs, which no cookie may get into
        return f"Plan({self.draft.id!r}, {self.system!r}, {self.address!r})"


class Missing(NamedTuple):
    """A field that the site wants of the writer and that is not known.

    Attributes:
        name: `name`, `email` or `site`.
        label: What the page calls it.
        reason: A sentence that says what is missing or wrong.
    """

    name: str
    label: str
    reason: str


class Obstacle(NamedTuple):
    """Why a draft cannot be sent from here.

    Attributes:
        sentence: The reason, for the user.
        address: Where a person can reply in a browser, or None.
        mail: Where the page asks to mail replies, or None.
        missing: What the user has to tell first; with it the draft can be sent.
        too_long: By how much the text is over the site's limit, 0 where that is not the matter.
    """

    sentence: str
    address: str | None = None
    mail: str | None = None
    missing: tuple[Missing, ...] = ()
    too_long: int = 0


Planned: TypeAlias = Plan | Obstacle
