"""Superscripts and subscripts: Unicode's characters where there are, signs elsewhere."""

from __future__ import annotations

import pytest

from tui.model import Mark, Span, plain
from tui.reading.scripts import Sign, drawn, drawn_text, raised


@pytest.mark.parametrize(
    ("text", "mark", "shown"),
    [
        ("2", Mark.SUPER, "x²"),
        ("-(n+1)", Mark.SUPER, "x⁻⁽ⁿ⁺¹⁾"),
        ("th", Mark.SUPER, "xᵗʰ"),
        ("2", Mark.SUB, "x₂"),
        ("max", Mark.SUB, "xₘₐₓ"),
        ("π", Mark.SUPER, "x^(π)"),
        ("1, 2", Mark.SUPER, "x^(1, 2)"),
        ("b", Mark.SUB, "x_(b)"),
        ("(π)", Mark.SUPER, "x^(π)"),
        ("[12]", Mark.SUPER, "x[12]"),
        ("†", Mark.SUPER, "x†"),
        ("1\n", Mark.SUPER, "x¹\n"),
        (" π ", Mark.SUPER, "x ^(π) "),
    ],
)
def test_every_character_has_its_own_or_signs_stand_around_all(
    text: str, mark: Mark, shown: str
) -> None:
    assert drawn_text((Span("x"), Span(text, mark))) == shown


def test_characters_keep_their_number_and_signs_are_told_from_text() -> None:
    text = (Span("e"), Span("iπ ", Mark.SUPER | Mark.ITALIC), Span("+ 1"))
    shown = drawn(text)
    assert "".join(span.text for span in shown if not isinstance(span, Sign)) == plain(text)
    assert len(raised("n+1", Mark.SUPER)) == 3


def test_without_unicode_all_have_signs() -> None:
    text = (Span("x"), Span("2", Mark.SUPER), Span(" and H"), Span("2", Mark.SUB), Span("O"))
    assert plain(drawn(text, in_ascii=True)) == "x^(2) and H_(2)O"


def test_a_link_in_a_superscript_does_not_divide_it() -> None:
    text = (Span("a"), Span("[", Mark.SUPER), Span("1", Mark.SUPER, "#fn1"), Span("]", Mark.SUPER))
    assert drawn_text(text) == "a[1]"
