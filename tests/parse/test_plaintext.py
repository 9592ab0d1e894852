from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tests.chance import examples
from tests.work import assert_in_proportion, not_endless
from tui.model import CommentKind, CommentState, Heading, Page, blocks_text
from tui.parse.clean import clean
from tui.parse.plaintext import parse_text

SAVES = Path(__file__).parents[2] / "fixtures" / "saves"

ARTICLE = (
    "The mill at the weir\n\n"
    "The old mill has stood at the weir for two hundred years, and its wheel still turns.\n\n"
    "Last week the miller opened the doors to visitors, and half the village came to look.\n\n"
)


def parse(text: str) -> Page:
    return parse_text(text, url=None, digest="0" * 64)


def authors(page: Page) -> list[str | None]:
    return [comment.author for comment in page.thread.comments] if page.thread else []


def texts(page: Page) -> list[str]:
    return [blocks_text(c.blocks) for c in page.thread.comments] if page.thread else []


@pytest.mark.parametrize("path", sorted(SAVES.glob("*.txt")), ids=lambda path: path.stem)
def test_each_save_gives_its_article_thread_and_form(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    page = parse(path.read_text(encoding="utf-8"))
    assert page.article.title == expected["title"]
    assert page.article.blocks
    assert page.language == expected["language"]
    assert page.thread is not None
    assert page.thread.stated_count == expected["count"]
    found = [[c.author, c.date.iso if c.date else None, c.parent] for c in page.thread.comments]
    assert found == [row[:3] for row in expected["comments"]]
    for text, row in zip(texts(page), expected["comments"], strict=True):
        assert text.startswith(row[3])
        assert expected["form"] not in text
    assert page.form is not None
    assert page.form.title == expected["form"]
    assert page.form.notes


def test_headings_of_an_unwrapped_save_have_levels() -> None:
    body = "It costs little, it lasts long and everybody in the street has asked for the plans.\n\n"
    page = parse(ARTICLE + f"Why build a bridge?\n{body}#1 Less walking\n{body}#2 Dry feet\n{body}")
    heads = [(b.level, blocks_text([b])) for b in page.article.blocks if isinstance(b, Heading)]
    assert heads == [(2, "Why build a bridge?"), (3, "#1 Less walking"), (3, "#2 Dry feet")]


def test_short_paragraphs_are_no_names_when_the_count_says_so() -> None:
    page = parse(
        ARTICLE + "2 Comments\n\nRuth\n\nLovely\n\n"
        "I walked there as a child, every Sunday.\n\n"
        "Well done\n\nTom Ferris\n\nWe should go again in spring, when the water is high.\n"
    )
    assert authors(page) == ["Ruth", "Tom Ferris"]
    assert texts(page)[0] == "Lovely\nI walked there as a child, every Sunday.\nWell done"


def test_pings_moderation_and_deleted_comments_are_told_apart() -> None:
    page = parse(
        ARTICLE + "3 Comments\n\n1. Pingback: Mills of the valley\n\n"
        "2. Ruth says:\nMay 4, 2014 at 9:12 am\n"
        "Your comment is awaiting moderation.\nI live near.\n"
        "Reply\n\n3. Tom says:\nMay 5, 2014 at 9:12 am\n[deleted]\nReply\n"
    )
    assert page.thread is not None
    kinds = [(c.author, c.kind, c.state) for c in page.thread.comments]
    assert kinds == [
        ("Mills of the valley", CommentKind.PINGBACK, CommentState.SHOWN),
        ("Ruth", CommentKind.COMMENT, CommentState.HELD),
        ("Tom", CommentKind.COMMENT, CommentState.DELETED),
    ]
    assert texts(page)[1] == "I live near."


def test_pages_without_comments_give_none() -> None:
    assert authors(parse(ARTICLE + "No comments\n\nLeave a comment\n")) == []
    assert authors(parse(ARTICLE)) == []


def test_closed_threads_say_so() -> None:
    page = parse(ARTICLE + "1 Comment\n\nAnna says:\nMay 4, 2014\nFine.\n\nComments are closed.\n")
    assert page.thread is not None
    assert page.thread.closed
    assert texts(page) == ["Fine."]


NAMES = st.sampled_from(
    ["Anna Visser", "Tom", "Jutta Kern", "Sjoerd de Boer", "Lucía Marín", "Zofia", "mill_fan82"]
)
SENTENCES = st.lists(
    st.sampled_from(
        [
            "I walked there as a child and the wheel was broken then.",
            "Does anybody know who repaired the weir after the flood?",
            "My brother built the doors, and he is proud of them!",
            "Thank you for the pictures, they made my evening.",
        ]
    ),
    min_size=1,
    max_size=3,
)
COMMENTS = st.lists(st.tuples(NAMES, SENTENCES), min_size=2, max_size=12)
SHAPES = {
    "says": "{name} says:\nMay 4, 2014 at 9:12 am\n\n{text}\n\nReply\n\n",
    "date beside the name": "{name} | 4 May 2014, 9:12\n\n{text}\n\n",
    "date under the name": "{name}\n4 May 2014 at 9:12\n\n{text}\n\nReply\n\n",
    "Dutch": "{name} schreef op 4 mei 2014 om 9:12:\n{text}\n\nBeantwoorden\n\n",
    "German list": "  1. {name} sagt:\n"
    "     4. Mai 2014 um 9:12 Uhr\n\n     {text}\n\n     Antworten\n",
}


@pytest.mark.parametrize("shape", SHAPES)
@given(comments=COMMENTS)
def test_comments_come_back_from_every_shape(
    shape: str, comments: list[tuple[str, list[str]]]
) -> None:
    comments = [(name, [f"Word {n}.", *text]) for n, (name, text) in enumerate(comments)]
    written = "".join(
        SHAPES[shape].format(name=name, text="\n\n".join(text)) for name, text in comments
    )
    page = parse(f"{ARTICLE}{len(comments)} Comments\n\n{written}Leave a Reply\n")
    assert authors(page) == [name for name, _ in comments]
    assert texts(page) == ["\n".join(text) for _, text in comments]
    assert page.thread is not None
    dates = {comment.date.iso for comment in page.thread.comments if comment.date}
    assert dates == {"2014-05-04T09:12:00"}


@given(st.text(max_size=400), st.text(max_size=60))
@examples(4)
def test_any_text_gives_a_clean_page(noise: str, name: str) -> None:
    page = parse(f"{noise}\n2 Comments\n\n{name} says:\n{noise}\n\nReply\nAnna says:\n{noise}")
    strings = [page.article.title or "", blocks_text(page.article.blocks), *texts(page)]
    strings += [author or "" for author in authors(page)]
    for string in strings:
        assert clean(string) == string


def many(count: int) -> Page:
    said = "".join(
        f"Anna{n} says:\nMay 4, 2014\nWords of comment {n}.\nReply\n" for n in range(count)
    )
    return parse(f"{ARTICLE}{count} Comments\n\n{said}")


def test_many_comments_take_work_in_proportion() -> None:
    assert_in_proportion(many, few=60, times=8)


def test_a_thousand_comments_are_read() -> None:
    with not_endless():
        page = many(1_000)
    assert len(authors(page)) == 1_000


def comment(author: str, minute: int, words: str) -> str:
    return f"{author} says:\nMay 3, 2020 at 10:{minute:02} am\n\n{words}\n\n"


def test_two_equal_comments_in_a_row_are_both_kept() -> None:
    saved = f"{ARTICLE}2 comments\n\n" + 2 * comment("Anna Visser", 5, "Me too.")
    assert texts(parse(saved)) == ["Me too.", "Me too."]


def test_lines_that_name_whom_a_comment_answers_give_its_parent() -> None:
    saved = (
        f"{ARTICLE}4 comments\n\n"
        + comment("Anna Visser", 1, "The wheel is new.")
        + comment("Bob", 2, "It is not.")
        + comment("Carla", 3, "In reply to Anna Visser\n\nOf which year?")
        + comment("Dirk", 4, "In reply to Nobody Here\n\nWho was that?")
    )
    page = parse(saved)
    assert page.thread is not None
    assert [c.parent for c in page.thread.comments] == [None, None, 0, None]
    assert texts(page)[2:] == ["Of which year?", "In reply to Nobody Here\nWho was that?"]
