"""Flarum: what its server writes for readers without scripts, posts without their dates.

Source: `views/frontend/content/discussion.blade.php`, versions 0.1 to 1.8.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.threads.forum import without_opening
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.nodes import everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_PAGES = "#flarum-content .container > a[href*='page=']"


def _items(document: Document) -> Sequence[Item]:
    words = everywhere(document, "#flarum-content .Post-body")[:MAX_ITEMS]
    posts = [Item((node.parent,)) for node in words if node.parent is not None]
    return without_opening(document, posts)


SYSTEM = System(
    name="flarum",
    title="Flarum",
    sign=sign("#flarum-content", selector=".Post-body"),
    items=_items,
    parts=Parts(author=(".PostUser-name, h3",), date=(), body=(".Post-body",)),
    surroundings=Surroundings(area=_PAGES, more=_PAGES),
)
