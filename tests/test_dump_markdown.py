from __future__ import annotations

import html
import re
from itertools import groupby

from hypothesis import given, strategies as st
from markdown_it import MarkdownIt

from tests.chance import examples
from tui.dump.markdown import blocks_markdown, dump_markdown
from tui.model import (
    Article,
    Block,
    Comment,
    Definition,
    DefinitionList,
    Heading,
    Image,
    ListBlock,
    Mark,
    Page,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Span,
    Table,
    Term,
    Thread,
    blocks_text,
)

READER = MarkdownIt("commonmark").enable("table")
AWKWARD = "*_`[]<>&#+-=|~!\\():.1 2a é\n\"'"
LINK = "https://blog.example/een_(twee)?a=1&copy;=2"


def read_back(blocks: list[Block]) -> str:
    """The HTML that a Markdown reader makes of the blocks."""
    return str(READER.render(blocks_markdown(blocks)))


def words(markup: str) -> str:
    """The text of HTML, all white space as one space."""
    text = html.unescape(re.sub(r"<[^>]+>", "", markup.replace("<br />", " ")))
    return " ".join(text.split())


def flat(text: str) -> str:
    return " ".join(text.split())


awkward = st.text(st.sampled_from(AWKWARD), min_size=1, max_size=12)
spans = st.builds(Span, awkward, st.integers(0, 15).map(Mark), st.none() | st.just(LINK))


def joined(some: list[Span]) -> tuple[Span, ...]:
    """Spans as the model has them: neighbours differ in marks or link."""
    groups = groupby(some, key=lambda span: (span.marks, span.href))
    return tuple(Span("".join(span.text for span in group), *look) for look, group in groups)


inlines = st.lists(spans, min_size=1, max_size=4).map(joined)
paragraphs = st.builds(Paragraph, inlines)


@examples(8)
@given(inlines)
def test_no_character_of_a_text_is_read_as_markdown(text: tuple[Span, ...]) -> None:
    block = Paragraph(text)
    assert words(read_back([block])) == flat(blocks_text([block]))


@examples(8)
@given(inlines)
def test_marks_cover_the_same_characters(text: tuple[Span, ...]) -> None:
    shown = read_back([Paragraph(text)])
    for mark, tag in ((Mark.BOLD, "strong"), (Mark.ITALIC, "em"), (Mark.CODE, "code")):
        marked = "".join(re.findall(rf"<{tag}>(.*?)</{tag}>", shown, re.DOTALL))
        wanted = "".join(span.text for span in text if mark in span.marks)
        assert words(marked).replace(" ", "") == "".join(wanted.split())


@examples(4)
@given(st.lists(paragraphs, min_size=1, max_size=3).map(tuple), st.booleans(), st.integers(0, 12))
def test_lists_and_quotes_hold_what_they_held(
    inner: tuple[Paragraph, ...],
    ordered: bool,  # noqa: FBT001 -- drawn by hypothesis
    start: int,
) -> None:
    nested = ListBlock((inner, (Quote(inner),)), ordered, start)
    blocks: list[Block] = [nested, nested, Quote((nested, Rule())), *inner]
    shown = read_back(blocks)
    assert words(shown) == flat(blocks_text(blocks))
    assert shown.count("<ol" if ordered else "<ul") == 3
    assert shown.count("<blockquote>") == 4
    assert shown.count("<hr />") == 1


@examples(4)
@given(st.lists(inlines.map(Term), min_size=1, max_size=2), st.lists(paragraphs, max_size=2))
def test_definitions_are_items_with_their_terms_in_bold(
    terms: list[Term], described: list[Paragraph]
) -> None:
    block = DefinitionList((Definition(tuple(terms), (tuple(described), (Rule(),))),) * 2)
    shown = read_back([block, ListBlock(((Paragraph((Span("Daarna."),)),),))])
    assert words(shown) == flat(blocks_text([block]) + " Daarna.")
    assert (shown.count("<li>"), shown.count("<ul>")) == (3, 2)
    bold = "".join(re.findall(r"<strong>(.*?)</strong>", shown, re.DOTALL))
    named = "".join(span.text for term in terms for span in term.text)
    assert "".join(words(bold).split()).startswith("".join(named.split()))


@given(st.integers(1, 6), inlines)
def test_a_heading_stays_one(level: int, text: tuple[Span, ...]) -> None:
    blocks: list[Block] = [Heading(level, text), Paragraph((Span("Daarna."),))]
    shown = read_back(blocks)
    assert words(shown) == flat(blocks_text(blocks))
    assert (f"<h{level}>" in shown) == bool(blocks_text(blocks[:1]).strip())


@given(st.text(st.sampled_from("`~ \na\t"), max_size=20))
def test_code_is_kept_to_the_letter(code: str) -> None:
    shown = read_back([Preformatted(code, "python")])
    assert html.unescape(shown) == f'<pre><code class="language-python">{code}\n</code></pre>\n'


def test_a_table_keeps_its_cells() -> None:
    rows = (((Span("Maand"),), (Span("a|b", Mark.CODE),)), ((Span("mei\njuni"),), ()))
    shown = read_back([Table(rows, header=True, caption=(Span("Neerslag"),))])
    assert re.findall(r"<th>(.*?)</th>", shown) == ["Maand", "<code>a|b</code>"]
    assert re.findall(r"<td>(.*?)</td>", shown) == ["mei<br>juni", ""]
    assert "<p>Neerslag</p>" in shown


def test_images_and_links_lead_where_they_led() -> None:
    shown = read_back([Image(LINK, "Een dijk [bij nacht]"), Paragraph((Span("Zie!", href=LINK),))])
    escaped = html.escape(LINK)
    assert f'<img src="{escaped}" alt="Een dijk [bij nacht]" />' in shown
    assert f'<a href="{escaped}">Zie!</a>' in shown


def test_an_exclamation_mark_before_a_link_makes_no_image() -> None:
    shown = read_back([Paragraph((Span("Kijk!"), Span("hier", href=LINK)))])
    assert "<img" not in shown
    assert words(shown) == "Kijk!hier"


def test_code_in_a_link_defines_no_reference() -> None:
    shown = read_back([Paragraph((Span("]: a*b*", Mark.CODE, LINK),))])
    assert "<code>]: a*b*</code></a>" in shown


def test_replies_are_quoted_under_what_they_answer() -> None:
    first = Comment("1", "Wil *ster*", (Paragraph((Span("Mooi stuk."),)),), permalink="#c1")
    second = Comment("2", "Jos", (Paragraph((Span("Dank je."),)),), parent=0)
    third = Comment("3", "Ada", (Paragraph((Span("Ik ook."),)),))
    page = Page(Article("Langs de dijk"), "0", thread=Thread((first, second, third), "general"))
    shown = READER.render(dump_markdown(page))
    assert "<h1>Langs de dijk</h1>" in shown
    assert "<h2>3 comments</h2>" in shown
    assert '<a href="#c1"><strong>Wil *ster*</strong></a>' in shown
    assert words("".join(re.findall(r"<blockquote>.*?</blockquote>", shown, re.DOTALL))) == (
        "Jos, in reply to Wil *ster* Dank je."
    )


def test_nothing_that_a_terminal_acts_on_comes_out() -> None:
    nasty = "\x1b]0;titel\x07\u202eom\x9b"
    page = Page(Article(nasty, (Paragraph((Span(nasty),)), Preformatted(nasty)), (nasty,)), "0")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", dump_markdown(page))


def test_superscripts_and_subscripts_are_elements() -> None:
    text = (Span("x"), Span("2 ", Mark.SUPER), Span("H"), Span("n*", Mark.SUB), Span("O"))
    assert blocks_markdown([Paragraph(text)]) == "x<sup>2</sup> H<sub>n\\*</sub>O"
    assert "x<sup>2</sup> H<sub>n*</sub>O" in read_back([Paragraph(text)])
