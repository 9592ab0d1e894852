"""Discourse topics, as the server writes them for readers without scripts and as scripts draw them.

Recognised are `.crawler-post` elements, and `article.onscreen-post` in pages saved from a browser.
Post numbers count from 1, and post 1 opens the topic. What the system's own account says is no
reply; its last word on a topic is that it was closed. Only scripts draw whom a post answers. Likes
are the score. More posts are on the pages that `rel` links lead to. Sources:
`app/views/topics/show.html.erb` and the widgets `post.js` and `post-menu.js`.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urljoin

from tui.model import RemoteThread
from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import first_group, items_by_id
from tui.parse.threads.snippets import address
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_SYSTEM_ACCOUNT = ".creator a[href$='/u/system'], .names a[href$='/u/system']"
"""The account in whose name Discourse posts its notices."""

_POSTS = ".crawler-post[id^='post_'], article.onscreen-post[id^='post_']"
_TOPIC = regex(r"/t/(?:[^/?#]{1,400}/)?(\d{1,19})(?:[/?#.]|$)")

_posts = items_by_id(_POSTS, r"^post_(\d+)$")


def _items(document: Document) -> Sequence[Item]:
    return [
        item
        for item in _posts(document)
        if item.key != "1" and item.nodes[0].css_first(_SYSTEM_ACCOUNT) is None
    ]


def _remote(document: Document) -> Sequence[RemoteThread]:
    """The topic as JSON, which the API's manual has at the topic's own address."""
    url = address(document) or ""
    topic = first_group(_TOPIC, url)
    if topic is None:
        return []
    return [RemoteThread("Discourse", urljoin(url, f"/t/{topic}.json"), (("topic_id", topic),))]


SYSTEM = System(
    name="discourse",
    title="Discourse",
    sign=sign("#main-outlet", ".crawler-post", ".onscreen-post", selector=_POSTS),
    items=_items,
    parts=Parts(
        author=(
            ".creator [itemprop='name']",
            ".creator a",
            ".creator",
            ".names .username a",
            ".names .first a, .names a",
        ),
        date=(
            "time.post-time",
            "time",
            "[itemprop='datePublished']",
            ".post-date .relative-date, .post-date [data-time]",
        ),
        body=(".crawler-post > .post, .post[itemprop='text']", ".cooked", ".post"),
        permalink=(".post-date[href], a.post-date",),
        answers=("a.reply-to-tab",),
        left_out=(
            ".crawler-post-meta",
            ".crawler-linkback-list",
            ".quote .title",
            ".post-menu-area, .post-controls, .topic-map",
            ".cooked-selection-barrier",
        ),
        by_post_author=".topic-owner, .topic-post.topic-owner article",
        deleted=".topic-post.deleted article, .deleted > .topic-body",
        collapsed=".post-hidden article, article.post-hidden",
        score=(".post-likes", ".like-count .d-button-label", ".like-count"),
    ),
    surroundings=Surroundings(
        area=f"#comments, .crawler-post:has({_SYSTEM_ACCOUNT}), .crawler-nav, .topic-status-info",
        closed=(
            f".crawler-post:has({_SYSTEM_ACCOUNT}):not(:has(~ .crawler-post)), "
            ".topic-status-info .topic-closed, .topic-statuses .d-icon-lock"
        ),
        more="a[rel='next'], a[rel='prev']",
    ),
    remote=_remote,
)
