"""Artalk: the comments that its script writes into the page.

Recognised are the `.atk-comment-wrap` elements; replies lie in the `.atk-comment-children` of the
comment they answer. What waits for moderation has a note, and a collapsed comment has no words
until somebody asks for them. The snippet tells the server and the page's key, by which everybody
may read the comments. Sources: its `comment.html`, its renders, and its manual's page on the API.
"""

from __future__ import annotations

from collections.abc import Mapping

from tui.parse.document import Document
from tui.parse.threads.embeds import asked
from tui.parse.threads.items import items_by_id
from tui.parse.threads.snippets import asking, endpoint, in_script, path
from tui.parse.threads.system import Embed, Parts, Surroundings, System, sign


def _url(document: Document, told: Mapping[str, str]) -> str | None:
    server = endpoint(told.get("server"), document)
    page = told.get("pageKey") or path(document)
    if server is None or page is None:
        return None
    query = {"page_key": page, "site_name": told.get("site"), "limit": "100"}
    return asking(f"{server}/api/v2/comments", query)


EMBED = Embed(
    service="Artalk",
    sign=sign(".artalk", "/Artalk.js", "/ArtalkLite.js"),
    details=in_script("Artalk.init", "server", "site", "pageKey"),
    url=_url,
)

SYSTEM = System(
    name="artalk",
    title="Artalk",
    sign=sign(".atk-comment-wrap"),
    items=items_by_id(".atk-comment-wrap", r"^atk-comment-(\d+)$"),
    parts=Parts(
        author=(".atk-header > .atk-nick",),
        date=(".atk-date",),
        body=(".atk-body > .atk-content",),
        left_out=(".atk-badge-wrap", ".atk-reply-at", ".atk-reply-to", ".atk-ua"),
        held=".atk-pending",
        collapsed=".atk-collapsed",
        score=(".atk-actions > :first-child",),
    ),
    surroundings=Surroundings(area=".artalk", headings=".atk-comment-count"),
    remote=asked(EMBED),
)
