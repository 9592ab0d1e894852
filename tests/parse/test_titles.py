"""The title of an article, from whatever a page gives it in."""

from __future__ import annotations

import pytest

from tests.parse.metadata_pages import BODY, article
from tui.model import blocks_text
from tui.parse import parse_page
from tui.parse.metadata.site import without_site


@pytest.mark.parametrize(
    "title",
    [
        "Brood bakken | De Bakkerij",
        "Brood bakken - De Bakkerij",
        "De Bakkerij: Brood bakken",
        "Brood bakken » De Bakkerij",
        "Brood bakken",
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title(title: str) -> None:
    head = f'<title>{title}</title><meta property="og:site_name" content="De Bakkerij">'
    assert article(head).title == "Brood bakken"


def test_the_name_in_the_address_is_known_as_the_site() -> None:
    assert without_site("Bread - Baker's Corner", None, "https://www.bakerscorner.com/x") == "Bread"


def test_a_dash_within_a_title_stays() -> None:
    title = "Brood - of toch liever taart"
    assert article(f"<title>{title}</title>").title == title


def test_the_heading_that_readers_see_wins_over_a_longer_title_element() -> None:
    head = "<title>Brood bakken zonder oven: zo doe je dat | Recepten</title>"
    body = f"<h1>De Bakkerij</h1><h1>Brood bakken zonder oven</h1>{BODY}"
    assert article(head, body).title == "Brood bakken zonder oven"


def test_the_only_first_heading_wins_over_a_heading_in_the_article_that_is_nearer_the_claim() -> (
    None
):
    head = "<title>Beste broodroosters van dit jaar</title>"
    body = f"<h1>Welke broodroosters zijn de beste?</h1>{BODY}<h2>Beste broodroosters</h2>{BODY}"
    assert article(head, body).title == "Welke broodroosters zijn de beste?"


def test_of_two_headings_that_the_title_element_joins_the_first_is_the_title() -> None:
    head = "<title>Brood bakken: het begin — alles over lekker zuurdesem</title>"
    body = f"<h1>Alles over lekker zuurdesem</h1><h1>Brood bakken: het begin</h1>{BODY}"
    assert article(head, body).title == "Brood bakken: het begin"


def test_a_link_of_a_heading_to_itself_is_no_part_of_the_title() -> None:
    heading = "<h1>Brood bakken<a href='#brood-bakken'>¶</a></h1>"
    assert article("<title>Brood bakken</title>", heading + BODY).title == "Brood bakken"


def test_a_first_heading_about_something_else_is_not_the_title() -> None:
    head = "<title>Brood bakken zonder oven</title>"
    assert article(head, f"<h1>Recepten</h1>{BODY}").title == "Brood bakken zonder oven"


def test_a_heading_that_leads_to_another_page_is_not_the_title() -> None:
    head = "<title>Tuin van Anna » Archief » Brood zonder kneden</title>"
    name = "<h1><a href='https://tuin.example/'>Tuin van Anna</a></h1>"
    post = "<h2><a href='/2024/brood'>Brood zonder kneden</a></h2>"
    html = f"<html lang=nl><head>{head}</head><body>{name}{post}{BODY}"
    assert parse_page(html, url="https://tuin.example/2024/brood").article.title == (
        "Brood zonder kneden"
    )


@pytest.mark.parametrize("heading", ["<h4>{}</h4>", "<div class=headline>{}</div>"])
def test_an_element_that_is_called_a_title_may_be_a_part_of_what_the_page_says(
    heading: str,
) -> None:
    head = "<title>Vereniging Tuinstad - Nieuws » Brood zonder kneden</title>"
    body = f"{heading.format('Brood zonder kneden')}<p>3 mei 2024</p>{BODY}"
    found = article(head, body)
    assert found.title == "Brood zonder kneden"
    assert found.published is not None


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("<h1 class=headline>Wij bakken al jaren zonder</h1>", "Wij bakken al jaren zonder"),
        ("<h1 itemprop=headline>Wij bakken al jaren zonder</h1>", "Wij bakken al jaren zonder"),
        ("<h1 class=site-title>Bakkerij van het dorp</h1>", "Geen oven nodig"),
        ("<h1 class=headline>Recepten</h1>", "Geen oven nodig"),
    ],
)
def test_the_only_first_heading_is_the_title_where_it_is_called_so(
    heading: str, title: str
) -> None:
    assert article("<title>Geen oven nodig</title>", heading + BODY).title == title


def test_a_post_below_the_name_of_a_portal_has_its_own_title() -> None:
    head = "<title>Brood zonder kneden @ De tuin van Anna :: Dorp Blogs</title>"
    body = f"<h1>Dorp Blogs</h1><h2>Brood zonder kneden</h2>{BODY}"
    assert article(head, body).title == "Brood zonder kneden"


# The site's name after a sign without spaces, sections after underscores, and headings whose words
# no spaces divide.
@pytest.mark.parametrize(
    ("head", "heading", "title"),
    [
        (
            "<title>家でパンを焼く:小麦日記</title><meta property=og:site_name content=小麦日記>",
            "",
            "家でパンを焼く",
        ),
        (
            "<title>不用揉面就能做出好吃的面包_生活_面包日报</title>",
            "",
            "不用揉面就能做出好吃的面包",
        ),
        (
            "<title>家でパンを焼くための道具：小麦 協会 本部</title>",
            "<h1>家でパンを焼くための道具</h1>",
            "家でパンを焼くための道具",
        ),
        (
            "<title>家でパンを焼くための道具 | 小麦日記［日本版］</title>",
            "<h1>家でパンを焼くための道具の選び方</h1>",
            "家でパンを焼くための道具の選び方",
        ),
    ],
)
def test_the_title_in_scripts_without_spaces(head: str, heading: str, title: str) -> None:
    assert article(head, heading + BODY, "ja").title == title


def test_a_post_below_the_name_of_its_blog_has_its_own_title() -> None:
    head = (
        "<title>Uit de keuken: Het zuurdesem</title>"
        "<meta property=og:title content='Het zuurdesem'>"
    )
    body = f"<h1>Uit de keuken</h1><h2>3 mei 2024</h2><h3>Het zuurdesem</h3>{BODY}"
    assert article(head, body).title == "Het zuurdesem"


@pytest.mark.parametrize(
    "crumbs",
    [
        "<ul class=breadcrumbs><li>Eten<li><h1>{}</h1></ul>",
        "<nav aria-label='Breadcrumb navigation'><ol><li>Eten<li><h1>{}</h1></ol></nav>",
        "<div data-mark=breadcrumb><h1>{}</h1></div>",
    ],
)
def test_a_title_for_search_engines_among_the_breadcrumbs_gives_way(crumbs: str) -> None:
    found = "Brood bakken: zo lukt het zonder oven"
    shown = "Waarom ons brood geen oven nodig heeft"
    head = f"<title>{found}</title><meta property=og:title content='{shown}'>"
    body = f"{crumbs.format(found)}<article><h2>{shown}</h2>{BODY}</article>"
    one = article(head, body)
    assert one.title == shown
    assert shown not in blocks_text(one.blocks)
    assert article(head, f"{crumbs.format(found)}<article>{BODY}</article>").title == found


@pytest.mark.parametrize(
    "heading",
    [
        "<h1><span>Uit de keuken</span><strong>Brood zonder een oven</strong></h1>",
        "<h2><div>Uit de keuken</div><div>Brood zonder een oven</div></h2>",
    ],
)
def test_a_title_on_two_lines_has_the_colon_that_the_page_has_elsewhere(heading: str) -> None:
    head = "<title>Uit de keuken: Brood zonder een oven</title>"
    found = article(head, f"<article>{heading}{BODY}</article>")
    assert found.title == "Uit de keuken: Brood zonder een oven"
    assert blocks_text(found.blocks) == blocks_text(article(head).blocks)


def test_a_question_that_ends_with_the_title_of_the_page_is_no_title() -> None:
    head = "<title>Het beste brood van 2025</title>"
    body = f"<h1>Brood: het beste</h1>{BODY}<h2>Waar vind je het beste brood van 2025</h2>{BODY}"
    assert article(head, body).title == "Brood: het beste"


def test_a_word_over_the_heading_that_is_the_title_is_no_part_of_it() -> None:
    head = "<title>Waarom ons br&shy;ood geen oven nodig heeft</title>"
    heading = "<h2><span>Uit de keuken</span><b>Waarom ons brood geen oven nodig heeft</b></h2>"
    found = article(head, f"<header>{heading}</header><article>{BODY}</article>")
    assert found.title == "Waarom ons brood geen oven nodig heeft"
    assert blocks_text(found.blocks) == blocks_text(article(head).blocks)


def test_the_title_is_not_said_again_in_the_article() -> None:
    head = "<title>Brood bakken</title>"
    more = "<p>En dit is een ander stukje tekst, dat er net zo goed bij hoort als het eerste.</p>"
    found = article(head, f"<article><h1>Brood bakken</h1>{BODY}{more}</article>")
    assert found.title == "Brood bakken"
    assert len(found.blocks) == 2


def test_a_page_without_any_title_has_none() -> None:
    assert article().title is None


@pytest.mark.parametrize("home", ["./", "/", "../../index.html", "https://bakkerij.example/"])
def test_a_heading_that_leads_home_is_the_site_on_a_page_without_address(home: str) -> None:
    head = "<title>De Bakkerij: Brood zonder oven, kan dat?</title>"
    body = f"<h1><a href='{home}'>De Bakkerij</a></h1><h3>Brood zonder oven, kan dat?</h3>{BODY}"
    page = parse_page(f"<html><head>{head}</head><body>{body}</body></html>")
    assert page.article.title == "Brood zonder oven, kan dat?"


def test_a_heading_called_the_sites_is_no_title_where_another_one_is_the_rest_of_the_claim() -> (
    None
):
    head = "<title>Brood bakken - Het forum van alle bakkers</title>"
    site = "<div id=site-description><h1>Het forum van alle bakkers</h1></div>"
    topic = "<h2><a href='./viewtopic.php?t=4'>Brood bakken</a></h2>"
    assert article(head, f"{site}{topic}{BODY}").title == "Brood bakken"


def test_a_heading_that_only_sounds_like_the_sites_stays_the_title() -> None:
    head = "<title>Brood bakken zonder oven - De Bakkerij</title>"
    body = f"<h1 class=blog-post>Brood bakken zonder oven</h1>{BODY}<h2>Meer lezen</h2>"
    assert article(head, body).title == "Brood bakken zonder oven"


def test_a_link_called_the_main_title_is_the_title_of_a_topic() -> None:
    head = "<title>Bakkers :: View topic - Brood zonder oven, kan dat?</title>"
    body = f"<a class=maintitle href='viewtopic.php?t=4'>Brood zonder oven, kan dat?</a>{BODY}"
    assert article(head, body).title == "Brood zonder oven, kan dat?"


def test_the_name_of_a_board_that_is_called_a_main_title_is_none() -> None:
    head = "<title>Alle bakkers van het land :: View topic - Brood, maar hoe?</title>"
    board = "<span class=maintitle>Alle bakkers van het land</span>"
    topic = "<a class=maintitle href='viewtopic.php?t=4'>Brood, maar hoe?</a>"
    assert article(head, f"{board}{topic}{BODY}").title == "Brood, maar hoe?"


def test_the_first_page_of_a_site_is_called_as_its_heading() -> None:
    body = f"<h1><a href='/'>Brood en ik</a></h1>{BODY}<h3>Volg Brood en ik</h3>"
    page = parse_page(f"<html><head><title>Brood en ik</title></head><body>{body}</body></html>")
    assert page.article.title == "Brood en ik"


def test_a_heading_that_leads_to_the_folder_of_its_page_is_the_site() -> None:
    head = "<title>De Bakkerij: Brood zonder oven, kan dat?</title>"
    home = "<h1><a href='index.php?sid=4'>De Bakkerij</a></h1>"
    body = f"{home}<h3>Brood zonder oven, kan dat?</h3>{BODY}"
    url = "https://bakkers.example/forum/viewtopic.php?t=4"
    page = parse_page(f"<html><head>{head}</head><body>{body}</body></html>", url=url)
    assert page.article.title == "Brood zonder oven, kan dat?"
