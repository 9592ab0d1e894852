"""What the alternative text of a picture says, where it was written for a reader."""

from __future__ import annotations

import re

from tui.parse.clean import clean_line
from tui.parse.patterns import regex

_ESCAPED = regex(r"&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});", re.IGNORECASE)
_SUFFIX = regex(r"(?:\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic))+$", re.IGNORECASE)
_SLUG = regex(r"[\w.,()@]+(?:[-_+][\w.,()@]+){2,}")
_BETWEEN = regex(r"[\s_+-]|%20")
_TELLS = regex(r"[^\W\d_]{3,}")

_PLACEHOLDERS = frozenset(
    {
        "",
        "alt",
        "alt text",
        "enter image description here",
        "image",
        "image alt text",
        "image description",
        "img",
        "null",
        "photo",
        "picture",
        "placeholder",
        "placeholder image",
        "undefined",
    }
)
"""What editors and programs put where nobody wrote a text."""

_CAMERA = frozenset(
    {
        "blog",
        "dsc",
        "dscf",
        "dscn",
        "file",
        "image",
        "img",
        "large",
        "mvimg",
        "photo",
        "picture",
        "pxl",
        "scaled",
        "screen",
        "screenshot",
        "shot",
        "unnamed",
        "untitled",
    }
)
"""Words in the names that cameras, telephones and programs give to files."""


def description(alt: str) -> str:
    """An alternative text as it is shown, empty where it says nothing.

    The name of a file, which editors fill in, is shown as its words; one that only counts pictures,
    such as `IMG_0242.jpg`, says nothing. A text that was escaped twice is read once more.
    """
    text = clean_line(alt)
    if _ESCAPED.search(text):
        from html import unescape  # noqa: PLC0415 -- seldom needed

        text = clean_line(unescape(text))
    name = _SUFFIX.sub("", text)
    if name != text or _SLUG.fullmatch(text):
        words = [word for word in _BETWEEN.split(name.rpartition("/")[2]) if word]
        return " ".join(words) if any(map(_is_word, words)) else ""
    if text.lower() in _PLACEHOLDERS or not any(map(str.isalnum, text)):
        return ""
    return text


def _is_word(word: str) -> bool:
    return _TELLS.fullmatch(word) is not None and word.lower() not in _CAMERA
