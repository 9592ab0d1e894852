"""Quotes that repeat the article's own words are left out; all others stay."""

from __future__ import annotations

import pytest

from tui.model import blocks_text
from tui.parse import parse_page

BEFORE = (
    "The tide came in at four, an hour before anybody in the village had thought it would. "
    "Nobody who has seen the water rise in that bay will ever sleep well behind a dike again, "
    "my aunt used to say, and she slept well for eighty years."
)
PULLED = "Nobody who has seen the water rise in that bay will ever sleep well behind a dike again"
AFTER = (
    "By five the lower meadows were gone. We carried the clock upstairs first, then the "
    "letters, then the dog, who had been waiting on the stairs all along and looked at us."
)
OTHERS = "<blockquote>He who sows the wind shall have to reap the storm, it says.</blockquote>"
JAPANESE = "昔この池には七匹の鯉が住んでいて、朝になると石の橋の下に集まったと祖母は言っていた。"


def article(inner: str, before: str = BEFORE) -> str:
    html = f"<main><article><h1>The tide</h1><p>{before}</p>{inner}<p>{AFTER}</p></article></main>"
    return blocks_text(parse_page(f"<html><body>{html}").article.blocks)


WITHOUT = article("")


@pytest.mark.parametrize(
    "inner",
    [
        f"<blockquote>{PULLED}.</blockquote>",
        f"<blockquote><p>“{PULLED.upper()}!”</p><footer>— my aunt</footer></blockquote>",
        f"<figure><blockquote><p>{PULLED}</p><cite>My aunt</cite></blockquote></figure>",
        f"<figure><blockquote>{PULLED}</blockquote><figcaption>— my aunt</figcaption></figure>",
        f"<div class=pull-quote><p>{PULLED}.</p></div>",
        f"<aside class=pullquote>{PULLED}</aside>",
        f"<p class=PullQuote>{PULLED}…</p>",
        f"<blockquote>{PULLED.replace(' in that bay', ' …')}</blockquote>",
        f"<div class=click-to-tweet><p>{PULLED}</p><p><a href=/t>Tweet this</a></p></div>",
    ],
)
def test_a_quote_of_the_article_itself_is_left_out(inner: str) -> None:
    assert article(inner) == WITHOUT


@pytest.mark.parametrize(
    "inner",
    [
        f"<blockquote>{PULLED.replace('rise', 'fall')}</blockquote>",
        f"<blockquote>{PULLED}, and that is why we moved to the hills.</blockquote>",
        "<blockquote>sleep well behind a dike</blockquote>",
        "<div class=pullquote><p>A dike is only as good as the last one who walked it.</p></div>",
        "<p>By five the lower meadows were gone.</p>",
        f"{OTHERS}<p>Some words of our own between the two of them, as is proper.</p>{OTHERS}",
    ],
)
def test_quotes_of_others_and_short_ones_stay(inner: str) -> None:
    kept = article(inner)
    assert len(kept) > len(WITHOUT)
    assert blocks_text(parse_page(f"<article>{inner}").article.blocks) in kept


def test_scripts_that_are_dense_need_fewer_characters() -> None:
    quote = f"<blockquote>{JAPANESE[:-10]}</blockquote>"
    assert article(quote, JAPANESE) == article("", JAPANESE)


def test_comments_may_quote_the_article() -> None:
    comments = "".join(
        f'<li class="comment" id="comment-{n}"><cite class="fn">Wil</cite><div class="comment-'
        f'content"><blockquote>{PULLED}.</blockquote><p>So it is.</p></div></li>'
        for n in (1, 2)
    )
    page = parse_page(
        f"<article><h1>The tide</h1><p>{BEFORE}</p><p>{AFTER}</p></article>"
        f'<div id="comments"><ol class="commentlist">{comments}</ol></div>'
    )
    assert page.thread is not None
    assert [PULLED in blocks_text(comment.blocks) for comment in page.thread.comments] == [True] * 2
