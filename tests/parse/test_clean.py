"""Nothing that a terminal acts on gets through; everything that people wrote does."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from hypothesis import given, strategies as st

from tui.parse.clean import MAX_LINK, clean, clean_line, clean_link, clean_run

ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=200)


@pytest.mark.parametrize(
    ("dirty", "shown"),
    [
        ("\x1b[2Jweg", "[2Jweg"),
        ("\x1b]0;titel\x07tekst", "]0;titeltekst"),
        ("\x9b31mrood", "31mrood"),
        ("\u202eachterstevoren\u202c", "achterstevoren"),
        ("\u2066a\u2069\ufeffb\x00\x7f", "ab"),
        ("half \ud83d teken", "half \ufffd teken"),
        ("een\r\ntwee\rdrie\u2028vier", "een\ntwee\ndrie\nvier"),
        ("[bold]niet[/]", "[bold]niet[/]"),
        ("e\u0301 en \u00e9", "e\u0301 en \u00e9"),
        ("a\u200d" * 3 + "b", "aaab"),
        ("日\u200d本\u200d", "日本"),
        (
            "\u0915\u094d\u200d\u0937 \u2764\ufe0f\u200d🔥",
            "\u0915\u094d\u200d\u0937 \u2764\ufe0f\u200d🔥",
        ),
        ("👩\u200d🔬 \u05e9\u05dc\u05d5\u05dd", "👩\u200d🔬 \u05e9\u05dc\u05d5\u05dd"),
    ],
)
def test_controls_go_and_words_stay(dirty: str, shown: str) -> None:
    assert clean(dirty) == shown


@given(ANYTHING)
def test_clean_text_is_printable_encodable_and_stays_as_it_is(text: str) -> None:
    once = clean(text)
    once.encode("utf-8")
    assert not any(character < " " and character not in "\t\n" for character in once)
    assert clean(once) == once
    assert "\n" not in clean_line(text)


@given(
    st.text(
        st.sampled_from(" \t\n\f\xa0\u2003\u3000\u200d\x85\x1c\x00ab\ud800\u2028é日"), max_size=40
    )
)
def test_runs_of_white_space_become_one_space_and_other_spaces_stay(text: str) -> None:
    assert clean_run(text) == re.sub("[ \t\n\xa0]+", " ", clean(text))


BASES = (
    "https://a.example",
    "https://a.example/x/y.html",
    "https://a.example/x/?q=1&b=/../c",
    "http://a.example:80/x#part",
    "https://a.example/x?",
)


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("/over", "https://a.example/over"),
        ("//b.example/x", "https://b.example/x"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("javascript:alert(1)", None),
        (" java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("http://[::1", None),
        ("https://a.example/\x1b[31mx", "https://a.example/[31mx"),
        ("x" * (MAX_LINK + 1), None),
        ("", None),
    ],
)
def test_links_keep_only_what_can_be_opened(href: str, kept: str | None) -> None:
    assert clean_link(href, "https://a.example/post") == kept


@given(st.text("ab./#?%=&-~:;,+_@!$*() é", max_size=12), st.sampled_from(BASES))
def test_links_near_by_lead_where_the_standard_says(rest: str, base: str) -> None:
    for href in (f"/{rest}", f"#{rest}", f"//b.example/{rest}"):
        kept = clean_link(href, base)
        assert kept is None or kept == urljoin(base, href.replace(" ", ""))


@given(ANYTHING, st.none() | ANYTHING)
def test_no_link_raises(href: str, base: str | None) -> None:
    link = clean_link(href, base)
    assert link is None or link.startswith(("http:", "https:", "mailto:", "#"))
