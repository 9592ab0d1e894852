from __future__ import annotations

from hypothesis import given, strategies as st

from tui.model import Article, Comment, Page, Thread
from tui.reading import moves
from tui.reading.arrangement import Order
from tui.reading.filtering import shown
from tui.reading.moves import Way
from tui.reading.state import ThreadState


@st.composite
def states(draw: st.DrawFn) -> ThreadState:
    """A thread with some folds and a filter."""
    size = draw(st.integers(1, 25))
    parents = [draw(st.none() | st.integers(0, at - 1)) if at else None for at in range(size)]
    comments = tuple(Comment(f"k{at}", "A", (), parent) for at, parent in enumerate(parents))
    state = ThreadState(Page(Article(), "0", thread=Thread(comments, "test")))
    state.sort(draw(st.sampled_from(Order)))
    indexes = st.sampled_from(range(size))
    state.folded = draw(st.frozensets(indexes))
    matched = draw(st.frozensets(indexes, min_size=1))
    _, context, hidden = shown(state.thread, matched)
    state.show_only(context, hidden)
    return state


@given(states())
def test_going_on_comes_by_all_that_is_shown_and_back_the_same_way(state: ThreadState) -> None:
    wanted = [index for index in state.arranged.order if state.is_shown(index)]
    at = moves.first(state.arranged, state.hidden)
    went: list[int] = []
    while at is not None:
        went.append(at)
        at = state.beside(at, Way.ON)
    assert went == wanted
    back = [went[-1]]
    while (before := state.beside(back[-1], Way.BACK)) is not None:
        back.append(before)
    assert back[::-1] == wanted


@given(states())
def test_for_every_comment_there_is_one_that_is_shown(state: ThreadState) -> None:
    for index in range(len(state.thread)):
        near = state.visible(index)
        assert state.is_shown(near)
        assert near == index or not state.is_shown(index)
        assert state.folded.isdisjoint(state.thread.ancestors(near))


@given(states(), st.data())
def test_muting_folds_once_and_unmuting_leaves_the_readers_own_folds(
    state: ThreadState, data: st.DataObject
) -> None:
    indexes = st.sampled_from(range(len(state.thread)))
    own = state.folded
    muted = data.draw(st.frozensets(indexes))
    state.mute(muted)
    assert state.folded == own | muted
    state.folded -= muted  # opened to be read
    state.mute(muted)
    assert state.folded == own - muted, "they are not folded once more"
    state.mute(frozenset())
    assert state.folded == own - muted
