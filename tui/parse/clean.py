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
from functools import lru_cache
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
_SEGMENT = r"[\w%~+,=&@:!$*()-][\w.%~+,=&@:!$*()-]*"
_NEAR = regex(
    rf"(?://[\w.-]+)?(?:/(?:{_SEGMENT}(?:/{_SEGMENT})*/?)?)?"
    r"(?:\?(?=[\w/%])[\w./%~+,=&:;@-]*)?(?:#(?=[\w/%])[\w./%~+,=&:;@!-]*)?",
    re.ASCII,
)
"""Most others: what the page's scheme or host is put before, or a place on the page, likewise."""
_WHITE = " \t\n\r\f\v\u00a0"
_SPACES = regex(f"[{_WHITE}]+")


def clean(text: str) -> str:
    """Text without anything that a terminal would act on; every line end becomes a line feed."""
    if text.isprintable():  # nothing that is taken out is printable (`str.isprintable`)
        return text
    text = _LINE_ENDS.sub("\n", text)
    text = _FORBIDDEN.sub("", text)
    if "\u200d" in text:
        text = _IDLE_JOINERS.sub("", text)
    return _SURROGATES.sub("\ufffd", text)


def clean_run(text: str) -> str:
    """Clean text on one line: white space of any kind and length becomes one space."""
    if text.isprintable() and "  " not in text:
        return text
    run = _spaced(text)
    if not run.isprintable():
        return _SPACES.sub(" ", clean(text))
    before = " " if text[0] in _WHITE else ""
    after = " " if text[-1] in _WHITE and run else ""
    return f"{before}{run}{after}"


def clean_line(text: str) -> str:
    """Clean text on one line, without white space at its ends."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    run = _spaced(text)
    return run if run.isprintable() else _SPACES.sub(" ", clean(text)).strip()


def _spaced(text: str) -> str:
    """Text whose white space is one space each, with none at its ends.

    Bytes are split at the white space of ASCII alone, and that many times faster than by pattern;
    to text in ASCII the old signs that separate records are white space as well.
    """
    if text.isascii():
        return " ".join(text.split())
    words = text.replace("\u00a0", " ").encode("utf-8", "surrogatepass").split()
    return b" ".join(words).decode("utf-8", "surrogatepass")


def letters(text: str) -> str:
    """The letters and digits of a text in lower case, as names are compared."""
    return "".join(filter(str.isalnum, text.lower()))


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
    plain = href if _WHOLE.fullmatch(href) else _near(href, base or "")
    if plain is not None:
        return plain if len(plain) <= MAX_LINK else None
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


def _near(href: str, base: str) -> str | None:
    """Where a link leads that begins with a slash or is a fragment, if that is plain to see."""
    if not href.startswith(("/", "#")):
        return None
    page, host, scheme = _plain(base)
    if not page or not _NEAR.fullmatch(href):
        return None
    return (page if href[0] == "#" else scheme if href.startswith("//") else host) + href


@lru_cache(maxsize=64)
def _plain(base: str) -> tuple[str, str, str]:
    """An address up to its fragment, its path, and its host; empty where it is odd."""
    if not _WHOLE.fullmatch(base):
        return "", "", ""
    scheme, _, rest = base.partition("//")
    return base.partition("#")[0], f"{scheme}//{rest.partition('/')[0]}", scheme
