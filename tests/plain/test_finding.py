from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.app.pages import HEDGE, Reply
from tests.plain.sessions import Reader, later, stores, write_page
from tui.store.settings import Settings


def test_words_are_found_in_the_article_then_in_the_comments(reader: Reader) -> None:
    told = reader("/merels")
    assert told[:2] == ["2 times: 1 in the article, 1 comment.", "Part 3 of 7 of the article."]
    assert told[2].startswith("Niet in het voorjaar, want dan broeden de merels.")
    assert reader("n")[-1] == "Bij ons zitten er elk jaar merels in."
    assert reader("n")[0] == "Part 3 of 7 of the article."
    reader("N")
    assert reader.at == "Marijke"
    assert reader("/") == ["Nothing is sought any more."]


def test_a_search_opens_folds_and_leaves_them_as_they_were(reader: Reader) -> None:
    reader("comments", "H", "/Dit jaar drie")
    assert (reader.at, reader.prompt) == ("Marijke", "comment 3> ")
    reader("7", "/")
    assert reader("1")[0].endswith("folded with 3 replies.")


def test_what_is_found_or_unread_in_a_folded_comment_is_told(reader: Reader) -> None:
    reader("comments", "H")
    assert "Bij ons zitten er elk jaar merels in." in reader("/elk jaar")
    reader("/", "H", "4")
    assert "Een motorschaar gaat anders prima." in reader("n")


def test_words_that_are_nowhere_are_told(reader: Reader) -> None:
    assert reader("/xyzzy") == ["“xyzzy” is not on this page."]
    assert reader("find") == ["Find what? Type /WORDS."]


def test_n_goes_to_what_was_not_read(reader: Reader) -> None:
    reader("comments", "j")
    assert reader("n")[0].startswith("Comment 3 of 7")
    reader("n", "n", "n", "n")
    assert reader.at == "Job"
    assert reader("n") == ["Nothing is left unread."]


def test_what_came_since_the_last_visit_is_new(home: Path) -> None:
    kept = stores(home)
    before = Reader(kept, write_page(home))
    before("comments", "rest")
    before.leave()
    more = write_page(home, [*HEDGE, Reply("Truus", "Een nieuwe.")])
    reader = Reader(later(kept, hours=2), more)
    assert reader("comments")[0] == "8 comments, 4 not read, 1 of them new."
    assert reader("n")[0].startswith("Comment 8 of 8, level 1, Truus, new, ")


def test_a_filter_leaves_what_matches_and_what_that_answers(reader: Reader) -> None:
    told = reader("\\author:wil")
    assert told[:2] == [
        "1 of 7 comments.",
        "Comment 5 of 7, level 1, Kees, not read, 6 maart 2026, 1 reply, kept for what answers it.",
    ]
    assert reader("j")[0].startswith("Comment 6 of 7, level 2, Wil")
    assert reader("j")[0].startswith("This is the last comment.")
    assert reader("1") == ["The filter takes that comment out; filter without words keeps all."]
    assert reader("filter")[0] == "All of 7 comments."
    assert reader.at == "Wil"


def test_a_filter_that_leaves_nothing_or_is_none_changes_nothing(reader: Reader) -> None:
    assert reader("filter author:niemand") == ["No comment would be left, so all stay as they are."]
    (sentence,) = reader("filter autor:wil")
    assert "autor" in sentence
    assert reader("G") is not None
    reader("comments", "j")
    assert reader.at == "Sjoerd"


def test_one_author_alone_and_back(reader: Reader) -> None:
    reader("comments")
    assert reader("A")[0] == "2 of 7 comments."
    assert reader("only author")[0] == "All of 7 comments."


def test_what_was_read_is_hidden_and_comes_back(reader: Reader) -> None:
    reader("comments", "2j")
    assert reader("hide read")[0] == "5 of 7 comments."
    assert reader("undo")[0] == "Undone: filtered."
    assert reader(".")[0] == "4 of 7 comments."  # the one that was told above is read, too
    assert reader(".")[0] == "All of 7 comments."


def test_an_order_keeps_the_place_and_gives_new_numbers(reader: Reader) -> None:
    reader("comments", "7")
    assert reader("sort newest") == [
        "The order is newest. Comment 1 of 7, level 1, Job, 8 maart 2026."
    ]
    reader("1")
    assert reader.at == "Job"
    assert reader("sort") == [
        "The order is newest. There are page, oldest, newest, replies, score."
    ]
    assert reader("sort backwards")[0].startswith("There is no order backwards; there are page")
    reader("undo")
    assert reader.prompt == "comment 7> "


def test_marks_are_set_and_undone(reader: Reader) -> None:
    reader("comments")
    assert reader("m") == ["Marked as not read."]
    assert reader("m") == ["Marked as read."]
    told = reader("M")
    assert told[0] == "4 comments marked as read."
    assert reader.at == "Kees"
    reader("undo")
    assert reader.page.state.marks.unread == 5
    assert reader("c") == ["Mark all comments as read? 5 comments not read so far."]
    assert reader.prompt == "yes or no> "
    assert reader("no") == ["Nothing was done."]
    reader("mark all")
    assert reader("yes") == ["All comments are marked as read."]
    assert reader("c") == ["All comments are read."]


def test_a_muted_author_is_folded_at_the_next_visit_too(home: Path, hedge: Path) -> None:
    kept = stores(home)
    reader = Reader(kept, hedge)
    reader("comments", "j")
    assert reader("!") == ["Muted Sjoerd; their comments are folded."]
    reader.leave()
    again = Reader(later(kept, hours=1), hedge)
    assert again("comments")[1].endswith("folded with 1 reply, muted.")
    assert again("mute") == ["Unmuted Sjoerd."]
    assert "Hoeveel nesten telt u?" in again(",")


def test_who_is_muted_in_the_settings_is_read_after_all(home: Path, hedge: Path) -> None:
    kept = replace(stores(home), preferences=Settings(mute=("author:=Sjoerd",)))
    reader = Reader(kept, hedge)
    reader("comments")
    assert reader("j")[0].endswith("folded with 1 reply, muted.")
    assert reader("!") == ["Unmuted Sjoerd for now; the settings mute them."]
    assert "Hoeveel nesten telt u?" in reader(",")
    assert reader("undo")[0] == "Undone: unmuted Sjoerd."
    assert reader(",")[0].endswith("folded with 1 reply, muted.")


def test_the_newest_comments_are_listed_with_their_numbers(reader: Reader) -> None:
    assert reader("2w") == [
        "7: Job, 8 maart 2026, not read: Wat doet u met de doorns?",
        "6: Wil, 7 maart 2026, not read: Dat hoor je wel, ja.",
        "A number goes to the comment.",
    ]


def test_the_figures_of_the_thread_are_sentences(reader: Reader) -> None:
    told = reader("statistics")
    assert told[:3] == [
        "7 comments by 6 people, 5 words each.",
        "3 on level 1, 3 on level 2, 1 on level 3.",
        "Most answered: comment 1 by Marijke, with 2 replies.",
    ]
    assert "Kees: 1 comment, 1 reply to them." in told


@pytest.mark.parametrize(
    "line", ["j", "comments", "n", "H", "3", "w", "i", "c", "A", "o", "!", "X"]
)
def test_a_page_without_comments_says_so(home: Path, line: str) -> None:
    reader = Reader(stores(home), write_page(home, comments=()))
    reader("rest")
    assert len(reader(line)) == 1
    assert reader.prompt == "article> "
