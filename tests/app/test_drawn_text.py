"""Whatever a page, a draft or a file's name holds, nothing is drawn that a terminal acts on."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets._toast import Toast

from tests.app.pages import Reply, page
from tests.app.reading import (
    WIDE,
    make_services,
    press,
    reading,
    settle,
    shown,
    thread,
    until,
    write,
)
from tui.app.app import RejoinderApp
from tui.app.layout.comments import CommentItem
from tui.app.reader.screen import ReaderScreen
from tui.app.services import Services
from tui.app.widgets.line_view import LineView
from tui.model import Page, blocks_text
from tui.store.draft import PageRef, ParentRef

FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""C0 and C1 controls, DEL, line separators, bidirectional embeddings, overrides and isolates, and
halves of surrogate pairs: nothing of this may reach a terminal."""

MARKUP = "[bold]vet[/]"
BRIEF = f"\x1b[2J\x1b]0;x\x07\x9b31m\x7f\u202e\u2066x\u2069 {MARKUP}"
"""Poison short enough for a name, a date or a title."""

POISON = (
    "\x1b]52;c;aGVq\x07\x1b]8;;https://evil.example/\x1b\\\x1b[31m\x9d0;weg\x9c\x08\x0e\u202a"
    f"{BRIEF} [@click=app.quit]weg[/] [/nergens]"
)
HTML_BRIEF = f"{escape(BRIEF)}&#27;&#7;&#155;&#8238;&#xD800;&#0;\x00"
HTML_POISON = f"{escape(POISON)}&#27;]52;c;aGVq&#7;&#155;31m&#8238;&#8294;&#xD800;&#0;\x00"
URL_POISON = "https://blog.example/\x1b]52;c;aGVq\x07&#27;[31m\u202e[bold]"
SENTENCES = "Het water kwam in de nacht, en niemand had het gehoord. De dijk hield, deze keer nog. "


def html_page() -> str:
    """A page that holds the poison in every field."""
    bad, brief, link = HTML_POISON, HTML_BRIEF, URL_POISON
    data = json.dumps(
        {
            "@type": "BlogPosting",
            "headline": f"Dijken {BRIEF}\ud800",
            "author": {"@type": "Person", "name": f"Ada {BRIEF}\udfff"},
            "datePublished": POISON,
        }
    ).replace("<", "\\u003c")
    prose = f"<p>{SENTENCES * 3}{bad}</p>"
    comments = "".join(
        f"""<li class="comment byuser bypostauthor" id="comment-{number}">
        <div class="comment-body" id="div-comment-{number}">
        <div class="comment-author vcard"><cite class="fn"><a href="{link}">Wil {brief}</a></cite>
        <span class="says">zegt:</span></div>
        <div class="comment-meta"><a href="{link}#comment-{number}">2 mei 2013 om 11:04 {brief}</a>
        </div><p>{SENTENCES} {bad} <a href="{link}">hier {bad}</a></p>
        <pre><code class="language-{bad}">code {bad}\n\tmeer</code></pre>
        <blockquote><p>gezegd {bad}</p></blockquote></div>"""
        for number in range(3)
    )
    return f"""<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8">
    <title>Dijken {brief}</title>
    <meta property="og:site_name" content="Zeeblog {brief}">
    <meta name="author" content="Ada {brief}">
    <link rel="canonical" href="{link}"><script type="application/ld+json">{data}</script></head>
    <body><article><header><h1>Dijken {brief}</h1><p class="byline">door
    <a rel="author" href="{link}">Ada {brief}</a> op
    <time class="entry-date">{brief} 2 mei 2013</time>
    </p></header><div class="entry-content">{prose}
    <h2>Kop {brief}</h2>{prose}<ul><li>punt {bad}<ol><li>diep {bad}</li></ol></li></ul>
    <blockquote><p>Gezegd werd: {bad}, en nog iets meer.</p></blockquote>
    <pre><code class="language-{bad}">code {bad}</code></pre>
    <table><caption>tabel {bad}</caption><tr><th>naam {brief}</th><th>hoogte {brief}</th></tr>
    <tr><td>duin {bad}</td><td>7 m {bad}</td></tr></table>
    <figure><img src="{link}.jpg" alt="plaat {bad}"><figcaption>bij {bad}</figcaption></figure>
    <p>{SENTENCES}<a href="{link}" title="{bad}">een link {bad}</a></p></div></article>
    <div id="comments"><h2 class="comments-title">3 reacties {brief}</h2>
    <ol class="comment-list">{comments}</li></li></li></ol>
    <div id="respond"><h3>Geef een reactie {brief}</h3><p class="comment-notes">Je adres {bad}</p>
    <form action="{link}" method="post" id="commentform">
    <label for="comment">Reactie {brief}</label>
    <textarea name="comment" id="comment">{bad}</textarea>
    <input type="hidden" name="comment_parent" value="{bad}"></form></div></div></body></html>"""


def text_save() -> str:
    """The same as a save in plain text."""
    bad, brief = POISON + "\x00", BRIEF + "\x00"
    return f"""Dijken {brief}

{SENTENCES * 4}{bad}

Waarom {brief}

{SENTENCES * 3}{bad}

2 Reacties

Wil {brief} zegt:
2 mei 2013 om 11:04

{SENTENCES}{bad}

Jos zegt:
3 mei 2013 om 9:30

{SENTENCES}{bad}

Plaats een reactie

Je e-mailadres wordt niet getoond. {bad}
"""


def html_file(folder: Path) -> Path:
    page = folder / "pagina.html"
    page.write_bytes(html_page().encode("utf-8", "surrogatepass"))
    return page


def text_file(folder: Path) -> Path:
    page = folder / "pagina.txt"
    page.write_bytes(text_save().encode())
    return page


def check(strips: Iterable[Strip]) -> str:
    """Nothing in the strips acts on a terminal; what they say."""
    said: list[str] = []
    for strip in strips:
        said.append(strip.text)
        for segment in strip:
            assert not FORBIDDEN.search(segment.text)
            assert segment.control is None
            if segment.style is not None:
                meta = dict(segment.style.meta)
                assert not FORBIDDEN.search(segment.style.link or "")
                assert not FORBIDDEN.search(str(meta.get("href", "")))
                assert "@click" not in meta
    return "\n".join(said)


def check_screen(pilot: Pilot[None]) -> str:
    """As `check`, for all that is on the screen."""
    app = pilot.app
    return check(app.screen._compositor.render_strips(app.size))


async def walk(pilot: Pilot[None], view: LineView[Any]) -> str:
    """As `check`, for every line of a view, by scrolling through it."""
    said = []
    for top in range(0, max(view.stack.height, 1), view.size.height):
        view.scroll_lines_to(top)
        await pilot.pause()
        said.append(check(view.render_lines(view.size.region)))
        check_screen(pilot)
    return "\n".join(said)


def check_stack(view: LineView[Any]) -> None:
    """The lines of a page are clean before they are drawn."""
    for y in range(view.stack.height):
        line = view.stack.line(y)
        assert line is not None
        for run in line.runs:
            assert not FORBIDDEN.search(run.text)
            assert not FORBIDDEN.search(run.href or "")


def page_of(pilot: Pilot[None]) -> Page:
    assert isinstance(pilot.app.screen, ReaderScreen)
    return pilot.app.screen.page


@pytest.mark.parametrize("write", [html_file, text_file], ids=["html", "text"])
async def test_no_part_of_a_page_acts_on_the_terminal(
    home: Path, write: Callable[[Path], Path]
) -> None:
    async with reading(make_services(home), write(home), (200, 40)) as pilot:
        page = page_of(pilot)
        assert page.thread is not None
        assert len(page.thread) >= 2  # the poison was read, not thrown out with the page
        screen = check_screen(pilot)
        assert MARKUP in screen.splitlines()[0]  # the title bar shows markup as it is written
        for view in pilot.app.screen.query(LineView):
            said = await walk(pilot, view)
            check_stack(view)
            assert view.id == "map" or MARKUP in said
            assert view.id == "map" or "[@click=app.quit]weg[/]" in " ".join(said.split())


async def test_every_kind_of_block_and_field_was_poisoned(home: Path) -> None:
    async with reading(make_services(home), html_file(home)) as pilot:
        page = page_of(pilot)
        kinds = {type(block).__name__ for block in page.article.blocks}
        assert kinds >= {"Paragraph", "Heading", "ListBlock", "Quote", "Preformatted", "Table"}
        assert MARKUP in (page.article.title or "")
        assert page.thread is not None
        for comment in page.thread.comments:
            assert MARKUP in (comment.author or "")
            assert MARKUP in blocks_text(comment.blocks)
        items = pilot.app.screen.query_one("#thread", LineView).stack.items
        assert sum(isinstance(item, CommentItem) for item in items) == 3


async def test_hints_folds_and_replies_draw_nothing_either(home: Path) -> None:
    async with reading(make_services(home), html_file(home)) as pilot:
        await press(pilot, "f")
        check_screen(pilot)
        await press(pilot, "escape", "tab", "H")
        assert MARKUP in check_screen(pilot)
        await press(pilot, "L", "r")
        said = check_screen(pilot)
        assert "Reply to Wil" in said
        assert MARKUP in pilot.app.screen.query_one(TextArea).text
        await press(pilot, "escape", "r", *"Ja", "escape")
        said = await walk(pilot, pilot.app.screen.query_one("#thread", LineView))
        assert "draft to Wil" in said
        assert "Ja" in said.split()


def poisoned_stores(home: Path) -> Services:
    """Stores that another program, or an earlier version, filled with the poison."""
    services = make_services(home)
    page = PageRef("https://blog.example/dijk", f"pagina {POISON}", f"Dijk {POISON}")
    parent = ParentRef("c1", f"Wil {POISON}", POISON, None, POISON)
    services.drafts.create(page, parent, f"Antwoord {POISON}\n\ttweede {POISON}")
    now = datetime(2026, 3, 1, tzinfo=UTC)
    services.library.opened(page.key, page.source, page.title, now)
    services.library.opened("sha256:0", f"pagina {POISON}", None, now)
    return services


@pytest.mark.parametrize("key", ["B", "D"])
async def test_the_lists_draw_nothing_of_what_the_stores_hold(home: Path, key: str) -> None:
    async with reading(poisoned_stores(home), html_file(home)) as pilot:
        await press(pilot, key)
        said = check_screen(pilot)
        assert MARKUP in said
        await walk(pilot, pilot.app.screen.query_one("#rows", LineView))


async def test_a_draft_of_another_program_is_shown_without_acting(home: Path) -> None:
    services = make_services(home)
    source = html_file(home)
    async with reading(services, source) as pilot:
        key = page_of(pilot).key
    reference = PageRef(key, str(source), f"Dijk {POISON}")
    draft = services.drafts.create(
        reference, ParentRef("0", f"Wil {POISON}", POISON, None, POISON), f"Antwoord {POISON}"
    )
    async with reading(services, source, (200, 40)) as pilot:
        await press(pilot, "tab")
        said = await walk(pilot, pilot.app.screen.query_one("#thread", LineView))
        assert "Antwoord" in said
        await press(pilot, "D", "enter")
        said = check_screen(pilot)
        assert "Reply to Wil" in said
        assert "Antwoord" in said
        await press(pilot, "escape")
    assert services.drafts.get(draft.id).body == f"Antwoord {POISON}"  # what is kept is not changed


async def test_what_cannot_be_opened_is_named_without_acting(home: Path) -> None:
    async with reading(make_services(home), f"{home}/weg {POISON}".replace("\x00", "")) as pilot:
        said = check_screen(pilot)
        assert "weg" in said
        assert MARKUP in said
        await settle(pilot)


async def test_a_file_with_a_hostile_name_is_read_listed_and_missed_safely(home: Path) -> None:
    page = home / "\x1b[2J\x9b31m\u202e[bold]pagina.html"
    page.write_text(f"<article><p>{SENTENCES * 3}</p></article>", encoding="utf-8")
    services = make_services(home)
    app = RejoinderApp(services, str(page))
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settle(pilot)
        assert "Het water kwam" in check_screen(pilot)
        page.unlink()
        await press(pilot, "ctrl+r")
        await until(
            lambda: any(
                "[bold]" in "".join(shown(toast).split()) for toast in app.screen.query(Toast)
            )
        )
        check_screen(pilot)
    async with reading(services, None) as pilot:
        assert "[bold]pagina.html" in "".join(check_screen(pilot).split())


@pytest.mark.parametrize("emoji", ["🏳️\u200d🌈", "👨\u200d👩\u200d👧", "👩\u200d🚀"])
async def test_what_was_found_beside_an_emoji_of_several_leaves_it_whole(
    services: Services, save: Callable[[str, str], Path], emoji: str
) -> None:
    words = f"{emoji} 한국어 한국어 한국어"
    path = save("heg.html", page(comments=[Reply("Marijke", words)]))
    async with reading(services, path) as pilot:
        await press(pilot, "tab", "slash")
        await write(pilot, "한국어\n")
        strips = list(map(thread(pilot).render_line, range(thread(pilot).size.height)))
        widths = {cell_len(strip.text) for strip in strips}
        assert widths == {strip.cell_length for strip in strips} == {strips[0].cell_length}
        assert words in shown(thread(pilot))
