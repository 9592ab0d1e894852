from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, strategies as st
from msgspec.structs import replace

from tests.app.layout.samples import thread_of, widest
from tui.app.layout.figures import figure_lines
from tui.app.layout.look import PLAIN, Guides, Look
from tui.model import ShownDate, Thread
from tui.reading.statistics import Statistics

START = datetime(2026, 5, 2, 9, tzinfo=UTC)


def dated(thread: Thread, *, every: timedelta = timedelta(days=1)) -> Thread:
    """The thread with its comments so far apart."""
    comments = (
        replace(comment, date=ShownDate("", START + number * every))
        for number, comment in enumerate(thread.comments)
    )
    return replace(thread, comments=tuple(comments))


def told(thread: Thread, width: int = 70, look: Look = PLAIN) -> list[str]:
    lines = figure_lines(thread, Statistics.of(thread), width, look)
    return [line.text.rstrip() for line in lines]


def named(thread: Thread, *authors: str | None) -> Thread:
    pairs = zip(thread.comments, authors, strict=True)
    return replace(thread, comments=tuple(replace(each, author=who) for each, who in pairs))


def test_totals_people_depths_and_times_are_told() -> None:
    thread = dated(named(thread_of(None, 0, 1, None), "Wil", "Kees", "Wil", None))
    look = Look(names=frozenset({"kees"}))
    text = "\n".join(told(thread, look=look))
    assert "4 comments by 2 people, 1 without a name" in text
    assert "12 words, 3 a comment" in text
    assert "most answered: Wil, 1 reply" in text
    assert "longest chain: 3 comments, down to Wil" in text
    assert "When, by the day" in text
    assert "2026-05-02" in text
    assert "2026-05-05" in text
    people = [line for line in told(thread, look=look) if "█" in line and "comment" in line]
    assert people[0].startswith("Wil ")
    assert people[0].endswith("2 comments, 1 reply")
    assert people[1].startswith("Kees (you) ")
    assert people[0].count("█") == 2 * people[1].count("█") or people[0].count("█") > 10


def test_in_little_room_sentences_wrap_and_bars_keep_a_length_that_tells() -> None:
    thread = dated(named(thread_of(None, 0, 1, None), "Wilhelmina van Dam", "Kees", "Wil", None))
    lines = told(thread, width=34)
    assert "the first 2026-05-02 09:00 · the" in lines
    assert "last 2026-05-05 09:00" in lines
    bars = [line for line in lines if "█" in line]
    assert bars[0].count("█") >= 8
    assert bars[0].endswith(" 1")


def test_few_facts_make_few_lines() -> None:
    assert told(named(thread_of(None), None)) == [
        "1 comment, 1 without a name",
        "3 words, 3 a comment",
    ]


@given(st.integers(1, 40), st.integers(20, 72), st.sampled_from(tuple(Guides)), st.booleans())
def test_figures_fit_any_width_and_are_ascii_where_that_is_wished(
    number: int, width: int, guides: Guides, chained: object
) -> None:
    parents = [at - 1 if chained and at else None for at in range(number)]
    thread = dated(thread_of(*parents), every=timedelta(days=11))
    lines = figure_lines(thread, Statistics.of(thread), width, Look(guides=guides))
    assert widest(lines) <= width
    assert guides is not Guides.ASCII or all(line.text.isascii() for line in lines)


@pytest.mark.parametrize("number", [1, 500])
def test_one_of_many_still_has_a_bar(number: int) -> None:
    thread = named(thread_of(*[None] * (number + 1)), "Wil", *["Kees"] * number)
    bars = [line for line in told(thread) if line.startswith("Wil")]
    assert "█" in bars[0]
