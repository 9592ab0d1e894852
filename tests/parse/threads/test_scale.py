"""Threads of a size that no blog has: nothing is lost, and nothing takes time out of proportion."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.parse.threads.pages import found, thread
from tests.work import assert_in_proportion
from tui.model import Thread, blocks_text

MANY = 4_000
DEEP = 1_500


def wordpress_item(number: int, depth: int) -> str:
    return (
        f'<li id="comment-{number}" class="comment even depth-{depth}"><div class="comment-body">'
        f'<cite class="fn">N{number}</cite><div class="comment-content"><p>W{number}</p></div>'
        "</div></li>"
    )


def general_item(number: int) -> str:
    return (
        f'<div class="q" id="q{number}"><b>N{number}</b><time datetime="2024-01-01">1.1.24</time>'
        f"<p>W{number}</p></div>"
    )


def wordpress(count: int) -> Thread:
    items = "".join(wordpress_item(n, 1 + n % 2) for n in range(count))
    return thread(f'<ol class="comment-list">{items}</ol>')


def general(count: int) -> Thread:
    items = "".join(general_item(n) for n in range(count))
    return thread(f"<div><h2>{count} comments</h2>{items}</div>")


def test_thousands_of_comments_keep_order_and_parents() -> None:
    comments = wordpress(MANY).comments
    assert [c.key for c in comments] == [str(n) for n in range(MANY)]
    assert [c.parent for c in comments] == [n - 1 if n % 2 else None for n in range(MANY)]
    assert blocks_text(comments[-1].blocks) == f"W{MANY - 1}"


def test_thousands_of_comments_in_unknown_markup_are_found() -> None:
    comments = general(MANY).comments
    assert [c.author for c in comments] == [f"N{n}" for n in range(MANY)]


@pytest.mark.parametrize("work", [wordpress, general])
def test_many_comments_take_work_in_proportion(work: Callable[[int], Thread]) -> None:
    assert_in_proportion(work, few=60, times=10)


def test_chain_of_replies_as_deep_as_the_tree_allows_is_a_sound_thread() -> None:
    html = "".join(
        f'<li id="comment-{n}" class="comment even depth-{n}"><cite class="fn">N{n}</cite><ol>'
        for n in range(DEEP)
    )
    comments = thread(f'<ol class="comment-list">{html}').comments
    assert [c.author for c in comments] == [f"N{n}" for n in range(DEEP)]
    assert all(c.parent is None or c.parent < index for index, c in enumerate(comments))


@pytest.mark.parametrize("opening", ["<div>", "<ol><li class='comment'>", "<b>", "<table><tr><td>"])
def test_tags_without_end_are_no_thread(opening: str) -> None:
    result = found("<h2>3 comments</h2>" + opening * 20_000 + "words")
    assert result.thread is None or result.thread.comments == ()


def test_depth_classes_of_any_size_are_read() -> None:
    items = "".join(wordpress_item(n, 10**n) for n in range(12))
    assert len(thread(f'<ol class="comment-list">{items}</ol>').comments) == 12
