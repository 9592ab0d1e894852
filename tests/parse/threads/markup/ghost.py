"""Ghost: its script's threaded layout, answers beside what they answer in one box."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _key(number: int) -> str:
    return f"{number:024x}"


def _one(sample: Sample, replies: str) -> str:
    key = _key(sample.number)
    link = f"https://p.example/a/#ghost-comments-{key}"
    children = f'<div class="ml-8 flow-root sm:ml-9">{replies}</div>' if replies else ""
    return (
        '<div class="" data-testid="animated-comment"><div class="relative flow-root pb-7">'
        '<div class="flex w-full flex-row" data-testid="comment-component"><div class="mr-2">'
        f'<figure><div>AB</div></figure></div><div class="grow"><div id="{key}">'
        f'<div class="mt-0.5 flex"><h4 class="font-sans">{sample.name}</h4><div><span>'
        f'<a class="hover:underline" href="{link}" title="{sample.at:%d %b %Y %H:%M}">'
        '<span class="mx-[0.3em]">·</span>2 years ago</a><span>&nbsp;(edited)</span></span></div>'
        '</div><div class="mt mb-2"><div class="gh-comment-content" data-testid="comment-content">'
        f'{sample.body}</div></div><div class="flex"><button data-testid="like-button"><svg></svg>'
        '<span class="tabular-nums">2</span></button><button data-testid="reply-button">Reply'
        f"</button></div></div></div></div>{children}</div></div>"
    )


def _write(thread: Thread) -> str:
    return page(
        '<div id="ghost-comments-root"><section><h2 data-testid="title">Member discussion</h2>'
        f'<div data-testid="count">{len(thread)} comments</div>'
        f'<div data-testid="comment-elements">{nested(thread, _one)}</div></section></div>'
    )


MARKUP = Markup("ghost", _write, key=_key)
