from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings, strategies as st

from tui.parse.dates import find_date, machine_date, shown_date
from tui.parse.words import LANGUAGES, Language
from tui.parse.words.fold import fold

DAY = "2013-05-02"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2013-05-02 11:04", f"{DAY}T11:04:00"),
        ("2013-05-02T11:04:00+0200", f"{DAY}T11:04:00+02:00"),
        ("2013-05-02T11:04:00.123Z", f"{DAY}T11:04:00+00:00"),
        ("2013-5-2", DAY),
        ("20130502", DAY),
        ("Thu, 02 May 2013 11:04:00 +0200", f"{DAY}T11:04:00+02:00"),
        ("Thu May 02 2013 11:04:22 GMT+0200 (CEST)", f"{DAY}T11:04:22+02:00"),
        ("1367485440", f"{DAY}T09:04:00+00:00"),
        ("1367485440000", f"{DAY}T09:04:00+00:00"),
        ("2013-05-02T25:00", DAY),
        ("0000-00-00", None),
        ("2013-02-30", None),
        ("May", None),
        ("12345", None),
    ],
)
def test_machine_dates(text: str, iso: str | None) -> None:
    found = machine_date(text)
    assert (found.isoformat() if found else None) == iso


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        ("2 mei 2013 om 11:04", "nl", f"{DAY}T11:04:00"),
        ("May 2, 2013 at 4:05 pm", "en", f"{DAY}T16:05:00"),
        ("Thursday, 2nd May 2013", "en", DAY),
        ("2. Mai 2013 um 10:04 Uhr", "de", f"{DAY}T10:04:00"),
        ("2 mai 2013 à 10 h 04 min", "fr", f"{DAY}T10:04:00"),
        ("2 mayo, 2013 a las 4:05 pm", "es", f"{DAY}T16:05:00"),
        ("2 de maio de 2013 às 10:04", "pt", f"{DAY}T10:04:00"),
        ("2 maggio 2013 alle 10:04", "it", f"{DAY}T10:04:00"),
        ("2 maja 2013 o 10:04", "pl", f"{DAY}T10:04:00"),
        ("2 maj, 2013 kl. 10:04", "sv", f"{DAY}T10:04:00"),
        ("2. maj 2013 kl. 10:04", "da", f"{DAY}T10:04:00"),
        ("2. mai 2013 kl. 10:04", "nb", f"{DAY}T10:04:00"),
        ("2.5.2013 klo 10:04", "fi", f"{DAY}T10:04:00"),
        ("2. května 2013 v 10:04", "cs", f"{DAY}T10:04:00"),
        ("02.05.2013 в 10:04", "ru", f"{DAY}T10:04:00"),
        ("2 травня 2013 о 10:04", "uk", f"{DAY}T10:04:00"),
        ("02 Mayıs 2013, 10:04", "tr", f"{DAY}T10:04:00"),
        ("2013年5月2日 10:04", "ja", f"{DAY}T10:04:00"),
        ("2013年5月2日 下午 3:04", "zh", f"{DAY}T15:04:00"),
        ("2013년 5월 2일 오후 3:04", "ko", f"{DAY}T15:04:00"),
        ("٢ مايو ٢٠١٣ الساعة ١٠:٠٤", "ar", f"{DAY}T10:04:00"),
        ("2/5/2013", "nl", DAY),
        ("5/2/2013", "en", None),
        ("2/5/2013", None, None),
        ("5/25/2013", "en", "2013-05-25"),
        ("2 mei", "nl", None),
        ("2 days ago", "en", None),
        ("vor 3 Tagen", "de", None),
        ("gisteren om 10:04", "nl", None),
        ("February 30, 2013", "en", None),
    ],
)
def test_shown_dates_are_read_as_far_as_they_are_certain(
    text: str, language: str | None, iso: str | None
) -> None:
    shown = shown_date(text, language=language)
    assert shown.text == text
    assert shown.iso == iso
    found = find_date(text, language)
    assert found is not None
    assert (found.start, found.end) == (0, len(text))


@pytest.mark.parametrize("table", LANGUAGES, ids=lambda table: table.code)
def test_every_month_of_a_language_is_known_and_no_other(table: Language) -> None:
    for number, forms in enumerate(table.months, 1):
        for form in forms.replace("_", " ").split():
            if form.isalpha() and len(form) > 2 and form not in {"كانون", "تشرين"}:
                shown = shown_date(f"7 {form} 2011", language=table.code)
                if "ال" not in form[:2]:
                    assert shown.at == date(2011, number, 7), form


def test_no_word_names_two_months() -> None:
    seen: dict[str, int] = {}
    for table in LANGUAGES:
        for number, forms in enumerate(table.months, 1):
            for form in forms.split():
                assert seen.setdefault(fold(form), number) == number, form


def test_the_machine_date_wins_but_for_a_time_that_only_the_words_give() -> None:
    assert shown_date("2 mei 2013", machine="2013-05-03", language="nl").iso == "2013-05-03"
    assert shown_date("May 2, 2013 at 4:05 pm", machine=DAY).at == datetime(2013, 5, 2, 16, 5)  # noqa: DTZ001 - the page gives no zone
    assert shown_date("2 days ago", machine="2013-05-02T11:04:00Z").iso == f"{DAY}T11:04:00+00:00"


@pytest.mark.parametrize(
    "line", ["I paid 12 euros for it", "Version 2.0.1", "yesterday I walked home", "5 apples", ""]
)
def test_lines_without_a_date_have_none(line: str) -> None:
    assert find_date(line) is None


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_without_an_error(text: str) -> None:
    found = find_date(text)
    assert found is None or 0 <= found.start <= found.end <= len(text)
    shown_date(text, machine=text)
