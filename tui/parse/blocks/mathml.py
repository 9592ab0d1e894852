"""MathML on one line, as Unicode Technical Note 28, "UnicodeMath", writes it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from selectolax.lexbor import LexborNode

from tui.parse.blocks.elements import word_set
from tui.parse.clean import clean_line
from tui.parse.patterns import regex

MOST_ELEMENTS = 2_000
"""A formula of more elements than this is given as its bare text."""

_APART = regex(r"/|[^\W\d_]{2}")
_PRIMES = "\u2032\u2033\u2034"
_OPENING = ("(", "[", "{", "|", "‖")
_ENDS_OPEN = regex(r"[/^_]|[^\W\d_]{2}")
"""Fractions and names may not run into what is beside them, scripts not into what follows."""

_UNWRITTEN = word_set("annotation annotation-xml mphantom none mprescripts")
INVISIBLE = {ord(sign): None for sign in "\u2061\u2062\u2063\u2064"}
"""Function application, times, comma and plus that are heard and not seen."""

_SCRIPTS = {
    "msup": "^",
    "mover": "^",
    "msub": "_",
    "munder": "_",
    "msubsup": "_^",
    "munderover": "_^",
}

_ACCENTS = {
    "\u2192": "\u20d7",
    "\u20d7": "\u20d7",
    "\u02d9": "\u0307",
    "\u00a8": "\u0308",
    "^": "\u0302",
    "\u02c6": "\u0302",
    "~": "\u0303",
    "\u02dc": "\u0303",
    "\u00af": "\u0304",
    "\u02c9": "\u0304",
    "\u203e": "\u0304",
    "\u02c7": "\u030c",
}
"""Signs over letters, and the combining characters for them."""


def written(math: LexborNode) -> str:
    """MathML on one line."""
    return folded(math, _element)


def folded(root: LexborNode, told: Callable[[LexborNode, list[str]], str]) -> str:
    """What a formula becomes on one line; a loop, since pages nest deeper than Python may recurse.

    Args:
        root: The element around it.
        told: What an element becomes, from what its children have become.
    """
    order: list[LexborNode] = [root]
    for node in order:  # grows while it is gone through: each level after the one above it
        order.extend(child for child in node.iter() if child.tag not in _UNWRITTEN)
        if len(order) > MOST_ELEMENTS:
            return clean_line(root.text(separator=" "))
    lines: dict[int, str] = {}
    for node in reversed(order):
        parts = [lines[child.mem_id] for child in node.iter() if child.mem_id in lines]
        lines[node.mem_id] = told(node, parts)
    return clean_line(lines[root.mem_id])


def _element(node: LexborNode, parts: list[str]) -> str:
    """An element of MathML, from what its children have become."""
    if not parts:
        text = clean_line(node.text()).translate(INVISIBLE)
        return f" {text} " if node.tag == "mtext" else text
    match node.tag:
        case "mover" if parts[1:] and (accented := with_accent(parts[0], parts[1])):
            text = accented
        case "msup" | "msub" | "msubsup" | "mover" | "munder" | "munderover" as tag:
            signs = zip(_SCRIPTS[tag], parts[1:], strict=False)
            text = parts[0] + "".join(script(sign, part) for sign, part in signs if part)
        case "mfrac":
            bare = (node.attributes.get("linethickness") or "").startswith("0")
            text = ("¦" if bare else "/").join(map(grouped, parts))
        case "msqrt":
            text = f"√{grouped(row(parts))}"
        case "mroot":
            text = f"√({'&'.join(reversed(parts))})"
        case "mtable":
            text = table(parts)
        case "mtr" | "mlabeledtr":
            text = " ".join(parts)
        case "mfenced":
            left, right = (node.attributes.get(side) for side in ("open", "close"))
            text = row([left or "(", ",".join(parts), right or ")"])
        case _:
            text = row(parts)
    return text


def with_accent(base: str, accent: str) -> str | None:
    """One sign with an accent over it, or None where they are anything else."""
    combining = _ACCENTS.get(accent.strip())
    return base + combining if combining and len(base) == 1 else None


def table(rows: list[str]) -> str:
    """The rows of a matrix."""
    return rows[0] if len(rows) == 1 else f"({'; '.join(rows)})"


def script(sign: str, part: str) -> str:
    """A script after its sign; primes stand up by themselves."""
    return part if not part.strip(_PRIMES) else sign + grouped(part)


def grouped(part: str) -> str:
    """A part in parentheses, where it is more than one sign or number."""
    part = part.strip()
    if len(part) <= 1 or part.isdecimal() or (part[0] == "(" and part.find(")") == len(part) - 1):
        return part
    return f"({part})"


def row(parts: list[str]) -> str:
    """Parts one after the other; a space keeps names such as `sin`, fractions and scripts apart."""
    seen = [part for part in parts if part]
    line = "".join(seen[:1])
    for before, part in pairwise(seen):
        if before in _OPENING and part[0] == "(" and part[-1] == ")" and "; " in part:
            line += part[1:-1]  # a matrix within brackets of its own
            continue
        touch = before[-1:].isalnum() and part[:1].isalnum()
        line += f" {part}" if touch and (_ENDS_OPEN.search(before) or _APART.search(part)) else part
    return line
