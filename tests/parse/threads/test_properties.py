"""Random threads in each system's markup come back as they were; damaged pages do no harm."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

import pytest
from hypothesis import given, settings, strategies as st

from tests.parse.threads.pages import FIXTURES, found, thread
from tui.model import blocks_text

WORDS = st.text(alphabet="abcdeé &<", min_size=3, max_size=20).map(
    lambda text: "w" + " ".join(text.split())
)
HOSTILE = ["\x1b]0;x\x07", "\u202e", "\ud800", "[bold]x[/]", "\x00", "<b>"]
PAGES = [page.read_text(encoding="utf-8") for page in sorted(FIXTURES.glob("*.html"))]


@dataclass(frozen=True)
class Node:
    """A comment of a random tree: its words and the index of the one it answers."""

    words: str
    parent: int | None


@st.composite
def trees(draw: st.DrawFn) -> list[Node]:
    """Comments in reading order, each answering an earlier one or none."""
    words = draw(st.lists(WORDS, min_size=1, max_size=12))
    nodes: list[Node] = []
    line: list[int] = []  # the comments that the next one can answer, outermost first
    for index, text in enumerate(words):
        depth = draw(st.integers(0, len(line)))
        line = [*line[:depth], index]
        nodes.append(Node(text, line[-2] if depth else None))
    return nodes


def children(nodes: list[Node], parent: int | None) -> list[int]:
    return [index for index, node in enumerate(nodes) if node.parent == parent]


def nested(
    nodes: list[Node], one: Callable[[int, Node, str], str], box: str, look: str = ""
) -> str:
    """The tree as markup: `one` writes a comment around its replies, which stand in a box."""

    def write(index: int) -> str:
        replies = "".join(write(child) for child in children(nodes, index))
        return one(index, nodes[index], f'<{box} class="{look}">{replies}</{box}>')

    return "".join(write(index) for index in children(nodes, None))


def wordpress(nodes: list[Node]) -> str:
    def one(index: int, node: Node, replies: str) -> str:
        return (
            f'<li id="comment-{index}" class="comment even depth-1"><article class="comment-body">'
            f'<b class="fn">N{index}</b><div class="comment-content"><p>{escape(node.words)}</p>'
            f"</div></article>{replies}</li>"
        )

    return f'<ol class="comment-list">{nested(nodes, one, "ol")}</ol>'


def xhtml(nodes: list[Node]) -> str:
    def one(index: int, node: Node, replies: str) -> str:
        return (
            f'<li id="comment-{index}" class="comment even depth-1"><div class="comment-body">'
            f'<div class="comment-author vcard"><cite class="fn">N{index}</cite> says:</div>'
            f"<p>{escape(node.words)}</p></div>{replies}</li>"
        )

    return f'<ol class="commentlist">{nested(nodes, one, "ul")}</ol>'


def blocks(nodes: list[Node]) -> str:
    def one(index: int, node: Node, replies: str) -> str:
        return (
            f'<li id="comment-{index}"><div class="wp-block-comment-author-name">N{index}</div>'
            f'<div class="wp-block-comment-content"><p>{escape(node.words)}</p></div>{replies}</li>'
        )

    return f'<ol class="wp-block-comment-template">{nested(nodes, one, "ol")}</ol>'


def wpdiscuz(nodes: list[Node]) -> str:
    numbers = [0 if node.parent is None else node.parent + 1 for node in nodes]
    parts = [
        f'<div class="wpd-comment" id="wpd-comm-{index + 1}_{numbers[index]}">'
        f'<div class="wpd-comment-author">N{index}</div>'
        f'<div class="wpd-comment-text"><p>{escape(node.words)}</p></div></div>'
        for index, node in enumerate(nodes)
    ]
    return f'<div class="wpd-thread-list">{"".join(parts)}</div>'


def drupal(nodes: list[Node]) -> str:
    def one(index: int, node: Node, replies: str) -> str:
        return (
            f'<article id="comment-{index}" class="js-comment comment by-anonymous" '
            f'data-comment-user-id="0"><span class="username">'
            f'N{index}</span><div class="comment-body"><p>{escape(node.words)}</p></div></article>'
            f"{replies}"
        )

    return f'<section id="comments">{nested(nodes, one, "div", "indented")}</section>'


def blogger(nodes: list[Node]) -> str:
    def one(index: int, node: Node, replies: str) -> str:
        return (
            f'<li class="comment" id="c{index}"><div class="comment-header">'
            f'<cite class="user">N{index}</cite></div>'
            f'<p class="comment-content">{escape(node.words)}</p>{replies}</li>'
        )

    return f'<div class="comment-thread"><ol>{nested(nodes, one, "ol")}</ol></div>'


def unknown(nodes: list[Node]) -> str:
    def one(index: int, node: Node, replies: str) -> str:
        return (
            f'<div class="zin" id="z{index}"><span class="wie">N{index}</span>'
            f'<time datetime="2024-01-01T10:{index:02}">10.{index:02}</time>'
            f"<p>{escape(node.words)}</p>{replies}</div>"
        )

    return f"<div><h2>Reacties</h2>{nested(nodes, one, 'div')}</div>"


SYSTEMS = [wordpress, xhtml, blocks, wpdiscuz, drupal, blogger]


@pytest.mark.parametrize("write", SYSTEMS, ids=lambda write: write.__name__)
@settings(max_examples=25, deadline=None)
@given(nodes=trees())
def test_tree_comes_back(write: Callable[[list[Node]], str], nodes: list[Node]) -> None:
    comments = thread(write(nodes)).comments
    assert [comment.author for comment in comments] == [f"N{n}" for n in range(len(nodes))]
    assert [comment.parent for comment in comments] == [node.parent for node in nodes]
    assert [blocks_text(c.blocks).split() for c in comments] == [n.words.split() for n in nodes]


@settings(max_examples=40, deadline=None)
@given(nodes=trees().filter(lambda nodes: len(nodes) > 1))
def test_tree_in_unknown_markup_comes_back(nodes: list[Node]) -> None:
    comments = thread(unknown(nodes)).comments
    assert [comment.parent for comment in comments] == [node.parent for node in nodes]
    assert [blocks_text(c.blocks).split() for c in comments] == [n.words.split() for n in nodes]


@settings(max_examples=120, deadline=None)
@given(
    page=st.sampled_from(PAGES),
    start=st.floats(0, 1),
    length=st.integers(0, 400),
    patch=st.sampled_from(["", *HOSTILE, "</div></li>", "<ol><li class='comment depth-9'>", '"']),
)
def test_damaged_page_gives_a_sound_thread_or_none(
    page: str, start: float, length: int, patch: str
) -> None:
    at = int(start * len(page))
    result = found(page[:at] + patch + page[at + length :])
    if result.thread is not None:
        for comment in result.thread.comments:
            shown = f"{comment.author}{blocks_text(comment.blocks)}{comment.key}{comment.permalink}"
            assert not set(shown) & set("\x1b\x07\x00\u202e\ud800")


@pytest.mark.parametrize("page", PAGES)
def test_page_cut_anywhere_does_not_fail(page: str) -> None:
    for part in range(1, 12):
        found(page[: len(page) * part // 12])
