"""wpDiscuz: replies stand in the comment's box after its form, and their ids name the parent."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _write(thread: Thread) -> str:
    def one(sample: Sample, replies: str) -> str:
        number = sample.number
        parent = 0 if sample.parent is None else thread[sample.parent].number
        answers = (
            '<div class="wpd-reply-to"><i class="far fa-comments"></i> Reply to&nbsp;'
            f'<a href="#comment-{parent}">{thread[sample.parent].name}</a></div>'
            if sample.parent is not None
            else ""
        )
        return (
            f'<div id="wpd-comm-{number}_{parent}" class="comment even depth-{sample.depth + 1} '
            f'wpd-comment {"wpd-reply " if parent else ""}wpd_comment_level-{sample.depth + 1}">'
            '<div class="wpd-comment-wrap wpd-blog-guest"><div class="wpd-comment-left">'
            '<div class="wpd-avatar"><img alt="" src="/avatar.png"></div></div>'
            f'<div id="comment-{number}" class="wpd-comment-right"><div class="wpd-comment-header">'
            f'<div class="wpd-comment-author">{sample.name}</div><div class="wpd-comment-date" '
            f'title="{sample.at:%B %-d, %Y %H:%M}"><i class="far fa-clock"></i> 2 years ago</div>'
            '<div class="wpd-comment-link wpd-hidden"><span>#</span></div></div>'
            f'{answers}<div class="wpd-comment-text">{sample.body}</div>'
            '<div class="wpd-comment-footer"><div class="wpd-vote"><div class="wpd-vote-up"></div>'
            '<div class="wpd-vote-result" title="0">0</div></div><div class="wpd-reply-button">'
            '<span>Reply</span></div><div class="wpd-toggle wpd-hidden" wpd-tooltip="Hide Replies">'
            f'</div></div></div></div><div id="wpdiscuz_form_anchor-{number}_{parent}"></div>'
            f"{replies}</div>"
        )

    return page(
        '<div id="wpdcom" class="wpdiscuz_unauth wpd-default wpd-layout-1 wpd-comments-open">'
        f'<div id="wpd-threads"><div class="wpd-thread-list">{nested(thread, one)}</div></div>'
        "</div>"
    )


MARKUP = Markup("wpdiscuz", _write)
