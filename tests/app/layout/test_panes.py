"""Where the parts of a reading screen stand."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from msgspec.structs import replace
from textual.geometry import Region

from tui.app.layout.panes import TWO_PANES, WITH_MAP, Arrangement, Part, Side

SIDES = st.sampled_from(Side)
ARRANGEMENTS = st.builds(
    Arrangement,
    shown=SIDES,
    zoomed=st.booleans(),
    alone=st.booleans(),
    writing=st.none() | SIDES,
    peeking=st.booleans(),
)


def rows(arrangement: Arrangement, width: int, height: int) -> list[str]:
    """What stands from top to bottom at the left edge of a screen."""
    places = arrangement.places(width, height)
    found = sorted((at.y, part.value) for part, at in places.items() if at.x == 0 and at)
    return [part for _, part in found]


@given(ARRANGEMENTS, st.integers(2, 300), st.integers(2, 100))
def test_the_parts_cover_the_screen_and_each_other_nowhere(
    arrangement: Arrangement, width: int, height: int
) -> None:
    parts = [at for at in arrangement.places(width, height).values() if at]
    screen = Region(0, 0, width, height)
    assert all(screen.contains_region(part) for part in parts)
    assert sum(part.area for part in parts) == screen.area
    assert not any(one.overlaps(two) for at, one in enumerate(parts) for two in parts[:at])


@given(ARRANGEMENTS, st.integers(2, 300), st.integers(2, 100))
def test_what_is_out_of_sight_has_the_size_with_which_it_comes_back(
    arrangement: Arrangement, width: int, height: int
) -> None:
    sizes = arrangement.resting(width, height)
    assert {Part.ARTICLE, Part.THREAD, Part.COMPOSER} <= set(sizes)
    for part, at in arrangement.places(width, height).items():
        assert sizes[part] == at.size


@given(ARRANGEMENTS, st.integers(2, 300), st.integers(20, 100))
def test_who_writes_sees_what_is_answered_and_the_text(
    arrangement: Arrangement, width: int, height: int
) -> None:
    places = arrangement.places(width, height)
    assert (Part.COMPOSER in places) == (arrangement.writing is not None)
    if arrangement.writing is not None:
        answered = Part.THREAD if arrangement.writing is Side.LEFT else Part.ARTICLE
        assert places[answered].height >= 1
        assert places[Part.COMPOSER].height >= 4
        if arrangement.peeking:
            assert {Part.ARTICLE, Part.THREAD} <= set(places)


@pytest.mark.parametrize(("width", "mapped"), [(WITH_MAP - 1, False), (WITH_MAP, True)])
def test_a_wide_screen_has_the_map(width: int, *, mapped: bool) -> None:
    assert (Part.MAP in Arrangement().places(width, 30)) is mapped


def test_from_two_panes_on_article_and_comments_stand_side_by_side() -> None:
    narrow, double = (Arrangement().places(width, 30) for width in (TWO_PANES - 1, TWO_PANES))
    assert Part.THREAD not in narrow
    assert double[Part.THREAD].x > double[Part.ARTICLE].right
    assert Part.THREAD not in Arrangement(zoomed=True).places(TWO_PANES, 30)


def test_an_article_without_comments_has_the_whole_width_until_a_reply_is_written() -> None:
    alone = Arrangement(alone=True)
    assert set(alone.places(200, 30)) == {Part.TITLE, Part.TABS, Part.ARTICLE, Part.KEYS}
    writing = replace(alone, writing=Side.RIGHT).places(200, 30)
    assert writing[Part.COMPOSER].x > writing[Part.ARTICLE].right
    assert Part.MAP not in writing


def test_a_reply_in_one_column_is_below_what_it_answers() -> None:
    writing = Arrangement(writing=Side.LEFT)
    assert rows(writing, 80, 40) == ["title-bar", "tabs", "thread", "sill", "composer", "key-bar"]
    peeking = replace(writing, peeking=True)
    assert rows(peeking, 80, 40)[2:6] == ["thread", "sill", "article", "composer"]


def test_a_reply_takes_the_side_of_what_it_does_not_answer() -> None:
    writing = Arrangement(writing=Side.RIGHT).places(140, 40)
    assert Part.THREAD not in writing
    assert writing[Part.COMPOSER].x > writing[Part.ARTICLE].right
