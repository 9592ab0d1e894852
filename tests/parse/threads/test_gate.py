"""Pages without a word of comments are left alone; all others are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.parse.threads.pages import FIXTURES, document, found
from tui.parse.threads.gate import is_silent
from tui.parse.words.language import Language
from tui.parse.words.languages import LANGUAGES

NONE = ("none", "wordpress-empty")
PAGES = sorted(page for page in FIXTURES.glob("*.html") if not page.name.startswith(NONE))
NOTE = "<div><b>Ans</b> <time datetime='2024-01-0{n}'>{n} Jan</time><p>Word {n}.</p></div>"
NOTES = "".join(NOTE.format(n=n) for n in range(1, 6))


def page(body: str, language: str = "en") -> str:
    return f'<html lang="{language}"><head></head><body>{body}</body></html>'


@pytest.mark.parametrize("table", LANGUAGES, ids=lambda table: table.code)
def test_a_page_with_the_usual_labels_of_its_language_is_not_silent(table: Language) -> None:
    for label in (*table.many, *table.headings, *table.form):
        heading = label.replace("{n}", "3").replace("{title}", "X").replace("{name}", "Ans")
        assert not is_silent(document(page(f"<h2>{heading}</h2>{NOTES}", table.code))), label


def test_a_list_that_nothing_calls_comments_is_none() -> None:
    html = page(f"<h1>Log</h1>{NOTES}")
    assert is_silent(document(html))
    assert found(html).thread is None


@pytest.mark.parametrize(
    "body",
    [
        "<script>var comments = 'reply';</script>",
        "<a href='/comments/feed'>Feed</a>",
        "<p>The comment was short.</p>",
    ],
)
def test_words_in_scripts_addresses_and_the_text_say_nothing(body: str) -> None:
    assert is_silent(document(page(f"<h1>Log</h1>{body}{NOTES}")))


@pytest.mark.parametrize(
    "body",
    [
        "<script id='comment-reply-js' src='/reply.js'></script>",
        "<style class='comments'>p { color: red }</style>",
        "<i class='icon-comment'></i>",
    ],
)
def test_names_of_scripts_styles_and_icons_say_nothing(body: str) -> None:
    assert is_silent(document(page(f"<h1>Log</h1>{body}{NOTES}")))


@pytest.mark.parametrize(
    "body",
    [
        f"<h2>5 comments</h2>{NOTES}",
        f"<div class='user-comments'>{NOTES}</div>",
        f"<div id='comments'>{NOTES}</div>",
        f"<div class='replies'>{NOTES}</div>",
        NOTES.replace("<div>", "<div class='reply'>"),
        NOTES.replace("</p>", "</p><button>Reply</button>"),
        NOTES.replace("<div>", "<div itemscope itemtype='https://schema.org/Comment'>"),
    ],
)
def test_a_heading_a_name_a_type_or_buttons_say_it(body: str) -> None:
    assert not is_silent(document(page(f"<h1>Log</h1>{body}")))


@pytest.mark.parametrize(
    ("language", "name"),
    [("nl", "reacties"), ("es-MX", "comentarios"), ("pl", "komentarze"), ("", "reacties")],
)
def test_names_in_the_language_of_the_page_say_it(language: str, name: str) -> None:
    assert not is_silent(document(page(f"<h1>Log</h1><div class='{name}'>{NOTES}</div>", language)))


def test_labels_without_a_heading_say_it_in_their_language() -> None:
    body = f"<h1>Log</h1><p>コメント(5)</p>{NOTES}"
    assert not is_silent(document(page(body, "ja")))
    assert is_silent(document(page(body.replace("コメント", "メモ"), "ja")))
    assert not is_silent(document(page(f"<p>3 条回复</p>{NOTES}", "zh-CN")))
    assert not is_silent(document(page(f"{NOTES}<a href='#'>Ответить</a>", "ru")))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_fixture_loses_its_thread_by_it(path: Path) -> None:
    assert found(path.read_text(encoding="utf-8")).thread is not None
