from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, strategies as st

from tests.chance import examples
from tests.parse.shown_dates import MOMENTS, written
from tui.model import ShownDate
from tui.parse.dates import (
    DayOrder,
    day_order,
    find_date,
    machine_date,
    page_moment,
    resolve_relative,
    shown_date,
)
from tui.parse.words import Language
from tui.parse.words.fold import fold
from tui.parse.words.languages import LANGUAGES

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
        ("2013 May 2", "en", DAY),  # as medical libraries write it
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
        ("2d ago", "en", None),
        ("11 mo. ago", "en", None),
        ("7 мес. назад", "ru", None),
        ("3 天前", "zh", None),
        ("2 years, 3 months ago", "en", None),
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


@pytest.mark.parametrize("line", ["3 May 2024 -", "— 3 May 2024 |", "· 3 May 2024,", "3 May 2024"])
def test_signs_around_a_date_are_none_of_it(line: str) -> None:
    assert shown_date(line).text == "3 May 2024"


def test_the_machine_date_wins_but_for_a_time_that_only_the_words_give() -> None:
    assert shown_date("2 mei 2013", machine="2013-05-03", language="nl").iso == "2013-05-03"
    assert shown_date("May 2, 2013 at 4:05 pm", machine=DAY).at == datetime(2013, 5, 2, 16, 5)  # noqa: DTZ001 - the page gives no zone
    assert shown_date("2 days ago", machine="2013-05-02T11:04:00Z").iso == f"{DAY}T11:04:00+00:00"


@pytest.mark.parametrize(
    "line", ["I paid 12 euros for it", "Version 2.0.1", "yesterday I walked home", "5 apples", ""]
)
def test_lines_without_a_date_have_none(line: str) -> None:
    assert find_date(line) is None


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("Mike D. 20 May 2014", 8),
        ("Rui Ma 3/23/2021 at 5:40 am", 7),
        ("Anna am Mo 3. Mai 2014", 5),
        ("Anna | Di, 3. Mai 2014", 7),
        ("Anna ma 3 mei 2014", 5),
        ("Sa 3. Mai 2014", 0),
    ],
)
def test_days_of_the_week_are_told_from_ends_of_names(line: str, start: int) -> None:
    found = find_date(line)
    assert found is not None
    assert found.start == start


@given(st.text(max_size=200))
@examples(6)
def test_any_text_is_read_without_an_error(text: str) -> None:
    found = find_date(text)
    assert found is None or 0 <= found.start <= found.end <= len(text)
    shown_date(text, machine=text)


BY_LANGUAGE = pytest.mark.parametrize("table", LANGUAGES, ids=lambda table: table.code)


@BY_LANGUAGE
@given(at=MOMENTS, name=st.sampled_from(["Anna Visser", "mill_fan82", "Łukasz", "花子"]))
@examples(1 / 4)
def test_moments_come_back_from_each_language(table: Language, at: datetime, name: str) -> None:
    shown = written(at, table)
    assert shown_date(shown, language=table.code).at == at
    found = find_date(f"{name} | {shown}", table.code)
    assert found is not None
    assert found.date.at == at


@pytest.mark.parametrize(
    ("texts", "language", "order"),
    [
        (["02/05/2020", "13/05/2020"], "en", DayOrder.DAY_FIRST),
        (["02/05/2020", "05/13/2020"], "en", DayOrder.MONTH_FIRST),
        (["on 05/13/2020 at 10:04"], "nl", DayOrder.MONTH_FIRST),
        (["13/05/2020", "05/13/2020"], "en", DayOrder.UNKNOWN),
        (["13/05/2020", "05/13/2020"], "de", DayOrder.DAY_FIRST),
        (["Mon, 05/03/2010 - 16:40"], "en", DayOrder.MONTH_FIRST),
        (["Mon, 03/05/2010 - 16:40"], "en", DayOrder.DAY_FIRST),
        (["Sun, 05/03/2010 - 16:40"], "en", DayOrder.UNKNOWN),
        (["Mon, 05/05/2010 - 16:40"], "en", DayOrder.UNKNOWN),
        (["13.05.2020"], "en", DayOrder.UNKNOWN),
        (["13/05/20", "version 1/2/3"], "en", DayOrder.UNKNOWN),
        ([], "en-GB", DayOrder.DAY_FIRST),
        ([], None, DayOrder.UNKNOWN),
    ],
)
def test_other_dates_of_a_page_tell_which_number_is_the_day(
    texts: list[str], language: str | None, order: DayOrder
) -> None:
    assert day_order(texts, language) is order


@given(st.lists(st.dates(date(1990, 1, 1), date(2049, 1, 1)), min_size=1), st.booleans())
def test_dates_of_one_page_are_read_alike(days: list[date], day_first: bool) -> None:  # noqa: FBT001 - drawn
    shown = [f"{d:%d/%m/%Y}" if day_first else f"{d:%m/%d/%Y}" for d in days]
    order = day_order(shown, "en")
    for day, text in zip(days, shown, strict=True):
        at = shown_date(text, language="en", order=order).at
        assert at == day or (at is None and max(d.day for d in days) <= 12)


@pytest.mark.parametrize(
    ("page", "iso"),
    [
        (
            (
                "<html><!--\n Page saved with SingleFile \n url: https://mill.example/ \n"
                " saved date: Thu May 02 2013 11:04:22 GMT+0200 (Central European Summer Time)\n-->"
            ),
            f"{DAY}T11:04:22+02:00",
        ),
        (
            (
                "<p>Mill</p><!--\n     FILE ARCHIVED ON 11:04:22 May 02, 2013 AND RETRIEVED "
                "FROM THE\n     INTERNET ARCHIVE ON 09:00:00 Jan 04, 2020.\n-->"
            ),
            f"{DAY}T11:04:22+00:00",
        ),
        (
            (
                "<!-- Mirrored from mill.example/a.html by HTTrack Website Copier/3.x "
                "[XR&CO'2014], Thu, 02 May 2013 11:04:22 GMT -->"
            ),
            f"{DAY}T11:04:22+00:00",
        ),
        (
            '<meta http-equiv="Last-Modified" content="Thu, 02 May 2013 11:04:22 GMT">',
            f"{DAY}T11:04:22+00:00",
        ),
        (
            (
                "From: <Saved by a browser>\r\nDate: Thu, 2 May 2013 11:04:22 -0000\r\n"
                "MIME-Version: 1.0\r\n\r\n<html>"
            ),
            f"{DAY}T11:04:22",
        ),
        (
            '<meta name="savepage-date" content="Thu May 02 2013 11:04:22 GMT+0200">',
            f"{DAY}T11:04:22+02:00",
        ),
        ('<html data-scrapbook-create="20130502110422123">', f"{DAY}T11:04:22+00:00"),
        ('<meta http-equiv="date" content="some day in May">', None),
        ("<p>saved date: not at all", None),
        ("", None),
    ],
)
def test_pages_say_when_they_were_saved(page: str, iso: str | None) -> None:
    moment = page_moment(page.encode())
    assert (moment.isoformat() if moment else None) == iso
    padded = page_moment(f"{page}{' ' * 300_000}<p>saved date: nothing".encode())
    assert (padded.isoformat() if padded else None) == iso


BASE = datetime(2013, 5, 16, 22, 30)  # noqa: DTZ001 - a Thursday; the page gives no zone


@BY_LANGUAGE
@given(count=st.integers(2, 20))
@examples(1 / 4)
def test_spans_back_are_counted_in_each_language(table: Language, count: int) -> None:
    pattern = next(ago for ago in table.ago if "{n}" in ago)
    for group, step in zip(table.units, (1 / 86_400, 1 / 1_440, 1 / 24, 1, None), strict=True):
        for unit in group.split():
            text = pattern.format(n=count, unit=unit)
            found = find_date(text, table.code)
            assert found is not None, text
            assert found.date.text == text
            resolved = resolve_relative(found.date, BASE, table.code)
            assert resolved.text == text
            expected = BASE - timedelta(days=step * count) if step else None
            assert resolved.at == (expected.date() if expected else None), text


@BY_LANGUAGE
def test_words_for_the_last_days_are_certain_in_each_language(table: Language) -> None:
    for back, words in enumerate(table.days_back):
        day = (BASE - timedelta(days=back)).date()
        for word in words:
            found = find_date(word, table.code)
            assert found is not None, word
            assert resolve_relative(found.date, BASE, table.code).at == day, word
            timed = resolve_relative(ShownDate(f"{word} 10:04"), BASE, table.code)
            assert timed.at == datetime.combine(day, time(10, 4)), word
    for word in table.relative:
        assert find_date(word, table.code) is not None, word
        assert resolve_relative(ShownDate(word), BASE, table.code).at is None, word


@BY_LANGUAGE
def test_a_day_of_the_week_with_a_time_is_the_last_such_day(table: Language) -> None:
    for number, forms in enumerate(table.days):
        text = f"{forms.split()[0]} 10:04"
        if len(forms.split()[0]) > 2:
            found = find_date(text, table.code)
            assert found is not None, text
            at = resolve_relative(found.date, BASE, table.code).at
            assert isinstance(at, datetime), text
            assert at.weekday() == number
            assert timedelta(0) < BASE.date() - at.date() <= timedelta(days=7)


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        ("23 hours ago", "en", "2013-05-15"),
        ("22 hours ago", "en", None),
        ("an hour ago", "en", "2013-05-16"),
        ("8d", "en", "2013-05-08"),
        ("17h", None, "2013-05-16"),
        ("3mo", "en", None),
        ("about 3 days ago", "en", None),
        ("1 day, 3 hours ago", "en", None),
        ("Posted 3 days ago", "en", "2013-05-13"),
        ("3 days ago", "nl", "2013-05-13"),
        ("vor 3 Tagen", None, "2013-05-13"),
        ("gisteren om 10:04", "nl", "2013-05-15T10:04:00"),
        ("Yesterday, 5:32 pm", "en", "2013-05-15T17:32:00"),
        ("avant-hier à 10:04", "fr", "2013-05-14T10:04:00"),
        ("предвчера", "ru", None),
        ("день назад", "ru", "2013-05-15"),
        ("3d ago", "en", "2013-05-13"),
        ("2 дн. назад", "ru", "2013-05-14"),
        ("3 天前", "zh", "2013-05-13"),
        ("منذ يومين", "ar", "2013-05-14"),
        ("2 May", "en", None),
        ("9999 days ago", "en", "1985-12-30"),
    ],
)
def test_relative_dates_are_counted_where_the_day_is_certain(
    text: str, language: str | None, iso: str | None
) -> None:
    resolved = resolve_relative(ShownDate(text), BASE, language)
    assert resolved.text == text
    assert resolved.iso == iso


def test_dates_that_are_known_stay() -> None:
    shown = ShownDate("yesterday", date(2011, 1, 1))
    assert resolve_relative(shown, BASE, "en") is shown


@given(st.text(max_size=100), st.datetimes())
@examples(6)
def test_any_text_is_counted_without_an_error(text: str, base: datetime) -> None:
    assert resolve_relative(ShownDate(text), base).text == text
    page_moment(f"saved date: {text}\nHTTrack, {text} FILE ARCHIVED ON {text}".encode())
    day_order([text, text])
