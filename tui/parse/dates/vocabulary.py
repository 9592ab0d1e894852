"""The words of dates in all languages, looked up by their folded form."""

from __future__ import annotations

import re
from functools import cache

from tui.parse.words.fold import fold
from tui.parse.words.languages import LANGUAGES


@cache
def months() -> dict[str, int]:
    """The number of the month, by each of its names; no name is that of two months."""
    return {
        fold(form.replace("_", " ")): number
        for table in LANGUAGES
        for number, forms in enumerate(table.months, 1)
        for form in forms.split()
        if not form[0].isdigit()
    }


@cache
def fillers() -> frozenset[str]:
    """Words that stand around and within dates without changing them: weekdays, "at", "Uhr"."""
    words = {fold(word) for table in LANGUAGES for word in table.joiners.split()}
    words |= {fold(form) for table in LANGUAGES for days in table.days for form in days.split()}
    return frozenset(words)


@cache
def half_days() -> dict[str, str]:
    """The half of the day, "am" or "pm", by the word for it without dots."""
    found = {}
    for table in LANGUAGES:
        for words, half in zip(table.half_days, ("am", "pm"), strict=True):
            found.update({fold(word): half for word in words.split()})
    return found


@cache
def relative() -> re.Pattern[str]:
    """Dates that count from now: "2 days ago", "gisteren", "vor 3 Tagen"."""
    parts = []
    for table in LANGUAGES:
        units = _alternatives(table.units.split())
        gap = r"\s?" if table.code in {"ja", "zh", "ko"} else r"\s"
        for pattern in table.ago:
            body = re.escape(fold(pattern)).replace(r"\ ", gap)
            body = body.replace(r"\{unit\}", units)
            parts.append(body.replace(r"\{n\}", r"(?:\d{1,4}|\w{1,6})"))
    ago = "|".join(parts)
    whole = _alternatives([word for table in LANGUAGES for word in table.relative])
    return re.compile(rf"(?<!\w)(?:(?P<ago>{ago})|^(?P<whole>{whole}))(?!\w)", re.IGNORECASE)


@cache
def relative_marks() -> tuple[str, ...]:
    """Words one of which every relative date holds: what to look for before the slow pattern."""
    marks = {fold(word) for table in LANGUAGES for word in table.relative}
    for table in LANGUAGES:
        for pattern in table.ago:
            rest = fold(pattern).replace("{n}", " ").replace("{unit}", " ").split()
            marks.add(max(rest, key=len))
    return tuple(sorted(marks))


def _alternatives(words: list[str]) -> str:
    ordered = sorted({fold(word) for word in words}, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word) for word in ordered) + ")"
