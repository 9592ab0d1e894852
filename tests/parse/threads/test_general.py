"""The general finder: threads in markup that no module knows, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.parse.threads.pages import FIXTURES, found, thread
from tui.model import CommentState, blocks_text

THREADS = ["general-nested-nl", "general-replyto-de", "general-hashed-en", "general-twice-en"]
LOOK_ALIKES = ["latest-nl", "cards-en", "reviews-en", "index-de", "authorbox-en"]


def fixture(name: str) -> str:
    return (FIXTURES / f"{name}.html").read_text(encoding="utf-8")


def entry(name: str, date: str, words: str, attributes: str = "", inner: str = "") -> str:
    return (
        f'<div class="comment" {attributes}><span class="author">{name}</span>'
        f'<time datetime="{date}">{date}</time><p class="text">{words}</p>{inner}</div>'
    )


def wall(*entries: str) -> str:
    return f'<h1>Titel</h1><div class="wall"><h2>Reacties</h2>{"".join(entries)}</div>'


@pytest.mark.parametrize("name", THREADS)
def test_words_are_neither_names_nor_dates_nor_buttons(name: str) -> None:
    for comment in thread(fixture(name)).comments:
        words = blocks_text(comment.blocks)
        assert comment.author
        assert comment.date is not None
        assert comment.author not in words
        assert comment.date.text not in words
        assert words.split("\n")[-1] not in {"Reply", "Reageren", "Antworten"}


@pytest.mark.parametrize("name", LOOK_ALIKES)
def test_what_only_looks_like_a_thread_is_none(name: str) -> None:
    result = found(fixture(f"none-{name}"))
    assert result.thread is None
    assert result.roots == ()


def test_indentation_tells_parents() -> None:
    html = wall(
        entry("Ans", "2024-01-01", "eerste", 'style="margin-left: 0px"'),
        entry("Ben", "2024-01-02", "tweede", 'style="margin-left: 24px"'),
        entry("Cor", "2024-01-03", "derde", 'style="margin-left: 48px"'),
        entry("Dik", "2024-01-04", "vierde", 'style="margin-left: 24px"'),
    )
    assert [c.parent for c in thread(html).comments] == [None, 0, 1, 0]


def test_level_attributes_tell_parents() -> None:
    html = wall(
        entry("Ans", "2024-01-01", "eerste", 'data-level="0"'),
        entry("Ben", "2024-01-02", "tweede", 'data-level="1"'),
        entry("Cor", "2024-01-03", "derde", 'data-level="0"'),
    )
    assert [c.parent for c in thread(html).comments] == [None, 0, None]


def test_boxes_of_replies_beside_a_comment_tell_parents() -> None:
    first, reply, last = (
        entry(name, f"2024-01-0{n}", f"woorden {n}") for n, name in enumerate("ABC", 1)
    )
    html = wall(
        f'<div class="t">{first}<div class="replies">{reply}</div></div>',
        f'<div class="t">{last}</div>',
    )
    assert thread(html).comments[1].parent == 0


def test_link_to_an_earlier_comment_tells_the_parent_and_is_not_its_words() -> None:
    html = wall(
        entry("Ans", "2024-01-01", "eerste", 'id="c1"'),
        entry("Ben", "2024-01-02", "tweede", 'id="c2"'),
        entry("Cor", "2024-01-03", "derde", 'id="c3"', '<a href="#c1">als antwoord aan Ans</a>'),
    )
    last = thread(html).comments[2]
    assert (last.parent, blocks_text(last.blocks)) == (0, "derde")


def test_deleted_comment_without_date_keeps_its_place() -> None:
    html = wall(
        entry("Ans", "2024-01-01", "eerste"),
        '<div class="comment"><p class="text">This comment was deleted.</p>'
        + entry("Ben", "2024-01-02", "tweede")
        + "</div>",
        entry("Cor", "2024-01-03", "derde"),
        entry("Dik", "2024-01-04", "vierde"),
    )
    comments = thread(html).comments
    assert comments[1].state is CommentState.DELETED
    assert comments[2].parent == 1


def test_post_with_the_title_opens_the_topic_and_is_no_comment() -> None:
    opening = entry("Ans", "2024-01-01", "vraag").replace("<p", "<h1>Een vraag</h1><p", 1)
    html = f"<h2>Discussie</h2><div>{opening}{entry('Ben', '2024-01-02', 'antwoord')}</div>"
    assert [c.author for c in thread(html).comments] == ["Ben"]


def test_name_and_date_on_one_line_are_told_apart() -> None:
    line = '<div class="comment"><h4>{} | 3 May 2022 - 16:40</h4><p>{}</p></div>'
    html = (
        f"<h2>2 Comments</h2><div>{line.format('Ann Lee', 'One.')}{line.format('Bo', 'Two.')}</div>"
    )
    comments = thread(f'<html lang="en">{html}').comments
    assert [c.author for c in comments] == ["Ann Lee", "Bo"]
    assert [c.date.text for c in comments if c.date] == ["3 May 2022 - 16:40"] * 2


def test_keys_without_ids_stay_when_the_page_is_saved_again() -> None:
    once = thread(fixture("general-twice-en"))
    again = thread(fixture("general-twice-en").replace("\n", "\n\n  "))
    assert [c.key for c in once.comments] == [c.key for c in again.comments]


def test_service_that_loads_comments_is_named() -> None:
    html = '<p>Words.</p><div id="isso-thread"></div><script data-isso="//c.example/"></script>'
    assert found(html).notes == ("Comments are loaded by Isso; they are not in the page's HTML.",)


def test_count_beside_the_article_is_the_stated_count() -> None:
    html = (
        '<h1>Titel</h1><a href="#comments">4 Comments</a><p>Woorden.</p><div id="comments"></div>'
    )
    result = found(html, "https://a.example/b")
    assert result.thread is not None
    assert result.thread.stated_count == 4
    assert result.notes == ("The page says 4 comments; none is in its HTML.",)


@pytest.mark.parametrize("href", ["http://[", "//[::1", "javascript:x()", "\ud800", "#", ""])
def test_links_that_lead_nowhere_do_no_harm(href: str) -> None:
    entries = "".join(
        f'<div class="comment"><h3><a href="{href}">Two words</a></h3>'
        f'<time datetime="2024-01-0{n}">{n}</time><p>Text {n}.</p></div>'
        for n in (1, 2)
    )
    result = found(f"<h2>2 comments</h2><div>{entries}</div>", "https://a.example/b")
    assert result.notes == ()


@pytest.mark.parametrize("tag", ["x-zin", 'p"q', "a.b"])
def test_tags_of_any_name_are_read(tag: str) -> None:
    entries = "".join(
        f'<{tag} class="comment"><b>N{n}</b> <time datetime="2024-01-0{n}">{n}</time>'
        f"<p>Text {n}.</p></{tag}>"
        for n in (1, 2)
    )
    deleted = f'<{tag} class="comment"><b>N3</b><p>Text 3.</p></{tag}>'
    result = found(f"<h2>Comments</h2><div>{entries}{deleted}</div>")
    assert result.thread is None or len(result.thread) == 3
