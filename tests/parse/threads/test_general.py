"""The general finder: threads in markup that no module knows, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.parse.threads.pages import FIXTURES, found, thread
from tui.model import CommentState, blocks_text

THREADS = ["general-nested-nl", "general-replyto-de", "general-hashed-en", "general-twice-en"]
LOOK_ALIKES = sorted(page.stem for page in FIXTURES.glob("none-*.html"))


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
    result = found(fixture(name))
    assert result.thread is None
    assert result.notes == ()


def test_titles_and_pictures_that_lead_elsewhere_are_no_pages_of_comments() -> None:
    links = (
        "<a href=https://a.nl/page/2>2</a><a href=https://a.nl/page/a><img src=/a.png></a>"
        "<a href=https://a.nl/page/b>Waarom de zee vannacht zo ver kwam</a>"
    )
    entries = entry("Ans", "2024-01-01", "eerste") + entry("Ben", "2024-01-02", "tweede")
    html = f"<h1>Titel</h1><div id=reacties>{entries}<div class=pages>{links}</div></div>"
    assert [link.label for link in thread(html).more] == ["2"]


def test_other_orders_logging_in_and_cancelling_are_no_pages_of_comments() -> None:
    links = (
        "<a href=/zee?sort=desc#comments>Nieuwste eerst</a><a href=/zee?sort=desc&page=2>2</a>"
        "<a href=https://mijn.a.nl/aanmelden?terug=zee%23comments>Aanmelden</a>"
        "<a href=/zee/comment-page-1#respond>Annuleren</a>"
    )
    entries = entry("Ans", "2024-01-01", "eerste") + entry("Ben", "2024-01-02", "tweede")
    html = f"<h1>Titel</h1><div id=reacties>{entries}<div class=pages>{links}</div></div>"
    found = thread(f"<base href=https://a.nl/zee>{html}")
    assert [link.label for link in found.more] == ["2"]


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


def test_date_without_a_tag_of_its_own_is_read() -> None:
    lines = "".join(
        f"<div><b>{name}</b> on {day} May 2009<p>Words of {name}.</p></div>"
        for day, name in enumerate(["Ivy", "Jem", "Kit"], 1)
    )
    comments = thread(
        f'<html lang="en"><h2>3 comments</h2><div class="talk">{lines}</div>'
    ).comments
    assert [c.author for c in comments] == ["Ivy", "Jem", "Kit"]
    assert [c.date.iso for c in comments if c.date] == ["2009-05-01", "2009-05-02", "2009-05-03"]


def test_heading_that_counts_none_makes_nothing_a_comment() -> None:
    cards = "".join(
        f"<div><b>Ann {n}</b> <time>2024-01-0{n}</time><p>W {n}.</p></div>" for n in "123"
    )
    assert len(thread(f"<h1>T</h1><h3>3 comments</h3><div>{cards}</div>")) == 3
    result = found(f"<h1>T</h1><h3>0 comments</h3><div>{cards}</div>").thread
    assert result is None or len(result) == 0


def test_line_about_the_article_is_no_comment() -> None:
    meta = '<div class="info"><b>Writer</b> <time datetime="2024-01-01">1 January</time> {}</div>'
    html = (
        f"<h1>T</h1>{meta.format('Filed under tea')}<p>Text.</p>"
        f"<h2>2 comments</h2>{meta.format('Nice.')}{meta.format('Very nice.')}"
    )
    assert [blocks_text(c.blocks) for c in thread(html).comments] == ["Nice.", "Very nice."]


def test_comments_of_a_shop_count_where_they_are_headed_so() -> None:
    basket = '<a class="add-to-cart" href="/b">Basket</a>'
    entries = entry("Ans", "2024-01-01", "een") + entry("Ben", "2024-01-02", "twee")
    assert len(thread(basket + wall(entries))) == 2
    assert (
        found(f"{basket}<h1>Pan</h1><h2>Wat kopers zeggen</h2><div>{entries}</div>").thread is None
    )


def test_likes_are_the_score_and_no_words() -> None:
    html = wall(
        entry("Ans", "2024-01-01", "een", inner='<span class="like-count">12</span>'),
        entry("Ben", "2024-01-02", "twee", inner='<span class="like-count">0</span>'),
    )
    comments = thread(html).comments
    assert [(c.score, blocks_text(c.blocks)) for c in comments] == [(12, "een"), (0, "twee")]


def test_folded_comment_is_marked() -> None:
    html = wall(
        entry("Ans", "2024-01-01", "een"),
        entry("Ben", "2024-01-02", "twee").replace('"comment"', '"comment is-collapsed"'),
    )
    assert [c.state for c in thread(html).comments] == [CommentState.SHOWN, CommentState.COLLAPSED]


def test_badge_beside_a_name_is_no_part_of_it() -> None:
    badge = '<span class="author">Ans</span><span class="rank-badge">Auteur</span>'
    html = wall(
        entry("Ans", "2024-01-01", "een").replace('<span class="author">Ans</span>', badge),
        entry("Ben", "2024-01-02", "twee"),
    )
    assert [c.author for c in thread(html).comments] == ["Ans", "Ben"]


def test_pingback_between_comments_is_kept_though_it_has_no_date() -> None:
    ping = '<div class="pingback">Pingback: <a href="https://moss.example/">Moss at home</a></div>'
    html = wall(entry("Ans", "2024-01-01", "een"), ping, entry("Ben", "2024-01-02", "twee"))
    comments = thread(html).comments
    assert [(c.author, str(c.kind)) for c in comments] == [
        ("Ans", "comment"),
        ("Moss at home", "pingback"),
        ("Ben", "comment"),
    ]


def test_element_around_comments_that_says_nothing_itself_is_none() -> None:
    hidden = f'<div class="comment hidden"><ul>{entry("Ben", "2024-01-02", "twee")}</ul></div>'
    html = wall(entry("Ans", "2024-01-01", "een"), hidden, entry("Cor", "2024-01-03", "drie"))
    assert [c.author for c in thread(html).comments] == ["Ans", "Ben", "Cor"]


def test_line_about_a_comment_is_none_of_its_words() -> None:
    lines = "".join(
        f"<dt><b>{name}</b>, le {day} mai 2012 à 18:04</dt><dd><p>Mots de {name}.</p></dd>"
        for day, name in enumerate(["Odile", "Marc", "Zoé"], 3)
    )
    comments = thread(f'<html lang="fr"><h2>Commentaires</h2><dl>{lines}</dl>').comments
    assert [c.author for c in comments] == ["Odile", "Marc", "Zoé"]
    assert [blocks_text(c.blocks) for c in comments] == [
        "Mots de Odile.",
        "Mots de Marc.",
        "Mots de Zoé.",
    ]
    assert [c.date.iso for c in comments if c.date] == [
        "2012-05-03T18:04:00",
        "2012-05-04T18:04:00",
        "2012-05-05T18:04:00",
    ]


@pytest.mark.parametrize("label", ["Comment by", "Reactie door:", "Kommentar von", "by"])
@pytest.mark.parametrize("is_first", [True, False])
def test_label_before_a_name_is_none_of_the_words(label: str, *, is_first: bool) -> None:
    def said(name: str, date: str, words: str) -> str:
        head = f'{label} <span class="author">{name}</span> — <span class="date">{date}</span>'
        parts = [f"<div>{head}</div>", f'<div class="inlined"><p>{words}</p></div>']
        return f'<div class="comment">{"".join(parts if is_first else reversed(parts))}</div>'

    html = wall(
        said("Ans", "3 May 2024 10:12", "De eerste zin van Ans staat hier."),
        said("Ben", "4 May 2024 11:30", "En de tweede is van Ben."),
    )
    found = [(c.author, blocks_text(c.blocks)) for c in thread(html).comments]
    assert found == [
        ("Ans", "De eerste zin van Ans staat hier."),
        ("Ben", "En de tweede is van Ben."),
    ]


def test_name_is_told_from_what_reports_a_comment_though_that_stands_first() -> None:
    one = (
        "<li class=c-comment><div class=c-comment-tools><a href=/melden/1>Alerter</a></div>"
        "<a class=c-comment-user href=/page/{0}>{0}</a><div class=c-comment-msg><p>Goed stuk.</p>"
        "</div><time datetime=2024-05-03>3 mei 2024</time></li>"
    )
    found = thread(f"<h1>T</h1><ol class=comments>{''.join(map(one.format, ('ans', 'ben')))}</ol>")
    assert [comment.author for comment in found.comments] == ["ans", "ben"]


def test_comments_that_look_differently_are_found_by_the_lines_about_them() -> None:
    one = (
        '<div class="{kind}"><div class="comment_author">Written by <b class="name">{name}</b>, '
        '<span class="date">{n} May 2012</span></div><p>Word of {name}.</p></div>'
    )
    posts = [one.format(kind="entry", name=name, n=n) for n, name in enumerate("ABCD", 1)]
    answers = [one.format(kind="answer", name=name, n=n) for n, name in enumerate("XY", 8)]
    html = f'<h1>Titel</h1><div id="list">{"".join(posts)}{"".join(answers)}</div>'
    comments = thread(html).comments
    assert [comment.author for comment in comments] == ["A", "B", "C", "D", "X", "Y"]
    assert blocks_text(comments[4].blocks) == "Word of X."
    assert comments[4].date is not None
    assert comments[4].date.text == "8 May 2012"


def test_date_may_be_all_that_a_permalink_says() -> None:
    one = (
        '<div class="comment"><b class="author">{0}</b> <span class="when">&middot; '
        '<a class="comment-permalink" href="#c{1}">3 weeks ago</a></span><p>Word {1}.</p></div>'
    )
    html = wall(one.format("Ans", 1), one.format("Ben", 2))
    assert [comment.date and comment.date.text for comment in thread(html).comments] == [
        "3 weeks ago",
        "3 weeks ago",
    ]


@pytest.mark.parametrize(
    "before", ["Comment from: ", "<i>+3</i> ", "<a href=#>Reply</a> <i>12</i> Posted by "]
)
def test_votes_and_words_before_a_name_are_none(before: str) -> None:
    one = '<li class="remark">{0}<a href="https://{1}.nl">{1}</a> <i>{2} May 2024</i><p>Word.</p>'
    items = "".join(one.format(before, name, n) for n, name in enumerate(("Ans", "Ben", "Cas"), 1))
    html = f'<h1>Titel</h1><h2>3 comments</h2><ol class="comments">{items}</ol>'
    assert [comment.author for comment in thread(html).comments] == ["Ans", "Ben", "Cas"]


def test_line_over_the_answers_with_the_date_of_the_latest_is_none_of_them() -> None:
    one = (
        '<div class="cell"><b><a href="/member/{0}">{0}</a></b> <i class="ago">{1} May 2024</i>'
        '<i class="no">{1}</i><div class="reply_content">Word of {0}.</div></div>'
    )
    cells = "".join(one.format(name, n) for n, name in enumerate(("ans", "ben", "cas"), 1))
    head = '<div class="cell">3 replies &bull; <i class="ago">3 May 2024</i></div>'
    comments = thread(
        f'<h1>Titel</h1><p>Vraag.</p><div class="replies">{head}{cells}</div>'
    ).comments
    assert [(comment.author, blocks_text(comment.blocks)) for comment in comments] == [
        ("ans", "Word of ans."),
        ("ben", "Word of ben."),
        ("cas", "Word of cas."),
    ]


def test_permalinks_with_a_query_lead_to_the_comments_themselves() -> None:
    one = (
        '<li class="comment" id="comment-{1}"><b class="author">{0}</b> '
        '<a href="/zee?post={1}#comment-{1}">{1} May 2024</a><p>Word {1}.</p></li>'
    )
    items = "".join(one.format(name, n) for n, name in enumerate(("Ans", "Ben", "Cas"), 1))
    html = f'<h1>Titel</h1><h2>3 comments</h2><ol id="comments">{items}</ol>'
    comments = thread(html, url="https://a.nl/zee").comments
    assert [comment.author for comment in comments] == ["Ans", "Ben", "Cas"]


def test_signs_between_name_and_words_are_no_words() -> None:
    one = (
        '<div class="comment"><div class="text"><b class="author">{0}</b><div>&middot;</div>'
        '<time datetime="2024-05-0{1}">{1} May 2024</time><p>Word {1}.</p><p>|</p></div></div>'
    )
    items = "".join(one.format(name, n) for n, name in enumerate(("Ans", "Ben", "Cas"), 1))
    comments = thread(f'<h1>Titel</h1><div id="comments">{items}</div>').comments
    assert [blocks_text(comment.blocks) for comment in comments] == [
        "Word 1.",
        "Word 2.",
        "Word 3.",
    ]


def test_answer_within_a_comment_takes_nothing_of_its_words() -> None:
    one = (
        '<div class="single-post"><b class="user-name">{0}</b> <i class="post-time">{1} May 2024'
        '</i><div class="post-text">Word {1}.</div><div class="reply-text">Thanks {0}.</div></div>'
    )
    items = "".join(one.format(name, n) for n, name in enumerate(("Ans", "Ben", "Cas"), 1))
    comments = thread(f'<h1>Titel</h1><div id="comments">{items}</div>').comments
    assert blocks_text(comments[1].blocks) == "Word 2.\nThanks Ben."
