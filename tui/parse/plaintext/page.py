"""`parse_text`: the order in which a save is taken apart."""

# ruff: noqa: RUF001 - quotes of many scripts

from __future__ import annotations

from tui.model import Article, Page
from tui.parse.clean import clean_link
from tui.parse.dates import day_order
from tui.parse.patterns import regex
from tui.parse.plaintext.article import find_saved_article
from tui.parse.plaintext.footers import HEAD_LENGTH
from tui.parse.plaintext.form import find_saved_form
from tui.parse.plaintext.language import guess_language
from tui.parse.plaintext.lines import hard_width, read_lines
from tui.parse.plaintext.thread import find_saved_thread
from tui.parse.words import stated_count

_QUOTED = regex(r"[“”„\"«「《‘'](.{3,200})[“”\"»」》’']\s*$")


def parse_text(text: str, *, url: str | None, digest: str) -> Page:
    """A page from its plain text; never raises.

    Args:
        text: The save: a browser's "save as text", text copied from a page, or the output of lynx,
            w3m or another text browser.
        url: The address it came from, or None.
        digest: The SHA-256 of its bytes, in hexadecimal.
    """
    lines = read_lines(text)
    if not lines:
        return Page(article=Article(), digest=digest, url=clean_link(url))
    language = guess_language(" ".join(line.text for line in lines[:2000]))
    width = hard_width(lines)
    order = day_order((line.text for line in lines if len(line.text) <= HEAD_LENGTH), language)
    found = find_saved_thread(lines, width, order)
    heading = lines[found.start].text if found.start < len(lines) else ""
    quoted = _QUOTED.search(heading) if stated_count(heading) is not None else None
    article = find_saved_article(lines[: found.start], width, order, [quoted[1]] if quoted else [])
    return Page(
        article=article,
        digest=digest,
        thread=found.thread,
        form=find_saved_form(lines[found.start :], width),
        url=clean_link(url),
        language=language,
    )
