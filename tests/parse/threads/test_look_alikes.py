"""What is repeated on a page as comments are, with dates and names, and is something else."""

from __future__ import annotations

import pytest

from tests.parse.threads.pages import found

BOX = "<section class=comments id=comments><div id=fb-comments></div></section>"
HEADING = "<h2>Comments</h2>"
WORDS = "Wie vroeg komt, heeft het strand voor zich alleen"


def page(body: str) -> str:
    return f"<html><body><h1>Vroeg aan zee</h1><p>{WORDS}.</p>{body}</body></html>"


def dated(day: int) -> str:
    return f"<time datetime=2024-05-0{day}>{day} mei 2024</time>"


def cards(card: str) -> str:
    return "".join(card.format(day=day, date=dated(day)) for day in range(1, 6))


LINKED = (
    "<a href=https://a.nl/{day}><div class=meta><b>Ans Berg</b> op strand {day} {date}</div></a>"
)
SCRIPTED = (
    "<div class=row><a href=https://a.nl/{day}><b>Zee</b><p>Het strand van dag {day}</p>{date}</a>"
    f"<script>{'var advertisement = 1; ' * 20}</script></div>"
)

COVERED = (
    "<article data-id={day}><h2>Het strand van dag {day}</h2><p><a href=/zee>Zee</a> - {date}</p>"
    "<a href=/dag/{day} aria-label='Het strand van dag {day}'></a></article>"
)

TOPIC = (
    "<tr><td class=title><a href=/t/{day}>Het strand van dag {day}</a></td><td class=replies>3</td>"
    "<td class=last-reply>{date} by <a class=username href=/user/{day}>Ans {day}</a></td></tr>"
)
DISCUSSION = (
    "<li class=Item><div class=Title><a href=/d/{day}>Het strand van dag {day}</a></div>"
    "<div class=Meta><span class=CommentCount>3 comments</span> <span class=LastCommentBy>Most "
    "recent by <a href=/profile/{day}>Ans {day}</a></span> <span class=LastCommentDate>{date}"
    "</span></div></li>"
)
FORUM = (
    f"<li class=row><dl><dt><a class=forumtitle href=/f/{{day}}>Het strand {{day}}</a> {WORDS}"
    "<dd class=lastpost>by <a class=username href=/user/{day}>Ans {day}</a><br>{date}</dd></dl>"
    "</li>"
)
NOTE = (
    "<article class='h-entry note-reply-context'><b class=p-author>Ans Berg</b> {date}"
    f"<p class=p-name>{WORDS} op dag {{day}}.</p></article>"
)


@pytest.mark.parametrize(
    "around",
    [
        f"<table class=forum><tr><th>Topic<th>Replies<th>Last reply</tr>{cards(TOPIC)}</table>",
        f"<h2>Discussions</h2><ul class='DataList Discussions'>{cards(DISCUSSION)}</ul>",
        f"<div class=replies><h3>Replies</h3><ul>{cards(FORUM)}</ul></div>",
        f"<h2>Notes</h2><div class=feed>{cards(NOTE)}</div>",
    ],
    ids=["topics in a table", "discussions", "forums", "notes that answer elsewhere"],
)
def test_lists_of_topics_and_of_notes(around: str) -> None:
    assert found(page(around), url="https://a.nl/forum").thread is None


@pytest.mark.parametrize(
    "card", [LINKED, SCRIPTED, COVERED], ids=["within a link", "with a script", "under a link"]
)
def test_cards_of_other_articles_under_a_heading_of_comments(card: str) -> None:
    html = page(f"{HEADING}{BOX}<div>{cards(card)}</div>")
    assert found(html, url="https://a.nl/zee").thread is None


def test_cards_under_a_heading_of_their_own_below_that_of_comments() -> None:
    card = f"<div class=col><h4>Het strand</h4>{{date}}<p>{WORDS}, op dag {{day}}.</p></div>"
    html = page(f"{HEADING}{BOX}<h4>Related articles</h4><div>{cards(card)}</div>")
    assert found(html).thread is None


def test_boxes_that_begin_with_such_a_heading() -> None:
    boxes = "".join(
        f"<div class=col><h4>{label}</h4>{dated(day)}<p>{WORDS}.</p></div>"
        for day, label in enumerate(("Related articles", "Related posts", "Popular"), 1)
    )
    assert found(page(f"{HEADING}<div>{boxes}</div>")).thread is None


def test_counts_are_no_names() -> None:
    bar = "<div class=reply-bar><a class=reply-to-post>Reply</a><b>36</b><span>146</span></div>"
    assert found(page(f"<div class=comments>{bar}</div>")).thread is None


def test_menus_whose_items_are_even_or_odd_and_have_a_depth() -> None:
    items = "".join(
        f"<li class='menu-item {odd} depth-1'><a href=/{odd}>Naar {odd}</a></li>"
        for odd in ("odd", "even") * 3
    )
    assert found(page(f"<ul class=menu>{items}</ul><div id=comments></div>")).thread is None
