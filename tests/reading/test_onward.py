"""What is said of the other parts of an article, and what of a page keeps them."""

from __future__ import annotations

import json

import pytest

from tests.app.layout.samples import paragraph
from tui.dump.html import dump_html
from tui.dump.jsonform import dump_json
from tui.dump.markdown import dump_markdown
from tui.dump.text import dump_text
from tui.model import Article, Page, Parts
from tui.reading.linklist import page_links
from tui.reading.onward import part_links, which_part
from tui.reading.parts import Part, part_of

HERE = "https://zee.example/dijk/"
FIRST = Parts(1, 3, None, f"{HERE}2/", f"{HERE}?page=all")
PAGE = Page(Article("De dijk", (paragraph("Het water kwam."),)), "0", url=HERE, parts=FIRST)


@pytest.mark.parametrize(
    ("parts", "said", "links"),
    [
        (FIRST, "Part 1 of 3", ["Go on: part 2", "All on one page"]),
        (Parts(2, None, HERE, f"{HERE}3/"), "Part 2", ["Go on: part 3", "Back: part 1"]),
        (Parts(3, 3, f"{HERE}2/"), "Part 3 of 3", ["Back: part 2"]),
    ],
)
def test_parts_are_told_in_words(parts: Parts, said: str, links: list[str]) -> None:
    assert which_part(parts) == said
    assert [link.words for link in part_links(parts)] == links


def test_the_list_of_links_has_those_to_the_other_parts() -> None:
    assert [(link.words, link.href, link.external) for link in page_links(PAGE)] == [
        ("Go on: part 2", f"{HERE}2/", False),
        ("All on one page", f"{HERE}?page=all", False),
    ]


def test_the_parts_go_with_the_article() -> None:
    assert part_of(PAGE, Part.ARTICLE).parts == FIRST
    assert part_of(PAGE, Part.THREAD).parts is None


def test_every_form_of_a_page_tells_the_parts_after_the_article() -> None:
    lines = dump_text(PAGE, 72).splitlines()
    assert lines[lines.index("Het water kwam.") + 1 :] == [
        "",
        "Part 1 of 3",
        "Go on: part 2",
        f"{HERE}2/",
        "All on one page",
        f"{HERE}?page=all",
    ]
    assert dump_markdown(PAGE).splitlines()[-1] == (
        f"Part 1 of 3 · [Go on: part 2]({HERE}2/) · [All on one page]({HERE}?page=all)"
    )
    assert f'Part 1 of 3 · <a href="{HERE}2/"' in dump_html(PAGE)
    assert json.loads(dump_json(PAGE, "p"))["parts"] == {
        "number": 1,
        "count": 3,
        "previous": None,
        "next": f"{HERE}2/",
        "whole": f"{HERE}?page=all",
    }


def test_a_whole_article_has_none() -> None:
    page = Page(PAGE.article, "0", url=HERE)
    assert json.loads(dump_json(page, "p"))["parts"] is None
    assert all("Part " not in text for text in (dump_text(page, 72), dump_markdown(page)))
