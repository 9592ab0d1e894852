from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from tui.parse.clean import clean_line
from tui.store.bookmarks import (
    FILE_NAME,
    Bookmark,
    BookmarkError,
    Bookmarks,
    address_of,
    split_tags,
)

HEDGE = Bookmark("https://tuin.example/heg/", "De heg en de schaar", ("hedge", "birds"))
DYKE = Bookmark("https://deich.example/2026/03", "Eine Wanderung am Deich")
BY_HAND = """# The gardens
https://tuin.example/heg/ #hedge #birds De heg en de schaar

https://deich.example/2026/03 Eine Wanderung am Deich
see the note of last week
"""


@pytest.fixture
def bookmarks(tmp_path: Path) -> Bookmarks:
    return Bookmarks(tmp_path / "data")


@pytest.fixture
def by_hand(bookmarks: Bookmarks) -> Bookmarks:
    bookmarks.path.parent.mkdir()
    bookmarks.path.write_text(BY_HAND)
    return bookmarks


def test_without_a_file_there_are_no_bookmarks(bookmarks: Bookmarks) -> None:
    assert bookmarks.read().bookmarks == ()
    bookmarks.take_off("https://nergens.example/")
    assert not bookmarks.path.exists()


def test_a_file_written_by_hand_is_read(by_hand: Bookmarks) -> None:
    shelf = by_hand.read()
    assert shelf.bookmarks == (HEDGE, DYKE)
    assert shelf.find("https://elders.example/", None, DYKE.address) == DYKE
    assert shelf.find("https://elders.example/") is None


def test_a_line_that_cannot_be_read_is_told_by_its_number_and_kept(by_hand: Bookmarks) -> None:
    (problem,) = by_hand.read().problems
    assert problem.startswith(f"Line 5 of {by_hand.path} is left alone")
    by_hand.take_off(HEDGE.address)
    by_hand.put(Bookmark("https://nieuw.example/", "#wel of niet", ("ja",)))
    assert by_hand.path.read_text() == (
        "# The gardens\n\nhttps://deich.example/2026/03 Eine Wanderung am Deich\n"
        "see the note of last week\nhttps://nieuw.example/ #ja \\#wel of niet\n"
    )


def test_other_tags_change_a_bookmark_where_it_stands(by_hand: Bookmarks) -> None:
    by_hand.put(Bookmark(HEDGE.address, HEDGE.title, ("garden",)))
    assert by_hand.path.read_text() == BY_HAND.replace("#hedge #birds", "#garden")


def test_a_page_that_is_listed_twice_is_taken_off_as_a_whole(bookmarks: Bookmarks) -> None:
    bookmarks.put(DYKE)
    with bookmarks.path.open("a") as file:
        file.write(f"{DYKE.address} again")
    assert bookmarks.read().bookmarks == (DYKE,)
    bookmarks.take_off(DYKE.address)
    assert bookmarks.path.read_bytes() == b""


def test_line_ends_and_bytes_of_others_stay(bookmarks: Bookmarks) -> None:
    bookmarks.path.parent.mkdir()
    bookmarks.path.write_bytes(b"# caf\xe9\r\nhttps://a.example/ Een\r\n\xff\xfe")
    bookmarks.put(DYKE)
    assert bookmarks.path.read_bytes() == (
        b"# caf\xe9\r\nhttps://a.example/ Een\r\n\xff\xfe\r\n"
        b"https://deich.example/2026/03 Eine Wanderung am Deich\r\n"
    )


def test_a_link_to_a_synced_file_stays_a_link(bookmarks: Bookmarks, tmp_path: Path) -> None:
    synced = tmp_path / "synced.txt"
    synced.write_text("# mine\n")
    bookmarks.path.parent.mkdir()
    bookmarks.path.symlink_to(synced)
    bookmarks.put(DYKE)
    assert bookmarks.path.is_symlink()
    assert synced.read_text() == f"# mine\n{DYKE.address} {DYKE.title}\n"


def test_what_cannot_be_written_is_told_and_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("geen map")
    with pytest.raises(BookmarkError, match=r"^The bookmarks could not be written: .+\.$"):
        Bookmarks(tmp_path / "data").put(DYKE)
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(BookmarkError, match="is a folder; move it away"):
        Bookmarks(tmp_path).read()


def test_tags_are_words_with_a_sign_or_without() -> None:
    assert split_tags(" garden #hedge  garden ##\x1b[31m") == ("garden", "hedge", "[31m")
    assert split_tags("") == ()


def test_files_have_an_address_and_pipes_have_none() -> None:
    assert address_of("https://a.example/b#comment-1") == "https://a.example/b"
    assert address_of("/srv/een pagina.html") == "file:///srv/een%20pagina.html"
    with pytest.raises(BookmarkError, match="pipe"):
        address_of("-")


TAGS = st.text(string.ascii_letters + "é-#.", max_size=8).map(split_tags)
ADDRESSES = st.sampled_from(["https://a.example/", "http://b.example/?q=1", "file:///c%20d.html"])
BOOKMARKS = st.builds(
    Bookmark, ADDRESSES, st.text(max_size=30).map(clean_line), st.lists(TAGS).map(
        lambda some: tuple(dict.fromkeys(tag for tags in some for tag in tags))
    )
)  # fmt: skip
COMMENTS = st.text(max_size=20).map(lambda text: "# " + text.replace("\n", " "))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(COMMENTS, st.lists(BOOKMARKS, max_size=4))
def test_what_is_put_comes_back_and_what_others_wrote_stays(
    tmp_path: Path, comment: str, some: list[Bookmark]
) -> None:
    bookmarks = Bookmarks(tmp_path)
    bookmarks.path.write_text(f"{comment}\nno address\n", "utf-8", "replace", newline="\n")
    before = bookmarks.path.read_bytes()
    for bookmark in some:
        bookmarks.put(bookmark)
    last = {bookmark.address: bookmark for bookmark in some}
    assert bookmarks.read().bookmarks == tuple(last.values())
    assert bookmarks.path.read_bytes().startswith(before)
    for address in last:
        bookmarks.take_off(address)
    assert bookmarks.path.read_bytes() == before
