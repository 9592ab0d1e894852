"""Bytes of every kind become the text that their writer meant."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tui.parse.decode import decode, decoded, sending_codec, web_name

DUTCH = "“Het café kost € 3,50,” zei André – en dat klopte."
GERMAN = "Grüße aus Köln, süß und schön, für alle Mädchen und Jungen über den Dächern"
RUSSIAN = "Сегодня утром мы пошли в лес собирать грибы, и вернулись только к вечеру."
JAPANESE = "今日は朝から雨が降っていたので、家で本を読んで過ごしました。"


@pytest.mark.parametrize(
    ("encoding", "header"),
    [
        ("utf-8", None),
        ("utf-8-sig", None),
        ("utf-16", None),
        ("utf-8", "text/html; charset=UTF-8"),
        ("cp1252", "text/html; charset=iso-8859-1"),
        ("cp1252", "text/html; charset=latin1"),
        ("cp1252", 'text/html; charset="Windows-1252"'),
        ("cp1252", None),
    ],
)
def test_curly_quotes_and_the_euro_sign_survive(encoding: str, header: str | None) -> None:
    assert decode(f"<p>{DUTCH}</p>".encode(encoding), header) == f"<p>{DUTCH}</p>"


def test_a_mark_at_the_start_wins_over_the_header() -> None:
    assert decode(DUTCH.encode("utf-8-sig"), "text/html; charset=iso-8859-1") == DUTCH


@pytest.mark.parametrize(
    ("label", "encoding", "text"),
    [
        ("iso-8859-1", "cp1252", DUTCH),
        ("us-ascii", "cp1252", DUTCH),
        ("windows-1251", "cp1251", RUSSIAN),
        ("koi8-r", "koi8-r", RUSSIAN),
        ("x-sjis", "shift_jis", JAPANESE),
        ("euc-jp", "euc_jp", JAPANESE),
        ("iso-8859-9", "cp1254", "Şişli'de “güzel” bir gün"),
        ("utf-16", "utf-8", DUTCH),
    ],
)
@pytest.mark.parametrize(
    "form",
    ['<meta charset="{}">', "<meta http-equiv=Content-Type content='text/html; charset={}'>"],
)
def test_the_page_may_declare_its_encoding(label: str, encoding: str, text: str, form: str) -> None:
    page = f"<html><head>{form.format(label)}</head><p>{text}</p>"
    assert decode(page.encode(encoding)) == page


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", GERMAN),
        ("cp1251", RUSSIAN * 4),
        ("shift_jis", JAPANESE * 6),
        ("utf-16-le", "<p>" + DUTCH),
    ],
)
def test_pages_without_a_declaration_are_looked_at(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("label", ["gb2312", "iso-8859-1", "euc-kr", "koi8-r"])
@pytest.mark.parametrize("text", [RUSSIAN, JAPANESE, GERMAN * 3])
def test_a_page_saved_in_utf_8_may_still_name_what_it_was_in(label: str, text: str) -> None:
    page = f"<meta charset={label}><p>{text}"
    assert decode(page.encode()) == page
    assert decode(text.encode(), f"text/html; charset={label}") == text


def test_a_few_letters_that_could_be_utf_8_are_what_the_page_says() -> None:
    page = "<meta charset=iso-8859-1><p>Read wrongly, an e with an accent becomes Ã© or Ã¨."
    assert decode(page.encode("cp1252")) == page


def test_an_unknown_label_is_passed_over() -> None:
    assert decode(DUTCH.encode(), "text/html; charset=klingon") == DUTCH
    assert decode(DUTCH.encode(), "text/html; charset=rot13") == DUTCH
    assert decode(DUTCH.encode(), "text/html; charset=utf-7") == DUTCH


def test_a_page_cut_off_within_a_letter_keeps_the_rest() -> None:
    data = f"<meta charset=utf-8><p>{RUSSIAN}".encode()[:-2]
    assert decode(data).startswith(f"<meta charset=utf-8><p>{RUSSIAN[:-2]}")


def test_one_broken_byte_does_not_change_the_encoding_of_the_page() -> None:
    data = RUSSIAN.encode() + b"\xff" + RUSSIAN.encode()
    assert decode(data) == f"{RUSSIAN}\ufffd{RUSSIAN}"


def test_a_page_that_wrongly_calls_itself_utf_8_is_read_all_the_same() -> None:
    data = b'<meta charset="utf-8"><p>' + GERMAN.encode("cp1252")
    assert GERMAN in decode(data)


def test_undefined_bytes_of_windows_1252_keep_their_number() -> None:
    assert decode(b"a\x81b", "text/html; charset=windows-1252") == "a\x81b"


def test_text_is_passed_through() -> None:
    assert decode("\ufeffal gelezen \ud800") == "al gelezen \ud800"


@given(st.text(max_size=40), st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]))
def test_bytes_that_are_kept_as_they_came_are_the_text(text: str, encoding: str) -> None:
    data = text.encode(encoding, "replace") + b"\xff" * text.count("x")
    found = decoded(data)
    assert found.is_utf8 == (found.text.encode() == data)


@given(st.binary(max_size=300), st.none() | st.text(max_size=40))
def test_no_bytes_and_no_header_raise(data: bytes, header: str | None) -> None:
    assert isinstance(decode(data, header), str)
    assert isinstance(decode(data, f"text/html; charset={header}"), str)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("latin1", "windows-1252"),
        ("ISO-8859-15", "iso-8859-15"),
        ("gb2312", "gbk"),
        ("gb18030", "gbk"),
        ("big5", "big5"),
        ("sjis", "shift_jis"),
        ("euc-jp", "euc-jp"),
        ("koi8-r", "koi8-r"),
        ("macintosh", "macintosh"),
        ("x-mac-cyrillic", "x-mac-cyrillic"),
        ("windows-874", "windows-874"),
        ("cp866", "ibm866"),
        ("utf-16le", "utf-8"),
        ("utf8", "utf-8"),
        ("rot13", None),
        ("nonsense", None),
        ("", None),
    ],
)
def test_forms_are_sent_in_encodings_by_their_names_on_the_web(
    label: str, name: str | None
) -> None:
    assert web_name(label) == name
    if name is not None:
        assert b"a" in "a\u20ac".encode(sending_codec(name), "xmlcharrefreplace")
