"""Notes that stand within their sentence: in the margin, or in what opens at their mark.

Style sheets set them beside the text (Tufte CSS calls them `sidenote` and `marginnote`, LaTeXML
`ltx_note_outer`), or scripts open them over it. Here each follows the paragraph of its mark.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui.model import Mark
from tui.parse.blocks.elements import Attributes, is_hidden
from tui.parse.blocks.frames import Frame
from tui.parse.blocks.notemarks import is_mark, noted, own_mark, target_of, words_of
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
_IS_NOTE = regex(r"(?:^|\s)(?:foot|end)?-?note(?:\s|$)", re.IGNORECASE)
"""What may as well be called so as a mark, or as words that are noted: hidden ones are notes."""

_FEW = 8
_NAMING = ("aria-describedby", "aria-details", "data-definition")
_HOLDING = (
    *("data-bs-content", "data-content", "data-footnote", "data-footnote-content", "data-note"),
    *("data-tippy-content", "data-tooltip"),
)
REFERRING = frozenset({*_NAMING, *_HOLDING})
"""Attributes by which a mark names its note, or has it in itself."""

_LONGEST_HELD = 8_000


def is_around_note(node: LexborNode) -> bool:
    """Whether an element that is called a note holds one beside words of the sentence."""
    inside = islice(node.traverse(), 1, _FEW)
    return any(is_note(inner.tag or "", inner.attributes) for inner in inside)


def is_note(tag: str, attributes: Attributes) -> bool:
    """Whether an element is a note within a sentence, by its class or as one of Distill's."""
    if tag not in _INLINE:
        return tag == DISTILL
    classes = attributes.get("class") or ""
    if not classes or not any(map(classes.lower().__contains__, _SIGNS)):
        return False
    if _names_note(classes):
        return True
    return _IS_NOTE.search(classes) is not None and is_hidden(tag, attributes)


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
        """The note that a mark has in an attribute, or a hidden one that it is first to name."""
        if not is_mark(words_of(mark)):
            return None
        identity = next((attributes[name] for name in _NAMING if name in attributes), None)
        note = self._targets.hidden(identity, mark)
        if note is None:
            return _held(attributes)
        if note.mem_id in self._read:
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


def _held(attributes: Attributes) -> LexborNode | None:
    """What an attribute of a mark holds: text, or HTML."""
    held = next((attributes[name] for name in _HOLDING if attributes.get(name)), None)
    if not held or not any(map(str.isspace, held)):  # a name, or a number
        return None
    return LexborHTMLParser(held[:_LONGEST_HELD]).body
