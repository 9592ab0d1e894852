"""Themes of WordPress: bylines of all kinds, and what borrows the marks of comments."""

from __future__ import annotations

import pytest

from tests.parse.threads.pages import found, thread
from tui.model import blocks_text

BYLINES = {
    "time alone is a link": (
        '<div class="comment_author vcard"><strong class="fn">Jo</strong> said, on May 3, 2019 at '
        '<a href="#comment-1">3:12 pm</a></div><p>Well.</p>'
    ),
    "number is a link": (
        '<p class="comment-number"><a href="#comment-1">1</a></p><cite>Jo</cite> '
        '<small class="commentmetadata">May 3, 2019 at 3:12 pm</small><p>Well.</p>'
    ),
    "date is bare in the head": (
        '<div class="comment-head"><div class="author"><span class="by"><a class="comment-author" '
        'href="https://a.example">Jo</a></span><br>May 3 2019 <a class="comment-id" '
        'href="#comment-1">#1</a><div class="controls"><a>Reply</a> | <a>Quote</a></div></div>'
        '</div><div class="comment-text"><p>Well.</p></div>'
    ),
    "time before the date": (
        '<h4>Jo <span class="meta">3:12 pm <em>on</em> May 3, 2019 <span class="actions">'
        '<a href="#comment-1">Permalink</a> | Reply</span></span></h4>'
        '<div class="commentcontent"><p>Well.</p></div>'
    ),
    "line below the words": (
        '<p>Well.</p><p class="meta">&#8212; <cite>Jo</cite> &middot; '
        '<a href="#comment-1">May 3, 2019, 3:12 pm</a></p>'
    ),
    "head of a table": (
        '<table><tr><td><p class="header"><b><a rel="external" href="https://a.example">Jo</a></b>'
        " | May 3, 2019 3:12 pm</p><p>Well.</p></td></tr></table>"
    ),
}


@pytest.mark.parametrize("inner", BYLINES.values(), ids=BYLINES)
def test_bylines_of_old_themes_are_told_from_the_words(inner: str) -> None:
    html = f'<ol class="commentlist"><li class="comment even depth-1" id="comment-1">{inner}</li>'
    (comment,) = thread(f'<html lang="en">{html}</ol>').comments
    assert comment.author == "Jo"
    assert comment.date is not None
    assert (comment.date.iso or "")[:10] == "2019-05-03"
    assert blocks_text(comment.blocks) == "Well."


def test_terms_without_classes_are_comments_on_a_page_of_wordpress() -> None:
    one = '<dt id="comment-{0}"><strong>N{0}</strong></dt><dd class="entry"><p>Words {0}.</p></dd>'
    head = '<link rel="stylesheet" href="/wp-content/themes/x/style.css">'
    html = f'{head}<dl class="commentlist">{one.format(1)}{one.format(2)}</dl>'
    comments = thread(html).comments
    assert [(c.author, blocks_text(c.blocks)) for c in comments] == [
        ("N1", "Words 1."),
        ("N2", "Words 2."),
    ]


LOOK_ALIKES = {
    "latest comments in the list's own class": (
        '<ul class="commentlist">'
        '<li class="comment"><b>Jo</b> on <a href="https://w.example/a/#comment-5">A</a></li>'
        '<li class="comment"><b>Al</b> on <a href="https://w.example/b/#comment-6">B</a></li></ul>'
    ),
    "latest comments with the comments' own ids": (
        '<ul><li id="comment-5"><a href="https://w.example/a/#comment-5">Jo: well</a></li>'
        '<li id="comment-6"><a href="https://w.example/b/#comment-6">Al: so</a></li></ul>'
    ),
    "menu with depths": '<ul><li class="menu-item depth-1"><a href="/a">Comments</a></li></ul>',
}


@pytest.mark.parametrize("body", LOOK_ALIKES.values(), ids=LOOK_ALIKES)
def test_what_borrows_the_marks_of_comments_is_none(body: str) -> None:
    head = '<link rel="stylesheet" href="/wp-content/themes/x/style.css">'
    html = f'<html lang="en"><head>{head}</head><body><h1>Spades</h1><p>Words.</p>{body}'
    result = found(html, "https://w.example/spade/").thread
    assert result is None or result.comments == ()
