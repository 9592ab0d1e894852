"""The one door through which page text and links pass on their way into the model.

Terminals act on control characters, so a page that kept its own could retitle the window, write the
clipboard or reorder what people read. What is taken out: the C0 and C1 controls but newline and tab
(ECMA-48), DEL, the bidirectional embeddings, overrides and isolates (Unicode UAX #9), byte order
marks, interlinear annotation marks, zero-width joiners with nothing to join, and lone surrogates,
which become U+FFFD. All else stays as it is: no normalisation, so that names compare as they were
written.
"""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from tui.parse.patterns import regex

SCHEMES = frozenset({"http", "https", "mailto"})
"""The schemes that a link of the model may have."""

MAX_LINK = 8_000
"""Links longer than this many characters are dropped; no server takes them."""

_FORBIDDEN = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")
# Joiners join emoji and the letters of Arabic and Indic scripts (Unicode 23.2); between others they
# only make programs and terminals disagree about the width of a line.
_JOINED = "\u0600-\u1cff\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_IDLE_JOINERS = regex(f"(?<![{_JOINED}])\u200d|\u200d(?![{_JOINED}])")
_LINE_ENDS = regex("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SURROGATES = regex("[\ud800-\udfff]")
_WHOLE = regex(r"https?://[\w.-]+(?:/(?:[\w./%~+,=&-]|[?#](?=[\w/%]))*)?", re.ASCII)
"""Most links: absolute, with nothing in them that would have to be resolved or normalized."""
_SPACES = regex(r"[ \t\n\r\f\v\u00a0]+")


def clean(text: str) -> str:
    """Text without anything that a terminal would act on; every line end becomes a line feed."""
    if text.isprintable():  # nothing that is taken out is printable (`str.isprintable`)
        return text
    text = _LINE_ENDS.sub("\n", text)
    text = _FORBIDDEN.sub("", text)
    if "\u200d" in text:
        text = _IDLE_JOINERS.sub("", text)
    return _SURROGATES.sub("\ufffd", text)


def clean_line(text: str) -> str:
    """Clean text on one line: white space of any kind and length becomes one space."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _SPACES.sub(" ", clean(text)).strip()


def clean_link(href: str | None, base: str | None = None) -> str | None:
    """A link as the model may keep it.

    Args:
        href: The address as the page writes it.
        base: The address that relative ones are resolved against, or None.

    Returns:
        An absolute http, https or mailto address; a bare `#fragment` where that is all there is and
        no base is known; None for everything else.
    """
    if not href:
        return None
    if " " in href or not href.isprintable():
        href = _SPACES.sub("", clean(href))
    if _WHOLE.fullmatch(href):
        return href if len(href) <= MAX_LINK else None
    try:
        joined = urljoin(base, href) if base else href
        parts = urlsplit(joined)
    except ValueError:  # such as a malformed IPv6 host
        return None
    if len(joined) > MAX_LINK:
        return None
    if parts.scheme in SCHEMES and (parts.netloc or parts.scheme == "mailto"):
        return joined
    return joined if joined.startswith("#") and len(joined) > 1 else None
