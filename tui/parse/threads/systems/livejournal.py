"""LiveJournal: the comment page since 2012, and the layouts before it.

Source: pages of the service and the component that renders a comment (`CommentNormal`). Now the
list is flat, each comment a `.b-leaf#tID` in a `.b-tree-twig-LEVEL`; before, a comment was
`#ljcmtID`, moved to the right by a margin or by the width of an empty image before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, depth_in_class, first_group
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_ID = regex(r"^(?:t|ljcmt)(\d+)$")
_LEVEL = regex(r"(?:^|\s)b-tree-twig-(\d+)(?:\s|$)")
_MARGIN = regex(r"(?:margin|padding)-left:\s*(\d{1,6})px")
_SPACE = regex(r"(\d{1,6})")


def _level(node: LexborNode) -> int | None:
    """The level that the twig around a leaf tells, 0 at top level."""
    level = depth_in_class(node.parent, _LEVEL) if node.parent is not None else None
    return None if level is None else max(level - 1, 0)


def _indent(node: LexborNode) -> int:
    """How far an old comment is moved to the right, in pixels: only which is deeper counts."""
    margin = first_group(_MARGIN, attribute(node, "style"))
    if margin is None and node.parent is not None and node.parent.tag == "td":
        row = node.parent.parent
        space = row.css_first("td:first-child > img[width]") if row is not None else None
        margin = first_group(_SPACE, attribute(space, "width")) if space is not None else None
    return int(margin or 0)


def _items(document: Document) -> Sequence[Item]:
    leaves = everywhere(document, ".b-leaf[id^='t']")
    nodes = leaves or everywhere(document, "[id^='ljcmt']")
    depth = _level if leaves else _indent
    return [
        Item((node,), first_group(_ID, attribute(node, "id")), depth=depth(node))
        for node in nodes[:MAX_ITEMS]
    ]


SYSTEM = System(
    name="livejournal",
    title="LiveJournal",
    sign=sign(".b-leaf", "#ljcmt0", selector=".b-leaf[id^='t'], [id^='ljcmt']"),
    items=_items,
    parts=Parts(
        author=(
            ".b-leaf-username .i-ljuser-username",
            ".b-leaf-username-name",
            ".ljuser a b",
            ".comment-poster, .commenter-name, .poster",
        ),
        date=(
            ".b-leaf-createdtime",
            ".comment-datetime, .comment-date, .comment-permalink, .comment-head abbr",
            "small span[title], small",
        ),
        body=(".b-leaf-article", ".comment-text", ".comment-body"),
        permalink=("a.b-leaf-permalink", "a.comment-permalink, strong > a[href*='thread=']"),
        left_out=(
            ".b-leaf-actions",
            ".b-leaf-controls",
            ".b-leaf-footer",
            ".comment-menu, .comment-links",
            ".b-leaf-subject",
            ".comment-subject",
        ),
        meta=(".b-leaf-header", ".comment-head", "[id^='cmtbar']"),
        by_post_author=".b-leaf-poster",
        held=".b-leaf-screened, .screened",
        deleted=".b-leaf-deleted, .b-leaf-suspended",
        collapsed=".b-leaf-collapsed",
    ),
    surroundings=Surroundings(
        area="#comments, .b-tree, .b-grove",
        headings=".b-xylem-cell-amount, .comments-count, h2, h3",
        more=".b-pager-page:not(.b-pager-page-active) a[href], .comment-pages a[href]",
        replies=".b-leaf-seemore-more a, .b-leaf-actions-expand a, a.collapsed-comment-link",
    ),
)
