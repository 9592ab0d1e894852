"""Plans made of forms, and what every plan tells besides its request."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TypedDict
from urllib.parse import urlsplit

from msgspec.structs import replace

from tui.model import Barrier, Page, blocks_text
from tui.reading.arrivals import alike, words_of
from tui.send.addresses import origin_of, same_place
from tui.send.filling import Filled, fill
from tui.send.markup import preview
from tui.send.plan import Obstacle, Plan, Planned
from tui.send.system import Ask

_BARRIERS = {
    Barrier.CAPTCHA: "The site asks a riddle (a captcha) that only a person in a browser solves.",
    Barrier.LOGIN: "The site takes replies only from people who have logged in there.",
    Barrier.FRAME: "The form is a frame of another site, which takes replies only in a browser.",
    Barrier.SCRIPT: "The form works only in a browser, where a script fills a part of it.",
    Barrier.PREVIEW: "The site shows a reply to its writer before it takes it, in a browser alone.",
}
_LOCAL = {"localhost", "127.0.0.1", "::1"}


def stuck(ask: Ask, sentence: str) -> Obstacle:
    """An obstacle, with where a person can go on in a browser."""
    parent = ask.parent
    permalink = parent.permalink if parent else None
    address = (parent.reply_url if parent else None) or permalink or ask.address
    return Obstacle(sentence, address if origin_of(address) else ask.address, ask.page.reply_mail)


def no_parent(ask: Ask) -> Obstacle:
    """The obstacle of a site on which it is not known how to answer a comment."""
    return stuck(
        ask, "How a comment is answered on this site is not known, and it may not stand elsewhere."
    )


async def reply_page(ask: Ask) -> Ask | None:
    """The same with the page whose form answers the comment; None where it has none.

    Raises:
        SendError: It cannot be had.
    """
    url = ask.parent.reply_url if ask.parent else None
    if url is None or not same_place(ask.address, url):
        return None
    page = await ask.browser.read(url)
    return replace(ask, page=page, address=page.url or url) if page.form else None


def plan_form(ask: Ask, system: str, *, parent: str | None = None) -> Planned:
    """Fill the form of a page.

    Args:
        ask: What is to be sent.
        system: The name of what takes it.
        parent: What the form's parent field holds, or None to leave it as the page has it.
    """
    form = ask.page.form
    fault = form_fault(ask.page, ask.address)
    if fault or form is None or form.action is None:
        return stuck(ask, fault)
    filled = fill(form, ask.text, ask.identity, parent=parent, consents=ask.consents)
    if filled.missing:
        sentence = " ".join(missing.reason for missing in filled.missing)
        return stuck(ask, sentence)._replace(missing=filled.missing)
    if filled.stuck:
        names = ", ".join(f"“{field.label or field.name}”" for field in filled.stuck)
        return stuck(ask, f"The site wants {names} to be filled, which only a person knows how.")
    return Plan(
        draft=ask.draft,
        identity=ask.identity,
        system=system,
        page=ask.address,
        address=form.action,
        entries=filled.entries,
        encoding=form.encoding,
        charset=form.charset or "utf-8",
        cookies=ask.browser.cookies_for(form.action),
        consents=filled.consents,
        **told(ask, form.action, filled),
    )


def form_fault(page: Page, address: str) -> str:
    """Why the form of a page cannot be filled, in a sentence; empty where it can."""
    form = page.form
    if form is not None and form.barriers:
        return _BARRIERS[form.barriers[0]]
    if form is None or form.action is None or form.text_field is None:
        said = form.notes[0] if form and form.notes and form.action is None else ""
        return said or "The page has no form that takes replies; perhaps its comments are closed."
    if form.method != "post":
        return "The form would put the reply into an address, where it does not belong."
    if origin_of(address).startswith("https:") and not form.action.startswith("https:"):
        return f"The page is secure, but its form sends to {form.action}, unprotected."
    return ""


class _Told(TypedDict):
    text: str
    read_as: str
    parent: str | None
    known: tuple[str, ...]
    notes: tuple[str, ...]


def told(ask: Ask, address: str, filled: Filled | None = None) -> _Told:
    """What every plan tells besides the request itself."""
    read_as = blocks_text(preview(ask.draft.body, ask.draft.markup, ask.rules))
    known = same_words(ask.page, read_as)
    return {
        "text": ask.text,
        "read_as": read_as,
        "parent": ask.parent.key if ask.parent else None,
        "known": known,
        "notes": tuple(_notes(ask, address, filled, known)),
    }


def same_words(page: Page, text: str) -> tuple[str, ...]:
    """The keys of the comments of a page that say the same."""
    wanted = words_of(text)
    comments = page.thread.comments if page.thread else ()
    return tuple(c.key for c in comments if alike(wanted, words_of(blocks_text(c.blocks))))


def _notes(ask: Ask, address: str, filled: Filled | None, known: Collection[str]) -> Iterator[str]:
    """What a person should know before agreeing."""
    here, there = urlsplit(ask.address).hostname, urlsplit(address).hostname
    if here != there:
        yield f"It goes to {there}, not to {here}, the host of the page."
    if not address.startswith("https:") and there not in _LOCAL:
        yield "It goes unprotected (http): whoever is on the way can read it."
    if known:
        yield "The page has a comment with the same words already."
    yield from ask.notes
    for label in filled.wanted if filled else ():
        yield f"The site wants “{label}” to be ticked."
