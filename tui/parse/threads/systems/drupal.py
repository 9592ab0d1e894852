"""Drupal's comment module, from version 6 on.

Source: `core/modules/comment/templates/comment.html.twig` and the themes that Drupal ships. Replies
stand in `.indented` boxes after the comment they answer, so the number of such boxes is the depth.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import Territory, ancestors, attribute, classes, select
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_ID = re.compile(r"^comment-(\d+)$")
_ABOUT = re.compile(r"/comment/(\d+)")
_CANDIDATES = (
    ".js-comment, .comment[class*='comment-by-'], .comment[class*='by-'], "
    ".comment.odd, .comment.even, .comment[id^='comment-'], article.comment"
)


def _key(node: LexborNode) -> str | None:
    """The comment's number: its own id, the anchor before it, or the address it is about."""
    own = first_group(_ID, attribute(node, "id")) or first_group(_ABOUT, attribute(node, "about"))
    at = node.prev
    while own is None and at is not None and not at.is_element_node:
        at = at.prev
    return own or (first_group(_ID, attribute(at, "id")) if at is not None else None)


def _items(document: Document) -> Sequence[Item]:
    nodes = select(document.tree, _CANDIDATES)[:MAX_ITEMS]
    territory = Territory([(node,) for node in nodes])
    return [
        Item((node,), _key(node), depth=sum("indented" in classes(at) for at in ancestors(node)))
        for index, node in enumerate(nodes)
        if territory.around(index) is None
    ]


SYSTEM = System(
    name="drupal",
    title="Drupal",
    sign=sign(
        "generator:drupal",
        ".js-comment",
        ".comment",
        selector=(
            "meta[name='generator' i][content*='Drupal'], script[data-drupal-selector], "
            ".js-comment[data-comment-user-id], .comment.comment-by-anonymous, "
            ".comment.comment-by-node-author, .comment.comment-by-viewer, "
            "script[src*='/misc/drupal.js'], mark[data-comment-timestamp]"
        ),
    ),
    items=_items,
    parts=Parts(
        author=(
            ".username, [rel='author'], .comment__author [property='schema:name']",
            ".comment__author, .comment-author, .author",
            ".submitted, .comment__submitted, .comment__meta",
            "footer h6, footer p, header p, footer",
        ),
        date=(
            ".comment__time, .comment__created, time, .comment-date, .comment-time",
            "[property='schema:dateCreated']",
            ".submitted, .comment__submitted, .comment__meta",
            "footer h6, footer p, header p, footer",
        ),
        body=(
            "[property='schema:text'], .comment__text-content, .comment__content",
            ".field--name-comment-body.field--item, .field-name-comment-body",
            ".field--name-comment-body, .comment-body, .content",
        ),
        permalink=("a.permalink, .permalink a",),
        left_out=(".links", ".comment__links", ".indented", ".user-signature", "mark", ".new"),
        meta=(".submitted", ".comment__submitted", "footer", ".comment__meta", ".comment__picture"),
        by_post_author="[class*='by-node-author']",
        held=".unpublished, .comment--unpublished, .comment-unpublished",
    ),
    surroundings=Surroundings(
        area="#comments, section.comments, .comment-wrapper, .field--type-comment, #comment-form",
        headings="h1, h2, h3, h4, .comment-count, .title",
        more=".pager a[href*='page=']",
    ),
)
