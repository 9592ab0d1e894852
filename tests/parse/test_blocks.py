"""Elements become the blocks that a browser would show."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st
from selectolax.lexbor import LexborHTMLParser

from tests.work import not_endless
from tui.dump.text import block_lines
from tui.model import (
    Block,
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
    blocks_text,
    inner_blocks,
    plain,
)
from tui.parse.blocks import blocks_of, inline_of

BASE = "https://tuin.example/post"


def blocks(html: str) -> tuple[Block, ...]:
    body = LexborHTMLParser(f"<body>{html}").body
    assert body is not None
    return blocks_of([body], BASE)


def lines(html: str) -> list[str]:
    return blocks_text(blocks(html)).splitlines()


def inline(html: str) -> Inline:
    first = blocks(html)[0]
    assert isinstance(first, Paragraph)
    return first.text


def depth_of(block: Block) -> int:
    deepest, level = 0, [block]
    while level:
        deepest += 1
        inner: list[Block] = []
        for one in level:
            inner.extend(inner_blocks(one))
        level = inner
    return deepest


# Inline text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>  een\n\t twee&nbsp; drie </p>", "een twee drie"),
        ("<p>aan<b> elkaar </b> en <i>los</i>.</p>", "aan elkaar en los."),
        ("<p>een<br>twee <br/> drie</p>", "een\ntwee\ndrie"),
        ("<p>H<sub>2</sub>O en m<sup>2</sup></p>", "H2O en m2"),
        ("<p>Zij zei <q>goed</q>.</p>", "Zij zei “goed”."),
        ("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>", "漢(kan)字"),
        ("<p>Leuk <img class='wp-smiley' src='x.png' alt='🙂'>!</p>", "Leuk 🙂!"),
        ("<p>Zie <math alttext='a^2'><mi>a</mi></math>.</p>", "Zie a^2."),
        ("<p>Lees<span hidden>dicht</span><i aria-hidden='true'>ster</i> dit</p>", "Lees dit"),
        ("<p>[red]rood[/red] &lt;b&gt;</p>", "[red]rood[/red] <b>"),
        ("<p>&#27;[31mrood&#x202E;om</p>", "[31mroodom"),
        ("<p>prijs&#128; en &#150;</p>", "prijs€ en –"),
        ("<p><b class=row-label>Oven</b><i>35 minuten</i></p>", "Oven 35 minuten"),
        (
            "<p><i>35<b class=sr-only> uur</b></i> <i aria-hidden=true>u.</i> lang</p>",
            "35 uur lang",
        ),
        ("<p>Kort.<small class=photo__credit>Foto Els</small>Lang</p>", "Kort. Foto Els Lang"),
        ("<p>(<b class=label>Let op</b>, <b class=label>nu</b>)</p>", "(Let op, nu)"),
        ("<p>Dicht<span class=sr-only>sluit</span><i aria-hidden=true>×</i></p>", "Dicht"),
        ("<p>Prijs<span class=sr-only> hier</span> en <b>daar</b></p>", "Prijs en daar"),
    ],
)
def test_inline_text_reads_as_a_browser_shows_it(html: str, text: str) -> None:
    assert plain(inline(html)) == text


def test_marks_combine_and_links_lead_somewhere() -> None:
    spans = inline(
        "<p><b>vet <em>en <code>code</code></em></b> <a href='/x'>hier <s>niet</s></a></p>"
    )
    assert spans == (
        Span("vet ", Mark.BOLD),
        Span("en ", Mark.BOLD | Mark.ITALIC),
        Span("code", Mark.BOLD | Mark.ITALIC | Mark.CODE),
        Span(" "),
        Span("hier ", href="https://tuin.example/x"),
        Span("niet", Mark.STRUCK, "https://tuin.example/x"),
    )


def test_a_fragment_stays_within_the_page_and_a_script_leads_nowhere() -> None:
    spans = inline("<p><a href='#noot'>1</a> <a href='javascript:x()'>klik</a></p>")
    assert [span.href for span in spans] == ["#noot", None]


def test_inline_of_an_element_divides_its_paragraphs() -> None:
    node = LexborHTMLParser("<div><p>een <b>twee</b></p><p>drie</p></div>").body
    assert node is not None
    assert plain(inline_of(node, BASE)) == "een twee\ndrie"


def test_left_out_elements_leave_no_trace() -> None:
    body = LexborHTMLParser("<p>tekst <span class=weg>niet <b>dit</b></span>hier</p>").body
    assert body is not None
    found = blocks_of([body], None, lambda node: node.attributes.get("class") == "weg")
    assert blocks_text(found) == "tekst hier"


def test_addresses_that_a_script_reveals_are_revealed() -> None:
    code = bytes([0x7E, *(sign ^ 0x7E for sign in b"els@tuin.example")]).hex()
    spans = inline(
        f"<p>Mail <a href='/cdn-cgi/l/email-protection#{code}'><span class=__cf_email__"
        f" data-cfemail={code}>[email&#160;protected]</span></a> of <i data-cfemail=zz>mij</i>.</p>"
    )
    assert plain(spans) == "Mail els@tuin.example of mij."
    assert spans[1].href == "mailto:els@tuin.example"


# Blocks


def test_bare_text_and_double_breaks_make_paragraphs() -> None:
    assert lines("los<br><br>nog een<p>alinea</p>staart<div>blok</div>") == [
        "los",
        "nog een",
        "alinea",
        "staart",
        "blok",
    ]


def test_scripts_styles_controls_and_hidden_parts_are_no_text() -> None:
    assert lines(
        "<script>a</script><style>b</style><template>c</template><noscript>d</noscript>"
        "<textarea>e</textarea><select><option>f</select><button>g</button><svg><text>h</text></svg>"
        "<div style='display: none'>i</div><p hidden>j</p><p>tekst</p>"
    ) == ["tekst"]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (
            "Nodig:<br>• bloem<br>•<b>zout</b><br>Klaar.",
            ["Nodig:", "", "- bloem", "- zout", "", "Klaar."],
        ),
        (
            "<p>● een</p><p>● twee</p><p>drie</p><p>● vier",
            ["- een", "- twee", "", "drie", "", "● vier"],
        ),
        ("<ul><li>a<br>▪ b<br>▪ c</ul>", ["- a", "  - b", "  - c"]),
        ("een<br>• twee", ["een", "• twee"]),
        ("• een<br>● twee", ["• een", "● twee"]),
        ("<p>• 5 • 6</p><p>•</p>", ["• 5 • 6", "", "•"]),
        ("<pre>• een\n• twee</pre>", ["    • een", "    • twee"]),
    ],
)
def test_lines_that_begin_with_bullets_are_lists(html: str, text: list[str]) -> None:
    assert block_lines(blocks(html), 40) == text


@pytest.mark.parametrize(
    ("caption", "text"),
    [
        ("<span class=text>De dijk</span><span class=who>Els/Kust</span>", "De dijk Els/Kust"),
        ("<p><span class=a>De dijk.</span><span>Foto: Els</span></p>", "De dijk. Foto: Els"),
        ("<span>De d</span><span>ijk</span>", "De dijk"),
    ],
)
def test_a_caption_stands_apart_from_whose_picture_it_is(caption: str, text: str) -> None:
    found = blocks(f"<figure><img src=/a.jpg><figcaption>{caption}</figcaption></figure>")
    assert blocks_text(found) == text


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>{}<td>b<tr><td>c<td>d</table>",
        "<figure><p>x</p><figcaption>{}</figcaption></figure>",
    ],
)
def test_bullets_in_cells_and_captions_stay_their_text(html: str) -> None:
    found = blocks(html.format("• een<br>• twee"))
    assert "• een\n• twee" in blocks_text(found)
    assert not any(isinstance(block, ListBlock) for block in found)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<ul><ul><li>a<li>b</ul></ul>", ["- a", "- b"]),
        ("<ul><li><ul><li><ul><li>a</ul></ul></ul>", ["- a"]),
        ("<ul><li>a<li style='list-style: none'><ul><li>b</ul><li>c</ul>", ["- a", "  - b", "- c"]),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", ["- a", "  - b", "- c"]),
    ],
)
def test_an_item_without_words_of_its_own_has_no_marker(html: str, text: list[str]) -> None:
    assert block_lines(blocks(html), 40) == text


def test_lists_nest_in_the_items_they_stand_in() -> None:
    (found,) = blocks("<ol start=4><li>vier<ul><li>a</ul></li><li><p>vijf</p><p>en</p></ol>")
    assert found == ListBlock(
        (
            (
                Paragraph((Span("vier"),)),
                ListBlock(((Paragraph((Span("a"),)),),)),
            ),
            (Paragraph((Span("vijf"),)), Paragraph((Span("en"),))),
        ),
        ordered=True,
        start=4,
    )


def test_a_list_put_beside_the_items_belongs_to_the_one_before() -> None:
    (found,) = blocks("<ul><li>een</li><ul><li>onder een</li></ul><li>twee</li></ul>")
    assert isinstance(found, ListBlock)
    assert [len(item) for item in found.items] == [2, 1]


@pytest.mark.parametrize("element", ["ol", "ul"])
@pytest.mark.parametrize("sign", ["{}", "{}.", "0{})"])
def test_a_number_that_an_item_says_in_a_line_of_its_own_is_the_list_s(
    element: str, sign: str
) -> None:
    items = "".join(f"<li><div>{sign.format(at)}</div><p>x{at}</p>" for at in (3, 4))
    (found,) = blocks(f"<{element} start=3>{items}</{element}>")
    texts = ((Paragraph((Span("x3"),)),), (Paragraph((Span("x4"),)),))
    assert found == ListBlock(texts, ordered=True, start=3)


@pytest.mark.parametrize(
    "items",
    [
        "<li><p>7</p><p>x</p><li><p>9</p><p>y</p>",
        "<li><p>1</p><li><p>2</p>",
        "<li><p>1</p><p>x</p>",
    ],
)
def test_a_number_that_counts_nothing_stays(items: str) -> None:
    (found,) = blocks(f"<ul>{items}</ul>")
    assert isinstance(found, ListBlock)
    assert not found.ordered
    assert blocks_text([found])[0].isdigit()


@pytest.mark.parametrize(("attributes", "start"), [("", 1), ("start=7", 7), ("start=zeven", 1)])
def test_numbered_lists_begin_where_they_say(attributes: str, start: int) -> None:
    (found,) = blocks(f"<ol {attributes}><li>x</ol>")
    assert isinstance(found, ListBlock)
    assert (found.ordered, found.start) == (True, start)


def test_the_value_of_the_first_item_counts() -> None:
    (found,) = blocks("<ol><li value=3>x<li>y</ol>")
    assert isinstance(found, ListBlock)
    assert found.start == 3


@pytest.mark.parametrize(
    ("html", "lists"),
    [
        ("<ol><li>x<li>y<li value=9>z<li>a</ol>", [(1, 2), (9, 2)]),
        ("<ol start=4><li value=4>x<li value=5>y<li value=6>z</ol>", [(4, 3)]),
        ("<ol><li>x<li value=1>y<li value=1>z</ol>", [(1, 1), (1, 1), (1, 1)]),
        ("<ol><li value=3><li value=7>y</ol>", [(7, 1)]),
        ("<ul><li>x<li value=9>y</ul>", [(1, 2)]),
    ],
)
def test_a_list_that_counts_anew_goes_on_with_the_number_it_says(
    html: str, lists: list[tuple[int, int]]
) -> None:
    found = blocks(html)
    assert [(one.start, len(one.items)) for one in found if isinstance(one, ListBlock)] == lists


def test_quotes_hold_blocks_and_rules_divide() -> None:
    found = blocks("<blockquote><p>a</p><blockquote>b</blockquote></blockquote><hr><p>c</p>")
    assert found == (
        Quote((Paragraph((Span("a"),)), Quote((Paragraph((Span("b"),)),)))),
        Rule(),
        Paragraph((Span("c"),)),
    )


@pytest.mark.parametrize(
    ("html", "header"),
    [
        ("<tr><td><b>Ras</b><td><b>Hoogte</b><tr><td><b>Els</b><td>9 m", True),
        ("<tr><td><td><b>Hoogte</b><tr><td>Els<td>9 m", True),
        ("<tr><td><b>Ras</b><td>Hoogte<tr><td>Els<td>9 m", False),
        ("<tr><td><b>Ras</b><td><b>Els</b><tr><td><b>Hoogte</b><td><b>9 m</b>", False),
        ("<tr><td><b>Ras</b><td><b>Els</b>", False),
    ],
)
def test_a_first_row_that_alone_is_bold_names_the_columns(html: str, header: bool) -> None:  # noqa: FBT001
    (found,) = blocks(f"<table>{html}</table>")
    assert isinstance(found, Table)
    assert found.header is header
    assert not (header and any(span.marks for cell in found.rows[0] for span in cell))


def test_rules_with_nothing_between_or_beside_them_divide_nothing() -> None:
    found = blocks("<hr><p>a</p><hr><p> </p><hr><p>b</p><hr>")
    assert found == (Paragraph((Span("a"),)), Rule(), Paragraph((Span("b"),)))


def test_signs_without_width_make_neither_headings_nor_paragraphs() -> None:
    assert blocks("<h2>\u200b\u200b</h2><p>\u2060 </p><p>a\u200bb</p>") == (
        Paragraph((Span("a\u200bb"),)),
    )


@pytest.mark.parametrize("level", range(1, 7))
@pytest.mark.parametrize("sign", ["¶", "#kop"])
def test_headings_keep_their_level_and_lose_their_permalink(level: int, sign: str) -> None:
    (found,) = blocks(f"<h{level}>Kop <br> twee<a class=anchor href='#kop'> {sign}</a></h{level}>")
    assert found == Heading(level, (Span("Kop twee"),))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<span class=who>De Wind</span><span class=what>Duin</span>", "De Wind Duin"),
        ("<span class=a>D</span><span class=a>u</span><span class=a>in</span>", "Duin"),
        ("<span>De Du</span><span style='color: red'>inen</span>", "De Duinen"),
        ("<a href=/w>De Wind</a><em>Duin</em>", "De Wind Duin"),
        ("<b>Duin</b>en en H<sub>20</sub>O", "Duinen en H20O"),
        ("<span>De Wind</span><a href='#w'>link</a>", "De Wind"),
    ],
)
def test_the_parts_of_a_heading_stand_apart(html: str, text: str) -> None:
    assert blocks_text(blocks(f"<h2>{html}</h2>")) == text


@pytest.mark.parametrize(
    ("html", "marks"),
    [
        ("<h2><b>Alles <i>vet</i></b></h2>", (Mark.NONE, Mark.ITALIC)),
        ("<h2><b>Half</b> vet</h2>", (Mark.BOLD, Mark.NONE)),
        ("<p><b>Vet</b></p>", (Mark.BOLD,)),
    ],
)
def test_a_heading_that_is_bold_all_over_is_a_plain_one(html: str, marks: tuple[Mark, ...]) -> None:
    (found,) = blocks(html)
    assert isinstance(found, Heading | Paragraph)
    assert tuple(span.marks for span in found.text) == marks


@pytest.mark.parametrize(
    ("html", "language"),
    [
        ("<pre><code class='language-python'>{}</code></pre>", "python"),
        ("<pre class='brush:python'>{}</pre>", "python"),
        ("<div class='highlight-source-c++'><pre>{}</pre></div>", "c++"),
        ("<pre data-lang=Go>{}</pre>", "Go"),
        ("<pre>{}</pre>", None),
    ],
)
def test_code_keeps_its_white_space_and_its_language(html: str, language: str | None) -> None:
    (found,) = blocks(html.format("\nif  x:\n\ty &lt; 1\n"))
    assert found == Preformatted("if  x:\n\ty < 1", language)


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td class=gutter><pre>1\n2</pre><td class=code><pre>a\n  b</pre></table>",
        "<table><tr><td class=blob-num>1<td>a<tr><td class=blob-num>2<td>  b</table>",
        "<pre><span class=lineno>1 </span>a\n<span class=lineno>2 </span>  b</pre>",
        "<pre><div>a</div><div>  b</div></pre>",
        (
            "<pre><div><span class=x>1</span><div>a</div></div><div><span class=x>2</span>"
            "<div>  b</div></div></pre>"
        ),
        (
            "<table class=lntable><tr><td class=lntd>\n <pre><code><span class=lnt>1\n</span>"
            "</code></pre></td><td class=lntd>\n  <pre><code>a\n  b</code></pre></td></table>"
        ),
    ],
)
def test_line_numbers_are_no_code(html: str) -> None:
    assert blocks(html) == (Preformatted("a\n  b"),)


@pytest.mark.parametrize(
    "html",
    [
        (
            "<pre><code class=language-go><div class=header><span>go</span><button>Copy</button>"
            "</div><div>{}</div></code></pre>"
        ),
        (
            "<pre><div><div><div>go</div><button>Run</button></div><div class=cm-content>"
            "{}</div></div></pre>"
        ),
        "<div><div><span>Go</span><button>Copy</button></div><pre class=language-go>{}</pre></div>",
        "<div>golang</div><div>Copy code</div><pre class=language-go>{}</pre><div>Copied!</div>",
    ],
)
def test_the_bar_over_code_is_none_of_it(html: str) -> None:
    assert blocks(html.format("a\n  b")) == (Preformatted("a\n  b", "go"),)


def test_lines_beside_code_that_say_more_stay() -> None:
    html = "<p>Go on:</p><pre class=language-go>a</pre><p>Copy it.</p>"
    assert lines(html) == ["Go on:", "a", "Copy it."]
    assert lines("<pre><span><b>12</b> apen</span>\n<span><b>13</b> beren</span></pre>") == [
        "12 apen",
        "13 beren",
    ]


def test_tables_of_data_are_rectangles() -> None:
    (found,) = blocks(
        "<table><caption>Oogst</caption><tr><th>jaar<th>kilo<th>soort"
        "<tr><td rowspan=2>2024<td colspan=2>niets<tr><td>3<td>bonen</table>"
    )
    assert isinstance(found, Table)
    assert [[plain(cell) for cell in row] for row in found.rows] == [
        ["jaar", "kilo", "soort"],
        ["2024", "niets", ""],
        ["", "3", "bonen"],
    ]
    assert found.header
    assert plain(found.caption) == "Oogst"


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td><h2>Kop</h2><p>tekst</p></td><td><p>zij</p></td></tr></table>",
        "<table role=presentation><tr><td>Kop<td>tekst<td>zij</table>",
        "<table><tr><td>Kop<tr><td>tekst<tr><td>zij</table>",
        "<table><tr><td><table><tr><td>Kop</table><td>tekst<p>zij</table>",
    ],
)
def test_tables_that_only_lay_out_become_what_is_in_them(html: str) -> None:
    assert not any(isinstance(block, Table) for block in blocks(html))
    assert lines(html) == ["Kop", "tekst", "zij"]


@pytest.mark.parametrize(
    ("html", "image"),
    [
        ("<img src='a.jpg' alt='Een kas'>", Image("https://tuin.example/a.jpg", "Een kas")),
        ("<img src='data:x' data-src='b.jpg'>", Image("https://tuin.example/b.jpg")),
        ("<img srcset='c.jpg 1x, d.jpg 2x' alt=c>", Image("https://tuin.example/c.jpg", "c")),
        (
            "<img class=lazy data-lazy-src=e.jpg><noscript><img src=e.jpg></noscript>",
            Image("https://tuin.example/e.jpg"),
        ),
        (
            "<figure><img src=f.jpg><figcaption>bij <b>mij</b></figcaption></figure>",
            Image("https://tuin.example/f.jpg", "", (Span("bij "), Span("mij", Mark.BOLD))),
        ),
        (
            (
                "<figure><div><img src='60/h.jpg?q=20' alt=h></div><img><noscript><img"
                " src='/1994/h.jpg'></noscript><figcaption>bij mij</figcaption></figure>"
            ),
            Image("https://tuin.example/1994/h.jpg", "h", (Span("bij mij"),)),
        ),
        ("<noscript><img src=g.jpg alt=g></noscript>", Image("https://tuin.example/g.jpg", "g")),
    ],
)
def test_pictures_are_their_words_and_their_address(html: str, image: Image) -> None:
    assert blocks(html) == (image,)


@pytest.mark.parametrize(
    ("alt", "shown"),
    [
        ("Kas &amp;amp; tuin, &amp;#039;s winters", "Kas & tuin, 's winters"),
        ("rode-kool_in-de-kas.jpg", "rode kool in de kas"),
        ("rode-kool-in-de-kas", "rode kool in de kas"),
        ("foto%20van%20de%20kas.jpg.jpg", "foto van de kas"),
        ("media/kas.svg", "kas"),
        ("IMG_0242 Large.JPG", ""),
        ("14249998459_b7c64702c3_b", ""),
        ("DSC00273-3.jpg", ""),
        ("enter image description here", ""),
        ("Image", ""),
        ("null", ""),
        (" ,", ""),
        ("kas", "kas"),
        ("Noord-Holland", "Noord-Holland"),
        ("De kas v2.0 - 24-7 open", "De kas v2.0 - 24-7 open"),
    ],
)
def test_what_nobody_wrote_for_readers_describes_no_picture(alt: str, shown: str) -> None:
    assert blocks(f"<img src=a.jpg alt='{alt}'>") == (Image("https://tuin.example/a.jpg", shown),)


def test_pixels_and_avatars_are_no_pictures() -> None:
    assert blocks("<img src=p.gif width=1 height=1><img class=avatar src=a.jpg alt=Anna>") == ()


def test_a_picture_within_a_sentence_leaves_the_sentence_whole() -> None:
    found = blocks("<p>een <img src=a.jpg alt=a> zin</p>")
    assert found == (Paragraph((Span("een zin"),)), Image("https://tuin.example/a.jpg", "a"))


def test_films_become_links() -> None:
    assert blocks("<iframe src='//film.example/1' title='De oogst'></iframe>") == (
        Paragraph((Span("De oogst", href="https://film.example/1"),)),
    )


# Hostile trees


@pytest.mark.parametrize(
    "tag", ["div", "blockquote", "ul><li", "table><tr><td", "b", "figure", "q"]
)
def test_deep_trees_are_read_quickly_and_flatly(tag: str) -> None:
    body = LexborHTMLParser(f"<{tag}>" * 3_000 + "bodem").body
    assert body is not None
    with not_endless():  # to walk all for each level would take hours
        found = blocks_of([body], BASE)
    assert "bodem" in blocks_text(found)
    assert max(map(depth_of, found)) <= 45


_NAMES = """
    p div b a ul ol li table tr td th caption pre h2 figure figcaption dl dt blockquote br hr
    noscript q details img
"""
TAGS = st.sampled_from(_NAMES.split())
PIECES = TAGS.map("<{}>".format) | TAGS.map("</{}>".format) | st.text(max_size=8)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_markup_gives_sound_blocks(html: str) -> None:
    found = blocks(html)
    stack: list[Block] = list(found)
    while stack:
        block = stack.pop()
        if isinstance(block, Paragraph | Heading):
            assert plain(block.text).strip()
            assert all(span.text for span in block.text)
            looks = [(span.marks, span.href) for span in block.text]
            assert all(one != other for one, other in pairwise(looks))
        elif isinstance(block, ListBlock):
            assert block.items
            assert all(block.items)
            stack.extend(child for item in block.items for child in item)
        elif isinstance(block, DefinitionList):
            assert block.items
            assert all(item.blocks and all(item.descriptions) for item in block.items)
            stack.extend(inner_blocks(block))
        elif isinstance(block, Quote):
            assert block.blocks
            stack.extend(block.blocks)
        elif isinstance(block, Table):
            assert len({len(row) for row in block.rows}) == 1
            assert len(block.rows[0]) > 1
