"""Inline text as Markdown.

Every span is written on its own: delimiters of CommonMark (section 6.2) where they are certain to
be read as such between the characters around them, HTML elements elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from tui.model import Inline, Mark, Span
from tui.parse.patterns import regex

_SPECIAL = regex(r"[\\`*_\[\]<~]|&(?=#?\w+;)")
_LINE_START = regex(r"^[ \t]*(?:(?=[#>+=|:-])|(\d{1,9})(?=[.)](?:[ \t]|$)))", re.MULTILINE)
_BACKTICKS = regex("`+")
_PLAIN_DESTINATION = regex(r"[\w:/.?=%#~+,;@!$-]+(?:&(?!#?\w+;)[\w:/.?=%#~+,;@!$-]*)*")
_DELIMITERS = {Mark.BOLD: "**", Mark.ITALIC: "*", Mark.BOLD | Mark.ITALIC: "***"}
_ELEMENTS = {Mark.BOLD: "strong", Mark.ITALIC: "em"}
_HTML = {Mark.SUB: "sub", Mark.SUPER: "sup", Mark.STRUCK: "del"}
"""What CommonMark has no delimiters for."""

_ASCII_PUNCTUATION = frozenset("!\"#$%&'(),-./:;<=>?@[]^{|}")  # all but what delimits


def inline(text: Inline) -> str:
    """Inline text as the lines of a paragraph; hard line breaks are backslashes at line ends."""
    joined = _spans(_trimmed(text))
    return _LINE_START.sub(_at_line_start, joined).replace("\n", "\\\n")


def escape(text: str) -> str:
    """Text of which no character is read as Markdown, in the middle of a line."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def destination(url: str) -> str:
    """An address as a link has it, in angle brackets where that is needed."""
    if _PLAIN_DESTINATION.fullmatch(url):
        return url
    escaped = re.sub(r"[\\<>]|&(?=#?\w+;)", r"\\\g<0>", url.replace("\n", "%0A"))
    return f"<{escaped}>"


def code_fence(text: str, shortest: int) -> str:
    """Backticks that are more than any row of them in the text."""
    longest = max((len(row) for row in _BACKTICKS.findall(text)), default=0)
    return "`" * max(shortest, longest + 1)


def _at_line_start(match: re.Match[str]) -> str:
    return f"{match[1]}\\" if match[1] else "\\"


def _trimmed(text: Inline) -> list[Span]:
    """The spans without white space at either end, which Markdown would drop or misread."""
    spans = list(text)
    while spans and not spans[0].text.strip():
        spans.pop(0)
    while spans and not spans[-1].text.strip():
        spans.pop()
    if spans:
        spans[0] = Span(spans[0].text.lstrip(), spans[0].marks, spans[0].href)
        spans[-1] = Span(spans[-1].text.rstrip(), spans[-1].marks, spans[-1].href)
    return spans


def _spans(spans: Sequence[Span]) -> str:
    """Spans one after another, those of one link inside it."""
    parts: list[str] = []
    end = ""
    groups = [(href, list(group)) for href, group in groupby(spans, key=lambda span: span.href)]
    for at, (href, group) in enumerate(groups):
        following = groups[at + 1][1][0].text[:1] if at + 1 < len(groups) else ""
        if href is None:
            written = _marked(group, end, following)
        else:
            if end == "!":  # or the link would be an image
                parts[-1] = parts[-1][:-1] + "\\!"
            written = f"[{_marked(group, '[', ']')}]({destination(href)})"
        parts.append(written)
        end = written[-1:]
    return "".join(parts)


def _marked(spans: Sequence[Span], before: str, following: str) -> str:
    """Spans of one link or none, between two characters."""
    parts: list[str] = []
    for at, span in enumerate(spans):
        after = spans[at + 1].text[:1] if at + 1 < len(spans) else following
        parts.append(_span(span, before, after))
        before = parts[-1][-1:]
    return "".join(parts)


def _span(span: Span, before: str, after: str) -> str:
    core = span.text.strip()
    if not core:
        return span.text
    start = span.text.index(core)
    lead, trail = span.text[:start], span.text[start + len(core) :]
    body = _code(core, span.href) if Mark.CODE in span.marks else escape(core)
    emphasis = span.marks & (Mark.BOLD | Mark.ITALIC)
    if emphasis:
        body = _emphasised(body, emphasis, lead[-1:] or before, trail[:1] or after)
    for mark, name in _HTML.items():
        if mark in span.marks:
            body = f"<{name}>{body}</{name}>"
    return f"{lead}{body}{trail}"


def _emphasised(body: str, marks: Mark, before: str, after: str) -> str:
    if _flanks(before, body[0]) and _flanks(after, body[-1]):
        delimiter = _DELIMITERS[marks]
        return f"{delimiter}{body}{delimiter}"
    for mark, name in _ELEMENTS.items():
        if mark in marks:
            body = f"<{name}>{body}</{name}>"
    return body


def _flanks(outer: str, inner: str) -> bool:
    """Whether a delimiter between the two is read as one; `inner` is no white space."""
    return (
        not outer
        or outer.isspace()
        or outer in _ASCII_PUNCTUATION
        or (inner.isalnum() and outer.isalnum())
    )


def _code(text: str, href: str | None) -> str:
    text = text.replace("\n", " ")
    if href is not None and "]:" in text:
        # Between backticks it would end the label of a link reference definition (section 4.7).
        return f"<code>{escape(text)}</code>"
    fence = code_fence(text, 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
