from __future__ import annotations

from hypothesis import given, strategies as st

from tui.reading.jumps import MOST, Jumps
from tui.reading.undo import Undo


def test_one_comes_back_to_where_jumps_began_and_forth_again() -> None:
    jumps: Jumps[int] = Jumps()
    jumps.leave(1)
    jumps.leave(2)
    assert jumps.back(3) == 2
    assert jumps.back(2) == 1
    assert jumps.back(1) is None
    assert jumps.forth(1) == 2
    assert jumps.forth(2) == 3
    assert jumps.forth(3) is None


def test_a_new_jump_forgets_what_one_came_back_from() -> None:
    jumps: Jumps[int] = Jumps()
    jumps.leave(1)
    assert jumps.back(2) == 1
    jumps.leave(1)
    assert jumps.forth(7) is None


@given(st.lists(st.integers(0, 5), max_size=MOST))
def test_going_back_and_forth_as_often_leads_to_the_same_place(places: list[int]) -> None:
    jumps: Jumps[int] = Jumps()
    here = 9
    for place in places:
        jumps.leave(here)
        here = place
    went = 0
    start = here
    while (place_before := jumps.back(here)) is not None:
        here, went = place_before, went + 1
    for _ in range(went):
        place_after = jumps.forth(here)
        assert place_after is not None
        here = place_after
    assert here == start


def test_what_was_done_is_undone_the_last_thing_first() -> None:
    undo, state = Undo(), ["a"]

    def restore() -> None:
        state.pop()

    for letter in "bc":
        state.append(letter)
        undo.did(f"Added {letter}", restore)
    assert undo.undo() == "Added c"
    assert state == ["a", "b"]
    assert undo.undo() == "Added b"
    assert undo.undo() is None
    assert state == ["a"]
