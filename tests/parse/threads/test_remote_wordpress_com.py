"""What the API of WordPress.com answers becomes the thread that its themes would show."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tests.chance import examples
from tui.model import Comment, CommentKind, CommentState, RemoteThread, Thread, blocks_text
from tui.parse.threads.remote.wordpress_com import count_in, is_answer, thread_of

PAGE = "https://w.example/2012/stuk/"
REMOTE = RemoteThread("WordPress.com", "https://public-api.wordpress.com/rest/v1.1/sites/w.example")
ENTRY = {
    "ID": 7,
    "author": {"ID": 0, "name": "Jan &amp; Piet", "URL": "https://jp.example/", "login": ""},
    "date": "2012-03-12T10:28:00+01:00",
    "URL": f"{PAGE}#comment-7",
    "content": "<p>Mooi <em>stuk</em>.</p>\n",
    "status": "approved",
    "parent": False,
    "type": "comment",
    "like_count": 2,
}
REPLY = {"ID": 9, "parent": {"ID": 7, "type": "comment"}, "author": {"ID": 3, "name": "Femke"}}


def read(*entries: object, found: object = 2) -> Thread:
    return thread_of([{"found": found, "comments": [*entries]}], REMOTE, PAGE, ("Femke",))


def one(**fields: object) -> Comment:
    return read(ENTRY | fields).comments[0]


def test_an_answer_is_a_thread() -> None:
    thread = read(ENTRY, ENTRY | REPLY)
    assert (thread.system, thread.stated_count, thread.remote) == ("wordpress", 2, (REMOTE,))
    first, second = thread.comments
    assert (first.key, first.author, first.author_url) == ("7", "Jan & Piet", "https://jp.example/")
    assert (first.permalink, first.score) == (f"{PAGE}#comment-7", 2)
    assert blocks_text(first.blocks) == "Mooi stuk."
    assert first.date is not None
    assert first.date.iso == "2012-03-12T10:28:00+01:00"
    assert (second.key, second.parent, second.by_post_author) == ("9", 0, True)


def test_pings_and_held_comments_are_told() -> None:
    assert one(type="pingback").kind is CommentKind.PINGBACK
    assert one(type="trackback").kind is CommentKind.TRACKBACK
    assert one(status="unapproved").state is CommentState.HELD


@pytest.mark.parametrize(("found", "stated"), [(-1, None), (None, None), (1, 2), (240, 240)])
def test_the_count_is_what_the_service_says(found: object, stated: int | None) -> None:
    assert read(ENTRY, ENTRY | REPLY, found=found).stated_count == stated


def test_an_error_is_no_answer() -> None:
    assert not is_answer({"error": "unknown_blog", "message": "Unknown blog"})
    assert is_answer({"found": 0, "comments": []})


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["found", "comments", "name", *ENTRY]), inner, min_size=4, max_size=10
        )
    ),
    max_leaves=40,
)


@examples(4)
@given(_JSON)
def test_any_answer_gives_a_sound_thread(answer: object) -> None:
    is_answer(answer)
    assert count_in(answer) >= 0
    for comment in thread_of([answer, {"comments": [answer]}], REMOTE, None).comments:
        assert "\x1b" not in f"{comment.author}{comment.key}{blocks_text(comment.blocks)}"
