"""Valine: the comments that its script writes into the page.

Recognised are the `.vcard` elements with a `.vnick`; replies lie in the `.vquote` of the comment
that begins their thread, and name the one they answer in a link to its id, before their words. The
snippet tells the store, which answers nobody without a key. Source: its `src/index.js`.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.threads.embeds import asked
from tui.parse.threads.items import MAX_ITEMS, answered_anchor, with_answered
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.snippets import in_script
from tui.parse.threads.system import Embed, Item, Parts, Surroundings, System, sign

_CARDS = ".vcard[id]:has(.vnick)"


def _items(document: Document) -> Sequence[Item]:
    nodes = everywhere(document, _CARDS)[:MAX_ITEMS]
    items = [Item((node,), attribute(node, "id") or None) for node in nodes]
    return with_answered(items, everywhere(document, ".vcontent a.at[href^='#']"), answered_anchor)


EMBED = Embed(
    service="Valine",
    sign=sign("#vcomments"),
    details=in_script("Valine", "appId", "serverURLs", "path"),
)

SYSTEM = System(
    name="valine",
    title="Valine",
    sign=sign(".vnick", selector=_CARDS),
    items=_items,
    parts=Parts(
        author=(".vhead .vnick", ".vnick"),
        date=(".vmeta .vtime", ".vtime"),
        body=(".vcontent",),
        left_out=(".vcontent a.at", ".vsys", ".vat", ".vreply-wrapper"),
    ),
    surroundings=Surroundings(area="#vcomments", headings=".vcount"),
    remote=asked(EMBED),
)
