from __future__ import annotations

from hypothesis import given, strategies as st

from tests.app.layout.samples import thread_of
from tui.reading.arrangement import Arrangement
from tui.reading.marks import ReadMarks
from tui.reading.states import ReadState

# c0 ─ c1 ─ c2     c3     c4 ─ c5
TREE = thread_of(None, 0, 1, None, None, 4)
NEW, SEEN, READ = ReadState


def test_a_comment_is_new_seen_or_read() -> None:
    marks = ReadMarks(TREE, fresh={"c2", "c5"}, read={"c0", "c5", "elders"})
    assert [marks.state(index) for index in range(6)] == [READ, SEEN, NEW, SEEN, SEEN, READ]
    assert (marks.unread, marks.new) == (4, 1)
    assert marks.read_keys() == {"c0", "c5"}
    assert [marks.new_in(index) for index in range(6)] == [1, 1, 0, 0, 0, 0]


def test_what_is_marked_unread_is_what_it_was() -> None:
    marks = ReadMarks(TREE, fresh={"c2"})
    marks.mark(range(6), read=True)
    assert marks.unread == 0
    change = marks.mark([1, 2], read=False)
    assert change == {1: READ, 2: READ}
    assert [marks.state(1), marks.state(2)] == [SEEN, NEW]


def test_what_the_reader_wants_unread_stays_so_however_long_it_is_in_sight() -> None:
    marks = ReadMarks(TREE, fresh={"c2"}, read={"c0"})
    marks.mark([0], read=False)
    marks.revert(marks.mark([2], read=True))
    assert marks.pass_by(range(6)) == {1: SEEN, 3: SEEN, 4: SEEN, 5: SEEN}
    assert [marks.state(index) for index in (0, 2)] == [SEEN, NEW]
    marks.mark([0, 2], read=True)
    assert marks.unread == 0


def test_a_comment_that_was_marked_unread_in_error_is_passed_by_again() -> None:
    marks = ReadMarks(TREE)
    marks.pass_by([1])
    marks.revert(marks.mark([1], read=False))
    assert marks.state(1) is READ
    assert marks.pass_by([1]) == {}


def test_the_marks_follow_the_order() -> None:
    marks = ReadMarks(TREE, fresh={"c4"}, read={"c0"})
    backwards = Arrangement(TREE, lambda index: -index)
    assert backwards.order == (4, 5, 3, 0, 1, 2)
    assert marks.arranged(backwards) == bytes((NEW, SEEN, SEEN, READ, SEEN, SEEN))


sets = st.frozensets(st.integers(0, 5))


@given(sets, st.lists(st.tuples(sets, st.booleans())))
def test_every_change_can_be_taken_back(
    fresh: frozenset[int], steps: list[tuple[frozenset[int], bool]]
) -> None:
    marks = ReadMarks(TREE, fresh={f"c{index}" for index in fresh})
    states, changes = [], []
    for indexes, read in steps:
        states.append([marks.state(index) for index in range(6)])
        changes.append(marks.mark(sorted(indexes), read=read))
        assert all((marks.state(index) is READ) == read for index in indexes)
    for before, change in zip(reversed(states), reversed(changes), strict=True):
        marks.revert(change)
        assert [marks.state(index) for index in range(6)] == before
