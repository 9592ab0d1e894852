"""Typecho: what its comment archive writes."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    kind = "comment-child comment-level-odd" if sample.depth else "comment-parent"
    link = f"https://p.example/1/#comment-{sample.number}"
    children = (
        '<div class="comment-children" itemprop="discusses"><ol class="comment-list">'
        f"{replies}</ol></div>"
        if replies
        else ""
    )
    return (
        '<li itemscope itemtype="http://schema.org/UserComments" '
        f'id="comment-{sample.number}" class="comment-body {kind} comment-odd">'
        '<div class="comment-author" itemprop="creator" itemscope '
        'itemtype="http://schema.org/Person"><span itemprop="image"><img class="avatar" '
        f'src="a.png" alt="{sample.name}"></span><cite class="fn" itemprop="name">{sample.name}'
        f'</cite></div><div class="comment-meta"><a href="{link}"><time itemprop="commentTime" '
        f'datetime="{sample.at.isoformat()}+08:00">{sample.at:%B %d, %Y at %I:%M %p}</time></a>'
        f'</div><div class="comment-content" itemprop="commentText">{sample.body}</div>'
        f'<div class="comment-reply"><a href="?replyTo={sample.number}" rel="nofollow">回复</a>'
        f"</div>{children}</li>"
    )


def _write(thread: Thread) -> str:
    return page(
        f'<div id="comments"><h3>已有 {len(thread)} 条评论</h3><ol class="comment-list">'
        f"{nested(thread, _one)}</ol></div>",
        '<meta name="generator" content="Typecho 1.2">',
    )


MARKUP = Markup("typecho", _write)
