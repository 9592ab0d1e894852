"""Where a page asks to mail replies: a link whose words say so, or a form that is mailed.

Links for contact, sharing and subscribing lead to addresses as well, so that words decide, those of
the link or of the short line that it stands in.
"""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from tui.parse.clean import clean_line
from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.nodes import Territory, attribute, select, short_line
from tui.parse.words import asks_for_mail

MAX_LINKS = 500
"""How many links to mail addresses are looked at."""

MAX_LINE = 200
"""The line that asks for mail is shorter than this many characters."""

MAX_ADDRESS = 254
"""No mail address is longer than this many characters (RFC 5321)."""

_SCHEME = "mailto:"
_MAILED = "a[href^='mailto:' i], form[action^='mailto:' i]"
_ADDRESS = regex(r"[^\s@<>(),;:\"\\\[\]]{1,64}@(?:[\w-]{1,63}\.)+[\w-]{2,63}")


def find_reply_mail(document: Document, comments: Collection[LexborNode] = ()) -> str | None:
    """The mail address to which a page asks to send replies, or None.

    Args:
        document: The page.
        comments: The elements that hold what visitors wrote, whose links do not count.
    """
    told = select(document.tree, _MAILED)
    if not told:
        return None
    by_others = Territory([(node,) for node in comments])
    for link in [node for node in told if node.tag == "a"][:MAX_LINKS]:
        address = _address(attribute(link, "href"))
        if address and by_others.owner(link) is None and _asks(link):
            return address
    for form in [node for node in told if node.tag == "form"][:MAX_LINKS]:
        address = _address(attribute(form, "action"))
        if address and select(form, "textarea") and _asks_for_comments(form):
            return address
    return None


def _asks(link: LexborNode) -> bool:
    """Whether a link asks for replies, by its own words, its title, or the line it stands in."""
    own = (short_line(link, MAX_LINE), attribute(link, "title"), attribute(link, "aria-label"))
    if any(asks_for_mail(clean_line(words)) for words in own if words):
        return True
    around = link.parent
    return around is not None and asks_for_mail(short_line(around, MAX_LINE))


def _asks_for_comments(form: LexborNode) -> bool:
    from tui.parse.forms.finder import is_for_replies  # noqa: PLC0415 -- which asks this module

    return is_for_replies(form)


def _address(href: str) -> str | None:
    """The first address of a mailto link (RFC 6068), or None where it has none."""
    first = unquote(href[len(_SCHEME) :].partition("?")[0].partition(",")[0]).strip()
    match = _ADDRESS.fullmatch(clean_line(first))
    return match[0] if match and len(first) <= MAX_ADDRESS else None
