"""SPIP: the messages under an article, in its own templates since version 1.8.

Source: `inclure/forum.html` of SPIP's dist and zcore templates. A message is an `li.comment-fil`,
`li.forum-fil` or `li.comment-item`, its answers a list inside it; the anchor `#commentID` or
`#forumID` is on it or in its first line. Old templates write date and name in one line, "le DATE,
par NAME".
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_ID = regex(r"^(?:comment|forum)(\d+)$")
_ANCHOR = "[id^='comment'], [id^='forum']"
_ITEMS = "li.comment-fil, li.forum-fil, .comments-items > li.comment-item"


def _key(node: LexborNode) -> str | None:
    """The message's number from its own id, else from the first anchor inside it."""
    own = first_group(_ID, attribute(node, "id"))
    anchor = node.css_first(_ANCHOR) if own is None else None
    return first_group(_ID, attribute(anchor, "id")) if anchor is not None else own


def _items(document: Document) -> Sequence[Item]:
    nodes = everywhere(document, _ITEMS)[:MAX_ITEMS]
    return [Item((node,), _key(node)) for node in nodes]


SYSTEM = System(
    name="spip",
    title="SPIP",
    sign=sign(
        ".comment-fil",
        ".forum-fil",
        ".comments-items",
        selector=(
            "li.comment-fil .comment-meta, li.forum-fil .forum-chapo, "
            ".comments-items > .comment-item .comment-meta a[href*='#forum']"
        ),
    ),
    items=_items,
    parts=Parts(
        author=(
            ".comment-author .fn, .comment-meta .fn, .forum-chapo .fn",
            ".comment-meta .comment-author, .forum-auteur",
            ".comment-meta small > span:not(.sep)",
            ".comment-meta small, .forum-chapo small",
            ".forum-chapo",
        ),
        date=(
            ".comment-meta abbr[title], .forum-chapo abbr[title]",
            ".comment-meta time, .forum-chapo time, .forum-date",
            ".comment-meta small, .forum-chapo small",
            ".forum-chapo",
        ),
        body=(".comment-content", ".forum-texte", ".comment-texte"),
        permalink=("a.permalink", ".comment-titre a, .forum-titre a"),
        left_out=(
            ".comment-titre",
            ".forum-titre",
            ".comment-number",
            ".permalink > .permalink",
            ".comment-reply",
            ".repondre",
            ".forum-repondre-message",
            ".hyperlien, .comment-external-link",
        ),
        meta=(".comment-meta", ".forum-chapo"),
    ),
    surroundings=Surroundings(
        area="#comments, .comments, #forum, .forum-liste, #formulaire_forum, .formulaire_forum",
        more=".pagination a[href*='debut_forums='], .pagination a[href*='debut_comments']",
    ),
)
