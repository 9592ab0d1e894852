"""Mastodon and its kin: a post with the answers to it, as browsers save the page of a post.

The post itself is `.detailed-status`, every other one `.status`; those after it answer it, those
before it are what it answers. Pages that servers wrote themselves until 2022 are made of the same
parts, as microformats. A page without a post of its own is a list of posts and no thread.

Source: `status.jsx` and `detailed_status.jsx`, `_simple_status.html.haml` of version 3.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import attribute, classes, everywhere
from tui.parse.threads.system import Item, Parts, System, sign

_POST = "detailed-status"
_ANSWERS = ".status__wrapper .status, .entry .status"
_NUMBER = regex(r"/(\d+)$")


def _items(document: Document) -> Sequence[Item]:
    nodes = everywhere(document, f".{_POST}, {_ANSWERS}")[:MAX_ITEMS]
    post = next((place for place, node in enumerate(nodes) if _POST in classes(node)), len(nodes))
    items: list[Item] = []
    for node in nodes[post + 1 :]:
        link = node.css_first(".status__relative-time[href]")
        own = first_group(_NUMBER, attribute(link, "href")) if link is not None else None
        items.append(Item((node,), attribute(node, "data-id") or own))
    return items


SYSTEM = System(
    name="mastodon",
    title="Mastodon",
    sign=sign("#mastodon", f".{_POST}", selector=f".{_POST}"),
    items=_items,
    parts=Parts(
        author=(".display-name__html", ".display-name"),
        date=(".status__relative-time time",),
        body=(".status__content__text, .e-content", ".status__content"),
        permalink=(".status__relative-time[href]",),
        left_out=(".status__action-bar, .status__content__read-more-button",),
    ),
)
