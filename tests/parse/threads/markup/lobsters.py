"""Lobsters: the comments of a story's page."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    mark = f"s{sample.number}"
    return (
        '<li class="comments_subtree">'
        f'<input id="comment_folder_{mark}" class="comment_folder_button" type="checkbox">'
        f'<div id="c_{mark}" data-shortid="{mark}" class="comment">'
        f'<div class="voters"><label for="comment_folder_{mark}" class="comment_folder"></label>'
        '<a class="upvoter" title="7" href="/login">7</a></div><div class="details">'
        f'<div class="byline"><a name="c_{mark}"></a><span class=""><a href="/~u">'
        f'<img alt="u avatar" src="a.png"></a> <a href="/~u">{sample.name}</a> edited '
        f'<a href="/c/{mark}"><time title="{sample.at}" datetime="{sample.at.isoformat()}-05:00">'
        '2 days ago</time></a></span><span class="reason"></span></div>'
        f'<div role="heading" aria-level="3" class="comment_text">{sample.body}</div></div></div>'
        f'<ol class="comments">{replies}</ol></li>'
    )


def _write(thread: Thread) -> str:
    return page(
        '<ol class="comments comments1"><li class="comments_subtree" id="comments-ab12cd">'
        f'<ol class="comments" id="story_comments">{nested(thread, _one)}</ol></li></ol>'
    )


MARKUP = Markup("lobsters", _write, nameless=False, key=lambda number: f"s{number}")
