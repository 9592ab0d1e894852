"""Pages that are broken, huge or hostile: read or refused in a sentence, never a traceback."""

from __future__ import annotations

import gzip
import json
import logging
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from msgspec import Struct
from msgspec.structs import astuple

from tests.work import assert_in_proportion, calls_of, not_endless
from tui.model import Page, blocks_text
from tui.parse import parse_page
from tui.parse.clean import clean
from tui.parse.document import MAX_CHARACTERS, MAX_TAGS
from tui.parse.nesting import limit_nesting
from tui.parse.sniff import Kind, text_kind

FIXTURES = Path(__file__).parents[2] / "fixtures" / "pages"
HTML = [path.read_bytes() for path in sorted(FIXTURES.glob("*.html"))]

TEXT = "<p>Dit is een alinea van een artikel, lang genoeg om als lopende tekst te tellen.</p>"


def strings(value: object) -> Iterator[str]:
    """Every string in a value of the model."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, Struct):
        yield from strings(astuple(value))
    elif isinstance(value, tuple):
        for one in value:
            yield from strings(one)


def check(page: Page) -> None:
    """Nothing in the page acts on a terminal, and no finder failed."""
    for text in strings(page):
        assert clean(text) == text
    assert not any("failed" in note for note in page.notes)


# What is no page


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The page is empty."),
        (b" \n\x00 ", "The page is empty."),
        (b"%PDF-1.7\n%\xe2\xe3", "This is a PDF document, not a page."),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "This is a PNG picture, not a page."),
        (b"PK\x03\x04\x14\x00", "This is a ZIP archive or an office document, not a page."),
        (gzip.compress(b"<html>", mtime=0), "This is a gzip archive, not a page."),
        (b"RIFF\x00\x00\x00\x00WEBPVP8", "This is a WebP picture, not a page."),
        pytest.param(
            bytes(range(256)) * 8, "This is a file that is no text, not a page.", id="no text"
        ),
        (
            b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>',
            "This is a feed, not a page.",
        ),
        (b'<?xml version="1.0"?><svg></svg>', "This is an XML document, not a page."),
        (b'{"id": 1, "html": "<p>x</p>"}', "This is JSON data, not a page."),
    ],
)
def test_what_is_no_page_is_named(data: bytes, said: str) -> None:
    page = parse_page(data)
    assert page.notes == (said,)
    assert page.article.blocks == ()
    assert len(page.digest) == 64


@pytest.mark.parametrize(
    "html",
    [
        "<html><body><p>tekst</p>",
        "\ufeff  <!-- vooraf --><p>tekst</p>",
        '<?xml version="1.0"?><!DOCTYPE html><html xmlns="x"><body><p>tekst</p></body></html>',
        "<p>tekst</p>",
        "<div class=a><span>te</span><span>kst</span></div>",
        "\x00\x00<html>\x00<body><p>te\x00kst</p>",
    ],
)
def test_html_is_told_by_its_content(html: str) -> None:
    assert "kst" in blocks_text(parse_page(html).article.blocks)
    assert "<" not in blocks_text(parse_page(html.encode()).article.blocks)


def test_plain_text_that_speaks_of_elements_stays_as_it_was_written() -> None:
    text = "Over HTML\n\nGebruik liever geen <div> waar een <p> volstaat, schreef ik gisteren.\n"
    assert text_kind(text, None) is Kind.TEXT
    assert text_kind("<p>tekst", "text/plain; charset=utf-8") is Kind.TEXT


def test_a_page_of_nothing_but_scripts_says_so() -> None:
    page = parse_page("<!doctype html><title>App</title><div id=app></div><script>x()</script>")
    assert page.article.title == "App"
    assert any("JavaScript" in note for note in page.notes)


# Control characters in every field


@pytest.mark.parametrize(
    "evil", ["\x1b]0;x\x07", "&#27;[2J", "\u202e", "&#x2066;", "\x9b", "&#x85;", "\x00"]
)
def test_no_field_carries_what_a_terminal_acts_on(evil: str) -> None:
    ld = json.dumps({"@type": "Article", "headline": "a\x1b[2Jb", "author": "An\u202ena Visser"})
    page = parse_page(
        f"""<!doctype html><html lang="nl{evil}"><head><title>T{evil}itel</title>
        <meta property="og:title" content="T{evil}itel">
        <meta property="og:site_name" content="S{evil}"><meta name="author" content="A{evil}nna">
        <link rel=canonical href="https://a.example/{evil}x">
        <link rel=alternate type=application/rss+xml href="https://a.example/{evil}feed">
        <script type="application/ld+json">{ld}</script></head>
        <body><h1>T{evil}itel</h1><p class=byline>door Anna{evil} Visser</p>
        <time datetime="2024-05-03{evil}">3 mei{evil} 2024</time>{TEXT}
        <p><a href="https://a.example/{evil}y">a{evil}</a> <b>b{evil}</b></p>
        <img src="https://a.example/{evil}.png" alt="al{evil}t">
        <pre class="lang-x{evil}">c{evil}</pre>
        <table><caption>c{evil}</caption><tr><th>h{evil}<td>d{evil}</table>{TEXT}
        <ol id=c class=comment-list><li id=comment-1 class="comment depth-1"><b class=fn>N{evil}</b>
        <div class=comment-content><p>w{evil}</p></div></li></ol></body></html>""",
        url=f"https://a.example/{evil}",
    )
    check(page)
    assert page.article.title is not None
    assert page.article.title.startswith("T")
    assert page.article.title.endswith("itel")


def test_markup_of_terminals_is_plain_text() -> None:
    page = parse_page(f"<!doctype html><title>[bold]x[/] [link=y]</title><body>{TEXT}[red]z")
    assert page.article.title == "[bold]x[/] [link=y]"
    assert blocks_text(page.article.blocks).endswith("[red]z")


def test_lone_surrogates_and_cut_off_letters_are_shown_as_unknown() -> None:
    page = parse_page(f"<!doctype html><title>a\ud800b</title>{TEXT}<p>zin\udfff</p>")
    assert page.article.title == "a\ufffdb"
    check(page)
    check(parse_page(f"<!doctype html><meta charset=utf-8>{TEXT}<p>één é".encode()[:-1]))


# Size and depth


@pytest.mark.parametrize(
    "unit",
    [
        "<div>",
        "<b>",
        "<ul><li>",
        "<blockquote>",
        "<table><tr><td>",
        "<div></p>",
        "<b><div></b>",
        "<svg><g>",
        "<a href=x><span class=share>",
        "<section><article>",
        "<h1>",
        "<x-y>",
    ],
)
def test_a_hundred_thousand_nested_tags_take_no_time(unit: str) -> None:
    html = f"<!doctype html><title>diep</title><body>{TEXT}{unit * 100_000}bodem{TEXT}"
    with not_endless():
        page = parse_page(html)
    assert page.article.title == "diep"
    check(page)


def test_many_boxes_deep_in_a_page_take_no_time() -> None:
    boxes = f"<div class=share><p>{TEXT}</p></div>" * 40_000
    with not_endless():
        page = parse_page(f"<!doctype html><body>{'<div>' * 1_900}{boxes}{TEXT}")
    check(page)


def test_ordinary_pages_pass_the_nesting_guard_unchanged() -> None:
    row = "<li><p>een <b>twee</b><br><img src=x><td><div title='a>b'>drie</div></li>"
    html = f"<body><ul>{row * 4_000}</ul><script>'<div>'</script><!-- <div> --><svg><g/></svg>"
    assert html.count("<") > 20_000
    assert limit_nesting(html) == html


def test_an_ordinary_page_passes_the_nesting_guard_at_one_glance() -> None:
    html = (FIXTURES / "de-baukasten.html").read_text("utf-8") * 60
    assert len(html) > 100_000
    assert html.count("<") < 20_000
    assert calls_of(lambda: limit_nesting(html)) < 20


def large(paragraphs: int) -> Page:
    return parse_page(
        f"<!doctype html><title>groot</title><body><article>{TEXT * paragraphs}</article>"
    )


def test_a_large_page_takes_work_in_proportion() -> None:
    assert_in_proportion(large, few=500, times=10)


def test_ten_megabytes_are_read_in_bounded_time() -> None:
    with not_endless():
        page = large(120_000)
    assert page.article.title == "groot"
    assert len(page.article.blocks) > 1_000


def test_what_is_too_large_is_cut_with_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.parse.document.MAX_CHARACTERS", 1_000)
    page = parse_page(f"<!doctype html><title>lang</title><body>{TEXT * 100}")
    assert MAX_CHARACTERS >= 60_000_000
    assert any("only its first 1,000 characters" in note for note in page.notes)
    assert 5 < len(page.article.blocks) < 20


def test_a_page_of_too_many_elements_is_cut_with_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.parse.document.MAX_TAGS", 100)
    page = parse_page(f"<!doctype html><title>veel</title><body>{'<p>Woord.</p>' * 1_000}")
    assert MAX_TAGS > 1_000_000
    assert any("too large" in note for note in page.notes)
    assert 40 < len(page.article.blocks) < 60


# Chance


@given(st.binary(max_size=400))
def test_random_bytes_never_raise(data: bytes) -> None:
    check(parse_page(data))
    check(parse_page(b"<!doctype html>" + data))


@given(st.sampled_from(HTML), st.data())
def test_broken_pages_never_raise(html: bytes, data: st.DataObject) -> None:
    broken = bytearray(html)
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(broken) - 1))
        length = data.draw(st.integers(0, 60))
        broken[at : at + length] = data.draw(
            st.sampled_from(
                [b"", b"<", b">", b'"', b"<table>", b"</div>", b"<!--", b"\x00", b"<p>"]
            )
            | st.binary(max_size=6)
        )
    check(parse_page(bytes(broken)))


def test_a_fault_in_one_finder_leaves_the_others_their_say(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("kapot")

    monkeypatch.setattr("tui.parse.page.find_metadata", fail)
    with caplog.at_level(logging.ERROR):
        page = parse_page(f"<!doctype html><title>x</title>{TEXT}")
    assert len(page.article.blocks) == 1
    assert page.notes == ("Looking for the title, author and date failed; the log says why.",)
    assert "kapot" in caplog.text
