"""K2, a content component for Joomla: its own comments.

Source: `item.php` of its default template. The list is flat; an item has no id but the anchor
`#commentID` in it, and the author stands after words such as "posted by".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_ID = regex(r"^comment(\d+)$")
_BYLINE = regex(
    r"^(?:posted|post[ée]|publi[ée]|escrito|publicado|enviado|postado|gepostet|geschrieben|inviato"
    r"|postato|pubblicato|geplaatst|geschreven|napisane|dodane)"
    r" (?:by|par|por|von|da|door|przez) (?P<name>.+)$",
    re.IGNORECASE,
)


def _key(node: LexborNode) -> str | None:
    anchor = node.css_first(".commentLink a[id]")
    return first_group(_ID, attribute(anchor, "id")) if anchor is not None else None


def _items(document: Document) -> Sequence[Item]:
    nodes = everywhere(document, ".itemCommentsList > li")[:MAX_ITEMS]
    return [Item((node,), _key(node)) for node in nodes]


SYSTEM = System(
    name="k2",
    title="K2 (Joomla)",
    sign=sign(".itemCommentsList"),
    items=_items,
    parts=Parts(
        author=(".commentAuthorName a", ".commentAuthorName"),
        date=(".commentDate",),
        body=(".itemCommentsList > li > p",),
        permalink=(".commentLink a",),
        left_out=(".commentLink", ".commentToolbar"),
        meta=(".commentDate", ".commentAuthorName"),
        by_post_author=".authorResponse",
        held=".unpublishedComment",
        byline=_BYLINE,
    ),
    surroundings=Surroundings(
        area=".itemComments",
        headings=".itemCommentsCounter, h3",
        more=".itemCommentsPagination a[href]",
    ),
)
