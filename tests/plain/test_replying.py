from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.plain.sessions import Reader, later, stores
from tui.errors import DraftError
from tui.plain.stores import PlainStores
from tui.store.draft import Draft, PageRef, ParentRef
from tui.store.drafts import DraftStore


def on_disk(kept: PlainStores) -> list[Draft]:
    """The drafts as another program finds them."""
    return DraftStore(kept.drafts.folder).all()


@pytest.fixture
def kept(home: Path) -> PlainStores:
    return stores(home)


@pytest.fixture
def reader(kept: PlainStores, hedge: Path) -> Reader:
    reader = Reader(kept, hedge)
    reader("comments")
    return reader


def test_each_line_of_a_reply_is_on_disk_before_the_next(kept: PlainStores, reader: Reader) -> None:
    assert reader("r") == [
        "Reply to Marijke. Type lines; a line with a dot alone ends, .h tells more.",
        "It begins with this quote:",
        "> Bij ons zitten er elk jaar merels in.",
        "",
    ]
    assert reader.prompt == "reply> "
    assert on_disk(kept) == []
    assert reader("Bij ons ook.") == []
    assert on_disk(kept)[0].body == "> Bij ons zitten er elk jaar merels in.\n\nBij ons ook.\n"
    reader("", "En mussen.")
    assert on_disk(kept)[0].body.endswith("\nBij ons ook.\n\nEn mussen.\n")
    assert reader(".") == ["The draft is kept."]
    assert reader.prompt == "comment 1> "
    (draft,) = on_disk(kept)
    assert draft.parent is not None
    assert (draft.parent.key, draft.page.key) == ("1", "https://tuin.example/heg/")
    assert reader(",")[0].endswith(", 1 draft of yours.")
    assert reader(",")[-1] == "Your draft: Bij ons ook. En mussen."


def test_a_reply_to_the_article_quotes_the_part_that_was_told(
    kept: PlainStores, reader: Reader
) -> None:
    reader("article", "2j", "reply", "Klopt.", ".")
    (draft,) = on_disk(kept)
    assert draft.parent is None
    assert draft.body.startswith("> Niet in het voorjaar, want dan broeden de merels.")


def test_a_reply_without_a_quote_or_words(kept: PlainStores, reader: Reader) -> None:
    reader("R", "Alleen dit.", ".")
    assert [draft.body for draft in on_disk(kept)] == ["Alleen dit.\n"]
    reader("j", "r")
    assert reader(".") == ["Nothing was written, so no draft is kept."]
    assert len(on_disk(kept)) == 1


def test_signs_tell_take_back_and_are_text_with_a_dot_more(
    kept: PlainStores, reader: Reader
) -> None:
    reader("R", "een", "twee")
    assert reader(".p") == ["een", "twee"]
    assert reader(".u") == ["Taken back: twee"]
    assert reader(".h")[0] == ".: end; the draft is kept"
    reader("..", "..u", "...", ".htaccess", ".")
    assert on_disk(kept)[0].body == "een\n.\n.u\n...\n.htaccess\n"


def test_a_draft_is_gone_on_with(kept: PlainStores, reader: Reader) -> None:
    reader("R", "Eerst dit.", ".")
    assert reader("e") == [
        "Reply to Marijke. Type lines; a line with a dot alone ends, .h tells more.",
        "The draft so far:",
        "Eerst dit.",
    ]
    reader("Dan dat.", ".")
    assert [draft.body for draft in on_disk(kept)] == ["Eerst dit.\nDan dat.\n"]
    reader("R", "Nog een.", ".")
    assert reader("e") == ["There are 2 drafts here; name one by its number."]
    assert reader("2e")[-1] == "Nog een."
    reader(".", "j")
    assert reader("e") == ["There is no draft here; r begins one, D lists all."]


def test_a_draft_is_discarded_after_a_yes(kept: PlainStores, reader: Reader) -> None:
    reader("R", "Weg hiermee.", ".")
    assert reader("x") == ["Discard your draft to Marijke on “De heg”?"]
    reader("n")
    assert len(on_disk(kept)) == 1
    reader("x")
    assert reader("y") == [f"Discarded; it is kept in {kept.drafts.folder / 'discarded'}."]
    assert on_disk(kept) == []
    assert reader("where")[0].endswith("2 replies.")
    reader("R", "Ook weg.", ".x")
    assert (reader.prompt, reader("no")) == ("yes or no> ", ["Nothing was done."])
    assert reader.prompt == "reply> "
    reader(".x", "yes")
    assert (reader.prompt, on_disk(kept)) == ("comment 1> ", [])


def test_the_list_of_drafts_goes_on_with_any_of_them(kept: PlainStores, reader: Reader) -> None:
    kept.drafts.create(PageRef("k", "elders.html", "Elders"), ParentRef("9", "Bas"), "Van ver.\n")
    reader("R", "Van hier.", ".")
    told = reader("D")
    assert sorted(line[3:] for line in told[:2]) == [
        "draft to Bas on “Elders”: Van ver., just now",
        "draft to Marijke on “De heg”: Van hier., just now",
    ]
    far = next(line[0] for line in told if "Elders" in line)
    assert reader(far)[-1] == "Van ver."
    reader("Nog verder.", ".")
    assert {draft.body for draft in on_disk(kept)} == {"Van ver.\nNog verder.\n", "Van hier.\n"}
    assert reader.prompt == "drafts> "
    assert reader("5") == ["There is no row 5; the last is 2."]
    reader("1x", "y", "q")
    assert len(on_disk(kept)) == 1
    assert reader.prompt == "comment 1> "


def test_what_cannot_be_saved_stays_and_is_told_at_the_end(
    kept: PlainStores, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Draft:
        raise DraftError("The disk is full.")

    reader("R", "Eerste.")
    monkeypatch.setattr(DraftStore, "put", fail)
    (sentence,) = reader("Tweede.")
    assert sentence.startswith("The disk is full. What you typed is kept here")
    reader(".")
    assert reader.prompt == "reply> "
    assert reader.leave()[-4:] == ["This is what you wrote:", "Eerste.", "Tweede.", ""]
    monkeypatch.undo()
    assert on_disk(kept)[0].body == "Eerste.\n"


def test_leaving_while_writing_keeps_the_words(kept: PlainStores, reader: Reader) -> None:
    reader("R", "Midden in een zin")
    assert reader.leave() == []
    assert on_disk(kept)[0].body == "Midden in een zin\n"


def test_the_users_own_editor_goes_on(home: Path, hedge: Path) -> None:
    script = home / "editor.sh"
    script.write_text('#!/bin/sh\nprintf "uit de editor\\n" >> "$1"\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    kept = stores(home, EDITOR=str(script))
    reader = Reader(kept, hedge)
    reader("comments", "R", "eerst")
    assert reader(".e") == ["The reply has 2 lines now; a dot alone ends."]
    reader(".")
    assert [draft.body for draft in on_disk(kept)] == ["eerst\nuit de editor\n"]
    reader("editor", ".")
    assert [draft.body for draft in on_disk(kept)] == ["eerst\n" + "uit de editor\n" * 2]


def test_without_an_editor_writing_goes_on(reader: Reader) -> None:
    reader("R", "eerst")
    assert reader(".e") == ["No editor is set; name one in $VISUAL or $EDITOR."]
    assert reader.prompt == "reply> "


def test_a_draft_is_there_at_the_next_visit(kept: PlainStores, hedge: Path, reader: Reader) -> None:
    reader("R", "Bewaard.", ".", "quit")
    reader.leave()
    again = Reader(later(kept, hours=1), hedge)
    assert "1 draft of yours." in again.told
