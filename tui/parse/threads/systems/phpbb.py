"""phpBB topics: versions 3.0 to 3.3 in prosilver or subsilver2, and version 2 in subSilver.

In prosilver and the styles made from it a post is `div.post#pN`; in the styles of tables it is the
table or row with the anchor `pN` (version 2: `N`) and the classes `postauthor` or `name`,
`postdetails` and `postbody`; there a signature may follow the words after a line of seventeen
underscores. Posts of people whom the reader ignores are folded away, and deleted posts that
moderators may see are told as such. A padlock on the reply button closes the topic.

Source: `viewtopic_body.html` of prosilver and subsilver2, `viewtopic_body.tpl` of subSilver.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.forum import without_opening
from tui.parse.threads.items import MAX_ITEMS, first_group, items_by_id
from tui.parse.threads.nodes import ancestors, attribute, classes, enclosing, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

MAX_TABLES = 4
"""How many rows and tables around an anchor are looked at."""

_ANCHOR = regex(r"^p?(\d+)$")
_ANCHORS = "a[name]:not([href])"
_AUTHORS = ".postauthor, .name"
_EARLIER = "fieldset.display-options a.left-box, .pagination .previous a"
_BYLINE = regex(
    r"(?:»|^[^:\d]{3,20}:)\s*(?P<date>\S.{4,40}?\d[:.]\d\d(?: ?[ap]m)?(?!\d)|\S.{4,40}$)",
    re.IGNORECASE,
)
"""The lines "by NAME » DATE" of prosilver before 3.2 and "Posted: DATE" of the others."""

_divisions = items_by_id(".post[id^='p']:has(.postbody)", r"^p(\d+)$")


def _items(document: Document) -> Sequence[Item]:
    posts = [post for post in _divisions(document) if post.key is not None]
    return without_opening(document, posts or _rows(document), _EARLIER)


def _rows(document: Document) -> list[Item]:
    """The posts of a style of tables: what is around the anchor, its author and its words."""
    items: dict[int, Item] = {}
    written = enclosing(everywhere(document, ".postbody"))
    signed = enclosing(everywhere(document, _AUTHORS))
    for anchor in everywhere(document, _ANCHORS)[:MAX_ITEMS]:
        key = first_group(_ANCHOR, attribute(anchor, "name"))
        around = islice((at for at in ancestors(anchor) if at.tag in {"tr", "table"}), MAX_TABLES)
        row = next((at for at in around if at.mem_id in written or "tablebg" in classes(at)), None)
        # A table without words is a post that is folded away.
        if key and row is not None and (row.mem_id in signed or row.mem_id not in written):
            items.setdefault(row.mem_id, Item((row,), key))
    return list(items.values())


SYSTEM = System(
    name="phpbb",
    title="phpBB",
    sign=sign(
        "#phpbb",
        "#wrapcentre",
        "#post_content0",
        ".postbody",
        selector=".post .postbody .content, .postauthor, .name + br",
    ),
    items=_items,
    parts=Parts(
        author=(
            ".postprofile .username, .postprofile .username-coloured",
            ".author .username, .author .username-coloured",
            ".author strong, .postprofile dt > a:not(.avatar), .postprofile dt > strong",
            ".postauthor, .name",
        ),
        date=(
            ".author time",
            "p.author",
            "td.gensmall > div:last-child",
            "a[href*='#'] + .postdetails, a[href*='viewtopic'] + .postdetails",
        ),
        body=(
            ".postbody .content",
            "div.postbody:not(div.postbody ~ div.postbody)",
            "td[colspan]:has(> .postbody)",
            ".ignore, td.gensmall[colspan][align='center']",
        ),
        permalink=(".author a[href*='#p']", ".postbody h3 a[href*='#p']", "a[href*='#p']"),
        left_out=(
            ".signature",
            ".notice",
            "blockquote cite, .quotetitle, table:has(> tbody > tr > td.quote) .genmed",
            ".responsive-hide",
            ".attachbox dt",
            ".display_post",
        ),
        meta=("a[href*='#p']", ".postdetails", ".gensmall", "hr"),
        held=".post.unapproved, .post-notice.unapproved, .postapprove",
        deleted=".post.deleted, .post_deleted_msg",
        collapsed=".ignore, td.gensmall[colspan][align='center']",
        byline=_BYLINE,
        signed="_" * 17,
    ),
    surroundings=Surroundings(
        area=(
            ".topic-actions, .action-bar, .display-options, #postingbox, #qr_postform, "
            "#pagecontent > table:not(.tablebg)"
        ),
        headings="#postingbox h2",
        closed=".locked-icon, .action-bar .fa-lock",
        more=(
            ".pagination a[href*='start='], .pagination a[rel], a.left-box[href*='viewtopic'], "
            "a.right-box[href*='viewtopic'], td.gensmall a[href*='viewtopic']"
        ),
    ),
)
