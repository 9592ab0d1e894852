"""A thread is closed where its page says so, in whatever language."""

from __future__ import annotations

import pytest

from tests.parse.threads.pages import thread
from tui.parse.words import Language
from tui.parse.words.languages import LANGUAGES

_COMMENT = """<li class="comment depth-1" id="comment-1"><b class="fn">Bo</b>
<time datetime="2024-03-12">12-3</time><div class="comment-content"><p>Dag.</p></div></li>"""


def wordpress(notice: str) -> str:
    return (
        '<h1>Titel</h1><div id="comments" class="comments-area"><ol class="comment-list">'
        f"{_COMMENT}</ol><p>{notice}</p></div>"
    )


@pytest.mark.parametrize("table", LANGUAGES, ids=lambda table: table.code)
def test_notice_closes_the_thread(table: Language) -> None:
    for notice in table.closed:
        assert thread(wordpress(f"{notice}.")).closed, notice


def test_page_that_says_nothing_is_not_closed() -> None:
    assert not thread(wordpress("Dit was een lange tocht.")).closed


def test_commenter_closes_nothing() -> None:
    assert not thread(wordpress("").replace("Dag.", "Comments are closed.")).closed


def test_blogger_that_allows_no_new_comments_is_closed() -> None:
    html = """<div class="comments" id="comments"><h4>1 comment:</h4><div id="comments-block">
    <div class="comment-thread"><ol id="top-ra"><li class="comment" id="c123"><div
    class="comment-block"><div class="comment-header"><cite class="user"><a
    href="https://www.blogger.com/profile/1">Bo</a></cite><span class="datetime secondary-text"><a
    href="https://bo.example/p.html?showComment=1#c123">3 March 2024 at 10:00</a></span></div>
    <p class="comment-content">Hi.</p></div></li></ol></div></div>
    <p class="comment-footer">New comments are not allowed.</p></div>"""
    read = thread(html)
    assert (read.system, read.closed) == ("blogger", True)
