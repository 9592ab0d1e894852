"""Ghost: its script's first layout, answers inside what they answer, likes without an element."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _key(number: int) -> str:
    return f"{number:024x}"


def _one(sample: Sample, replies: str) -> str:
    children = f'<div class="-ml-2 mb-4"><div>{replies}</div></div>' if replies else ""
    return (
        '<div data-testid="animated-comment"><div class="flex w-full flex-row mb-7" '
        'data-testid="comment-component"><div class="mr-2"><figure><div>AB</div></figure></div>'
        f'<div class="grow"><div id="{_key(sample.number)}"><div class="mt-0.5 flex"><h4>'
        f'{sample.name}</h4><div><span><span title="{sample.at:%d %b %Y %H:%M}">2 years ago</span>'
        '</span></div></div><div class="mt mb-2"><div data-testid="comment-content">'
        f'{sample.body}</div></div><div class="flex"><button data-testid="like-button"><svg></svg>2'
        f"</button></div></div>{children}</div></div></div>"
    )


def _write(thread: Thread) -> str:
    return page(
        '<div id="ghost-comments-root"><div data-testid="comment-elements">'
        f"{nested(thread, _one)}</div></div>"
    )


MARKUP = Markup("ghost", _write, key=_key)
