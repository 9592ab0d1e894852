"""A comment is found again for as long as it can be known, and no other one is taken for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, strategies as st
from msgspec.structs import replace

from tui.model import (
    Comment,
    CommentState,
    LinkKind,
    Paragraph,
    ShownDate,
    Span,
    Thread,
    ThreadLink,
    blocks_text,
)
from tui.reading.anchoring import Anchored, Anchoring, By, Change
from tui.store.draft import ParentRef
from tui.store.writing import parent_ref

LINK = "https://blog.example/dijk/#comment-7"
TEXT = "Bij laag water kun je van Ternaard naar Ameland doorlopen."


def said(
    key: str,
    author: str | None = "Wil",
    text: str = TEXT,
    date: str = "2 mei 2013",
    permalink: str | None = None,
) -> Comment:
    blocks = (Paragraph((Span(text),)),) if text else ()
    return Comment(key, author, blocks, date=ShownDate(date), permalink=permalink)


def kept(comment: Comment) -> ParentRef:
    ref = parent_ref(comment)
    assert ref is not None
    return ref


def find(before: Comment, *now: Comment) -> Anchored:
    return Anchoring(Thread(now, "test")).find(kept(before))


OTHER = said("3", "Job", "Dat mag alleen met een gids, zei men mij bij de haven.")


def test_a_comment_with_its_key_is_as_it_was() -> None:
    assert find(said("7"), OTHER, said("7")) == Anchored(1, By.KEY, Change.SAME)


def test_other_white_space_is_no_edit() -> None:
    assert find(said("7"), said("7", text=TEXT.replace(" ", "  "))).change is Change.SAME


def test_a_comment_whose_words_changed_says_so() -> None:
    assert find(said("7"), said("7", text="Nee, toch niet.")) == Anchored(0, By.KEY, Change.EDITED)


def test_a_deleted_comment_says_so() -> None:
    gone = replace(said("7", None, ""), state=CommentState.DELETED)
    assert find(said("7"), gone) == Anchored(0, By.KEY, Change.DELETED)


@pytest.mark.parametrize(
    "link",
    [
        LINK,
        "http://blog.example/dijk#comment-7",
        "https://blog.example/dijk/comment-page-2/#comment-7",
        "#comment-7",
    ],
)
def test_another_key_is_found_by_the_permalink(link: str) -> None:
    now = said("x", text="Heel wat anders.", permalink=link)
    found = find(said("7", permalink=LINK), OTHER, now)
    assert found == Anchored(1, By.PERMALINK, Change.EDITED)
    assert found.moved


def test_the_fragment_alone_does_not_stand_for_another_page() -> None:
    elsewhere = said("x", text="Heel wat anders.", permalink="https://blog.example/duin/#comment-7")
    assert find(said("7", permalink=LINK), elsewhere).index is None


def test_a_permalink_that_all_share_tells_nothing() -> None:
    one = said("x", text="Heel wat anders.", permalink="https://blog.example/dijk/")
    other = said("y", text="Of nog wat anders.", permalink="https://blog.example/dijk/")
    assert find(said("7", permalink="https://blog.example/dijk/"), one, other).index is None


def test_without_key_and_permalink_the_author_the_time_and_the_words_tell() -> None:
    longer = said("x", text=f"{TEXT} En terug, als je snel bent.")
    assert find(said("7"), OTHER, longer) == Anchored(1, By.WORDS, Change.EDITED)


def test_the_same_words_are_known_on_a_day_that_is_told_otherwise() -> None:
    now = said("x", date="3 dagen geleden")
    assert find(said("7", date="2 dagen geleden"), now) == Anchored(0, By.WORDS, Change.SAME)


def test_somebody_else_s_same_words_are_not_taken() -> None:
    assert find(said("7"), said("x", "Job")).change is Change.GONE
    assert find(said("7"), said("x", None)).change is Change.GONE


def test_a_short_word_of_another_day_is_another_comment() -> None:
    assert find(said("7", text="Mooi!"), said("x", text="Mooi!", date="9 mei 2013")).index is None
    assert find(said("7", text="Mooi!"), said("x", text="Mooi!")).index == 0


def test_of_two_that_fit_alike_none_is_taken() -> None:
    assert find(said("7"), said("x"), said("y")).index is None


def test_a_key_that_was_given_to_somebody_else_is_not_followed() -> None:
    assert find(said("7"), replace(OTHER, key="7")) == Anchored(None, None, Change.GONE)
    assert find(said("7"), replace(OTHER, key="7"), said("8")).index == 1
    another = said("7", text="Iets over fietsen in de duinen bij Ternaard.")
    assert find(said("7"), another, said("8")).index == 1


NEARLY = TEXT.replace("Ternaard", "Holwerd")


def test_a_comment_with_another_number_is_another_one_however_alike() -> None:
    link = LINK.replace("7", "9")
    assert find(said("7", permalink=LINK), said("9", text=NEARLY, permalink=link)).index is None
    assert find(said("7"), said("9", text=NEARLY)).index is None
    assert find(said("x7"), said("x9", text=NEARLY)).index == 0
    assert find(said("7", permalink=LINK), said("9", permalink=link)).index == 0
    short = Thread((said("9", text="Mooi!"),), "test")
    assert Anchoring(short).find(kept(said("7", text="Mooi!"))).index == 0
    some = replace(short, stated_count=9)
    assert Anchoring(some).find(kept(said("7", text="Mooi!"))).index is None


def test_a_new_name_for_the_same_words_is_the_same_comment() -> None:
    assert find(said("7"), said("7", "Wil de Boer")).index == 0


def test_a_comment_on_another_page_of_comments_is_not_called_gone() -> None:
    more = (ThreadLink("Older", "https://blog.example/dijk/comment-page-1/", LinkKind.OLDER),)
    here = Thread((OTHER,), "test", more=more)
    assert Anchoring(here).find(kept(said("7"))).change is Change.ELSEWHERE
    assert Anchoring(replace(here, more=(), stated_count=9)).find(
        kept(said("7"))
    ).change is Change.ELSEWHERE  # fmt: skip


# Random changes of whole threads

NAMES = ("Ada", "Jos", "Søren", "Wil")
COMMON = ("de", "het", "een", "van", "dijk")
LENGTHS = st.integers(10, 30)
DATES = st.sampled_from(["1 mei", "2 mei", "3 mei"])


def words_of(name: str, length: int) -> str:
    """A text of its own words and of some that all texts have."""
    return " ".join((*COMMON, *(f"{name}.{number}" for number in range(length))))


@dataclass(frozen=True)
class Known:
    """A comment, and which of those that were ever written it is."""

    which: int
    comment: Comment


@st.composite
def pages(draw: st.DrawFn) -> list[Known]:
    """Comments that differ in their words, of few authors."""
    lengths = draw(st.lists(LENGTHS, min_size=1, max_size=8))
    with_links = draw(st.booleans())
    return [
        Known(
            number,
            said(
                str(number),
                draw(st.sampled_from(NAMES)),
                words_of(f"w{number}", length),
                draw(DATES),
                f"https://b.example/p/#c{number}" if with_links else None,
            ),
        )
        for number, length in enumerate(lengths)
    ]


@st.composite
def later(draw: st.DrawFn, before: Sequence[Known]) -> list[Known]:
    """What may have become of a page: comments gone, come, edited, moved and numbered anew."""
    now = [known for known in before if draw(st.integers(0, 3))]
    fresh = draw(st.lists(LENGTHS, max_size=4))
    now += [
        Known(
            100 + number,
            said(
                f"new{number}",
                draw(st.sampled_from(NAMES)),
                words_of(f"n{number}", length),
                draw(DATES),
            ),
        )
        for number, length in enumerate(fresh)
    ]
    now = [Known(each.which, edited(draw, each.comment)) for each in now]
    now = draw(st.permutations(now))
    match draw(st.sampled_from(["kept", "shuffled", "other"])):
        case "shuffled":  # the numbers of comments are given anew, and their addresses with them
            keys = draw(st.permutations([known.comment.key for known in now]))
            now = [
                Known(
                    known.which,
                    replace(known.comment, key=key, permalink=f"https://b.example/p/#c{key}"),
                )
                for known, key in zip(now, keys, strict=True)
            ]
        case "other":
            now = [
                Known(known.which, replace(known.comment, key=f"k{at}", permalink=None))
                for at, known in enumerate(now)
            ]
        case _:
            pass
    return now


def edited(draw: st.DrawFn, comment: Comment) -> Comment:
    """A comment with a word less, some words more, or as it was."""
    words = blocks_text(comment.blocks).split()
    match draw(st.sampled_from(["kept", "shorter", "longer"])):
        case "shorter":
            del words[draw(st.integers(0, len(words) - 1))]
        case "longer":
            words += draw(st.lists(st.sampled_from(["pps", "update"]), min_size=1, max_size=3))
        case _:
            pass
    return replace(comment, blocks=(Paragraph((Span(" ".join(words)),)),))


def renumbered(before: Comment, now: Comment) -> bool:
    numbered = before.key.isdecimal() and now.key.isdecimal() and before.key != now.key
    return numbered and before.blocks != now.blocks


@given(st.data())
def test_a_comment_that_is_there_is_found_and_never_another(data: st.DataObject) -> None:
    before = data.draw(pages())
    now = data.draw(later(before))
    anchoring = Anchoring(Thread(tuple(known.comment for known in now), "test"))
    there = {known.which: at for at, known in enumerate(now)}
    for known in before:
        found = anchoring.find(kept(known.comment))
        if known.which in there and found.index is None:
            # It was edited, and the site gave its number to another comment.
            assert renumbered(known.comment, now[there[known.which]].comment)
        elif known.which in there:
            assert found.index == there[known.which]
            same = blocks_text(now[found.index].comment.blocks) == blocks_text(known.comment.blocks)
            assert found.change is (Change.SAME if same else Change.EDITED)
        elif found.index is not None:
            # A number that was given to a later comment of the same author is all that is known.
            assert now[found.index].comment.author == known.comment.author


@given(st.data())
def test_no_draft_comes_under_somebody_else(data: st.DataObject) -> None:
    before = data.draw(pages())
    chosen = data.draw(st.sampled_from(before))
    others = [known for known in before if known.comment.author != chosen.comment.author]
    now = data.draw(later(others))
    now = [known for known in now if known.comment.author != chosen.comment.author]
    keys = iter((chosen.comment.key, *map(str, range(200, 240))))
    thread = tuple(replace(known.comment, key=next(keys)) for known in now)
    assert Anchoring(Thread(thread, "test")).find(kept(chosen.comment)).index is None
