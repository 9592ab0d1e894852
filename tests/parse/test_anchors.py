"""Fragments name the blocks that hold their elements, in the shapes that footnotes have."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from tui.model import Block, Heading, Mark, Paragraph, Span, Table, blocks_text
from tui.parse.blocks import blocks_of
from tui.reading.links import Place, block_at, links_of, place_at

BASE = "https://tuin.example/post"

PANDOC = """
<p>De haag<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>.</p>
<section id="footnotes" role="doc-endnotes"><hr><ol>
<li id="fn1"><p>Meidoorn.<a href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol></section>
"""
KRAMDOWN = """
<p>De haag<sup id="fnref:1"><a href="#fn:1" rel="footnote">1</a></sup>.</p>
<div class="footnotes"><ol><li id="fn:1">
<p>Meidoorn. <a href="#fnref:1" class="reversefootnote">&#8617;</a></p></li></ol></div>
"""
MEDIAWIKI = """
<p>De haag<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup>.</p>
<ol class="references"><li id="cite_note-1"><a href="#cite_ref-1">^</a> <span>Meidoorn.</span></li>
</ol>
"""
SUBSTACK = """
<p>De haag<a id="footnote-anchor-1-7" href="https://tuin.example/post#footnote-1-7">1</a>.</p>
<div class="footnote"><a id="footnote-1-7" href="#footnote-anchor-1-7">1</a>
<div class="footnote-content"><p>Meidoorn.</p></div></div>
"""
PULLDOWN = """
<p>De haag<sup class="footnote-reference"><a id="fr-1" href="#fn-1">1</a></sup>.</p>
<div class="footnote-definition" id="fn-1"><sup><a href="#fr-1">1</a></sup><p>Meidoorn.</p></div>
"""
NAMES = """
<p>De haag <a name="n1back"></a>[<a href="#n1">1</a>].</p>
<p><a name="n1"></a>1. Meidoorn. <a href="#n1back">back</a></p>
"""
TUFTE = """
<p>De haag<label for="sn-1" class="margin-toggle sidenote-number"></label><input type="checkbox"
id="sn-1" class="margin-toggle"><span class="sidenote">Meidoorn.</span> bloeit.</p>
"""
POPUP = """
<p>De haag<sup class="modern-footnotes-footnote"><a href="javascript:void(0)">1</a></sup><span
class="modern-footnotes-footnote__note">Meidoorn.</span> bloeit.</p>
"""
HIDDEN = """
<p>De haag<span class="inline-footnote" title="Meidoorn.">1<span class="footnoteContent"
style="display:none;">Meidoorn.</span></span> bloeit.</p>
"""
LATEXML = """
<p>De haag<span class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span
class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">1</sup><span
class="ltx_tag ltx_tag_note">1</span>Meidoorn.</span></span></span> bloeit.</p>
"""
ORG = """
<p>De haag<label class="footref" for="fn.1">1</label><input id="fn.1" type="checkbox"><span
class="sidenote"><sup>1</sup> Meidoorn.</span> bloeit.</p>
"""
NAMED = """
<p>De haag<span data-definition="n0"><a href="#">1</a></span> bloeit.</p>
<aside id="n0" style="display: none">Meidoorn.</aside>
"""
DISTILL = """
<p>De haag<d-footnote>Meidoorn.</d-footnote> bloeit.</p>
"""
QUARTO = """
<p>De haag<span class="column-margin margin-aside">Meidoorn.</span> bloeit.</p>
"""
POPOVER = """
<p>De haag<a tabindex="0" data-bs-content="<i></i>Meidoorn. " data-bs-html="true">1</a> bloeit.</p>
"""
SILENT = """
<p>De haag<sup>1</sup><span class="footnote" style="display:none">Meidoorn.</span> bloeit.</p>
"""
WITHIN = [SILENT, DISTILL, QUARTO, POPOVER, NAMED, TUFTE, POPUP, HIDDEN, LATEXML, ORG]
"""Notes that stand within their sentence."""


def blocks(html: str) -> tuple[Block, ...]:
    body = LexborHTMLParser(f"<body>{html}").body
    assert body is not None
    return blocks_of([body], BASE)


def lines(html: str) -> list[str]:
    return blocks_text(blocks(html)).split("\n")


def named(article: tuple[Block, ...], fragment: str) -> str | None:
    """The words of what a fragment names."""
    place = place_at(article, fragment)
    return None if place is None else blocks_text(block_at(article, place))


@pytest.mark.parametrize("html", [PANDOC, KRAMDOWN, MEDIAWIKI, SUBSTACK, PULLDOWN, NAMES, *WITHIN])
def test_footnotes_lead_there_and_back(html: str) -> None:
    article = blocks(html)
    there, back = [link.href.partition("#")[2] for link in links_of(article)]
    assert "De haag" in (named(article, back) or "")
    place = place_at(article, there)
    assert place is not None
    below = blocks_text((*block_at(article, place), *article[place.block + 1 :]))
    assert "Meidoorn" in below
    assert "haag" not in below


@pytest.mark.parametrize("html", WITHIN)
def test_a_note_within_a_sentence_follows_its_paragraph(html: str) -> None:
    assert [block.text for block in blocks(html) if isinstance(block, Paragraph)] == [
        (
            Span("De haag"),
            Span("1", Mark.SUPER, "#inline-note-1"),
            Span(" bloeit."),
        ),
        (Span("1", Mark.SUPER, "#inline-note-1-mark"), Span(" Meidoorn.")),
    ]


def test_a_note_within_a_sentence_is_left_out_where_it_is_said_again() -> None:
    html = """
<p>De haag<sup><a href="#fn-1">1</a></sup><span class="sidenote">1. Meidoorn.</span> bloeit.</p>
<ol><li id="fn-1">Meidoorn.</li></ol>
"""
    assert blocks_text(blocks(html)) == "De haag1 bloeit.\nMeidoorn."
    footnotes = html.replace("<ol>", "<ol class=footnotes hidden>")
    assert blocks_text(blocks(footnotes)) == "De haag1 bloeit.\nMeidoorn."
    hidden = html.replace("<ol>", "<ol hidden>")
    assert blocks_text(blocks(hidden)) == "De haag1 bloeit.\n1 Meidoorn."


def test_a_mark_on_a_line_of_its_own_begins_its_note() -> None:
    assert lines(PULLDOWN) == lines(SUBSTACK) == ["De haag1.", "1 Meidoorn."]
    assert len(blocks("<p>2024</p><p>Meidoorn.</p>")) == 2


def test_a_note_beside_the_words_that_it_is_on_takes_none_of_them() -> None:
    label = "<label class='sidenote-label'>haag</label><input type=checkbox>"
    note = f"<span class=sidenote>{label}<span class='sidenote-content'>Meidoorn.</span></span>"
    assert lines(f"<p>De {note} bloeit.</p>") == ["De haag1 bloeit.", "1 Meidoorn."]


def test_a_mark_that_is_a_button_is_read() -> None:
    html = "<p>De haag<sup><button aria-controls='fn'>1</button></sup> bloeit.</p>"
    assert lines(html) == ["De haag1 bloeit."]


def test_what_only_sounds_like_a_note_stays_where_it_is() -> None:
    assert blocks_text(blocks("<p>Een <span class='note'>kanttekening</span> hierbij.")) == (
        "Een kanttekening hierbij."
    )
    assert blocks_text(blocks("<ol><li><sup>1</sup> <span class='footnote-text'>Zie.</span>")) == (
        "1 Zie."
    )
    mark = "<span class='ltx_note_outer'><sup>2</sup><span>footnotemark: </span>2</span>"
    assert blocks_text(blocks(f"<p>Jan<sup>2</sup>{mark}, Piet")) == "Jan2, Piet"
    assert "3 hagen" in blocks_text(blocks("<p>Hier<span class='sidenote'>3 hagen"))


def test_of_a_list_of_notes_the_note_itself_is_named() -> None:
    notes = "".join(f'<li id="fn{n}"><p>Noot {n}.</p><p>Meer.</p></li>' for n in range(1, 9))
    links = "".join(f'<a href="#fn{n}">{n}</a>' for n in range(1, 9))
    article = blocks(f"<p>{links}</p><ol>{notes}</ol>")
    assert place_at(article, "fn5") == Place(1, (4, 0))
    assert named(article, "fn5") == "Noot 5.\nMeer."


def test_only_what_a_link_names_is_kept_and_every_heading() -> None:
    article = blocks(
        '<div id="content"><p id="p1">Gras. <a href="#p2">Verder</a></p><p id="p2">Klaver.</p>'
        '<h2 id="heg">Heg</h2></div>'
    )
    assert [block.anchors for block in article] == [(), ("p2",), ("heg",)]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ('<p>Gras.</p><pre id="x">code</pre><p>Heg.</p>', "code"),
        ('<p>Gras.</p><a id="x"></a><p>Heg.</p>', "Heg."),
        ('<p>Gras.</p><ul id="x"><li>Heg.</li></ul>', "Heg."),
        (
            '<p>Gras.</p><figure id="x"><img src="/h.jpg" alt="h"><figcaption>Heg.</figcaption>',
            "Heg.",
        ),
        ('<p>Gras.</p><blockquote><p id="x">Heg.</p><p>Klaver.</p></blockquote>', "Heg."),
        ('<p>Gras.</p><p id="x">Heg.</p><p id="x">Klaver.</p>', "Heg."),
    ],
)
def test_an_anchor_is_at_the_first_that_is_shown_of_its_element(html: str, words: str) -> None:
    assert named(blocks(f'<p><a href="#x">Zie</a></p>{html}'), "x") == words


def test_an_anchor_in_a_cell_is_at_the_table() -> None:
    cells = '<tr><th>Soort<th>Noot</tr><tr><td>Es<td><sup id="r1"><a href="#n1">1</a></sup></tr>'
    article = blocks(f'<table>{cells}</table><p id="n1">Noot. <a href="#r1">↩</a></p>')
    place = place_at(article, "r1")
    assert place == Place(0)
    assert isinstance(article[0], Table)


def test_what_the_page_hides_names_nothing() -> None:
    assert named(blocks('<p><a href="#x">Zie</a></p><p id="x" hidden>Weg.</p>'), "x") is None


def test_a_fragment_is_also_found_with_its_encoding_undone() -> None:
    article = blocks('<p><a href="#%C3%BCber">Zie</a></p><p id="über">Hier.</p>')
    assert named(article, "%C3%BCber") == "Hier."


def test_top_is_the_beginning_unless_something_is_called_so() -> None:
    assert place_at(blocks("<p>Gras.</p>"), "top") == Place(0)
    assert place_at(blocks('<p>Gras.</p><h2 id="top">Top</h2>'), "top") == Place(1)
    assert place_at((), "top") is None


def test_a_heading_keeps_its_anchor_without_its_permalink() -> None:
    article = blocks('<h2>Heg <a id="heg" href="#heg">#</a></h2>')
    assert article == (Heading(2, (Span("Heg"),), anchors=("heg",)),)


def test_sup_and_sub_are_marks() -> None:
    (block,) = blocks("<p>x<sup>2<br></sup> en H<sub>2</sub>O</p>")
    assert blocks_text((block,)) == "x2\nen H2O"
    spans = getattr(block, "text", ())
    assert [span.marks for span in spans] == [
        Mark.NONE,
        Mark.SUPER,
        Mark.NONE,
        Mark.SUB,
        Mark.NONE,
    ]
