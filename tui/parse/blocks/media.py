"""Pictures, and what a terminal cannot show."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from tui.model import Image
from tui.parse.blocks.descriptions import description
from tui.parse.blocks.elements import Attributes, number
from tui.parse.clean import clean_line, clean_link
from tui.parse.patterns import regex

_LAZY = (
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-orig-file",
    "data-original-src",
    "data-url",
)
_LONGEST_PATH = 1_000
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_EMOJI = regex(r"emoji|smil(?:ey|ie)|emoticon", re.IGNORECASE)
_AVATAR = regex(r"\b(?:avatar|gravatar|u-photo)\b", re.IGNORECASE)
_CONTROL = regex(
    r"(?:(?:video )?(?:player )?(?:is )?loading"
    r"|(?:get it on |download (?:it )?(?:on|from) (?:the )?)?"
    r"(?:google play(?: store)?|(?:apple )?app ?store|(?:huawei )?app ?gallery)(?: badge)?"
    r"|get adobe flash player"
    r"|(?:click to )?(?:enlarge|expand)(?: (?:this )?(?:image|picture|photo))?"
    r"|(?:bild )?vergrößern(?: des bildes)?|agrandir(?: l.image)?|ampliar(?: (?:imagen|foto))?"
    r"|拡大(?:する|表示|画像)?|放大|확대)\W*",
    re.IGNORECASE,
)
"""What pictures say that are a control, a sign for a shop of apps, or there until another loads."""

_LONGEST_CONTROL = 40
_PLACEHOLDER = regex(
    r"^data:|\b(?:blank|spacer|placeholder|transparent|pixel|1x1)\.(?:gif|png|svg)\b"
)


def emoji(attributes: Attributes) -> str | None:
    """The character that a picture stands for, or None where it is no emoji or smiley."""
    alt = clean_line(attributes.get("alt") or "")
    if not alt or len(alt) > 24:
        return None
    signs = f"{attributes.get('class') or ''} {attributes.get('src') or ''}"
    return alt if _EMOJI.search(signs) else None


def picture(attributes: Attributes, base: str | None) -> Image | None:
    """A picture; None for tracking pixels, avatars, controls and what has no address nor words.

    Scripts load pictures late: the address is then in a `data-` attribute or a set of candidates,
    and `src` holds a placeholder.
    """
    if _is_pixel(attributes) or _AVATAR.search(attributes.get("class") or ""):
        return None
    alt = description(attributes.get("alt") or "")
    if len(alt) <= _LONGEST_CONTROL and _CONTROL.fullmatch(alt):
        return None
    src = _address(attributes, base)
    return Image(src, alt) if src or alt else None


def _is_pixel(attributes: Attributes) -> bool:
    sizes = [number(attributes.get(side)) for side in ("width", "height")]
    return any(size is not None and size <= 2 for size in sizes)


def _address(attributes: Attributes, base: str | None) -> str | None:
    candidates = [attributes.get(name) for name in _LAZY]
    candidates += [_first_of_set(attributes.get(name)) for name in _SETS[:2]]
    src = attributes.get("src")
    if src and not _PLACEHOLDER.search(src):
        candidates.append(src)
    candidates += [_first_of_set(attributes.get("srcset")), src]
    for candidate in candidates:
        link = clean_link(candidate, base)
        if link and link.startswith("http"):
            return link
    return None if base else next(filter(None, map(_beside, candidates)), None)


def _beside(src: str | None) -> str | None:
    """The path of a picture in or below the folder of a saved page, or None.

    Browsers save pictures beside their page. A path that leads out of the folder is none.
    """
    try:
        parts = urlsplit(clean_line(src or ""))
    except ValueError:
        return None
    path = unquote(parts.path)
    if parts.scheme or parts.netloc or not path or len(path) > _LONGEST_PATH:
        return None
    leads_out = path.startswith("/") or ".." in path.split("/") or "\\" in path or ":" in path
    return None if leads_out or clean_line(path) != path else parts.path


def _first_of_set(value: str | None) -> str | None:
    """The first address of a `srcset`; the candidates are smallest first by habit."""
    words = (value or "")[:8000].split(None, 1)
    return words[0].rstrip(",") if words else None


def is_copy(src: str | None, other: str | None) -> bool:
    """Whether two addresses have the same file name."""
    names = [(address or "").partition("?")[0].rpartition("/")[2] for address in (src, other)]
    return bool(names[0]) and names[0] == names[1]


def embedded(node: LexborNode, base: str | None) -> tuple[str, str] | None:
    """The words and the address of the link that stands for a film, sound or frame, or None."""
    attributes = node.attributes
    sizes = [number(attributes.get(side)) for side in ("width", "height")]
    if any(size is not None and size <= 2 for size in sizes):
        return None
    address = attributes.get("src") or attributes.get("data-src") or attributes.get("data")
    if not address and node.tag in ("video", "audio"):
        source = node.css_first("source[src]")
        address = source.attributes.get("src") if source is not None else None
    link = clean_link(address, base)
    if link is None or not link.startswith("http"):
        return None
    title = attributes.get("title") or attributes.get("aria-label") or ""
    return clean_line(title) or urlsplit(link).netloc, link
