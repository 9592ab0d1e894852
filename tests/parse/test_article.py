"""What is the article, and what only stands beside it."""

from __future__ import annotations

import json
import re

import pytest

from tui.dump.text import block_lines
from tui.model import Image, ListBlock, Paragraph, Rule, blocks_text
from tui.parse import parse_page

STORY = (
    "De eerste trein vertrekt om vijf uur, en wie hem haalt, heeft de zee voor zich alleen.",
    "Tegen zeven uur komen de honden, tegen acht uur hun bazen, en daarna is het strand van ons.",
    "Wij lopen dan alweer terug, met zand in de schoenen en de krant nog ongelezen in de tas.",
)
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in STORY)
LONG = [f"{line} Dat was op dag {day}." for day in range(1, 5) for line in STORY]
LONG_PARAGRAPHS = "".join(f"<p>{line}</p>" for line in LONG)
ASIDE = "Dit stukje hoort niet bij het verhaal, maar het is wel lang genoeg om erop te lijken."


def lines(body: str, head: str = "<title>Vroeg aan zee</title>") -> list[str]:
    page = parse_page(f"<!doctype html><html lang=nl><head>{head}</head><body>{body}</body></html>")
    return blocks_text(page.article.blocks).splitlines()


@pytest.mark.parametrize(
    "frame",
    [
        "{}",
        "<main>{}</main>",
        "<div><div><article>{}</article></div></div>",
        "<div itemprop='articleBody'>{}</div>",
        "<div class='entry-content'>{}</div>",
        "<table><tr><td>{}</td></tr></table>",
        "<div id='sidebar-left-layout'>{}</div>",
        "<form id=aspnetForm>{}</form>",
        "<div hidden id='S:1'>{}</div>",
    ],
)
def test_the_story_is_found_whatever_stands_around_it(frame: str) -> None:
    assert lines(f"<nav><a href=/>Home</a></nav>{frame.format(PARAGRAPHS)}") == list(STORY)


def test_a_form_around_a_page_may_hold_fields_as_well() -> None:
    fields = "<label>Zoek</label><input><label>Taal</label><input>"
    assert lines(f"<form id=aspnetForm>{fields}{LONG_PARAGRAPHS}</form>")[-len(LONG) :] == LONG


@pytest.mark.parametrize(
    "beside",
    [
        "<nav><p>{}</p></nav>",
        "<aside><p>{}</p></aside>",
        "<footer><p>{}</p></footer>",
        "<div role=complementary><p>{}</p></div>",
        "<div class=related-posts><p>{}</p></div>",
        "<div class='post-share social'><p>{}</p></div>",
        "<div id=newsletterSignup><p>{}</p></div>",
        "<div class=cookie-notice><p>{}</p></div>",
        "<section class=author-bio><p>{}</p></section>",
        "<div style='display:none'><p>{}</p></div>",
        "<div><a href=/x>{}</a></div>",
        "<form><p>{}</p><label>Naam</label><input><label>Adres</label><input></form>",
        "<dialog open><p>{}</p></dialog>",
    ],
)
def test_what_stands_beside_is_left_out_within_and_around(beside: str) -> None:
    other = beside.format(ASIDE)
    assert lines(f"<article>{PARAGRAPHS}{other}</article>") == list(STORY)
    assert lines(f"{other}<div class=wrap>{PARAGRAPHS}</div>{other}") == list(STORY)


@pytest.mark.parametrize(
    "sentence",
    [
        "Wie wil, leest <a class='popup' href='/zand'>alles over zand</a> en blijft staan.",
        "<a class='tag-link' href='/duin'>Het duin</a> is om die tijd nog koud en nat.",
        "Daarna lopen wij langzaam terug naar <a class='cta' href='/trein'>de trein</a>. Klaar.",
    ],
)
def test_a_link_in_a_sentence_is_part_of_it_whatever_it_is_called(sentence: str) -> None:
    text = "".join(re.split("<[^>]*>", sentence))
    assert text in lines(f"{PARAGRAPHS}<p>{sentence}</p>{PARAGRAPHS}")


def test_lists_of_tags_and_buttons_after_a_sentence_are_still_left_out() -> None:
    tags = "<p><a class=tag href=/a>schelpen</a>, <a class=tag href=/b>kwallen</a></p>"
    button = "<p>Neem ook eens een vriend mee. <a class='share-button' href=/c>Nodig uit</a></p>"
    text = " ".join(lines(tags + PARAGRAPHS + button))
    assert not any(word in text for word in ("schelpen", "kwallen", "Nodig"))


def test_a_heading_that_leads_to_the_contents_is_read_without_its_sign() -> None:
    heading = "<h2><a class='toc-backref' href='#id1'>Het duin</a><a href='#duin'>¶</a></h2>"
    assert "Het duin" in lines(f"{PARAGRAPHS}{heading}<p>{ASIDE}</p>")


@pytest.mark.parametrize("name", ["widget", "module", "promo", "related", "content-nav-section"])
def test_names_that_would_empty_the_page_are_not_trusted(name: str) -> None:
    parts = "".join(f"<div class='{name}'><p>{line}</p></div>" for line in STORY)
    assert lines(f"<div class=page>{parts}</div>") == list(STORY)


def test_a_list_of_links_in_the_story_is_part_of_it() -> None:
    links = "<ul><li><a href=/1>Dienstregeling van de kustlijn</a><li><a href=/2>Getijden</a></ul>"
    page = parse_page(f"<!doctype html><article>{PARAGRAPHS}{links}{LONG_PARAGRAPHS}</article>")
    assert any(isinstance(block, ListBlock) for block in page.article.blocks)


BOX_OF_LINKS = (
    "<div><ul><li><a href=/1>De dienstregeling</a><li><a href=/2>Eb en vloed</a></ul></div>"
)


@pytest.mark.parametrize(
    ("before", "is_part"), [("Wat je nodig hebt om te gaan:", True), ("", False)]
)
def test_a_box_of_links_that_a_sentence_announces_is_part_of_the_story(
    before: str, *, is_part: bool
) -> None:
    body = (
        f"<article>{PARAGRAPHS}<div><p>{before}</p></div>{BOX_OF_LINKS}{LONG_PARAGRAPHS}</article>"
    )
    assert ("Eb en vloed" in lines(body)) == is_part


def test_a_heading_in_a_box_that_links_to_its_own_place_heads_the_text_under_it() -> None:
    heading = "<div id=duin><h2><a href='#duin'>Het duin</a></h2></div>"
    card = "<div><h2><a href=/duin>Alles over duinen</a></h2></div>"
    found = lines(f"<article>{PARAGRAPHS}{heading}{LONG_PARAGRAPHS}{card}{PARAGRAPHS}</article>")
    assert "Het duin" in found
    assert "Alles over duinen" not in found


def test_content_by_its_name_is_no_sidebar_for_lying_in_a_grid_that_has_one() -> None:
    text = f"<div class=article-body>{LONG_PARAGRAPHS}</div>"
    grid = f"<div class=grid-toc-content-sidebar><nav><a href='#a'>Inhoud</a></nav>{text}</div>"
    cookies = f"<div><p>{ASIDE * 30}</p></div>"
    assert lines(f"<main>{grid}</main>{cookies}")[: len(LONG)] == LONG


def test_parts_named_by_the_same_classes_belong_together_though_one_is_full_of_links() -> None:
    part = "<div class='rich-text main'>{}</div>"
    linked = "<p>Een lijst van alle stranden van het land.</p>" + "".join(
        f"<p>Het strand van <a href=/{n}>badplaats nummer {n}</a> ligt aan zee.</p>"
        for n in range(9)
    )
    cta = "<div class=cta><p>Neem een abonnement</p></div>"
    found = lines(part.format(linked) + cta + part.format(LONG_PARAGRAPHS))
    assert found[0] == "Een lijst van alle stranden van het land."
    assert found[-len(LONG) :] == LONG


def test_text_split_over_sections_is_read_to_its_end() -> None:
    body = "".join(f"<section><div><p>{line}</p></div></section>" for line in LONG)
    assert lines(f"<header><p>{ASIDE}</p></header><div>{body}</div>")[-12:] == LONG


def test_a_lead_above_the_text_belongs_to_it() -> None:
    body = f"<h1>Vroeg aan zee</h1><div><p>{ASIDE * 2}</p></div><div>{LONG_PARAGRAPHS}</div>"
    assert lines(body) == [ASIDE * 2, *LONG]


@pytest.mark.parametrize("heading", ["Related posts", "Lees ook", "About the author", "Reacties"])
def test_what_follows_the_last_word_is_left_out(heading: str) -> None:
    rest = f"<h3>{heading}</h3><p>{ASIDE}</p>"
    assert lines(f"<article>{LONG_PARAGRAPHS}{rest}</article>") == LONG


@pytest.mark.parametrize("hiding", ["style='display:none'", "hidden"])
def test_a_page_that_waits_for_its_script_is_read_all_the_same(hiding: str) -> None:
    found = lines(f"<p>Even geduld</p><div {hiding}><div>{LONG_PARAGRAPHS}</div></div>")
    assert found == LONG


def test_such_a_heading_in_the_middle_ends_nothing() -> None:
    body = f"<article>{PARAGRAPHS}<h3>About the author</h3>{LONG_PARAGRAPHS}</article>"
    assert len(lines(body)) == 16


def test_the_linked_data_speaks_where_the_page_is_silent() -> None:
    data = json.dumps({"@type": "BlogPosting", "articleBody": "\n\n".join(LONG)})
    head = f'<title>x</title><script type="application/ld+json">{data}</script>'
    assert lines("<div id=app>Even geduld</div>", head) == LONG
    assert lines(f"<article>{LONG_PARAGRAPHS}</article>", head) == LONG


def test_a_box_of_other_posts_in_the_middle_ends_with_its_section() -> None:
    box = f"<h2>Related posts</h2><p>{ASIDE}</p>"
    body = f"<article>{LONG_PARAGRAPHS}{box}<h2>Naschrift</h2>{PARAGRAPHS}</article>"
    assert lines(body) == [*LONG, "Naschrift", *STORY]


def test_a_discussion_of_results_is_no_thread() -> None:
    body = f"<article>{LONG_PARAGRAPHS}<h2>Discussion</h2>{PARAGRAPHS}</article>"
    assert lines(body) == [*LONG, "Discussion", *STORY]


@pytest.mark.parametrize("label", ["Related", "Lees ook", "Weiterlesen"])
def test_links_under_such_a_line_in_the_middle_are_left_out(label: str) -> None:
    box = f"<p><b>{label}:</b></p><ul><li><a href=https://a.nl/1>De kustlijn</a></ul>"
    assert lines(f"<article>{PARAGRAPHS}{box}{LONG_PARAGRAPHS}</article>") == [*STORY, *LONG]


def test_text_that_the_page_holds_for_two_screens_is_read_once() -> None:
    body = f"<main><div class=wide>{LONG_PARAGRAPHS}</div><div class=small>{LONG_PARAGRAPHS}</div>"
    assert lines(body) == LONG


def test_an_article_of_nothing_but_pictures_shows_them() -> None:
    pictures = "<p><img src=/zee.jpg alt=Zee></p><h2> </h2><p><img src=/duin.jpg alt=Duin></p>"
    page = parse_page(
        f"<title>Zee</title><article>{pictures}</article>", url="https://blog.example"
    )
    assert [type(block) for block in page.article.blocks] == [Image, Image]


def test_a_refrain_is_sung_again() -> None:
    refrain = "<p>Wij gaan naar zee, naar zee,<br>en nemen de honden weer mee,<br>hoera, hoera</p>"
    body = f"<article>{PARAGRAPHS}{refrain}{LONG_PARAGRAPHS}{refrain}</article>"
    assert lines(body).count("hoera, hoera") == 2


def test_what_is_for_and_against_two_things_may_be_the_same() -> None:
    pros = "<ul><li>Wie vroeg komt, heeft de hele zee en het strand voor zich alleen</ul>"
    body = f"<article>{PARAGRAPHS}{pros}{LONG_PARAGRAPHS}{pros}<p>Tot zover het strand.</p>"
    assert sum("heeft de hele zee" in line for line in lines(body)) == 2


@pytest.mark.parametrize(
    "foot",
    [
        "<p>\u00a9 2021 Kustblad. All rights reserved.</p>",
        "<p>The post Vroeg aan zee appeared first on <a href=https://a.nl>Kustblad</a>.</p>",
        "<p>Jo Strand is a writer and photographer who lives by the sea.</p>",
        "<p><a href=https://a.nl/c>Neem een abonnement</a></p>",
        "<h4>De vuurtoren</h4><ul><li><a href=https://a.nl/1>Eb</a></ul>",
        "<h2>About the Reviewer</h2><p>Jo Strand lives by the sea.</p>",
        "<h2>関連キーワード</h2><p>海</p>",
        "<h2>Latest National Stories</h2>",
        "<p>おすすめ記事</p>",
    ],
)
def test_the_foot_of_an_article_is_left_out(foot: str) -> None:
    assert lines(f"<article>{LONG_PARAGRAPHS}{foot}</article>") == LONG


@pytest.mark.parametrize(
    "line",
    [
        "<p>Related: <a href=https://a.nl/b>De vuurtoren</a></p>",
        "<p>[ Read more: <a href=https://a.nl/b>De vuurtoren</a> ]</p>",
        "<p>Lees ook: <a href=https://a.nl/b>De vuurtoren</a></p>",
        "<p><b>A lire aussi</b> <a href=https://a.nl/b>De vuurtoren</a></p>",
        "<p><a href=https://a.nl/b><b>\u00c0 lire aussi</b> De vuurtoren</a></p>",
        "<p>Hide caption</p>",
        "<h3><span class=off-screen>Beeld bij het verhaal</span></h3>",
        "<p>Advertisement</p>",
        "<p>Advertisement - Continue Reading Below</p>",
        "<p>Story continues after this ad</p>",
        "<p>Photo by Jo Strand on Unsplash</p>",
        "<p>Image credit: Jo Strand</p>",
        "<p>This post contains affiliate links, for which we are paid.</p>",
        "<p>Like the sea? Sign up for our weekly newsletter about it.</p>",
        "<p>Sign up here for the tides of the week in your inbox</p>",
        "<p>You can leave at any time. Read our <a href=/privacy>privacy policy</a>.</p>",
        "<form><p>De zee elke dag, gratis</p><input type=email><button>Ja</button></form>",
        "<p>0:00 / 2:33</p>",
        "<div>-0:00</div>",
        "<div class=vjs-control-bar><div>Stil</div><div>Ondertitels</div></div>",
        "<div class=plyr__controls><span>Afspelen</span></div>",
        "<p>zee_bij_vloed 2.jpg</p>",
        "<p>.</p>",
        "<p><img src=/g.svg alt='Google Play'><img src=/l.gif alt='Loading...'></p>",
        "<p><span class=d-none>De zee in cijfers</span></p>",
    ],
)
def test_a_line_between_that_is_none_of_the_story_is_left_out(line: str) -> None:
    assert lines(f"<article>{PARAGRAPHS}{line}{LONG_PARAGRAPHS}</article>") == [*STORY, *LONG]


def test_a_caption_stays_and_a_credit_goes() -> None:
    def figure(words: str) -> str:
        return f"<figure><img src=/a.jpg alt=zee><figcaption>{words}</figcaption></figure>"

    body = f"{PARAGRAPHS}{figure('De zee om vijf uur')}{figure('Foto: Jo Strand')}{LONG_PARAGRAPHS}"
    found = lines(f"<article>{body}</article>")
    assert "De zee om vijf uur" in found
    assert "Foto: Jo Strand" not in found


CARD = (
    "<{0}><img src=/b.jpg alt='De vuurtoren bij eb'>"
    "<h4><a href=https://a.nl/b>De vuurtoren die niemand meer aansteekt</a></h4></{0}>"
)


@pytest.mark.parametrize("card", ["article", "div"])
@pytest.mark.parametrize("label", ["Lees ook", "Czytaj więcej"])
def test_a_card_of_another_article_between_goes_with_the_label_over_it(
    card: str, label: str
) -> None:
    box = f"<div><p>{label}</p>{CARD.format(card)}</div>"
    page = parse_page(f"<article>{PARAGRAPHS}{box}{LONG_PARAGRAPHS}</article>")
    assert blocks_text(page.article.blocks).splitlines() == [*STORY, *LONG]
    assert not any(isinstance(block, Image) for block in page.article.blocks)


def test_a_picture_below_a_link_to_another_article_stays() -> None:
    link = "<p>Lees ook</p><p><a href=https://a.nl/b>De vuurtoren</a></p><img src=/z.jpg alt=Zee>"
    page = parse_page(f"<article>{PARAGRAPHS}{link}{LONG_PARAGRAPHS}</article>")
    assert isinstance(page.article.blocks[len(STORY)], Image)


@pytest.mark.parametrize("line", ["<h2>___</h2>", "<p>* * *</p>", "<p>\u2014\u2014\u2014</p>"])
def test_signs_that_stand_for_a_rule_are_one(line: str) -> None:
    page = parse_page(f"<article>{LONG_PARAGRAPHS}{line}{PARAGRAPHS}</article>")
    assert page.article.blocks[len(LONG)] == Rule()


def test_a_list_that_lays_out_a_page_is_none() -> None:
    body = f"<ul><li><h1>Vroeg aan zee</h1>{LONG_PARAGRAPHS}</li></ul><p>{ASIDE}</p>"
    page = parse_page(f"<title>Vroeg aan zee</title><div class=post-body>{body}</div>")
    assert not any(isinstance(block, ListBlock) for block in page.article.blocks)
    assert blocks_text(page.article.blocks).splitlines() == [*LONG, ASIDE]


def test_a_list_of_one_item_stays_one() -> None:
    item = f"<ul><li><p>{ASIDE}</p><p>{ASIDE}</p></li></ul>"
    page = parse_page(f"<article>{LONG_PARAGRAPHS}{item}{PARAGRAPHS}</article>")
    assert isinstance(page.article.blocks[len(LONG)], ListBlock)


def test_words_that_are_hidden_on_small_screens_alone_are_read() -> None:
    shown = f"<p>{ASIDE} <span class='d-none d-md-inline'>Zo is de zee.</span></p>"
    assert lines(f"<article>{LONG_PARAGRAPHS}{shown}</article>")[-1] == f"{ASIDE} Zo is de zee."


@pytest.mark.parametrize("after", ["", " © Jo Strand"])
def test_a_caption_below_a_picture_that_says_the_same_is_said_once(after: str) -> None:
    words = "De vloedlijn bij het gemaal"
    caption = f"<div><small>{words}</small><small>{after}</small></div>"
    page = parse_page(f"<article>{PARAGRAPHS}<img src=/a.jpg alt='{words}'>{caption}</article>")
    *_, last = page.article.blocks
    assert isinstance(last, Image)
    assert block_lines([last], 80) == [f"[image: {words}{after}]"]


def test_a_caption_is_not_said_again_in_a_paragraph() -> None:
    figure = "<figure><img src=/a.jpg alt=zee><figcaption>Om vijf uur</figcaption></figure>"
    found = lines(f"<article>{PARAGRAPHS}{figure}<p>Om vijf uur</p>{LONG_PARAGRAPHS}</article>")
    assert found.count("Om vijf uur") == 1


def test_a_sentence_that_begins_with_the_words_of_a_picture_stays_one() -> None:
    picture = "<img src=/a.jpg alt='De eerste trein'>"
    assert lines(f"<article>{picture}{LONG_PARAGRAPHS}</article>") == LONG
    page = parse_page(f"<article>{picture}{LONG_PARAGRAPHS}</article>")
    assert isinstance(page.article.blocks[1], Paragraph)


def test_date_and_name_above_the_text_are_no_part_of_it() -> None:
    above = "<div><div>12 mei 2021</div><div>Jo Strand</div><div>4 min</div></div>"
    assert lines(f"<article>{above}{LONG_PARAGRAPHS}</article>") == LONG
    assert lines(f"<article><p>Door</p>{LONG_PARAGRAPHS}</article>") == LONG
    above = "<div class=headline__meta><p>Redactie, vandaag, 11.08 Uhr 7 min</p></div>"
    assert lines(f"<article>{above}{LONG_PARAGRAPHS}</article>") == LONG


def test_short_lines_above_text_without_paragraphs_are_read() -> None:
    text = "".join(f"<div>{line}</div>" for line in LONG)
    assert lines(f"<article><div>Zand in de schoenen</div>{text}</article>")[0].startswith("Zand")


def test_the_headings_of_an_accordion_are_buttons_that_are_read() -> None:
    fold = f"<h3><button aria-expanded=false>Wanneer komt de eb?</button></h3><p>{ASIDE}</p>"
    assert "Wanneer komt de eb?" in lines(f"<article>{LONG_PARAGRAPHS}{fold}</article>")


def test_content_goes_on_in_another_element_of_content() -> None:
    two = f"<div class='rich-text'>{LONG_PARAGRAPHS}</div><div class='rich-text'>{PARAGRAPHS}</div>"
    assert lines(f"<main>{two}<div class=links><a href=/x>Meer</a></div></main>") == [*LONG, *STORY]


def test_an_anchor_made_of_a_heading_names_no_part_of_the_page() -> None:
    part = f"<section id='how-popular-are-comments-and-cookies'><p>{ASIDE}</p></section>"
    assert ASIDE in lines(f"<article>{LONG_PARAGRAPHS}{part}</article>")
    heading = "<h2>Sharing the beach with dogs</h2>"
    part = f"<section id=sharing-the-beach-with-dogs>{heading}<p>{ASIDE}</p></section>"
    assert ASIDE in lines(f"<article>{LONG_PARAGRAPHS}{part}</article>")


def test_the_id_of_a_heading_names_no_part_of_the_page() -> None:
    heading = "<h2 id=social-media>Social media</h2>"
    assert "Social media" in lines(f"<article>{PARAGRAPHS}{heading}<p>{ASIDE}</p></article>")


def test_a_table_that_holds_most_of_the_words_is_part_of_the_article() -> None:
    head = "<thead><tr><th>Uur</th><th>Wie er loopt</th></tr></thead>"
    rows = "".join(f"<tr><th>{hour}</th><td>{line}</td></tr>" for hour, line in enumerate(LONG))
    table = f"<table>{head}<tbody>{rows}</tbody></table>"
    page = parse_page(f"<p>{ASIDE}</p>{table}<p>{STORY[0]}</p>".encode())
    assert [type(block).__name__ for block in page.article.blocks] == [
        "Paragraph",
        "Table",
        "Paragraph",
    ]


def test_cards_of_other_posts_are_none_of_the_article() -> None:
    card = "<article><h3><a href=https://a.nl/{0}>Strand {0}</a></h3><p>{1}</p></article>"
    cards = "".join(f"<div>{card.format(n, ASIDE)}</div>" for n in range(3))
    body = f"<main><div>{LONG_PARAGRAPHS}</div><section>{cards}</section></main>"
    assert lines(body) == LONG


def test_an_article_in_a_window_over_a_list_of_teasers_is_the_article() -> None:
    teaser = "<li><a href=/{0}>Het strand van dag {0}, met de zee erbij</a><p>{1}</p>"
    teasers = "".join(teaser.format(n, line) for n, line in enumerate(reversed(LONG)))
    window = f"<div class=modal-layer><article>{LONG_PARAGRAPHS}</article></div>"
    assert lines(f"<ul>{teasers}</ul>{window}") == LONG


def test_a_sidebar_that_says_so_twice_may_be_longer_than_the_article() -> None:
    live = "".join(f"<div><p>{line} Dat meldt de kustwacht.</p></div>" for line in LONG)
    sidebar = f"<aside class=sidebar>{live}</aside>"
    assert lines(f"<div class=columns><div>{LONG_PARAGRAPHS}</div>{sidebar}</div>") == LONG


@pytest.mark.parametrize("tag", ["main", "article"])
def test_where_no_part_dominates_the_one_main_or_article_is_read(tag: str) -> None:
    link = "<a href=/x>Meer van het weer op onze pagina van vandaag en morgen</a>"
    box = f"<div><p>{{}} Het weer: wind uit zee.</p>{link}</div>"
    boxes = "".join(map(box.format, LONG))
    text = "".join(f"<div><p>{line}</p></div>" for line in LONG)
    assert lines(f"<div>{boxes}</div><div><{tag}>{text}</{tag}></div>") == LONG


@pytest.mark.parametrize(
    "whole",
    [
        "<article>{}<div class=story-body-more>{}</div></article>",
        "<main>{}<div>{}</div></main>",
        "<div class=page-content>{}<div>{}</div></div>",
    ],
)
def test_the_parts_of_a_post_are_read_whatever_stands_between_them(whole: str) -> None:
    first, second = ("".join(f"<p>{line}</p>" for line in part) for part in (LONG[:2], LONG[2:]))
    head = f"<div class=top><div class='story-body part-1'>{first}</div></div>"
    box = f"<div class=related-posts><p>{ASIDE}</p></div>"
    body = whole.format(head + box, f"<div class='story-body part-2'>{second}</div>")
    assert lines(f"<div class=column><p>{ASIDE}</p></div>{body}") == LONG


@pytest.mark.parametrize(
    "lead",
    [
        "<header><h1>Vroeg aan zee</h1><p>{}</p><p>Door Anna Visser</p></header>",
        "<h1>Vroeg aan zee</h1><div class=article__perex>{}</div>",
        "<h1>Vroeg aan zee</h1><div class=standfirst><b>{}</b></div>",
    ],
)
def test_the_lead_between_the_title_and_the_text_is_read(lead: str) -> None:
    said = "Wie voor zessen op het strand is, ziet het zoals het altijd was, en heeft niets nodig."
    body = f"<div>{lead.format(said)}<div class=entry-content>{LONG_PARAGRAPHS}</div></div>"
    assert lines(body, "<title>Vroeg aan zee</title>") == [said, *LONG]


def test_links_to_all_of_a_tag_stay_in_running_text() -> None:
    linked = f"<p><a id='auto-tag_zee_1' href=/tag/zee>De zee</a> is van iedereen. {ASIDE}</p>"
    assert lines(f"<article>{linked}{LONG_PARAGRAPHS}</article>")[0].startswith("De zee is van")


def test_a_page_that_is_nothing_but_a_notice_is_read_all_the_same() -> None:
    notice = "We may earn a commission if you buy something through an affiliate link on this page."
    assert lines(f"<main><p>{notice}</p></main>") == [notice]
