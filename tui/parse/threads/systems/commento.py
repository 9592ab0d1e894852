"""Commento and Commento++: the comments that their script writes into the page.

Recognised are the elements with the id `commento-comment-card-ID`, which hold their replies; all
classes begin with `commento-`. A deleted comment that has replies keeps its place, its name and
words replaced by "[deleted]". The server is the script's; its API answers POST requests only, so
that no address gives the comments. Sources: its `commento.js` and `api/comment_list.go`.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tui.parse.document import Document
from tui.parse.threads.items import items_by_id
from tui.parse.threads.nodes import everywhere, short_line
from tui.parse.threads.snippets import Details, attributes, details, endpoint
from tui.parse.threads.system import Embed, Item, Parts, Surroundings, System, sign

_SCRIPT = "script[src$='/commento.js']"
_DELETED = "[deleted]"

_cards = items_by_id("[id^='commento-comment-card-']", r"^commento-comment-card-(\w+)$")


def _items(document: Document) -> Sequence[Item]:
    """The cards; the name of a deleted comment is none."""
    names = everywhere(document, "[id^='commento-comment-name-']")
    no_names = {
        (name.id or "").rpartition("-")[2]: name
        for name in names
        if short_line(name, len(_DELETED)) == _DELETED
    }
    return [
        replace(item, left_out=(no_names[item.key],)) if item.key in no_names else item
        for item in _cards(document)
    ]


def _details(document: Document) -> Details:
    told = attributes(document, _SCRIPT, ("src", "page-id"))
    server = endpoint(told.get("src", "").rpartition("/js/")[0], document)
    return details({"origin": server, "data-page-id": told.get("page-id")})


EMBED = Embed(service="Commento", sign=sign("#commento", "/commento.js"), details=_details)

SYSTEM = System(
    name="commento",
    title="Commento",
    sign=sign(".commento-card"),
    items=_items,
    parts=Parts(
        author=(".commento-name",),
        date=(".commento-timeago",),
        body=("[id^='commento-comment-text-']",),
        left_out=(".commento-options", ".commento-avatar", ".commento-moderation-notice"),
        held=".commento-dark-card",
        score=(".commento-score",),
    ),
    surroundings=Surroundings(
        area="#commento", closed="#commento-main-area > .commento-moderation-notice"
    ),
)
