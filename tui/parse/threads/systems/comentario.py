"""Comentario: the comments that its script writes into the page.

Recognised are the `.comentario-card` elements; replies lie in the `.comentario-card-children` of
the comment they answer. The element of the snippet tells the page. Its API answers POST requests
only. Source: its tests of the embedded comments, and its manual.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.threads.embeds import asked
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.nodes import Territory, attribute, everywhere
from tui.parse.threads.snippets import in_element
from tui.parse.threads.system import Embed, Item, Parts, Surroundings, System, sign

_PREFIX = "comentario-"


def _items(document: Document) -> Sequence[Item]:
    cards = everywhere(document, ".comentario-card")[:MAX_ITEMS]
    territory = Territory([(card,) for card in cards])
    keys: dict[int | None, str] = {}
    for node in everywhere(document, f".comentario-card-self[id^='{_PREFIX}']"):
        keys.setdefault(territory.owner(node), attribute(node, "id").removeprefix(_PREFIX))
    return [Item((card,), keys[index]) for index, card in enumerate(cards) if index in keys]


EMBED = Embed(
    service="Comentario",
    sign=sign("/comentario.js"),
    details=in_element("comentario-comments, #comentario", "page-id"),
)

SYSTEM = System(
    name="comentario",
    title="Comentario",
    sign=sign(".comentario-card", selector=".comentario-card .comentario-card-self"),
    items=_items,
    parts=Parts(
        author=(".comentario-name",),
        date=(".comentario-subtitle [title]", ".comentario-subtitle"),
        body=(".comentario-card-body",),
        permalink=(".comentario-subtitle a[href]",),
        left_out=(".comentario-badge", ".comentario-avatar", ".comentario-toolbar"),
        held=".comentario-pending",
        deleted=".comentario-deleted",
        score=(".comentario-score",),
    ),
    surroundings=Surroundings(
        area="comentario-comments, .comentario-root", headings=".comentario-comment-count"
    ),
    remote=asked(EMBED),
)
