"""What an Isso server answers becomes the thread that its script would show."""

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
from tui.parse.threads.remote.isso import Gap, gaps, is_answer, thread_of

PAGE = "https://bericht.example/stuk"
REMOTE = RemoteThread("Isso", "https://isso.example/?uri=%2Fstuk")
RECORDED = Path(__file__).parents[3] / "fixtures" / "remote"


def recorded(name: str) -> Mapping[str, object]:
    told: Mapping[str, object] = json.loads((RECORDED / f"{name}.json").read_text("utf-8"))
    return told


def one(**fields: object) -> Thread:
    entry = {"id": 3, "parent": None, "created": 1710234000.5, "text": "<p>Hallo</p>", "mode": 1}
    return thread_of([{"total_replies": 1, "replies": [entry | fields]}], REMOTE, PAGE)


def test_recorded_answer_is_a_thread_of_two_levels() -> None:
    thread = thread_of([recorded("isso-nl")], REMOTE, PAGE)
    assert (thread.system, thread.stated_count, len(thread)) == ("isso", 17, 17)
    assert thread.remote == (REMOTE,)
    first = thread.comments[0]
    assert (first.key, first.author, first.author_url) == (
        "1",
        "Jan-Willem",
        "https://jw.example.org/",
    )
    assert first.permalink == f"{PAGE}#isso-1"
    assert [thread.comments[at].author for at in thread.children(0)] == [
        "Femke de Vries",
        "Anaïs",
        "Kees",
        "Lotte",
    ]
    by_key = {comment.key: comment for comment in thread.comments}
    assert by_key["5"].author is None
    assert blocks_text(by_key["5"].blocks) == "Zonder naam, met <b>html</b> & tekens.\nregel twee"
    assert isinstance(by_key["6"].blocks[0], Quote)


def test_keys_are_those_of_the_page_that_the_script_has_filled() -> None:
    page = """<section id="isso-thread"><div class="isso-comment" id="isso-1"><div
    class="isso-text-wrapper"><div class="isso-comment-header"><span class="isso-author">Jan-Willem
    </span></div><div class="isso-text"><p>Wat een mooi verslag!</p></div></div></div></section>"""
    assert thread_in_page(page).comments[0].key == one(id=1).comments[0].key


def test_moment_is_that_of_the_server() -> None:
    date = one(created=1710234000.5).comments[0].date
    assert date is not None
    assert date.at == datetime(2024, 3, 12, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("mode", "state"),
    [(1, CommentState.SHOWN), (2, CommentState.HELD), (4, CommentState.DELETED), (9, "shown")],
)
def test_held_and_deleted_comments_are_told(mode: int, state: CommentState) -> None:
    assert one(mode=mode).comments[0].state == state


def test_names_are_read_as_they_were_typed() -> None:
    assert one(author="Jan &amp; Piet &lt;3").comments[0].author == "Jan & Piet <3"


def test_links_that_no_browser_would_follow_are_left_out() -> None:
    comment = one(website="javascript:alert(1)", text='<a href="javascript:x">hoi</a>').comments[0]
    assert comment.author_url is None
    assert "javascript" not in str(comment.blocks)


def test_author_of_the_page_is_told_by_the_hash_that_the_page_names() -> None:
    remote = RemoteThread("Isso", None, (("data-isso-page-author-hashes", "aa11, bb22"),))
    entry = {"id": 1, "text": "<p>x</p>", "hash": "bb22"}
    assert thread_of([{"replies": [entry]}], remote, PAGE).comments[0].by_post_author
    assert not one(hash="cc33").comments[0].by_post_author


def test_votes_are_the_score() -> None:
    assert one(likes=3, dislikes=1).comments[0].score == 2
    assert one(likes=0, dislikes=0).comments[0].score is None


def test_answer_tells_what_it_keeps_back() -> None:
    first = next(iter(recorded("isso-parts-nl").values()))
    assert list(gaps(first)) == [Gap(None, "1795917925.0928123"), Gap("1", "1795917925.0705125")]
    assert list(gaps(recorded("isso-nl"))) == []


def test_parts_make_the_same_thread_as_the_whole() -> None:
    whole = thread_of([recorded("isso-nl")], REMOTE, PAGE)
    parts = thread_of(list(recorded("isso-parts-nl").values()), REMOTE, PAGE)
    assert {c.key for c in parts.comments} == {c.key for c in whole.comments}
    assert [parts.comments[at].key for at in parts.preorder] == [
        whole.comments[at].key for at in whole.preorder
    ]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "parent", "replies", "created", "text", "author", "mode", "hash"]
            )
            | st.sampled_from(["website", "likes", "hidden_replies", "total_replies"]),
            inner,
            max_size=6,
        )
    ),
    max_leaves=25,
)


@examples(4)
@given(_JSON)
def test_any_answer_gives_a_sound_thread(answer: object) -> None:
    is_answer(answer)
    for gap in gaps(answer):
        assert gap.after
    read = thread_of([answer], REMOTE, None)
    for comment in read.comments:
        assert "\x1b" not in f"{comment.author}{comment.key}{blocks_text(comment.blocks)}"
