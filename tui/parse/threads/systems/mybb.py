"""MyBB topics, versions 1.6 and 1.8.

A post is `div#post_N` (version 1.6: a table with the anchor `pidN`) with its words in `#pid_N`.

Source: its templates `postbit` and `postbit_classic`.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.forum import without_opening
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_ID = regex(r"^post_(\d+)$")


def _items(document: Document) -> Sequence[Item]:
    posts = everywhere(document, "#posts [id^='post_']:has(.post_body)")[:MAX_ITEMS]
    keyed = ((node, first_group(_ID, attribute(node, "id"))) for node in posts)
    return without_opening(document, [Item((node,), key) for node, key in keyed if key])


SYSTEM = System(
    name="mybb",
    title="MyBB",
    sign=sign(".post_body", "#posts_container", selector="#posts .post_body[id^='pid_']"),
    items=_items,
    parts=Parts(
        author=(".author_information .largetext", ".post_author .largetext, .post_author strong"),
        date=(".post_date",),
        body=(".post_body",),
        permalink=(".post_head a[href*='#pid']", "a[href*='#pid']"),
        left_out=(".signature", "blockquote > cite", ".post_edit", ".post_meta"),
        deleted=".deleted_post, .post_deleted",
        collapsed=".ignored_post",
    ),
    surroundings=Surroundings(
        area=".pagination, #quick_reply_form",
        headings="#quick_reply_form .thead",
        more=".pagination a",
    ),
)
