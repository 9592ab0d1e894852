"""Moments as WordPress shows them by default in each of the twenty languages."""

from __future__ import annotations

from datetime import datetime

from hypothesis import strategies as st

from tui.parse.words import Language

SHOWN = {
    "en": "{month} {day}, {year} at {half}",
    "nl": "{day} {month} {year} om {time}",
    "de": "{day}. {month} {year} um {time} Uhr",
    "fr": "{day} {month} {year} à {hour} h {minute:02} min",
    "es": "{day} {month}, {year} a las {half}",
    "pt": "{day} de {month} de {year} às {time}",
    "it": "{day} {month} {year} alle {time}",
    "pl": "{day} {month} {year} o {time}",
    "sv": "{day} {month}, {year} kl. {time}",
    "da": "{day}. {month} {year} kl. {time}",
    "nb": "{day}. {month} {year} kl. {time}",
    "fi": "{day}.{number}.{year} klo {time}",
    "cs": "{day}.{number}.{year} v {time}",
    "ru": "{day:02}.{number:02}.{year} в {time}",
    "uk": "{day} {month} {year} о {time}",
    "tr": "{day} {month} {year}, {time}",
    "ja": "{year}年{number}月{day}日 {time}",
    "zh": "{year}年{number}月{day}日 {time}",
    "ko": "{year}년 {number}월 {day}일 {time}",
    "ar": "{day} {month} {year} الساعة {time}",
}
"""How WordPress shows a comment's moment by default in each language (PHP's formats)."""


def written(at: datetime, table: Language) -> str:
    month = table.months[at.month - 1].split()[0].replace("_", " ")
    return SHOWN[table.code].format(
        day=at.day,
        month=month,
        number=at.month,
        year=at.year,
        hour=at.hour,
        minute=at.minute,
        time=f"{at.hour}:{at.minute:02}",
        half=f"{at.hour % 12 or 12}:{at.minute:02} {'am' if at.hour < 12 else 'pm'}",
    )


MOMENTS = st.datetimes(datetime(1996, 1, 1), datetime(2049, 1, 1)).map(  # noqa: DTZ001 - as pages show
    lambda at: at.replace(second=0, microsecond=0)
)
