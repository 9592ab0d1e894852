"""Pages that hold less than their article, and those that only look so."""

from __future__ import annotations

import pytest

from tui.parse import parse_page
from tui.parse.stubs import CHALLENGE, SCRIPTS, SUBSCRIBERS, SUBSCRIBERS_ALL

SENTENCE = "De sluiswachter telde de schepen en schreef hun namen in het grote blauwe boek. "
SHORT = "".join(f"<p>Dag {day}. {SENTENCE * 3}</p>" for day in range(2))
LONG = "".join(f"<p>Dag {day}. {SENTENCE * 6}</p>" for day in range(8))
NOT_FREE = """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "De sluis",
"isAccessibleForFree": %s%s}</script>"""
PART = ', "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": %s}'
WALL = (
    "<div class='article-paywall'><p>Lees verder met een abonnement.</p><a href=/a>Kies</a></div>"
)
TITLE = "<title>De sluis</title>"


def told(body: str, head: str = "", title: str = TITLE) -> list[str]:
    page = parse_page(
        f"<!doctype html><html lang=nl><head>{title}{head}</head><body>{body}</body></html>",
        url="https://krant.example/2024/de-sluis",
    )
    return [note for note in page.notes if not note.startswith("No article")]


def article(text: str, after: str = "") -> str:
    return f"<nav><a href=/>Voorpagina</a></nav><article><h1>De sluis</h1>{text}{after}</article>"


@pytest.mark.parametrize(
    "head",
    [
        NOT_FREE % ("false", ""),
        NOT_FREE % ('"False"', ""),
        NOT_FREE % ('"http://schema.org/False"', ""),
        NOT_FREE % ("true", PART % '".betaald"'),
        "<meta itemprop=isAccessibleForFree content=False>",
        "<meta property=article:content_tier content=locked>",
    ],
)
def test_little_text_of_a_page_that_says_it_is_not_free_is_a_beginning(head: str) -> None:
    assert told(article(SHORT), head) == [SUBSCRIBERS]
    assert told(article("<p>Kort nieuws van de sluis.</p>"), head) == [SUBSCRIBERS_ALL]


@pytest.mark.parametrize(
    "head",
    [
        NOT_FREE % ("false", ""),
        NOT_FREE % ("false", PART % '".betaald"'),
        "<meta property=article:content_tier content=locked>",
    ],
)
def test_a_page_with_its_whole_text_is_no_stub_whatever_it_says(head: str) -> None:
    assert told(article(LONG), head) == []


@pytest.mark.parametrize(
    "head",
    [
        NOT_FREE % ("true", ""),
        "<meta property=article:content_tier content=free>",
        "<meta property=article:content_tier content=metered>",
        "",
    ],
)
def test_little_text_alone_is_no_stub(head: str) -> None:
    assert told(article(SHORT), head) == []


def test_what_is_named_as_paid_for_and_is_there_makes_no_stub() -> None:
    head = NOT_FREE % ("false", PART % '"main .betaald"')
    assert told(article(f"<p>{SENTENCE}</p><div class='tekst betaald'>{SHORT}</div>"), head) == []
    assert told(article(f"<div class=betaald>{SHORT}</div>"), head) == [SUBSCRIBERS]
    assert told(article(SHORT), head) == [SUBSCRIBERS]


def test_long_beginnings_are_told_by_their_last_sentence_their_words_or_their_wall() -> None:
    declared = NOT_FREE % ("false", "")
    assert told(article(LONG, "<p>En toen zag hij…</p>"), declared) == [SUBSCRIBERS]
    for end in ("Deel dit stuk:", "<a href=/meer>Lees meer…</a>"):
        assert told(article(LONG, f"<p>{end}</p>"), declared) == []
    assert told(article(LONG), NOT_FREE % ("false", ', "wordCount": 4000')) == [SUBSCRIBERS]
    assert told(article(LONG), NOT_FREE % ("false", ', "wordCount": 600')) == []
    missing = NOT_FREE % ("false", PART % '".betaald"')
    assert told(article(LONG, WALL), missing) == [SUBSCRIBERS]
    assert told(article(LONG, f"<div class=betaald></div>{WALL}"), missing) == []


@pytest.mark.parametrize(
    "line",
    [
        "Il vous reste 57.09% de cet article \u00e0 lire.",
        "La suite est r\u00e9serv\u00e9e aux abonn\u00e9s.",
        "The rest of this article is for our subscribers.",
        "Dit stuk is alleen voor abonnees.",
    ],
)
def test_a_last_line_that_keeps_the_rest_for_subscribers_ends_a_beginning(line: str) -> None:
    text = article(LONG, f"<p><strong>{line}</strong></p>")
    assert told(text, NOT_FREE % ("false", "")) == [SUBSCRIBERS]
    assert told(text) == []


def test_a_wall_at_the_end_of_little_text_or_of_a_broken_sentence_is_a_paywall() -> None:
    assert told(article(SHORT, WALL)) == [SUBSCRIBERS]
    assert told(article(LONG, f"<p>Hij schreef het volgende op:</p>{WALL}")) == [SUBSCRIBERS]


@pytest.mark.parametrize(
    "body",
    [
        article(LONG, WALL),
        article(SHORT, WALL.replace("<div", "<div hidden")),
        article(SHORT, "<div class='article-paywall'></div>"),
        article(SHORT, WALL.replace("article-paywall", "paywall-modal")),
        article(f"<p>{SENTENCE}</p>{WALL}{SHORT}<p>{SENTENCE * 3}</p>"),
    ],
)
def test_other_walls_say_nothing(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>",
        "<p>Bitte aktivieren Sie JavaScript, um diese Seite zu sehen.</p>",
        "<p>Activez JavaScript pour lire ce site.</p>",
        "<div id=__next></div><script src=/main.js></script>",
        "<div class=kop>De sluis</div><blog-app></blog-app>",
    ],
)
def test_a_page_that_waits_for_javascript_says_so(body: str) -> None:
    assert told(body) == [SCRIPTS]
    assert len(parse_page(f"<html><body>{body}</body></html>").notes) == 1


@pytest.mark.parametrize(
    "body",
    [
        article(SHORT, "<noscript>Please enable JavaScript.</noscript>"),
        article(
            "<p>Vandaag geen schepen, wel ijs.</p>",
            "<noscript>Please enable JavaScript to view the comments.</noscript>",
        ),
        "<article><p><img src=/sluis.jpg alt='De sluis'></p><share-bar></share-bar></article>",
        article(f"<p>{SENTENCE * 2}</p>", "<noscript>Please enable JavaScript.</noscript>"),
        article("<p>Een boek over JavaScript, gelezen aan de sluis, met plezier.</p>"),
        f"<div id=app>{article(SHORT)}</div>",
    ],
)
def test_pages_that_have_their_text_do_not_ask_for_javascript(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    "title",
    ["Just a moment...", "Attention Required! | Schild", "Checking your browser", "DDoS-Guard"],
)
def test_a_riddle_for_robots_is_told_by_its_title(title: str) -> None:
    body = f"<h1>krant.example</h1><p>{SENTENCE}</p><noscript>Enable JavaScript.</noscript>"
    assert told(body, title=f"<title>{title}</title>") == [CHALLENGE]


def test_a_riddle_for_robots_is_told_by_what_it_loads() -> None:
    script = "<script src='/cdn-cgi/challenge-platform/h/b/orchestrate/jsch/v1'></script>"
    assert told(f"<p>Even geduld.</p>{script}") == [CHALLENGE]
    assert told(article(SHORT, script)) == []


def test_articles_that_are_called_like_riddles_are_articles() -> None:
    title = "<title>Just a moment of rest at the lock</title>"
    assert told(article(SHORT), title=title) == []
    assert told(article(LONG), title="<title>Access denied</title>") == []


def test_a_page_of_nothing_but_comments_says_so() -> None:
    comments = "".join(
        f"<li class=comment id=comment-{number}><cite class=fn>Sluiswachter {number}</cite>"
        f"<a href=#comment-{number}>3 mei 2024</a><p>{SENTENCE}</p></li>"
        for number in (1, 2, 3)
    )
    page = parse_page(f"<html><body><ol class=commentlist>{comments}</ol></body></html>")
    assert page.thread is not None
    assert page.notes == ("No article was found in the page, only comments.",)
