"""Preformatted text: its exact white space, its language, no line numbers and no controls."""

from __future__ import annotations

import re
from itertools import count

from selectolax.lexbor import LexborNode

from tui.model import Preformatted
from tui.parse.blocks.codebars import bar_of, language_in
from tui.parse.blocks.elements import UNREAD, class_names, word_set
from tui.parse.clean import clean, clean_line
from tui.parse.patterns import regex

_LANGUAGE = regex(
    r"^(?:language|lang|highlight-source|brush|sourceCode)[-:]([\w+#.-]{1,30})$", re.IGNORECASE
)
_GUTTER_CLASSES = word_set(
    """
    gutter lineno linenos linenodiv line-number line-numbers line-numbers-rows linenumber
    linenumbers ln lnt lnum hljs-ln-numbers blob-num rouge-gutter crayon-nums
    react-syntax-highlighter-line-number
    cm-gutters codemirror-gutters codemirror-gutter-wrapper codemirror-linenumber ace_gutter
    """
)
_UNREAD = UNREAD | {"button"}
_LINES = frozenset({"div", "p", "li", "tr"})
_LEAST_ROWS = 2
_NUMBERS = regex(r"[\d\s]*")


def preformatted(node: LexborNode) -> Preformatted | None:
    """A `pre` element as a block, or None where it is empty."""
    language = _language(node)
    bar = bar_of(node)
    code = bar and _block(exact_text(node, bar.mem_id), language or language_in(bar))
    return code or _block(exact_text(node), language)


def is_code_table(table: LexborNode) -> bool:
    """Whether a table is a highlighter's: its first row has a cell of line numbers."""
    if "lntable" in class_names(table):
        return True
    row = table.first_child
    while row is not None and row.tag != "tr":
        row = row.first_child if row.tag in ("tbody", "thead") else row.next
    cell = row.first_child if row is not None else None
    while cell is not None and cell.tag != "td":
        cell = cell.next
    return cell is not None and _is_gutter(cell)


def code_table(table: LexborNode) -> Preformatted | None:
    """The code of a highlighter's table without its line numbers, or None where it is empty."""
    code = [cell for cell in table.css("td") if not _is_gutter(cell)]
    lines = [exact_text(cell.css_first("pre") or cell) for cell in code]
    text = "\n".join(line for line in lines if line and not _NUMBERS.fullmatch(line))
    languages = (_language(cell) for cell in code)
    return _block(text, next(filter(None, languages), None))


def exact_text(root: LexborNode, without: int | None = None) -> str:
    """The text below an element with its white space kept.

    Args:
        root: The element.
        without: The `mem_id` of an element that is left out.
    """
    parts: list[str] = []
    left_out = _counters(root) | {without}
    stack: list[LexborNode | None] = [root]
    while stack:
        node = stack.pop()
        if node is None:
            if parts and not parts[-1].endswith("\n"):
                parts.append("\n")
        elif node.is_text_node:
            parts.append(node.text_content or "")
        elif node.tag == "br":
            parts.append("\n")
        elif (
            node.is_element_node
            and node.tag not in _UNREAD
            and node.mem_id not in left_out
            and (node is root or not _is_gutter(node))
        ):
            if node.tag in _LINES and node is not root:
                stack.append(None)
            child = node.last_child
            while child is not None:
                stack.append(child)
                child = child.prev
    return clean("".join(parts)).rstrip().strip("\n")


def _counters(root: LexborNode) -> set[int | None]:
    """The elements that number the rows of code: the first of each row, if they count up."""
    holder = root.css_first("code") or root
    rows = [row for row in holder.iter() if row.tag != "br"]
    first = [row.first_child for row in rows]
    if len(rows) < _LEAST_ROWS or not all(map(_is_counter, first, count(1))):
        return set()
    return {node.mem_id for node in first if node is not None}


def _is_counter(node: LexborNode | None, number: int) -> bool:
    """Whether an element holds a number alone, and something follows it in its row."""
    inner = node.first_child if node is not None and node.is_element_node else None
    if node is None or inner is None or inner.next is not None or not inner.is_text_node:
        return False
    return node.next is not None and (inner.text_content or "").strip() == str(number)


def _block(text: str, language: str | None) -> Preformatted | None:
    return Preformatted(text, language) if text.strip() else None


def _is_gutter(node: LexborNode) -> bool:
    if not _GUTTER_CLASSES.isdisjoint(class_names(node)):
        return True
    attributes = node.attributes
    return "data-line-number" in attributes or "user-select:none" in (attributes.get("style") or "")


def _language(node: LexborNode) -> str | None:
    """The language that an element, the code in it or a near ancestor names."""
    code = node.css_first("code")
    candidates: list[LexborNode | None] = [node, code]
    ancestor = node.parent
    for _ in range(3):
        candidates.append(ancestor)
        ancestor = ancestor.parent if ancestor is not None else None
    for candidate in candidates:
        if candidate is None or not candidate.is_element_node:
            continue
        named = candidate.attributes.get("data-lang") or candidate.attributes.get("data-language")
        if named and len(named) <= 30:
            return clean_line(named) or None
        for name in class_names(candidate):
            if match := _LANGUAGE.match(name):
                return clean_line(match[1])
    return None
