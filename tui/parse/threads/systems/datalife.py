"""DataLife Engine, the system of many Russian and Ukrainian news and film sites.

A comment is `#comment-id-N` with its words in `#comm-id-N`; where a site shows trees, it lies in
`li#comments-tree-item-N`, and so do the replies to it. All else is the theme's: names are links to
`/user/NAME/`, or stand in an element called author, and dates stand anywhere outside the words.

Source: `comments.php` and `comments.class.php` of versions 8 to 17, and the theme Default.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.clean import clean_line
from tui.parse.dates import find_date
from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import ancestors, attribute, everywhere, texts
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

MAX_TEXTS = 60
"""How many texts of a comment are tried for its date."""

MAX_DATE = 60
"""A line longer than this many characters is no date."""

_ID = regex(r"^comment-id-(\d+)$")
_TREE = regex(r"^comments-tree-item-(\d+)$")


def _items(document: Document) -> Sequence[Item]:
    items: list[Item] = []
    for node in everywhere(document, "[id^='comment-id-']")[:MAX_ITEMS]:
        key = first_group(_ID, attribute(node, "id"))
        words = node.css_first("[id^='comm-id-']")
        if key is not None and words is not None:
            parent = next((at for at in _trees(node) if at != key), None)
            date = _date(document, node, words)
            items.append(Item((node,), key, parent_key=parent, date=date))
    return items


def _trees(node: LexborNode) -> Sequence[str]:
    """The comments in whose branches a comment lies, itself among them, the nearest first."""
    ids = (first_group(_TREE, attribute(at, "id")) for at in ancestors(node) if at.tag == "li")
    return [key for key, _ in zip(filter(None, ids), range(2), strict=False)]


def _date(document: Document, node: LexborNode, words: LexborNode) -> LexborNode | None:
    """The element of the first text outside the words that is a date."""
    outside = texts(node, {words.mem_id})
    for text, _ in zip(outside, range(MAX_TEXTS), strict=False):
        line = clean_line(text.text_content or "")
        found = find_date(line, document.language or "ru") if len(line) <= MAX_DATE else None
        if found is not None and found.start == 0:
            return text if text.prev is not None or text.next is not None else text.parent
    return None


SYSTEM = System(
    name="datalife",
    title="DataLife Engine",
    sign=sign("#dle-comments-list", "#dlemasscomments", "#dle-ajax-comments"),
    items=_items,
    parts=Parts(
        author=(
            "a[onclick*='ShowProfile'], a[href*='/user/']:not(:has(img))",
            "[class*='author' i]:not(img), [class*='name' i], [class*='login' i]",
            "b, strong",
        ),
        date=("time, [class*='date' i], [class*='time' i]",),
        body=("[id^='comm-id-']",),
        left_out=(".title_quote, .signature",),
        score=("[id^='comments-ratig-layer-'] .ratingtypeplusminus", "[id^='ratig-layer-']"),
    ),
    surroundings=Surroundings(
        area="#dlemasscomments, #dle-comments-form, [class*='comments'], [class*='comms']",
        headings="h1, h2, h3, h4, h5, [class*='title']",
        more=".dle-comments-navigation a[href], .dle-comments-navigation-link[href]",
    ),
)
