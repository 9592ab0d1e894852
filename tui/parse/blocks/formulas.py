"""Formulas as text: their source in TeX where the page has it, else their MathML on one line.

TeX stands in an annotation of MathML or in its `alttext` (MathML 3, sections 5.1 and 2.2.1), in a
script of the type `math/tex`, which kramdown writes and MathJax 2 reads, or is the alternative text
of a picture. MathML alone is written as Unicode Technical Note 28, "UnicodeMath", has it: `x^2`,
`√(b^2+4ac)`, `(a+b)/c`.
"""

from __future__ import annotations

import re
from itertools import pairwise

from selectolax.lexbor import LexborNode

from tui.parse.blocks.elements import Attributes, word_set
from tui.parse.clean import clean_line
from tui.parse.patterns import regex

MOST_ELEMENTS = 2_000
"""A formula of more elements than this is given as its bare text."""

_TEX = regex(r"\b(?:la)?tex\b", re.IGNORECASE)
_STYLED = regex(r"\{\\(?:display|text)style\b\s*(.*)\}")
"""What wikis wrap around a formula for the size it is drawn in."""

_PICTURE = regex(
    r"(?:^|\s)(?:latex|tex|mwe-math-\S+|ql-img-\S+)(?:\s|$)"
    r"|\blatex\.(?:php|codecogs)|/render/math\b|/math/render/",
    re.IGNORECASE,
)
"""Classes and addresses of pictures of formulas."""

_APART = regex(r"/|[^\W\d_]{2}")
_ENDS_OPEN = regex(r"[/^_]|[^\W\d_]{2}")
"""Fractions and names may not run into what is beside them, scripts not into what follows."""

_FRAME = "-Frame"
_UNWRITTEN = word_set("annotation annotation-xml mphantom none mprescripts")
_INVISIBLE = {ord(sign): None for sign in "\u2061\u2062\u2063\u2064"}
"""Function application, times, comma and plus that are heard and not seen."""

_SCRIPTS = {
    "msup": "^",
    "mover": "^",
    "msub": "_",
    "munder": "_",
    "msubsup": "_^",
    "munderover": "_^",
}


def formula(math: LexborNode) -> str:
    """The text of an element `math`."""
    for annotation in math.css("annotation"):
        if _TEX.search(annotation.attributes.get("encoding") or ""):
            return _source(annotation.text())
    return _source(math.attributes.get("alttext") or "") or _written(math)


def in_script(script: LexborNode) -> str | None:
    """The TeX that a script holds, or None where it holds anything else."""
    kind = script.attributes.get("type") or ""
    return _source(script.text()) if kind.startswith("math/") and _TEX.search(kind) else None


def in_picture(attributes: Attributes) -> str | None:
    """The TeX that a picture draws, or None where it draws anything else."""
    alt = attributes.get("alt")
    signs = (attributes.get("class"), attributes.get("src"))
    return _source(alt) if alt and any(sign and _PICTURE.search(sign) for sign in signs) else None


def is_block(attributes: Attributes) -> bool:
    """Whether a formula stands on a line of its own."""
    kind = attributes.get("type") or ""
    return attributes.get("display") == "block" or "mode=display" in kind


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


def _source(tex: str) -> str:
    line = clean_line(tex)
    styled = _STYLED.fullmatch(line)
    return styled[1].strip() if styled else line


def _written(math: LexborNode) -> str:
    """MathML on one line; the walk is a loop, since pages nest deeper than Python may recurse."""
    order: list[LexborNode] = [math]
    for node in order:  # grows while it is gone through: each level after the one above it
        order.extend(child for child in node.iter() if child.tag not in _UNWRITTEN)
        if len(order) > MOST_ELEMENTS:
            return clean_line(math.text(separator=" "))
    written: dict[int, str] = {}
    for node in reversed(order):
        parts = [written[child.mem_id] for child in node.iter() if child.mem_id in written]
        written[node.mem_id] = _element(node, parts)
    return clean_line(written[math.mem_id])


def _element(node: LexborNode, parts: list[str]) -> str:
    """An element of MathML, from what its children have become."""
    if not parts:
        text = clean_line(node.text()).translate(_INVISIBLE)
        return f" {text} " if node.tag == "mtext" else text
    match node.tag:
        case "msup" | "msub" | "msubsup" | "mover" | "munder" | "munderover" as tag:
            signs = zip(_SCRIPTS[tag], parts[1:], strict=False)
            text = parts[0] + "".join(sign + _grouped(part) for sign, part in signs if part)
        case "mfrac":
            bare = (node.attributes.get("linethickness") or "").startswith("0")
            text = ("¦" if bare else "/").join(map(_grouped, parts))
        case "msqrt":
            text = f"√{_grouped(_row(parts))}"
        case "mroot":
            text = f"√({'&'.join(reversed(parts))})"
        case "mtable":
            text = f"({'; '.join(parts)})"
        case "mtr" | "mlabeledtr":
            text = " ".join(parts)
        case "mfenced":
            left, right = (node.attributes.get(side) for side in ("open", "close"))
            text = f"{left or '('}{','.join(parts)}{right or ')'}"
        case _:
            text = _row(parts)
    return text


def _grouped(part: str) -> str:
    """A part in parentheses, where it is more than one sign or number."""
    part = part.strip()
    if len(part) <= 1 or part.isdecimal() or (part[0] == "(" and part.find(")") == len(part) - 1):
        return part
    return f"({part})"


def _row(parts: list[str]) -> str:
    """Parts one after the other; a space keeps names such as `sin`, fractions and scripts apart."""
    seen = [part for part in parts if part]
    row = "".join(seen[:1])
    for before, part in pairwise(seen):
        touch = before[-1:].isalnum() and part[:1].isalnum()
        row += f" {part}" if touch and (_ENDS_OPEN.search(before) or _APART.search(part)) else part
    return row
