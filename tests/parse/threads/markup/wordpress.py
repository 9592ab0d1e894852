"""WordPress: core's walker in its html5 format, with a pager, a pingback's list and the form."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page

_FORM = (
    '<div id="respond" class="comment-respond"><h3 id="reply-title" class="comment-reply-title">'
    'Leave a Reply <small><a rel="nofollow" id="cancel-comment-reply-link" href="#respond" '
    'style="display:none;">Cancel reply</a></small></h3><form action="/wp-comments-post.php" '
    'method="post" id="commentform" class="comment-form"><p class="comment-notes">Your email '
    'address will not be published.</p><textarea id="comment" name="comment"></textarea>'
    '<input type="hidden" name="comment_post_ID" value="5" id="comment_post_ID">'
    '<input type="hidden" name="comment_parent" id="comment_parent" value="0"></form></div>'
)


def _one(sample: Sample, replies: str) -> str:
    number, here = sample.number, f"https://peat.example/spade/#comment-{sample.number}"
    children = f'<ol class="children">\n{replies}</ol><!-- .children -->\n' if replies else ""
    classes = f"{'even thread-even' if sample.depth == 0 else 'odd alt'} depth-{sample.depth + 1}"
    parent = " parent" if replies else ""
    return (
        f'<li id="comment-{number}" class="comment {classes}{parent}">\n'
        f'<article id="div-comment-{number}" class="comment-body">\n'
        '<footer class="comment-meta"><div class="comment-author vcard">'
        '<img alt="" src="/avatar.png" class="avatar avatar-34 photo" height="34" width="34">'
        f'<b class="fn">{sample.name}</b> <span class="says">says:</span></div>'
        f'<div class="comment-metadata"><a href="{here}">'
        f'<time datetime="{sample.at.isoformat()}">{sample.at:%-d %B %Y at %H:%M}</time></a></div>'
        f'</footer><div class="comment-content">\n{sample.body}\n</div>'
        "<div class='reply'><a rel='nofollow' class='comment-reply-link' "
        f"href='?replytocom={number}#respond' data-commentid='{number}' data-postid='5' "
        f"data-belowelement='div-comment-{number}' data-respondelement='respond'>Reply</a></div>"
        f"</article>\n{children}</li><!-- #comment-## -->\n"
    )


def _write(thread: Thread) -> str:
    title = '<h2 class="comments-title">Some thoughts on &#8220;Cutting peat by hand&#8221;</h2>'
    listed = f'<ol class="comment-list">\n{nested(thread, _one)}</ol>'
    return page(f'<div id="comments" class="comments-area">{title}{listed}{_FORM}</div>')


MARKUP = Markup("wordpress", _write)
