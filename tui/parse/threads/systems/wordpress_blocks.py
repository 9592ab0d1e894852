"""WordPress comments as block themes write them (since 6.0).

Nested replies stand in a plain `ol`; the title, the pager and the form are blocks of their own.
Items have the classes and ids of classic themes, and as there the replies beyond the maximal depth
are siblings of what they answer. Pings look like comments.

Source: `wp-includes/blocks/comment-*.php`.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tui.parse.document import Document
from tui.parse.threads.items import depth_in_class, items_by_id
from tui.parse.threads.standards import stated_by_standards
from tui.parse.threads.system import Item, Rank, System, sign
from tui.parse.threads.wordpress import DEPTH, LEFT_OUT, PARTS, SURROUNDINGS, remote
from tui.parse.threads.wordpress_replies import links_of, with_replies

_by_id = items_by_id(".wp-block-comment-template li[id^='comment-']", r"^comment-(\d+)$")


def _items(document: Document) -> Sequence[Item]:
    items = (replace(item, depth=depth_in_class(item.nodes[0], DEPTH)) for item in _by_id(document))
    return with_replies(list(items), links_of(document))


SYSTEM = System(
    name="wordpress-blocks",
    title="WordPress block themes",
    sign=sign(".wp-block-comment-template", ".wp-block-comments", ".wp-block-comments-query-loop"),
    rank=Rank.SPECIAL,
    items=_items,
    parts=replace(
        PARTS,
        author=(".wp-block-comment-author-name", ".wp-block-comment-content cite, .fn"),
        date=(".wp-block-comment-date time", ".wp-block-comment-date", "time"),
        body=(".wp-block-comment-content",),
        left_out=(*LEFT_OUT, ".wp-block-comment-reply-link", ".wp-block-comment-edit-link"),
    ),
    surroundings=SURROUNDINGS,
    stated=stated_by_standards,
    remote=remote,
)
