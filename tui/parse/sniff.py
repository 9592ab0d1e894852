"""What a page's bytes and text are, by what is in them and not by what they are called."""

from __future__ import annotations

import re
from enum import Enum, auto

from tui.parse.patterns import regex

_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
    (b"fLaC", "a sound"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"SQLite format 3", "a database"),
    (b"wOF", "a font"),
)
"""The first bytes of files that are no pages, with what to call them."""

_KINDS = {
    "WEBP": "a WebP picture",
    "AVI ": "a film",
    "WAVE": "a sound",
}

_FEED = regex(r"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_PAGE = regex(r"<!doctype\s+html|<(?:html|head|body)[\s>]", re.IGNORECASE)
_TAG = regex(
    r"</?(?:a|article|b|blockquote|br|code|div|em|footer|form|h[1-6]|header|hr|i|img|li|link|main|meta"
    r"|nav|ol|p|pre|script|section|span|strong|style|table|td|title|tr|ul)(?:\s[^<>]{0,400})?/?>",
    re.IGNORECASE,
)
_WINDOW = 20_000
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\x0b\x0c\r\x08\x1b"))


class Kind(Enum):
    """How a page is read."""

    HTML = auto()
    TEXT = auto()


def binary_kind(data: bytes) -> str | None:
    """What bytes that are no page are, such as "a PDF document", or None."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    if data[:4] == b"RIFF":
        return _KINDS.get(data[8:12].decode("latin-1"), "a sound or film")
    if data[4:8] == b"ftyp":
        return "a film or picture"
    head = data[:4_096]
    if len(head) < 32 or head.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_utf16(head):
        return None
    controls = len(head) - len(head.translate(None, _CONTROLS))
    # Pages with stray null bytes are pages; files that are no text have controls everywhere.
    is_markup = re.search(rb"<(?:!doctype|html|head|body|p|div)\b", head, re.IGNORECASE)
    return "a file that is no text" if controls * 10 > len(head) and not is_markup else None


def _is_utf16(head: bytes) -> bool:
    return max(head[0::2].count(0), head[1::2].count(0)) > len(head) * 0.35


def data_kind(text: str) -> str | None:
    """What text that is made for programs is, such as "a feed", or None."""
    start = text[:2_000].lstrip()
    if start.startswith("<") and (match := _FEED.search(start)):
        return None if _PAGE.search(start, 0, match.start()) else "a feed"
    if re.match(r"\{\s*\"|\[\s*\{\s*\"", start):
        return "JSON data"
    if start.startswith("<?xml") and not _PAGE.search(text, 0, _WINDOW):
        return "an XML document"
    return None


def text_kind(text: str, content_type: str | None) -> Kind:
    """Whether text is HTML: by its first element or by how much of it is markup.

    Plain text may well speak of elements ("use <div> here"); in a page of markup, tags stand close
    together and at the start of lines.
    """
    window = text[:_WINDOW]
    start = window.lstrip("\ufeff \t\r\n\f\x00")
    if _PAGE.match(start) or re.match(r"<\?xml|<!--", start):
        return Kind.HTML
    media_type = (content_type or "").partition(";")[0].strip().lower()
    if media_type == "text/plain":
        return Kind.TEXT
    tags = [match[0] for match in _TAG.finditer(window)]
    if media_type in ("text/html", "application/xhtml+xml"):
        return Kind.HTML if tags or "&" in window else Kind.TEXT
    if _PAGE.search(window) and len(tags) > 4:
        return Kind.HTML
    if _TAG.match(start):
        return Kind.HTML
    ends = sum(tag.startswith("</") for tag in tags)
    dense = sum(map(len, tags)) * 12 > len(window)
    return Kind.HTML if dense and ends >= 2 else Kind.TEXT
