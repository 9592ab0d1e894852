"""Text is broken between words as Rich breaks it, without loading Rich for most of it."""

from __future__ import annotations

from io import StringIO

import pytest
from hypothesis import given, strategies as st
from rich.console import Console
from rich.text import Text

from tui.dump.wrapping import wrap

WORDS = st.text(alphabet="ab-é’.x祖👍🏽", min_size=1, max_size=14)


@given(st.lists(WORDS, max_size=30).map(" ".join), st.integers(8, 40))
def test_lines_are_those_of_rich(text: str, width: int) -> None:
    console = Console(file=StringIO(), width=width)
    lines = [line.plain.rstrip() for line in Text(text).wrap(console, width)]
    assert wrap(text, width) == (lines or [""])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one\n\ntwo", ["one", "", "two"]),
        ("een regel van zes woorden lang", ["een regel", "van zes", "woorden", "lang"]),
        ("zie https://example.org/een/adres", ["zie", "https://ex", "ample.org/", "een/adres"]),
        ("祖父のシャベル", ["祖父のシャ", "ベル"]),
    ],
)
def test_lines_of_ten_cells(text: str, lines: list[str]) -> None:
    assert wrap(text, 10) == lines
