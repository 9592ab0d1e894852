from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.app.pages import HEDGE, URL, Reply
from tests.plain.sessions import Reader, later, stores, write_page
from tui.store.settings import CommandSettings, Settings

LINKS = 'Zie <a href="#comment-2">de heg</a> en <a href="https://ander.example/">elders</a>.'


@pytest.fixture
def linked(home: Path) -> Reader:
    page = write_page(home, [Reply("Wil", LINKS), Reply("Jos", "Kijk.")])
    return Reader(replace(stores(home), browse=lambda _url: True), page)


def test_links_are_numbered_and_followed_by_number(linked: Reader) -> None:
    linked("comments")
    assert linked("links") == ["1: de heg, #comment-2", "2: elders, https://ander.example/"]
    assert linked("3f") == ["There is no link 3 here; the last is 2."]
    assert linked("2F") == ["Handed to the browser: https://ander.example/"]
    assert linked("2o") == ["Handed to the browser: https://ander.example/"]
    linked("1f")
    assert linked.at == "Jos"
    assert linked("f") == ["There is no link here."]
    linked("-")
    assert linked.at == "Wil"


def test_addresses_go_to_the_browser_or_are_told(home: Path, hedge: Path, linked: Reader) -> None:
    linked("2")
    assert linked("o") == [f"Handed to the browser: {URL}#comment-2"]
    without = Reader(stores(home), hedge)
    assert without("O") == [f"The address is {URL}"]


def test_a_link_to_a_page_opens_it_and_back_comes_back(home: Path) -> None:
    other = home / "ander.html"
    other.write_text("<h1>Ander</h1><article><p>Een ander verhaal.</p></article>")
    reader = Reader(stores(home), write_page(home))
    reader("comments", "j")
    assert reader(f"open {other}")[1] == "Ander"
    assert reader("q") == [
        "De heg", "Comment 2 of 7, level 2, Sjoerd, in reply to Marijke, 3 maart 2026, 1 reply."
    ]  # fmt: skip
    assert reader("open")[0].startswith("Open what?")
    assert "There is no file" in reader("open weg.html")[-1]
    assert reader.at == "Sjoerd"
    reader("q")
    assert reader.session.over


def test_the_library_lists_pages_to_open_by_number(home: Path, hedge: Path) -> None:
    kept = stores(home)
    assert Reader(kept, None).told == [
        "No page was opened yet. Type open and an address or a file."
    ]
    Reader(kept, hedge).leave()
    reader = Reader(later(kept, hours=1), None)
    assert reader.told[0] == f"1: De heg, opened 2026-06-01, {hedge}"
    assert reader.prompt == "library> "
    assert reader("j") == ["That cannot be done here; help lists what can."]
    assert reader("2") == ["There is no row 2; the last is 1."]
    assert reader("1")[1] == "De heg"
    reader("B")
    assert reader.prompt == "library> "
    hedge.unlink()
    told = reader("1")
    assert told[1] == "De heg"
    assert any("This is the copy kept on 2026-06-01" in line for line in told)


def test_a_page_is_written_to_a_file_as_its_ending_says(home: Path, reader: Reader) -> None:
    path = home / "uit.md"
    assert reader(f"export {path}") == [f"Written to {path}."]
    assert path.read_text().startswith("# De heg\n")
    assert reader(f"export {path}") == [f"{path} is there already. Replace it?"]
    path.write_text("van mij")
    reader("no")
    assert path.read_text() == "van mij"
    reader(f"export {home / 'uit.json'}")
    assert json.loads((home / "uit.json").read_text())["title"] == "De heg"
    reader("comments", "2", f"export branch {home / 'tak.txt'}")
    assert (home / "tak.txt").read_text().count("Marijke, 4 maart") == 1
    assert "mussen" not in (home / "tak.txt").read_text()
    assert "does not end in" in reader(f"export {home / 'uit.pdf'}")[0]
    assert reader(f"export {home / 'uit.md' / 'uit.txt'}")[0].startswith(
        "The output cannot be written: "
    )
    nowhere = home / "nergens"
    told = reader(f"export {nowhere / 'uit.md'}")
    assert told == [f"There is no folder {nowhere}; make it, or name another."]
    assert not nowhere.exists()
    assert reader("export")[0].startswith("Export to which file?")
    assert "cannot be written" in reader(f"export {home / ('x' * 300)}.md")[0]


def test_words_are_handed_to_a_command(home: Path, hedge: Path) -> None:
    reader = Reader(stores(home, PATH="/usr/bin:/bin"), hedge)
    reader("comments")
    assert reader("| tr a-z A-Z") == ["BIJ ONS ZITTEN ER ELK JAAR MERELS IN."]
    assert reader("| sh -c 'exit 3'") == ["sh ended with status 3."]
    assert "There is no command xyzzy" in reader("|xyzzy")[0]
    assert reader("|") == ["No command was given."]


def test_all_links_of_the_page_are_listed(linked: Reader) -> None:
    assert linked("U") == [
        "1: eerst dit lezen, #comment-4",
        "2: de heg, in what Wil wrote, #comment-2",
        "3: elders, in what Wil wrote, https://ander.example/",
        "U and a number opens one here.",
    ]
    assert linked("all links elders")[0].startswith("3: elders")
    linked("2U")
    assert linked.at == "Jos"
    assert linked("9U") == ["There is no link 9; the last is 3."]


def test_a_page_is_bookmarked_with_tags(home: Path, reader: Reader) -> None:
    assert reader("*") == ["Bookmarked."]
    assert reader("@ heg vogels") == ["Bookmarked with heg vogels."]
    assert "#heg #vogels De heg" in (home / "bookmarks.txt").read_text()
    assert reader("tags") == ["Tags: heg vogels."]
    assert reader("bookmark") == ["The bookmark is taken off."]
    reader("undo")
    assert "#heg #vogels De heg" in (home / "bookmarks.txt").read_text()


def test_offline_no_address_is_fetched(home: Path, hedge: Path) -> None:
    reader = Reader(replace(stores(home), offline=True), hedge)
    (_, sentence) = reader("open tuin.example/anders")
    assert "was never kept, so it cannot be read offline" in sentence
    assert reader("where") == ["At the title of the article."]


def test_dates_are_told_as_ages_and_as_days(reader: Reader) -> None:
    reader("comments")
    assert reader("t") == ["Dates are told as ages."]
    assert reader("where")[0].endswith(", 2 months ago, 2 replies.")
    assert reader("t") == ["Dates are told as days."]
    assert reader("where")[0].endswith(", 2026-03-02 09:00, 2 replies.")
    reader("t")
    assert reader("where")[0].endswith(", 2 maart 2026, 2 replies.")


def test_copies_go_to_a_clipboard_where_there_is_one(home: Path, hedge: Path) -> None:
    reader = Reader(stores(home, PATH="/usr/bin:/bin"), hedge)
    assert reader("y")[0].startswith("There is no clipboard here")
    reader.leave()
    taken = home / "geplakt"
    commands = CommandSettings(copy=("tee", str(taken)))
    kept = replace(later(stores(home, PATH="/usr/bin:/bin"), hours=1),
                   preferences=Settings(commands=commands))  # fmt: skip
    reader = Reader(kept, hedge)
    reader("comments", "j")
    assert reader("copy") == ["Copied by tee."]
    assert taken.read_text().startswith("Hoeveel nesten telt u?\n\n— Sjoerd, De heg")
    reader("Y")
    assert taken.read_text() == f"{URL}#comment-2"


def test_quotes_are_cut_to_their_beginning_and_told_whole(home: Path) -> None:
    words = "Een lang citaat dat niemand nog een keer helemaal wil horen, want het staat er al."
    quote = f"<blockquote><p>{words}</p><p>En meer.</p></blockquote><p>Eens.</p>"
    reader = Reader(stores(home), write_page(home, [Reply("Wil", quote)]))
    reader("comments")
    assert reader("T") == ["Quotes are cut to their beginning."]
    told = reader(",")
    assert told[1].startswith("> Een lang citaat")
    assert told[1].endswith("…")
    assert "Eens." in told
    assert not any("En meer." in line for line in told)
    reader("T")
    assert "> En meer." in reader(",")


def test_reading_again_keeps_place_and_folds_and_tells_what_is_new(
    home: Path, reader: Reader
) -> None:
    reader("comments", "h", "7")
    write_page(home, [*HEDGE, Reply("Truus", "Een nieuwe.")])
    assert reader("reload") == [
        "Reading the page again …",
        "1 new comment.",
        "Comment 7 of 8, level 1, Job, 8 maart 2026.",
    ]
    assert reader("j")[0].startswith("Comment 8 of 8, level 1, Truus, new,")
    assert reader("1")[0].endswith("folded with 3 replies.")
    (home / "heg.html").unlink()
    assert "There is no file" in reader("reload")[-1]
    assert reader.at == "Marijke"


def test_a_filter_and_a_search_go_on_after_reading_again(reader: Reader) -> None:
    reader("\\author:wil", "/hoor", "reload")
    assert reader("1")[0].startswith("The filter takes that comment out")
    assert reader("n")[-1] == "Dat hoor je wel, ja."


def test_help_tells_one_command(reader: Reader) -> None:
    assert reader("help reload") == ["reload: Read the page again."]
    assert reader("?")[0].startswith("Type a sign or a word")
    assert reader("help xyzzy")[0].startswith("There is no command xyzzy")
