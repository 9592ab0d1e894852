"""What each element means for the text, as data.

Names follow the HTML standard, sections 4 and 15 (https://html.spec.whatwg.org/).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice
from typing import TypeAlias

from selectolax.lexbor import LexborNode

from tui.model import Mark
from tui.parse.patterns import regex

Attributes: TypeAlias = Mapping[str, str | None]
"""The attributes of an element; None stands for one without a value."""


def word_set(words: str) -> frozenset[str]:
    """The words of a text as a set: how tables of names are written in this package."""
    return frozenset(words.split())


TEXT = "-text"
"""What Lexbor calls text nodes."""

MARKS = {
    "b": Mark.BOLD,
    "strong": Mark.BOLD,
    "i": Mark.ITALIC,
    "em": Mark.ITALIC,
    "cite": Mark.ITALIC,
    "var": Mark.ITALIC,
    "dfn": Mark.ITALIC,
    "code": Mark.CODE,
    "kbd": Mark.CODE,
    "samp": Mark.CODE,
    "tt": Mark.CODE,
    "s": Mark.STRUCK,
    "del": Mark.STRUCK,
    "strike": Mark.STRUCK,
    "sup": Mark.SUPER,
    "sub": Mark.SUB,
}
"""The elements that set their text off."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}
ANY_HEADING = ", ".join(HEADINGS)
"""A selector for all of them."""

LISTS = frozenset({"ul", "ol", "menu", "dir"})

PREFORMATTED = frozenset({"pre", "listing", "xmp", "plaintext"})

MEDIA = frozenset({"iframe", "video", "audio", "embed", "object"})
"""Elements that a terminal cannot show: a link stands for them."""

FORMULAS = frozenset({"math", "mjx-container"})
"""MathML, and the element in which MathJax 3 keeps it beside what it draws."""

BLOCKS = word_set(
    """
    address article aside body center dd details dialog div dl dt fieldset figcaption footer form
    header hgroup html legend li main nav optgroup p search section summary
    caption colgroup tbody td tfoot th thead tr
    """
)
"""Elements that begin and end on a line of their own and mean nothing more here."""

UNREAD = word_set(
    """
    script style template svg canvas head title meta link base input select option datalist
    textarea progress meter map area param source track rp frame frameset noframes noembed
    """
)
"""Elements whose content is no text of the page."""

NOT_READ = UNREAD | {"", "-comment", "!doctype"}
"""These and what is neither element nor text, by the names that Lexbor has for it."""

INLINE_DECORATION = frozenset({"a", "i", "b", "span", "em", "small", "sup", "sub", "font", "nobr"})
"""Elements that `aria-hidden` makes decoration: icons, permalink signs, drawn formulas.

Blocks are not among them: a saved page hides its whole content so while a dialogue is open.
"""

_MAY_BE_LABELS = INLINE_DECORATION | {"p", "div", "h2", "h3", "h4", "h5", "h6"}
"""What is a label for screen readers where no eye sees it; a first heading is a title."""

_UNSEEN = regex(
    r"(?:^|\s)(?:screen-reader-text|sr-only|visually-?hidden|u-hidden-visually|off-?screen)(?:\s|$)"
)
_BOOTSTRAP = regex(r"(?:^|\s)d-none(?!\S)(?!.*\sd-(?:sm|md|lg|xl|xxl)-)")
"""Bootstrap's class of what is hidden on all screens; on words it is for scripts."""

_UNSEEN_PARTS = ("screen", "sr-only", "hidden")
"""One of which is in each of those names, and sooner found."""

_STREAMED = regex(r"S:[0-9a-f]+")
"""Ids of the parts that React's streaming server renderer sends hidden and moves to their place."""

_FOLDED = regex(
    r"(?:^|[\s_-])(?:accordion|callout|collaps(?:e|ible)|expand(?:er|able)|faq|fold|spoiler|toggle)"
    r"[_-]{0,2}(?:answer|body|content|inner|panel|text)(?:[\s_-]|$)|(?:^|\s)(?:foot|end)notes(?:\s|$)",
    re.IGNORECASE,
)
"""Classes of what readers unfold by its heading: callouts of Obsidian, accordions, spoilers.

Footnotes are hidden where a script shows each at its mark.
"""

_LABEL = regex(r"(?:^|[\s_-])(?:label|credits?|source)(?:\s|$)", re.IGNORECASE)
_PARTS = frozenset({"span", "a", "em", "strong", "b", "i", "small", "cite"})
_LABELLING = frozenset({"span", "small", "cite", "b", "strong", "em"})

_NUMBER = regex(r"\s*([+-]?\d{1,9})(?!\d)", re.ASCII)
_NO_DISPLAY = regex(r"(?<![\w-])display\s*:\s*none", re.IGNORECASE)


_FOLDING = ("aria-expanded", "aria-controls")
_NEAR = 4
_AROUND_WORD = frozenset({"span", "sup"})
_NOTE_NUMBER = regex(r"\[?\d{1,3}\]?")
_GOES_ON = (".", ",", ";", ":", "!", "?", ")")
_FEW = 40
"""Of a button so many nodes are looked at."""

_QUESTION = regex(r"[?\uff1f\u061f][^\w?]*$")

_PANELS = ("region", "tabpanel")
"""Roles of what a button or a tab shows and hides again."""


def heads_panel(button: LexborNode) -> bool:
    """Whether a button is no control but the heading of a part that it folds and unfolds.

    Accordions have their headings within buttons, or nothing but a question in them.
    """
    attributes = button.attributes
    folds = any(map(attributes.__contains__, _FOLDING))
    words = ""
    for node in islice(button.traverse(include_text=True), _FEW):
        if node.tag in HEADINGS:
            return True
        if folds and node.tag == TEXT:
            words += node.text_content or ""
    return folds and _QUESTION.search(words) is not None


def is_word(button: LexborNode) -> bool:
    """Whether a button is a word of a sentence, which opens what explains it, or a note's mark."""
    node = button
    while (around := node.parent) is not None and around.tag in _AROUND_WORD:
        node = around
        if node.first_child != node.last_child:
            return False
    if around is None or around.tag != "p":
        return False
    before, after = (_text_beside(node, side) for side in ("prev", "next"))
    if _NOTE_NUMBER.fullmatch(button.text().strip()):
        return before != ""
    goes_on = after[:1].islower() or after[:1] in _GOES_ON
    return bool(after) and goes_on and before[-1:].isalnum()


def _text_beside(node: LexborNode, side: str) -> str:
    """The nearest text on a side of an element, among few siblings; that of a control is none."""
    for _ in range(_NEAR):
        beside: LexborNode | None = getattr(node, side)
        if beside is None or beside.tag == "button":
            return ""
        if text := beside.text().strip():
            return text
        node = beside
    return ""


def is_hidden(tag: str, attributes: Attributes) -> bool:
    """Whether a browser without scripts would not show an element, or shows it as decoration.

    Panels of accordions and tabs, which readers may unfold, are not hidden, by their role
    (WAI-ARIA practices) or by their class.
    """
    if not attributes:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return _STREAMED.fullmatch(attributes.get("id") or "") is None and not _unfolds(attributes)
    if "style" in attributes and _hides(attributes["style"] or ""):
        return not _unfolds(attributes)
    if "class" in attributes and tag in _MAY_BE_LABELS:
        classes = attributes["class"] or ""
        if _is_unseen(classes) or (tag in INLINE_DECORATION and _is_off(classes)):
            return True
    return "aria-hidden" in attributes and (
        attributes["aria-hidden"] == "true" and tag in INLINE_DECORATION
    )


def _unfolds(attributes: Attributes) -> bool:
    if attributes.get("role") in _PANELS and "aria-labelledby" in attributes:
        return True
    return _FOLDED.search(attributes.get("class") or "") is not None


def _hides(style: str) -> bool:
    return "none" in style.lower() and _NO_DISPLAY.search(style) is not None


def is_heard(node: LexborNode) -> bool:
    """Whether the words of an element for screen readers stand for those beside it for eyes.

    "13<span class=sr-only> hours</span>" before "<span aria-hidden=true>hrs</span>": one is read.
    """
    attributes = node.attributes
    if node.tag not in INLINE_DECORATION or attributes.get("aria-hidden") == "true":
        return False
    if not _is_unseen(attributes.get("class") or "") or _hides(attributes.get("style") or ""):
        return False
    after = _element_after(node)
    if after is None or after.attributes.get("aria-hidden") != "true":
        return False
    return after.tag in INLINE_DECORATION and any(map(str.isalnum, after.text()))


def _element_after(node: LexborNode) -> LexborNode | None:
    """The element after an inline one, or after the inline one that ends with it."""
    for inner in (node, node.parent):
        if inner is None or inner.tag not in INLINE_DECORATION:
            return None
        after = inner.next
        while after is not None and after.is_empty_text_node:
            after = after.next
        if after is not None:
            return None if after.tag == TEXT else after
    return None


def is_label(tag: str, attributes: Attributes) -> bool:
    """Whether an inline element is called a label or a source, which style sheets keep apart."""
    return tag in _LABELLING and "class" in attributes and _names_label(attributes["class"] or "")


def is_next_line(node: LexborNode) -> bool:
    """Whether a part of a heading or a caption follows directly upon one of another kind.

    It is a line of its own then. Editors cut words in two spans alike, and scripts move or colour
    letters that are parts alone.
    """
    before = node.prev
    if before is None or node.tag not in _PARTS or before.tag not in _PARTS:
        return False
    if before.tag == node.tag and class_names(before) == class_names(node):
        return False
    return all(len(part.text().strip()) > 1 for part in (before, node))


@lru_cache(maxsize=4_096)  # as below
def _names_label(classes: str) -> bool:
    return _LABEL.search(classes) is not None


@lru_cache(maxsize=4_096)  # the elements of a page share their classes
def _is_unseen(classes: str) -> bool:
    lower = classes.lower()
    return any(map(lower.__contains__, _UNSEEN_PARTS)) and _UNSEEN.search(lower) is not None


@lru_cache(maxsize=4_096)  # as above
def _is_off(classes: str) -> bool:
    return "d-none" in classes and _BOOTSTRAP.search(classes) is not None


def number(value: str | None) -> int | None:
    """A whole number of an attribute by HTML's lenient rules, or None; bounded to nine digits."""
    match = _NUMBER.match(value) if value else None
    return int(match[1]) if match else None


def class_names(node: LexborNode) -> list[str]:
    """The classes of an element, in lower case."""
    return (node.attributes.get("class") or "").lower().split()
