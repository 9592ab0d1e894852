"""Code in the looks of its language."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tui.app.layout.code import LONGEST, code_runs
from tui.app.layout.lines import Role, Run
from tui.model import Mark

CODE = "def wind(clock):  # never force it\n    return 'wound', 14\n"


def runs(text: str, language: str) -> list[Run]:
    """The runs of all of it."""
    return list(code_runs(text, language, 0, len(text)))


def test_words_comments_and_literals_look_otherwise_than_names() -> None:
    looks = {run.text.strip(): (run.role, run.marks) for run in runs(CODE, "python")}
    assert looks["def"] == (Role.CODE, Mark.BOLD)
    assert looks["return"] == (Role.CODE, Mark.BOLD)
    assert looks["# never force it"][0] is Role.META
    assert looks["'wound'"][0] is Role.LITERAL
    assert looks["14"][0] is Role.LITERAL
    assert any("wind" in words and look == (Role.CODE, Mark.NONE) for words, look in looks.items())


@pytest.mark.parametrize("language", ["klingon", "text", "x" * 500, "", "a/b\x00"])
def test_an_unknown_language_has_no_looks_and_loses_nothing(language: str) -> None:
    assert "".join(run.text for run in runs(CODE, language)) == CODE
    assert {run.role for run in runs(CODE, language)} == {Role.CODE}


def test_very_long_code_is_not_taken_apart() -> None:
    text = CODE * (LONGEST // len(CODE) + 1)
    assert runs(text, "python") == [Run(text, Role.CODE)]


@given(
    st.text(max_size=200), st.sampled_from(["python", "html", "json", "console", "c++"]), st.data()
)
def test_every_stretch_is_drawn_character_by_character(
    text: str, language: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    drawn = "".join(run.text for run in code_runs(text, language, start, end))
    assert drawn == text[start:end]
