"""A part of a thread, or all of it in another order, on the command line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from tests.programs import ran as run
from tests.reading.samples import threads
from tests.test_cli import PAGE, told
from tui.dump.jsonform import dump_json
from tui.dump.markdown import dump_markdown
from tui.dump.text import dump_text
from tui.model import Article, Page, Thread
from tui.parse import parse_page
from tui.reading.arrangement import Order
from tui.reading.selection import select
from tui.reading.visits import Visits
from tui.store.draft import PageRef, ParentRef
from tui.store.drafts import DraftStore
from tui.store.library import Library

LATER = """<li id="comment-9" class="comment depth-1"><article class="comment-body"><footer>
<b class="fn">Wil</b> <time datetime="2026-03-02T08:00:00+01:00">2 maart 2026 om 8:00</time>
</footer><div class="comment-content"><p>Morgen weer.</p></div></article></li></ol></section>"""
LONGER = PAGE.replace("</ol></section>", LATER)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "dijk.html"
    path.write_text(LONGER)
    return path


def authors(page: Path, *options: str) -> list[tuple[str, bool]]:
    """Who wrote what is printed, and whether it matches."""
    done = run("dump", page, "--format", "json", *options)
    assert (done.returncode, done.stderr) == (0, b"")
    return [(one["author"], one["matches"]) for one in json.loads(done.stdout)["comments"]]


def test_text_has_what_matches_and_the_heads_of_what_it_answers(page: Path) -> None:
    text = run("dump", page, "--filter", "author:ada").stdout.decode()
    assert "\n1 of 3 comments matches\n" in text
    assert "\nJos [b], 1 maart 2026 om 9:30\n  [...]\n" in text
    assert "\n  Ada, 1 maart 2026 om 10:00, in reply to Jos [b]\n    Bij mij niet.\n" in text
    assert "viel mee" not in text
    assert "Wil" not in text
    assert text.startswith("Langs de dijk\n")


def test_markdown_has_them_too(page: Path) -> None:
    text = run("dump", page, "--filter", "niet or weer", "--format", "markdown").stdout.decode()
    assert "## 2 of 3 comments match\n" in text
    assert "\n\n\\[...\\]\n" in text
    assert "viel mee" not in text
    assert "> Bij mij niet." in text
    assert "Morgen weer." in text


def test_json_says_what_matches_and_its_parents_are_in_the_list(page: Path) -> None:
    done = run("dump", page, "--format", "json", "--filter", "niet or weer", "--sort", "newest")
    shown = json.loads(done.stdout)
    listed = [(one["key"], one["parent"], one["matches"]) for one in shown["comments"]]
    assert listed == [("9", None, True), ("7", None, False), ("8", 1, True)]
    assert shown["comments"][1]["text"] == "Ik was er; het viel mee."
    assert shown["thread"]["total"] == 3


def test_the_order_is_the_one_that_was_asked_for(page: Path) -> None:
    for order, first in (("page", "Jos [b]"), ("newest", "Wil"), ("replies", "Jos [b]")):
        assert authors(page, "--sort", order)[0] == (first, True)
    text = run("dump", page, "--sort", "newest").stdout.decode()
    assert "\n3 comments\n\nWil, " in text


def test_a_filter_that_nothing_matches_is_no_failure(page: Path, tmp_path: Path) -> None:
    assert "\n0 of 3 comments match\n" in run("dump", page, "--filter", "nergens").stdout.decode()
    bare = tmp_path / "kaal.html"
    bare.write_text("<p>Geen reacties hier.</p>")
    assert run("dump", bare, "--filter", "nergens", "--sort", "newest").stdout.startswith(b"Geen")


def test_a_wrong_filter_is_wrong_use_and_told_before_the_page_is_had(tmp_path: Path) -> None:
    gone = tmp_path / "weg.html"
    assert "perhaps author: is meant" in told(run("dump", gone, "--filter", "autor:jos"), 2)
    assert "50 deep" in told(run("dump", gone, "--filter", "(" * 10_000), 2)
    assert run("dump", gone, "--sort", "author").returncode == 2


def test_what_was_read_drafted_and_written_by_oneself_is_known(page: Path, home: Path) -> None:
    key = parse_page(page.read_bytes(), url=None, content_type=None).key
    assert authors(page, "--filter", "is:new or is:read or has:draft or by:me") == []
    assert len(authors(page, "--filter", "is:unread")) == 3
    library = Library(home / "data" / "library.sqlite")
    before = datetime.now(UTC) - timedelta(hours=1)
    library.keep_visits(
        key, Visits(before, old=frozenset({"7", "8"}), fresh=frozenset(), read=frozenset({"7"}))
    )
    DraftStore(home / "data" / "drafts").create(
        PageRef(key=key, source=str(page), title=None),
        ParentRef(key="8", author="Ada", date="", permalink=None, text=""),
    )
    (home / "config").mkdir()
    (home / "config" / "rejoinder.toml").write_text('names = ["wil"]\n')
    assert authors(page, "--filter", "is:read") == [("Jos [b]", True)]
    assert authors(page, "--filter=-is:read -is:new") == [("Jos [b]", False), ("Ada", True)]
    assert authors(page, "--filter", "new:") == [("Wil", True)]
    assert authors(page, "--filter", "by:me") == [("Wil", True)]
    assert authors(page, "--filter", "has:draft") == [("Jos [b]", False), ("Ada", True)]


def test_stores_that_are_broken_do_not_keep_a_page_from_being_printed(
    page: Path, home: Path
) -> None:
    (home / "data").mkdir()
    (home / "data" / "drafts").write_text("a file where a folder should be")
    (home / "data" / "library.sqlite").write_text("no database")
    assert len(authors(page, "--filter", "is:unread")) == 3


@given(threads(), st.sampled_from(list(Order)), st.data())
def test_a_part_is_a_thread_of_the_same_comments(
    thread: Thread, order: Order, data: st.DataObject
) -> None:
    every: Sequence[int] = range(len(thread))
    matched = data.draw(st.none() | st.frozensets(st.sampled_from(every))) if every else None
    part = select(thread, order, matched)
    assert part.total == len(thread)
    assert part.matches == len(every if matched is None else matched)
    for index, comment in enumerate(part.thread.comments):
        whole = thread.comments[thread.index_of(comment.key) or 0]
        assert comment.blocks == whole.blocks
        above = None if whole.parent is None else thread.comments[whole.parent].key
        there = None if comment.parent is None else part.thread.comments[comment.parent].key
        assert above == there
        assert (index in (part.context or ())) == (
            matched is not None and thread.index_of(comment.key) not in matched
        )
    page = Page(Article("T"), "0", thread=thread)
    shown: dict[str, Any] = json.loads(dump_json(page, "p", part))
    assert [one["parent"] for one in shown["comments"]] == [
        comment.parent for comment in part.thread.comments
    ]
    for text in (dump_text(page, 60, part), dump_markdown(page, part)):
        assert text.count("[...") == len(part.context or ())
