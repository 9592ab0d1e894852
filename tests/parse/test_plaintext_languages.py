"""Random threads in each language, as lynx and w3m write them, come back as they were."""

from __future__ import annotations

import textwrap
from datetime import datetime
from typing import NamedTuple

import pytest
from hypothesis import given, strategies as st

from tests.chance import examples
from tests.parse.shown_dates import MOMENTS, written
from tui.model import Page, blocks_text
from tui.parse.plaintext import parse_text
from tui.parse.words import Language, is_comments_heading, is_reply_label
from tui.parse.words.languages import LANGUAGES

WORDS = {
    "en": ("The wheel of the mill is new.", "Who paid for it, and when was that?"),
    "nl": ("Het rad van de molen is nieuw.", "Wie heeft dat betaald, en wanneer was dat?"),
    "de": ("Das Rad der Mühle ist neu.", "Wer hat das bezahlt, und wann war das?"),
    "fr": ("La roue du moulin est neuve.", "Qui l'a payée, et quand était-ce ?"),
    "es": ("La rueda del molino es nueva.", "¿Quién la pagó, y cuándo fue eso?"),
    "pt": ("A roda do moinho é nova.", "Quem pagou, e quando foi isso?"),
    "it": ("La ruota del mulino è nuova.", "Chi l'ha pagata, e quando è stato?"),
    "pl": ("Koło młyna jest nowe.", "Kto za to zapłacił i kiedy to było?"),
    "sv": ("Kvarnens hjul är nytt.", "Vem har betalat för det, och när var det?"),
    "da": ("Møllens hjul er nyt.", "Hvem har betalt for det, og hvornår var det?"),
    "nb": ("Møllens hjul er nytt.", "Hvem har betalt for det, og når var det?"),
    "fi": ("Myllyn ratas on uusi.", "Kuka sen maksoi, ja milloin se tapahtui?"),
    "cs": ("Kolo mlýna je nové.", "Kdo to zaplatil a kdy to bylo?"),
    "ru": ("Колесо мельницы новое.", "Кто за это заплатил, и когда это было?"),
    "uk": ("Колесо млина нове.", "Хто за це заплатив, і коли це було?"),
    "tr": ("Değirmenin çarkı yeni.", "Parasını kim ödedi ve bu ne zamandı?"),
    "ja": ("水車の輪は新しいです。", "誰が払ったのですか、いつのことですか。"),
    "zh": ("水车的轮子是新的。", "是谁付的钱,那是什么时候?"),
    "ko": ("물레방아의 바퀴가 새것입니다.", "누가 돈을 냈고 그것은 언제였습니까?"),
    "ar": ("عجلة الطاحونة جديدة.", "من دفع ثمنها ومتى كان ذلك؟"),
}
"""Two sentences in each language."""

NAMES = {
    "ja": ("花子", "田中 一郎", "Kenji"),
    "zh": ("王五", "李小明", "Anna"),
    "ko": ("김철수", "박영희", "Minji"),
    "ar": ("سلمى", "أحمد علي", "Omar"),
    "ru": ("Марина", "Иван Петров", "Anna"),
    "uk": ("Олена", "Тарас Бойко", "Anna"),
}
LATIN_NAMES = ("Anna Visser", "Tom", "Jutta Kern", "mill_fan82", "Sjoerd de Boer")


class Said(NamedTuple):
    """A comment: who, when, how many levels deep, and which sentences."""

    name: str
    at: datetime
    depth: int
    words: list[str]


class Shape(NamedTuple):
    """How a text browser writes nested lists.

    Attributes:
        first: The column of the number of a comment at top level.
        step: How many columns a reply goes to the right.
        bullets: The marks of the lists at each level of replies.
        gap: What stands between paragraphs.
    """

    first: int
    step: int
    bullets: str
    gap: str


SHAPES = {"lynx": Shape(4, 5, "+o#@", "\n"), "w3m": Shape(1, 5, "□☆○■", "\n\n")}
BY_LANGUAGE = pytest.mark.parametrize("table", LANGUAGES, ids=lambda table: table.code)
BY_SHAPE = pytest.mark.parametrize("shape", SHAPES.values(), ids=list(SHAPES))


@st.composite
def threads(draw: st.DrawFn, table: Language) -> list[Said]:
    names = st.sampled_from(NAMES.get(table.code, LATIN_NAMES))
    sentences = st.lists(st.sampled_from(WORDS[table.code]), min_size=1, max_size=4)
    thread: list[Said] = []
    for number in range(draw(st.integers(2, 10))):
        deepest = min(thread[-1].depth + 1, 4) if thread else 0
        depth = draw(st.integers(0, deepest))
        first, *rest = draw(sentences)
        words = [f"{first} ({number})", *rest]
        thread.append(Said(draw(names), draw(MOMENTS), depth, words))
    return thread


class Labels(NamedTuple):
    """The labels of a page: one of each kind of its language's.

    Attributes:
        says: What follows a name, or None for a theme that has the name alone.
        reply: The link that answers a comment.
        heading: What states the count.
        form: The title of the form.
    """

    says: str | None
    reply: str
    heading: str
    form: str


@st.composite
def labels(draw: st.DrawFn, table: Language) -> Labels:
    counts = [count for count in table.many if count.count("{") == count.count("{n}") == 1]
    return Labels(
        draw(st.sampled_from([None, *table.says])),
        draw(st.sampled_from([reply for reply in table.reply if "{" not in reply])),
        draw(st.sampled_from(counts)),
        draw(st.sampled_from([form for form in table.form if is_only_form(form)])),
    )


def is_only_form(label: str) -> bool:
    return "{" not in label and not is_reply_label(label) and not is_comments_heading(label)


def head(name: str, table: Language, said: str | None) -> str:
    if said is None:
        return name
    space = "" if table.code in {"zh", "ko"} and len(said) > 1 else " "
    return f"{name}{space}{said}:"


def save(thread: list[Said], table: Language, shape: Shape, shown: Labels) -> str:
    """The thread as a text browser writes WordPress's markup of it."""
    count = shown.heading.format(n=len(thread))
    article = f"{WORDS[table.code][0]} " * 6
    rows = [f"# {WORDS[table.code][1]}", "", *textwrap.wrap(article, 72), "", "", count, ""]
    number = 0
    for said in thread:
        column = shape.first + said.depth * shape.step
        number += said.depth == 0
        mark = f"{number}." if said.depth == 0 else shape.bullets[said.depth - 1]
        inner = " " * (column + 3)
        rows.append(f"{mark:>{column + 2}} {head(said.name, table, shown.says)}")
        rows.append(f"{inner}{written(said.at, table)}")
        for sentence in said.words:
            rows.extend([*([""] if shape.gap == "\n\n" else []), f"{inner}{sentence}"])
        rows.extend([*([""] if shape.gap == "\n\n" else []), f"{inner}{shown.reply}"])
    rows += ["", shown.form, "", f"   {table.mail[0]}"]
    return "\n".join(rows)


def parents(thread: list[Said]) -> list[int | None]:
    found: list[int | None] = []
    for at, said in enumerate(thread):
        over = (n for n in range(at - 1, -1, -1) if thread[n].depth < said.depth)
        found.append(next(over, None) if said.depth else None)
    return found


def parse(text: str) -> Page:
    return parse_text(text, url=None, digest="0" * 64)


@BY_LANGUAGE
@BY_SHAPE
@given(data=st.data())
@examples(1 / 6)
def test_threads_come_back_from_each_language(
    table: Language, shape: Shape, data: st.DataObject
) -> None:
    thread = data.draw(threads(table))
    shown = data.draw(labels(table))
    page = parse(save(thread, table, shape, shown))
    assert page.thread is not None
    found = page.thread.comments
    assert [c.author for c in found] == [said.name for said in thread]
    assert [c.date.at if c.date else None for c in found] == [said.at for said in thread]
    assert [blocks_text(c.blocks).split() for c in found] == [
        " ".join(said.words).split() for said in thread
    ]
    assert [c.parent for c in found] == parents(thread)
    assert page.thread.stated_count == len(thread)
    assert page.form is not None
    assert page.form.title == shown.form


@BY_LANGUAGE
@given(data=st.data())
@examples(1 / 6)
def test_cut_and_changed_saves_give_sound_threads(table: Language, data: st.DataObject) -> None:
    text = save(data.draw(threads(table)), table, SHAPES["lynx"], data.draw(labels(table)))
    start, end = sorted(
        (data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text))))
    )
    piece = data.draw(st.text(max_size=30))
    for changed in (text[start:], text[:end], text[:start] + piece + text[end:], text[start:] * 2):
        thread = parse(changed).thread
        comments = thread.comments if thread else ()
        assert all(c.parent is None or c.parent < at for at, c in enumerate(comments))
        assert len({c.key for c in comments}) == len(comments)
