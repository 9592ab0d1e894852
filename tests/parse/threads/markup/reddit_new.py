"""Reddit's pages since 2023."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page

_TOPIC = "/r/peat/comments/1/comment"


def _one(sample: Sample, replies: str) -> str:
    mark = f"t1_c{sample.number}"
    stamp = f"{sample.at.isoformat()}.000000+0000"
    return (
        f'<shreddit-comment author="{sample.name or "[deleted]"}" thingid="{mark}" '
        f'depth="{sample.depth}" permalink="{_TOPIC}/c{sample.number}/" score="3" '
        f'created="{stamp}"><div slot="commentAvatar"><img alt="u/x avatar" src="a"></div>'
        f'<div slot="commentMeta"><a href="/user/x/">{sample.name}</a>'
        f'<a href="{_TOPIC}/c{sample.number}/"><faceplate-timeago ts="{stamp}">'
        f'<time datetime="{stamp}">1y ago</time></faceplate-timeago></a></div>'
        f'<div class="md" slot="comment">{sample.body}</div><shreddit-comment-action-row '
        f'slot="actionRow" score="3"><button>Reply</button></shreddit-comment-action-row>'
        f"{replies}</shreddit-comment>"
    )


def _write(thread: Thread) -> str:
    return page(
        f'<shreddit-comment-tree id="comment-tree">{nested(thread, _one)}</shreddit-comment-tree>',
        head='<script src="https://static.example/shreddit/en-US/shell.js"></script>',
    )


MARKUP = Markup("reddit-new", _write, key=lambda number: f"c{number}")
