"""Formulas as text: their source in TeX where the page has it, else their signs on one line.

TeX stands in an annotation of MathML or in its `alttext` (MathML 3, sections 5.1 and 2.2.1), in a
script of the type `math/tex`, which kramdown writes and MathJax 2 reads, in an attribute of what a
program draws, or in a picture (`tui.parse.blocks.tex`). MathML without it is written as Unicode
Technical Note 28, "UnicodeMath", has it: `x^2`, `√(b^2+4ac)`, `(a+b)/c`; and so is what KaTeX or
MathJax have drawn (`tui.parse.blocks.drawn`).
"""

from __future__ import annotations

import re
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui.parse.blocks import drawn, tex
from tui.parse.blocks.elements import TEXT, Attributes, class_names
from tui.parse.blocks.mathml import written
from tui.parse.patterns import regex

_TEX = regex(r"\b(?:la)?tex\b", re.IGNORECASE)
_APART = regex(
    r"(?:math|tex|formula|equation)[-_ ]+(?:display|block)(?:[\s_-]|$)|display[-_]+math",
    re.IGNORECASE,
)
"""Classes of formulas that stand on a line of their own."""

_FRAME = "-Frame"
_LONGEST_MATHML = 100_000
_FEW = 8


def formula(node: LexborNode) -> str:
    """The text of an element `math`, or of one in which MathJax 3 or 4 has drawn one."""
    return _in_container(node) if node.tag == "mjx-container" else _in_math(node)


def _in_math(math: LexborNode) -> str:
    for annotation in math.css("annotation"):
        if _TEX.search(annotation.attributes.get("encoding") or ""):
            return tex.source(annotation.text())
    attributes = math.attributes
    return tex.source(attributes.get("alttext") or attributes.get("data-latex") or "") or written(
        math
    )


def _in_container(container: LexborNode) -> str:
    kept = container.css_first("mjx-math[data-latex]")
    if kept is not None and (source := tex.source(kept.attributes.get("data-latex") or "")):
        return source
    math = container.css_first("math")
    return _in_math(math) if math is not None else drawn.by_mathjax(container)


def in_script(script: LexborNode) -> str | None:
    """The TeX that a script holds, or None where it holds anything else."""
    kind = script.attributes.get("type") or ""
    return tex.source(script.text()) if kind.startswith("math/") and _TEX.search(kind) else None


def in_element(node: LexborNode, attributes: Attributes) -> str | None:
    """The text of a formula that an element shows or stands for, or None where it is none."""
    if not tex.ATTRIBUTES.isdisjoint(attributes) and (source := tex.in_attributes(node)):
        return source
    classes = attributes.get("class")
    if not classes:
        return None
    if "katex" in classes and "katex" in classes.split():
        math = node.css_first("math")
        return _in_math(math) if math is not None else drawn.by_katex(node)
    if "mjx-chtml" in classes:
        return _in_label(node)
    if "data-mathml" in attributes:
        return _in_attribute(node, attributes)
    return _in_fences(node) if "math" in classes and "math" in classes.split() else None


def _in_fences(node: LexborNode) -> str | None:
    """The TeX of an element of Pandoc, which a script has yet to draw."""
    inner = node.first_child
    if inner is None or inner.tag != TEXT or inner.next is not None:
        return None
    return tex.fenced(inner.text_content or "")


def _in_label(node: LexborNode) -> str | None:
    """What MathJax 2 on a server says of a formula in place of what it draws."""
    for inner in islice(node.traverse(), _FEW):
        if "mjx-math" in class_names(inner):
            return tex.source(inner.attributes.get("aria-label") or "") or None
    return None


def _in_attribute(node: LexborNode, attributes: Attributes) -> str | None:
    """The formula that MathJax 2 keeps in an attribute, of use where its script is gone."""
    if is_drawn_from_script(node, attributes.get("id") or ""):
        return None
    markup = attributes["data-mathml"] or ""
    math = LexborHTMLParser(markup[:_LONGEST_MATHML]).css_first("math")
    return (_in_math(math) or None) if math is not None else None


def is_apart(node: LexborNode, attributes: Attributes) -> bool:
    """Whether a formula stands on a line of its own."""
    if attributes.get("display") in ("block", "true"):
        return True
    if "mode=display" in (attributes.get("type") or ""):
        return True
    around = node.parent
    return any(
        _APART.search(of.attributes.get("class") or "")
        for of in (node, around)
        if of is not None and of.is_element_node
    )


def is_drawn_from_script(node: LexborNode, identity: str) -> bool:
    """Whether an element is what MathJax 2 drew of a script that follows it, or its parent."""
    if not identity.endswith(_FRAME):
        return False
    script = identity.removesuffix(_FRAME)
    parent = node.parent
    return any(
        after is not None and after.tag == "script" and after.attributes.get("id") == script
        for after in (node.next, parent.next if parent is not None else None)
    )
