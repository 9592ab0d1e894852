"""Names out of lines that hold more than a name."""

from __future__ import annotations

import pytest

from tui.model import CommentKind
from tui.parse.threads.bylines import date_alone, name_alone, ping_and_name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Anna Visser", "Anna Visser"),
        ("Anna Visser | 3 May 2022 - 16:40", "Anna Visser"),
        ("Posted by: Bram |", "Bram"),
        ("Verfasst von: Bram", "Bram"),
        ("14 March 2021 at 9:26 by Bram von Berg", "Bram von Berg"),
        ("by Cleo (10503068)", "Cleo"),
        ("Dai @dai@valley.example", "Dai"),
        ("<b>Eef</b>", "Eef"),
        ("Fien 1984", "Fien 1984"),
        ("J.P. (Jan) de Wit", "J.P. (Jan) de Wit"),
        ("byron", "byron"),
        ("", ""),
    ],
)
def test_name_alone(line: str, name: str) -> None:
    assert name_alone(line, "en") == name


@pytest.mark.parametrize(
    ("line", "kind", "name"),
    [
        ("Pingback: Other blog", CommentKind.PINGBACK, "Other blog"),
        ("Trackback: Other blog", CommentKind.TRACKBACK, "Other blog"),
        ("Ping Pong", CommentKind.COMMENT, "Ping Pong"),
        ("Pingback", CommentKind.COMMENT, "Pingback"),
    ],
)
def test_ping_and_name(line: str, kind: CommentKind, name: str) -> None:
    assert ping_and_name(line) == (kind, name)


@pytest.mark.parametrize(
    ("line", "name", "date"),
    [
        ("Anna | 3 May 2022", "Anna", "3 May 2022"),
        ("3 mai 2022, 10:22 par Anna", "Anna", "3 mai 2022, 10:22"),
        ("Submitted by Anna (not verified) on 3 May 2022", "Anna", "3 May 2022"),
        ("Sent by Anna on 3 May 2022 - 16:40.", "Anna", "3 May 2022 - 16:40"),
        ("3 May 2022", "Anna", "3 May 2022"),
    ],
)
def test_date_alone(line: str, name: str, date: str) -> None:
    assert date_alone(line, name) == date
