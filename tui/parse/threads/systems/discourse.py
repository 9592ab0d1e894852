"""Discourse topics, as the server writes them for readers without scripts.

Source: `app/views/topics/show.html.erb`. Post numbers count from 1, and post 1 opens the topic.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.threads.items import items_by_id
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_SYSTEM_ACCOUNT = ".creator a[href$='/u/system']"
"""The account in whose name Discourse posts its notices."""

_posts = items_by_id(".crawler-post[id^='post_']", r"^post_(\d+)$")


def _items(document: Document) -> Sequence[Item]:
    return [
        item
        for item in _posts(document)
        if item.key != "1" and item.nodes[0].css_first(_SYSTEM_ACCOUNT) is None
    ]


SYSTEM = System(
    name="discourse",
    title="Discourse",
    sign=sign(".crawler-post"),
    items=_items,
    parts=Parts(
        author=(".creator [itemprop='name']", ".creator a", ".creator"),
        date=("time.post-time", "time", "[itemprop='datePublished']"),
        body=(".post",),
        left_out=(".crawler-post-meta", ".post-likes", ".crawler-linkback-list", ".quote .title"),
    ),
    surroundings=Surroundings(area="#comments", more="a[rel='next'], a[rel='prev']"),
)
