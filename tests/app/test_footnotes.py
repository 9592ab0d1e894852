"""Footnotes: a link within the article leads there, and the way back to where one was."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from tests.app.pages import URL, Reply, page
from tests.app.reading import article, at, notices, press, reading, shown, thread
from tests.app.test_opening import Save
from tui.app.reader.screen import ReaderScreen
from tui.app.services import Services

FILLER = "".join(f"<p>Alinea {number} over de heg.</p>" for number in range(60))
NOTES = "".join(
    f'<li id="fn{n}"><p>Noot {n}. <a href="#fnref{n}">↩</a></p></li>' for n in range(1, 80)
)
TEXT = f"""{FILLER}<p id="para">De meidoorn<sup id="fnref3"><a href="#fn3">3</a></sup> bloeit, zie
<a href="{URL}#fn3">dezelfde noot</a>, <a href="#comment-2">Kees</a> en
<a href="#weg">wat weg is</a>.</p>{FILLER}<ol>{NOTES}</ol>"""
COMMENTS = (Reply("Marijke", "Mooi."), Reply("Kees", "Ook mooi."))


@pytest.fixture
def noted(save: Save) -> Path:
    return save("noten.html", page(text=TEXT, comments=COMMENTS, url=URL))


def screen(pilot: Pilot[None]) -> ReaderScreen:
    found = pilot.app.screen
    assert isinstance(found, ReaderScreen)
    return found


async def follow(pilot: Pilot[None], href: str) -> None:
    screen(pilot).links.follow(href, in_browser=False)
    await pilot.pause()


def top(pilot: Pilot[None]) -> str:
    return shown(article(pilot)).splitlines()[0].strip()


async def test_a_footnote_is_gone_to_and_come_back_from(services: Services, noted: Path) -> None:
    async with reading(services, noted) as pilot:
        await press(pilot, "space", "space")
        before = top(pilot)
        await follow(pilot, "#fn3")
        assert top(pilot) == "3. Noot 3. ↩"
        await press(pilot, "-")
        assert top(pilot) == before
        await press(pilot, "+")
        assert top(pilot) == "3. Noot 3. ↩"


async def test_its_sign_leads_back_to_the_text(services: Services, noted: Path) -> None:
    async with reading(services, noted) as pilot:
        await follow(pilot, f"{URL}#fn3")
        await follow(pilot, "#fnref3")
        assert top(pilot).startswith("De meidoorn³ bloeit")


async def test_a_link_to_a_comment_still_goes_there(services: Services, noted: Path) -> None:
    async with reading(services, noted) as pilot:
        await follow(pilot, "#comment-2")
        assert thread(pilot).has_focus
        assert at(pilot) == "Kees"
        await follow(pilot, "#fn3")
        assert article(pilot).has_focus
        await press(pilot, "-")
        assert thread(pilot).has_focus


async def test_a_link_to_nothing_says_so(services: Services, noted: Path) -> None:
    async with reading(services, noted) as pilot:
        before = top(pilot)
        await follow(pilot, "#weg")
        assert top(pilot) == before
        assert "The page has nothing of that name." in notices(pilot.app)


async def test_an_address_may_name_a_place_of_the_article(services: Services, noted: Path) -> None:
    async with reading(services, f"{noted}#fn3") as pilot:
        assert top(pilot) == "3. Noot 3. ↩"


async def test_without_unicode_superscripts_have_signs(services: Services, noted: Path) -> None:
    async with reading(services, f"{noted}#fnref3") as pilot:
        assert top(pilot).startswith("De meidoorn³")
        look = article(pilot).look
        article(pilot).show_look(replace(look, guides=type(look.guides)("ascii")))
        await pilot.pause()
        assert top(pilot).startswith("De meidoorn^(3)")
