"""JComments, a comment component for Joomla.

Source: `tpl_comment.php`, `tpl_list.php` and `tpl_tree.php` of its default template. An item is
`#comment-item-ID`; in a tree the answers stand after it in a list whose id ends in the parent's
number, `#comments-list-ID`.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_ID = regex(r"^comment-item-(\d+)$")
_LIST_ID = regex(r"^comments-list-([1-9]\d*)$")


def _answered(node: LexborNode) -> str | None:
    """The number in the id of the list around an item; 0 or none at top level."""
    return first_group(_LIST_ID, attribute(node.parent, "id")) if node.parent is not None else None


def _items(document: Document) -> Sequence[Item]:
    return [
        Item((node,), first_group(_ID, attribute(node, "id")), _answered(node))
        for node in everywhere(document, "[id^='comment-item-']")[:MAX_ITEMS]
    ]


SYSTEM = System(
    name="jcomments",
    title="JComments (Joomla)",
    sign=sign("#comment-item-0", selector="[id^='comment-item-'] .comment-box"),
    items=_items,
    parts=Parts(
        author=(".comment-author", ".author-homepage"),
        date=(".comment-date", ".comment-box > small"),
        body=(".comment-body, [id^='comment-body-']",),
        permalink=("a.comment-anchor",),
        left_out=(
            ".comments-buttons",
            ".comments-vote",
            ".comment-avatar",
            ".comment-title",
            ".quote-title",
            ".toolbar",
        ),
        meta=(".comment-author", ".comment-date", ".comment-box > small"),
        score=(".comments-vote span[class^='vote-']",),
    ),
    surroundings=Surroundings(
        area="#jc, #comments, #comments-form",
        headings="h3, h4",
        more="#nav-top a[href], #nav-bottom a[href]",
    ),
)
