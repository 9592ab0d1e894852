"""The place in the comments is kept, whatever is folded, filtered, sorted, resized or reloaded."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from textual.pilot import Pilot
from textual.widgets import Input

from tests.app.pages import Reply, page
from tests.app.reading import make_services, notices, press, reading, settle, shown, thread, write
from tests.chance import examples
from tui.app.services import Services

NAMES = ("Marijke", "Sjoerd", "Ineke", "Kees")
SIZES = ((50, 24), (90, 30), (140, 40), (200, 50))
FILTERS = ("", "author:kees", "not author:kees", "is:unread", "min:2", "woorden")
KEYS = ("H", "L", "less_than_sign", "greater_than_sign", "enter", "X", "t", "T", "z", "full_stop",
        "exclamation_mark", "ctrl+z", "m", "M", "tab")  # fmt: skip
MOVES = ("j", "k", "J", "u", "n", "right_curly_bracket", "space")

replies: st.SearchStrategy[Reply] = st.recursive(
    st.builds(Reply, st.sampled_from(NAMES), st.sampled_from(("Kort.", "Langer woord. " * 30))),
    lambda inner: st.builds(
        Reply, st.sampled_from(NAMES), st.just("Met woorden."), st.lists(inner, max_size=3)
    ),
    max_leaves=12,
)
threads = st.lists(replies, min_size=1, max_size=4)

steps = st.one_of(
    st.tuples(st.just("key"), st.sampled_from(KEYS)),
    st.tuples(st.just("key"), st.sampled_from(KEYS)),
    st.tuples(st.just("move"), st.sampled_from(MOVES)),
    st.tuples(st.just("filter"), st.sampled_from(FILTERS)),
    st.tuples(st.just("sort"), st.sampled_from("12345")),
    st.tuples(st.just("resize"), st.sampled_from(SIZES)),
    st.tuples(st.just("reload"), st.lists(replies, max_size=2)),
    st.tuples(st.just("shrink"), st.integers(1, 2)),
)


def save(path: Path, comments: list[Reply]) -> None:
    """Write the page as it is now."""
    path.write_text(page(comments=comments), encoding="utf-8")


async def do(
    pilot: Pilot[None], path: Path, comments: list[Reply], step: tuple[str, object]
) -> None:
    """Do a step as a reader would."""
    match step:
        case "key" | "move", str(key):
            await press(pilot, key)
        case "filter", str(query):
            await press(pilot, "backslash")
            pilot.app.screen.query_one(Input).value = ""
            await write(pilot, f"{query}\n")
        case "sort", str(number):
            await press(pilot, "s", number)
        case "resize", (int(width), int(height)):
            await pilot.resize_terminal(width, height)
            await settle(pilot)
        case "reload", list(more):
            comments.extend(more)
            save(path, comments)
            await press(pilot, "ctrl+r")
        case "shrink", int(many):  # but for the first conversation, the last ones are taken down
            del comments[max(len(comments) - many, 1) :]
            save(path, comments)
            await press(pilot, "ctrl+r")


async def check(comments: list[Reply], start: int, some: list[tuple[str, object]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "heg.html"
        save(path, comments)
        async with reading(make_services(Path(folder) / "kept"), path) as pilot:
            pane = thread(pilot)
            await press(pilot, "tab")
            pane.go_to(start % len(pane.thread))
            place = pane.cursor_key  # where the reader has gone
            for step in some:
                before = pane.cursor_key
                await do(pilot, path, comments, step)
                index = pane.comment
                if place is None or pane.thread.index_of(place) is None:
                    assert step[0] == "shrink", "only what is gone loses the cursor"
                    place = pane.own_key
                if index is None:
                    assert not any(pane.stack.is_shown(at) for at in pane.reading.rows.places)
                    continue
                assert pane.stack.is_shown(pane.reading.rows.places[index])
                at = pane.cursor or 0
                y = pane.stack.top(at) - pane.scroll_offset.y
                end = pane.stack.bottom(at) - pane.scroll_offset.y
                assert y < pane.size.height, "in sight"
                assert y >= -1 or (step == ("move", "space") and end > 1), "or the end of it"
                is_move = step[0] == "move" or step[1] in ("X", "M")
                has_gone_on = step[1] == "enter" or (is_move and pane.cursor_key != before)
                if has_gone_on:
                    place = pane.cursor_key
                    continue
                own = pane.thread.index_of(place or "")
                assert own is not None
                chain = (own, *pane.thread.ancestors(own))
                places = pane.reading.rows.places
                near = next((up for up in chain if pane.stack.is_shown(places[up])), None)
                assert near is None or pane.reading.key(near) == pane.cursor_key


async def test_undoing_a_fold_goes_back_to_the_comment(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-3") as pilot:
        await press(pilot, "H")
        assert thread(pilot).cursor_key == "1"
        await press(pilot, "ctrl+z")
        assert thread(pilot).cursor_key == "3"
        await press(pilot, "H", "L", "2", "ctrl+z")
        assert "3 replies hidden" not in shown(thread(pilot))
        assert notices(pilot.app).splitlines()[-2:] == [
            "Undone: Opened all conversations.",
            "Undone: Folded all conversations.",
        ]
        await press(pilot, "H", "l")
        assert thread(pilot).cursor_key == "1", "opened by its own key it keeps the cursor"
        await press(pilot, "H", "j", "L")
        assert thread(pilot).cursor_key == "5", "the reader has gone on"


@pytest.mark.parametrize("query", ["author:kees", "author:niemand"])
async def test_a_filter_that_is_over_leaves_the_place(
    services: Services, hedge: Path, query: str
) -> None:
    async with reading(services, f"{hedge}#comment-3") as pilot:
        await press(pilot, "backslash")
        await write(pilot, f"{query}\n")
        assert thread(pilot).cursor_key != "3"
        await press(pilot, "ctrl+r", "q")
        assert thread(pilot).cursor_key == "3"


async def test_the_place_is_kept_from_under_a_filter(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-3") as pilot:
        await press(pilot, "backslash")
        await write(pilot, "author:niemand\n")
    async with reading(services, hedge) as pilot:
        assert thread(pilot).cursor_key == "3"


@pytest.mark.usefixtures("each_frame")
@examples(1 / 4)
@given(threads, st.integers(0, 100), st.lists(steps, min_size=3, max_size=10))
def test_any_sequence_leaves_the_same_comment_under_the_cursor(
    comments: list[Reply], start: int, some: list[tuple[str, object]]
) -> None:
    asyncio.run(check(comments, start, some))
