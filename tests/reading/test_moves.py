"""Moves in a thread, on random trees and on one that can be read."""

from __future__ import annotations

from hypothesis import given, strategies as st

from tui.model import Comment, Thread
from tui.reading import moves
from tui.reading.arrangement import Arrangement
from tui.reading.moves import Way


def thread(*parents: int | None) -> Thread:
    """A thread from the parent of each comment."""
    comments = (Comment(f"c{at}", None, (), parent) for at, parent in enumerate(parents))
    return Thread(tuple(comments), "test")


GARDEN = Arrangement(thread(None, 0, 1, 0, None, 4, None))
"""Two answers to the first, of which one is answered; one to the second; none to the third."""


@st.composite
def arrangements(draw: st.DrawFn) -> Arrangement:
    size = draw(st.integers(1, 30))
    parents = [draw(st.one_of(st.none(), st.integers(0, at - 1))) if at else None
               for at in range(size)]  # fmt: skip
    scores = draw(st.lists(st.integers(0, 3), min_size=size, max_size=size))
    key = draw(st.sampled_from([None, lambda index: scores[index]]))
    return Arrangement(thread(*parents), key)


def test_to_siblings_and_on_to_what_is_above_them() -> None:
    assert moves.sibling(GARDEN, 1, Way.ON) == 3
    assert moves.sibling(GARDEN, 3, Way.ON) == 4
    assert moves.sibling(GARDEN, 6, Way.ON) is None
    assert moves.sibling(GARDEN, 3, Way.BACK) == 1
    assert moves.sibling(GARDEN, 4, Way.BACK) == 0
    assert moves.sibling(GARDEN, 0, Way.BACK) is None


def test_from_conversation_to_conversation() -> None:
    assert moves.conversation(GARDEN, 2, Way.ON) == 4
    assert moves.conversation(GARDEN, 2, Way.BACK) == 0
    assert moves.conversation(GARDEN, 4, Way.BACK) == 0
    assert moves.conversation(GARDEN, 6, Way.ON) is None
    assert moves.conversation(GARDEN, 0, Way.ON, hidden={4}) == 6


def test_to_what_is_marked_and_round_the_ends() -> None:
    marks = b"\2\0\2\1\2\2\0"
    assert moves.marked(GARDEN, marks, None, Way.ON, b"\0") == 1
    assert moves.marked(GARDEN, marks, 1, Way.ON, b"\0\1") == 3
    assert moves.marked(GARDEN, marks, 6, Way.ON, b"\0") == 1
    assert moves.marked(GARDEN, marks, 1, Way.BACK, b"\0") == 6
    assert moves.marked(GARDEN, marks, 6, Way.BACK, b"\0\1") == 3
    assert moves.marked(GARDEN, b"\2\2\2\2\2\2\0", 6, Way.ON, b"\0") is None
    assert moves.marked(GARDEN, b"\2" * 7, 3, Way.ON, b"\0") is None


def test_many_steps_to_what_is_marked_go_round_as_one_by_one() -> None:
    marks = b"\2\0\2\1\2\2\0"
    for way in Way:
        at: int | None = 2
        for times in range(1, 9):
            at = moves.marked(GARDEN, marks, at, way, b"\0\1")
            assert moves.marked(GARDEN, marks, 2, way, b"\0\1", times) == at
    assert moves.marked(GARDEN, marks, 2, Way.ON, b"\0", 999_999) == 6


@given(arrangements())
def test_a_branch_is_a_comment_and_all_below_it(arranged: Arrangement) -> None:
    assert sorted(arranged.order) == list(range(len(arranged.thread)))
    for index in arranged.order:
        below = {at for at in arranged.order if index in (at, *arranged.thread.ancestors(at))}
        assert set(arranged.branch(index)) == below
        assert arranged.branch(index)[0] == index


@given(arrangements(), st.data())
def test_steps_lead_through_all_that_is_not_hidden(
    arranged: Arrangement, data: st.DataObject
) -> None:
    hidden = data.draw(st.frozensets(st.sampled_from(arranged.order)))
    walked = []
    at = moves.first(arranged, hidden)
    while at is not None:
        walked.append(at)
        at = moves.item(arranged, at, Way.ON, hidden)
    assert walked == [index for index in arranged.order if index not in hidden]
    back = [moves.item(arranged, at, Way.BACK, hidden) for at in walked]
    assert back == [None, *walked[:-1]][: len(walked)]


@given(arrangements(), st.data())
def test_a_sibling_is_never_deeper(arranged: Arrangement, data: st.DataObject) -> None:
    index = data.draw(st.sampled_from(arranged.order))
    depths = arranged.thread.depths
    for way in Way:
        found = moves.sibling(arranged, index, way)
        if found is not None:
            assert depths[found] <= depths[index]
            assert (arranged.ranks[found] - arranged.ranks[index]) * way > 0
