"""Looking on its page for a reply of which it is not known whether it arrived."""

from __future__ import annotations

from tui.errors import SendError
from tui.model import Page
from tui.reading.arrivals import arrived
from tui.send.addresses import origin_of
from tui.send.browsing import Browser
from tui.send.judging import find, judged
from tui.send.planning import page_address
from tui.send.records import Record
from tui.send.system import Judgement
from tui.send.systems import system_of
from tui.store.draft import Draft, Outcome

NOT_THERE = (
    "The page does not show it. It may wait for approval, or never have come; send it again only "
    "if you know that it did not."
)


async def look(draft: Draft, record: Record | None) -> Judgement | None:
    """What the pages on which a reply may stand tell of it; None where none shows it.

    They are read as anybody sees them and, where the site shows its writers what waits for
    approval, as its writer does.

    Args:
        draft: The draft.
        record: What the outbox knows of it, or None.

    Raises:
        SendError: None of them can be had.
    """
    address = record.page if record else page_address(draft)
    if address is None:
        raise SendError("The page was opened from a file, which does not tell where it is from.")
    permalink = (draft.parent.permalink or "").partition("#")[0] if draft.parent else ""
    pages = [address, *([permalink] if origin_of(permalink) else [])]
    for place in dict.fromkeys(pages):
        try:
            found = await _look_at(place, draft, record)
        except SendError:
            if place == address:
                raise
            continue  # the comment that it answers may be gone, with its page of comments
        if found is not None:
            return found
    return None


async def _look_at(address: str, draft: Draft, record: Record | None) -> Judgement | None:
    async with Browser() as browser:
        page = await browser.read(address)
    found = _found(page, draft, record)
    system = system_of(page) if record else None
    cookies = system.as_writer(page, record.identity) if system and record else {}
    if found is None and cookies:
        async with Browser(cookies) as browser:
            found = _found(await browser.read(address), draft, record)
    return found


def _found(page: Page, draft: Draft, record: Record | None) -> Judgement | None:
    if page.thread is None:
        return None
    comment = find(page, draft.delivery.key) if draft.delivery and draft.delivery.key else None
    comment = comment or arrived(
        page.thread,
        record.read_as if record else draft.body,
        [record.identity.name] if record else [],
        known=record.known if record else (),
        parent=draft.parent.key if draft.parent else None,
    )
    return judged(comment, Judgement(Outcome.UNKNOWN, "")) if comment else None
