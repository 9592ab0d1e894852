"""Random threads in each system's markup come back as they were; damaged pages do no harm."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from importlib import import_module
from pkgutil import iter_modules

import pytest
from hypothesis import given, strategies as st

from tests.chance import examples
from tests.parse.threads import markup
from tests.parse.threads.markup.writing import Markup, Sample
from tests.parse.threads.pages import FIXTURES, found, thread
from tui.model import Comment, blocks_text
from tui.parse.threads.catalogue import system_entries

HOSTILE = ["\x1b]0;x\x07", "\u202e", "\ud800", "[bold]x[/]", "\x00", "<b>"]
PAGES = [page.read_text(encoding="utf-8") for page in sorted(FIXTURES.glob("*.html"))]
MARKUPS: list[Markup] = [
    import_module(f"{markup.__name__}.{module.name}").MARKUP
    for module in iter_modules(markup.__path__)
    if module.name != "writing"
]

NAMES = st.sampled_from(
    ["Ans", "J.P. de Wit", "O'Brien", "Ågot Ødegård", "山田太郎", "Борис", "محمد", "x_X_9", "R&D"]
)
WORDS = st.lists(
    st.sampled_from(
        [
            "peat",
            "moor & fen",
            "a < b",
            "5 May",
            "« bien »",
            "泥炭",
            "торф",
            "الخث",
            "https://x.example",
        ]
    ),
    min_size=1,
    max_size=5,
).map(lambda words: "Well " + " ".join(words) + ".")
FIRST = datetime(2021, 3, 14, 9, 26)  # noqa: DTZ001 -- pages show the time of their place


@st.composite
def threads(draw: st.DrawFn, written: Markup, least: int = 1) -> list[Sample]:
    """Comments in reading order, each answering an earlier one or none."""
    count = draw(st.integers(least, 10))
    authors = st.one_of(st.none(), NAMES) if written.nameless else NAMES
    number = 0
    line: list[int] = []  # the comments that the next one can answer, outermost first
    samples: list[Sample] = []
    for index in range(count):
        number += draw(st.integers(1, 9))
        depth = draw(st.integers(0, min(len(line), written.deepest))) if written.threaded else 0
        samples.append(
            Sample(
                number=number,
                parent=line[depth - 1] if depth else None,
                depth=depth,
                author=draw(authors),
                at=FIRST + timedelta(hours=7 * number),
                words=(f"Number {number} then.", *draw(st.lists(WORDS, max_size=3))),
            )
        )
        line = [*line[:depth], index]
    return samples


def day(comment: Comment) -> date | None:
    at = comment.date.at if comment.date else None
    return at.date() if isinstance(at, datetime) else at


@pytest.mark.parametrize("written", MARKUPS, ids=lambda written: written.system)
@examples(1 / 3)
@given(data=st.data())
def test_thread_comes_back_as_it_was_written(written: Markup, data: st.DataObject) -> None:
    samples = data.draw(threads(written))
    read = thread(written.write(samples))
    assert read.system == written.system
    assert [comment.author for comment in read.comments] == [s.author for s in samples]
    assert [comment.parent for comment in read.comments] == [s.parent for s in samples]
    assert [blocks_text(comment.blocks).split() for comment in read.comments] == [
        " ".join(sample.words).split() for sample in samples
    ]
    if written.dated:
        days = [
            comment.date.iso[:10] if comment.date and comment.date.iso else None
            for comment in read.comments
        ]
        assert days == [sample.at.date().isoformat() for sample in samples]
    if written.key is not None:
        assert [c.key for c in read.comments] == [written.key(s.number) for s in samples]


def test_every_system_is_written() -> None:
    assert {entry.name for entry in system_entries()} == {written.system for written in MARKUPS}


@examples(4)
@given(
    page=st.sampled_from(PAGES),
    start=st.floats(0, 1),
    length=st.integers(0, 400),
    patch=st.sampled_from(["", *HOSTILE, "</div></li>", "<ol><li class='comment depth-9'>", '"']),
)
def test_damaged_page_gives_a_sound_thread_or_none(
    page: str, start: float, length: int, patch: str
) -> None:
    at = int(start * len(page))
    result = found(page[:at] + patch + page[at + length :])
    if result.thread is not None:
        for comment in result.thread.comments:
            shown = f"{comment.author}{blocks_text(comment.blocks)}{comment.key}{comment.permalink}"
            assert not set(shown) & set("\x1b\x07\x00\u202e\ud800")


@pytest.mark.parametrize("page", PAGES)
def test_page_cut_anywhere_does_not_fail(page: str) -> None:
    for part in range(1, 12):
        found(page[: len(page) * part // 12])
