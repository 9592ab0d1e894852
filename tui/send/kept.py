"""What a site does with HTML that is written in a reply: which elements stay, what paragraphs are.

In the manner of WordPress's `wp_kses` and `wpautop`, and of filters like them: an element that is
not kept goes and its text stays, comments go, a `<` that begins no element is text; empty lines
make paragraphs and line ends breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

_PARTS = re.compile(r"<!--.*?(?:-->|\Z)|<[^<>]*>|[<>]", re.DOTALL)
_TAG = re.compile(r"<(/?)\s*([a-z][a-z0-9-]*)\b([^<>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_ATTRIBUTES = frozenset({"href", "title", "cite", "datetime", "start"})
_BLOCKS = "blockquote|pre|ul|ol|li|h[1-6]|p|table|thead|tbody|tr|td|th|hr|dl|dt|dd"
_BLOCK = re.compile(rf"(</?(?:{_BLOCKS})\b[^<>]*>)", re.IGNORECASE)
_ONE_BLOCK = re.compile(rf"</?(?:{_BLOCKS})\b[^<>]*>", re.IGNORECASE)
_PRE = re.compile(r"(<pre\b.*?(?:</pre>|\Z))", re.IGNORECASE | re.DOTALL)


def kept(html: str, tags: frozenset[str]) -> str:
    """HTML with only the elements that a site keeps, and of these the harmless attributes."""

    def part(match: re.Match[str]) -> str:
        found = match[0]
        tag = _TAG.fullmatch(found)
        if tag is None:
            # What looks like an element and is none is dropped by some sites and shown by others.
            return "" if found.startswith("<!--") else escape(found, quote=False)
        name = tag[2].lower()
        if name not in tags:
            return ""
        return f"</{name}>" if tag[1] else f"<{name}{_attributes(tag[3])}>"

    return _PARTS.sub(part, html)


def dropped_tags(html: str, tags: frozenset[str]) -> tuple[str, ...]:
    """The names of the elements in some HTML that a site does not keep, each once, in order."""
    named = (tag[2].lower() for tag in map(_TAG.fullmatch, _PARTS.findall(html)) if tag)
    return tuple(dict.fromkeys(name for name in named if name not in tags))


def _attributes(written: str) -> str:
    return "".join(
        f' {name.lower()}="{escape(unescape(double or single or bare))}"'
        for name, double, single, bare in _ATTRIBUTE.findall(written)
        if name.lower() in _ATTRIBUTES
    )


def paragraphs(html: str) -> str:
    """HTML with its empty lines as paragraphs and its line ends as breaks."""
    return "".join(_wrapped(html))


def _wrapped(html: str) -> Iterator[str]:
    for at, part in enumerate(_PRE.split(html)):
        if at % 2:
            yield part
            continue
        for chunk in re.split(r"\n\s*\n", _BLOCK.sub(r"\n\n\1\n\n", part)):
            inside = chunk.strip("\n")
            if _ONE_BLOCK.fullmatch(inside.strip()):
                yield inside
            elif inside.strip():
                yield f"<p>{inside.replace(chr(10), '<br>')}</p>"
