"""Standards for marking comments up: where they hold, and where they step back."""

from __future__ import annotations

import json

import pytest

from tests.parse.threads.pages import found, thread
from tui.model import CommentKind, blocks_text


def said(name: str, words: str, **more: object) -> dict[str, object]:
    return {"@type": "Comment", "author": {"name": name}, "text": words, **more}


def page(data: object, body: str = "<h1>Peat</h1><p>Words.</p>") -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>{body}'


def post(*comments: object, **more: object) -> dict[str, object]:
    return {"@type": "Article", "comment": list(comments), **more}


def test_comments_of_data_are_found_without_markup() -> None:
    comments = thread(page(post(said("Ann", "One.", comment=said("Bo", "Two."))))).comments
    assert [(c.author, c.parent, blocks_text(c.blocks)) for c in comments] == [
        ("Ann", None, "One."),
        ("Bo", 0, "Two."),
    ]


def test_data_with_fewer_comments_than_stated_tells_the_count() -> None:
    result = found(page(post(said("Ann", "One."), commentCount=40)))
    assert result.notes == ("The page says 40 comments; 1 is in its HTML.",)


def test_markup_with_as_many_comments_wins_over_data() -> None:
    shown = "".join(
        f'<div class="comment"><b class="author">{name}</b><time datetime="2024-01-01">1 Jan</time>'
        f"<p>Words of {name} and <em>more</em> of them.</p></div>"
        for name in ("Ann", "Bo")
    )
    data = post(said("Ann", "Words of …"), said("Bo", "Words of …"))
    comments = thread(page(data, f"<h1>Peat</h1><h2>2 comments</h2>{shown}")).comments
    assert [blocks_text(c.blocks) for c in comments] == [
        "Words of Ann and more of them.",
        "Words of Bo and more of them.",
    ]


def test_comments_that_refer_in_a_circle_are_each_read_once() -> None:
    one = said("Ann", "One.", **{"@id": "#1", "comment": {"@id": "#2"}})
    two = said("Bo", "Two.", **{"@id": "#2", "comment": {"@id": "#1"}})
    data = {"@graph": [post({"@id": "#1"}), one, two]}
    assert [c.author for c in thread(page(data)).comments] == ["Ann", "Bo"]


@pytest.mark.parametrize(
    "data",
    [
        post({"@type": "Review", "author": {"name": "Ann"}, "reviewBody": "Fine."}),
        post("words", 7, None, [], {"@type": 3}),
        {"@type": ["Article", None, {}], "comment": {"@type": "Comment", "text": ["x"]}},
        {"@type": "FAQPage", "mainEntity": [post(said("Shop", "Yes."))]},
        post(said("", "One."), said("", "Two.")),
        [post(said("Ann", "One."), url="/a"), post(said("Bo", "Two."), url="/b")],
        {"@id": "#1", "comment": {"@id": "#1"}},
    ],
)
def test_data_without_a_discussion_of_this_page_gives_none(data: object) -> None:
    assert found(page(data)).thread is None


def test_data_nested_past_all_measure_is_passed_over() -> None:
    deep = '{"@type":"Comment","author":"A","text":"t","comment":' * 50_000
    html = f'<script type="application/ld+json">{{"comment":{deep}</script><h1>Peat</h1>'
    assert found(html).thread is None


def test_values_of_any_kind_in_a_comment_do_not_fail() -> None:
    odd = said("Ann", "One.", upvoteCount=1e400, url=["x"], dateCreated={"@value": 3}, about=None)
    surrogate = said("B\ud800o", "Two \ud800 <p>\x1b[31m", interactionStatistic=[None, 4, {}])
    first, second = thread(page(post(odd, surrogate))).comments
    assert (first.author, first.score, first.date) == ("Ann", None, None)
    assert "\x1b" not in blocks_text(second.blocks)
    assert second.author == "B\ufffdo"


def test_answers_of_a_frequent_question_are_no_discussion() -> None:
    html = (
        '<div itemscope itemtype="https://schema.org/FAQPage"><div itemprop="mainEntity" itemscope '
        'itemtype="https://schema.org/Question"><div itemprop="acceptedAnswer" itemscope '
        'itemtype="https://schema.org/Answer"><b itemprop="author">Shop</b>'
        '<p itemprop="text">Within a week.</p></div></div></div>'
    )
    assert found(html).thread is None


def test_list_of_topics_is_no_topic() -> None:
    one = (
        '<div itemscope itemtype="https://schema.org/DiscussionForumPosting">'
        '<a itemprop="headline" href="/{0}">Topic {0}</a><b itemprop="author">Ann</b>'
        '<time itemprop="datePublished">2024-01-0{0}</time><p itemprop="text">How so?</p></div>'
    )
    assert found("".join(one.format(number) for number in range(1, 5))).thread is None


def test_few_marked_comments_do_not_hide_the_others() -> None:
    one = (
        '<div class="comment"{0}><b class="author" itemprop="author">N{1}</b>'
        '<time itemprop="dateCreated" datetime="2024-01-0{1}">{1} January</time>'
        '<p itemprop="text">Words number {1}.</p></div>'
    )
    marked = ' itemprop="comment" itemscope itemtype="https://schema.org/Comment"'
    html = "".join(one.format(marked if number < 3 else "", number) for number in range(1, 7))
    comments = thread(f"<h1>Peat</h1><h2>6 comments</h2>{html}").comments
    assert [c.author for c in comments] == [f"N{number}" for number in range(1, 7)]


def test_likes_among_mentions_are_no_comments() -> None:
    cite = (
        '<li class="{} h-cite"><a class="p-author h-card" href="/x">{}</a> '
        '<time class="dt-published">2024-05-01</time><p class="e-content">{}</p></li>'
    )
    html = cite.format("u-like", "Li", "likes this") + cite.format("u-comment", "Mo", "Quite so.")
    comments = thread(f'<h1>Peat</h1><ol class="webmentions">{html}</ol>').comments
    assert [(c.author, c.kind) for c in comments] == [("Mo", CommentKind.WEBMENTION)]
