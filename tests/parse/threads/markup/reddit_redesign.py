"""Reddit's pages from 2018 to 2023."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, page

_TOPIC = "https://shore.example/r/peat/comments/1/comment"


def _one(sample: Sample) -> str:
    mark = f"t1_c{sample.number}"
    link = f'<a data-testid="comment_author_link" href="/user/x/">{sample.name}</a>'
    name = link if sample.name else "<span>[deleted]</span>"
    return (
        f'<div><div id="{mark}" style="padding-left:{16 + 21 * sample.depth}px">'
        f'<div class="Comment {mark} P8SGA"><button class="_1nGap {mark}"></button>'
        f'<div><span class="_1RIl5">level {sample.depth + 1}</span>'
        f'<div data-testid="post-comment-header"><span><div>{name}</div><span> · </span>'
        f'<a data-testid="comment_timestamp" href="{_TOPIC}/c{sample.number}/">4 yr. ago</a>'
        f'</span></div><div data-testid="comment" class="_3cjCp">'
        f'<div class="RichTextJSON-root">{sample.body}</div></div><div>'
        f'<div id="vote-arrows-{mark}"><button aria-label="upvote"></button><div>3</div></div>'
        "<div><button>Reply</button></div></div></div></div></div></div>"
    )


def _write(thread: Thread) -> str:
    return page(f'<div id="2x-container">{"".join(map(_one, thread))}</div>')


MARKUP = Markup("reddit-redesign", _write, dated=False, key=lambda number: f"c{number}")
