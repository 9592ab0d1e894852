"""What a Remark42 server answers becomes the thread that its script would show."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tests.chance import examples
from tests.parse.threads.pages import FIXTURES, thread as thread_in_page
from tui.model import CommentState, Quote, RemoteThread, Thread, blocks_text
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.remote.remark42 import is_answer, thread_of

PAGE = "https://bericht.example/stuk"
REMOTE = RemoteThread("Remark42", "https://r.example/api/v1/find?site=b&format=tree")
RECORDED = Path(__file__).parents[3] / "fixtures" / "remote"


def recorded() -> Mapping[str, object]:
    told: Mapping[str, object] = json.loads((RECORDED / "remark42-nl.json").read_text("utf-8"))
    return told


def one(**fields: object) -> Thread:
    entry = {"id": "a1", "pid": "", "text": "<p>Hallo</p>", "time": "2026-03-07T10:00:00Z"}
    return thread_of({"comments": [{"comment": entry | fields}], "info": {}}, REMOTE, PAGE)


def test_answer_is_a_thread_in_the_order_of_the_page() -> None:
    thread = thread_of(recorded(), REMOTE, PAGE)
    assert (thread.system, thread.stated_count, thread.closed) == ("remark42", 6, True)
    assert thread.remote == (REMOTE,)
    told = [(comment.author, comment.parent) for comment in thread.comments]
    assert told == [
        ("Marijke", None),
        ("Gijs", 0),
        ("Jan & Piet", 1),
        (None, 0),
        (None, None),
        ("Aafje", 4),
    ]
    assert [comment.score for comment in thread.comments] == [4, 0, -1, 0, 0, 1]
    assert [comment.by_post_author for comment in thread.comments].index(True) == 1
    assert isinstance(thread.comments[2].blocks[0], Quote)
    date = thread.comments[0].date
    assert date is not None
    assert date.at == datetime(2026, 3, 7, 10, 0, tzinfo=UTC)


def test_deleted_comment_keeps_its_place_without_name_or_words() -> None:
    deleted = thread_of(recorded(), REMOTE, PAGE).comments[4]
    assert (deleted.state, deleted.author, deleted.blocks) == (CommentState.DELETED, None, ())
    kept = one(delete=True, text="", user={"id": "github_1", "name": "Bo"}).comments[0]
    assert (kept.state, kept.author) == (CommentState.DELETED, "Bo")


def test_keys_and_permalinks_are_those_of_a_saved_frame() -> None:
    page = thread_in_page((FIXTURES / "remark42-en.html").read_text("utf-8"))
    saved = page.comments[1]
    where = {"url": "https://knots.example/posts/bowline/"}
    first = {"comment": {"id": page.comments[0].key, "locator": where}}
    second = {"comment": {"id": saved.key, "pid": page.comments[0].key, "locator": where}}
    first["replies"] = [second]  # type: ignore[assignment]
    fetched = thread_of({"comments": [first], "info": {}}, REMOTE, PAGE).comments[1]
    assert (fetched.key, fetched.parent, fetched.permalink) == (
        saved.key,
        saved.parent,
        saved.permalink,
    )


def test_links_that_no_browser_would_follow_are_left_out() -> None:
    comment = one(locator={"url": "javascript:x"}, text='<a href="javascript:x">a</a>').comments[0]
    assert "javascript" not in f"{comment.permalink}{comment.blocks}"


def test_deep_trees_and_long_ones_are_read() -> None:
    deep: dict[str, object] = {"comment": {"id": "0", "text": "x"}}
    for number in range(1, 5000):
        deep = {"comment": {"id": str(number), "text": "x"}, "replies": [deep]}
    assert len(thread_of({"comments": [deep], "info": {}}, REMOTE, PAGE)) == 5000
    wide = [{"comment": {"id": str(number)}} for number in range(MAX_ITEMS + 5)]
    assert len(thread_of({"comments": wide, "info": {}}, REMOTE, PAGE)) == MAX_ITEMS


def test_no_comments_yet_are_an_empty_thread() -> None:
    answer = {"comments": [], "info": {"url": PAGE, "count": 0}}
    assert is_answer(answer)
    assert len(thread_of(answer, REMOTE, PAGE)) == 0


@pytest.mark.parametrize("answer", [None, [], {}, {"comments": {}}, {"error": "x", "code": 1}])
def test_other_json_is_no_answer(answer: object) -> None:
    assert not is_answer(answer)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["comments", "info", "comment", "replies", "id", "pid", "user"])
            | st.sampled_from(["text", "time", "locator", "score", "delete", "url", "count"]),
            inner,
            max_size=6,
        )
    ),
    max_leaves=20,
)


@given(_VALUES)
@examples(4)
def test_no_answer_is_a_fault(answer: object) -> None:
    is_answer(answer)
    thread = thread_of(answer, REMOTE, PAGE)
    assert (thread.stated_count or 0) >= len(thread)
    for comment in thread.comments:
        assert "\x1b" not in f"{comment.author}{comment.key}{blocks_text(comment.blocks)}"
