"""Handing a reply over to a person's own browser or mail."""

from __future__ import annotations

from urllib.parse import quote

from tui.model import Comment, Page
from tui.send.addresses import origin_of
from tui.send.markup import rendered
from tui.send.rules import rules_of
from tui.store.draft import Draft

LONGEST = 2000
"""The characters that an address may have: more than that, some systems cut or refuse."""

_SAFE = "!$'()*,:;@/?"  # what RFC 6068 lets stand in a header's value


def reply_text(draft: Draft, page: Page | None) -> str:
    """What a person pastes into the form: the text in the site's own markup."""
    return draft.body if page is None else rendered(draft.body, draft.markup, rules_of(page))


def reply_address(draft: Draft, page: Page | None) -> str | None:
    """Where a person can reply: the form for the comment, else the comment, else the page.

    Args:
        draft: The draft.
        page: Its page as it was last read, or None.

    Returns:
        An http or https address; None where nothing names one.
    """
    comment = _answered(draft, page)
    read = () if page is None else (page.url, page.canonical)
    bases: tuple[str | None, ...] = (*read, draft.page.source, draft.page.key)
    base = next((text for text in bases if text and origin_of(text)), None)
    own = [comment.reply_url, comment.permalink] if comment else []
    kept = [draft.parent.permalink] if draft.parent else []
    found: list[str | None] = [*own, *kept, base]
    for address in found:
        if address and address.startswith("#") and base:
            return base.partition("#")[0] + address
        if address and origin_of(address):
            return address
    return None


def _answered(draft: Draft, page: Page | None) -> Comment | None:
    if draft.parent is None or page is None or page.thread is None:
        return None
    index = page.thread.index_of(draft.parent.key)
    return None if index is None else page.thread.comments[index]


def mail_address(to: str, draft: Draft, body: str) -> str:
    """The `mailto:` address of a reply (RFC 6068)."""
    title = " ".join((draft.page.title or draft.page.source).split())
    lines = "\r\n".join(body.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    headers = f"subject={_encoded(f'Re: {title}')}&body={_encoded(lines)}"
    return f"mailto:{quote(to.removeprefix('mailto:'), safe='@+.')}?{headers}"


def fits(address: str) -> bool:
    """Whether an address is short enough to be handed to a program."""
    return len(address) <= LONGEST


def _encoded(text: str) -> str:
    return quote(text.encode("utf-8", "replace"), safe=_SAFE)
