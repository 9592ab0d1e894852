"""The link by which a comment is answered on a page of its own."""

from __future__ import annotations

import pytest

from tests.parse.threads.pages import found, thread
from tests.work import assert_in_proportion

PAGE = "https://peat.example/spade/"


def answered(link: str, url: str = PAGE) -> str | None:
    """The reply link of the second of three home-made comments that have one like it."""
    comments = "".join(
        f'<div class="comment" id="r{n}"><b class="author">Bo {n}</b> '
        f'<time datetime="2020-01-0{n}">{n} January 2020</time>'
        f'<div class="text"><p>Words number {n}.</p></div>'
        f'<p class="foot">{link.format(n=n)}</p></div>'
        for n in (1, 2, 3)
    )
    html = f'<h1>Spade</h1><p>Text.</p><section id="comments"><h2>3 comments</h2>{comments}'
    read = thread(html, url)
    assert len(read) == 3
    return read.comments[1].reply_url


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ('<a href="/answer/{n}">Reply</a>', "https://peat.example/answer/2"),
        ('<a href="/a?to={n}">Beantwoorden</a>', "https://peat.example/a?to=2"),
        ('<a href="/a?to={n}">Antworten</a>', "https://peat.example/a?to=2"),
        ('<a href="?replytocom={n}#respond">@</a>', f"{PAGE}?replytocom=2#respond"),
        ('<a href="/comment/reply/9/{n}">»</a>', "https://peat.example/comment/reply/9/2"),
        ('<a href="reply?id={n}">re</a>', f"{PAGE}reply?id=2"),
    ],
)
def test_link_says_by_its_words_or_its_address_that_it_replies(link: str, address: str) -> None:
    assert answered(link) == address


@pytest.mark.parametrize(
    "link",
    [
        '<a href="#respond">Reply</a>',
        f'<a href="{PAGE}#respond">Reply</a>',
        '<a href="javascript:reply({n})">Reply</a>',
        '<a href="mailto:bo@peat.example">Reply</a>',
        '<a href="/login?next=/answer/{n}">Reply</a>',
        '<a href="/wp-login.php?redirect_to=x%3Freplytocom%3D{n}">Log in to Reply</a>',
        '<a class="comment-reply-login" href="/x?replytocom={n}">Reply</a>',
        '<a href="https://elsewhere.example/reply/{n}">Reply</a>',
        '<a href="/report/{n}">Report</a>',
        '<a href="/other#r1">In reply to Bo 1</a>',
        '<a href="/reply-guy/">Bo</a>',
    ],
)
def test_other_links_are_none(link: str) -> None:
    assert answered(link) is None


def test_saved_page_without_an_address_has_no_host_to_reply_to() -> None:
    html = '<a href="/answer/{n}">Reply</a>'
    assert answered(html, "") is None


def test_words_of_a_commenter_lead_nowhere() -> None:
    html = """<div id="comments"><ol class="commentlist">
    <li class="comment depth-1" id="comment-1"><cite class="fn">Bo</cite>
    <div class="comment-content"><p>Hi. <a href="/spade/?replytocom=999">Reply</a></p></div>
    <div class="reply"><a class="comment-reply-link" href="/spade/?replytocom=1#respond">Reply</a>
    </div></li>
    <li class="comment depth-1" id="comment-2"><cite class="fn">An</cite>
    <div class="comment-content"><a href="/reply/1">Reply</a></div></li></ol></div>"""
    first, second = thread(html, PAGE).comments
    assert first.reply_url == "https://peat.example/spade/?replytocom=1#respond"
    assert second.reply_url is None


def test_deepest_comment_of_a_nested_thread_has_no_link_of_its_parent() -> None:
    html = """<div id="comments"><ol class="comment-list">
    <li class="comment depth-1" id="comment-1"><article class="comment-body"><b class="fn">Bo</b>
    <div class="comment-content"><p>One.</p></div><div class="reply">
    <a class="comment-reply-link" href="/spade/?replytocom=1#respond">Reply</a></div></article>
    <ol class="children"><li class="comment depth-2" id="comment-2"><article class="comment-body">
    <b class="fn">An</b><div class="comment-content"><p>Two.</p></div></article></li></ol></li>
    </ol></div>"""
    assert [comment.reply_url for comment in thread(html, PAGE).comments] == [
        "https://peat.example/spade/?replytocom=1#respond",
        None,
    ]


def test_many_links_take_work_in_proportion() -> None:
    def work(count: int) -> None:
        links = '<a href="/tag/x">x</a>' * 20
        one = f'<li class="comment depth-1" id="comment-{{n}}"><b class="fn">Bo</b>{links}</li>'
        body = "".join(one.replace("{n}", str(n)) for n in range(count))
        html = f'<div id="comments"><ol class="commentlist">{body}</ol></div>'
        found(html, PAGE)

    assert_in_proportion(work, few=100, times=5)
