"""Articles of several pages become one: what goes at the borders, and where links lead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, strategies as st
from msgspec.structs import replace

from tests.app.layout.samples import blocks as random_blocks, paragraph, words_of
from tests.chance import examples
from tui.model import (
    Article,
    Block,
    Heading,
    Image,
    ListBlock,
    Page,
    Paragraph,
    Parts,
    Rule,
    ShownDate,
    Span,
    blocks_text,
)
from tui.parse import parse_page
from tui.parse.blocks.anchors import anchors_in
from tui.parse.joining.article import joined_article
from tui.reading.links import Link, Place, block_at, links_of, place_at, target_of

HERE = "https://sluis.example/lange-reis/"
LEAD = "Drie weken lang voer een oude tjalk door alle sluizen van het land."
BIO = "Anna Visser schrijft over water en vaart zelf."
SAID = (
    "De eerste sluis lag laag, en het water stond er stil onder de brug toen wij kwamen.",
    "Bij de tweede sluis wachtte een lange rij schepen, die allemaal hout uit het noorden droegen.",
    "De derde sluis was oud, en haar deuren gingen met de hand open, een voor een.",
)


def address(number: int) -> str:
    return HERE if number == 1 else f"{HERE}{number}/"


def story(number: int) -> str:
    more = " ".join(f"Op dag {day} van week {number} regende het zacht." for day in range(1, 8))
    return f"<p>{SAID[number - 1]}</p><p>{more}</p>"


def read(number: int, body: str, title: str = "Lange reis", head: str = "", of: int = 3) -> Page:
    links = "".join(
        f"<span class='post-page-numbers current'>{one}</span>"
        if one == number
        else f"<a href='{address(one)}' class=post-page-numbers>{one}</a>"
        for one in range(1, of + 1)
    )
    return parse_page(
        f"<!doctype html><html lang=nl><head><title>{title}</title>{head}"
        "<meta property=og:type content=article></head>"
        f"<body><article><h1>{title}</h1>{body}"
        f"<div class=page-links>Pagina's: {links}</div></article></body></html>",
        url=address(number),
    )


def of_blocks(*parts: Sequence[Block]) -> list[Page]:
    return [
        Page(Article("Lange reis", tuple(blocks)), "", url=address(number))
        for number, blocks in enumerate(parts, 1)
    ]


def lines(pages: Sequence[Page]) -> list[str]:
    return blocks_text(joined_article(pages).blocks).split("\n")


def as_joined(pages: Sequence[Page]) -> Page:
    return replace(pages[0], article=joined_article(pages), parts=None)


def led_to(page: Page, words: str) -> str:
    """The text at the place where a reader comes by the link of some words."""
    links = [link for link in links_of(page.article.blocks) if link.words == words]
    assert len(links) == 1, links
    place = target_of(page, links[0].href.removeprefix("#"))
    assert isinstance(place, Place), links[0]
    return blocks_text(block_at(page.article.blocks, place))


# What stands once


def test_the_text_of_all_parts_stands_in_their_order() -> None:
    pages = [read(number, story(number)) for number in (1, 2, 3)]
    found = lines(pages)
    assert [line for line in found if "sluis" in line] == list(SAID)
    assert len(found) == 6


def test_one_part_alone_is_as_it_was() -> None:
    page = read(1, f"<p>Pagina 1</p>{story(1)}")
    assert joined_article([page]) == page.article


def test_what_each_part_begins_with_stands_once() -> None:
    toc = "<ul><li>{}De lage sluis</a></li><li>{}Hout uit het noorden</a></li></ul>"
    links = (toc.format("<a>", "<a href=2/>"), toc.format("<a href='../'>", "<a>"))
    picture = "<figure><img src=/tjalk-{}x400.jpg alt='Een tjalk'></figure>"
    pages = [
        read(1, f"<p><b>{LEAD}</b></p>{picture.format(600)}{links[0]}{story(1)}"),
        read(2, f"<h2>Lange reis</h2><p>{LEAD}</p>{links[1]}{picture.format(800)}{story(2)}"),
    ]
    joined = joined_article(pages)
    assert blocks_text(joined.blocks).count(LEAD) == 1
    assert blocks_text(joined.blocks).count("Hout uit het noorden") == 1
    assert "Lange reis" not in blocks_text(joined.blocks)
    assert sum(isinstance(block, Image) for block in joined.blocks) == 1
    assert SAID[1] in blocks_text(joined.blocks)


def test_what_each_part_ends_with_stands_at_the_end() -> None:
    pages = [read(number, f"{story(number)}<hr><p>{BIO}</p>") for number in (1, 2, 3)]
    found = lines(pages)
    assert found.count(BIO) == 1
    assert found[-1] == BIO
    assert sum(isinstance(block, Rule) for block in joined_article(pages).blocks) == 1


def test_what_all_parts_but_the_last_end_with_stands_at_the_end() -> None:
    pages = [read(number, f"{story(number)}<p>{BIO}</p>" * (number < 3)) for number in (1, 2)]
    pages.append(read(3, story(3)))
    found = lines(pages)
    assert found.count(BIO) == 1
    assert found[-1] == BIO


def test_text_that_is_the_same_within_parts_stays() -> None:
    pages = of_blocks(
        [paragraph(SAID[0]), paragraph("Ja."), paragraph("Het regende die hele dag.")],
        [paragraph(SAID[1]), paragraph("Het regende die hele dag."), paragraph("Ja.")],
    )
    assert joined_article(pages).blocks == pages[0].article.blocks + pages[1].article.blocks


def test_a_short_answer_or_heading_that_ends_or_begins_both_parts_stays() -> None:
    head = Heading(2, (Span("Overzicht"),))
    pages = of_blocks(
        [head, paragraph(SAID[0]), paragraph("“Ja.”")],
        [head, paragraph(SAID[1]), paragraph("“Ja.”")],
    )
    assert joined_article(pages).blocks == pages[0].article.blocks + pages[1].article.blocks


def test_the_first_parts_lead_picture_is_not_shown_again() -> None:
    image = Image("https://sluis.example/tjalk.jpg", "Een tjalk")
    first, second = of_blocks(
        [paragraph(SAID[0])],
        [replace(image, src="https://sluis.example/tjalk-300x200.jpg"), paragraph(SAID[1])],
    )
    first = replace(first, article=replace(first.article, lead_image=image))
    joined = joined_article([first, second])
    assert joined.lead_image == image
    assert joined.blocks == (paragraph(SAID[0]), paragraph(SAID[1]))
    told = Image(image.src, "", (Span("De tjalk bij avond"),))
    third = of_blocks([told, paragraph(SAID[2])])[0]
    assert "De tjalk bij avond" in lines([first, third])


def test_a_part_that_says_nothing_new_adds_nothing() -> None:
    page = read(1, story(1))
    assert joined_article([page, page]).blocks == page.article.blocks


# Lines that number the parts


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Page 2", "Continued on page 3"),
        ("Page 2 of 3", "Page 2 / 3"),
        ("Part 2/3", "2/3"),
        ("Continued from page 1", "Page 2"),
        ("Seite 2 von 3", "Weiter auf Seite 3 »"),
        ("Deel 2 van 3", "Lees verder op pagina 3 …"),
        ("- 2ページ目 -", "3ページへ続く"),
        ("Страница 2 из 3", "Продолжение на странице 3"),
        ("صفحة ٢ من ٣", "يتبع في الصفحة ٣"),
    ],
)
def test_lines_that_number_a_part_go_at_its_borders(above: str, below: str) -> None:
    pages = [
        read(1, f"{story(1)}"),
        read(2, f"<h2>{above}</h2>{story(2)}<p><b>{below}</b></p><p>{BIO}</p>"),
        read(3, f"{story(3)}<p>{BIO}</p>"),
    ]
    assert len(lines(pages)) == 7


def test_lines_of_nothing_but_links_to_the_parts_beside_go() -> None:
    onward = "<p><a href='{}'>Verder: hout uit het noorden</a> »</p>"
    back = f"<ul><li><a href='{address(1)}'>Terug</a></li><li><a href=../3/>Verder</a></li></ul>"
    pages = [
        read(1, f"{story(1)}{onward.format(address(2))}<p>{BIO}</p>"),
        read(2, f"{story(2)}{back}"),
        read(3, f"{story(3)}<p>Lees ook het <a href='{address(2)}'>begin</a>.</p><p>{BIO}</p>"),
    ]
    found = "\n".join(lines(pages))
    assert "Verder" not in found
    assert "Lees ook het begin." in found
    elsewhere = [read(1, f"{story(1)}{onward.format('https://hout.example/')}"), pages[1]]
    assert "Verder: hout" in "\n".join(lines(elsewhere))


def test_a_heading_that_says_the_title_with_a_number_goes() -> None:
    pages = [read(1, story(1)), read(2, f"<h2>LANGE REIS (2/3)</h2>{story(2)}")]
    assert len(lines(pages)) == 4


def test_the_first_and_the_last_part_lose_their_numbers_too() -> None:
    pages = [
        read(number, f"<p>{LEAD}</p><p>Pagina {number} van 3</p>{story(number)}<p>{number}/3</p>")
        for number in (1, 2, 3)
    ]
    assert lines(pages)[:2] == [LEAD, SAID[0]]
    assert len(lines(pages)) == 7


@pytest.mark.parametrize(
    "said", ["Deel 1", "Pagina 7", "Deel 2 van 9", "Pagina 2 was nat.", "2", "1/2"]
)
def test_other_numbers_and_those_within_the_text_stay(said: str) -> None:
    pages = [
        read(1, story(1)),
        read(2, f"<p>{said}</p>{story(2)}<p>Pagina 2</p>{story(3)}"),
    ]
    assert said in lines(pages)
    assert "Pagina 2" in lines(pages)


# Title, authors and dates


@pytest.mark.parametrize(
    ("titles", "whole"),
    [
        (("Lange reis", "Lange reis", "Lange reis"), "Lange reis"),
        (("Lange reis - Part 1", "Lange reis - Part 2", "Lange reis - Part 3"), "Lange reis"),
        (("Reise – Seite 1", "Reise – Seite 2", "Reise – Seite 3"), "Reise"),
        (("Trip (page 1 of 3)", "Trip (page 2 of 3)", "Trip (page 3 of 3)"), "Trip"),
        (("旅（1ページ）", "旅（2ページ）", "旅（3ページ）"), "旅"),
        (("Lange reis", "Lange reis – Pagina 2", "Lange reis – Pagina 3"), "Lange reis"),
        (("Reis, deel 1", "Reis, deel 1 - Pagina 2", "Reis, deel 1 (3/3)"), "Reis, deel 1"),
        (("Deel 1", "Deel 2", "Deel 3"), "Deel 1"),
        (("Reis, deel 1", "Reis, deel 1", "Reis, deel 1"), "Reis, deel 1"),
        ((None, "Lange reis - Pagina 2", None), "Lange reis"),
    ],
)
def test_the_title_is_the_first_parts_without_its_number(
    titles: Sequence[str | None], whole: str
) -> None:
    pages = of_blocks(*([paragraph(said)] for said in SAID))
    pages = [
        replace(page, article=replace(page.article, title=title))
        for page, title in zip(pages, titles, strict=True)
    ]
    joined = joined_article(pages)
    assert joined.title == whole
    if titles[0] != "Deel 1":
        assert joined.blocks == tuple(map(paragraph, SAID))


def test_a_title_of_one_part_alone_stands_above_it() -> None:
    pages = [
        read(1, story(1)),
        read(2, story(2), "Lange reis: Hout uit het noorden"),
        read(3, f"<h2>Met de hand</h2>{story(3)}", "Met de hand"),
    ]
    found = lines(pages)
    assert joined_article(pages).title == "Lange reis"
    assert found[found.index(SAID[1]) - 1] == "Hout uit het noorden"
    assert found.count("Met de hand") == 1


def test_all_authors_are_named_once_and_the_dates_are_the_first_and_the_last() -> None:
    old, new = ShownDate("1 mei", date(2024, 5, 1)), ShownDate("2 mei", date(2024, 5, 2))
    noon = ShownDate("", datetime(2024, 5, 2, 12, tzinfo=UTC))
    late = ShownDate("", datetime(2024, 5, 2, 13))  # noqa: DTZ001 -- pages may give no zone
    vague = ShownDate("onlangs")
    parts = [
        Article("Reis", authors=("Anna Visser", "Jos"), updated=vague),
        Article("Reis", authors=("Jos", "Kim"), published=old, updated=late),
        Article("Reis", authors=("anna visser",), published=new, updated=noon),
    ]
    joined = joined_article([Page(article, "") for article in parts])
    assert joined.authors == ("Anna Visser", "Jos", "Kim")
    assert joined.published == old
    assert joined.updated == late
    assert joined_article([Page(parts[0], ""), Page(Article("Reis"), "")]).updated == vague


# Places and links

NOTES = (
    "<p>{said} Zie de noot<sup id=fnref1><a href=#fn1>{mark}</a></sup>.</p>"
    "<ol><li id=fn1>De noot van week {mark}. <a href=#fnref1>terug{mark}</a></li></ol>"
)


def test_notes_of_all_parts_lead_there_and_back() -> None:
    pages = [
        read(number, f"{story(number)}{NOTES.format(said=SAID[number - 1], mark=number)}")
        for number in (1, 2, 3)
    ]
    page = as_joined(pages)
    for number in (1, 2, 3):
        assert led_to(page, str(number)) == f"De noot van week {number}. terug{number}"
        assert SAID[number - 1] in led_to(page, f"terug{number}")
    names = list(anchors_in(page.article.blocks))
    assert len(names) == len(set(names)) == 6


def test_equal_notes_of_two_parts_stay_beside_their_text() -> None:
    note = "<p>Zie de noot<sup id=fnref1><a href=#fn1>{}</a></sup>.</p><p id=fn1>"
    note += "Gemeten aan de kade van de stad. <a href=#fnref1>terug</a></p>"
    page = as_joined([read(n, f"{story(n)}{note.format(n)}") for n in (1, 2)])
    assert blocks_text(page.article.blocks).count("Gemeten aan de kade") == 2


def test_links_from_part_to_part_lead_within_the_whole() -> None:
    pages = [
        read(
            1,
            f"{story(1)}<p>Meer over <a href='2/#hout'>hout</a>, <a href=3/>de derde sluis</a>"
            " en <a href='https://hout.example/#hout'>elders</a>.</p>",
        ),
        read(
            2,
            f"<h2 id=hout>Hout</h2>{story(2)}<p>Eerst was er <a href='../#begin'>niets</a>.</p>",
        ),
        read(3, f"{story(3)}<p>Terug naar <a href='../2/#hout'>het hout</a>.</p>"),
    ]
    page = as_joined(pages)
    assert led_to(page, "hout") == led_to(page, "het hout") == "Hout"
    assert led_to(page, "de derde sluis") == SAID[2]
    hrefs = [link.href for link in links_of(page.article.blocks)]
    assert "https://hout.example/#hout" in hrefs
    assert f"{HERE}#begin" in hrefs


def test_a_link_that_leads_nowhere_in_its_part_leads_to_the_part_that_has_the_place() -> None:
    pages = [
        read(1, f"{story(1)}<p>Inhoud: <a href=#hout>over hout</a>.</p>"),
        read(2, f"<h2 id=hout>Hout</h2>{story(2)}"),
    ]
    assert led_to(as_joined(pages), "over hout") == "Hout"


def test_links_to_what_stands_once_lead_to_it() -> None:
    lead = f"<p id=lead>{LEAD}</p>"
    pages = [
        read(1, f"{lead}{story(1)}"),
        read(
            2,
            f"<h2 id=p2>Pagina 2</h2>{lead}{story(2)}<p>Zie <a href=#lead>boven</a> en het"
            " <a href=#p2>begin</a>.</p>",
        ),
    ]
    page = as_joined(pages)
    assert led_to(page, "boven") == LEAD
    assert led_to(page, "begin") == SAID[1]


def test_names_stay_one_each_where_parts_hold_the_new_ones_already() -> None:
    link = Paragraph((Span("hier", href="#fn1"),))
    first, second = of_blocks(
        [Heading(2, (Span("Een"),), anchors=("fn1", "part-2-fn1")), paragraph(SAID[0])],
        [Heading(2, (Span("Twee"),), anchors=("fn1",)), link],
    )
    page = as_joined([first, second])
    assert led_to(page, "hier") == "Twee"
    assert len(set(anchors_in(page.article.blocks))) == 3


def test_numbered_lists_stay_two() -> None:
    first = ListBlock(((paragraph("Een sluis"),), (paragraph("Twee sluizen"),)), ordered=True)
    second = ListBlock(((paragraph("Drie sluizen"),),), ordered=True, start=3)
    assert joined_article(of_blocks([first], [second])).blocks == (first, second)


# Any parts

NAMES = st.sampled_from(["fn1", "fn2", "part-2-fn1", "é%20", "part-2"])
FRAGMENTS = st.builds(
    lambda before, name: f"{before}#{name}",
    st.sampled_from(["", HERE, f"{HERE}2/", "https://elders.example/"]),
    NAMES | st.sampled_from(["%C3%A9 ", "nergens"]),
)
WORDS = ("brak", "rose", "tide is rose here now", "Page 2")


def linked(number: int) -> st.SearchStrategy[tuple[Block, ...]]:
    """Paragraphs with links and names; what some say no other part says."""
    words = st.sampled_from([*WORDS, f"alleen-{number}", f"alleen-{number} lang en breed gezegd"])
    one = st.builds(
        lambda words, href, names: Paragraph((Span(words, href=href),), anchors=tuple(names)),
        words,
        FRAGMENTS,
        st.lists(NAMES, max_size=2, unique=True),
    )
    return st.lists(one, min_size=1, max_size=3).map(tuple)


@st.composite
def several(draw: st.DrawFn) -> list[Page]:
    pages = []
    for number in range(1, draw(st.integers(2, 4)) + 1):
        blocks: list[Block] = []
        had: set[str] = set()
        for block in (
            one
            for some in draw(st.lists(random_blocks | linked(number), max_size=4))
            for one in some
        ):
            new = tuple(name for name in block.anchors if name not in had)
            had.update(new)
            blocks.append(replace(block, anchors=new) if new != block.anchors else block)
        title = draw(st.sampled_from([None, "Reis", f"Reis - Page {number}", "Page"]))
        parts = draw(st.none() | st.builds(Parts, st.integers(1, 3), st.none() | st.just(3)))
        url = draw(st.sampled_from([None, address(number)]))
        pages.append(Page(Article(title, tuple(blocks)), "", url=url, parts=parts))
    return pages


@examples(2)
@given(several())
def test_no_words_are_lost_but_repeated_ones(pages: list[Page]) -> None:
    joined = joined_article(pages)
    numbers = {"Page", "1", "2", "3"}
    said = set().union(*(words_of(page.article.blocks) for page in pages))
    assert set(words_of(joined.blocks)) - numbers - {"Reis"} == said - numbers
    # Of what one part alone says, as often as it does.
    for at, page in enumerate(pages):
        own = words_of(page.article.blocks)
        others = [words_of(other.article.blocks) for n, other in enumerate(pages) if n != at]
        for word in own.keys() - numbers:
            if not any(word in other for other in others):
                assert words_of(joined.blocks)[word] == own[word]


@examples(2)
@given(several())
def test_names_are_unique_and_links_lead_to_what_they_led_to(pages: list[Page]) -> None:
    page = as_joined(pages)
    blocks = page.article.blocks
    names = list(anchors_in(blocks))
    assert len(names) == len(set(names))
    after = {(link.words, led_by(page, link)) for link in links_of(blocks)}
    before = {
        (link.words, led)
        for part in pages
        for link in links_of(part.article.blocks)
        if link.words.startswith("alleen") and (led := led_by(part, link)) is not None
    }
    # Lines that number a part are gone, and what leads there leads to where it begins.
    assert {pair for pair in before - after if "Page" not in pair[1]} == set()


def led_by(page: Page, link: Link) -> str | None:
    """What a link leads to within a page, or None."""
    address, _, fragment = link.href.partition("#")
    place = place_at(page.article.blocks, fragment) if address in ("", page.url) else None
    return None if place is None else blocks_text(block_at(page.article.blocks, place))
