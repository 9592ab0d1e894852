"""Waline: the comments that its script writes into the page.

Recognised are the `.wl-card-item` elements; replies lie in the `.wl-quote` of the comment that
begins their thread, and name the one they answer in a link to its id. What waits for moderation has
a warning. The snippet tells the server and the path, by which everybody may read the comments.
Sources: its component `CommentCard.vue`, and its manual's page on the API.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.parse.document import Document
from tui.parse.threads.embeds import asked
from tui.parse.threads.items import MAX_ITEMS, answered_anchor, with_answered
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.snippets import asking, endpoint, in_script, path
from tui.parse.threads.system import Embed, Item, Parts, Surroundings, System, sign


def _items(document: Document) -> Sequence[Item]:
    nodes = everywhere(document, ".wl-card-item")[:MAX_ITEMS]
    items = [Item((node,), attribute(node, "id") or None) for node in nodes]
    return with_answered(items, everywhere(document, ".wl-reply-to a[href^='#']"), answered_anchor)


def _url(document: Document, told: Mapping[str, str]) -> str | None:
    server = endpoint(told.get("serverURL"), document)
    page = told.get("path") or path(document)
    if server is None or page is None:
        return None
    return asking(f"{server}/api/comment", {"path": page, "pageSize": "100", "page": "1"})


EMBED = Embed(
    service="Waline",
    sign=sign("#waline", "/@waline/client"),
    details=in_script("serverURL", "serverURL", "path"),
    url=_url,
)

SYSTEM = System(
    name="waline",
    title="Waline",
    sign=sign(".wl-card-item"),
    items=_items,
    parts=Parts(
        author=(".wl-nick",),
        date=(".wl-time",),
        body=(".wl-content",),
        left_out=(".wl-reply-to", ".wl-badge", ".wl-meta", ".wl-admin-actions"),
        held=".wl-warning",
        score=(".wl-like",),
    ),
    surroundings=Surroundings(area="[data-waline], #waline", headings=".wl-count"),
    remote=asked(EMBED),
)
