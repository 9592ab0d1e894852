"""The figures of a thread and their small plot."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from tests.reading.samples import CET, DIKE, dated, said, threads
from tui.model import Thread
from tui.reading.sparkline import ASCII, BLOCKS, sparkline
from tui.reading.statistics import Statistics, Unit

COUNTS = st.lists(st.integers(0, 10_000), max_size=80)


def over(*dates: datetime | date | None) -> Statistics:
    comments = (dated(said(str(n), None, ""), one) for n, one in enumerate(dates))
    return Statistics.of(Thread(tuple(comments), "test"))


def test_the_figures_of_a_thread() -> None:
    figures = Statistics.of(DIKE)
    assert (figures.comments, figures.anonymous, figures.undated) == (6, 1, 2)
    people = [(one.name, one.comments, one.replies, one.post_author) for one in figures.people]
    assert people == [
        ("Jos", 2, 0, False),
        ("Søren Ünal", 1, 2, False),
        ("Ada", 1, 1, True),
        ("Adam", 1, 0, False),
    ]
    jos, *_, adam = figures.people
    assert jos.first is DIKE.comments[2].date
    assert jos.last is DIKE.comments[3].date
    assert adam.first is adam.last is None
    assert figures.depths == (2, 3, 1)
    assert figures.longest_chain == (0, 1, 2)
    assert figures.most_answered == 0
    assert figures.words == 4 + 1 + 4 + 7 + 2 + 2
    assert figures.average_words == pytest.approx(20 / 6)
    assert figures.post_author_share == pytest.approx(1 / 6)
    assert (figures.first, figures.last) == (DIKE.comments[0].date, DIKE.comments[3].date)


def test_a_thread_without_comments_has_figures() -> None:
    figures = Statistics.of(Thread((), "test"))
    assert (figures.people, figures.depths, figures.longest_chain, figures.buckets) == ((),) * 4
    assert (figures.average_words, figures.post_author_share) == (0.0, 0.0)
    assert figures.most_answered is None
    assert figures.first is None


@pytest.mark.parametrize(
    ("dates", "unit", "counts"),
    [
        ([datetime(2026, 5, 1, 23, 59, tzinfo=CET)] * 2, Unit.HOUR, [2]),
        (
            [datetime(2026, 5, 1, 22, 10, tzinfo=UTC), datetime(2026, 5, 2, 1, tzinfo=UTC)],
            Unit.HOUR,
            [1, 0, 0, 1],
        ),
        ([date(2026, 5, 1), datetime(2026, 5, 2, 1, tzinfo=UTC)], Unit.DAY, [1, 1]),
        ([date(2026, 2, 27), None, date(2026, 3, 2)], Unit.DAY, [1, 0, 0, 1]),
        ([date(2026, 1, 4), date(2026, 1, 5), date(2026, 4, 1)], Unit.WEEK, [1, 1, *[0] * 11, 1]),
        (
            [date(2024, 12, 31), date(2025, 1, 1), date(2026, 3, 9)],
            Unit.MONTH,
            [1, 1, *[0] * 13, 1],
        ),
        ([date(1, 1, 1), date(9999, 12, 31)], Unit.YEAR, [1, *[0] * 9997, 1]),
        ([date(9999, 12, 31), date(9999, 1, 1)], Unit.WEEK, [1, *[0] * 51, 1]),
        ([None], Unit.DAY, []),
    ],
)
def test_time_is_cut_as_its_span_asks(
    dates: list[datetime | date | None], unit: Unit, counts: list[int]
) -> None:
    figures = over(*dates)
    assert figures.unit is unit
    assert [bucket.count for bucket in figures.buckets] == counts


@given(threads())
def test_figures_add_up(thread: Thread) -> None:
    figures = Statistics.of(thread)
    assert sum(one.comments for one in figures.people) + figures.anonymous == len(thread)
    assert sum(figures.depths) == len(thread)
    assert sum(bucket.count for bucket in figures.buckets) + figures.undated == len(thread)
    assert len(figures.longest_chain) == len(figures.depths)
    starts = [bucket.start for bucket in figures.buckets]
    assert all(one < other for one, other in pairwise(starts))


def test_a_plot_is_as_high_as_its_numbers() -> None:
    assert sparkline([0, 1, 2, 3, 4, 5, 6, 7, 8]) == BLOCKS
    assert sparkline([0, 1, 2, 3, 4, 5, 6, 7, 8], ascii_only=True) == ASCII
    assert sparkline([1, 1_000]) == "▁█"
    assert sparkline([0, 0]) == "  "
    assert sparkline([]) == ""
    assert sparkline([1, 1, 3, 3, 0, 0], 3) == "▃█ "
    assert sparkline([5, 1], 9) == "█▂"


@given(counts=COUNTS, width=st.integers(1, 100), ascii_only=st.booleans())
def test_a_plot_has_its_width_and_hides_no_comment(
    counts: list[int], width: int, *, ascii_only: bool
) -> None:
    line = sparkline(counts, width, ascii_only=ascii_only)
    assert len(line) == min(width, len(counts))
    assert line.isascii() or not ascii_only
    assert bool(line.strip()) == any(counts)
    if len(counts) <= width:
        assert [character == " " for character in line] == [not count for count in counts]
