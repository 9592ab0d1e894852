"""What each field of the filter language finds."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from msgspec.structs import replace

from tests.reading.samples import DIKE, MOMENTS, dated, facts, found, said
from tui.model import Thread
from tui.reading.query import parse_query
from tui.reading.query.fields import FIELDS
from tui.reading.times import UNITS

FINDS = [
    # words, in text and author
    ("dike", [0]),
    ("ada", [1, 5]),
    ("it was", [3]),
    ('"it was"', [3]),
    ("was", [0, 3]),
    ("closed", [0]),
    ("DIKE jos", []),
    ("soren", [0]),
    ("søren", [0]),
    ("UNAL", [0]),
    ("don't", [2]),
    ('"don’t think"', [2]),
    ("nowhere", []),
    # text and author
    ("text:was", [0, 3]),
    ('text:"was the"', [0]),
    ("text:jos", []),
    ("author:jos", [2, 3]),
    ("author:unal", [0]),
    ('author:"soren unal"', [0]),
    ("author:ada", [1, 5]),
    ("author:=ada", [1]),
    ('author:="Søren Ünal"', [0]),
    ("author:=soren", []),
    # who
    ("by:op", [1]),
    ("by:me", [2, 3]),
    ("to:op", [2]),
    ("to:me", []),
    # what was read
    ("is:new", [0, 3, 5]),
    ("is:seen", [1]),
    ("is:unread", [0, 1, 3, 5]),
    ("is:read", [2, 4]),
    ("new:", [0, 3, 5]),
    ("new:yes", [0, 3, 5]),
    ("new:no", [1, 2, 4]),
    # what it holds
    ("has:link", [1, 3]),
    ("has:image", [4]),
    ("has:code", [4]),
    ("has:quote", [3, 4]),
    ("has:draft", [0]),
    ("has:replies", [0, 1, 4]),
    ("has:date", [0, 1, 2, 3]),
    ("has:score", [0, 3, 5]),
    # numbers
    ("replies:2", [0]),
    ("replies:=1", [1, 4]),
    ("replies:>=1", [0, 1, 4]),
    ("below:>2", [0]),
    ("min:replies", [0, 1, 4]),
    ("min:replies=2", [0]),
    ("min:replies:2", [0]),
    ("min:2", [0]),
    ("max:depth=0", [0, 4]),
    ("max:0", [2, 3, 5]),
    ("min:score=-2", [0, 3, 5]),
    ("depth:<1", [0, 4]),
    ("depth:1..2", [1, 2, 3, 5]),
    ("depth:..0", [0, 4]),
    ("depth:2..", [2]),
    ("score:>0", [0]),
    ("score:<=0", [3, 5]),
    ("score:-5..-1", [3]),
    ("words:4", [0, 2]),
    ("words:>4", [3]),
    # kinds and states
    ("kind:pingback", [4]),
    ("kind:comment", [0, 1, 2, 3, 5]),
    ("state:deleted", [5]),
    ("STATE:Shown", [0, 1, 2, 3, 4]),
    # dates, as the page shows them
    ("date:2026-05-01", [0]),
    ("date:2026-5-1", [0]),
    ("date:2026-05", [0, 1, 2]),
    ("date:2026", [0, 1, 2, 3]),
    ("date:2026-05-02..2026-05", [1, 2]),
    ("date:..2026-05-02", [0, 1]),
    ("date:2026-06..", [3]),
    ("date:2026-05-02T09:00", [1]),
    ("date:yesterday", [3]),
    ("date:Today", []),
    ("since:2026-05-02", [1, 2, 3]),
    ("after:2026-05-02", [2, 3]),
    ("after:2026-05", [3]),
    ("before:2026-05-02", [0]),
    ("until:2026-05-02", [0, 1]),
    ("before:2025", []),
    # of a day only, neither before nor after noon of it
    ("since:2026-06-01T12:00", []),
    ("before:2026-06-01T12:00", [0, 1, 2]),
    ("since:2026-06-01T00:00", [3]),
    # ages
    ("age:<2d", [3]),
    ("age:2d", [3]),
    ("since:2d", [3]),
    ("since:1d", []),
    ("after:31days", [2, 3]),
    ("age:>4weeks", [0, 1, 2]),
    ("before:1mo", [0, 1, 2]),
    ("before:31d", [0, 1]),
    ("until:1y", []),
    ("age:<90MIN", []),
    ("age:<=60h", [3]),
]


@pytest.mark.parametrize(("text", "indexes"), FINDS)
def test_a_field_finds(text: str, indexes: list[int]) -> None:
    assert found(text) == indexes


def test_each_field_and_each_unit_of_ages_is_tried() -> None:
    tried = {text.partition(":")[0].lower() for text, _ in FINDS if ":" in text}
    assert set(FIELDS) <= tried
    for name in [name for names in UNITS for name in names]:
        assert found(f"age:<0{name}") == []
        assert found(f"age:>0{name}") == [0, 1, 2, 3]


@given(MOMENTS)
def test_any_date_can_be_compared(at: datetime | date | None) -> None:
    thread = Thread((dated(said("0", None, ""), at),), "test")
    known = [] if at is None else [0]
    for text in (
        "date:2026-05 or -date:2026-05",
        "age:<2d or age:>2d or -age:2d",
        "since:today or until:yesterday or -has:date",
    ):
        assert found(text, thread) == [0]
    assert found("since:2026 or before:2026", thread) == known
    assert found("after:2026 or until:2026", thread) == known
    assert found("since:2026 before:2026", thread) == []


@given(MOMENTS)
def test_a_clock_without_a_zone_can_be_compared_with_any_date(at: datetime | date | None) -> None:
    thread = Thread((dated(said("0", None, ""), at),), "test")
    known = replace(facts(thread), now=datetime(2026, 6, 2, 12))  # noqa: DTZ001 -- as said
    matched = parse_query("age:<2d or age:>2d or since:today or -has:date").matching(known)
    of_a_day_only = at is not None and not isinstance(at, datetime)
    assert 0 in matched or of_a_day_only


def test_the_words_of_a_thread_are_made_ready_once() -> None:
    one, other = facts(), facts()
    assert one.text is other.text
    assert facts(Thread(DIKE.comments, "another")).text is not one.text


def test_a_comment_that_lacks_a_number_or_date_is_found_by_what_is_not_so() -> None:
    assert found("-score:>0") == [1, 2, 3, 4, 5]
    assert 4 in found("-date:2026")


def test_a_reader_without_a_name_wrote_nothing() -> None:
    nobody = facts(DIKE)
    unnamed = replace(nobody, names=("",))
    assert parse_query("by:me or to:me").matching(unnamed) == frozenset()
