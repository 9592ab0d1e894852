from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace

from tests.app.pages import HEDGE_TEXT, URL, Reply
from tests.plain.sessions import NOON, Reader, later, stores, write_page


def test_a_page_begins_with_its_title_and_how_much_there_is(reader: Reader) -> None:
    assert reader.told == [
        "De heg",
        "An article of 7 parts, 7 comments.",
        "Enter reads on; help tells all commands.",
    ]
    assert reader.prompt == "article> "


def test_enter_reads_from_the_title_to_the_last_comment(reader: Reader) -> None:
    told: list[str] = []
    while reader("") != ["This is the last comment."]:
        told += reader.told
    words = "\n".join(told)
    assert words.index("meidoorn") < words.index("Heading 2: Wanneer") < words.index("in het voor")
    assert words.index("Egels zijn") < words.index("End of the article.")
    assert words.index("7 comments, 7 not read.") < words.index("Comment 1 of 7")
    for number in range(1, 8):
        assert words.count(f"Comment {number} of 7, ") == 1
    assert "doorns" in told[-1]
    assert reader("where") == ["Comment 7 of 7, level 1, Job, 8 maart 2026."]


def test_a_position_says_all_that_the_screen_shows_by_looks(home: Path) -> None:
    comments = [Reply("Wil", "Eerst.", [Reply("Jos", "Dan dit.", [Reply("Wil", "Nee.")])])]
    reader = Reader(stores(home), write_page(home, comments))
    assert reader("comments") == [
        "3 comments, 3 not read.",
        "Comment 1 of 3, level 1, Wil, not read, 2 maart 2026, 1 reply.",
        "Eerst.",
    ]
    assert reader("j")[0] == (
        "Comment 2 of 3, level 2, Jos, not read, in reply to Wil, 3 maart 2026, 1 reply."
    )
    assert reader("k")[0] == "Comment 1 of 3, level 1, Wil, 2 maart 2026, 1 reply."


def test_moves_in_the_tree_are_those_of_the_screen(reader: Reader) -> None:
    reader("comments")
    moves = ["3j", "u", "J", "}", "K", "{", "G", "2g", "j", "^", "a", "-", "+", "5"]
    went = [(move, reader.at) for move in moves if reader(move)]
    assert went == [
        *(("3j", "Ineke"), ("u", "Marijke"), ("J", "Kees"), ("}", "Job"), ("K", "Kees")),
        *(("{", "Marijke"), ("G", "Job"), ("2g", "Sjoerd"), ("j", "Marijke"), ("^", "Marijke")),
        *(("a", "Marijke"), ("-", "Marijke"), ("+", "Marijke"), ("5", "Kees")),
    ]


def test_the_end_of_every_way_is_a_sentence(reader: Reader) -> None:
    reader("comments")
    assert reader("k") == ["This is the first comment."]
    assert reader("u") == ["This comment answers the article."]
    assert reader("{") == ["This is the first conversation."]
    assert reader("^") == ["This is the top of the conversation."]
    reader("G")
    assert reader("}") == ["This is the last conversation."]
    assert reader("J") == ["No comment of this level follows."]
    assert reader("a") == ["Job wrote no other comment."]
    assert reader("#nergens") == ["The page has no comment of that name."]
    assert reader.at == "Job"


def test_headings_and_paragraphs_of_the_article(reader: Reader) -> None:
    assert reader("}") == ["Heading 2: Wanneer u snoeit"]
    assert reader("2}") == ["Heading 2: Waarheen met het hout"]
    assert reader("}") == ["There is no further heading."]
    assert reader("{") == ["Heading 2: Waarmee u snoeit"]
    assert reader("where") == ["Part 4 of 7 of the article."]
    assert reader("j")[0].startswith("Met een scherpe schaar")
    assert reader("b") == ["Heading 2: Waarmee u snoeit"]
    assert reader("rest")[-1] == "End of the article."
    assert reader("g") == ["De heg", "An article of 7 parts, 7 comments."]


def test_an_article_of_several_parts_says_where_it_goes_on(home: Path) -> None:
    links = f"""<p>Hoe oud wordt <a href="{URL}hout/">het hout</a> eigenlijk?</p>
    <div class="page-links">Pagina: 1 <a href="{URL}2/">2</a> <a href="{URL}3/">3</a></div>"""
    reader = Reader(stores(home), write_page(home, text=HEDGE_TEXT + links))
    end = "End of part 1 of 3, as the site divides the article. Go on: part 2, link 2 here."
    assert reader("rest")[-1] == end
    assert reader("f") == [f"1: het hout, {URL}hout/", f"2: Go on: part 2, {URL}2/"]


def test_article_and_comments_keep_their_places(reader: Reader) -> None:
    reader("3j", "comments", "2j")
    assert reader("article")[-1].startswith("Met een scherpe")
    reader("tab")
    assert (reader.at, reader.prompt) == ("Marijke", "comment 3> ")


def test_a_comment_is_found_by_its_address_id_and_number(home: Path, hedge: Path) -> None:
    reader = Reader(stores(home), f"{hedge}#comment-4")
    assert reader.at == "Ineke"
    assert "Bij ons alleen mussen." in reader.told
    assert [reader(line) and reader.at for line in ("#comment-7", "go 2", "#https://a/#comment-5")
            ] == ["Job", "Sjoerd", "Kees"]  # fmt: skip


def test_the_rest_of_a_conversation_is_read_at_once(reader: Reader) -> None:
    reader("comments")
    told = reader("rest")
    assert [line for line in told if line.startswith("Comment ")] == [
        line for line in told if line.startswith(("Comment 2 ", "Comment 3 ", "Comment 4 "))
    ]
    assert told[-1] == "End of the conversation."
    assert reader.at == "Ineke"


def test_a_page_opens_where_it_was_left(home: Path, hedge: Path) -> None:
    kept = stores(home)
    before = Reader(kept, hedge)
    before("2j", "comments", "h", "j")
    assert before.at == "Kees"
    before.leave()
    again = Reader(later(kept, hours=1), hedge)
    assert again.told[-1] == "Enter reads on at part 3 of 7; comments goes to comment 5."
    assert again("comments")[0] == "7 comments, 5 not read."
    assert again("k")[0].endswith("folded with 3 replies.")


def test_back_from_the_first_jump_is_the_page_before(home: Path, reader: Reader) -> None:
    assert reader("-") == ["There is nothing to go back to; quit leaves."]
    other = home / "ander.html"
    other.write_text("<h1>Ander</h1><article><p>Een ander verhaal.</p></article>")
    reader(f"open {other}")
    assert reader("-")[0] == "De heg"


def test_moves_to_conversations_and_headings_are_come_back_from(reader: Reader) -> None:
    reader("comments", "2j", "}")
    assert reader.at == "Kees"
    reader("-")
    assert reader.at == "Marijke"
    assert reader.prompt == "comment 3> "
    reader("article", "2j", "2}", "-")
    assert reader.told[-1].startswith("Niet in het voorjaar")


def test_what_was_read_survives_a_crash(home: Path, hedge: Path) -> None:
    kept = stores(home)
    minutes = iter(range(100))
    ticking = replace(kept, clock=lambda: NOON + timedelta(minutes=next(minutes)))
    crashed = Reader(ticking, hedge)
    crashed("comments", "j", "j")
    again = Reader(later(kept, hours=5), hedge)
    assert again("comments")[0].startswith("7 comments, 4 not read")


def test_lines_are_wrapped_at_the_width(home: Path, hedge: Path) -> None:
    reader = Reader(stores(home), hedge, width=40)
    told = [*reader.told, *reader("j"), *reader("help"), *reader("comments"), *reader("i")]
    assert max(map(len, told)) <= 40


def test_a_footnote_is_told_alone_and_come_back_from(home: Path) -> None:
    notes = "".join(
        f'<li id="fn{n}"><p>Noot {n}. <a href="#r{n}">↩</a></p></li>' for n in range(1, 9)
    )
    text = (
        '<p>Gras en klaver.</p><p>De heg<sup id="r3"><a href="#fn3">3</a></sup> bloeit.</p>'
        f'<p><a href="#weg">Weg</a> is weg.</p><ol>{notes}</ol>'
    )
    reader = Reader(stores(home), write_page(home, [Reply("Wil", "Ja.")], text))
    reader("g", "j", "j")
    assert reader("1f") == ["Part 4 of 4 of the article.", "Noot 3. ↩"]
    assert reader("-") == ["De heg³ bloeit."]
    reader("j")
    assert reader("1f") == ["The page has nothing of that name."]
