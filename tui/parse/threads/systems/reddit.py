"""Reddit's old pages (old.reddit.com), and others of its open source.

Recognised are `.thing.comment` elements with a full name such as `t1_c0ffee`; replies lie in the
`.child` of the comment they answer. Of three scores the one is read that is shown to who has not
voted; deleted and removed comments keep their place. Links that continue a thread lead to folded
replies. Source: the templates `comment.html`, `comment_skeleton.html` and `morechildren.html`.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.model import RemoteThread
from tui.parse.document import Document
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.snippets import address
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_COMMENTS = ".thing.comment[data-fullname^='t1_'], .thing.comment[id^='thing_t1_']"


def _items(document: Document) -> Sequence[Item]:
    return [
        Item((node,), _name(attribute(node, "data-fullname") or attribute(node, "id")))
        for node in everywhere(document, _COMMENTS)[:MAX_ITEMS]
    ]


def _name(full: str) -> str | None:
    """The id in a full name, without its type."""
    return full.rpartition("t1_")[2] or None


def as_json(document: Document) -> Sequence[RemoteThread]:
    """The page's own address with `.json`, as the API's manual has it."""
    url = address(document)
    return [RemoteThread("Reddit", f"{url.partition('?')[0].rstrip('/')}.json")] if url else []


SYSTEM = System(
    name="reddit",
    title="Reddit (old)",
    sign=sign(".thing", selector=f".commentarea {_COMMENTS.replace(', ', ', .commentarea ')}"),
    items=_items,
    parts=Parts(
        author=(".tagline .author",),
        date=(".tagline time.live-timestamp", ".tagline time:not(.edited-timestamp)"),
        body=(".usertext-body .md", ".usertext-body"),
        permalink=("a.bylink",),
        left_out=(".midcol", ".flat-list", ".reportform", ".edited-timestamp"),
        meta=(".tagline",),
        by_post_author=".tagline .author.submitter",
        deleted=".thing.comment.deleted",
        collapsed=".thing.comment.collapsed",
        score=(".tagline .score.unvoted", ".tagline .score:not(.likes):not(.dislikes)"),
    ),
    surroundings=Surroundings(
        area=".commentarea, .thing.link .buttons a.comments, .locked-infobar, .archived-infobar",
        headings=".panestack-title .title, a.comments",
        closed=".locked-infobar, .archived-infobar",
        more=".panestack-title a.title-button",
        replies=".morerecursion a, .deepthread a",
    ),
    remote=as_json,
)
