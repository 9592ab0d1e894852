"""Formulas of which a page holds only what was drawn: KaTeX's spans, MathJax 3's elements.

KaTeX names its spans by TeX's classes of atoms and stacks what is above each other in a `vlist`,
from below (its `src/buildHTML.js` and `src/buildCommon.js`). MathJax 3 names the elements of its
CommonHTML after those of MathML, what is over them first, and has a sign in the class of an
`mjx-c`, which a style sheet draws.
"""

from __future__ import annotations

from unicodedata import normalize

from selectolax.lexbor import LexborNode

from tui.parse.blocks.elements import class_names
from tui.parse.blocks.mathml import INVISIBLE, folded, grouped, row, script, table, with_accent
from tui.parse.clean import clean, clean_line
from tui.parse.patterns import regex

_SIGN = regex(r"(?:^|\s)mjx-c([0-9a-f]{2,5})(?:\s|$)")
_LETTERS = range(0x1D400, 0x1D800)
"""Letters of mathematical styles: MathML has the plain ones, and says the style beside them."""

_CELL = "\x1f"
"""Between what is above each other, until it is written; `clean` leaves none of a page's own."""

_LINE = "/"
_LOWER = frozenset({"mjx-msub", "mjx-munder"})
_NEGATED = regex("\ue020 ?(.)")
"""The stroke through the next sign, which is a character of KaTeX's own fonts."""

_UNDRAWN = frozenset({"strut", "pstrut", "vlist-s", "nulldelimiter", "mspace"})
_STACKS = frozenset({"vlist-t", "vlist-t2", "vlist-r"})
_BRACKETS = {
    piece: bracket
    for pieces, bracket in (
        ("⎛⎜⎝", "("),
        ("⎞⎟⎠", ")"),
        ("⎡⎢⎣", "["),
        ("⎤⎥⎦", "]"),
        ("⎧⎨⎩", "{"),
        ("⎫⎬⎭", "}"),
    )
    for piece in pieces
}
"""What the pieces of high brackets are pieces of."""


def by_katex(node: LexborNode) -> str:
    """The text of a formula that KaTeX has drawn without MathML."""
    return _NEGATED.sub(lambda found: normalize("NFC", f"{found[1]}\u0338"), folded(node, _span))


def by_mathjax(node: LexborNode) -> str:
    """The text of a formula that MathJax 3 has drawn without MathML."""
    return folded(node, _element)


def _span(node: LexborNode, parts: list[str]) -> str:
    """A span of KaTeX, from what its children have become."""
    names = {name.removeprefix("katex-") for name in class_names(node)}
    seen = [part for part in parts if part]
    if not names.isdisjoint(_UNDRAWN):
        return ""
    if "frac-line" in names:
        return _LINE
    if not parts:
        text = clean_line(node.text()).translate(INVISIBLE)
    elif "vlist" in names:
        text = _CELL.join(seen)
    elif names and names <= _STACKS:
        text = "".join(seen)
    elif "delimsizing" in names and "mult" in names:
        pieces = (_BRACKETS.get(sign) for sign in "".join(seen))
        text = next(filter(None, pieces), "")
    elif "mtable" in names:
        columns = [part.split(_CELL) for part in seen]
        text = table([" ".join(cells) for cells in zip(*columns, strict=False)])
    elif any(name.startswith("col-align") for name in names):
        text = "".join(seen)
    else:
        stacked = [part for part in _CELL.join(seen).split(_CELL) if part]
        text = _stack(node, names, stacked) or row([part.replace(_CELL, " ") for part in seen])
    return f" {text} " if "text" in names else text


def _stack(node: LexborNode, names: set[str], parts: list[str]) -> str | None:
    """What KaTeX sets above each other, by what is to be made of it; None where it is nothing."""
    first = node.first_child
    goes_down = first is not None and "vlist-t2" in class_names(first)
    text = None
    match parts:
        case [below, line, above] if "mfrac" in names and line == _LINE:
            text = f"{grouped(above)}/{grouped(below)}"
        case [below, above] if "mfrac" in names:
            text = f"{grouped(above)}¦{grouped(below)}"
        case [below, above] if "msupsub" in names:
            text = f"{script('_', below)}{script('^', above)}"
        case [only] if "msupsub" in names:
            text = script("_" if goes_down else "^", only)
        case [index, base] if "sqrt" in names:
            text = f"√({index}&{base})"
        case [base] if "sqrt" in names:
            text = f"√{grouped(base)}"
        case [base, accent] if "accent" in names:
            text = with_accent(base, accent)
        case [below, base, above] if "op-limits" in names:
            text = f"{base}{script('_', below)}{script('^', above)}"
        case [below, base] if "op-limits" in names and goes_down:
            text = f"{base}{script('_', below)}"
        case [base, above] if "op-limits" in names:
            text = f"{base}{script('^', above)}"
        case [below, base] if "munder" in names:
            text = f"{grouped(base)}{script('_', below)}"
        case [base, above] if "mover" in names:
            text = f"{grouped(base)}{script('^', above)}"
    return text


def _element(node: LexborNode, parts: list[str]) -> str:
    """An element of MathJax, from what its children have become."""
    seen = [part for part in parts if part]
    match (node.tag or "").removeprefix("mjx-"), seen:
        case (("c" | "stretchy-v" | "stretchy-h"), _):
            text = _sign(node)
        case (("mi" | "mn" | "mo"), _):
            text = "".join(seen) or clean_line(node.text()).translate(INVISIBLE)
        case "mtext", _:
            text = f" {''.join(seen) or clean_line(node.text())} "
        case "script", _:
            text = _script(node, seen)
        case "over", _:
            text = script("^", row(seen))
        case "under", _:
            text = script("_", row(seen))
        case (("mover" | "munderover"), [over, base]) if over.startswith("^"):
            text = with_accent(base, over[1:]) or base + over
        case "frac", [above, below]:
            sign = "¦" if "atop" in node.attributes else "/"
            text = f"{grouped(above)}{sign}{grouped(below)}"
        case "sqrt", [_, base]:
            text = f"√{grouped(base)}"
        case "mroot", [index, root]:
            text = f"√({index}&{root.removeprefix('√').strip('()')})"
        case "itable", _:
            text = table(seen)
        case (("mtr" | "mlabeledtr"), _):
            text = " ".join(seen)
        case "utext", _:
            text = clean_line(node.text())
        case _:
            text = row(seen)
    return text


def _sign(node: LexborNode) -> str:
    found = _SIGN.search((node.attributes.get("class") or "").lower())
    if found is None:
        return clean_line(node.text())
    code = int(found[1], 16)
    sign = chr(code) if code < 0x11_0000 else ""
    return clean(normalize("NFKC", sign) if code in _LETTERS else sign).translate(INVISIBLE)


def _script(node: LexborNode, parts: list[str]) -> str:
    """What stands beside a sign: the upper script is before the lower one."""
    around = node.parent.tag if node.parent is not None else ""
    match parts:
        case [above, below]:
            return f"{script('_', below)}{script('^', above)}"
        case [only]:
            return script("_" if around in _LOWER else "^", only)
        case _:
            return row(parts)
