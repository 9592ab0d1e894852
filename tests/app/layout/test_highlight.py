from __future__ import annotations

from hypothesis import given, strategies as st

from tests.app.layout.samples import blocks
from tui.app.layout.blocks import block_pieces
from tui.app.layout.highlight import matches
from tui.app.layout.pieces import lines_of
from tui.model import Block, Paragraph, Quote, Span
from tui.reading.find import needle_pattern


def cells(block: Block, needle: str, width: int = 24) -> list[str]:
    """What is drawn as found, line by line."""
    pattern = needle_pattern(needle)
    assert pattern is not None
    lines = list(lines_of(block_pieces((block,), width)))
    found = matches(lines, pattern)
    return [lines[number].text[first:last] for number in found for first, last in found[number]]


LONG = Paragraph((Span("Wie aan de dijk woont, hoort de wind van ver."),))


def test_a_match_goes_on_from_line_to_line() -> None:
    assert cells(LONG, "woont, hoort") == ["woont,", "hoort"]


def test_the_bar_beside_a_quote_is_no_word_of_it() -> None:
    assert cells(Quote((LONG,)), "woont, hoort") == ["woont,", "hoort"]


def test_what_is_nowhere_is_not_drawn() -> None:
    assert cells(LONG, "sloot") == []


@given(blocks, st.sampled_from((20, 40, 72)))
def test_what_is_drawn_as_found_is_what_was_sought(some: tuple[Block, ...], width: int) -> None:
    pattern = needle_pattern("dijk")
    assert pattern is not None
    lines = list(lines_of(block_pieces(some, width)))
    found = matches(lines, pattern)
    drawn = "".join(
        lines[number].text[first:last] for number in sorted(found) for first, last in found[number]
    )
    assert drawn == "dijk" * (len(drawn) // 4)
