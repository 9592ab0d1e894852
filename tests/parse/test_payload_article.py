"""Articles that a page holds only as data for its scripts."""

from __future__ import annotations

import json

import pytest

from tests.parse.test_article import LONG
from tui.model import blocks_text
from tui.parse import parse_page

HTML = "".join(f"<p>{line}</p>" for line in LONG)
CARDS = [
    {"title": f"Strand {n}", "text": f"Ook aan strand {n} is het stil, zegt men."} for n in "ab"
]


def lines(script: str, body: str = "<div id=root></div>") -> list[str]:
    head = "<title>Vroeg aan zee</title>"
    page = parse_page(
        f"<!doctype html><html lang=nl><head>{head}</head><body>{body}{script}</body>"
    )
    return blocks_text(page.article.blocks).splitlines()


def data(value: object) -> str:
    return f"<script id=__NEXT_DATA__ type=application/json>{json.dumps(value)}</script>"


SHAPES: dict[str, object] = {
    "html": {"props": {"post": {"slug": "zee", "content": HTML}, "related": CARDS}},
    "text": {"post": {"bodyText": "\n\n".join(LONG)}},
    "strings": {"post": {"paragraphs": LONG}, "more": CARDS},
    "runs": {
        "post": {
            "body": [
                {"type": "paragraph", "children": [{"text": line[:9]}, {"text": line[9:]}]}
                for line in LONG
            ]
        },
        "more": CARDS,
    },
    "nodes": {
        "document": {
            "nodeType": "document",
            "content": [
                {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": line}]}
                for line in LONG
            ],
        }
    },
    "blocks": {"blocks": [{"type": "paragraph", "data": {"text": line}} for line in LONG]},
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_the_article_is_read_from_the_data_of_a_page_that_is_drawn_by_script(shape: object) -> None:
    assert lines(data(shape)) == LONG


@pytest.mark.parametrize(
    "script",
    [
        "window.__INITIAL_STATE__ = {};",
        "window.__NUXT__={}",
        "self.data=JSON.parse({});",
    ],
)
def test_the_data_may_be_assigned_by_a_script(script: str) -> None:
    value = json.dumps(SHAPES["html"])
    value = json.dumps(value) if "parse" in script else value
    assert lines(f"<script>{script.replace('{}', value)}</script>") == LONG


def test_a_page_with_text_of_its_own_is_read_from_its_elements() -> None:
    own = [f"{line} En zo staat het hier." for line in LONG]
    body = f"<article>{''.join(f'<p>{line}</p>' for line in own)}</article>"
    assert lines(data(SHAPES["html"]), body) == own


@pytest.mark.parametrize(
    "value",
    [
        {
            "messages": {
                f"label{n}": f"Een lang woord voor knop {n} van deze site." for n in range(99)
            }
        },
        {"code": {"text": "function draw(scene) { return scene.all.map((one) => one.x) } " * 40}},
        {"query": {"text": "https://strand.example/" + "a" * 2_000}},
        {"deep": None},
        [],
    ],
)
def test_labels_and_code_are_no_article(value: object) -> None:
    padding = {"rest": value, "filling": ["x"] * 400}
    assert lines(data(padding)) == []


def test_broken_data_are_passed_over() -> None:
    assert lines(f"<script>window.state = {{oops: {HTML!r}}}</script>") == []
    assert lines(data(SHAPES["html"])[:-40] + "</script>") == []
