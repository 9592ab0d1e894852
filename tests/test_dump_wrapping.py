"""Text is printed in lines that are broken as those of the screen are."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len

from tui.dump.wrapping import wrap

WORDS = st.text(alphabet="ab-é’.x祖👍🏽、「", min_size=1, max_size=14)


@given(st.lists(WORDS, max_size=30).map(" ".join), st.integers(8, 40))
def test_no_line_is_wider_and_no_character_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert max(map(cell_len, lines)) <= width
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one\n\ntwo", ["one", "", "two"]),
        ("een regel van zes woorden lang", ["een regel", "van zes", "woorden", "lang"]),
        ("zie https://example.org/een/adres", ["zie", "https://", "example.or", "g/een/", "adres"]),
        ("祖父のシャベル", ["祖父のシャ", "ベル"]),
        ("今土が重い。柄", ["今土が重", "い。柄"]),
    ],
)
def test_lines_of_ten_cells(text: str, lines: list[str]) -> None:
    assert wrap(text, 10) == lines
