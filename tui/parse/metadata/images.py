"""The lead image of an article: the picture that stands for it.

In order of trust: Open Graph (`og:image`), linked data (`image`, then the page's
`primaryImageOfPage`), microdata of an article (`itemprop="image"`), the Twitter card, `link
rel=image_src`, and the first picture of the article where it stands near its beginning. Pictures
that stand for the site are passed over: those that linked data calls a logo or a person's picture,
small ones, and those whose file is named as such, unless the article shows that very picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui.model import Block, Image
from tui.model.pictures import picture_name, pictures_in, same_picture
from tui.parse.blocks.elements import number
from tui.parse.blocks.media import picture
from tui.parse.clean import clean_line, clean_link
from tui.parse.declared import Declared
from tui.parse.document import Document
from tui.parse.metadata.jsonld import LinkedData, is_article
from tui.parse.patterns import regex

_SMALL = 200
"""Pictures with a side of fewer pixels than this are icons."""

_NEAR = 4
"""Among so many first blocks of an article, its first picture is its lead image."""

_MOST_ITEMS = 20
_MOST_LEVELS = 30
"""Of a page's microdata so many elements are looked at, and so many around each of them."""

_OF_SITE = regex(
    r"(?<![a-z])(?:logo(?:s|type)?|(?:fav|app|site|touch)?[-_]?icons?|g?ravatar|avatar|default(?:[-_]?"
    r"image)?|place-?holder|blank|spacer|fallback|transparent|sprite|no[-_]?image|share"
    r"|(?:social|share|sharing|facebook|fb|twitter|og|open-?graph)[-_]?(?:default|image|img|logo"
    r"|card|share|sharing|preview|banner)|(?:home|front)[-_]?page"
    r"|(?:space|pixel|dot|clear|dummy|1x1)(?=\.(?:gif|png)$))(?![a-z])"
)
"""How the files of pictures are named that stand for a site, or for no picture at all."""

_LOGO = regex(r"\blogo$", re.IGNORECASE)
"""How the words for a site's sign end."""


def claimed_images(document: Document, data: LinkedData) -> tuple[Image, ...]:
    """The pictures that a page says stand for its article, the surest first."""
    logos = {picture_name(src) for src in data.logos}
    claims = (*_of_open_graph(document.declared), *data.images)
    if not claims:
        claims = (*_of_microdata(document.tree, document.base), *_of_others(document.declared))
    images: dict[str, Image] = {}
    for src, alt in claims:
        address = clean_link(src, document.base)
        if address and address.startswith("http") and picture_name(address) not in logos:
            images.setdefault(address, Image(address, clean_line(alt)))
    return tuple(images.values())


def lead_image(claims: Sequence[Image], blocks: Sequence[Block]) -> Image | None:
    """The lead image of an article, or None.

    Args:
        claims: The pictures that its page says stand for it, the surest first.
        blocks: The article; a picture that it shows has the words from there.
    """
    for claim in claims:
        src = claim.src or ""
        shown = same_picture(blocks, src)
        if shown is not None:
            return replace(shown, src=src, alt=shown.alt or claim.alt, anchors=())
        if not _is_of_site(claim):
            return claim
    first = next(pictures_in(blocks[:_NEAR]), None)
    return None if first is None or _is_of_site(first) else replace(first, anchors=())


def _is_of_site(image: Image) -> bool:
    file = (image.src or "").partition("?")[0].rpartition("/")[2]
    return _OF_SITE.search(file.lower()) is not None or _LOGO.search(image.alt) is not None


def _of_open_graph(declared: Declared) -> Iterator[tuple[str, str]]:
    """The addresses and alternative texts of Open Graph, but for pictures that it calls small."""
    sides = (number(declared.first(f"og:image:{side}")) for side in ("width", "height"))
    if any(side is not None and 0 < side < _SMALL for side in sides):
        return
    for name in ("og:image", "og:image:secure_url", "og:image:url"):
        for src in declared.all(name):
            yield src, declared.first("og:image:alt") or ""


def _of_others(declared: Declared) -> Iterator[tuple[str, str]]:
    """Those of the Twitter card and of `link rel=image_src`."""
    if src := declared.first("twitter:image", "twitter:image:src"):
        yield src, declared.first("twitter:image:alt") or ""
    for href, _ in declared.links("image_src"):
        yield href or "", ""


def _of_microdata(tree: LexborHTMLParser, base: str | None) -> Iterator[tuple[str, str]]:
    """Those of articles in microdata (HTML standard, section 5.2), as values or as objects."""
    for node in tree.css("[itemprop~=image]")[:_MOST_ITEMS]:
        if not is_article({"@type": _scope_around(node)}):
            continue
        parts = node.css("[itemprop~=url], [itemprop~=contentUrl], img") if _is_scope(node) else ()
        for part in (node, *parts[:_MOST_ITEMS]):
            image = picture(part.attributes, base) if part.tag == "img" else None
            src = image.src if image is not None else _value(part)
            if src:
                yield src, image.alt if image is not None else ""


def _value(node: LexborNode) -> str | None:
    attributes = node.attributes
    return attributes.get("content") or attributes.get("href")


def _is_scope(node: LexborNode) -> bool:
    return "itemscope" in node.attributes


def _scope_around(node: LexborNode) -> str:
    """The type of the item that an element is a property of, or nothing."""
    around = node.parent
    for _ in range(_MOST_LEVELS):
        if around is None or not around.is_element_node:
            break
        if _is_scope(around):
            return around.attributes.get("itemtype") or ""
        around = around.parent
    return ""
