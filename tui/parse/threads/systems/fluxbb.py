"""FluxBB and PunBB topics: PunBB 1.2 and FluxBB in one markup, PunBB since 1.3 in another.

Source: `viewtopic.php` of each.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.forum import without_opening
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_ID = regex(r"^p(\d+)$")
_POSTS = "#punviewtopic .blockpost[id], #brd-viewtopic .post:has(> [id].posthead)"


def _items(document: Document) -> Sequence[Item]:
    items: list[Item] = []
    for node in everywhere(document, _POSTS)[:MAX_ITEMS]:
        head = node.css_first(".posthead")
        key = first_group(_ID, attribute(node if head is None else head, "id"))
        if key is not None:
            items.append(Item((node,), key))
    return without_opening(document, items)


SYSTEM = System(
    name="fluxbb",
    title="FluxBB, PunBB",
    sign=sign("#punviewtopic", "#brd-viewtopic"),
    items=_items,
    parts=Parts(
        author=(
            ".postleft dt strong",
            ".author-ident .username, .post-byline strong, .post-byline a",
            ".postleft dt",
        ),
        date=(".blockpost h2 a", ".post-link .permalink", ".blockpost h2"),
        body=(".postmsg:not(.postsignature)", ".entry-content"),
        permalink=(".blockpost h2 a[href*='#p']", ".post-link .permalink"),
        left_out=(
            ".postsignature, .sig-content, .postedit, .sig-demo",
            ".quotebox > cite, .incqbox > h4",
        ),
    ),
    surroundings=Surroundings(
        area=".linkst, .linksb, .postlinksb, #quickpost, #brd-pagepost-top, #brd-pagepost-end",
        headings="#quickpost h2",
        more=".pagelink a[href], .paging a[href]",
    ),
)
