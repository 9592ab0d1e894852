"""What comments hold besides words, and how words are compared."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tui.model import (
    Block,
    Definition,
    DefinitionList,
    Heading,
    Image,
    ListBlock,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    Term,
)
from tui.reading.normalised import normalised
from tui.reading.query.features import Feature, features_of

LINK = (Span("here", href="https://example.org/"),)
CODE = (Span("x = 1", Mark.CODE | Mark.BOLD),)


@pytest.mark.parametrize(
    ("block", "feature"),
    [
        (Paragraph((Span("words"),)), Feature.NONE),
        (Paragraph((Span("see "), Span("#3", href="#comment-3"))), Feature.NONE),
        (Paragraph((Span("see HTTPS://example.org"),)), Feature.LINK),
        (Paragraph((Span("mail", href="mailto:a@example.org"),)), Feature.LINK),
        (Heading(2, CODE), Feature.CODE),
        (ListBlock(((Paragraph(LINK),), (Paragraph(CODE),))), Feature.LINK | Feature.CODE),
        (
            DefinitionList((Definition((Term(LINK),), ((Paragraph(CODE),),)),)),
            Feature.LINK | Feature.CODE,
        ),
        (Table(((LINK, ()),), caption=CODE), Feature.LINK | Feature.CODE),
        (Image("https://example.org/a.png", "", LINK), Feature.IMAGE | Feature.LINK),
        (Quote((Quote((Paragraph(LINK),)),)), Feature.QUOTE | Feature.LINK),
        (Paragraph((Span("2 > 1 it is"),)), Feature.NONE),
        (Paragraph((Span("so\n> you said"),)), Feature.QUOTE),
        (Rule(), Feature.NONE),
    ],
)
def test_what_a_block_holds(block: Block, feature: Feature) -> None:
    assert features_of((Paragraph(()), block)) == feature


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Søren Ünal", "soren unal"),
        ("E\u0301e\u0301n", "een"),
        ("Łódź", "lodz"),
        ("STRASSE", "straße"),
        ("İstanbul Isparta", "istanbul isparta"),
        ("don’t “say” it", 'don\'t "say" it'),
        ("ΣΊΣΥΦΟΣ", "σισυφος"),
        ("Ёлка", "елка"),
        ("  two\n\twords\u00a0here ", "two words here"),
        ("ｗｉｄｅ", "wide"),
        ("日本語", "日本語"),
    ],
)
def test_what_is_compared_as_the_same(written: str, typed: str) -> None:
    assert normalised(written) == normalised(typed)


@given(st.text(), st.text(), st.text())
def test_a_part_is_found_in_the_whole(before: str, part: str, after: str) -> None:
    assert normalised(part) in normalised(f"{before} {part} {after}")
    assert normalised(normalised(part)) == normalised(part)
