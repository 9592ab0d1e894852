"""Dotclear 2: the lists of its template sets, comments and pings together.

Source: `_entry-feedback.html` of the sets dotty and currywurst, `post.html` of mustek. An item is
`li#cID` with its byline in `.comment-info` ("From NAME - DATE"), or in older themes `dt#cID` ("On
DATE by NAME") with a `dd`. The list is flat.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, first_group, with_followers
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_ID = regex(r"^c(\d+)$")
_BYLINE = regex(r"^\S+ (?P<name>.+?) -(?: (?P<date>\d.*))?$")
_ITEMS = "li[id^='c'].comment, li[id^='c'].ping"
_TERMS = "#comments dt[id^='c'], #pings dt[id^='c']"
_NUMBERS = ".comment-number, .ping-number"


def _key(node: LexborNode) -> str | None:
    return first_group(_ID, attribute(node, "id"))


def _items(document: Document) -> Sequence[Item]:
    nodes = everywhere(document, _ITEMS)[:MAX_ITEMS]
    if nodes:
        return [Item((node,), _key(node)) for node in nodes]
    terms = everywhere(document, _TERMS)[:MAX_ITEMS]
    return with_followers(
        (Item((node,), _key(node), author=node, date=node) for node in terms), "dd"
    )


SYSTEM = System(
    name="dotclear",
    title="Dotclear",
    sign=sign(
        ".comment-number",
        ".ping-number",
        selector=(
            "li[id^='c'].comment .comment-info > .comment-number, li[id^='c'].ping .comment-info, "
            "#comments dt[id^='c'] > .comment-number, #pings dt[id^='c'] > .ping-number"
        ),
    ),
    items=_items,
    parts=Parts(
        author=(".comment-info a:not(.comment-number)", ".comment-info"),
        date=(".comment-info time", ".comment-info"),
        body=(".comment-content",),
        permalink=(_NUMBERS,),
        left_out=(_NUMBERS,),
        meta=(".comment-info",),
        by_post_author=".comment.me, dt.me",
        trackback=".ping, #pings dt",
        byline=_BYLINE,
    ),
    surroundings=Surroundings(area=".post-feedback, #comments, #pings, #comment-form"),
)
