from __future__ import annotations

from tests.plain.sessions import Reader


def heads(reader: Reader) -> list[str]:
    """The numbers of all comments that reading on comes by."""
    reader("g")
    told = list(reader.told)
    while not reader("")[0].startswith("This is the last"):
        told += reader.told
    return [line.split()[1] for line in told if line.startswith("Comment ")]


def test_what_is_folded_is_passed_over_and_told_of(reader: Reader) -> None:
    reader("comments")
    assert reader("fold") == ["Folded; 3 replies below it will be passed over."]
    assert reader("where")[0].endswith("folded with 3 replies.")
    assert heads(reader) == ["1", "5", "6", "7"]
    reader("1")
    assert "Bij ons zitten er elk jaar merels in." in reader("unfold")
    assert heads(reader) == list("1234567")


def test_h_and_l_walk_the_tree(reader: Reader) -> None:
    reader("comments", "l")
    assert reader.at == "Sjoerd"
    assert reader("h") == ["Folded; 1 reply below it will be passed over."]
    reader("h")
    assert reader.at == "Marijke"
    reader("2")
    assert reader("l")[0].endswith("1 reply.")
    reader("7")
    assert reader("l") == ["This comment is open, and nobody answered it."]


def test_all_conversations_fold_and_open(reader: Reader) -> None:
    reader("comments", "3j")
    assert reader("H")[:2] == [
        "All conversations are folded.",
        "Comment 1 of 7, level 1, Marijke, 2 maart 2026, folded with 3 replies.",
    ]
    assert heads(reader) == ["1", "5", "7"]
    reader("L")
    assert heads(reader) == list("1234567")


def test_levels_fold_one_by_one_and_by_number(reader: Reader) -> None:
    reader("comments")
    assert reader("<")[0] == "Open down to level 2."
    assert heads(reader) == ["1", "2", "4", "5", "6", "7"]
    assert reader("1<")[0] == "Open down to level 1."
    assert heads(reader) == ["1", "5", "7"]
    assert reader("9>")[0] == "Open down to level 3."


def test_the_conversation_around_a_deep_reply_folds_and_the_next_is_told(reader: Reader) -> None:
    reader("comments", "2j")
    told = reader("X")
    assert told[0] == "The conversation is folded."
    assert told[1].startswith("Comment 5 of 7, level 1, Kees")
    assert reader("k")[0].endswith("folded with 3 replies.")


def test_a_move_into_a_fold_opens_it(reader: Reader) -> None:
    reader("comments", "H")
    assert reader("3")[0].startswith("Comment 3 of 7, level 3, Marijke")
    assert heads(reader) == ["1", "2", "3", "4", "5", "7"]


def test_a_fold_can_be_undone(reader: Reader) -> None:
    reader("comments", "h", "H")
    assert reader("undo")[0] == "Undone: folded all conversations."
    assert heads(reader) == ["1", "5", "6", "7"]
    reader("undo")
    assert heads(reader) == list("1234567")
    assert reader("undo") == ["Nothing to undo."]
