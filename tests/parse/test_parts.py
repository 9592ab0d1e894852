"""Articles of several pages, and pages that are numbered for other reasons."""

from __future__ import annotations

import pytest

from tui.model import Page, Parts, blocks_text
from tui.parse import parse_page

SITE = "https://sluis.example"
HERE = f"{SITE}/2024/lange-reis-over-water/"
STORY = (
    "<p>De reis begon bij de eerste sluis, waar het water nog laag stond en de dag nog koel.</p>"
    * 6
)
ARTICLE = "<meta property=og:type content=article>"
LIST = "<meta property=og:type content=website>"
COMMENTS = """<ol class=commentlist>
<li id=comment-1 class=comment><div class=comment-author><cite class=fn>Ada</cite></div>
<div class=comment-meta><a href=#comment-1>2 mei 2024</a></div><p>Mooi verhaal.</p></li></ol>"""


def read(body: str = "", head: str = ARTICLE, url: str | None = HERE) -> Page:
    return parse_page(
        f"<!doctype html><html lang=nl><head><title>Lange reis</title>{head}</head>"
        f"<body><article><h1>Lange reis</h1>{STORY}{body}</article></body></html>",
        url=url,
    )


def wordpress(*links: str) -> str:
    return f"<div class=page-links>Pagina's: {' '.join(links)}</div>"


def numbered(number: int, href: str) -> str:
    return f'<a href="{href}" class="post-page-numbers">{number}</a>'


CURRENT = "<span class='post-page-numbers current'>{}</span>"


def test_the_links_of_wordpress_tell_the_parts() -> None:
    links = wordpress(CURRENT.format(1), numbered(2, f"{HERE}2/"), numbered(3, f"{HERE}3/"))
    page = read(links, head="")
    assert page.parts == Parts(1, 3, None, f"{HERE}2/")
    assert "Pagina" not in blocks_text(page.article.blocks)


def test_a_part_in_the_middle_and_the_last_one_lead_back() -> None:
    links = wordpress(numbered(1, HERE), CURRENT.format(2), numbered(3, f"{HERE}3/"))
    assert read(links, "", f"{HERE}2/").parts == Parts(2, 3, HERE, f"{HERE}3/")
    links = wordpress(numbered(1, HERE), numbered(2, f"{HERE}2/"), CURRENT.format(3))
    assert read(links, "", f"{HERE}3/").parts == Parts(3, 3, f"{HERE}2/", None)


def test_links_without_numbers_tell_where_it_goes_on_but_not_how_far() -> None:
    links = wordpress(f'<a href="{HERE}2/">Volgende pagina</a>')
    assert read(links, "").parts == Parts(1, None, None, f"{HERE}2/")


def test_themes_may_leave_out_the_box_of_wordpress() -> None:
    links = f"<p>{CURRENT.format(1)} {numbered(2, f'{HERE}2/')}</p>"
    assert read(links, "").parts == Parts(1, 2, None, f"{HERE}2/")


@pytest.mark.parametrize(
    ("second", "third"),
    [
        ("?page=2", "?page=3"),
        ("?page=1", "?page=2"),
        ("page/2/", "page/3/"),
        ("seite-2", "seite-3"),
        ("2", "3"),
    ],
)
def test_general_pagers_count_on_articles(second: str, third: str) -> None:
    pager = (
        f"<ul class=pagination><li class=active>1</li><li><a href='{HERE}{second}'>2</a></li>"
        f"<li><a href='{HERE}{third}'>3</a></li></ul>"
    )
    assert read(pager).parts == Parts(1, 3, None, f"{HERE}{second}")
    assert read(pager, LIST).parts is None


def test_the_words_of_a_pager_may_tell_how_many_there_are() -> None:
    pager = f"<div class=pager>Pagina 1 van 7 <a href='{HERE}?page=2'>2</a></div>"
    assert read(pager).parts == Parts(1, 7, None, f"{HERE}?page=2")


def test_files_are_parts_by_a_word_before_the_number() -> None:
    head = f"{ARTICLE}<link rel=next href=reis-page-3.html><link rel=prev href=reis.html>"
    page = read("", head, f"{SITE}/reis-page-2.html")
    assert page.parts == Parts(2, None, f"{SITE}/reis.html", f"{SITE}/reis-page-3.html")


def test_the_links_of_the_head_tell_the_parts_of_an_article() -> None:
    assert read("", f"{ARTICLE}<link rel=next href='{HERE}2/'>").parts == Parts(
        1, None, None, f"{HERE}2/"
    )
    both = f"{ARTICLE}<link rel=prev href='?page=0'><link rel=next href='?page=2'>"
    assert read("", both, f"{HERE}?page=1").parts == Parts(
        2, None, f"{HERE}?page=0", f"{HERE}?page=2"
    )


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (f"<link rel=next href='{SITE}/2024/volgend-stukje-hier/'>", HERE),
        (f"<link rel=next href='{SITE}/2024/lange-reis-over-water-2/'>", HERE),
        (f"<link rel=next href='{HERE}comment-page-2/#comments'>", HERE),
        (f"<link rel=next href='{HERE}?cpage=2'>", HERE),
        (f"<link rel=next href='{HERE}comment-page-3/'>", f"{HERE}comment-page-2/"),
        (f"<link rel=next href='{SITE}/page/2/'>", f"{SITE}/"),
        (f"<link rel=next href='{SITE}/?page=2'>", f"{SITE}/"),
        (f"<link rel=next href='{SITE}/nieuws/13'>", f"{SITE}/nieuws/12"),
        (f"<link rel=next href='{SITE}/2024/05/'>", f"{SITE}/2024/04/"),
    ],
)
def test_other_posts_lists_and_comments_are_no_parts(head: str, url: str) -> None:
    assert read("", ARTICLE + head, url).parts is None


def test_lists_of_posts_have_no_parts() -> None:
    relation = f"<link rel=next href='{SITE}/weblog-van-de-sluis/page/2/'>"
    assert read("", LIST + relation, f"{SITE}/weblog-van-de-sluis/").parts is None
    assert read("", relation, f"{SITE}/weblog-van-de-sluis/").parts is None
    posts = "<article><h2><a href=/a/>Een stukje</a></h2></article>" * 3
    assert read("", ARTICLE + relation, f"{SITE}/weblog-van-de-sluis/").parts is not None
    assert read(posts, ARTICLE + relation, f"{SITE}/weblog-van-de-sluis/").parts is None
    filed = f"<link rel=next href='{SITE}/category/sluis-en-water/page/2/'>"
    assert read("", ARTICLE + filed, f"{SITE}/category/sluis-en-water/").parts is None


def test_a_page_number_in_the_query_may_be_that_of_the_comments() -> None:
    head = f"{ARTICLE}<link rel=next href='{HERE}?page=1'>"
    assert read("", head).parts is not None
    assert read(COMMENTS, head).parts is None
    links = wordpress(CURRENT.format(1), numbered(2, f"{HERE}2/"))
    assert read(links + COMMENTS).parts == Parts(1, 2, None, f"{HERE}2/")


@pytest.mark.parametrize("names", ["comment-pagination", "swiper-pagination", "related pagination"])
def test_pagers_of_something_else_are_none_of_the_article(names: str) -> None:
    assert read(f"<div class='{names}'><a href='{HERE}?page=2'>2</a></div>").parts is None


@pytest.mark.parametrize(
    ("words", "href"),
    [
        ("View as single page", "?page=all"),
        ("Auf einer Seite lesen", "komplettansicht"),
        ("Op één pagina", "alles/"),
        ("Print", "print/"),
    ],
)
def test_a_link_to_the_whole_article_is_kept(words: str, href: str) -> None:
    links = wordpress(CURRENT.format(1), numbered(2, f"{HERE}2/"))
    parts = read(f"{links}<p><a href='{HERE}{href}'>{words}</a></p>").parts
    assert parts == Parts(1, 2, None, f"{HERE}2/", f"{HERE}{href}")


def test_only_this_article_is_its_whole() -> None:
    links = wordpress(CURRENT.format(1), numbered(2, f"{HERE}2/"))
    parts = read(f"{links}<p><a href='{SITE}/boeken/'>View all</a></p>").parts
    assert parts == Parts(1, 2, None, f"{HERE}2/")


def test_a_page_without_an_address_and_one_without_parts_have_none() -> None:
    assert read(wordpress(CURRENT.format(1), numbered(2, "/2/")), "", None).parts is None
    assert read().parts is None
