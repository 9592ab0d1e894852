from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from tests.app.layout.samples import thread_of, widest, words
from tui.app.layout.rows import ListRow, MapRow

COMMENT = thread_of(None).comments[0]


def said(row: ListRow, width: int) -> list[str]:
    return [line.text for line in row.lines(width)]


def test_a_row_shows_its_title_its_words_and_its_facts() -> None:
    row = ListRow("a", "To Wil", "draft · De dijk", "> gezegd\n\nDat zie ik ook zo.")
    assert said(row, 40) == ["To Wil", "> gezegd Dat zie ik ook zo.", "draft · De dijk", ""]
    assert said(ListRow("a", "De dijk", "opened twice"), 40) == ["De dijk", "opened twice", ""]


@given(words.map(lambda text: text.replace(" ", "rijksmonument ")), st.integers(12, 80))
def test_words_take_two_lines_at_most_and_say_where_they_go_on(text: str, width: int) -> None:
    row = ListRow("a", "x", "y", text)
    lines = said(row, width)
    assert len(lines) == row.height(width) <= 5
    assert widest(row.lines(width)) <= width
    shown = " ".join(lines[1:-2])
    assert shown.endswith("…") or shown.replace(" ", "") == text.replace(" ", "")


def test_a_long_draft_is_no_trouble_in_a_row() -> None:
    row = ListRow("a", "x", "y", "dijk " * 1_000_000)
    assert len(said(row, 40)) == 5


@pytest.mark.parametrize("mark", ["", " ✎"])
@pytest.mark.parametrize("depth", [0, 3, 400])
@pytest.mark.parametrize("author", ["Wil", "海の読者の長い名前です", None])
def test_a_row_of_the_map_is_one_line_that_fits(author: str | None, depth: int, mark: str) -> None:
    (line,) = MapRow(replace(COMMENT, author=author), depth, drafted=bool(mark)).lines(24)
    assert cell_len(line.text) <= 24
    assert line.text.startswith(("╎│┊┃" * 3)[: min(depth, 11)])
    assert line.text.endswith("✎") == bool(mark)
    assert (author or "Unknown author")[:3] in line.text
