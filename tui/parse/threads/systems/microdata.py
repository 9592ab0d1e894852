"""schema.org in microdata: `Comment`, `UserComments`, `Answer`, `DiscussionForumPosting`.

Read are elements whose `itemtype` is one of these types or whose `itemprop` makes them a `comment`
or an answer of the item around them; a reply lies in the comment it answers or names it as
`parentItem`. Where a page has `DiscussionForumPosting` alone, the first opens the topic. The
answers of an `FAQPage` are no discussion, and `Review` is none either.

Source: https://schema.org/Comment, /UserComments, /Answer and /DiscussionForumPosting, and the HTML
standard's section on microdata.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.threads.forum import without_opening
from tui.parse.threads.items import MAX_ITEMS, with_answered
from tui.parse.threads.nodes import Territory, attribute, everywhere
from tui.parse.threads.standards import (
    LEFT_OUT,
    anchor_key,
    item_of,
    stated_in_microdata,
    unless_more,
)
from tui.parse.threads.system import Item, Parts, Rank, Surroundings, System, sign

_COMMENTS = (
    "[itemtype$='schema.org/Comment'], [itemtype$='schema.org/UserComments'], "
    "[itemtype$='schema.org/Answer'], [itemprop~='comment'][itemscope]:not([itemtype*='Review'])"
)
_POSTS = "[itemtype$='schema.org/DiscussionForumPosting']"
_FAQ = "[itemtype$='schema.org/FAQPage']"
_PARENT = "[itemprop~='parentItem'], [itemprop~='parentItem'] [itemprop~='url']"
_LIKES = "[itemprop~='interactionStatistic']:has([href$='LikeAction'], [content$='LikeAction'])"
_ANSWER = "[itemtype$='schema.org/Answer']"


def _items(document: Document) -> Sequence[Item]:
    faq = Territory([(node,) for node in everywhere(document, _FAQ)])
    nodes = [node for node in everywhere(document, _COMMENTS) if faq.owner(node) is None]
    items = [item_of(node, ("id", "itemid")) for node in nodes[:MAX_ITEMS]]
    if not items:
        items = list(_posts(document))
    if len(items) > 1 and items[0].nodes[0].css_first("h1") is not None:
        items = items[1:]  # it opens the topic
    return unless_more(document, _with_parents(document, items))


def _posts(document: Document) -> Sequence[Item]:
    """The posts of a topic without the one that opens it, around the others or before them."""
    nodes = everywhere(document, _POSTS)[:MAX_ITEMS]
    territory = Territory([(node,) for node in nodes])
    inner = [node for index, node in enumerate(nodes) if territory.around(index) is not None]
    if inner:
        return [item_of(node) for node in inner]
    titled = sum(node.css_first("[itemprop~='headline']") is not None for node in nodes)
    if titled > 1 and titled == len(nodes):
        return ()  # a list of topics
    return without_opening(document, [item_of(node) for node in nodes])


def _with_parents(document: Document, items: Sequence[Item]) -> list[Item]:
    """The items with the comment that each names as its `parentItem`."""
    links = everywhere(document, _PARENT) if items else ()
    return with_answered(items, links, lambda node: anchor_key(_value(node)))


def _value(node: LexborNode) -> str:
    """An address as the value of a property."""
    return attribute(node, "href") or attribute(node, "itemid") or attribute(node, "content")


SYSTEM = System(
    name="microdata",
    title="schema.org microdata",
    sign=sign(
        "type:Comment",
        "type:UserComments",
        "type:Answer",
        "type:DiscussionForumPosting",
        selector=f"{_COMMENTS}, {_POSTS}",
    ),
    rank=Rank.STANDARD,
    items=_items,
    parts=Parts(
        author=(
            "[itemprop~='author'] [itemprop~='name'], [itemprop~='creator'] [itemprop~='name']",
            "[itemprop~='author'], [itemprop~='creator']",
        ),
        date=(
            "time[itemprop~='dateCreated'], time[itemprop~='datePublished']",
            "time[itemprop~='commentTime']",
            "[itemprop~='dateCreated'], [itemprop~='datePublished'], [itemprop~='commentTime']",
            "time",
        ),
        body=(
            "[itemprop~='text'], [itemprop~='commentText']",
            "[itemprop~='articleBody'], [itemprop~='description']",
        ),
        permalink=("a[itemprop~='url'][href*='#']", "a[rel~='bookmark']"),
        left_out=(
            *LEFT_OUT,
            "[itemprop~='replyToUrl'], [itemprop~='parentItem']",
        ),
        meta=(
            "[itemprop~='upvoteCount']",
            "[itemprop~='downvoteCount']",
            "[itemprop~='interactionStatistic']",
            "[class*='vote' i]",
        ),
        answer=_ANSWER,
        score=(
            "[itemprop~='upvoteCount']",
            f"{_LIKES} [itemprop~='userInteractionCount']",
        ),
    ),
    surroundings=Surroundings(
        area="#comments, .comments, #answers, .comment-list",
        more="[class*='pag'] a[rel='next'], [class*='pag'] a[rel='prev']",
    ),
    stated=stated_in_microdata,
)
