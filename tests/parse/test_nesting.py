"""Tags that nest too deep are left out, and nothing that people write is."""

from __future__ import annotations

import pytest

from tui.parse.document import read_document
from tui.parse.nesting import MAX_DEPTH, limit_nesting

MANY = 30_000


def depth(text: str) -> int:
    """How deep the elements of a page nest."""
    deepest = 0
    stack = [(read_document(text, None).tree.root, 1)]
    while stack:
        node, level = stack.pop()
        deepest = max(deepest, level)
        child = node.first_child if node is not None else None
        while child is not None:
            stack.append((child, level + 1))
            child = child.next
    return deepest


@pytest.mark.parametrize(
    "once",
    [
        "<div>",
        "<DIV>",
        "<div><!-- </div> -->",
        "<div><script>'</div>'</script>",
        "<div></span>",
        "<b><table></b></table>",
        "<svg><g>",
    ],
)
def test_what_nests_too_deep_is_cut(once: str) -> None:
    text = f"<p>before</p>{once * MANY}<p>within</p>"
    assert len(limit_nesting(text)) < len(text)
    assert depth(text) <= MAX_DEPTH + 20
    body = read_document(text, None).tree.body
    assert body is not None
    assert "within" in body.text()


@pytest.mark.parametrize(
    "once",
    [
        "<div>words</div>",
        "<P>words",
        "<LI>words<BR>",
        "<div><!-- <div> --></div>",
        "<div><script>'<div>'</script></div>",
        "<img src=x><hr>",
        "<table><tr><td><b>words</b></table>",
        "<svg><path d='M0'/><path/></svg>",
    ],
)
def test_long_pages_stay_as_they_are(once: str) -> None:
    text = once * MANY
    assert limit_nesting(text) is text


def test_a_comment_without_an_end_hides_what_follows() -> None:
    text = "<p>words</p>" * MANY + "<!--" + "<div>" * MANY
    assert limit_nesting(text) is text
