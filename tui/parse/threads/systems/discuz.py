"""Discuz!, the forum of most Chinese sites: versions 6 and 7, and X.

A post is `#post_N` with the table `#pidN` in it, in version 6 that table alone; its words are
`#postmessage_N`. Posts that moderators have hidden have a notice in their place. Since version X2
short answers may stand below the words of a post. The line over quoted words names whose they are.

Source: `viewthread_node.htm` of version X, `viewthread.htm` of those before.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.forum import without_opening
from tui.parse.threads.items import MAX_ITEMS, first_group, merge_nested_twins
from tui.parse.threads.nodes import attribute, classes, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_ID = regex(r"^(?:post_|pid)(\d+)$")
_BYLINE = regex(r"^(?:发表于|發表於|Posted(?: on)?|Published)\s*(?P<date>.+)$")
_SHORT = ".cm .pstl"
_QUOTED = ".quote blockquote > font:first-child > a, .quote blockquote > font:first-child > font"


def _items(document: Document) -> Sequence[Item]:
    nodes = everywhere(document, f"[id^='post_'], [id^='pid'], {_SHORT}")[:MAX_ITEMS]
    items = [Item((node,), first_group(_ID, attribute(node, "id"))) for node in nodes]
    posts = merge_nested_twins([item for item in items if item.key or _is_short(item)])
    return without_opening(document, posts, ".pg .prev, .pages .prev")


def _is_short(item: Item) -> bool:
    """Whether an item is one of the short answers below a post, which have no number."""
    return "pstl" in classes(item.nodes[0])


SYSTEM = System(
    name="discuz",
    title="Discuz!",
    sign=sign("#postmessage_0"),
    items=_items,
    parts=Parts(
        author=(
            ".psta a:not(:has(img))",
            ".authi > a.xw1, .pls .authi > a",
            ".postauthor cite a, .postauthor cite, .postinfo > a",
        ),
        date=(
            ".psti .xg1 [title], .psti .xg1",
            "[id^='authorposton'] [title], [id^='authorposton']",
            ".postinfo",
        ),
        body=("[id^='postmessage_']", ".psti", ".pcb > .locked, .postmessage > .locked"),
        permalink=("a[id^='postnum']",),
        left_out=(
            ".sign, .signatures, .pstatus, .jammer",
            ".attach_popup, .aimg_tip, .tip",
            _QUOTED,
        ),
        deleted=".pcb > .locked:first-child, .postmessage > .locked",
        byline=_BYLINE,
    ),
    surroundings=Surroundings(
        area="#pgt, #f_pst, .pgs, .pages_btns, .forumcontrol",
        headings="#f_pst h3",
        more=".pg a[href], .pages a[href]",
    ),
)
