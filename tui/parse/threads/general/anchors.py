"""Where a comment may be: dates and reply buttons, one of which nearly every comment has."""

from __future__ import annotations

import re
from functools import lru_cache

from selectolax.lexbor import LexborNode

from tui.parse.dates import shown_date
from tui.parse.document import Document
from tui.parse.threads.nodes import select, short_line, texts
from tui.parse.words import (
    is_action_label,
    is_comments_heading,
    is_form_title,
    is_reply_label,
    stated_count,
)

MAX_ANCHORS = 20_000
"""Dates and buttons beyond this many are not looked at."""

MAX_DATE = 60
"""A line longer than this many characters is no date alone."""

MAX_LABEL = 60
"""The label of a reply button is no longer than this many characters."""

MAX_HEADING = 200
"""Headings are no longer than this many characters."""

MAX_TEXTS = 200_000
"""How many nodes are read when dates have to be told by their words."""

MAX_HEADINGS = 60
"""How many headings are read for a sign of comments."""

_SIGN = (
    "[class*='omment'], [id*='omment'], [itemtype*='Comment'], [class*='eactie'], [id*='eactie'], "
    "[class*='repl'], [class*='ntwort'], [class*='respuesta'], [class*='discuss'], textarea"
)
_HEADINGS = "h2, h3, h4, h5, h6, legend, summary"
_DATED = (
    "time, relative-time, abbr[title], [itemprop='dateCreated'], [itemprop='datePublished'], "
    "[itemprop='commentTime'], [class*='date' i]:not([class*='update' i]), "
    "[class*='time' i]:not([class*='timeline' i]), [class*='-ago' i], [class*='duration-since']"
)
BUTTONS = "a, button, [role='button']"
_DIGIT = re.compile(r"\d")
_AGO = re.compile(
    r"\d.*\b(?:ago|geleden|sedan|siden|sitten|temu|fa|atrás|önce)\b|"
    r"\b(?:vor|il y a|hace|há|před|for)\b.*\d|\d.*(?:назад|тому|前|전)|منذ.*\d",
    re.IGNORECASE,
)


def may_hold_thread(document: Document) -> bool:
    """Whether anything on a page hints at comments: a cheap look before the dear ones."""
    tree = document.tree
    if tree.css_first(_SIGN) is not None:
        return True
    return any(speaks_of_comments(node) for node in select(tree, _HEADINGS)[:MAX_HEADINGS])


def speaks_of_comments(heading: LexborNode) -> bool:
    """Whether a heading is that of comments or of the form that takes them."""
    return _is_heading(short_line(heading, MAX_HEADING))


@lru_cache(maxsize=4_096)
def _is_heading(line: str) -> bool:
    if not line:
        return False
    return is_comments_heading(line) or stated_count(line) is not None or is_form_title(line)


def marked_dates(document: Document) -> list[LexborNode]:
    """Elements that their tag, class or property calls a date, and that hold a number."""
    found = []
    for node in select(document.tree, _DATED)[:MAX_ANCHORS]:
        line = (
            short_line(node, MAX_DATE)
            or node.attributes.get("datetime")
            or node.attributes.get("content")
        )
        if line and len(line) <= MAX_DATE and _DIGIT.search(line):
            found.append(node)
    return found


def worded_dates(document: Document) -> list[LexborNode]:
    """Elements whose own text is a date and nothing else."""
    found: list[LexborNode] = []
    body = document.tree.body
    for text in texts(body, limit=MAX_TEXTS) if body is not None else ():
        line = (text.text_content or "").strip()
        if 5 <= len(line) <= MAX_DATE and _DIGIT.search(line) and text.parent is not None:
            date = shown_date(line, language=document.language)
            if date.at is not None or _AGO.search(line):
                found.append(text.parent)
        if len(found) >= MAX_ANCHORS:
            break
    return found


def reply_buttons(document: Document) -> list[LexborNode]:
    """Links and buttons that answer a comment."""
    buttons = select(document.tree, BUTTONS)[:MAX_ANCHORS]
    return [node for node in buttons if is_reply(node)]


def is_reply(node: LexborNode) -> bool:
    """Whether a link or button says that it answers a comment."""
    return _is_reply_line(short_line(node, MAX_LABEL))


def is_button(node: LexborNode) -> bool:
    """Whether a link or button acts on a comment: answers, reports, likes or edits it."""
    return _is_button_line(short_line(node, MAX_LABEL))


@lru_cache(maxsize=4_096)
def _is_button_line(line: str) -> bool:
    return bool(line) and (is_reply_label(line) or is_action_label(line))


@lru_cache(maxsize=4_096)
def _is_reply_line(line: str) -> bool:
    return bool(line) and is_reply_label(line)
