"""Reddit's pages since 2023, made of elements of its own.

Recognised are the `shreddit-comment` elements, which hold their replies. Their attributes tell the
full name (`thingid`), the one that is answered (`parentid`), author, score, address and time; the
words stand in the slot `comment`. Comments by the author of the post are told by the name.
Source: pages as they are served.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from selectolax.lexbor import LexborNode

from tui.model import CommentState
from tui.parse.blocks import blocks_of
from tui.parse.clean import clean_line, clean_link
from tui.parse.dates import shown_date
from tui.parse.document import Document
from tui.parse.threads.builder import RawComment
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.nodes import Territory, attribute, everywhere, first_of, line_of
from tui.parse.threads.scores import read_score
from tui.parse.threads.system import Surroundings, System, sign
from tui.parse.threads.systems.reddit import as_json
from tui.parse.threads.wording import state_of

_COMMENTS = "shreddit-comment[thingid^='t1_']"
_NOBODY = "[deleted]"


def _comments(document: Document) -> Sequence[RawComment]:
    nodes = everywhere(document, _COMMENTS)[:MAX_ITEMS]
    territory = Territory([(node,) for node in nodes])
    words = _firsts(document, territory, "[slot='comment']")
    dates = _firsts(document, territory, "[slot='commentMeta'] time")
    post = first_of(document, "shreddit-post[author]")
    writer = clean_line(attribute(post, "author")) if post is not None else ""
    return [
        _comment(
            document, node, writer, words.get(index), dates.get(index), territory.around(index)
        )
        for index, node in enumerate(nodes)
    ]


def _firsts(document: Document, territory: Territory, selector: str) -> dict[int, LexborNode]:
    """For each comment the first match of a selector in it."""
    found: dict[int, LexborNode] = {}
    for node in everywhere(document, selector):
        owner = territory.owner(node)
        if owner is not None:
            found.setdefault(owner, node)
    return found


def _comment(
    document: Document,
    node: LexborNode,
    writer: str,
    words: LexborNode | None,
    date: LexborNode | None,
    around: int | None,
) -> RawComment:
    name = clean_line(attribute(node, "author"))
    parent = attribute(node, "parentid")
    folded = CommentState.COLLAPSED if "collapsed" in node.attributes else CommentState.SHOWN
    blocks = blocks_of([words], document.base) if words is not None else ()
    state, blocks = state_of(blocks, folded)
    created = attribute(node, "created") or (attribute(date, "datetime") if date else "")
    is_named = bool(name) and name != _NOBODY
    return RawComment(
        author=name if is_named else None,
        blocks=blocks,
        key=clean_line(attribute(node, "thingid").removeprefix("t1_")) or None,
        parent_key=clean_line(parent.removeprefix("t1_")) if parent.startswith("t1_") else None,
        around=around,
        date=shown_date(line_of(date) if date else "", machine=created) if created else None,
        author_url=clean_link(f"/user/{quote(name)}/", document.base) if is_named else None,
        permalink=clean_link(attribute(node, "permalink"), document.base),
        state=state,
        by_post_author=is_named and name == writer,
        score=read_score(attribute(node, "score")),
    )


def _stated(document: Document) -> int | None:
    node = first_of(document, "shreddit-post[comment-count]")
    return read_score(attribute(node, "comment-count")) if node is not None else None


SYSTEM = System(
    name="reddit-new",
    title="Reddit (2023)",
    sign=sign("/shreddit/", "#comment-tree", selector=_COMMENTS),
    data=_comments,
    surroundings=Surroundings(
        area="shreddit-comment-tree",
        replies="a[slot^='more-comments-permalink'], shreddit-comment > a[slot][href*='/comment/']",
    ),
    stated=_stated,
    remote=as_json,
)
