"""The outline of a page: its elements in numbers, and what is asked of all of them."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from tests.work import calls_of
from tui.parse import parse_page
from tui.parse.measuring import outline_of
from tui.parse.outline import Outline

TEXT = "<p>Dit is een alinea van een artikel, lang genoeg om als lopende tekst te tellen.</p>"


def outline(html: str) -> Outline:
    """The outline of a page's body."""
    body = LexborHTMLParser(html).body
    assert body is not None
    return outline_of(body, ())


def test_an_element_ends_after_all_that_is_in_it() -> None:
    elements = outline("<body><div><p>een <b>twee</b></p></div><p>drie</p>")
    told = [(e.tag, e.parent, e.end, e.size, e.text) for e in elements]
    assert told == [
        ("body", 0, 5, 5, 11),
        ("div", 0, 4, 3, 7),
        ("p", 1, 4, 2, 7),
        ("b", 2, 4, 1, 4),
        ("p", 0, 5, 1, 4),
    ]


def test_a_page_of_nothing_is_an_outline_of_one_element() -> None:
    assert [(e.tag, e.end, e.size) for e in outline("<body></body>")] == [("body", 1, 1)]


def test_what_is_hidden_is_left_out_with_all_that_is_in_it() -> None:
    elements = outline(f"<body>{TEXT * 4}<div hidden><section>{TEXT}</section></div><ul><li>x")
    assert [element.tag for element in elements] == ["body", *["p"] * 4, "ul", "li"]


def test_elements_are_found_by_a_part_of_a_class_or_an_id() -> None:
    elements = outline(
        "<body><p class='Pull-Quote big'>een<p id=quoted>twee<p class=plain>drie<p>vier"
    )
    assert elements.named_like(("quote", "tweet")) == [1, 2]
    assert elements.named_like(("pager",)) == []
    assert elements.places("p", "body") == [0, 1, 2, 3, 4]


def test_the_names_within_a_list_of_links_take_little_work() -> None:
    def page(name: str) -> str:
        items = "".join(
            f"<li {name}='part-{number}x'><a href='/p/{number}'>Stuk {number}</a></li>"
            for number in range(600)
        )
        return f"<body><h1>Titel</h1><article>{TEXT * 30}</article><nav><ul>{items}</ul></nav>"

    named, other = page("class"), page("data-of")
    parse_page(named)
    more = calls_of(lambda: parse_page(named)) - calls_of(lambda: parse_page(other))
    assert more < 40 * 600
