"""Definition lists hold terms and what is said of them; a layout keeps its words."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from tui.model import (
    Block,
    DefinitionList,
    Image,
    Mark,
    Paragraph,
    Span,
    blocks_text,
    inner_blocks,
    plain,
)
from tui.parse.blocks import blocks_of
from tui.reading.links import Place, block_at, place_at


def blocks(html: str) -> tuple[Block, ...]:
    body = LexborHTMLParser(f"<body>{html}").body
    assert body is not None
    return blocks_of([body], "https://tuin.example/post")


def told(block: Block) -> str:
    """A definition list in short: terms, a colon, descriptions, and a semicolon after each."""
    match block:
        case Paragraph(text):
            return plain(text)
        case Image(_, alt):
            return f"<{alt}>"
        case DefinitionList(items):
            inner = (
                f"{','.join(plain(term.text) for term in item.terms)}:"
                f"{','.join(' '.join(map(nested, blocks)) for blocks in item.descriptions)}"
                for item in items
            )
            return ";".join(inner)
        case _:
            return repr(block)


def nested(block: Block) -> str:
    return f"[{told(block)}]" if isinstance(block, DefinitionList) else told(block)


@pytest.mark.parametrize(
    ("html", "items"),
    [
        ("<dl><dt>eb<dd>water zakt<dt>vloed<dd>het rijst</dl>", "eb:water zakt;vloed:het rijst"),
        ("<dl><dt>eb<dt>laag<dd>een<dd>twee</dl>", "eb,laag:een,twee"),
        ("<dl><div><dt>eb<dd>een</div><div><dt>vloed<dd>twee</div></dl>", "eb:een;vloed:twee"),
        ("<dl><dt><p>eb</p></dt><dd><p>een</p><p>twee</p></dd></dl>", "eb:een twee"),
        ("<dl><dt>eb<dt></dt><dd></dd><dt>vloed</dl>", "eb,vloed:"),
        ("<dl><dd>los<dt>eb<dd>een</dl>", ":los;eb:een"),
        ("<dl><dt>eb<dd>een</dd>meer<dt></dt><dd>twee</dl>", "eb:een meer;:twee"),
        ("<dl>vooraf<dt>eb<dd>een</dl>", ":vooraf;eb:een"),
        ("<dl><dt>eb<dd>een</dd><dl><dt>in<dd>diep</dl></dl>", "eb:een [in:diep]"),
        ("<dl><dt>eb<img src=/a.png alt=zee><dd>een</dl>", "eb:<zee>,een"),
    ],
)
def test_definition_lists_keep_terms_and_descriptions_together(html: str, items: str) -> None:
    (found,) = blocks(html)
    assert isinstance(found, DefinitionList)
    assert told(found) == items


@pytest.mark.parametrize(
    ("html", "kinds", "words"),
    [
        ("<dl><dd>een<dd>twee</dl>", "Paragraph Paragraph", "een twee"),
        ("<dl><dt><img src=/a.png alt=x><dd>een</dl>", "Image Paragraph", "een"),
        ("<dl><dt><h3>eb</h3><dd>een</dl>", "Heading Paragraph", "eb een"),
        ("<dl><dt>eb<dd><h2>kop</h2>een</dl>", "Paragraph Heading Paragraph", "eb kop een"),
        ("<dt>eb<dd>een", "Paragraph Paragraph", "eb een"),
        (f"<dl><dt>eb<dd>{'<p>x' * 60}</dl>", " ".join(["Paragraph"] * 61), f"eb{' x' * 60}"),
        ("<dl><dt></dt><dd></dd></dl><dl></dl>", "", ""),
    ],
)
def test_definition_lists_that_only_lay_out_keep_their_words(
    html: str, kinds: str, words: str
) -> None:
    found = blocks(html)
    assert " ".join(type(block).__name__ for block in found) == kinds
    assert blocks_text(found).replace("\n", " ") == words


def test_the_terms_of_a_layout_stand_out_still() -> None:
    assert blocks("<dl><dt>eb<dd><h2>kop</h2></dl>")[0] == Paragraph((Span("eb", Mark.BOLD),))


def test_links_lead_to_terms_and_into_descriptions() -> None:
    (links, found) = blocks(
        "<p><a href=#eb>a</a> <a href=#b>b</a></p>"
        "<dl><dt id=eb>eb</dt><dd id=x>een<p id=b>twee</p></dd></dl>"
    )
    assert isinstance(found, DefinitionList)
    (item,) = found.items
    assert [block.anchors for block in item.blocks] == [("eb",), (), ("b",)]
    assert place_at((links, found), "eb") == Place(1, (0, 0))
    assert place_at((links, found), "b") == Place(1, (0, 2))
    assert blocks_text(block_at((links, found), Place(1, (0, 2)))) == "eb\neen\ntwee"


@pytest.mark.parametrize("count", [10, 3_000])
def test_definition_lists_nest_no_deeper_than_the_model_may(count: int) -> None:
    found = blocks("<dl><dt>a<dd>" * count)
    assert blocks_text(found) == "\n".join("a" * count)
    depth, level = 0, list(found)
    while level:
        depth, level = depth + 1, [inner for block in level for inner in inner_blocks(block)]
    assert depth <= 45
