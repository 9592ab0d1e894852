"""Superscripts and subscripts in plain characters: Unicode's own, as far as there are any.

The characters are those that the Unicode Character Database decomposes as `<super>` and `<sub>`.
Signs that are raised by themselves, such as those of footnotes, stay what they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from msgspec.structs import replace

from tui.model import Inline, Mark, Span, plain

_SUPER = str.maketrans(
    "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ",  # noqa: RUF001 -- a minus
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ",
)
_SUB = str.maketrans(
    "0123456789+-−=()aehijklmnoprstuvxβγρφχ",  # noqa: RUF001 -- as above
    "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
)
_RAISED = frozenset("*†‡§¶ªº°™®©℠↑↩\ufe0e")
"""Signs that stand high, or need not to, in the text itself."""

_SCRIPTS = Mark.SUPER | Mark.SUB
_TABLES = {Mark.SUPER: _SUPER, Mark.SUB: _SUB}
_SIGNS = {Mark.SUPER: "^", Mark.SUB: "_"}


class Sign(Span, frozen=True):
    """Characters that are drawn and are none of the text, such as a `^` before a superscript."""


def raised(text: str, marks: Mark) -> str:
    """Text with its characters where their marks put them; as long as before."""
    table = _TABLES.get(_place(marks))
    return text.translate(table) if table else text


def drawn(text: Inline, *, in_ascii: bool = False) -> Inline:
    """An inline text as it can be drawn.

    Args:
        text: The text.
        in_ascii: Whether no characters but those of ASCII can be relied on.

    Returns:
        The text, in which the marks of super- and subscripts are left only where `raised` has a
        character for each of theirs. The others stand between signs, as in `e^(x*y)`; what is in
        square brackets, as the numbers of footnotes often are, needs none.
    """
    if not any(span.marks & _SCRIPTS for span in text):
        return text
    spans: list[Span] = []
    for place, group in groupby(text, key=lambda span: _place(span.marks)):
        members = tuple(group)
        if not place or (not in_ascii and _has_all(plain(members), place)):
            spans.extend(members)
        else:
            spans.extend(_signed(members, place))
    return tuple(spans)


def drawn_text(text: Inline) -> str:
    """The characters of an inline text as they are drawn."""
    return "".join(raised(span.text, span.marks) for span in drawn(text))


def _place(marks: Mark) -> Mark:
    """Above the line, below it, or neither; what is in both elements is above."""
    return Mark.SUPER if Mark.SUPER in marks else marks & Mark.SUB


def _has_all(text: str, place: Mark) -> bool:
    table = _TABLES[place]
    return all(ord(sign) in table or sign.isspace() or sign in _RAISED for sign in text)


def _signed(spans: Inline, place: Mark) -> Iterator[Span]:
    """Spans between signs; white space at either end stays outside."""
    text = plain(spans)
    core = text.strip()
    first = text.index(core)
    last = first + len(core)
    before, after = _around(core, _SIGNS[place])
    at = 0
    for span in spans:
        end = at + len(span.text)
        bare = replace(span, marks=span.marks & ~_SCRIPTS)
        cuts = sorted({at, end, *(cut for cut in (first, last) if at < cut < end)})
        for left, right in pairwise(cuts):
            if left == first and before:
                yield Sign(before, bare.marks, bare.href)
            yield replace(bare, text=text[left:right])
            if right == last and after:
                yield Sign(after, bare.marks, bare.href)
        at = end


def _around(core: str, sign: str) -> tuple[str, str]:
    if not core or (core[0] == "[" and core[-1] == "]"):
        return "", ""
    return (sign, "") if core[0] == "(" and core[-1] == ")" else (f"{sign}(", ")")
