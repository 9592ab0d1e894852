from __future__ import annotations

from msgspec.structs import replace

from tests.app.layout.samples import thread_of
from tui.model import Comment, ShownDate, Thread
from tui.reading.matching import came, same_comments

DAY = ShownDate("2 mei 2013")


def test_nothing_needs_to_be_matched_where_keys_stay() -> None:
    assert same_comments(thread_of(None, 0), thread_of(None, 0, 1)) == {}


def test_a_comment_with_other_words_is_known_by_its_permalink() -> None:
    before = Comment("x1", "Wil", (), permalink="https://b.example/#c1")
    after = replace(before, key="x2", author="Wil de B.")
    assert same_comments(Thread((before,), "t"), Thread((after,), "t")) == {"x1": "x2"}


def test_a_comment_with_other_words_is_known_by_author_and_date() -> None:
    before = Comment("x1", "Wil", (), date=DAY)
    other = Comment("x3", "Job", (), date=DAY)
    after = replace(before, key="x2")
    assert same_comments(Thread((before, other), "t"), Thread((other, after), "t")) == {"x1": "x2"}


def test_two_comments_of_one_author_on_one_day_are_told_apart_by_no_guess() -> None:
    before = Thread((Comment("x1", "Wil", (), date=DAY), Comment("x2", "Wil", (), date=DAY)), "t")
    after = Thread((Comment("y1", "Wil", (), date=DAY), Comment("y2", "Wil", (), date=DAY)), "t")
    assert same_comments(before, after) == {}


def test_a_permalink_that_all_share_tells_nothing() -> None:
    page = "https://b.example/"
    before = Thread(tuple(Comment(f"x{n}", None, (), permalink=page) for n in range(2)), "t")
    after = Thread(tuple(Comment(f"y{n}", None, (), permalink=page) for n in range(2)), "t")
    assert same_comments(before, after) == {}


def test_a_comment_whose_key_changed_did_not_come_anew() -> None:
    before = Thread((Comment("x1", "Wil", (), date=DAY), Comment("x2", "Job", ())), "t")
    after = Thread((Comment("y1", "Wil", (), date=DAY), Comment("y2", "Ada", ())), "t")
    assert came(before, after, same_comments(before, after)) == 1
    assert came(before, before, {}) == 0
