"""What all WordPress comment markup shares: the plug-ins, marks and pager around core's comments.

Source: `wp-includes/class-walker-comment.php`, `comment-template.php` and `link-template.php`, the
REST API handbook, and the markup that Jetpack and common like and share plug-ins put into comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from tui.model import RemoteThread
from tui.parse.clean import clean_link
from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import first_group
from tui.parse.threads.nodes import attribute, everywhere, first_of
from tui.parse.threads.system import Parts, Surroundings

LEFT_OUT: tuple[str, ...] = (
    ".reply",
    ".comment-reply",
    ".comment-reply-link",
    ".comment-reply-login",
    ".comment-edit-link",
    ".edit-link",
    ".comment-edit",
    "[class*='comment-action'], [class~='actions'], [class~='act'], [class~='controls']",
    ".says",
    ".comment-awaiting-moderation",
    "[class*='comment-likes']",
    "[class*='likes-widget']",
    "[class*='likebtn']",
    "[class*='like-dislike']",
    "[class*='wpulike']",
    "[class*='pd-rating']",
    ".sharedaddy",
    ".jp-relatedposts",
    "[class*='quote_link']",
    "[class*='direct_link']",
    "[class*='permalink']",
    ".comment-number",
    ".badge",
)
"""Links, notices and widgets among a comment's words that nobody wrote."""

SURROUNDINGS = Surroundings(
    area=(
        "#comments, .comments-area, #entry-comments, .entry-comments, .comments-section, "
        ".comments-wrapper, .comment-list, .commentlist, #commentlist, #respond, .comment-respond, "
        "#commentform, .wp-block-comments, .wp-block-post-comments, .wp-block-post-comments-form, "
        "#wpdcom"
    ),
    headings=(
        ".comments-title, .comment-title, #comments-title, .wp-block-comments-title, "
        ".wpd-thread-info, "
        "h1, h2, h3, h4, h5, h6, [class*='comments-title'], [class*='comment-count'], "
        "[class*='comments-count']"
    ),
    closed=".no-comments, .nocomments, .comments-closed, .wpd-comments-closed",
    more="a[href*='comment-page-'], a[href*='cpage=']",
)
"""Core's containers and those of the classic themes."""

DEPTH = regex(r"(?:^|\s)depth-(\d+)(?:\s|$)")
"""The class in which core's walker tells how deep a comment stands, 1 at top level."""

BY_POST_AUTHOR = ".bypostauthor"
_LISTS_OF_PINGS = (
    ".pinglist, .ping-list, .pings, #pings, #pinglist, .pingbacks, .trackbacks, #trackbacks, "
    ".trackback-list"
)
PINGBACK = f".pingback, :is({_LISTS_OF_PINGS}) > li:not(:has(cite))"
"""Core's class, and the bare links in lists that themes make of pings alone."""

TRACKBACK = ".trackback"
WEBMENTION = ".webmention"
"""The comment type of the Webmention plug-in."""

SCORE = (".comment-like-feedback", ".cld-like-count-wrap", "[class*='wpulike'] .count-box")
"""The likes of WordPress.com, and of the plug-ins Comments Like Dislike and WP ULike."""

HELD = ".comment-awaiting-moderation"

PARTS = Parts(
    author=(),
    date=(),
    reply=("a.comment-reply-link, .comment-reply a[href*='replytocom=']",),
    left_out=LEFT_OUT,
    by_post_author=BY_POST_AUTHOR,
    held=HELD,
    pingback=PINGBACK,
    trackback=TRACKBACK,
    webmention=WEBMENTION,
    score=SCORE,
)
"""What all WordPress markup shares; each kind of it says where author, date and words are."""

_REST = regex(r"^(.*?)wp/v2/[a-z0-9_-]+/(\d+)")
_SHORT = regex(r"[?&]p=(\d+)")
_BODY = regex(r"(?:^|\s)(?:postid|page-id)-(\d+)(?:\s|$)")


def remote(document: Document) -> Sequence[RemoteThread]:
    """The comments of a post as WordPress's REST API gives them, a hundred a page.

    The root is what the page's `https://api.w.org/` link names, be it a path or `?rest_route=`;
    sites on WordPress.com have another API, which knows them by their host.
    """
    told = dict(known_by(document))
    post = told.get("post")
    if post is None:
        return ()
    url = asked_at(document, told)
    if url is not None:
        return (RemoteThread("WordPress", url, tuple(told.items())),)
    host = urlsplit(document.base or "").hostname
    if host is None or "generator:wordpress.com" not in document.marks.others:
        return ()
    site = f"https://public-api.wordpress.com/rest/v1.1/sites/{host}"
    url = f"{site}/posts/{post}/replies/?number=100&order=ASC"
    return (RemoteThread("WordPress.com", url, (("site", host), ("post", post))),)


def known_by(document: Document) -> tuple[tuple[str, str], ...]:
    """What the API knows a post's comments by: its root and the post's number, where told."""
    told = (("root", _root(document)), ("post", next(_posts(document), None)))
    return tuple((name, value) for name, value in told if value is not None)


def asked_at(_: Document, told: Mapping[str, str]) -> str | None:
    """The address of the first hundred comments, from what the API knows them by; or None."""
    if not {"root", "post"} <= told.keys():
        return None
    joint = "&" if "?" in told["root"] else "?"
    return f"{told['root']}wp/v2/comments{joint}post={told['post']}&per_page=100&order=asc"


def _root(document: Document) -> str | None:
    for link in everywhere(document, "link[rel='https://api.w.org/'][href]"):
        return clean_link(attribute(link, "href"), document.base)
    found = _REST.search(_of_post(document))
    return clean_link(found[1], document.base) if found else None


def _of_post(document: Document) -> str:
    """The address of the post itself in the REST API, empty where the page does not name it."""
    link = first_of(document, "link[rel='alternate'][type='application/json'][href*='wp/v2/']")
    return attribute(link, "href") if link is not None else ""


def _posts(document: Document) -> Iterator[str]:
    """The post's number, from where it is surest first."""
    if found := _REST.search(_of_post(document)):
        yield found[2]
    for selector, name, pattern in (
        ("input[name='comment_post_ID']", "value", r"^(\d+)$"),
        (".comment-reply-link[data-postid]", "data-postid", r"^(\d+)$"),
        ("#llc_post_id", "value", r"^(\d+)$"),  # the plug-in Lazy Load for Comments
        ("link[rel='shortlink']", "href", _SHORT.pattern),
        ("body", "class", _BODY.pattern),
    ):
        for node in everywhere(document, selector)[:1]:
            if number := first_group(re.compile(pattern), attribute(node, name)):
                yield number
