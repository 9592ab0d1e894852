"""phpBB topics, in the markup of its style prosilver and those made from it.

Source: `viewtopic_body.html`.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.threads.forum import without_opening
from tui.parse.threads.items import items_by_id
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_posts = items_by_id(".post[id^='p']:has(.postbody)", r"^p(\d+)$")


def _items(document: Document) -> Sequence[Item]:
    return without_opening(document, [post for post in _posts(document) if post.key is not None])


SYSTEM = System(
    name="phpbb",
    title="phpBB",
    sign=sign(".postbody", selector=".post .postbody .content"),
    items=_items,
    parts=Parts(
        author=(
            ".postprofile .username, .postprofile .username-coloured",
            ".author .username, .author .username-coloured",
            ".author strong",
        ),
        date=(".author time", ".author"),
        body=(".postbody .content",),
        permalink=(".postbody h3 a[href*='#p']",),
        left_out=(".signature", ".notice", "blockquote cite", ".responsive-hide"),
    ),
    surroundings=Surroundings(area="", headings="h2", more=".pagination a[href*='start=']"),
)
