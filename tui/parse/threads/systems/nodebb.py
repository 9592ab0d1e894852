"""NodeBB topics, in the themes Persona and Harmony.

Recognised are the elements with `component="post"`, each with its number in `data-pid`; the first
of a topic (`data-index` 0) opens it. A post that answers another names it in its
`component="post/parent"`, whose words are a copy. Votes are the score. Source: the themes'
`templates/partials/topic/post.tpl`.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.nodes import Territory, attribute, select
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_POSTS = "[component='post'][data-pid]"
_PARENTS = "[component='post/parent'][data-parent-pid], [component='post/parent'][data-topid]"


def _items(document: Document) -> Sequence[Item]:
    posts = select(document.tree, _POSTS)[:MAX_ITEMS]
    territory = Territory([(post,) for post in posts])
    parents: dict[int | None, str] = {}
    for node in select(document.tree, _PARENTS):
        named = attribute(node, "data-parent-pid") or attribute(node, "data-topid")
        parents.setdefault(territory.owner(node), named)
    return [
        Item((post,), attribute(post, "data-pid"), parents.get(index))
        for index, post in enumerate(posts)
        if attribute(post, "data-index") != "0"
    ]


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
