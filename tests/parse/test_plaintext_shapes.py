"""Saves of comment systems that put names, dates and marks in other places."""

from __future__ import annotations

import pytest

from tui.model import CommentKind, CommentState, LinkKind, Page, Thread, blocks_text
from tui.parse.plaintext import parse_text
from tui.parse.plaintext.lines import read_lines

ARTICLE = (
    "The mill at the weir\n\n"
    "The old mill has stood at the weir for two hundred years, and its wheel still turns.\n\n"
    "Last week the miller opened the doors to visitors, and half the village came to look.\n\n"
)


def parse(text: str) -> Page:
    return parse_text(text, url=None, digest="0" * 64)


def thread(text: str) -> Thread:
    found = parse(ARTICLE + text).thread
    assert found is not None
    return found


def said(found: Thread) -> list[tuple[str | None, str]]:
    return [(c.author, blocks_text(c.blocks)) for c in found.comments]


def test_brief_dates_under_a_name_begin_a_comment() -> None:
    found = thread(
        "Discussion about this post\n\nCommentsRestacks\nUser's avatar\n[                ]\n"
        "Ruth Calder's avatar\nRuth Calder\n8d\nLiked by Tom Ferris\n\n"
        "The wheel is new.\n\nExpand full comment\nReply\nShare\n3 replies by Tom and others\n"
        "Piet de Wit's avatar\nPiet de Wit\n6dEdited\n\nAnd the doors are old.\n\n"
        "Reply\nShare\n23 more comments...\nTopLatest\n\nNo posts\n"
    )
    assert said(found) == [
        ("Ruth Calder", "The wheel is new."),
        ("Piet de Wit", "And the doors are old."),
    ]
    assert [c.date.text for c in found.comments if c.date] == ["8d", "6d"]


def test_comments_signed_below_their_text() -> None:
    found = thread(
        "2 Kommentare »\n\n"
        "    1. Das Rad ist neu, und das sieht man ihm auch an.\n"
        "       Kommentar von Jutta Kern — 2014-05-04 @ 09:12 | Antworten\n"
        "    2. Wer hat es bezahlt?\n"
        "       Die Gemeinde?\n"
        "       Kommentar von Piet — 2014-05-05 @ 10:00 | Antworten\n\n"
        "   RSS feed for comments on this post. TrackBack URI\n\nKommentar verfassen\n"
    )
    assert said(found) == [
        ("Jutta Kern", "Das Rad ist neu, und das sieht man ihm auch an."),
        ("Piet", "Wer hat es bezahlt?\nDie Gemeinde?"),
    ]
    assert [c.date.iso for c in found.comments if c.date] == [
        "2014-05-04T09:12:00",
        "2014-05-05T10:00:00",
    ]


def test_marks_of_the_author_of_the_post_are_no_text() -> None:
    found = thread(
        "3 Comments\n\nRuth Calder\n\nThe wheel is new.\n\nReply\n"
        "Tom Ferris\nAuthor\nReply to  Ruth Calder\n\nIt is, thank you!\n\nReply\n"
        "Piet de Wit\n\nWell done.\n\nReply\n\nLeave a Reply\n"
    )
    assert said(found) == [
        ("Ruth Calder", "The wheel is new."),
        ("Tom Ferris", "It is, thank you!"),
        ("Piet de Wit", "Well done."),
    ]
    assert [c.by_post_author for c in found.comments] == [False, True, False]
    assert [c.parent for c in found.comments] == [None, 0, None]


@pytest.mark.parametrize(
    "head",
    [
        "Tom Ferris (Author) says:\nMay 5, 2014 at 10:00 am",
        "Tom Ferris Post author May 5, 2014 at 10:00 am",
        "Tom Ferris\nPost author\nMay 5, 2014 at 10:00 am",
        "Tom Ferris Auteur 5 mai 2014 à 10:00",
    ],
)
def test_the_author_of_the_post_is_marked_beside_the_name(head: str) -> None:
    found = thread(
        f"2 Comments\n\nRuth\nMay 4, 2014 at 9:12 am\n\nNew.\n\n{head}\n\nOld.\n\nLeave a Reply\n"
        if "says" not in head
        else f"2 Comments\n\nRuth says:\nMay 4, 2014\n\nNew.\n\n{head}\n\nOld.\n\nLeave a Reply\n"
    )
    assert said(found) == [("Ruth", "New."), ("Tom Ferris", "Old.")]
    assert [c.by_post_author for c in found.comments] == [False, True]


def test_numbered_links_give_addresses() -> None:
    found = thread(
        "[3]« Older Comments [4]Newer Comments »\n\n"
        "    1. [5]Tom Ferris says:\n       [6]May 5, 2014 at 9:12 am\n"
        "       See [1] in my [7]notes.\n       [8]Reply\n"
        "    2. Ruth says:\n       [9]May 6, 2014 at 9:12 am\n       Fine.\n       [10]Reply\n\n"
        "Leave a Reply\n\nReferences\n\n"
        "   3. https://pine.example/tent?p=1\n   4. https://pine.example/tent?p=3\n"
        "   5. https://tom.example/\n   6. https://pine.example/tent#c1\n"
        "   7. https://tom.example/notes\n   8. javascript:reply(1, 'a b')\n"
        "   9. https://pine.example/tent#c2\n  10. https://pine.example/tent?r=2\n"
    )
    tom, ruth = found.comments
    assert (tom.author_url, tom.permalink) == (
        "https://tom.example/",
        "https://pine.example/tent#c1",
    )
    assert (ruth.author_url, ruth.permalink) == (None, "https://pine.example/tent#c2")
    assert said(found)[0] == ("Tom Ferris", "See [1] in my notes.")


def test_numbered_links_lead_to_more_comments() -> None:
    found = thread(
        "2 Comments\n\nTom says:\nMay 5, 2014\nNew.\n[1]Show 4 replies\n\n"
        "Ruth says:\nMay 6, 2014\nOld.\n\n[2]« Older Comments [3]Newer Comments »\n\n"
        "References:\n\n[1] https://pine.example/tent?all=1\n[2] https://pine.example/tent?p=1\n"
        "[3] https://pine.example/tent?p=3\n"
    )
    assert [(link.label, link.url, link.kind) for link in found.more] == [
        ("Show 4 replies", "https://pine.example/tent?all=1", LinkKind.REPLIES),
        ("Older Comments", "https://pine.example/tent?p=1", LinkKind.OLDER),
        ("Newer Comments", "https://pine.example/tent?p=3", LinkKind.NEWER),
    ]
    assert said(found) == [("Tom", "New."), ("Ruth", "Old.")]


def test_references_of_the_article_itself_stay() -> None:
    lines = read_lines(f"{ARTICLE}References\n\n 1. Calder: Mills.\n 2. Kern: Wheels.\n")
    assert [line.text for line in lines][-2:] == ["Calder: Mills.", "Kern: Wheels."]


def test_one_date_of_a_save_tells_the_order_of_all() -> None:
    found = thread(
        "2 Comments\n\nTom says:\n02/05/2014 at 10:04\nNew.\n\nRuth says:\n"
        "13/05/2014 at 10:04\nOld.\n\nLeave a Reply\n"
    )
    assert [c.date.iso for c in found.comments if c.date] == [
        "2014-05-02T10:04:00",
        "2014-05-13T10:04:00",
    ]


def test_lists_under_the_form_are_no_comments() -> None:
    found = thread(
        "2 Comments\n\n    1. Ruth\n       May 4, 2014 at 9:12 am\n       The wheel is new.\n"
        "    2. Tom\n       May 5, 2014 at 9:12 am\n       It is.\n\nLeave a Reply\n\n"
        "   Your email address will not be published.\n\n   Latest stories\n\n"
        "   A new weir\n   4 May 2016\n\n   Mills of the valley\n   3 May 2016\n\n"
        "   Doors of oak\n   2 May 2016\n\n   The miller's son\n   1 May 2016\n"
    )
    assert said(found) == [("Ruth", "The wheel is new."), ("Tom", "It is.")]


def test_a_link_under_every_comment_ends_none() -> None:
    found = thread(
        "4 comments:\n\n"
        + "".join(
            f"    {n}. Anna{n}May {n}, 2014 at 9:12 AM\n       Words {n}.\n"
            "       ReplyDelete\n       Replies\n            Reply\n"
            for n in range(1, 5)
        )
        + "\nPost a Comment\n"
    )
    assert said(found) == [(f"Anna{n}", f"Words {n}.") for n in range(1, 5)]


def test_long_names_go_over_several_lines() -> None:
    name = "All the wheels of our valley in the early summer of last year - A blog about mills and"
    found = thread(
        f"2 Comments\n\n 1. [52eafb]\n    {name}\n    weirs 19 May 2014 at 15:28 - Reply\n\n"
        "    I wrote of it.\n\n 2. [099c2]Mike D. 20 May 2014 at 12:00 - Reply\n\n    Nice.\n\n"
        "Leave a Reply\n"
    )
    assert said(found) == [(f"{name} weirs", "I wrote of it."), ("Mike D.", "Nice.")]


def test_a_name_and_date_quoted_in_a_comment_begin_no_other() -> None:
    rows = "".join(
        f"Anna{n}\nMay {n}, 2014 at 9:12 am\n\nWords of comment {n}.\n\n" for n in range(1, 6)
    )
    quoting = "Piet\nMay 9, 2014 at 9:12 am\nAnna2\nMay 2, 2014 at 9:12 am\n\nThat is not so.\n\n"
    found = thread(f"6 Comments\n\n{rows}{quoting}Leave a Reply\n")
    assert [c.author for c in found.comments] == [*(f"Anna{n}" for n in range(1, 6)), "Piet"]
    assert "That is not so." in said(found)[-1][1]


def test_folded_and_deleted_comments_keep_their_place() -> None:
    found = thread(
        "3 Comments\n\nRuth says:\nMay 4, 2014\n[removed]\n+ 7 more replies\n\n"
        "Tom says:\nMay 5, 2014\nFine.\n\nPingback: Mills\n\nComments are closed.\n"
    )
    assert [(c.author, c.state, c.kind) for c in found.comments] == [
        ("Ruth", CommentState.DELETED, CommentKind.COMMENT),
        ("Tom", CommentState.SHOWN, CommentKind.COMMENT),
        ("Mills", CommentState.SHOWN, CommentKind.PINGBACK),
    ]
    assert found.closed


def test_a_notice_in_the_place_of_a_comment_is_one() -> None:
    found = thread(
        "3 Comments\n\nHilde\n12 Jan 2021 09:00\n\nHow cold was it?\n\n"
        "This comment was deleted.\n\nCaspar Lund\n14 Jan 2021 16:10\n\nVery cold.\n"
    )
    assert [(c.author, c.state) for c in found.comments] == [
        ("Hilde", CommentState.SHOWN),
        (None, CommentState.DELETED),
        ("Caspar Lund", CommentState.SHOWN),
    ]
    assert blocks_text(found.comments[0].blocks) == "How cold was it?"


def test_a_line_that_answers_a_title_by_somebody_gives_the_parent() -> None:
    found = thread(
        "Comments\n\nPetra Vole (not verified)\n\n14 March, 2023 - 09:26\n\nWhich gate is it?\n\n"
        "Mole 42\n\n14 March, 2023 - 12:13\n\n"
        "In reply to Which gate? by Petra Vole (not verified)\n\n"
        "The other.\n\nAdd new comment\n"
    )
    assert said(found) == [("Petra Vole", "Which gate is it?"), ("Mole 42", "The other.")]
    assert [c.parent for c in found.comments] == [None, 0]


@pytest.mark.parametrize(
    "signature",
    [
        "Posted by: {name} | May {day}, 2014 at 09:12 AM",
        "Rédigé par : {name} | {day} mai 2014 à 09:12",
        "Comment by {name} — 2014-05-0{day} @ 09:12",
    ],
)
def test_signatures_name_their_commenters(signature: str) -> None:
    signed = [signature.format(name=name, day=day) for day, name in ((4, "Odette"), (5, "Firmin"))]
    found = thread(
        f"Comments\n\nIs the water any good?\n\n{signed[0]}\n\n"
        f"It is cold.\n\nAnd wet.\n\n{signed[1]}\n\n"
        "Comments are closed.\n"
    )
    assert said(found) == [
        ("Odette", "Is the water any good?"),
        ("Firmin", "It is cold.\nAnd wet."),
    ]
    assert [c.date.iso for c in found.comments if c.date] == [
        "2014-05-04T09:12:00",
        "2014-05-05T09:12:00",
    ]


def test_a_form_titled_beside_its_cancel_link_ends_the_thread() -> None:
    page = parse(
        f"{ARTICLE}1 Comment\n\nRuth says:\nMay 4, 2014 at 9:12 am\nNew.\n\n"
        "Leave a Reply Cancel reply\n\n   Your email address will not be published.\n"
    )
    assert page.thread is not None
    assert said(page.thread) == [("Ruth", "New.")]
    assert page.form is not None
    assert page.form.title == "Leave a Reply"


@pytest.mark.parametrize(
    "head",
    [
        "{date} - {name}",
        "#1 {name} {date}",
        "+4#1 {name} {date}",
        "{name}\n4 points\n{date}",
        "{name}says:\n{date}",
    ],
)
def test_names_stand_beside_dates_in_many_ways(head: str) -> None:
    rows = [
        head.format(name=name, date=date) + f"\n\nWords of {name}.\n\n"
        for name, date in (
            ("Ottoline", "May 4, 2014, 9:12 a.m."),
            ("Pendle", "May 5, 2014, 9:12 a.m."),
        )
    ]
    found = thread(f"2 comments\n\n{''.join(rows)}Comments are closed.\n")
    assert said(found) == [("Ottoline", "Words of Ottoline."), ("Pendle", "Words of Pendle.")]
