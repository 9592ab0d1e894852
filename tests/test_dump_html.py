"""A page as an HTML file: what it holds, that it needs nothing else, that parsers read it back."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from selectolax.lexbor import LexborHTMLParser

from tests.app.layout.samples import blocks, paragraph, words_of
from tests.app.pages import page as page_html
from tui.cli import main
from tui.dump.html import MAX_NESTED, dump_html
from tui.model import (
    Article,
    Block,
    Comment,
    CommentState,
    Definition,
    DefinitionList,
    Image,
    Mark,
    Page,
    Paragraph,
    Preformatted,
    Quote,
    ShownDate,
    Span,
    Term,
    Thread,
    ThreadLink,
)
from tui.parse import parse_page

_VOID = {"meta", "br", "hr"}


class Nesting(HTMLParser):
    """Fails where an element is closed that is not the innermost open one."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.deepest = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag not in _VOID:
            self.open.append(tag)
            self.deepest = max(self.deepest, len(self.open))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def nesting(html: str) -> Nesting:
    parser = Nesting()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return parser


def a_page(*body: Block, comments: tuple[Comment, ...] = (), language: str | None = "nl") -> Page:
    return Page(
        Article("De dijk & het <water>", body, ("Wil", "Job")),
        "d1",
        thread=Thread(comments, "general") if comments else None,
        url="https://dijk.example/?a=1&b=2",
        language=language,
    )


def text_of(html: str, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in LexborHTMLParser(html).css(selector)]


def test_title_authors_and_address_stand_over_the_text() -> None:
    html = dump_html(a_page(paragraph("Het water kwam.")))
    assert text_of(html, "title") == ["De dijk & het <water>"]
    assert text_of(html, "h1") == ["De dijk & het <water>"]
    assert text_of(html, "header p")[0] == "By Wil, Job"
    link = LexborHTMLParser(html).css_first("header a")
    assert link is not None
    assert link.attributes["href"] == "https://dijk.example/?a=1&b=2"
    assert text_of(html, "article > p") == ["Het water kwam."]


@pytest.mark.parametrize(
    ("language", "start"),
    [("nl", '<html lang="nl">'), ("ar-EG", '<html lang="ar-EG" dir="rtl">'), (None, "<html>")],
)
def test_language_and_direction_are_told(language: str | None, start: str) -> None:
    html = dump_html(a_page(paragraph("نص"), language=language))
    assert start in html
    assert '<p dir="auto">' in html


def test_marks_and_links_are_elements() -> None:
    text = (
        Span("water", Mark.BOLD | Mark.ITALIC),
        Span(" en\nland "),
        Span("x < y", Mark.CODE, 'https://dijk.example/?q="><script>'),
    )
    html = dump_html(a_page(Paragraph(text)))
    assert "<strong><em>water</em></strong> en<br>land " in html
    assert "<code>x &lt; y</code></a>" in html
    assert "<script" not in html


def test_what_a_page_wrote_is_never_markup() -> None:
    evil = '<script>alert(1)</script><img src=x onerror="alert(1)">&amp;'
    comment = Comment('k"><script>', evil, (Preformatted(evil), Quote((paragraph(evil),))))
    html = dump_html(a_page(paragraph(evil), Image("https://a.example/b.png", evil),
                            comments=(comment,)))  # fmt: skip
    tree = LexborHTMLParser(html)
    assert not tree.css("script, img, iframe, link, object")
    assert text_of(html, "article > p")[:1] == [evil]
    nesting(html)


def test_nothing_is_loaded_from_elsewhere() -> None:
    html = dump_html(a_page(Image("https://dijk.example/foto.jpg", "Een dijk")))
    assert "default-src 'none'" in html
    assert not LexborHTMLParser(html).css("[src]")
    assert text_of(html, "figure a") == ["Een dijk"]


def test_a_caption_that_begins_with_the_words_of_its_picture_is_said_once() -> None:
    picture = Image("https://dijk.example/foto.jpg", "Een dijk", (Span("Een dijk. Foto: Els"),))
    assert text_of(dump_html(a_page(picture)), "figure") == ["[picture] Een dijk. Foto: Els"]


def test_replies_hang_under_what_they_answer() -> None:
    comments = (
        Comment("1", "Marijke", (paragraph("Merels."),), date=ShownDate(
            "1 maart", datetime(2026, 3, 1, 10, tzinfo=UTC))),
        Comment("2", "Sjoerd", (paragraph("Hoeveel?"),), 0),
        Comment("3", "Kees", (), state=CommentState.DELETED),
    )  # fmt: skip
    html = dump_html(a_page(comments=comments))
    assert text_of(html, ".thread h2") == ["3 comments"]
    assert text_of(html, ".thread > ol > li > article .by") == ["Marijke, 1 maart", "Kees"]
    assert text_of(html, ".thread li li article") == ["Sjoerd, in reply to Marijke Hoeveel?"]
    assert "[deleted]" in text_of(html, "article")[-1]


def test_deep_threads_do_not_nest_without_end() -> None:
    chain = tuple(
        Comment(str(at), f"N{at}", (paragraph("Ja."),), at - 1 if at else None)
        for at in range(3_000)
    )
    html = dump_html(a_page(comments=chain))
    assert nesting(html).deepest < 2 * MAX_NESTED + 12
    assert html.count('class="by"') == 3_000
    assert "in reply to N2998" in html


def test_more_comments_and_a_closed_thread_are_told() -> None:
    thread = Thread((), "general", closed=True, more=(ThreadLink("", "https://dijk.example/2"),))
    page = Page(Article("De dijk"), "d1", thread=thread, notes=("Iets ontbreekt.",))
    assert text_of(dump_html(page), ".more") == ["More comments", "Replying is closed."]
    assert text_of(dump_html(page), "footer") == ["Note: Iets ontbreekt."]


@given(blocks)
def test_every_word_of_the_blocks_is_there_and_elements_are_closed(body: tuple[Block, ...]) -> None:
    page = Page(Article(None, body), "d1")
    html = dump_html(page)
    nesting(html)
    main = LexborHTMLParser(html).css_first("main article")
    assert main is not None
    found = Counter(re.findall(r"[^\W\d_]+", main.text(separator=" ")))
    language = "code"  # is not told
    assert {word: number for word, number in words_of(body).items() if word != language} == found


def test_what_is_written_is_read_back_as_the_same_thread() -> None:
    page = parse_page(page_html(), url="https://tuin.example/heg/", content_type="text/html")
    again = parse_page(dump_html(page), url=None, content_type="text/html")
    assert again.article.title == page.article.title
    assert page.article.blocks[0] in again.article.blocks


# On the command line


@pytest.fixture
def hedge(tmp_path: Path) -> Path:
    path = tmp_path / "heg.html"
    path.write_text(page_html(), encoding="utf-8")
    return path


def test_dump_prints_html(hedge: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["dump", "--format", "html", str(hedge)]) == 0
    html = capfdbinary.readouterr().out.decode()
    assert html.startswith('<!DOCTYPE html>\n<html lang="nl">')
    assert text_of(html, ".thread li li li .by")[0].startswith("Marijke, ")


@pytest.mark.parametrize(
    ("only", "fragment", "there", "away"),
    [
        ("article", "", "Achter ons huis", "Sjoerd"),
        ("thread", "", "Sjoerd", "Achter ons huis"),
        ("branch", "#comment-2", "Dit jaar drie.", "Ineke"),
        ("branch", "#2", "Hoeveel nesten telt u?", "Bij ons zitten er"),
    ],
)
def test_dump_prints_a_part(
    hedge: Path,
    capfdbinary: pytest.CaptureFixture[bytes],
    only: str,
    fragment: str,
    there: str,
    away: str,
) -> None:
    assert main(["dump", "--only", only, f"{hedge}{fragment}"]) == 0
    text = capfdbinary.readouterr().out.decode()
    assert "De heg en de schaar" in text
    assert there in text
    assert away not in text


def test_a_branch_needs_a_comment(hedge: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dump", "--only", "branch", str(hedge)]) == 2
    assert "name it after a #" in capsys.readouterr().err
    assert main(["dump", "--only", "branch", f"{hedge}#nobody"]) == 1
    assert "no comment that is called nobody" in capsys.readouterr().err


def test_footnotes_and_superscripts_stay_what_they_are() -> None:
    text = (Span("x"), Span("2", Mark.SUPER), Span("1", Mark.SUB | Mark.ITALIC, "#fn1"))
    note = Paragraph((Span("Noot."),), anchors=('f"1',))
    html = dump_html(Page(Article(blocks=(Paragraph(text), note)), "0"))
    assert 'x<sup>2</sup><a href="#fn1" rel="noreferrer"><em><sub>1</sub></em></a>' in html
    assert '<a id="f&quot;1"></a>\n<p dir="auto">Noot.</p>' in html


def test_definition_lists_are_read_back_as_they_were() -> None:
    term = Term((Span("Eb & vloed"),), anchors=("eb",))
    block = DefinitionList((Definition((term,), ((paragraph("zakt"),), (paragraph("rijst"),))),))
    html = dump_html(a_page(paragraph("Woorden."), block))
    nesting(html)
    assert text_of(html, "dl > *") == ["Eb & vloed", "zakt", "rijst"]
    assert LexborHTMLParser(html).css_first("dt > a#eb") is not None
