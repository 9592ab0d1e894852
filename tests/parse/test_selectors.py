"""Selector lists are cut down to what can match, and to nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tui.parse.document import read_document
from tui.parse.selectors import possible
from tui.parse.threads.nodes import everywhere, first_of

PAGE = """
<TITLE>Garden notes</TITLE><article class="post-7"><h2>Spades</h2>
<P ITEMPROP="text">Long ones.</P><a href="https:&#x2F;&#x2F;example.org/cpage-2">older</a>
<ol id="replies"><li class="reply depth-2">Mine is short.</li></ol></article>
"""

SELECTORS = (
    "h2",
    "h3",
    "title",
    "html, body, main",
    "tbody, p",
    "[itemprop]",
    "[itemprop='text']",
    "[itemprop='comment'], [itemtype]",
    "a[href*='cpage']",
    "a[href^='https://example.org']",
    "a[href*='replytocom']",
    ".reply",
    ".depth-2",
    ".answer, .reply",
    "#replies > li",
    "#comments > li",
    ":is(.answer, .reply)",
    ":is(.answer, .response) > li",
    ":is(#replies, .answers) > li:not(.pingback)",
    "li:not(.pingback)",
    "[class*='dep']",
    "[class*='eply'][class*='depth']",
    "form, video",
)


@pytest.mark.parametrize("selector", SELECTORS)
def test_the_same_elements_are_found(selector: str) -> None:
    document = read_document(PAGE, None)
    whole = document.tree.css(selector)
    assert [node.mem_id for node in everywhere(document, selector)] == [
        node.mem_id for node in whole
    ]
    first = first_of(document, selector)
    assert (first.mem_id if first else None) == (whole[0].mem_id if whole else None)


@pytest.mark.parametrize(
    ("selector", "left"),
    [
        ("h3, video", "h3, video"),
        (".answer, #comments, .reply", ".reply"),
        (":is(.answer, .reply) > p", ".reply > p"),
        ("[class*='answer'], [id*='repl'] > li", "[id*='repl'] > li"),
        (":not(.reply)", ":not(.reply)"),
    ],
)
def test_what_cannot_match_is_not_asked_for(selector: str, left: str) -> None:
    assert possible(selector, read_document(PAGE, None).marks) == left


@given(
    tags=st.lists(st.sampled_from(["div", "P", "h3", "Time", "a", "form"]), max_size=6),
    wanted=st.lists(st.sampled_from(["div", "p", "h3", "time", "a", "form", "*"]), min_size=1),
    name=st.sampled_from(["class", "id", "data-id", "ITEMPROP"]),
    value=st.sampled_from(["x", "reply-3", "Reply", "a b"]),
    asked=st.sampled_from(["", ".reply-3", "#x", "[data-id]", "[itemprop~='a']", "[class*='epl']"]),
)
def test_no_element_is_lost(
    tags: list[str], wanted: list[str], name: str, value: str, asked: str
) -> None:
    text = "".join(f'<{tag} {name}="{value}">word</{tag}>' for tag in tags)
    document = read_document(text, None)
    selector = ", ".join(one + asked for one in wanted)
    found = {node.mem_id for node in everywhere(document, selector)}
    assert found == {node.mem_id for node in document.tree.css(selector)}
