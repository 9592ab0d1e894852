"""NodeBB topics, in the themes Persona and Harmony.

Recognised are the elements with `component="post"`, each with its number in `data-pid`; the first
of a topic (`data-index` 0) opens it. A post that answers another names it in its
`component="post/parent"`, whose words are a copy. Votes are the score. Source: the themes'
`templates/partials/topic/post.tpl`.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.threads.items import MAX_ITEMS, with_answered
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_POSTS = "[component='post'][data-pid]"
_PARENTS = "[component='post/parent'][data-parent-pid], [component='post/parent'][data-topid]"


def _items(document: Document) -> Sequence[Item]:
    posts = everywhere(document, _POSTS)[:MAX_ITEMS]
    items = [Item((post,), attribute(post, "data-pid")) for post in posts]
    answering = with_answered(items, everywhere(document, _PARENTS), _parent)
    return [item for item in answering if attribute(item.nodes[0], "data-index") != "0"]


def _parent(node: LexborNode) -> str:
    return attribute(node, "data-parent-pid") or attribute(node, "data-topid")


SYSTEM = System(
    name="nodebb",
    title="NodeBB",
    sign=sign(
        ".timeago",
        ".post-container",
        ".template-topic",
        selector=f"{_POSTS} [component='post/content']",
    ),
    items=_items,
    parts=Parts(
        author=(
            ".post-header a[data-username]",
            "a[data-username]",
            "[itemprop='author']",
            "[itemprop='author'] [itemprop='name']",
        ),
        date=(
            ".post-header a.timeago, a.permanent-url .timeago",
            "[itemprop='datePublished']",
            ".post-info .timeago, .timeago",
        ),
        body=("[component='post/content']",),
        permalink=("a.permanent-url", ".post-index"),
        left_out=(
            "[component='post/parent']",
            "[component='post/replies/container']",
            "[component='post/signature']",
            ".post-signature",
        ),
        by_post_author=".topic-owner-post",
        deleted="[component='post'].deleted",
        score=("[component='post/vote-count']",),
    ),
    surroundings=Surroundings(
        area=(
            "[component='topic'], [component='topic/labels'], [component='pagination'], "
            "[component='topic/quickreply/container']"
        ),
        closed="[component='topic/locked']:not(.hidden)",
        more="[component='pagination'] a[href*='page=']",
    ),
)
