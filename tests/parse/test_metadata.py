"""Titles, authors, dates and addresses, from whatever a page gives them in."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tui.model import Article, Page, blocks_text
from tui.parse import parse_page
from tui.parse.metadata.names import names_of
from tui.parse.metadata.site import without_site

BODY = "<p>Dit is een stukje tekst dat lang genoeg is om voor een artikel door te gaan.</p>"


def ld(script: str) -> str:
    return f'<script type="application/ld+json">{script}</script>'


def page(head: str = "", body: str = BODY, lang: str = "nl") -> Page:
    html = f"<!doctype html><html lang={lang}><head>{head}</head><body>{body}</body></html>"
    return parse_page(html, url="https://blog.example/post")


def article(head: str = "", body: str = BODY, lang: str = "nl") -> Article:
    return page(head, body, lang).article


# Titles


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


# Authors


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Anna Visser", ("Anna Visser",)),
        ("Door: Anna Visser", ("Anna Visser",)),
        ("Geschreven door Anna Visser op 3 mei 2024", ("Anna Visser",)),
        ("Von Jürgen Öztürk und Anna Visser", ("Jürgen Öztürk", "Anna Visser")),
        (
            "Par Inês Carvalho, Tom Reilly et Anna Visser",
            ("Inês Carvalho", "Tom Reilly", "Anna Visser"),
        ),
        ("Anna Visser, PhD", ("Anna Visser",)),
        ("Anna Visser | Redacteur", ("Anna Visser",)),
        ("Anna Visser (anna@blog.example)", ("Anna Visser",)),
        ("Anna (van den Berg) Visser", ("Anna (van den Berg) Visser",)),
        ("Tuin & i", ("Tuin & i",)),
        ("Posted by Anna Visser on 12/05/2024", ("Anna Visser",)),
        ("Dieter Brandt mit Anna Visser", ("Dieter Brandt", "Anna Visser")),
        ("Anna Visser ● 4 min", ("Anna Visser",)),
        ("Written by Anna Visser in Bread", ("Anna Visser",)),
        ("Anna Visser @annabakes", ("Anna Visser",)),
        ("Anna Visser More stories by Anna Visser", ("Anna Visser",)),
        ("Anna Visser, Vice President, Spelt Division, Bread Corp", ("Anna Visser",)),
        (
            "Anna Visser, VP and Senior Fellow, Bread Corp, and Tom Reilly, Editor",
            ("Anna Visser", "Tom Reilly"),
        ),
        ("Anna Visser, Senior Writer, Tom Reilly, Editor", ("Anna Visser", "Tom Reilly")),
        ("Anna Visser, BA (Bread), Tom Reilly", ("Anna Visser", "Tom Reilly")),
        ("Anna Visser - https://blog.example/", ("Anna Visser",)),
        ("\u300aAnna Visser\u300b", ("Anna Visser",)),
        ("Visser & Visser", ("Visser & Visser",)),
        ("文● 田中宏／パン編集部", ("田中宏",)),
        ("https://blog.example/anna", ()),
        ("anna@blog.example", ()),
        ("admin", ()),
        ("", ()),
        ("Auteur", ()),
        ("01:30 Min", ()),
        ('{"@type": "Person"}', ()),
        ("In&ecirc;s Carvalho", ("Inês Carvalho",)),
    ],
)
def test_names_stand_alone(byline: str, names: tuple[str, ...]) -> None:
    assert names_of(byline) == names


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta name="author" content="Anna Visser">', ""),
        ('<meta name="parsely-author" content="Anna Visser">', ""),
        ('<meta name="dc.creator" content="door Anna Visser">', ""),
        ("", '<a rel="author" href="/anna">Anna Visser</a>'),
        ("", '<span itemprop="author"><span itemprop="name">Anna Visser</span>, redacteur</span>'),
        ("", '<p class="byline">door Anna Visser</p>'),
        ("", '<div class="post-author">Anna Visser</div>'),
        ("", "<p>Door Anna Visser</p>"),
        ("", "<div>Geschreven door</div><div>Anna Visser</div>"),
        ("", "<p>3 mei 2024 - door Anna Visser, redacteur bij de krant van het dorp</p>"),
        ("", '<div><a href="/blog/authors/anna">Anna Visser</a></div>'),
        ("", '<div><a href="/about/editors/anna">Anna Visser</a></div>'),
        ("", '<p class="post__author_name">Anna Visser</p>'),
        ('<meta name="citation_author" content="Visser, Anna">', ""),
        ('<meta name="dc.creator" content="Visser, Anna">', ""),
        ('<meta property="dc:creator x:y" content="Anna Visser">', ""),
        ('<meta name="author" content="Anna Visser - https://blog.example/">', ""),
        ("", "<p>Anna Visser, Senior Writer, Bread Weekly</p>"),
        ("", "<div class='pull-quote'><span class=author>Tom Reilly</span></div><p>By Anna Visser"),
        ("", "<p class='fn org'>Gemeente Tuinstad</p><p class='fn'>Anna Visser</p>"),
        (ld('{"@type":"BlogPosting","author":"Anna Visser"}'), ""),
        (ld('[{"@type":"Article","author":{"@id":"#a"}},{"@id":"#a","name":"Anna Visser"}]'), ""),
    ],
)
def test_the_author_is_found_wherever_the_page_names_one(head: str, body: str) -> None:
    assert article(head, f"<h1>Brood</h1>{body}{BODY}").authors == ("Anna Visser",)


def test_several_authors_stand_in_an_element_each() -> None:
    links = "<a rel=author href=/anna>Anna Visser</a> en <a rel=author href=/tom>Tom Reilly</a>"
    other = "<p><b>Lees ook:</b> <i>Taart</i> <a rel=author href=/ines>Inês Carvalho</a></p>"
    body = f"<h1>Brood</h1><div>{links}</div>{other}{BODY}"
    assert article(body=body).authors == ("Anna Visser", "Tom Reilly")


def test_a_line_of_several_authors_is_read_whole_though_its_last_is_marked() -> None:
    line = "By <i>Anna Visser</i>, <i>Tom Reilly</i> and <b class=last-byline>Inês Carvalho</b>"
    found = article(body=f"<h1>Bread</h1><p>{line}</p>{BODY}", lang="en")
    assert found.authors == ("Anna Visser", "Tom Reilly", "Inês Carvalho")


def test_a_line_below_the_title_says_what_each_of_its_people_is() -> None:
    line = "<p>Anna Visser, PhD; Tom Reilly, BA (Bread) &amp; Inês Carvalho, Baker</p>"
    names = ("Anna Visser", "Tom Reilly", "Inês Carvalho")
    assert article(body=f"<h1>Bread</h1>{line}{BODY}").authors == names
    deck = "<p>Anna Visser, CEO of Bread Corp, says that bread is better than cake</p>"
    assert article(body=f"<h1>Bread</h1>{deck}{BODY}").authors == ()


def test_of_two_names_in_fields_the_one_that_readers_are_told_is_the_author() -> None:
    head = (
        '<meta name="author" content="Grote Uitgever">'
        '<meta name="article:author" content="Anna Visser">'
    )
    assert article(head, f"<h1>Brood</h1>{BODY}").authors == ("Grote Uitgever",)
    told = f"<h1>Brood</h1><p><b>Anna Visser</b></p>{BODY}"
    assert article(head, told).authors == ("Anna Visser",)


def test_a_login_stands_after_the_day_on_which_it_was_posted() -> None:
    line = "<p>Posted on <a href=/post>May 3, 2024</a> by <span class=author>annav</span></p>"
    assert article(body=f"<h1>Bread</h1>{line}{BODY}", lang="en").authors == ("annav",)


def test_a_name_stands_after_the_word_for_it_also_above_the_title() -> None:
    above = "<div>Lange Verhalen</div><div>Door:</div><div>Anna Visser</div>"
    assert article(body=f"{above}<h1>Brood</h1>{BODY}").authors == ("Anna Visser",)


def test_the_site_is_the_author_only_where_no_person_is() -> None:
    head = (
        '<meta property="og:site_name" content="De Bakkerij">'
        '<meta name="author" content="De Bakkerij">'
    )
    assert article(head).authors == ("De Bakkerij",)
    assert article(head, f'<h1>Brood</h1><p class="byline">door Anna Visser</p>{BODY}').authors == (
        "Anna Visser",
    )


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        ("By Anna", "Anna"),
        ("By the Baker Team", "the Baker Team"),
        ("Posted by 3 Bakers", "3 Bakers"),
        ("By using this site you agree to have cookies", None),
        ("Text me when the bread is done", None),
    ],
)
def test_a_line_that_begins_with_by_names_whoever_wrote(byline: str, name: str | None) -> None:
    names = article("", f"<h1>Bread</h1><p>{byline}</p>{BODY}", "en").authors
    assert names == ((name,) if name else ())


@pytest.mark.parametrize("account", ["Tom Reilly", "treilly", "t.reilly"])
def test_who_readers_are_told_wrote_it_wins_over_who_put_it_in(account: str) -> None:
    head = f'<meta name="author" content="{account}">'
    body = f"<h1>Brood</h1><p>Geschreven door: Anna Visser</p>{BODY}"
    assert article(head, body).authors == ("Anna Visser",)
    assert article(head, f"<h1>Brood</h1>{BODY}").authors == (account,)


def test_half_a_name_gives_way_to_the_whole_one_that_readers_see() -> None:
    head = '<meta name="author" content="Anna">'
    assert article(head, f"<h1>Brood</h1><p>By Anna Visser</p>{BODY}").authors == ("Anna Visser",)


def test_a_shorter_name_in_the_page_does_not_win_over_the_full_one() -> None:
    head = '<meta name="author" content="Anna Maria Visser"><meta name="author" content="Tom Ré">'
    found = article(head, f"<h1>Brood</h1><p>By Anna Visser</p>{BODY}")
    assert found.authors == ("Anna Maria Visser", "Tom Ré")


@pytest.mark.parametrize("team", ["De Bakkerij", "Redactie De Bakkerij", "De Bakkerij B.V."])
def test_the_site_with_a_word_around_its_name_is_still_the_site(team: str) -> None:
    head = (
        f'<meta property="og:site_name" content="De Bakkerij"><meta name="author" content="{team}">'
    )
    body = f'<h1>Brood</h1><p class="author">Anna Visser</p>{BODY}'
    assert article(head, body).authors == ("Anna Visser",)


def test_who_wrote_a_comment_elsewhere_is_no_author() -> None:
    widget = (
        "<ul><li class=recentcomments><span class=comment-author-link><a href=https://a.nl>"
        "Jo Strand</a></span> bij <a href=/b>Brood bakken</a></ul>"
    )
    assert article(body=f"<article><h1>Een brood</h1>{BODY}</article>{widget}").authors == ()


def test_a_topic_beside_the_title_is_no_author() -> None:
    line = '<div class="byline"><a href="/tag/home">Home Baking</a> May 3, 2024</div>'
    assert article("", f"<h1>Bread</h1>{line}{BODY}", "en").authors == ()


def test_a_login_gives_way_to_the_name_in_a_box_beside_the_title() -> None:
    head = '<meta name="author" content="anna.v"><meta name="generator" content="x">'
    box = '<div class="author-info"><span>Anna Visser</span></div>'
    assert article(head, f"<h1>Brood</h1>{box}{BODY}").authors == ("Anna Visser",)


@pytest.mark.parametrize(
    "line",
    [
        "This post was written by Anna Visser",
        "Article by Anna Visser",
        "Written by: Anna Visser, May 2024",
        "View all articles by Anna Visser",
    ],
)
def test_a_sentence_may_name_the_author_below(line: str) -> None:
    body = f"<h1>Bread</h1>{BODY * 260}<p>{line}</p>"
    assert article("", body, "en").authors == ("Anna Visser",)


def test_the_author_may_be_named_below_a_long_article() -> None:
    body = f"<h1>Brood</h1>{BODY * 260}<p>Geschreven door Anna Visser</p>"
    assert article("", body).authors == ("Anna Visser",)
    cards = f"{body}<p>Geschreven door Tom Reilly</p>"
    assert article("", cards).authors == ()


def test_links_below_that_all_lead_to_one_person_name_the_author() -> None:
    anna = "<p><a href=/authors/anna>Anna Visser</a> bakt al jaren zonder oven</p>"
    site = "<p><a href=https://video.example/@tuin>Tuin Kanaal</a></p>"
    tom = "<p><a href=/authors/tom>Tom Reilly</a></p>"
    body = f"<h1>Brood</h1>{BODY * 260}"
    assert article(body=f"{body}{site}").authors == ()
    assert article(body=f"{body}{anna}{site}{anna}").authors == ("Anna Visser",)
    assert article(body=f"{body}{anna}{tom}").authors == ()
    assert article(body=f"{body}<div class=related-posts>{tom}</div>").authors == ()


# Dates


@pytest.mark.parametrize("name", ["田中宏", "小麦粉ひより", "김민준"])
def test_a_name_without_spaces_is_a_person_in_scripts_that_have_none(name: str) -> None:
    body = f"<h1>パン</h1><div class=item-author>{name}</div>{BODY}"
    assert article("", body).authors == (name,)


POSTED = (
    "<p>Dieser Beitrag wurde am Freitag, 3. Mai 2024 in der alten Mühle geschrieben und unter Brot "
    "abgelegt. Antworten auf ihn können Sie im RSS-Feed lesen, und zum Ende springen und selbst "
    "eine schreiben.</p>"
)


@pytest.mark.parametrize(
    ("head", "body", "iso"),
    [
        (
            ld('{"@type":"Article","datePublished":"2024-05-03"}'),
            "",
            "2024-05-03",
        ),
        (
            '<meta property="article:published_time" content="2024-05-03T10:00:00+02:00">',
            "",
            "2024-05-03T10:00:00+02:00",
        ),
        ('<meta itemprop="datePublished" content="2024-05-03">', "", "2024-05-03"),
        ("", '<time datetime="2024-05-03">3 mei</time>', "2024-05-03"),
        ("", "<p class=datum>vrijdag 3 mei 2024</p>", "2024-05-03"),
        ("", "<p>Bijgewerkt</p>", None),
        (
            "",
            "<div class=author>Written by Anna Visser in Bread on 3 May 2024 in the old mill</div>",
            "2024-05-03",
        ),
        ('<meta name="citation_publication_date" content="2024 May 3">', "", "2024-05-03"),
        ('<meta name="published-date" content="2024-05-03">', "", "2024-05-03"),
        ("", f"{BODY * 300}<p>Posted on May 3, 2024</p>", "2024-05-03"),
        ("", f"{BODY * 300}<p class=post-date>3 mei 2024</p>", "2024-05-03"),
        (
            "",
            f"{BODY * 300}<p class=post-date>3 mei 2024</p><p class=post-date>4 mei 2024</p>",
            None,
        ),
        ("", f"{BODY * 300}<p>Written by Anna Visser May 3, 2024</p>", "2024-05-03"),
        ("", POSTED, "2024-05-03"),
        # A line of an element that holds the article as well.
        ("", f"<fieldset>3 mei 2024<div>{BODY * 9}</div></fieldset>", "2024-05-03"),
        ("", f"<p>Delft, 3 mei 2024 \u2013 {'De molen draait weer. ' * 9}</p>", "2024-05-03"),
        ("", f"<p>Op 3 mei 2024 draait de molen weer. {'De molenaar bakt. ' * 9}</p>", None),
        ("", f"<p>(3 mei 2024) {'De molen draait weer. ' * 9}</p>", "2024-05-03"),
        (
            "",
            "<div data-props='{&quot;publishedAt&quot;:&quot;2024-05-03T10:00:00Z&quot;}'>",
            "2024-05-03T10:00:00+00:00",
        ),
        (
            "",
            "<script>a={'publishedAt':'2024-05-03'},b={'publishedAt':'2024-05-04'}</script>",
            None,
        ),
        # The day in a card of another article, in a quotation, in code, in a box of facts.
        (
            "",
            "<p>3 mei 2024</p><a href=/x><time>6 mei 2024</time> Taart bakken als een meester</a>",
            "2024-05-03",
        ),
        ("", "<blockquote><a href=/x>3 mei 2024</a></blockquote>", None),
        ("", "<pre><code>3 mei 2024</code></pre>", None),
        ("", "<table class=infobox><tr><td>Opgericht<td>3 mei 2024</table>", None),
        (ld('{"@type":"Article",,"datePublished":"2024-05-03"'), "", "2024-05-03"),
        (
            ld('{"@type":"Article","datePublished":"Fri May 03 15:28:56 CET 2024"}'),
            "",
            "2024-05-03T15:28:56",
        ),
    ],
)
def test_the_day_of_publication(head: str, body: str, iso: str | None) -> None:
    published = article(head, f"<h1>Brood</h1>{body}{BODY}").published
    assert (published.iso if published else None) == iso


def test_the_words_of_a_date_stay_beside_its_moment() -> None:
    head = '<meta property="article:published_time" content="2024-05-03T10:00:00Z">'
    published = article(head, f"<h1>Brood</h1><p class=date>3 mei 2024</p>{BODY}").published
    assert published is not None
    assert (published.text, published.iso) == ("3 mei 2024", "2024-05-03T10:00:00+00:00")


def test_a_link_around_the_title_may_hold_its_day() -> None:
    link = "<a href=/post><h1>Brood bakken zonder oven</h1><p>3 mei 2024</p></a>"
    published = article("<title>Brood bakken zonder oven</title>", link + BODY).published
    assert published is not None
    assert published.iso == "2024-05-03"


def test_a_day_that_readers_do_not_see_is_none() -> None:
    line = "<p>Geschreven <span hidden>op 3 mei 2024</span> in de keuken</p>"
    assert article(body=f"<h1>Brood</h1>{line}{BODY}").published is None


def test_the_day_that_readers_see_beside_the_title_wins_over_the_day_of_a_move() -> None:
    head = '<meta property="article:published_time" content="2024-01-01T00:00:00Z">'
    body = f"<h1>Brood</h1><p class=date>3 mei 2019</p>{BODY}"
    published = article(head, body).published
    assert published is not None
    assert (published.text, published.iso) == ("3 mei 2019", "2019-05-03")


FIRST = ld(
    '{"@type":"Article","datePublished":"2023-10-09T02:00:00Z","dateModified":"2024-06-01T02:00:00Z"}'
)
OWN = (
    '<meta property="article:published_time" content="2023-10-09T02:00:00Z">'
    '<meta property="article:modified_time" content="2024-06-01T02:00:00Z">'
)


@pytest.mark.parametrize(
    "shown",
    [
        "<p>Updated: <span>May 3, 2024</span></p>",  # a change, which says nothing of the first day
        "<p class=date>10.09.2023</p>",  # the day and month of the machine's date, in other order
        "<p class=date>June 2, 2024</p>",  # the day of the change in another zone
    ],
)
def test_a_shown_day_that_is_explained_leaves_the_machine_its_word(shown: str) -> None:
    head = (
        '<meta property="article:published_time" content="2023-10-09T23:00:00Z">'
        '<meta property="article:modified_time" content="2024-06-01T23:00:00Z">'
    )
    published = article(head, f"<h1>Bread</h1>{shown}{BODY}", "en").published
    assert published is not None
    assert published.iso == "2023-10-09T23:00:00+00:00"


@pytest.mark.parametrize(
    ("head", "shown", "iso"),
    [
        # The first day stands in linked data alone, and readers are told of the last.
        (FIRST, "<p>Updated: <span>June 1, 2024</span></p>", "2024-06-01"),
        (FIRST + OWN, "<p>Updated: <span>June 1, 2024</span></p>", "2023-10-09"),
        (FIRST + OWN, "<p class=date>June 1, 2024</p>", "2024-06-01"),
        (OWN, "<p class=date>June 1, 2024</p>", "2023-10-09"),
        # The day in the zone where the page was written.
        (FIRST + OWN, "<p class=date>October 8, 2023</p>", "2023-10-08"),
        (FIRST, "<p>Published April 26, 2022</p><p>Updated October 9, 2023</p>", "2022-04-26"),
        # Of several days that machines are told, the one that readers are.
        (FIRST + '<meta name="dc.date" content="2024-05-03">', "<p>3 May 2024</p>", "2024-05-03"),
        # But where that is the day of a change, the one that Open Graph has.
        (
            FIRST + OWN + '<meta name="dc.date" content="2024-06-01">',
            "<p>Updated: <span>June 1, 2024</span></p>",
            "2023-10-09",
        ),
        # Of several last changes, the last.
        (
            FIRST + '<meta name="updated" content="2025-12-18">',
            f"{BODY * 50}<p>18.12.2025</p>",
            "2025-12-18",
        ),
        # Dates in the article, of other things.
        (FIRST, f"{BODY * 20}<p>May 3, 2020</p>", "2023-10-09"),
        (FIRST, f"{BODY * 50}<p>Published May 3, 2020</p>", "2020-05-03"),
    ],
)
def test_readers_are_told_a_day_that_machines_are_not(head: str, shown: str, iso: str) -> None:
    published = article(head, f"<h1>Bread</h1>{shown}{BODY}", "en").published
    assert published is not None
    assert str(published.iso)[:10] == iso


@pytest.mark.parametrize(
    ("path", "iso"),
    [
        ("2024/05/03/brood", "2024-05-03"),
        ("2024-05/03/brood", "2024-05-03"),
        ("blog/2024/may/03/brood", "2024-05-03"),
        ("nieuws/20240503/brood", "2024-05-03"),
        ("nieuws/brood-23-05-2024", "2024-05-23"),
        ("nieuws/brood-03-05-2024", None),  # or the fifth of March
        ("nieuws/brood-20240503456", None),
        ("nieuws/2024/brood/03", None),
    ],
)
def test_the_address_may_have_the_day(path: str, iso: str | None) -> None:
    html = f"<html lang=nl><body><h1>Brood</h1>{BODY}"
    published = parse_page(html, url=f"https://tuin.example/{path}").article.published
    assert (published.iso if published else None) == iso


def test_the_first_publication_is_the_one_that_counts() -> None:
    shown = "<p class=date>May 3, 2024</p>"
    line = (
        "<p>This article was originally published on 26 Sep 2019 but has been kept up to date.</p>"
    )
    published = article("", f"<h1>Bread</h1>{shown}{BODY}{line}", "en").published
    assert published is not None
    assert published.iso == "2019-09-26"


def test_a_note_that_a_page_was_edited_is_a_date_where_there_is_no_other() -> None:
    note = "<ul><li id=lastmod>This page was last edited on 3 May 2024, at 05:33.</li></ul>"
    published = article("", f"<h1>Bread</h1>{BODY}{note}", "en").published
    assert published is not None
    assert published.iso == "2024-05-03T05:33:00"


def test_the_change_beside_the_title_says_more_than_a_day_of_which_the_article_speaks() -> None:
    spoken = "<ul><li><b>May 1, 2019</b> the mill was sold</ul>"
    body = f"<h1>Bread</h1><p>Last updated: May 3, 2020</p>{BODY * 14}{spoken}"
    published = article(body=body, lang="en").published
    assert published is not None
    assert published.iso == "2020-05-03"


def test_the_change_beside_the_title_says_more_than_the_dates_of_other_articles() -> None:
    cards = "".join(f"<div class=card><p class=date>May {day}, 2024</p></div>" for day in (7, 8))
    body = f"<h1>Bread</h1><p>Last updated: May 3, 2020</p>{BODY * 50}{cards}"
    published = article("", body, "en").published
    assert published is not None
    assert published.iso == "2020-05-03"


def test_a_line_may_say_two_days_of_which_the_second_is_of_a_change() -> None:
    line = "<p>Originally published in March 2022. Last updated on December 20, 2024</p>"
    found = article(FIRST + OWN, f"<h1>Bread</h1>{line}{BODY}", "en")
    assert found.published is not None
    assert str(found.published.iso)[:10] == "2023-10-09"


def test_the_day_of_the_last_change_is_another_date() -> None:
    head = '<meta property="article:modified_time" content="2024-06-01">'
    found = article(head, f"<h1>Brood</h1><time datetime=2024-05-03>3 mei 2024</time>{BODY}")
    assert found.published is not None
    assert found.updated is not None
    assert (found.published.iso, found.updated.iso) == ("2024-05-03", "2024-06-01")


# The rest


@pytest.mark.parametrize(
    ("html", "language"),
    [
        ("<html lang=pt-BR>", "pt-BR"),
        ("<html xml:lang=de>", "de"),
        ('<meta http-equiv="Content-Language" content="sv, en">', "sv"),
        ('<meta property="og:locale" content="fr_CA">', "fr-CA"),
        ("<html lang=''>", None),
        ("<html lang='&#27;[0m'>", None),
    ],
)
def test_the_language_is_the_one_that_the_page_names(html: str, language: str | None) -> None:
    assert parse_page(f"<!doctype html>{html}<body>{BODY}").language == language


def test_addresses_are_absolute_and_safe() -> None:
    found = page(
        '<link rel=canonical href="/brood"><link rel="alternate" type="application/atom+xml"'
        ' href="feed.xml"><link rel=alternate type="text/html" href="/en">'
        '<link rel=alternate type="application/rss+xml" href="javascript:x()">'
    )
    assert found.canonical == "https://blog.example/brood"
    assert found.feeds == ("https://blog.example/feed.xml",)


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Brood zonder kneden | De Bakkerij", "De Bakkerij"),
        ("Brood zonder kneden - Recepten - De Bakkerij", "De Bakkerij"),
        ("Blog van Anna - Brood zonder kneden", "Blog van Anna"),  # as the host is called
        ("De Bakkerij - Brood zonder kneden", None),
        ("Brood zonder kneden - door Anna Visser", None),
        ("Brood zonder kneden - Pagina 2", None),
        ("Brood zonder kneden - een recept voor wie geen tijd heeft", None),
        ("Brood zonder oven | De Bakkerij", None),
    ],
)
def test_the_site_is_named_beside_the_title_of_the_article(title: str, site: str | None) -> None:
    head = f"<title>{title}</title>"
    assert page(head, f"<h1>Brood zonder kneden</h1>{BODY}").site == site
    named = f'{head}<meta property="og:site_name" content="Het Dorp">'
    assert page(named, f"<h1>Brood zonder kneden</h1>{BODY}").site == "Het Dorp"


@pytest.mark.parametrize(
    ("name", "site"),
    [
        ("Het Dorp | Alles over het dorp", "Het Dorp"),
        ("Het Dorp: nieuws van nu", "Het Dorp"),
        ("Nieuws van nu - Krant het Dorp", "Krant het Dorp"),
        ("Het Dorp |", "Het Dorp"),
        ("De Krant | Alles over brood", "De Krant | Alles over brood"),
        ("Het Dorp", "Het Dorp"),
    ],
)
def test_the_site_is_named_without_its_slogan(name: str, site: str) -> None:
    html = f"<meta property=og:site_name content='{name}'><h1>Brood</h1>{BODY}"
    assert parse_page(html, url="https://www.hetdorp.example/brood").site == site


def test_relative_links_follow_the_base_element() -> None:
    head = '<base href="https://cdn.example/map/">'
    body = f"<p><a href='x'>een link</a> in een zin die lang genoeg is om te blijven.</p>{BODY}"
    text = article(head, body).blocks[0]
    assert "https://cdn.example/map/x" in repr(text)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=10),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["@type", "@id", "@graph", "author", "name", "publisher", "headline"]
                ),
                inner | st.just("Article"),
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_linked_data_of_any_shape_is_survived(data: object) -> None:
    import json

    script = json.dumps(data).replace("</", "")
    found = page(ld(script))
    assert found.notes == ()
    assert all(isinstance(name, str) for name in found.article.authors)


@pytest.mark.parametrize("script", ["{", "[" * 100_000, "null", "<!-- {} -->", '{"@graph": 3};'])
def test_broken_linked_data_is_passed_over(script: str) -> None:
    assert page(ld(script)).notes == ()
