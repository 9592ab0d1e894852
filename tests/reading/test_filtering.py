"""What a filter leaves of a thread."""

from __future__ import annotations

from hypothesis import given, strategies as st
from msgspec.structs import replace

from tests.reading.samples import DIKE, facts, threads
from tui.model import Thread
from tui.reading.filtering import matching_any, shown, wanted
from tui.reading.query import parse_query


def test_what_is_above_a_match_stays_for_its_sake() -> None:
    assert [set(part) for part in shown(DIKE, {2})] == [{2}, {0, 1}, {3, 4, 5}]
    assert [set(part) for part in shown(DIKE, {0, 3})] == [{0, 3}, set(), {1, 2, 4, 5}]
    assert [set(part) for part in shown(DIKE, ())] == [set(), set(), set(range(6))]


@given(threads(), st.data())
def test_the_three_parts_hold_each_comment_once(thread: Thread, data: st.DataObject) -> None:
    every = range(len(thread))
    wanted = data.draw(st.frozensets(st.sampled_from(every))) if thread.comments else frozenset()
    matched, context, hidden = shown(thread, wanted)
    assert matched == wanted
    assert sorted([*matched, *context, *hidden]) == list(every)
    for index in every:
        below = {at for at in every if index in thread.ancestors(at)}
        assert (index in context) == (index not in matched and bool(below & matched))
        if index in hidden:
            assert below <= hidden


def test_what_was_read_is_left_out_but_for_what_one_drafts_a_reply_to() -> None:
    known = replace(facts(), drafted=frozenset({"2"}))  # 2 and 4 are read
    assert wanted(None, known, hides_read=False) == set(range(6))
    assert wanted(None, known, hides_read=True) == {0, 1, 2, 3, 5}
    assert wanted(parse_query("author:Jos or author:=Ada"), known, hides_read=True) == {1, 2, 3}


def test_any_of_some_queries_counts_and_what_is_none_is_passed_over() -> None:
    assert matching_any(["author:=Ada", "colour:", "author:Jos"], facts()) == {1, 2, 3}
    assert matching_any([], facts()) == set()
