"""What a Waline server answers becomes the thread that its script would show."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tests.chance import examples
from tests.parse.threads.pages import thread as thread_in_page
from tui.model import CommentState, Quote, RemoteThread, Thread, blocks_text
from tui.parse.threads.remote.waline import is_answer, pages, thread_of

PAGE = "https://bericht.example/stuk"
REMOTE = RemoteThread("Waline", "https://waline.example/api/comment?path=%2Fstuk&page=1")
RECORDED = Path(__file__).parents[3] / "fixtures" / "remote"


def recorded() -> Mapping[str, object]:
    told: Mapping[str, object] = json.loads((RECORDED / "waline-nl.json").read_text("utf-8"))
    return told


def one(**fields: object) -> Thread:
    entry = {"objectId": 3, "time": 1710234000000, "comment": "<p>Hallo</p>", "nick": "Kees"}
    answer = {"errno": 0, "data": {"count": 1, "totalPages": 1, "data": [entry | fields]}}
    return thread_of([answer], REMOTE, PAGE)


def test_a_recorded_answer_is_a_thread_in_the_order_of_the_page() -> None:
    thread = thread_of([recorded()], REMOTE, PAGE)
    assert (thread.system, thread.stated_count, len(thread)) == ("waline", 7, 7)
    assert thread.remote == (REMOTE,)
    assert [thread.comments[at].author for at in thread.roots] == [
        "Wim",
        None,
        "Kees & zoon",
        "Jan-Willem",
    ]
    first = thread.comments[thread.index_of("1") or 0]
    assert (first.author_url, first.permalink) == ("https://jw.example.org/", f"{PAGE}#1")
    assert first.date is not None
    assert first.date.at == datetime(2026, 3, 7, 10, 0, tzinfo=UTC)


def test_answers_stand_below_what_they_answer_as_they_were_written() -> None:
    thread = thread_of([recorded()], REMOTE, PAGE)
    root = thread.index_of("1")
    assert root is not None
    below = [thread.comments[at] for at in thread.children(root)]
    assert [comment.author for comment in below] == ["Femke de Vries", "Lotte"]
    assert [comment.by_post_author for comment in below] == [True, False]
    femke = thread.index_of("2")
    assert femke is not None
    (answer,) = (thread.comments[at] for at in thread.children(femke))
    assert answer.author == "Anaïs"
    assert isinstance(answer.blocks[0], Quote)
    by_key = {comment.key: comment for comment in thread.comments}
    assert by_key["4"].score == 3
    assert blocks_text(by_key["5"].blocks) == "Zonder naam, met html & tekens.\nregel twee"


def test_keys_are_those_of_the_page_that_the_script_has_filled() -> None:
    page = """<div id="waline" data-waline><div class="wl-cards"><div class="wl-card-item" id="3">
    <div class="wl-card"><div class="wl-head"><span class="wl-nick">Kees</span></div>
    <div class="wl-content"><div><p>Wat een mooi verslag!</p></div></div></div></div></div></div>"""
    assert thread_in_page(page).comments[0].key == one().comments[0].key


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("approved", CommentState.SHOWN),
        ("waiting", CommentState.HELD),
        ("spam", CommentState.HELD),
        (None, CommentState.SHOWN),
    ],
)
def test_what_waits_for_approval_is_held(status: str | None, state: CommentState) -> None:
    assert one(status=status).comments[0].state is state


def test_answers_of_older_servers_are_read_too() -> None:
    entry = {"objectId": "5f2b", "insertedAt": "2021-03-07T10:00:00.000Z", "comment": "<p>Hoi</p>"}
    answer = {"page": 1, "totalPages": 3, "count": 1, "data": [entry]}
    assert is_answer(answer)
    assert pages(answer) == 3
    (comment,) = thread_of([answer], REMOTE, PAGE).comments
    assert comment.date is not None
    assert comment.date.at == datetime(2021, 3, 7, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize("answer", [None, [], {}, {"data": {}}, {"errno": 1000, "errmsg": "x"}])
def test_other_json_is_no_answer(answer: object) -> None:
    assert not is_answer(answer)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["data", "children", "objectId", "pid", "rid", "nick", "comment", "time", "link"]
            ),
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
    assert pages(answer) >= 1
    thread = thread_of([answer], REMOTE, PAGE)
    assert (thread.stated_count or 0) >= len(thread)
