"""The look that spares most pages all others: whether anything speaks of comments at all.

More than half of all pages have no word for comments or replies in the source of their body, not in
any class, address, label or script of it. So no system need be asked for those, but the few that
are known by an id alone.
"""

from __future__ import annotations

from functools import cache

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.threads.general.gate import HEADINGS, PRESSED, is_answered, is_headed
from tui.parse.threads.linked import speaks_of_comments

_WORDS: dict[str, tuple[str, ...]] = {
    "en": ("omment", "Reply", "eplies"),
    "nl": ("omment", "eactie", "eageer", "ntwoord"),
    "de": ("omment", "ntwort"),
    "fr": ("omment", "épon", "&eacute;pon", "éaction"),
    "es": ("oment", "omment", "espuesta"),
    "pt": ("oment", "omment", "espo"),
    "it": ("omment", "ispo"),
    "pl": ("oment", "omment", "dpowied"),
    "sv": ("omment", "svar", "Svar"),
    "da": ("omment", "svar", "Svar"),
    "nb": ("omment", "svar", "Svar"),
    "fi": ("omment", "astaa", "astau"),
    "cs": ("oment", "omment", "dpov"),
    "ru": ("omment", "омментар", "тве"),
    "uk": ("omment", "омент", "ідпов", "ідгук"),
    "tr": ("omment", "orum", "evap", "ap\u0131t", "an\u0131t"),
    "ja": ("omment", "コメント", "返信", "フィードバック"),
    "zh": ("omment", "评论", "評論", "留言", "回复", "回覆", "迴響", "回应", "回應"),
    "ko": ("omment", "댓글", "덧글", "답글", "응답", "의견"),
    "ar": ("omment", "تعليق", "ردود", "رد"),
}
"""What pages with comments have somewhere, by language, without first letters that may be capitals:
the words for comments and for answering. English class names are everywhere; but of answering in
English only labels are looked for, as "deeply" is in many texts."""

_STANDARDS = (
    "[itemtype$='Comment'], [itemtype$='Answer'], [itemtype$='DiscussionForumPosting']",
    "[typeof*='Comment'], [typeof*='Post']",
    "[rel~='in-reply-to']",
)
"""What microdata, RDFa and hAtom have for comments."""

_BODY = "<body"
_HEADINGS = frozenset(HEADINGS.split(", "))


def is_silent(document: Document) -> bool:
    """Whether nothing in a page's body speaks of comments; the ids of systems are not looked at.

    A word counts in a class, an id or a type, in a heading and on buttons; other scripts than those
    of linked data, addresses and the text itself say nothing.
    """
    words = _WORDS.get((document.language or "").partition("-")[0].lower())
    if words is None or speaks_of_comments(document):
        return False
    start = max(document.source.find(_BODY), 0)
    found = tuple(word for word in words if document.source.find(word, start) >= 0)
    return not found or not _is_told(document, found)


def _is_told(document: Document, words: tuple[str, ...]) -> bool:
    """Whether names with one of the words, headings or buttons tell of comments."""
    headings: list[LexborNode] = []
    buttons: list[LexborNode] = []
    for node in document.tree.css(_telling(words)):
        tag = node.tag
        if tag == PRESSED:
            buttons.append(node)
        elif tag in _HEADINGS:
            headings.append(node)
        else:
            return True
    return is_headed(headings) or is_answered(buttons)


@cache
def _telling(words: tuple[str, ...]) -> str:
    """What selects headings, buttons, comments by a standard, and names with one of the words."""
    stems = (word[1:] if word[0].isupper() else word for word in words)
    names = (f"[class*='{stem}'], [id*='{stem}']" for stem in stems)
    return ", ".join((*names, *_STANDARDS, HEADINGS, PRESSED))
