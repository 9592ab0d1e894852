"""What a way of taking replies is: how a reply is put together, and how the answer is read."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import NamedTuple

from msgspec import Struct

from tui.model import Comment, Page
from tui.send.browsing import Answer, Browser
from tui.send.plan import Plan, Planned
from tui.send.rules import Rules
from tui.store.draft import Draft, Outcome
from tui.store.identities import Identity


class Ask(Struct, frozen=True):
    """What is to be sent, before it is known how.

    Attributes:
        draft: The draft.
        page: Its page, as it was just read.
        address: The page's address.
        parent: The comment that it answers, as the page has it; None for the article.
        identity: As whom.
        consents: The names of the boxes that the user ticked.
        text: The text as the site is sent it.
        rules: The site's rules for it.
        browser: Reads further pages, such as one whose form answers a comment.
        notes: What the user should know before agreeing, whatever the system.
    """

    draft: Draft
    page: Page
    address: str
    parent: Comment | None
    identity: Identity
    consents: Collection[str]
    text: str
    rules: Rules
    browser: Browser
    notes: tuple[str, ...] = ()


class Judgement(NamedTuple):
    """What an answer means.

    Attributes:
        outcome: Published, held, accepted, refused or unknown.
        sentence: The same in words for the user, with the site's own reason.
        key: The key of the comment that the reply became, or None.
        permalink: Its address, or None.
        is_early: Whether the site wants nothing but more time between two replies.
        is_duplicate: Whether the site says that it has the very words already.
        wait: How many seconds to wait before the next one, where the site says so.
    """

    outcome: Outcome
    sentence: str
    key: str | None = None
    permalink: str | None = None
    is_early: bool = False
    is_duplicate: bool = False
    wait: float | None = None


def no_cookies(page: Page, identity: Identity) -> Mapping[str, str]:
    """No cookies make this site show a writer what it holds back."""
    del page, identity
    return {}


class System(NamedTuple):
    """A way of taking replies.

    Attributes:
        name: Its name, for people.
        takes: Whether a page takes replies in this way.
        plan: Works out what would be sent; may read further pages, and raises `SendError` where
            one cannot be had.
        judge: Tells what an answer means; may read the page that it leads to.
        as_writer: The cookies by which the site shows a writer what waits for approval, as a
            browser that was asked to remember the writer has them.
    """

    name: str
    takes: Callable[[Page], bool]
    plan: Callable[[Ask], Awaitable[Planned]]
    judge: Callable[[Plan, Answer, Browser], Awaitable[Judgement]]
    as_writer: Callable[[Page, Identity], Mapping[str, str]] = no_cookies
