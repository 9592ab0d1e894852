"""What a site is sent for a text, and what its readers would see."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, strategies as st

from tests.chance import examples
from tui.model import Block, Heading, Inline, ListBlock, Mark, Paragraph, Quote, Span, blocks_text
from tui.send.markup import dropped, left, length, preview, rendered
from tui.send.rules import MARKDOWN_TAGS, WORDPRESS_TAGS, Rules, SiteMarkup
from tui.store.draft import Markup

WORDPRESS = Rules("WordPress", SiteMarkup.HTML, WORDPRESS_TAGS, 65_525, in_bytes=True)
ISSO = Rules("Isso", SiteMarkup.MARKDOWN, MARKDOWN_TAGS, 65_535)
TEXT = Rules(limit=3_000)
DRUPAL = Rules(
    "Drupal",
    SiteMarkup.HTML,
    frozenset({"a", "em", "strong", "cite", "blockquote", "code", "ul", "ol", "li", "h2", "pre"}),
)
BARE = Rules("", SiteMarkup.HTML, frozenset({"em"}))


def sent(body: str, rules: Rules = WORDPRESS) -> str:
    """What a Markdown text becomes."""
    return rendered(body, Markup.MARKDOWN, rules)


# What is sent


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("I <3 you, a & b, 5 < 6.", "I &lt;3 you, a &amp; b, 5 &lt; 6."),
        ("A <script>x()</script>", "A &lt;script&gt;x()&lt;/script&gt;"),
        ("<b>no</b>", "&lt;b&gt;no&lt;/b&gt;"),
        ("*a* **b** ~~c~~ `d<e`", "<em>a</em> <strong>b</strong> <del>c</del> <code>d&lt;e</code>"),
        ("one\ntwo\n\nthree", "one\ntwo\n\nthree"),
        ("> a\n>\n> b\n\nc", "<blockquote>a\n\nb</blockquote>\n\nc"),
        ("# Head\n\nText", "<strong>Head</strong>\n\nText"),
        ("- a\n- b", "- a\n- b"),
        ("3. a\n4. b", "3. a\n4. b"),
        ("[t](https://x.nl/?a=1&b=2)", '<a href="https://x.nl/?a=1&amp;b=2">t</a>'),
        (
            '[t](https://x.nl "say \\"hi\\"")',
            '<a href="https://x.nl" title="say &quot;hi&quot;">t</a>',
        ),
        ("![a tree](https://x.nl/t.png)", '<a href="https://x.nl/t.png">a tree</a>'),
        ("![](https://x.nl/t.png)", '<a href="https://x.nl/t.png">https://x.nl/t.png</a>'),
        ("[t](javascript:x)", "[t](javascript:x)"),
        ("[t](other.html)", "t (other.html)"),
        ("```\nif a:\n\n    b\n```", "<code>if a:</code>\n<code>\u00a0\u00a0\u00a0\u00a0b</code>"),
        ("a\n\n---\n\nb", "a\n\n---\n\nb"),
        ("[x][1]\n\n[1]: https://x.nl", '<a href="https://x.nl">x</a>'),
        ("words\n\n[1]: https://x.nl", "words\n\n[1]: https://x.nl"),
        ("AT&amp;T \\*plain\\*", "AT&amp;T *plain*"),
    ],
)
def test_markdown_becomes_what_wordpress_keeps(body: str, html: str) -> None:
    assert sent(body) == html


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("> a\n>\n> b", "&gt; a\n&gt;\n&gt; b"),
        ("*a* **b** ~~c~~ `d`", "<em>a</em> **b** ~~c~~ `d`"),
        ("[t](https://x.nl)", "t (https://x.nl)"),
        ("<https://x.nl>", "https://x.nl"),
        ("# Head", "Head"),
        ("    code < x", "code &lt; x"),
    ],
)
def test_what_a_site_has_no_element_for_reads_as_text(body: str, html: str) -> None:
    assert sent(body, BARE).replace("\u00a0", "") == html


def test_a_site_with_more_elements_gets_them() -> None:
    body = "## Two\n\n1. a\n2. b\n\n```python\nx = 1\n```"
    assert sent(body, DRUPAL) == (
        "<h2>Two</h2>\n\n<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n\n<pre><code>x = 1</code></pre>"
    )


@pytest.mark.parametrize("rules", [ISSO, TEXT])
def test_sites_that_take_markdown_or_text_get_what_was_typed(rules: Rules) -> None:
    body = "> *a* <b>\n\n&amp; [x](y)  \n"
    assert sent(body, rules) == body


def test_the_sites_own_rules_are_sent_as_typed() -> None:
    assert rendered("<b>x</b> <3 *y*", Markup.OWN, WORDPRESS) == "<b>x</b> <3 *y*"


def test_a_text_that_is_nested_too_deep_is_sent_as_it_was_typed() -> None:
    assert sent(">" * 500 + " deep") == "&gt;" * 500 + " deep"


# How it will look


def test_a_preview_shows_quotes_marks_and_lines() -> None:
    blocks = preview("> *q*\n\none\ntwo **b**", Markup.MARKDOWN, WORDPRESS)
    assert blocks == (
        Quote((Paragraph((Span("q", Mark.ITALIC),)),)),
        Paragraph((Span("one\ntwo "), Span("b", Mark.BOLD))),
    )


def test_a_preview_of_own_html_leaves_out_what_the_site_drops() -> None:
    body = "<b>x</b> <u onclick='y'>u</u> <!-- z -->\n\nI <3 you"
    assert preview(body, Markup.OWN, WORDPRESS) == (
        Paragraph((Span("x", Mark.BOLD), Span(" u"))),
        Paragraph((Span("I <3 you"),)),
    )
    assert dropped(body, Markup.OWN, WORDPRESS) == ("u",)
    assert dropped(body, Markup.MARKDOWN, WORDPRESS) == ()


def test_a_preview_of_a_site_of_plain_text_shows_the_signs() -> None:
    assert preview("*a*\nb\n\n> c", Markup.MARKDOWN, TEXT) == (
        Paragraph((Span("*a*\nb"),)),
        Paragraph((Span("> c"),)),
    )


def test_a_preview_of_a_site_of_markdown() -> None:
    blocks = preview("# H\n\n- a\n- b <u>c</u>", Markup.MARKDOWN, ISSO)
    assert blocks[0] == Heading(1, (Span("H"),))
    assert isinstance(blocks[1], ListBlock)
    assert blocks_text(blocks[1:]).split() == ["a", "b", "c"]
    assert dropped("b <u>c</u>", Markup.MARKDOWN, ISSO) == ("u",)


def test_a_preview_holds_nothing_that_a_terminal_acts_on() -> None:
    for rules in (WORDPRESS, ISSO, TEXT):
        for markup in Markup:
            assert "\x1b" not in repr(preview("a\x1b[31m \u202eb", markup, rules))


def test_the_length_is_what_the_site_counts() -> None:
    assert length("a" * 65_525, WORDPRESS) == 65_525
    assert left("a" * 65_526, WORDPRESS) == -1
    assert left("é" * 100, TEXT) == 2_900
    assert left("words", DRUPAL) is None


# Whatever is typed

words = st.from_regex(r"[a-z]{1,6}[0-9]", fullmatch=True)
SIGNS = (
    *("*", "**", "`", "```", "~~", "> ", "- ", "1. ", "# ", "[", "](", ")", "![", "<", ">", "&"),
    *(
        "\\",
        "\n",
        "\n\n",
        "  \n",
        "    ",
        "---",
        "===",
        " ",
        "https://x.nl/",
        "<b>",
        "</b>",
        "<!--",
    ),
)
signs = st.sampled_from(SIGNS)
texts = st.lists(st.one_of(words, signs), max_size=40).map("".join)
rules_given = st.sampled_from([WORDPRESS, DRUPAL, BARE, ISSO, TEXT])


def seen(blocks: tuple[Block, ...]) -> str:
    """What a reader sees, with where links lead."""
    return blocks_text(blocks) + " " + " ".join(span.href or "" for span in spans(blocks))


def spans(blocks: tuple[Block, ...]) -> Iterator[Span]:
    """All spans of some blocks."""
    for block in blocks:
        match block:
            case Paragraph(text) | Heading(text=text):
                yield from text
            case Quote(inside):
                yield from spans(inside)
            case ListBlock(items):
                for item in items:
                    yield from spans(item)
            case _:
                pass


def told(text: str) -> str:
    """A Markdown text without the one word of a fence that names a language."""
    return re.sub(r"(?m)^([\s>]*(?:[-*]|\d\.)?\s*)(`{3,}|~{3,})[ ]*\S+[ ]*$", r"\1", text)


@examples(8)
@given(body=texts, rules=st.sampled_from([WORDPRESS, DRUPAL, BARE, TEXT]))
def test_no_word_is_lost_on_the_way(body: str, rules: Rules) -> None:
    shown = seen(preview(body, Markup.MARKDOWN, rules))
    missing = [word for word in re.findall(r"[a-z]+[0-9]", told(body)) if word not in shown]
    assert not missing, rendered(body, Markup.MARKDOWN, rules)


@examples(6)
@given(body=st.one_of(texts, st.text(max_size=200)), rules=rules_given)
def test_nothing_but_what_the_site_keeps_is_written(body: str, rules: Rules) -> None:
    html = rendered(body, Markup.MARKDOWN, rules)
    if rules.markup is SiteMarkup.HTML:
        found = re.findall(r"<(/?)([^\s<>]*)", html)
        assert {name for _, name in found} <= rules.tags
        assert dropped(body, Markup.MARKDOWN, rules) == ()
    else:
        assert html == body


@examples(6)
@given(
    body=st.one_of(texts, st.text(max_size=200)),
    markup=st.sampled_from(Markup),
    rules=rules_given,
)
def test_nothing_that_is_typed_raises(body: str, markup: Markup, rules: Rules) -> None:
    shown = preview(body, markup, rules)
    assert isinstance(shown, tuple)
    assert isinstance(dropped(body, markup, rules), tuple)
    assert length(rendered(body, markup, rules), rules) >= 0


def inline(text: str) -> Inline:
    """Text without marks."""
    return (Span(text),)


@given(body=st.text(alphabet="abc<>&3 ", min_size=1, max_size=60))
def test_signs_are_read_as_they_were_typed(body: str) -> None:
    typed = " ".join(f"x{body}x".split())
    (block,) = preview(typed, Markup.MARKDOWN, WORDPRESS)
    assert block == Paragraph(inline(typed))
