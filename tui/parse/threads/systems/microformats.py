"""microformats2: comments as `h-cite` or `h-entry` with `p-comment` or `u-comment`.

A comment is an element of these classes, or an `h-cite` in what is called comments, responses or
webmentions. Likes, reposts, bookmarks and replies to invitations (`u-like`, `p-repost`, ...) are no
comments, nor is the page that an entry itself answers (`u-in-reply-to`). What stands among
webmentions or is a `u-mention` is a webmention; replies lie in what they answer.

Source: https://microformats.org/wiki/h-entry (with its `comment` property), /h-cite and /h-card.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.nodes import classes, everywhere
from tui.parse.threads.standards import LEFT_OUT, item_of, unless_more
from tui.parse.threads.system import Item, Parts, Rank, Surroundings, System, sign

_MENTIONS = "[class*='webmention' i], [id*='webmention' i]"
_AMONG_MENTIONS = "[class*='webmention' i] .h-cite, [id*='webmention' i] .h-cite"
_CITES = (
    ".p-comment, .u-comment, .comment.h-entry, .comment.h-cite, #comments .h-cite, "
    ".comments .h-cite, .responses .h-cite, .u-mention.h-cite, .p-mention.h-cite, "
    f"{_AMONG_MENTIONS}"
)
_REACTIONS = frozenset(
    {f"{kind}-{name}" for kind in "pu" for name in ("like", "repost", "bookmark", "rsvp", "tag")}
    | {"u-in-reply-to", "p-in-reply-to", "u-like-of", "u-repost-of", "u-bookmark-of", "h-card"}
)


def _items(document: Document) -> Sequence[Item]:
    nodes = everywhere(document, _CITES)[:MAX_ITEMS]
    items = [item_of(node) for node in nodes if _REACTIONS.isdisjoint(classes(node))]
    return unless_more(document, items, others=len(nodes) - len(items))


SYSTEM = System(
    name="microformats",
    title="microformats2",
    sign=sign(".h-cite", ".p-comment", ".u-comment", ".h-entry", selector=_CITES),
    rank=Rank.STANDARD,
    items=_items,
    parts=Parts(
        author=(
            ".p-author .p-name, .u-author .p-name",
            ".p-author, .u-author, .h-card .p-name, .h-card",
        ),
        date=(".dt-published", ".dt-updated", "time"),
        body=(".e-content, .p-content", ".p-summary", ".p-name:not(.p-author *):not(.h-card *)"),
        permalink=("a.u-url:not(.p-author):not(.h-card)", ".dt-published a, a.u-uid"),
        answers=("a.u-in-reply-to[href*='#']",),
        left_out=(*LEFT_OUT, ".u-photo", ".u-like, .p-like, .u-repost, .p-repost"),
        meta=(".p-author", ".h-card", ".u-url:not(.e-content *)"),
        webmention=f"{_AMONG_MENTIONS}, .webmention, .u-mention, .p-mention",
    ),
    surroundings=Surroundings(
        area=f"#comments, .comments, .responses, {_MENTIONS}",
    ),
)
