"""The look that spares most pages all others: whether anything speaks of comments at all.

More than half of all pages have the word nowhere in the source of their body, and most of the rest
have it in a script or an address only. Where no heading and no button speaks of comments either,
in whatever language, no system need be asked, but the few that are known by an id.
"""

from __future__ import annotations

from functools import cache

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.threads.general.gate import HEADINGS, PRESSED, is_answered, is_headed
from tui.parse.threads.linked import speaks_of_comments

_WORDS = ("omment", "eply", "eplies")
"""In the names of classes in all languages, and for comments also in German, French, Italian,
Finnish and Scandinavian; the first letter may be a capital."""

_LOCAL: dict[str, tuple[str, ...]] = {
    "nl": ("eactie",),
    "es": ("oment",),
    "pt": ("oment",),
    "pl": ("oment",),
    "cs": ("oment",),
    "tr": ("orum",),
    "ru": ("омментари", "тветить"),
    "uk": ("оментар", "ідповісти"),
    "ja": ("コメント", "返信"),
    "zh": ("评论", "評論", "留言", "回复", "回覆"),
    "ko": ("댓글", "답글"),
    "ar": ("تعليق",),
}
"""Where the word for comments is another: what pages in that language have, in names or labels."""

_ANYWHERE = tuple(dict.fromkeys(word for words in _LOCAL.values() for word in words))
_HEADINGS = frozenset(HEADINGS.split(", "))
_UNSHOWN = frozenset({"html", "body", "script", "style", "link", "meta", "i", "svg"})
"""Elements whose names tell nothing: the page as a whole, what it loads, and icons."""

_TYPED = b"Comment"
_TYPES = "[itemtype$='Comment'], [typeof*='Comment']"
_ALWAYS = f"{HEADINGS}, {PRESSED}"


def is_silent(document: Document) -> bool:
    """Whether nothing on a page speaks of comments; the ids of systems are not looked at.

    The word counts in a class, an id or a type of what is shown, and in linked data; in other
    scripts, in addresses and in the text it says nothing. Headings and buttons count in all
    languages that are known. A page in a language with another word, or in none that it tells, may
    have that anywhere.
    """
    if speaks_of_comments(document):
        return False
    source = document.source
    start = max(source.find(b"<body"), 0)
    language = (document.language or "").partition("-")[0].lower()
    local = _LOCAL.get(language, ()) if language else _ANYWHERE
    if any(source.find(word.encode(), start) >= 0 for word in local):
        return False
    names = document.marks.line
    words = [word for word in _WORDS if word in names]
    is_typed = source.find(_TYPED, start) >= 0
    headings: list[LexborNode] = []
    buttons: list[LexborNode] = []
    for node in document.tree.css(_looked_at(*words, is_typed=is_typed)):
        tag = node.tag
        if tag == PRESSED:
            buttons.append(node)
        elif tag in _HEADINGS:
            headings.append(node)
        elif tag not in _UNSHOWN:
            return False
    return not is_headed(headings) and not is_answered(buttons)


@cache
def _looked_at(*words: str, is_typed: bool) -> str:
    """The selector of headings and buttons, of names with some words in them, and of types."""
    names = [f"[{name}*='{word}']" for word in words for name in ("class", "id")]
    return ", ".join((*names, *([_TYPES] if is_typed else ()), _ALWAYS))
