"""Where a comment may be: dates and reply buttons, one of which nearly every comment has."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from tui.parse.clean import clean_line
from tui.parse.dates import find_date
from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.general.lines import lines_of
from tui.parse.threads.nodes import everywhere

MAX_ANCHORS = 200_000
"""Dates beyond this many are not looked at; a comment may have some of them."""

MIN_DATE = 2
"""The shortest dates, such as "2d", have so many characters."""

MAX_DATE = 60
"""A line longer than this many characters is no date alone."""

MOST = 0.6
"""A line of which a date without a year takes more than this share is that date."""

_DATED = (
    "time, relative-time, abbr[title], [itemprop='dateCreated'], [itemprop='datePublished'], "
    "[itemprop='commentTime'], [class*='date']:not([class*='update']), [class*='Date'], "
    "[class*='time']:not([class*='timeline']), [class*='Time'], [class*='-ago'], "
    "[class*='duration-since'], [class*='published'], [class*='datum'], [class*='fecha']"
)
_NO_WORDS = frozenset({"script", "style", "template", "svg", "noscript", "textarea", "select"})
_DIGIT = regex(r"\d")
_LIKE_DATE = regex(
    r"\d{1,4}\s?[-/.年년]\s?\d{1,2}|\d{1,2}(?:st|nd|rd|th|er|\.|º)?,?[\s-]{1,2}(?:de\s)?[^\W\d_]{3}"
    r"|[^\W\d_]{3}\.?[\s-]{1,2}\d|\d\s?[^\W\d_]|\d{4}|\d\s?(?:前|전)"
)


def marked_dates(document: Document) -> list[LexborNode]:
    """Elements that their tag, class or property calls a date, and that hold a number."""
    nodes = everywhere(document, _DATED)[:MAX_ANCHORS]
    return [
        node
        for node, line in zip(nodes, lines_of(nodes, MAX_DATE), strict=True)
        if _DIGIT.search(line or _machine(node))
    ]


def _machine(node: LexborNode) -> str:
    """The date that an element without words of its own, or with many, gives to machines."""
    attributes = node.attributes
    value = attributes.get("datetime") or attributes.get("content") or ""
    return value if len(value) <= MAX_DATE else ""


def worded_dates(document: Document) -> list[LexborNode]:
    """Texts that are a date and nothing else, as the element that holds no more, else as they are.

    Home-made pages write "<b>Anna</b>, 3 May 2012" without a tag for the date.
    """
    found: list[LexborNode] = []
    body = document.tree.body
    nodes = body.traverse(include_text=True, skip_empty=True) if body is not None else ()
    for text in nodes:
        line = text.text_content if text.is_text_node else None
        if not line or len(line) > 2 * MAX_DATE:
            continue
        if not _DIGIT.search(line) or not _LIKE_DATE.search(line):
            continue
        around = text.parent
        if around is not None and around.tag not in _NO_WORDS and is_date(line, document.language):
            alone = text.next is None and text.prev is None
            found.append(around if alone else text)
        if len(found) >= MAX_ANCHORS:
            break
    return found


def is_date(line: str, language: str | None) -> bool:
    """Whether a line is a date."""
    line = clean_line(line)
    if not MIN_DATE <= len(line) <= MAX_DATE:
        return False
    found = find_date(line, language)
    if found is None:
        return False
    return found.date.at is not None or found.end - found.start > MOST * len(line)
