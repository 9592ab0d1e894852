from __future__ import annotations

import json
import os
import re

import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len

from tui.dump.jsonform import dump_json
from tui.dump.markdown import dump_markdown
from tui.dump.text import block_lines, dump_text
from tui.model import (
    Article,
    Block,
    Comment,
    CommentKind,
    CommentState,
    Definition,
    DefinitionList,
    Heading,
    Image,
    Inline,
    ListBlock,
    Mark,
    Page,
    Paragraph,
    Preformatted,
    Quote,
    ReplyForm,
    Rule,
    ShownDate,
    Span,
    Table,
    Term,
    Thread,
    ThreadLink,
)
from tui.parse import parse_page

HOSTILE = "\x1b]0;weg\x07 [bold]vet[/] [/nergens] \x9b31m \u202eom \x00"


def line(text: str) -> Inline:
    return (Span(text),)


def paragraph(text: str) -> Paragraph:
    return Paragraph(line(text))


def test_a_list_in_an_item_follows_its_words_and_not_its_heading() -> None:
    inner = ListBlock(((paragraph("diep"),),))
    items = ((Heading(3, line("Kop")), inner), (paragraph("een"), inner))
    loose = ["- ### Kop", "", "  - diep", "", "- een", "  - diep"]
    assert block_lines([ListBlock(items)], 40) == loose


def test_every_kind_of_block() -> None:
    inner: tuple[Block, ...] = (paragraph("een"), ListBlock(((paragraph("diep"),),)))
    blocks: list[Block] = [
        Heading(2, line("Kop")),
        ListBlock((inner, (paragraph("twee"),)), ordered=True, start=9),
        Quote((paragraph("gezegd"), Rule())),
        Preformatted("if x:\n    y()"),
        Table(((line("a"), line("b")), (line("1"), ())), header=True, caption=line("Tabel")),
        Image("https://blog.example/a.jpg", "Een dijk", line("Bij nacht")),
        Image(None),
    ]
    assert "\n".join(block_lines(blocks, 40)) == (
        """\
## Kop

9. een
   - diep
10. twee

> gezegd
>
> * * *

    if x:
        y()

Tabel
a | b
1 |

[image: Een dijk]
Bij nacht

[image]"""
    )


def test_descriptions_stand_further_in_than_their_terms() -> None:
    several = Definition((Term(line("eb")), Term(line("laagtij"))), ((paragraph("zakt"),),) * 2)
    long = Definition((Term(line("vloed")),), ((paragraph("het water rijst"), paragraph("weer")),))
    assert block_lines([DefinitionList((several, long))], 14) == [
        *("eb", "laagtij", "zakt", "zakt"),
        *("vloed", "het water", "rijst", "", "weer"),
    ]
    assert block_lines([DefinitionList((several,))], 60) == ["eb", "laagtij", *["    zakt"] * 2]


@given(st.text(st.sampled_from("ab é日本語👍🏽 \u0301"), max_size=200), st.integers(20, 60))
def test_no_line_has_more_cells_than_asked(text: str, width: int) -> None:
    blocks: list[Block] = [paragraph(text), Quote((ListBlock(((paragraph(text),),)),))]
    lines = block_lines(blocks, width)
    assert max(map(cell_len, lines), default=0) <= width
    shown = "".join(lines).replace("> -", "").replace(">", "")
    assert "".join(shown.split()) == "".join((text * 2).split())


def chain(length: int) -> Thread:
    return Thread(
        tuple(
            Comment(str(n), f"Naam{n}", (paragraph("woord " * 30),), n - 1 if n else None)
            for n in range(length)
        ),
        "general",
        stated_count=length + 5,
    )


def test_deep_replies_keep_a_column_that_can_be_read() -> None:
    text = dump_text(Page(Article("Lang"), "0", thread=chain(200)), 80)
    assert max(map(len, text.splitlines())) <= 80
    assert "200 comments here, 205 according to the page" in text
    deepest = next(line for line in text.splitlines() if "Naam199" in line)
    assert deepest.strip() == "Naam199, in reply to Naam198"
    assert len(deepest) - len(deepest.lstrip()) == 40


def test_a_very_long_chain_of_replies_is_no_trouble() -> None:
    page = Page(Article("Lang"), "0", thread=chain(3_000))
    assert "Naam2999" in dump_text(page, 40)
    assert "Naam2999" in dump_markdown(page)
    assert len(json.loads(dump_json(page, "p"))["comments"]) == 3_000


def test_what_is_known_of_comments_is_said() -> None:
    comments = (
        Comment("1", None, (), state=CommentState.DELETED),
        Comment("2", "Ada", (paragraph("Ja."),), state=CommentState.HELD, by_post_author=True),
        Comment("3", "Elders", (), kind=CommentKind.PINGBACK, date=ShownDate("gisteren")),
    )
    more = (ThreadLink("Oudere reacties", "https://blog.example/2"),)
    thread = Thread(comments, "general", closed=True, more=more)
    form = ReplyForm("Laat iets achter", notes=("Je adres blijft geheim.",))
    notes = ("De datum is onbekend.",)
    text = dump_text(Page(Article("T"), "0", thread=thread, form=form, notes=notes), 80)
    for words in (
        "\nAnonymous\n  [deleted]\n",
        "\nAda (author of the post), waiting for moderation\n  Ja.\n",
        "\nPingback: Elders, gisteren\n",
        "\nMore comments: Oudere reacties\nhttps://blog.example/2\n",
        "\nReplying is closed.\n",
        "\nThis page takes replies: Laat iets achter\nJe adres blijft geheim.\n",
        "\nNote: De datum is onbekend.\n",
    ):
        assert words in text


@pytest.mark.parametrize(
    "data",
    [
        os.urandom(4000),
        b"%PDF-1.7\x00\x01" * 99,
        b"<div>" * 100_000 + b"diep",
        b"<ul><li><blockquote>" * 5_000 + b"<p>diep",
        f"<title>{HOSTILE}</title><h1>{HOSTILE}</h1><p>{HOSTILE}</p><pre>{HOSTILE}</pre>".encode(),
    ],
    ids=["random", "pdf", "nested", "lists", "hostile"],
)
def test_whatever_comes_in_nothing_goes_out_that_a_terminal_acts_on(data: bytes) -> None:
    page = parse_page(data)
    for text in (dump_text(page, 80), dump_markdown(page), dump_json(page, HOSTILE)):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert json.loads(dump_json(page, HOSTILE))["page"] == HOSTILE


def test_superscripts_are_unicode_where_there_is_such_a_character() -> None:
    text = (Span("10"), Span("6", Mark.SUPER), Span(" e"), Span("iπ", Mark.SUPER), Span("."))
    assert block_lines((Paragraph(text), Heading(2, text)), 40) == [
        "10⁶ e^(iπ).",
        "",
        "## 10⁶ e^(iπ).",
    ]
