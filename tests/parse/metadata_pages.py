"""Pages for the tests of metadata."""

from __future__ import annotations

from tui.model import Article, Page
from tui.parse import parse_page

BODY = "<p>Dit is een stukje tekst dat lang genoeg is om voor een artikel door te gaan.</p>"


def ld(script: str) -> str:
    return f'<script type="application/ld+json">{script}</script>'


def page(head: str = "", body: str = BODY, lang: str = "nl") -> Page:
    html = f"<!doctype html><html lang={lang}><head>{head}</head><body>{body}</body></html>"
    return parse_page(html, url="https://blog.example/post")


def article(head: str = "", body: str = BODY, lang: str = "nl") -> Article:
    return page(head, body, lang).article
