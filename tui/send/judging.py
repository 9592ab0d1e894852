"""Reading answers: what most sites have in common, in the words of the user."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from tui.errors import SendError
from tui.fetch.fetched import shown
from tui.model import Comment, CommentState, Page
from tui.parse.clean import clean_line
from tui.parse.decode import decode
from tui.send.addresses import origin_of, same_place, without_query
from tui.send.browsing import Answer, Browser
from tui.send.system import Judgement
from tui.store.draft import Outcome

MOST_REASON = 300
"""Characters of a site's own reason that are told."""

_UNSEEN = ".visually-hidden, .element-invisible, .sr-only, .screen-reader-text, script, style"
"""What of a message no eye reads."""

_ENDS = (".", "!", "?", "\u2026", "\u3002", "\uff01", "\uff1f", "\u061f")
"""What ends a sentence, also in Chinese, Japanese and Arabic."""

PUBLISHED = "It stands on the page."
HELD = "The site has it and shows it once somebody there has approved it."
ACCEPTED = "The site took it and does not show it: it may wait for approval, or be taken for spam."
_REFUSALS = {
    401: "The site takes replies only from people who have logged in there.",
    413: "The site refused it: it is too long.",
    429: "The site wants more time between two replies.",
}
NOT_READ = "The site took it; whether it stands on the page could not be seen."


def reason(answer: Answer, selectors: Iterable[str]) -> str:
    """What a page says of an error, in one line; empty where it says nothing.

    Args:
        answer: The answer.
        selectors: Where systems say it, as CSS selectors, the surest first.
    """
    tree = LexborHTMLParser(decode(answer.body[:1_000_000], answer.content_type))
    for hidden in tree.css(_UNSEEN):
        hidden.decompose()
    for selector in selectors:
        lines = [clean_line(node.text(separator=" ")) for node in tree.css(selector)]
        told = " ".join(dict.fromkeys(filter(None, lines)))
        if told:
            return told if len(told) <= MOST_REASON else told[: MOST_REASON - 1] + "…"
    return ""


def brief(answer: Answer) -> str:
    """All that an answer says, where it is no more than a notice; empty where it is a page."""
    told = reason(answer, ("body",))
    return told if len(told) < MOST_REASON else ""


def ended(told: str) -> str:
    """What a site says, with a full stop where no sign ends it."""
    return told if told.endswith(_ENDS) else f"{told}."


def refused(told: str, fallback: str) -> Judgement:
    """A refusal with the site's own reason, or with a sentence of ours where it gives none."""
    sentence = f"The site refused it: {ended(told)}" if told else fallback
    return Judgement(Outcome.REFUSED, sentence)


def by_status(answer: Answer, told: str) -> Judgement | None:
    """What a status alone means, whatever the system; None where it does not tell (RFC 9110)."""
    status = answer.status
    moved = _moved_to(answer)
    if moved:
        sentence = f"The site has not taken it; it wants it at another address, {shown(moved)}."
        return Judgement(Outcome.REFUSED, sentence)
    if status >= 500:
        sentence = (
            f"The server had a fault (status {status}) and may have the reply all the same; "
            "look at the page before it is sent again."
        )
        return Judgement(Outcome.UNKNOWN, sentence)
    if status < 400:
        return None
    if status in {404, 405, 410}:
        return refused("", f"{shown(answer.address)} takes no replies (status {status}).")
    fallback = _REFUSALS.get(status, f"The site refused it (status {status}) and gave no reason.")
    return refused(told, fallback)._replace(is_early=status == 429, wait=answer.wait)


def _moved_to(answer: Answer) -> str:
    """Where an answer says that the reply has to be sent instead; empty where it does not.

    So do 307 and 308 (RFC 9110, 15.4.8 and 15.4.9), and sites that send everybody to their secure
    address or their other name: the same path elsewhere, where a browser would lose the reply.
    """
    if answer.location is None:
        return ""
    here, there = urlsplit(answer.address), urlsplit(answer.location)
    is_same = (here.path, here.query, "") == (there.path, there.query, there.fragment)
    is_elsewhere = origin_of(answer.address) != origin_of(answer.location)
    return answer.location if answer.status in {307, 308} or (is_same and is_elsewhere) else ""


async def seen(
    browser: Browser, address: str, key: str | None, *, sent_to: str, held: bool = False
) -> Judgement:
    """Whether a reply that was taken stands on the page that the answer leads to.

    Args:
        browser: Reads the page.
        address: That page, with the comment as its fragment.
        key: The key of the comment.
        sent_to: Where the reply went; a page elsewhere is not read.
        held: Whether the answer said that the reply waits for approval.
    """
    permalink = without_query(address)
    taken = Judgement(
        Outcome.HELD if held else Outcome.ACCEPTED, HELD if held else NOT_READ, key, permalink
    )
    if not same_place(sent_to, address):
        return taken
    try:
        page = await browser.read(address.partition("#")[0])
    except SendError:
        return taken
    return judged(find(page, key), taken if held else taken._replace(sentence=ACCEPTED))


def judged(comment: Comment | None, absent: Judgement) -> Judgement:
    """What it means that a comment is on the page, waits there, or is absent."""
    if comment is None:
        return absent
    held = comment.state is CommentState.HELD
    outcome, sentence = (Outcome.HELD, HELD) if held else (Outcome.PUBLISHED, PUBLISHED)
    permalink = without_query(comment.permalink or absent.permalink or "")
    return Judgement(outcome, sentence, comment.key, permalink or None)


def find(page: Page, key: str | None) -> Comment | None:
    """The comment of a page with a key."""
    comments = page.thread.comments if page.thread else ()
    return next((comment for comment in comments if comment.key == key), None)
