"""Drupal's comment module, versions 6 to 11, in the themes that Drupal ships.

Source: `comment.tpl.php` of versions 6 and 7 (and Garland's), `comment.html.twig` since version 8
(core, Classy, Bartik, Olivero). Replies stand in `.indented` boxes after the comment they answer,
so the number of such boxes is the depth; since version 8 a hidden line also links to the parent.
A guest's name has a note that nobody has verified it. Version 6 writes "Submitted by NAME on DATE"
or "DATE — NAME" without elements of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import Territory, ancestors, attribute, classes, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_ID = regex(r"^comment-(\d+)$")
_ABOUT = regex(r"/comment/(\d+)")
_CANDIDATES = (
    ".js-comment, .comment[class*='comment-by-'], .comment[class*='by-'], "
    ".comment.odd, .comment.even, .comment[id^='comment-'], article.comment, "
    ".comment.comment-published, .comment.comment-unpublished, "
    ".comment[about*='/comment/'], a[id^='comment-'] + .comment"
)
_BYLINE = regex(
    r"^(?:(?P<by>(?:\S{1,30} ){1,3}?(?:by|par|door|von|por|da|av|af|przez) )"
    r"|(?P<date>[^—]{0,60}\d[^—]{0,60}) — )?"
    r"(?P<name>.{1,200}?)(?: \([^()\d]{2,40}\))?"
    r"(?(by) (?:on|le|op|am|el|em|il|den|dnia) .{1,60})$"
)
_PARENT = ".parent, .comment-parent, .comment__meta .visually-hidden, footer > .visually-hidden"
"""The hidden line that says what a comment answers."""


def _key(node: LexborNode) -> str | None:
    """The comment's number: its own id, the anchor before it, or the address it is about."""
    own = first_group(_ID, attribute(node, "id")) or first_group(_ABOUT, attribute(node, "about"))
    at = node.prev
    while own is None and at is not None and not at.is_element_node:
        at = at.prev
    return own or (first_group(_ID, attribute(at, "id")) if at is not None else None)


def _items(document: Document) -> Sequence[Item]:
    nodes = everywhere(document, _CANDIDATES)[:MAX_ITEMS]
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
            ".comment.comment-published .submitted, "
            "script[src*='/misc/drupal.js'], mark[data-comment-timestamp]"
        ),
    ),
    items=_items,
    parts=Parts(
        author=(
            ".comment__author, .commenter-name",
            f".username:not(:is({_PARENT}) *), [rel='author']",
            ".comment-author, .author",
            ".submitted > a[href*='/user'], footer > p:not(.visually-hidden) > span",
            ".submitted, .comment__submitted, .comment__meta",
            "footer h6, footer p, header p",
            "footer",
        ),
        date=(
            ".comment__time, .comment__created, time, .comment-date, .comment-time",
            "[property='schema:dateCreated'], [property~='dc:created']",
            ".submitted, .comment__submitted, .comment__meta",
            "footer h6, footer p, header p",
            "footer",
        ),
        body=(
            "[property='schema:text'], .comment__text-content, .comment__content",
            ".field--name-comment-body.field--item, .field-name-comment-body",
            ".field--name-comment-body, .comment-body, .content",
        ),
        permalink=(
            "h3 > a[href*='#comment-'], .comment-permalink a, .submitted > a.permalink",
            "footer > a[href*='#comment-']",
            f"a.permalink:not(:is({_PARENT}) a), .permalink a",
        ),
        answers=(f":is({_PARENT}) a[href*='#comment-']",),
        left_out=(
            ".links",
            ".comment__links",
            ".indented",
            ".user-signature",
            "mark, .new",
            _PARENT,
            ".comment__content > h3, .comment__title",
        ),
        meta=(".submitted", ".comment__submitted", "footer", ".comment__meta", ".comment__picture"),
        by_post_author="[class*='by-node-author']",
        held=".unpublished, .comment--unpublished, .comment-unpublished",
        byline=_BYLINE,
    ),
    surroundings=Surroundings(
        area="#comments, section.comments, .comment-wrapper, .field--type-comment, #comment-form",
        headings="h1, h2, h3, h4, .comment-count, .title",
        more=".pager a[href*='page=']",
    ),
)
