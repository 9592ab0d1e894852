"""Pages that hold less than their article: cut for subscribers, left to scripts, kept from robots.

Each sign alone is on pages whose whole text is there, too: search engines are given the text behind
most paywalls, and scripts watch readers everywhere. So a sign counts only together with next to no
text, with little, or with one that breaks off.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.model import Block, Image, blocks_text
from tui.parse.document import Document
from tui.parse.outline import Outline
from tui.parse.patterns import regex
from tui.parse.paywall import LITTLE, NO_TEXT, is_cut

NOTHING = 100
"""An article of fewer characters than this is nothing but a label or two."""

SUBSCRIBERS = (
    "The page holds only the beginning of this article; the site keeps the rest for subscribers."
)
SUBSCRIBERS_ALL = (
    "The page does not hold the text of this article; the site keeps it for subscribers."
)
SCRIPTS = "The page makes its text by JavaScript, which is not run here; a browser shows it."
CHALLENGE = (
    "This is not the article: the site keeps programs out, or checks first that a person asks. "
    "A browser may show it."
)

_ROOTS = frozenset(
    {"root", "app", "__next", "__nuxt", "___gatsby", "svelte", "app-root", "react-root", "q-app"}
)
"""The ids of the elements that script frameworks fill, as their starters name them."""

_ASKS = regex(
    r"java\s?script.{0,200}(?:enabl|activ|aktiv|attiv|turn|requir|need|disabled|habilit|nécess"
    r"|benöt|inschakel|nodig|slå|włącz|povol|zapn|etkin|käyt|включ|увімк|有効|启用|啟用|활성|사용|تفعيل)"
    r"|(?:enabl|activ|aktiv|attiv|turn|requir|need|without|habilit|sans|ohne|sin|senza|zonder|slå"
    r"|włącz|povol|zapn|включ|увімк|启用|啟用|تفعيل).{0,200}java\s?script",
    re.IGNORECASE | re.DOTALL,
)
"""Sentences that ask for JavaScript, by the stems of their verbs in many languages."""

_OF_COMMENTS = regex(r"comment|komment|coment|commento|reacti|disqus|коммент|комент", re.IGNORECASE)
"""Comments alone are often what waits for scripts."""

_TITLES = regex(
    r"(?:just a moment|checking (?:your|if the) (?:browser|site)(?: .{0,40})?|attention required"
    r"|one moment,? please|verif(?:y|ying) (?:that )?you are (?:a )?human|ddos-guard"
    r"|are you (?:a )?(?:robot|human)|robot or human|(?:human|bot) verification|access denied"
    r"|security (?:check|verification|checkpoint)|making sure you(?:'|\u2019)re not a bot"
    r"|pardon our interruption|(?:sorry, )?you have been blocked|please wait|client challenge)"
    r"[.!?…\s]*(?:[|\u2013\u2014:-].{0,60})?",
    re.IGNORECASE,
)
"""What challenges of robots call themselves (Cloudflare, DDoS-Guard, Imperva, Anubis, AWS)."""

_CHALLENGES = (
    b"/cdn-cgi/challenge-platform/",
    b"cf-browser-verification",
    b"_incapsula_resource",
    b"captcha-delivery.com",
    b"px-captcha",
    b"sucuri_cloudproxy",
    b"awswafcookiedomainlist",
    b"anubis_challenge",
    b"ddos-guard/js-challenge",
)
"""What their pages load; some of it is also on pages that were let through."""


def stub_note(
    document: Document, elements: Outline, blocks: Sequence[Block], title: str | None
) -> str | None:
    """What keeps the text of the article from the page, in a sentence, or None.

    A page that says it is not free says so nowhere here where its whole text is there: the reader
    has it.

    Args:
        document: The page.
        elements: The outline of its body without its comments.
        blocks: The article as it was found.
        title: The article's title, or None.
    """
    text = blocks_text(blocks)
    if len(text) < LITTLE and _is_challenge(document, blocks, text, title):
        return CHALLENGE
    if elements and is_cut(document, elements, blocks, text):
        return SUBSCRIBERS if len(text) >= NO_TEXT else SUBSCRIBERS_ALL
    if len(text) < NO_TEXT and _waits_for_scripts(elements, blocks, text):
        return SCRIPTS
    return None


def _is_challenge(
    document: Document, blocks: Sequence[Block], text: str, title: str | None
) -> bool:
    """Whether a page with little text is a riddle for robots."""
    if title and _TITLES.fullmatch(title):
        return True
    return _is_empty(blocks, text) and any(map(document.marks.has_written, _CHALLENGES))


def _waits_for_scripts(elements: Outline, blocks: Sequence[Block], text: str) -> bool:
    """Whether a page with next to no text asks for JavaScript, or is a place for it to fill."""
    if _asks(text):
        return True
    if not _is_empty(blocks, text):
        return False
    for element in elements:
        if element.tag == "noscript" and _asks(element.node.text()):
            return True
        # Elements with a hyphen in their names are made by scripts (HTML standard, 4.13).
        is_root = "-" in element.tag or not _ROOTS.isdisjoint(element.names.split())
        if is_root and element.text == 0:
            return True
    return False


def _is_empty(blocks: Sequence[Block], text: str) -> bool:
    """Whether there is neither text nor a picture."""
    return len(text) < NOTHING and not any(isinstance(block, Image) for block in blocks)


def _asks(text: str) -> bool:
    return _ASKS.search(text) is not None and not _OF_COMMENTS.search(text)
