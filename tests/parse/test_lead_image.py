"""The lead image: where it comes from, in which order, and what is none."""

from __future__ import annotations

import json

import pytest

from tui.dump.html import dump_html
from tui.dump.jsonform import dump_json
from tui.dump.markdown import dump_markdown
from tui.dump.text import dump_text
from tui.model import Image, Page
from tui.model.pictures import picture_name, same_picture
from tui.parse import parse_page

WORDS = "The pond behind the mill freezes from the reeds inwards, and by noon it bears a dog. " * 3
ADDRESS = "https://mill.example/pond/"
OG = "<meta property=og:image content=/img/og-pond.jpg>"
CARD = "<meta name=twitter:image content=/img/card-pond.jpg>"
SRC = "<link rel=image_src href=/img/src-pond.jpg>"
LINKED = {
    "@context": "https://schema.org",
    "@type": "BlogPosting",
    "headline": "The pond",
    "image": {"@type": "ImageObject", "url": "/img/linked-pond.jpg", "caption": "Ice"},
    "publisher": {"@type": "Organization", "name": "Mill", "logo": {"url": "/img/mill-wheel.png"}},
}
MICRODATA = (
    "<div itemscope itemtype=https://schema.org/Person><img itemprop=image src=/img/me.jpg></div>"
    "<div itemprop=image itemscope><meta itemprop=url content=/img/micro-pond.jpg></div>"
)


def page(head: str = "", body: str = "", around: str = "") -> Page:
    return parse_page(
        f"<html lang=en><head><title>The pond</title>{head}</head><body><main><article itemscope "
        f"itemtype=https://schema.org/BlogPosting>{around}<h1>The pond</h1><p>{WORDS}</p>{body}"
        f"<p>{WORDS[::-1]}</p></article></main>",
        url=ADDRESS,
    )


def linked(**changes: object) -> str:
    return f"<script type=application/ld+json>{json.dumps(LINKED | changes)}</script>"


def lead(*parts: str) -> str | None:
    image = page(*parts).article.lead_image
    return image.src.removeprefix("https://mill.example/img/") if image and image.src else None


@pytest.mark.parametrize(
    ("parts", "src"),
    [
        ((OG + linked() + CARD + SRC, "", MICRODATA), "og-pond.jpg"),
        ((linked() + CARD + SRC, "", MICRODATA), "linked-pond.jpg"),
        ((CARD + SRC, "", MICRODATA), "micro-pond.jpg"),
        ((CARD + SRC,), "card-pond.jpg"),
        ((SRC,), "src-pond.jpg"),
        (("", "<figure><img src=/img/pond.jpg alt=Ice></figure>"), "pond.jpg"),
        ((linked(image=["/img/list-pond.jpg", "/img/b.jpg"]),), "list-pond.jpg"),
        (("",), None),
    ],
)
def test_the_sources_are_asked_in_order_of_trust(parts: tuple[str, ...], src: str | None) -> None:
    assert lead(*parts) == src


def test_a_picture_may_be_named_elsewhere_in_the_linked_data() -> None:
    graph = [
        {"@type": "WebPage", "@id": "#page", "primaryImageOfPage": {"@id": "#image"}},
        {"@type": "ImageObject", "@id": "#image", "url": "/img/graph-pond.jpg"},
    ]
    data = json.dumps({"@context": "https://schema.org", "@graph": graph})
    assert lead(f"<script type=application/ld+json>{data}</script>") == "graph-pond.jpg"


@pytest.mark.parametrize(
    "head",
    [
        "<meta property=og:image content=/img/mill-logo.png>",
        "<meta property=og:image content=/img/default.jpg?v=3>",
        "<meta property=og:image content=/img/social-share.png>",
        "<meta property=og:image content=/img/space.gif>",
        "<meta property=og:image content=/img/pond.jpg><meta property=og:image:width content=96>",
        "<meta property=og:image content='javascript:alert(1)'>",
        "<meta property=og:image content='data:image/png;base64,AAAA'>",
        "<meta property=og:image content=/img/mill-wheel.png>" + linked(image=None),
        linked(image={"@id": "#nowhere"}),
        linked(image=[[[]], {"url": {"url": 3}}, 7]),
    ],
)
def test_what_stands_for_the_site_or_is_no_picture_is_no_lead_image(head: str) -> None:
    assert lead(head) is None


def test_a_logo_that_the_article_shows_is_its_picture() -> None:
    head = "<meta property=og:image content=/img/old-logo-300x200.png>"
    found = page(head, "<figure><img src=/img/old-logo.png alt='The old sign'></figure>").article
    assert found.lead_image == Image(
        "https://mill.example/img/old-logo-300x200.png", "The old sign"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/a/winter-pond.jpg?w=1200&h=600", "https://cdn.example/a/Winter-Pond-300x200.jpg"),
        ("/a/winter-pond-scaled.jpg", "/a/winter-pond@2x.jpg.webp"),
        ("/i/w_640,h_320/winter-pond_640w.png", "/i/w_10/winter-pond.png"),
        ("/_next/image?url=%2Fa%2Fwinter-pond.jpg&w=640", "/a/winter-pond.jpg"),
        ("pond.jpg", "pond-300x200.jpg"),
        ("/image?id=A", "/image?id=A"),
    ],
)
def test_sizes_make_no_other_picture(one: str, other: str) -> None:
    assert picture_name(one) == picture_name(other)
    shown = Image(one, "The pond")
    assert same_picture((shown,), other) is shown


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/2019/1.jpg", "/2020/1.jpg"),
        ("/image?id=1", "/image?id=2"),
        ("/winter-pond.jpg", "/winter-pond-2.jpg"),
    ],
)
def test_other_pictures_stay_others(one: str, other: str) -> None:
    assert picture_name(one) != picture_name(other)
    assert same_picture((Image(one, "The pond"),), other) is None


def test_every_format_tells_the_lead_image_once() -> None:
    alt = "<meta property=og:image:alt content='The pond at noon'>"
    above, shown = page(OG + alt), page(OG + alt, "<img src=/img/og-pond-80x80.jpg alt=Ice>")
    src = "https://mill.example/img/og-pond.jpg"
    assert f"![The pond at noon]({src})" in dump_markdown(above)
    assert dump_markdown(shown).count("![") == 1
    assert dump_html(above).count(f'href="{src}"') == 1
    assert dump_html(shown).count("og-pond") == 1
    assert "[image: The pond at noon]" in dump_text(above, 80)
    assert dump_text(shown, 80).count("[image") == 1
    told = json.loads(dump_json(above, "-"))["lead_image"]
    assert told == {"type": "image", "src": src, "alt": "The pond at noon"}
    assert json.loads(dump_json(page(), "-"))["lead_image"] is None
