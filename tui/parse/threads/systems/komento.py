"""Komento, a comment component for Joomla, versions 1 to 4.

Source: the item templates of its themes. An item tells the comment it answers in `parentid` or
`data-parentid` as `kmt-ID`, with 0 at top level, and its depth; the list is flat.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_ID = regex(r"^(?:kmt-)?([1-9]\d*)$")
_ITEMS = ".kmt-item[id^='kmt-'], .kt-comments__item[data-id]"


def _items(document: Document) -> Sequence[Item]:
    items: list[Item] = []
    for node in everywhere(document, _ITEMS)[:MAX_ITEMS]:
        key = first_group(_ID, attribute(node, "data-id") or attribute(node, "id"))
        answered = attribute(node, "data-parentid") or attribute(node, "parentid")
        items.append(Item((node,), key, first_group(_ID, answered)))
    return items


SYSTEM = System(
    name="komento",
    title="Komento (Joomla)",
    sign=sign(".kmt-item", ".kt-comments__item"),
    items=_items,
    parts=Parts(
        author=(
            ".kmt-author [itemprop='name'], .author-kmt [itemprop='name']",
            ".kmt-author, .author-kmt",
            ".kt-reply-to > *:first-child",
        ),
        date=(
            ".kmt-time time[itemprop='dateCreated'], .kt-comment-date time[itemprop='dateCreated']",
            ".kmt-time, .kt-comment-date",
        ),
        body=(".kt-comment-message", ".kmt-text, .commentText", ".kmt-body"),
        permalink=("a.kmt-timepermalink, .kmt-permalink-wrap a", "a[data-kt-permalink]"),
        left_out=(
            ".kmt-option",
            ".kmt-control-user > *:not(.kmt-meta)",
            ".kmt-info",
            ".kmt-rank",
            ".kt-edited-info",
            ".kt-comment__ft",
            ".kt-comment-minimize",
            "time.hidden",
        ),
        meta=(".kmt-head", ".kmt-meta", ".kt-comment__hd"),
        by_post_author=".kmt-comment-item-author",
        held=".kmt-unpublished, .kt-comments__item.is-pending",
        collapsed=".kt-comments__item.is-minimized",
        score=("[data-kt-likes-counter]", ".kmt-like-counter, .likes-counter"),
    ),
    surroundings=Surroundings(
        area="#section-kmt, #kmt-container, .kmt-list-wrap, .kt-comments, .kt-comments-container",
        headings=".komento-title, .kmt-title, .komento_title, .kt-comments-title, h3, h4, h5, h6",
        closed=".kmt-lock-wrap, .kt-closed",
        more=".kmt-pagination a[href], .kt-pagination a[href]",
    ),
)
