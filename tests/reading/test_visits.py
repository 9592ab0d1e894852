from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, strategies as st

from tui.reading.visits import COOLDOWN, Visits, visited

NOON = datetime(2026, 5, 2, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(days=1)

keys = st.frozensets(st.sampled_from("abcdefgh"))


def test_nothing_is_new_at_a_first_visit() -> None:
    assert visited(None, ["a", "b"], NOON) == Visits(NOON, old=frozenset("ab"))


def test_what_came_since_the_visit_before_is_new() -> None:
    first = visited(None, ["a", "b"], NOON)
    second = visited(first, ["a", "b", "c"], LATER)
    assert second.fresh == {"c"}
    third = visited(second, ["a", "b", "c", "d"], LATER + timedelta(hours=1))
    assert third.fresh == {"d"}


def test_a_quick_reopening_does_not_wipe_the_marks() -> None:
    first = visited(None, ["a"], NOON)
    second = visited(first, ["a", "b"], LATER)
    again = visited(second, ["a", "b", "c"], LATER + COOLDOWN - timedelta(seconds=1))
    assert again.fresh == {"b", "c"}
    assert again.last == LATER + COOLDOWN - timedelta(seconds=1), "the end of the visit counts"
    assert visited(again, ["a", "b", "c"], again.last + COOLDOWN).fresh == frozenset()


def test_a_clock_that_went_back_begins_no_visit() -> None:
    second = visited(visited(None, ["a"], NOON), ["a", "b"], LATER)
    assert visited(second, ["a", "b"], NOON).fresh == {"b"}


def test_what_was_read_stays_read() -> None:
    first = Visits(NOON, old=frozenset("ab"), read=frozenset("a"))
    assert visited(first, ["a", "b"], LATER).read == {"a"}
    assert visited(first, ["b"], LATER).read == {"a"}, "also of a comment that is gone today"


def test_what_was_known_of_a_comment_is_known_of_its_new_key() -> None:
    first = Visits(NOON, old=frozenset("ab"), fresh=frozenset("c"), read=frozenset("ac"))
    moved = first.moved({"a": "x", "b": "y", "c": "z"})
    assert moved == Visits(NOON, frozenset("abxy"), frozenset("c"), frozenset("acxz"))


@given(st.lists(st.tuples(keys, st.integers(0, 20)), min_size=2))
def test_a_comment_is_new_at_one_visit_at_most(openings: list[tuple[frozenset[str], int]]) -> None:
    now = NOON
    visits: Visits | None = None
    new: list[frozenset[str]] = []
    for there, minutes in openings:
        now += timedelta(minutes=minutes)
        before = visits
        visits = visited(visits, there, now)
        assert not visits.fresh & visits.old
        assert there <= visits.old | visits.fresh
        if before is not None and now - before.last >= COOLDOWN:
            new.append(before.fresh)
            assert not visits.fresh & before.fresh
    assert sum(map(len, new)) == len(frozenset().union(*new))


def test_what_comes_with_the_rest_of_a_page_is_no_news_at_first() -> None:
    first = visited(None, "cd", NOON)
    whole = visited(first, "abcd", NOON, is_whole=True)
    assert whole.fresh == frozenset()
    later = visited(whole, "abcde", LATER, is_whole=True)
    assert later.fresh == {"e"}


def test_a_page_that_comes_without_its_rest_once_is_known_to_have_been_whole() -> None:
    whole = visited(None, "abcd", NOON, is_whole=True)
    part = visited(whole, "cd", LATER)
    again = visited(part, "abcde", LATER, is_whole=True)
    assert again.fresh == {"e"}


def test_what_was_new_before_the_rest_came_is_new_still() -> None:
    first = visited(None, "c", NOON)
    later = visited(first, "cd", LATER)
    assert visited(later, "abcd", LATER, is_whole=True).fresh == {"d"}
