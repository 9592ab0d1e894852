"""Whole pages of our own, each with what a reader expects of it beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tui.model import Page, blocks_text
from tui.parse import parse_page

PAGES = Path(__file__).parents[2] / "fixtures" / "pages"
CASES = sorted(path.stem for path in PAGES.glob("*.json"))


def load(case: str) -> tuple[Page, dict[str, Any]]:
    expected = json.loads((PAGES / f"{case}.json").read_text(encoding="utf-8"))
    return parse_page((PAGES / f"{case}.html").read_bytes(), url=expected["url"]), expected


def test_every_page_has_its_expected_result_beside_it() -> None:
    assert sorted(path.stem for path in PAGES.glob("*.html")) == CASES
    assert len(CASES) >= 5


@pytest.mark.parametrize("case", CASES)
def test_article_is_read_in_full_and_in_order(case: str) -> None:
    page, expected = load(case)
    assert blocks_text(page.article.blocks).splitlines() == expected["text"]
    assert [type(block).__name__ for block in page.article.blocks] == expected["kinds"]


@pytest.mark.parametrize("case", CASES)
def test_page_says_what_it_is_and_who_wrote_it_when(case: str) -> None:
    page, expected = load(case)
    article = page.article
    assert article.title == expected["title"]
    assert list(article.authors) == expected["authors"]
    assert article.published is not None
    assert article.published.iso == expected["published"]
    assert article.published.text == expected["published_text"]
    assert (article.updated.iso if article.updated else None) == expected.get("updated")


@pytest.mark.parametrize("case", CASES)
def test_page_knows_its_site_language_and_addresses(case: str) -> None:
    page, expected = load(case)
    for name in ("site", "language", "canonical", "url"):
        assert getattr(page, name) == expected[name], name
    assert list(page.feeds) == expected["feeds"]
    assert page.notes == ()
