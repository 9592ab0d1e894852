"""WoltLab Suite Forum (Burning Board), versions 4 to 6.

A post is `article.wbbPost` with its number in `data-post-id` or `data-object-id`. Reactions are the
score where they are counted.

Source: its template `threadPostList`.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.threads.forum import without_opening
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign


def _items(document: Document) -> Sequence[Item]:
    nodes = everywhere(document, ".wbbPost[data-post-id], .wbbPost[data-object-id]")[:MAX_ITEMS]
    keys = (attribute(node, "data-post-id") or attribute(node, "data-object-id") for node in nodes)
    posts = [Item((node,), key or None) for node, key in zip(nodes, keys, strict=True)]
    return without_opening(document, posts)


SYSTEM = System(
    name="woltlab",
    title="WoltLab Suite Forum",
    sign=sign(".wbbPost", "#tpl_wbb_thread", selector=".wbbPost"),
    items=_items,
    parts=Parts(
        author=(".messageAuthor .username", ".messageAuthorContainer"),
        date=(".messagePublicationTime time, time.datetime", "time"),
        body=(".messageText", ".messageBody"),
        permalink=("a.messagePublicationTime, .permalink",),
        left_out=(".messageSignature", ".quoteBoxIcon, .quoteBoxTitle", ".messageFooterNote"),
        deleted=".messageDeleted, .wbbPostDeleted",
        held=".messageDisabled",
        score=(".reactionSummaryList .reactionCount, .reactionSummary .reactionCount",),
    ),
    surroundings=Surroundings(
        area=".pagination, .contentHeaderNavigation, #messageQuickReply",
        headings="#messageQuickReply h2",
        closed=".contentHeaderNavigation .fa-lock, .messageQuickReplyClosed",
        more=".pagination a[href]",
    ),
)
