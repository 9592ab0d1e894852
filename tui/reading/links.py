"""Where links lead: into the thread of the same page, or elsewhere."""

from __future__ import annotations

from tui.model import Page, Thread

_DIGITS = 10
"""No thread's count has so many; `int` refuses numbers of thousands of digits."""


def same_page(page: Page, href: str) -> str | None:
    """The fragment of a link into the page itself, or None for all other links."""
    address, _, fragment = href.partition("#")
    if not fragment:
        return None
    own = {"", page.url and page.url.partition("#")[0], page.canonical}
    return fragment if address in own else None


def comment_at(thread: Thread, fragment: str) -> int | None:
    """The comment that a fragment names: by its permalink, its key, or its number from 1."""
    if not fragment:
        return None
    for index, comment in enumerate(thread.comments):
        permalink = comment.permalink or ""
        if permalink.partition("#")[2] == fragment or comment.key == fragment:
            return index
    number = fragment.removeprefix("comment-")
    known = thread.index_of(number)
    if known is not None:
        return known
    if fragment.isdecimal() and len(fragment) < _DIGITS and 1 <= int(fragment) <= len(thread):
        return thread.preorder[int(fragment) - 1]
    return None
