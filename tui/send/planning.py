"""Working out what would be sent: the page is read anew, its form is filled, nothing leaves."""

from __future__ import annotations

from collections.abc import Collection

from tui.errors import SendError
from tui.model import Page
from tui.reading.anchoring import Anchored, Anchoring, Change
from tui.send.addresses import origin_of, same_place
from tui.send.browsing import Browser
from tui.send.forming import form_fault, stuck
from tui.send.markup import left, rendered
from tui.send.plan import Obstacle, Planned
from tui.send.rules import rules_of
from tui.send.system import Ask
from tui.send.systems import system_of
from tui.store.draft import Draft, ParentRef
from tui.store.identities import Identity


def page_address(draft: Draft) -> str | None:
    """The address of a draft's page; None where it was opened from a file that tells none."""
    for address in (draft.page.source, draft.page.key):
        if origin_of(address):
            return address.partition("#")[0]
    return None


async def plan(
    draft: Draft,
    identity: Identity,
    consents: Collection[str],
    browser: Browser,
    kept: Page | None = None,
) -> Planned:
    """What would be sent of a draft.

    Args:
        draft: The draft.
        identity: As whom.
        consents: The names of the boxes that the user ticked.
        browser: Reads the page, and further ones.
        kept: The page as it was kept, which is not read anew then; None where there is a network.

    Raises:
        SendError: A page cannot be had.
    """
    address = page_address(draft)
    if address is None:
        return Obstacle("The page was opened from a file, which does not tell where it is from.")
    if not draft.body.strip():
        return Obstacle("Nothing is written yet.", address)
    page = kept or await browser.read(address)
    anchored = anchor(page, draft.parent)
    if draft.parent is not None and anchored.index is None:
        page, anchored = await _where_it_stands(draft.parent, page, anchored, browser)
    ask = _ask(draft, page, anchored, identity, consents, browser, page.url or address)
    barred = _barred(ask)
    if barred is not None:
        return barred
    system = system_of(page)
    if system is None:
        return stuck(ask, form_fault(page, ask.address))
    return await system.plan(ask)


def _ask(
    draft: Draft,
    page: Page,
    anchored: Anchored,
    identity: Identity,
    consents: Collection[str],
    browser: Browser,
    address: str,
) -> Ask:
    rules = rules_of(page)
    comments = page.thread.comments if page.thread else ()
    return Ask(
        draft=draft,
        page=page,
        address=address,
        parent=None if anchored.index is None else comments[anchored.index],
        identity=identity,
        consents=consents,
        text=rendered(draft.body, draft.markup, rules),
        rules=rules,
        browser=browser,
        notes=(f"What it answers {anchored.change}.",) if anchored.changed else (),
    )


def anchor(page: Page, parent: ParentRef | None) -> Anchored:
    """Where what a draft answers is on a page; for the article, nowhere and as it was."""
    if parent is None:
        return Anchored(None, None, Change.SAME)
    if page.thread is None:
        return Anchored(None, None, Change.GONE)
    return Anchoring(page.thread).find(parent)


async def _where_it_stands(
    parent: ParentRef, page: Page, anchored: Anchored, browser: Browser
) -> tuple[Page, Anchored]:
    """The page of comments by the permalink of what is answered; else the page that was read."""
    permalink = (parent.permalink or "").partition("#")[0]
    if permalink in {"", page.url} or not same_place(page.url or "", permalink):
        return page, anchored
    try:
        other = await browser.read(permalink)
    except SendError:  # gone with the comment
        return page, anchored
    found = anchor(other, parent)
    return (page, anchored) if found.index is None else (other, found)


def _barred(ask: Ask) -> Obstacle | None:
    """What keeps a reply from being sent, whatever takes it."""
    draft, page = ask.draft, ask.page
    if draft.parent is not None and ask.parent is None:
        author = draft.parent.author or "somebody"
        return stuck(ask, f"The comment of {author} that it answers is not on the page any more.")
    if page.thread is not None and page.thread.closed:
        return stuck(ask, "Comments are closed on this page.")
    over = -(left(ask.text, ask.rules) or 0)
    if over > 0:
        unit = "bytes" if ask.rules.in_bytes else "characters"
        sentence = f"It is {over:,} {unit} longer than the {ask.rules.limit:,} that the site takes."
        return stuck(ask, sentence)._replace(too_long=over)
    return None
