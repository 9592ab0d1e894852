"""The authors of an article, from whatever a page names them in."""

from __future__ import annotations

import pytest

from tests.parse.metadata_pages import BODY, article, ld
from tui.parse.metadata.names import names_of


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
        ("by Anna Visser »", ("Anna Visser",)),
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


@pytest.mark.parametrize("name", ["田中宏", "小麦粉ひより", "김민준"])
def test_a_name_without_spaces_is_a_person_in_scripts_that_have_none(name: str) -> None:
    body = f"<h1>パン</h1><div class=item-author>{name}</div>{BODY}"
    assert article("", body).authors == (name,)
