"""The article of a save: the longest run of prose, with its title, byline and date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from tui.model import Article, Block, Heading, ShownDate
from tui.parse.dates import DayOrder, find_date
from tui.parse.patterns import regex
from tui.parse.plaintext.blocks import inline, joined, paragraphs, text_blocks
from tui.parse.plaintext.footers import date_line
from tui.parse.plaintext.lines import Line
from tui.parse.plaintext.names import may_be_name, name_score
from tui.parse.words import (
    is_comments_heading,
    is_form_title,
    is_share_label,
    stated_count,
)
from tui.parse.words.fold import fold, key
from tui.parse.words.languages import LANGUAGES

PROSE = 80
"""Paragraphs of this many characters are running text."""

BREAK = 6
"""So many short paragraphs in a row end a run of prose: menus, lists of links."""

HEADING_LENGTH = 120
TITLE_LENGTH = 250

_BY = tuple(sorted({fold(word) for table in LANGUAGES for word in table.by}, key=len, reverse=True))
_NUMBERED = regex(r"^(?:#\s?\d+|\d{1,3}[.):]|[IVX]{1,5}[.)])\s*\S")
_SENTENCE_END = (".", ",", ";", ":", "…", "。")


class _Group(Struct, frozen=True):
    """A paragraph's lines and words."""

    lines: tuple[Line, ...]
    text: str

    @property
    def is_prose(self) -> bool:
        dense = len(self.text) * (3 if self.text[0] > "\u2fff" else 1)
        ends = any(mark in self.text for mark in ".!?。！？,")  # noqa: RUF001 - of two scripts
        return dense >= PROSE and ends and not self.lines[0].mark


def find_saved_article(
    lines: Sequence[Line], width: int | None, order: DayOrder, titles: Sequence[str]
) -> Article:
    """The article in the lines before the thread.

    Args:
        lines: Those lines.
        width: The column at which the save was wrapped, or None.
        order: The order of day and month on the page.
        titles: Titles that the rest of the page names; a line that equals one is the title.
    """
    groups = [_Group(tuple(group), joined(group)) for group in paragraphs(lines, width)]
    start, end = _longest_run(groups)
    if start == end:
        return _short_article(groups, width)
    title = _title(groups, start, titles)
    first = start if title is None else title + 1
    end = _trimmed(groups, first, end)
    meta = groups[max(0, (start if title is None else title) - 3) : start]
    meta = [group for group in meta if title is None or group is not groups[title]]
    authors, published = _byline(meta, order)
    body = [group for group in groups[first:end] if not _is_meta(group, order)]
    return Article(
        title=groups[title].text if title is not None else None,
        blocks=tuple(_blocks(body, width)),
        authors=authors,
        published=published,
    )


def _short_article(groups: Sequence[_Group], width: int | None) -> Article:
    """A page without running text: its first line is the title, all the rest its text."""
    real = [group for group in groups if any(char.isalnum() for char in group.text)]
    if not real:
        return Article()
    if len(real[0].text) > TITLE_LENGTH or len(real) == 1:
        return Article(blocks=text_blocks([line for g in real for line in g.lines], width))
    rest = [line for group in real[1:] for line in group.lines]
    return Article(title=real[0].text, blocks=text_blocks(rest, width))


def _longest_run(groups: Sequence[_Group]) -> tuple[int, int]:
    """The run of prose with most characters: index of its first paragraph, and after its last."""
    best, best_size = (0, 0), 0
    start, last, size = 0, -1, 0
    for at, group in enumerate(groups):
        if not group.is_prose:
            continue
        if last < 0 or at - last > BREAK + 1:
            start, size = at, 0
        last = at
        size += len(group.text)
        if size > best_size:
            best, best_size = (start, at + 1), size
    return best


def _title(groups: Sequence[_Group], start: int, titles: Sequence[str]) -> int | None:
    """The index of the title: a line the page names elsewhere, else the last fit one above."""
    wanted = {key(title) for title in titles if title}
    for at in range(start, -1, -1):
        if key(groups[at].text) in wanted:
            return at
    fit = [at for at in range(max(0, start - 8), start) if _may_be_title(groups[at])]
    long = [at for at in fit if len(groups[at].text.split()) >= 3 or groups[at].text[0] > "\u2fff"]
    near = long or fit
    return near[-1] if near else None


def _may_be_title(group: _Group) -> bool:
    text = group.text
    if len(text) > TITLE_LENGTH or group.lines[0].mark or not any(c.isalpha() for c in text):
        return False
    if is_share_label(text) or is_comments_heading(text) or is_form_title(text):
        return False
    if stated_count(text) is not None or _by_name(text) or find_date(text):
        return False
    return " | " not in text and " » " not in text


def _by_name(text: str) -> str | None:
    """The name in a byline ("door Anna Visser"), or None."""
    folded = fold(text).lstrip(" :-–—|")  # noqa: RUF001 - dashes before bylines
    for word in _BY:
        rest = text[len(word) :].lstrip(" :")
        if folded.startswith((f"{word} ", f"{word}:")) and 0 < len(rest) <= 150:
            return rest
    return None


def _byline(groups: Sequence[_Group], order: DayOrder) -> tuple[tuple[str, ...], ShownDate | None]:
    """The authors and the date in the lines around the title."""
    authors: tuple[str, ...] = ()
    published: ShownDate | None = None
    for group in groups:
        if len(group.text) > 160:
            continue
        found = find_date(group.text, order=order)
        published = published or (found.date if found else None)
        rest = f"{group.text[: found.start]} | {group.text[found.end :]}" if found else group.text
        for part in re.split(r"\s*[|·•]\s*|,\s", rest):
            name = _by_name(part.strip())
            if name and not authors and may_be_name(name) and name_score(name) >= 0.5:
                authors = (name,)
    return authors, published


def _is_meta(group: _Group, order: DayOrder) -> bool:
    """Whether a paragraph of the article's run is no text of it: a date, a byline, a label."""
    text = group.text
    if len(text) > 160:
        return False
    name = _by_name(text)
    byline = name is not None and (
        find_date(name, order=order) is not None or name_score(name) >= 1.0
    )
    return (
        byline
        or is_share_label(text)
        or stated_count(text) is not None
        or not any(char.isalnum() for char in text)
        or date_line(text, order) is not None
    )


def _trimmed(groups: Sequence[_Group], first: int, end: int) -> int:
    """Where the article ends: lines of the text may follow its last long paragraph."""
    while end < len(groups):
        group = groups[end]
        ends = group.text.endswith((".", "!", "?", "。"))
        listed = bool(group.lines[0].mark) and end > first and bool(groups[end - 1].lines[0].mark)
        if is_share_label(group.text) or not (ends or listed):
            break
        end += 1
    return end


def _blocks(groups: Sequence[_Group], width: int | None) -> Iterator[Block]:
    """The article's blocks: headings by their look, the rest as text."""
    heads = [_is_heading(groups, at) for at in range(len(groups))]
    plain = any(
        head and not _NUMBERED.match(group.text) for head, group in zip(heads, groups, strict=True)
    )
    pending: list[Line] = []
    for group, head in zip(groups, heads, strict=True):
        if not head:
            pending.extend(group.lines)
            continue
        yield from text_blocks(pending, width)
        pending = []
        numbered = bool(_NUMBERED.match(group.text))
        yield Heading(3 if numbered and plain else 2, inline(group.text))
    yield from text_blocks(pending, width)


def _is_heading(groups: Sequence[_Group], at: int) -> bool:
    """Whether a short line without a full stop stands over running text."""
    group = groups[at]
    text = group.text
    if len(text) > HEADING_LENGTH or len(group.lines) > 2 or text.endswith(_SENTENCE_END):
        return False
    if group.lines[0].mark or at + 1 >= len(groups) or text.startswith((">", '"', "“", "„", "«")):
        return False
    if at and not group.lines[0].gap:
        return False
    after = groups[at + 1]
    return after.is_prose or (after.lines[0].gap > 0 and _is_heading_like(after.text))


def _is_heading_like(text: str) -> bool:
    return bool(_NUMBERED.match(text)) and len(text) <= HEADING_LENGTH
