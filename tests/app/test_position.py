"""The place in the comments is kept, whatever is folded, filtered, sorted, resized or reloaded."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings, strategies as st
from textual.pilot import Pilot
from textual.widgets import Input

from tests.app.pages import Reply, page
from tests.app.reading import make_services, press, reading, settle, thread, write

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
            for step in some:
                before = pane.cursor_key
                await do(pilot, path, comments, step)
                index = pane.comment
                if index is None:
                    assert not any(pane.stack.is_shown(at) for at in pane.reading.rows.places)
                    continue
                assert pane.stack.is_shown(pane.reading.rows.places[index])
                y = pane.stack.top(pane.cursor or 0) - pane.scroll_offset.y
                assert not pane.size.height or -1 <= y < pane.size.height, "in sight"
                if step[0] == "move" or step[1] in ("X", "M") or before is None:
                    continue
                own = pane.thread.index_of(before)
                if own is None:
                    assert step[0] == "shrink", "only a comment that is gone loses the cursor"
                    continue
                chain = (own, *pane.thread.ancestors(own))
                places = pane.reading.rows.places
                near = next((up for up in chain if pane.stack.is_shown(places[up])), None)
                assert near is None or pane.reading.key(near) == pane.cursor_key


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(threads, st.integers(0, 100), st.lists(steps, min_size=3, max_size=10))
def test_any_sequence_leaves_the_same_comment_under_the_cursor(
    comments: list[Reply], start: int, some: list[tuple[str, object]]
) -> None:
    asyncio.run(check(comments, start, some))
