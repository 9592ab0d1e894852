"""WordPress comments as classic themes write them: both core formats, and themes with their own.

Core's walker gives every item the classes of `comment_class()` (`comment`, `pingback`, `depth-N`,
`even` or `odd`) and an id that ends in `comment-ID`; a theme's callback may drop one of them, but
hardly ever both. Pings may stand in the same list or in one of their own. Beyond the maximal depth
core writes replies as siblings; what still tells their parents is in `wordpress_replies`. Comments
that a page shows of other posts are left out.

Source: `wp-includes/class-walker-comment.php`, `get_comment_class()` and `wp_list_comments()`.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import (
    MAX_ITEMS,
    depth_in_class,
    first_group,
    merge_nested_twins,
    with_followers,
)
from tui.parse.threads.nodes import attribute, classes, everywhere, first_of
from tui.parse.threads.standards import stated_by_standards
from tui.parse.threads.system import Item, Rank, System, sign
from tui.parse.threads.wordpress import DEPTH, PARTS, SURROUNDINGS, remote
from tui.parse.threads.wordpress_replies import links_of, of_this_post, with_replies

_ID = regex(r"^(?:[a-z]+-)?comment(?:-[a-z]+)?-(\d+)$")
_ID_CLASS = regex(r"(?:^|\s)comment-(\d+)(?:\s|$)")
_TYPES = frozenset({"comment", "pingback", "trackback", "webmention", "even", "odd"})
_LISTED = frozenset({"comment", "pingback", "trackback", "webmention"})
_WITH_ID = "[id^='comment-'], [id^='li-comment-'], [id^='div-comment-'], [id^='article-comment-']"
_CANDIDATES = (
    "[class*='depth-'], .comment-list > li, .commentlist > li, dt[id^='comment-'], "
    "li[id^='comment-'], li[id^='li-comment-'], div[id^='comment-'], div[id^='div-comment-'], "
    "article[id^='comment-'], article[id^='div-comment-']"
)
_WITH_TIME_LINKED = ":is(.comment_author, .comment-author, cite, small):has(> a[href*='#comment-'])"
"""Bylines such as "NAME on DATE at TIME", of which the time alone is a link."""

_WORDPRESS = (
    "link[href*='/wp-'], script[src*='/wp-'], .comment-reply-link, input[name='comment_post_ID'], "
    "form[action*='wp-comments-post'], meta[name='generator' i][content*='WordPress' i], "
    ".comment-list > .pingback, .commentlist > .pingback, .commentlist > .trackback"
)
"""Ids like `comment-7` are common; without core's classes they count on WordPress pages only."""


def _key(node: LexborNode) -> str | None:
    """The comment's number from the item's id or class, else from the first id inside it."""
    own = first_group(_ID, attribute(node, "id"))
    own = own or first_group(_ID_CLASS, attribute(node, "class"))
    if own is None:
        inner = node.css_first(_WITH_ID)
        own = first_group(_ID, attribute(inner, "id")) if inner is not None else None
    return own


def _is_other(names: Sequence[str]) -> bool:
    """Whether what has a depth is none of a comment's kinds, or of a menu, which has some, too."""
    return _TYPES.isdisjoint(names) or any("menu" in name for name in names)


def _is_of_product(node: LexborNode, names: Sequence[str]) -> bool:
    """Whether an item is a review of a product, by a shop plug-in."""
    around = node.parent
    return "review" in names or (around is not None and "review" in classes(around))


def _items(document: Document) -> Sequence[Item]:
    items: list[Item] = []
    is_wordpress = first_of(document, _WORDPRESS) is not None
    for node in everywhere(document, _CANDIDATES)[:MAX_ITEMS]:
        if node.tag == "dd":
            continue  # the words that belong to the dt before
        names = classes(node)
        depth = depth_in_class(node, DEPTH)
        if (depth is not None and _is_other(names)) or _is_of_product(node, names):
            continue
        key = _key(node)
        is_listed = key is not None or not _LISTED.isdisjoint(names)
        if depth is not None or (is_listed and is_wordpress):
            items.append(Item((node,), key, depth=None if depth is None else max(depth - 1, 0)))
    if any(item.nodes[0].tag == "dt" for item in items):
        items = with_followers(items, "dd")
    links = links_of(document)
    return with_replies(of_this_post(document, merge_nested_twins(items), links), links)


SYSTEM = System(
    name="wordpress",
    title="WordPress",
    sign=sign(
        ".depth-0",
        ".comment-list",
        ".commentlist",
        ".comments-area",
        "#commentform",
        "#comments",
        "#comment-0",
        "#li-comment-0",
        "#div-comment-0",
        "#article-comment-0",
        ".comment-respond",
    ),
    rank=Rank.LOOSE,
    items=_items,
    parts=replace(
        PARTS,
        author=(
            ".fn",
            ".comment-author-name, .comment-author-link, .comment-name, [class*='author-name']",
            ".comment-author b, .comment-author strong, .comment-author cite",
            ".comment-author a.url",
            ".comment-author, .comment_author",
            ".vcard, [class*='comment-author']:not([class*='depth-']), [class*='comment_author']",
            "cite",
            "[class*='author']",
            "[class*='name']",
            "h3, h4, h5, h6",
            ".comment-meta a[rel~='external'], .comment-meta strong, .comment-meta b",
            ".pingback a, .trackback a",
            "a[rel~='external'], strong, b",
        ),
        date=(
            "time",
            ".comment-date, .comment-time, .comment_date, .comment_time",
            ".comment-metadata a, .commentmetadata a, .comment-meta a",
            "[class*='date'], [class*='time']",
            _WITH_TIME_LINKED,
            ".comment-meta, .commentmetadata, .comment-metadata",
            "a[href*='#comment-']:not(.comment-number *)",
            ".comment-author, .comment_author, .comment-info, header, small",
            "[class~='meta'], [class*='header'], [class*='head']:not(thead)",
            "[class~='author'], h3, h4, h5, h6",
        ),
        body=(
            ".comment-text, .comment_text, .comment-txt, .commenttext, .comment-body-text",
            ".comment-content, .comment_content, .commentcontent, .comment__content",
            "[class*='comment-content'], .comment-entry, .entry-comment",
            ".comment_body, .commentbody",
            "section.comment, [itemprop='text'], [itemprop='commentText']",
        ),
        permalink=(".comment-permalink, a.comment-link",),
        answers=(
            "[class*='reply-to'] a[href*='#comment-'], [class*='in-reply'] a[href*='#comment-']",
        ),
        meta=(
            ".comment-author",
            ".comment_author",
            ".comment-meta",
            ".commentmetadata",
            ".comment-metadata",
            ".comment-header",
            ".comment-info",
            ".comment-date",
            ".comment-time",
            ".comment_time",
            ".vcard",
        ),
    ),
    surroundings=SURROUNDINGS,
    stated=stated_by_standards,
    remote=remote,
)
