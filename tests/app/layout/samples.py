"""Random blocks and comments of short words, and the words that must come out of a layout."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from hypothesis import strategies as st
from rich.cells import cell_len

from tui.app.layout.lines import Line
from tui.app.layout.pieces import Piece, lines_of
from tui.model import (
    Block,
    Comment,
    Definition,
    DefinitionList,
    Heading,
    Image,
    Inline,
    ListBlock,
    Mark,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Span,
    Table,
    Term,
    Thread,
    inner_blocks,
)

WIDTHS = (20, 40, 72)

_SHORT = ("de", "dijk", "brak", "een", "käse", "früh", "the", "tide", "rose", "écrit", "вода", "ø")
_MARKS = st.sampled_from((Mark.NONE, Mark.BOLD, Mark.ITALIC | Mark.STRUCK, Mark.CODE))

# Some words of an endless text: two numbers to draw, where a choice for each word takes long.
words = st.builds(
    lambda first, many: " ".join((_SHORT * 2)[first : first + many]),
    st.integers(0, len(_SHORT) - 1),
    st.integers(1, len(_SHORT)),
)


@st.composite
def inlines(draw: st.DrawFn) -> Inline:
    """One to three spans of words; no two words of different spans touch."""
    texts = draw(st.lists(words, min_size=1, max_size=3))
    return tuple(
        Span(f"{text} " if number < len(texts) - 1 else text, draw(_MARKS))
        for number, text in enumerate(texts)
    )


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """One to six columns, one to three rows."""
    columns = draw(st.integers(1, 6))
    row = st.tuples(*[inlines() | st.just(())] * columns)
    return Table(
        tuple(draw(st.lists(row, min_size=1, max_size=3))),
        header=draw(st.booleans()),
        caption=draw(inlines() | st.just(())),
    )


# Code breaks where a line is full, words or not, so that each word has a line here.
_code = words.map(lambda text: text.replace(" ", "\n  "))

_SIMPLE: st.SearchStrategy[Block] = st.one_of(
    inlines().map(Paragraph),
    st.builds(Heading, st.integers(1, 6), inlines()),
    st.builds(Preformatted, _code, st.none() | st.just("code")),
    tables(),
    st.builds(Image, st.none(), words, inlines() | st.just(())),
    st.just(Rule()),
)


def _nested(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    items = st.lists(several, min_size=1, max_size=3).map(tuple)
    terms = st.lists(inlines().map(Term), min_size=1, max_size=2).map(tuple)
    definitions = st.lists(st.builds(Definition, terms, items), min_size=1, max_size=3)
    return st.one_of(
        st.builds(Quote, several),
        st.builds(ListBlock, items, st.booleans(), st.sampled_from((0, 1, 8, 98))),
        st.builds(DefinitionList, definitions.map(tuple)),
    )


blocks: st.SearchStrategy[tuple[Block, ...]] = st.lists(
    st.recursive(_SIMPLE, _nested, max_leaves=8), min_size=1, max_size=4
).map(tuple)


def words_of(items: Sequence[Block]) -> Counter[str]:
    """How often each word is in the blocks, alternative texts and code languages included."""
    found: Counter[str] = Counter()
    for block in items:
        match block:
            case Paragraph(text) | Heading(_, text):
                found += _words(text)
            case ListBlock(inner):
                for item in inner:
                    found += words_of(item)
            case Quote() | DefinitionList():
                found += words_of(inner_blocks(block))
            case Preformatted(code, language):
                found += Counter(code.split())
                found += Counter([language] if language else [])
            case Table(rows, _, caption):
                found += _words(caption)
                for row in rows:
                    for cell in row:
                        found += _words(cell)
            case Image(_, alt, caption):
                found += Counter(alt.split()) + _words(caption)
            case Rule():
                pass
    return found


def _words(inline: Inline) -> Counter[str]:
    return Counter("".join(span.text for span in inline).split())


def shown_words(lines: Iterable[Line]) -> Counter[str]:
    """How often each word is in the lines; numbers, bars and bullets are none."""
    return Counter(word for line in lines for word in re.findall(r"[^\W\d_]+", line.text))


def texts(pieces: Sequence[Piece]) -> list[str]:
    """What the lines of pieces say."""
    return [line.text.rstrip() for line in lines_of(pieces)]


def widest(lines: Iterable[Line]) -> int:
    """The cells of the widest line."""
    return max((cell_len(line.text) for line in lines), default=0)


def paragraph(text: str) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph((Span(text),))


def thread_of(*parents: int | None, stated: int | None = None) -> Thread:
    """A thread with these parents; the comments are called c0, c1 and so on."""
    return Thread(
        tuple(
            Comment(f"c{number}", f"Naam {number}", (paragraph(f"woorden van {number}"),), parent)
            for number, parent in enumerate(parents)
        ),
        "general",
        stated_count=stated,
    )
