from __future__ import annotations

import pytest

from tui.model import Image, ListBlock, Paragraph, Quote, Span
from tui.model.pictures import pictures_in
from tui.parse import parse_page

PAGE = "<article><h1>Kas</h1><p>{words}</p><p><img src='{src}' alt=kas></p><p>{words}</p></article>"
WORDS = "Achter het huis staat een kas van glas, en daarin groeien druiven en wat tomaten. " * 6


def sources(src: str, url: str | None = None) -> list[str | None]:
    page = parse_page(PAGE.format(src=src, words=WORDS), url=url, content_type="text/html")
    return [block.src for block in page.article.blocks if isinstance(block, Image)]


@pytest.mark.parametrize("src", ["kas.png", "./kas.png", "De%20kas_files/kas.png", "a/b/kas.png"])
def test_a_saved_page_keeps_the_paths_of_pictures_beside_it(src: str) -> None:
    assert sources(src) == [src]
    assert sources(src, "https://tuin.example/kas/")[
        0
    ] == "https://tuin.example/kas/" + src.removeprefix("./")


def test_what_follows_the_path_is_left_out() -> None:
    assert sources("kas.png?w=300#x") == ["kas.png"]


@pytest.mark.parametrize(
    "src",
    [
        "/etc/passwd",
        "../kas.png",
        "a/../../kas.png",
        "%2e%2e/kas.png",
        "a\\\\kas.png",
        "C:/kas.png",
        "C%3A/kas.png",
        "file:///kas.png",
        "//elders.example/kas.png",
        "data:image/png;base64,AAAA",
        "javascript:alert(1)",
        "a%00b.png",
        "x" * 2_000,
        "?kas.png",
    ],
)
def test_paths_that_lead_elsewhere_are_none(src: str) -> None:
    assert sources(src) == [None]


def test_pictures_are_found_in_quotes_and_lists_and_only_those_with_an_address() -> None:
    one, two, three = (Image(f"https://tuin.example/{number}.png") for number in range(3))
    words = Paragraph((Span("woorden"),))
    blocks = (words, Quote((one, Image(None, "weg"))), ListBlock(((words, two),)), three)
    assert list(pictures_in(blocks)) == [one, two, three]
