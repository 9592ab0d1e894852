"""The marks of notes within sentences: what stands before a note, and with what it begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from msgspec.structs import replace
from selectolax.lexbor import LexborNode

from tui.model import Block, Inline, Mark, Paragraph, Span, plain
from tui.parse.blocks.elements import TEXT
from tui.parse.blocks.inline import joined
from tui.parse.patterns import regex

_MARK = regex(r"[\[(]?(\d{1,3}|[*\u2020\u2021\u00a7\u00b6\u2016\u2295]{1,3})[\])]?")
_NUMBERED = regex(r"[\[(]?(\d{1,3})[\]).:]+ ")
_AFTER_MARK = ".:)] \n"
_NO_WORDS = regex(r"footnotemark:\W*\w*")
"""What LaTeXML writes of a mark whose note stands elsewhere."""

_AROUND = frozenset({"span", "small", "label", "sup"})
"""What may hold a note alone, beside its mark."""

_FEW = 8
_LONGEST = 64


def mark_before(note: LexborNode) -> LexborNode | None:
    """What stands directly before a note and is its mark: a number, a star; None where none is."""
    node: LexborNode | None = note
    for _ in range(_FEW):
        before = node.prev if node is not None else None
        if before is None:
            node = node.parent if node is not None else None
            if node is None or node.tag not in _AROUND:
                return None
            continue
        words = _words(before)
        if words is None or words:
            return before if words and _MARK.fullmatch(words) else None
        node = before
    return None


def is_mark(words: str) -> bool:
    """Whether words are a mark: a number, a star."""
    return _MARK.fullmatch(words) is not None


def words_of(mark: LexborNode | None) -> str:
    """The mark itself, such as `1`; nothing where there is none."""
    return (_words(mark) or "") if mark is not None else ""


def _words(node: LexborNode) -> str | None:
    """The words of a short element, None of a long one."""
    if node.tag == TEXT:
        text = node.text_content or ""
        return text.strip() if len(text) < _LONGEST else None
    inner = list(islice(node.traverse(include_text=True), _FEW + 1))
    if len(inner) > _FEW:
        return None
    return "".join(part.text_content or "" for part in inner if part.tag == TEXT).strip()


def target_of(mark: LexborNode) -> str | None:
    """The fragment to which a mark leads, or None."""
    if mark.tag == TEXT:
        return None
    for node in islice(mark.traverse(), _FEW):
        href = node.attributes.get("href") or ""
        if node.tag == "a" and href.startswith("#") and len(href) > 1:
            return href[1:]
    return None


def own_mark(blocks: Sequence[Block]) -> str | None:
    """The mark with which a note begins, raised or with a full stop, or None."""
    if not blocks or not isinstance(blocks[0], Paragraph):
        return None
    first = blocks[0].text[0]
    found = _MARK.fullmatch(first.text.strip()) if Mark.SUPER in first.marks else None
    found = found or _NUMBERED.match(first.text)
    return found[1] if found else None


def noted(blocks: list[Block], mark: str, name: str, back: str) -> list[Block]:
    """The blocks of a note, the first with its mark before it; none where it has no words.

    Args:
        blocks: What the note holds.
        mark: Its mark, with which it may begin.
        name: The fragment that names it.
        back: The fragment that names the place of its mark.
    """
    sign = Span(mark, Mark.SUPER, f"#{back}")
    if not blocks or not isinstance(blocks[0], Paragraph):
        return [Paragraph((sign,), anchors=(name,)), *blocks] if blocks else []
    first, others = blocks[0], blocks[1:]
    text = first.text
    while rest := _without(text, mark):
        text = rest
    words = plain(text).strip()
    if _MARK.fullmatch(words) or _NO_WORDS.fullmatch(words):
        return others
    return [
        replace(first, text=joined((sign, Span(" "), *text)), anchors=(name, *first.anchors)),
        *others,
    ]


def _without(text: Inline, mark: str) -> Inline:
    """A text without the mark at its beginning; nothing where it has none there."""
    first, *others = text
    words = first.text.lstrip("[( ")
    if not words.startswith(mark):
        return ()
    rest = words.removeprefix(mark)
    if rest[:1] == " " or rest[:1].isdigit():  # a number of the sentence
        return ()
    rest = rest.lstrip(_AFTER_MARK)
    if rest:
        return (replace(first, text=rest), *others)
    return _without_space(others)


def _without_space(text: Sequence[Span]) -> Inline:
    if not text:
        return ()
    first, *others = text
    rest = first.text.lstrip(_AFTER_MARK)
    return (replace(first, text=rest), *others) if rest else tuple(others)
