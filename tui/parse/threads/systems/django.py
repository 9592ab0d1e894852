"""Django: django-contrib-comments, and django-comments-xtd in the templates of all its versions.

Source: `comments/list.html` of the first, `comment_tree.html`, `comment.html` and `list.html` of
the second. Both write a comment's head as "DATE - NAME"; the first as `dt#cID` with a `dd`, the
second in a `.media` with the anchor `cID`, or since version 2.9 in a `.comment#cID` with the head
`h6.comment-header`, answers inside. From version 3 on it is a `.comment-box`, whose head is
"NAME · DATE". Each comment that may be answered links to a page with a form for that.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, first_group, with_followers
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_ID = regex(r"^c(?:omment-)?(\d+)$")
_BYLINE = regex(r"^(?:(?P<date>.{0,60}\d.{0,60}?) - )?(?P<name>\S.*?)(?: [⋅¶])*$")
_TREE = (
    ".media:has(> a[name^='c']), .comment-box[id^='c'], "
    ".comment[id^='c']:has(> div > .comment-header)"
)


def _key(node: LexborNode) -> str | None:
    """The number in the id of an item, else in the name of the anchor that it begins with."""
    anchor = node.css_first("a[name^='c']") if not attribute(node, "id") else None
    return first_group(_ID, attribute(node, "id") if anchor is None else attribute(anchor, "name"))


def _items(document: Document) -> Sequence[Item]:
    terms = everywhere(document, "dl#comments > dt[id^='c']")[:MAX_ITEMS]
    if terms:
        items = (Item((node,), _key(node), author=node, date=node) for node in terms)
        return with_followers(items, "dd")
    return [Item((node,), _key(node)) for node in everywhere(document, _TREE)[:MAX_ITEMS]]


SYSTEM = System(
    name="django",
    title="Django comments",
    sign=sign(
        "#c0",
        "#comment-0",
        ".media-body",
        ".comment-box",
        ".comment-header",
        selector=(
            "dl#comments > dt[id^='c'], .media > a[name^='c'] ~ .media-body > .comment, "
            ".comment-box[id^='c'] > .comment > .header .permalink, "
            ".comment[id^='c'] > div > h6.comment-header a.permalink"
        ),
    ),
    items=_items,
    parts=Parts(
        author=(
            ".header > div:first-child > a:not(.permalink)",
            ".header > div",
            "h6.comment-header > div > span:first-child",
            "h6 > div",
            "h6",
        ),
        date=(
            ".header .muted",
            "h6.comment-header > div > span:first-child",
            "h6 > div",
            "h6",
        ),
        body=(
            ".comment > .content, .comment > .body, .comment-header ~ .content",
            ".media-body > .comment > p, .comment-header ~ p",
        ),
        permalink=("a.permalink",),
        left_out=(
            ".pull-right",
            ".badge",
            ".mutedlink",
            "h6 > span",
            "[id^='cm-votes-']",
            ".feedback, .footer",
            ".media-left, .user-avatar",
        ),
        meta=("h6", ".header"),
        score=("[id^='cm-votes-']",),
        byline=_BYLINE,
    ),
    surroundings=Surroundings(area="#comments, #comment-tree, #comment-list"),
)
