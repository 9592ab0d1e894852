"""What WordPress's REST API answers becomes the thread that a theme would show."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tests.chance import examples
from tests.parse.threads.pages import thread as thread_in_page
from tui.model import Comment, CommentKind, CommentState, Quote, RemoteThread, Thread, blocks_text
from tui.parse.threads.remote.wordpress import count_in, is_answer, thread_of

PAGE = "https://bericht.example/2024/03/12/de-dijk-lopen/"
REMOTE = RemoteThread("WordPress", "https://bericht.example/wp-json/wp/v2/comments?post=5")
RECORDED = Path(__file__).parents[3] / "fixtures" / "remote"


def recorded() -> list[object]:
    told: list[object] = json.loads((RECORDED / "wordpress-nl.json").read_text("utf-8"))
    return told


def read(*answers: object) -> Thread:
    return thread_of(answers, REMOTE, PAGE, ("Femke de Vries",))


def one(**fields: object) -> Comment:
    entry = {
        "id": 3,
        "parent": 0,
        "author": 0,
        "author_name": "Kees",
        "date": "2024-03-12T10:28:00",
        "date_gmt": "2024-03-12T09:28:00",
        "content": {"rendered": "<p>Hallo</p>"},
        "link": f"{PAGE}comment-page-1/#comment-3",
        "status": "approved",
        "type": "comment",
    }
    return read([entry | fields]).comments[0]


def test_a_recorded_answer_is_a_thread_in_which_each_comment_answers_its_own() -> None:
    thread = read(recorded())
    assert (thread.system, thread.stated_count, len(thread)) == ("wordpress", None, 11)
    assert thread.remote == (REMOTE,)
    assert [thread.comments[at].key for at in thread.roots] == ["2", "8", "12", "13"]
    deepest = thread.index_of("7")
    assert deepest is not None
    assert [thread.comments[at].key for at in thread.ancestors(deepest)] == [*"65432"]
    first, second = thread.comments[:2]
    assert (first.author, first.author_url) == ("Jan-Willem", "https://jw.example.org/")
    assert first.permalink == f"{PAGE}comment-page-1/#comment-2"
    assert first.date is not None
    assert first.date.iso == "2024-03-12T09:44:00+01:00"
    assert [comment.by_post_author for comment in (first, second)] == [False, True]
    by_key = {comment.key: comment for comment in thread.comments}
    assert any(isinstance(block, Quote) for block in by_key["8"].blocks)
    assert by_key["12"].author == "O'Neill & Zn."


def test_keys_are_those_of_comments_in_the_page() -> None:
    page = """<ol class="comment-list"><li id="comment-3" class="comment depth-1"><b class="fn">Kees
    </b><div class="comment-content"><p>Hallo</p></div></li></ol>"""
    assert thread_in_page(page).comments[0].key == one().key


@pytest.mark.parametrize(
    ("local", "utc", "moment"),
    [
        ("2024-07-12T10:28:00", "2024-07-12T08:28:00", "2024-07-12T10:28:00+02:00"),
        ("2024-03-11T22:58:00", "2024-03-12T09:28:00", "2024-03-11T22:58:00-10:30"),
        ("2024-03-12T10:28:00", "2024-03-12T10:28:00", "2024-03-12T10:28:00+00:00"),
        ("2024-03-12T10:28:07", "2024-03-12T09:28:00", "2024-03-12T09:28:00+00:00"),
        ("2014-03-12T10:28:00", "2024-03-12T09:28:00", "2024-03-12T09:28:00+00:00"),
        ("2024-03-12T10:28:00", None, "2024-03-12T10:28:00"),
        ("yesterday", "2024-03-12T09:28:00", "2024-03-12T09:28:00+00:00"),
    ],
)
def test_dates_have_the_offset_of_the_site(local: str, utc: str | None, moment: str) -> None:
    date = one(date=local, date_gmt=utc).date
    assert date is not None
    assert (date.text, date.iso) == ("", moment)


def test_a_comment_without_a_date_has_none() -> None:
    assert one(date="0000-00-00T00:00:00", date_gmt=None).date is None


@pytest.mark.parametrize(
    ("status", "state"),
    [("approved", "shown"), ("hold", "held"), ("spam", "held"), ("trash", "deleted")],
)
def test_held_and_deleted_comments_are_told(status: str, state: str) -> None:
    assert one(status=status).state == CommentState(state)


@pytest.mark.parametrize("kind", ["comment", "pingback", "trackback", "webmention"])
def test_pings_are_told_from_comments(kind: str) -> None:
    assert one(type=kind).kind == CommentKind(kind)


def test_names_are_html_as_themes_write_them() -> None:
    assert one(author_name="Jan &amp; Piet &lt;3").author == "Jan & Piet <3"
    assert one(author_name="<b>Jan</b> Smit").author == "Jan Smit"
    assert one(author_name="").author is None


@pytest.mark.parametrize("url", ["", "http://", "https://", "javascript:alert(1)"])
def test_what_is_no_address_of_a_writer_is_left_out(url: str) -> None:
    assert one(author_url=url).author_url is None


def test_the_author_of_the_post_is_somebody_of_the_name_who_was_logged_in() -> None:
    assert one(author=2, author_name="Femke de Vries").by_post_author
    assert not one(author=0, author_name="Femke de Vries").by_post_author
    assert not one(author=4, author_name="Kees").by_post_author


def test_pages_of_comments_make_one_thread() -> None:
    told = recorded()
    whole, parts = read(told), read(told[:5], told[5:])
    assert parts == whole


@pytest.mark.parametrize(
    ("answer", "understood"),
    [
        ([], True),
        (recorded(), True),
        ({"code": "rest_cannot_read_post", "message": "No.", "data": {"status": 401}}, False),
        ([1], False),
        ([{"id": 3}], False),
    ],
)
def test_an_answer_is_known(answer: object, *, understood: bool) -> None:
    assert is_answer(answer) is understood


_FIELDS = [
    *("id", "parent", "author", "author_name", "author_url", "date", "date_gmt", "content"),
    *("rendered", "link", "status", "type"),
]
_TEXTS = st.text(max_size=8) | st.sampled_from(
    ["0001-01-01T00:00:00", "9999-12-31T23:59:59", "2024-02-30", "\x1b[2J", "1", "<b", "&#0;"]
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | _TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(_FIELDS), inner, min_size=4, max_size=12)
    ),
    max_leaves=40,
)


@examples(4)
@given(_JSON)
def test_any_answer_gives_a_sound_thread(answer: object) -> None:
    is_answer(answer)
    assert count_in(answer) >= 0
    for comment in thread_of([answer, [answer]], REMOTE, None).comments:
        assert "\x1b" not in f"{comment.author}{comment.key}{blocks_text(comment.blocks)}"
        assert comment.date is None or comment.date.iso


def test_circles_of_parents_are_cut() -> None:
    entries = [{"id": at, "parent": 3 - at, "content": {"rendered": "x"}} for at in (1, 2)]
    thread = read(entries)
    assert sorted(thread.depths) == [0, 1]
