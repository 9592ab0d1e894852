"""Serendipity: the default theme, words before bylines and 20 pixels for each level."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, page


def _one(sample: Sample) -> str:
    number = sample.number
    return (
        f'<a id="c{number}"></a><div id="serendipity_comment_{number}" class="serendipity_comment '
        f'serendipity_comment_author_n comment_oddbox" style="padding-left: {20 * sample.depth}px">'
        f'<div class="serendipity_commentBody">{sample.body}</div>'
        f'<div class="serendipity_comment_source"><a class="comment_source_trace" '
        f'href="#c{number}">#1.{number}</a> <span class="comment_source_author"> '
        f'<a href="mailto:n@n.example">{sample.name}</a> </span> (<a class="comment_source_url" '
        'href="http://n.example/" title="http://n.example/">Homepage</a>) on '
        f'<span class="comment_source_date">{sample.at:%Y-%m-%d %H:%M}</span> '
        f'(<a class="comment_reply" href="#serendipity_CommentForm">Reply</a>)</div></div>'
    )


def _write(thread: Thread) -> str:
    comments = "".join(_one(sample) for sample in thread)
    return page(
        '<div class="serendipity_comments serendipity_section_comments"><a id="comments"></a>'
        f'<div class="serendipity_commentsTitle">Comments</div>{comments}</div>'
    )


MARKUP = Markup("serendipity", _write)
