"""RDFa: `schema:Comment`, and SIOC's `Post` and `Comment` types.

Read are elements whose `typeof` is one of these. A reply lies in the comment it answers, or names
it by `sioc:reply_of` or `schema:parentItem`. Authors are `schema:author` or `sioc:has_creator`,
words `schema:text` or `content:encoded`, dates `schema:dateCreated`, `dc:date`, `dcterms:created`.
The first `sioc:Post` of a forum's page opens the topic; where there are comments, posts are what
they are about.

Source: https://schema.org/Comment, the SIOC Core Ontology Specification and its Types module, and
RDFa Core 1.1 on `typeof`, `property`, `rel`, `about` and `resource`.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.threads.forum import without_opening
from tui.parse.threads.items import MAX_ITEMS, with_answered
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.standards import LEFT_OUT, item_of, unless_more
from tui.parse.threads.system import Item, Parts, Rank, Surroundings, System, sign

_COMMENTS = (
    "[typeof~='schema:Comment'], [typeof~='Comment'], [typeof~='schema:UserComments'], "
    "[typeof~='sioct:Comment'], [typeof~='sioc:Comment'], [typeof~='schema:Answer']"
)
_POSTS = "[typeof~='sioc:Post'], [typeof~='sioct:BoardPost']"
_PARENT = (
    "[rel~='sioc:reply_of'], [property~='sioc:reply_of'], [rel~='schema:parentItem'], "
    "[property~='schema:parentItem'], [property~='parentItem']"
)


def _items(document: Document) -> Sequence[Item]:
    nodes = everywhere(document, _COMMENTS)[:MAX_ITEMS]
    items: Sequence[Item] = [item_of(node, ("id", "about", "resource")) for node in nodes]
    if not items:
        posts = everywhere(document, _POSTS)[:MAX_ITEMS]
        posted = [item_of(node, ("id", "about", "resource")) for node in posts]
        items = without_opening(document, posted)
    return unless_more(document, _with_parents(document, items))


def _with_parents(document: Document, items: Sequence[Item]) -> list[Item]:
    """The items with the comment that each says it is a reply of, beside the post."""
    keys = {name: item.key for item in items for name in _names(item.nodes[0])}
    links = everywhere(document, _PARENT) if items else ()
    return with_answered(
        items, links, lambda node: keys.get(attribute(node, "resource") or attribute(node, "href"))
    )


def _names(node: LexborNode) -> list[str]:
    """What a comment can be called by: the resource it is about, and its id."""
    names = (attribute(node, "about"), attribute(node, "resource"), f"#{attribute(node, 'id')}")
    return [name for name in names if len(name) > 1]


SYSTEM = System(
    name="rdfa",
    title="RDFa (schema.org, SIOC)",
    sign=sign(
        "type:Comment",
        "type:UserComments",
        "type:Answer",
        "type:Post",
        "type:BoardPost",
        selector=f"{_COMMENTS}, {_POSTS}",
    ),
    rank=Rank.STANDARD,
    items=_items,
    parts=Parts(
        author=(
            "[rel~='schema:author'] [property~='schema:name'], [rel~='author'] [property~='name']",
            "[property~='schema:author'] [property~='schema:name']",
            "[property~='author'] [property~='name']",
            "[rel~='sioc:has_creator'] [property~='foaf:name'], [property~='foaf:name']",
            "[rel~='schema:author'], [property~='schema:author'], [property~='author']",
            "[rel~='sioc:has_creator'], [property~='sioc:has_creator'], [property~='dc:creator']",
        ),
        date=(
            "[property~='schema:dateCreated'], [property~='schema:datePublished']",
            "[property~='dateCreated'], [property~='datePublished']",
            "[property~='dcterms:created'], [property~='dc:created'], [property~='dc:date']",
            "time",
        ),
        body=(
            "[property~='schema:text'], [property~='text']",
            "[property~='content:encoded'], [property~='sioc:content']",
        ),
        permalink=("a[property~='schema:url'][href*='#'], a[rel~='bookmark']",),
        left_out=(*LEFT_OUT, "[rel~='sioc:reply_of']"),
        meta=("[property~='schema:upvoteCount']", "[property~='upvoteCount']"),
        answer="[typeof~='schema:Answer']",
        score=("[property~='schema:upvoteCount'], [property~='upvoteCount']",),
    ),
    surroundings=Surroundings(area="#comments, .comments", more=".pager a[href*='page=']"),
)
