"""Notes that stand within their sentence: in the margin, or in what opens at their mark.

Style sheets set them beside the text (Tufte CSS calls them `sidenote` and `marginnote`, LaTeXML
`ltx_note_outer`), or scripts open them over it. Here each follows the paragraph of its mark.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import islice

from msgspec.structs import replace
from selectolax.lexbor import LexborNode

from tui.model import Block, Inline, Mark, Paragraph, Span, plain
from tui.parse.blocks.elements import TEXT, Attributes
from tui.parse.blocks.frames import Frame
from tui.parse.blocks.inline import joined
from tui.parse.blocks.targets import Skip, Targets
from tui.parse.patterns import regex

DISTILL = "d-footnote"
"""The element in which Distill's articles have a note."""

_SIGNS = ("note", "margin")
_INLINE = frozenset({"span", "small"})
_NAMES = regex(
    r"(?:^|[\s_-])(?:margin-aside|(?:side|margin|inline)[-_]?note(?:[-_](?:content|text|body|left|right))?"
    r"|foot[-_]?note(?:s[-_]footnote)?[-_]*(?:content|text|body|tooltip|popup|popover|note)"
    r"|ltx_note_outer)(?:\s|$)",
    re.IGNORECASE,
)
_MARK = regex(r"[\[(]?(\d{1,3}|[*\u2020\u2021\u00a7\u00b6\u2016\u2295]{1,3})[\])]?")
_NUMBERED = regex(r"[\[(]?(\d{1,3})[\]).:]+ ")
_AFTER_MARK = ".:)] \n"
_NO_WORDS = regex(r"footnotemark:\W*\w*")
"""What LaTeXML writes of a mark whose note stands elsewhere."""

_AROUND = frozenset({"span", "small", "label", "sup"})
"""What may hold a note alone, beside its mark."""

_FEW = 8
_LONGEST = 64


REFERRING = frozenset({"aria-describedby", "aria-details", "data-definition", "data-note"})
"""Attributes by which a mark names its note."""


def is_note(tag: str, attributes: Attributes) -> bool:
    """Whether an element is a note within a sentence, by its class or as one of Distill's."""
    if tag not in _INLINE:
        return tag == DISTILL
    classes = attributes.get("class") or ""
    return any(map(classes.lower().__contains__, _SIGNS)) and _names_note(classes)


@lru_cache(maxsize=1_024)
def _names_note(classes: str) -> bool:
    return _NAMES.search(classes) is not None


class Notes:
    """The notes of a page, while it is read."""

    def __init__(self) -> None:
        self._targets = Targets()
        self._count = 0
        self._read: set[int] = set()

    def is_said_again(self, mark: LexborNode | None, note: LexborNode, skip: Skip | None) -> bool:
        """Whether a note is said once more where its mark leads, as among the footnotes."""
        return mark is not None and self._targets.is_shown(target_of(mark), note, skip)

    def hidden_by(self, mark: LexborNode, attributes: Attributes) -> LexborNode | None:
        """The hidden note that a mark names in an attribute; a second time it is none."""
        identity = next((attributes[name] for name in REFERRING if name in attributes), None)
        note = self._targets.hidden(identity, mark) if _MARK.fullmatch(words_of(mark)) else None
        if note is None or note.mem_id in self._read:
            return None
        self._read.add(note.mem_id)
        return note

    def end(self, parent: Frame, note: Frame, mark: str) -> Collection[str]:
        """Put a note after the paragraph of its mark; the links there and back.

        Args:
            parent: The container of the paragraph, which is open.
            note: What the note holds.
            mark: Its mark as it stands in the paragraph, empty where a style sheet counts.
        """
        self._count += 1
        name = f"inline-note-{self._count}"
        back = f"{name}-mark"
        sign = mark.strip("[()]") or own_mark(note.blocks) or str(self._count)
        blocks = noted(note.blocks, sign, name, back)
        if not blocks:
            return ()
        if not (mark and parent.text.turn(mark, Mark.SUPER, f"#{name}")):
            parent.text.add(sign, Mark.SUPER, f"#{name}")
        parent.anchors += [back, *note.anchors]
        parent.notes += blocks
        return (f"#{name}", f"#{back}")


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


def words_of(mark: LexborNode) -> str:
    """The mark itself, such as `1`."""
    return _words(mark) or ""


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
