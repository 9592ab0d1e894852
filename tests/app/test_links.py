"""The list of links, and links by their number."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.pages import URL, Reply, page
from tests.app.reading import at, notices, press, reading, screen_text, shown, thread, write
from tests.app.test_opening import Save
from tui.app.dialogs.links import LinksDialog
from tui.app.dialogs.picking import PickList
from tui.app.screens.opening import OpeningScreen
from tui.app.services import Services
from tui.parse import parse_page
from tui.reading.linklist import matching_links, page_links

TEXT = f"""
<p>Achter het huis staat <a href="#comment-2">een heg</a>, zie <a href="{URL}plan">het plan</a>
en <a href="https://vogels.example/merel">de merel</a>.</p>
<p>Vragen? <a href="mailto:tuin@tuin.example">Schrijf ons</a>.</p>"""
COMMENTS = (
    Reply("Marijke", 'Lees <a href="https://vogels.example/nest">dit</a> ook.'),
    Reply(
        "Kees",
        'Drie: <a href="https://een.example/">een</a>, <a href="https://twee.example/">twee</a>, '
        '<a href="https://drie.example/">drie</a>.',
    ),
)

Opened = list[str]


@pytest.fixture
def linked(save: Save) -> Path:
    return save("links.html", page(text=TEXT, comments=COMMENTS, url=URL))


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """What was handed to the browser."""
    opened: Opened = []

    monkeypatch.setattr("webbrowser.get", object)  # one with a window of its own
    monkeypatch.setattr("webbrowser.open", opened.append)
    return opened


def listed(pilot: Pilot[None]) -> bool:
    return isinstance(pilot.app.screen, LinksDialog)


def test_links_are_numbered_from_the_article_to_the_last_comment() -> None:
    links = page_links(parse_page(page(text=TEXT, comments=COMMENTS, url=URL), url=URL))
    assert [(link.number, link.words, link.place, link.external) for link in links] == [
        (1, "een heg", "", False),
        (2, "het plan", "", False),
        (3, "de merel", "", True),
        (4, "Schrijf ons", "", True),
        (5, "dit", "Marijke", True),
        (6, "een", "Kees", True),
        (7, "twee", "Kees", True),
        (8, "drie", "Kees", True),
    ]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("", [1, 2, 3, 4, 5, 6, 7, 8]),
        ("vogels", [3, 5]),
        ("kees twee", [7]),
        ("6", [6]),
        ("99", []),
        ("MÉREL", [3]),
    ],
)
def test_links_are_found_by_words_address_author_and_number(typed: str, numbers: list[int]) -> None:
    links = page_links(parse_page(page(text=TEXT, comments=COMMENTS, url=URL), url=URL))
    assert [link.number for link in matching_links(links, typed)] == numbers


async def test_the_list_shows_words_and_addresses_and_marks_other_sites(
    services: Services, linked: Path
) -> None:
    async with reading(services, linked) as pilot:
        await press(pilot, "U")
        rows = {
            words[0]: words
            for line in shown(pilot.app.screen.query_one(PickList)).splitlines()
            if (words := line.strip("▎ ").split())
        }
        assert rows["2"][1:] == ["article", "het", "plan", f"{URL}plan"]
        assert rows["3"][1:] == ["↗", "article", "de", "merel", "https://vogels.example/merel"]
        assert "Links · 8 · ↗ 6 to other sites" in screen_text(pilot.app)
        await press(pilot, "escape")
        assert not listed(pilot)


async def test_a_link_into_the_page_is_followed_there(services: Services, linked: Path) -> None:
    async with reading(services, linked) as pilot:
        await press(pilot, "U", "enter")
        assert not listed(pilot)
        assert at(pilot) == "Kees"
        assert pilot.app.focused is thread(pilot)
        await press(pilot, "minus")
        assert pilot.app.focused is not thread(pilot)


async def test_typing_filters_and_the_only_one_left_is_followed(
    services: Services, linked: Path
) -> None:
    async with reading(services, linked) as pilot:
        await press(pilot, "U", "slash")
        await write(pilot, "vogels nest")
        text = screen_text(pilot.app)
        assert "Links · 1 of 8" in text
        assert "twee.example" not in text
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, OpeningScreen)
        assert pilot.app.screen.source == "https://vogels.example/nest"
        await press(pilot, "escape")


async def test_escape_leaves_the_filter_first(services: Services, linked: Path) -> None:
    async with reading(services, linked) as pilot:
        await press(pilot, "U", "slash")
        await write(pilot, "kees")
        await press(pilot, "escape")
        assert listed(pilot)
        assert "Links · 8" in screen_text(pilot.app)
        await press(pilot, "escape")
        assert not listed(pilot)


async def test_a_link_goes_to_the_browser_or_is_copied(
    services: Services, linked: Path, browser: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr("textual.app.App.copy_to_clipboard", lambda _app, text: copied.append(text))
    async with reading(services, linked) as pilot:
        await press(pilot, "U", "j", "j", "o")
        assert browser == ["https://vogels.example/merel"]
        await press(pilot, "U", "y")
        assert copied == [f"{URL}#comment-2"]


async def test_a_number_before_o_is_a_link_of_the_comment(
    services: Services, linked: Path, browser: Opened
) -> None:
    async with reading(services, f"{linked}#comment-2") as pilot:
        await press(pilot, "3", "o")
        assert browser == ["https://drie.example/"]
        await press(pilot, "4", "o")
        assert browser == ["https://drie.example/"]
        assert "This comment has 3 links." in notices(pilot.app)


async def test_a_number_before_o_is_a_link_in_sight_of_the_article(
    services: Services, linked: Path, browser: Opened
) -> None:
    async with reading(services, linked) as pilot:
        await press(pilot, "o")
        await press(pilot, "3", "o")
        assert browser == [f"{URL}#comment-2", "https://vogels.example/merel"]
        await press(pilot, "9", "o")
        assert "This part of the article has 4 links." in notices(pilot.app)


async def test_a_page_without_links_says_so(services: Services, save: Save) -> None:
    async with reading(services, save("leeg.html", page(text="<p>Niets.</p>"))) as pilot:
        await press(pilot, "U")
        assert "There is no link on this page." in notices(pilot.app)
        await press(pilot, "o")
        assert "This part of the article has no link." in notices(pilot.app)


async def test_the_last_line_of_a_part_leads_on(services: Services, save: Save) -> None:
    links = f'<p class="page-links">Pagina: 1 <a href="{URL}2/">2</a> <a href="{URL}3/">3</a></p>'
    saved = save("deel.html", page(text=f"<p>Het eerste deel.</p>{links}", url=URL))
    async with reading(services, saved) as pilot:
        assert "Part 1 of 3 · Go on: part 2" in screen_text(pilot.app)
        await press(pilot, "f", "a")
        assert isinstance(pilot.app.screen, OpeningScreen)
        assert pilot.app.screen.source == f"{URL}2/"
        await press(pilot, "escape")
