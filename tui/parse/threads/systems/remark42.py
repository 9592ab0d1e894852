"""Remark42: the comments that its script writes into its frame.

Recognised is the frame's document as a browser saves it: every comment is an `article` with the id
`remark42__comment-ID`, inside an element of its thread that holds its replies too. Releases since
1.9 have short generated classes, so that the parts are told by their places and by the address of
the link that a date is. The snippet tells the server (`host`), the site and the page. Sources: its
components `comment.tsx` and `thread.tsx`, and its manual's page on the API.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from tui.parse.document import Document
from tui.parse.threads.embeds import asked
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.nodes import attribute, everywhere, short_line
from tui.parse.threads.snippets import (
    Details,
    address,
    asking,
    details,
    endpoint,
    script_with,
    setting,
)
from tui.parse.threads.system import Embed, Item, Parts, Surroundings, System, sign

_PREFIX = "remark42__comment-"
_NOBODY = "deleted"  # the name of all whose comments are deleted for good
_COMMENTS = f"article[id^='{_PREFIX}']"


def _items(document: Document) -> Sequence[Item]:
    """The threads around the comments, for they hold the replies; names are buttons."""
    items: list[Item] = []
    for node in everywhere(document, _COMMENTS)[:MAX_ITEMS]:
        around = node.parent
        key = attribute(node, "id").removeprefix(_PREFIX)
        is_thread = around is not None and "listitem" in attribute(around, "role")
        author = node.css_first(".comment__username, button")
        if author is not None and short_line(author, len(_NOBODY)) == _NOBODY:
            author = None
        items.append(Item((around if around and is_thread else node,), key, author=author))
    return items


def _details(document: Document) -> Details:
    script = script_with(document, "remark_config")
    return details(
        {
            "host": setting(script, "host"),
            "site_id": setting(script, "site_id"),
            "url": setting(script, "url") or address(document),
        }
    )


def _url(document: Document, told: Mapping[str, str]) -> str | None:
    server = endpoint(told.get("host"), document)
    if not server or not urlsplit(server).netloc or not {"site_id", "url"} <= told.keys():
        return None
    query = {"site": told["site_id"], "url": told["url"], "sort": "+time", "format": "tree"}
    return asking(f"{server}/api/v1/find", query)


EMBED = Embed(service="Remark42", sign=sign("#remark42"), details=_details, url=_url)


SYSTEM = System(
    name="remark42",
    title="Remark42",
    sign=sign("#remark42", selector=_COMMENTS),
    items=_items,
    parts=Parts(
        author=(),
        date=(".comment__time", f"article > div > a[href*='#{_PREFIX}']:first-of-type"),
        body=(".comment__text", ".raw-content"),
        left_out=(".comment__actions", ".comment__controls", ".comment__avatar"),
        score=(".comment__score-value", "article > div:first-child > span:last-child div[title]"),
    ),
    surroundings=Surroundings(area="#remark42", headings=".root__comments-count"),
    remote=asked(EMBED),
)
