"""From parts in any order to a sound thread."""

from __future__ import annotations

from hypothesis import given, strategies as st

from tests.chance import examples
from tui.model import Paragraph, ShownDate, Span, Thread
from tui.parse.threads.builder import RawComment, build_comments


def raw(words: str, key: str | None = None, **rest: object) -> RawComment:
    return RawComment(author="Ann", blocks=(Paragraph((Span(words),)),), key=key, **rest)  # type: ignore[arg-type]


def test_reply_may_come_before_its_parent() -> None:
    comments = build_comments([raw("reply", "2", parent_key="1"), raw("first", "1")])
    assert [comment.parent for comment in comments] == [1, None]


def test_reply_to_a_comment_that_is_not_there_is_top_level() -> None:
    assert build_comments([raw("reply", "2", parent_key="99")])[0].parent is None


def test_circle_of_replies_is_cut() -> None:
    comments = build_comments([raw("a", "1", parent_key="2"), raw("b", "2", parent_key="1")])
    assert [comment.parent for comment in comments].count(None) == 1


def test_depth_counts_only_where_nothing_else_tells() -> None:
    comments = build_comments(
        [raw("a", "1", depth=0), raw("b", "2", depth=1, parent_key="3"), raw("c", "3", depth=1)]
    )
    assert [comment.parent for comment in comments] == [None, 2, 0]


def test_skipped_depth_answers_the_nearest_shallower_comment() -> None:
    comments = build_comments([raw("a", "1", depth=0), raw("b", "2", depth=4)])
    assert comments[1].parent == 0


def test_keys_without_ids_come_from_author_date_and_words() -> None:
    date = ShownDate("1 May")
    one, other, same = build_comments(
        [raw("x", date=date), raw("y", date=date), raw("x", date=date)]
    )
    assert one.key != other.key
    assert same.key == f"{one.key}~2"


def test_second_half_that_repeats_the_first_is_dropped() -> None:
    twice = [raw("a"), raw("b"), raw("a"), raw("b")]
    assert len(build_comments(twice)) == 2


def test_two_equal_comments_are_what_somebody_sent_twice() -> None:
    assert len(build_comments([raw("a"), raw("a")])) == 2


@examples(6)
@given(
    st.lists(
        st.builds(
            raw,
            st.sampled_from("ab"),
            st.sampled_from(["1", "2", "3", "1~2", None]),
            parent_key=st.sampled_from(["1", "2", "3", None]),
            depth=st.sampled_from([None, 0, 1, 2, 9]),
        ),
        max_size=10,
    )
)
def test_any_parts_form_a_thread(raws: list[RawComment]) -> None:
    comments = build_comments(raws)
    thread = Thread(comments=comments, system="test")
    assert len(thread.preorder) == len(comments)
