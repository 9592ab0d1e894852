"""A guard before the parser: tags nested too deep are left out.

Lexbor looks through all open elements at many start tags, as the HTML standard words it ("has an
element in button scope"), so its time grows with the square of the depth: a hundred thousand open
`div` take nine seconds. Pages that people write nest some dozens deep.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from tui.parse.patterns import regex

MAX_DEPTH = 2_000
"""Start tags that would open an element deeper than this are left out, with their end tags."""

_CHEAP_LENGTH = 60_000
_CHEAP_TAGS = 20_000
"""Pages with fewer characters or tags than these cost Lexbor a third of a second at the worst."""

_TAG = regex(r"<(?:!--.*?(?:-->|\Z)|(/?)([a-zA-Z][^\s/><]{0,40}))", re.DOTALL)
"""A comment to its end, or the beginning of a tag."""
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr frame".split(" ")  # noqa: SIM905  # reads as a list of words
)
_CLOSED_BY_NEXT = frozenset(
    "p li dt dd tr td th tbody thead tfoot colgroup option optgroup rp rt html head body".split(" ")  # noqa: SIM905  # reads as a list of words
)
"""Elements that their next sibling ends: they nest only as deep as what they are in."""

_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_SCOPES = frozenset({"table", "object", "applet", "marquee", "template", "foreignobject"})
"""Elements that end tags of what is outside do not reach through."""

_FOREIGN = frozenset({"svg", "math"})
_UNCOUNTED = _VOID | _CLOSED_BY_NEXT | {""}  # comments have no name
_SPECIAL = _RAW | _SCOPES | _FOREIGN


def limit_nesting(text: str) -> str:
    """HTML without the tags that nest past `MAX_DEPTH`; nearly all pages come back as they are."""
    if len(text) < _CHEAP_LENGTH or text.count("<") < _CHEAP_TAGS:
        return text
    cuts = _too_deep(text)
    if not cuts:
        return text
    parts: list[str] = []
    at = 0
    for start, end in cuts:
        parts.append(text[at:start])
        at = end
    parts.append(text[at:])
    return "".join(parts)


def _too_deep(text: str) -> list[tuple[int, int]]:
    """Where the tags are that nest too deep, in order."""
    cuts: list[tuple[int, int]] = []
    elements = _OpenElements()
    dropped: Counter[str] = Counter()
    end = 0
    while match := elements.pass_plain(text, end, dropped):
        end = match.end()
        name = match[2].lower()
        if match[1]:
            if dropped[name]:
                dropped[name] -= 1
                cuts.append((match.start(), end := _after(text, ">", end)))
            else:
                elements.close(name)
        elif name in _RAW:
            end = _raw_end(text, name, end)
        else:
            if elements.foreign:
                end = _after(text, ">", end)
            if elements.foreign and text[end - 2] == "/":
                pass
            elif elements.depth >= MAX_DEPTH:
                dropped[name] += 1
                cuts.append((match.start(), end := _after(text, ">", end)))
            else:
                elements.open(name)
    return cuts


def _is_counted(match: re.Match[str]) -> bool:
    return match[2] is not None and match[2].lower() not in _UNCOUNTED


def _after(text: str, sign: str, start: int) -> int:
    """The position after the next such sign, or the end; each call moves on, so all are linear."""
    at = text.find(sign, start)
    return len(text) if at < 0 else at + len(sign)


def _raw_end(text: str, name: str, start: int) -> int:
    """The position of the end tag of an element whose content is no markup, or the end."""
    match = re.compile(f"</{name}", re.IGNORECASE).search(text, start)
    return match.start() if match is not None else len(text)


class _OpenElements:
    """How many elements are open, by name and by scope: never fewer than the parser has open."""

    def __init__(self) -> None:
        self.depth = 0
        self.foreign = 0
        self._scopes: list[tuple[str, Counter[str]]] = [("", Counter())]

    def pass_plain(self, text: str, start: int, dropped: Collection[str]) -> re.Match[str] | None:
        """Count what opens and closes up to the first tag that does more, and give that.

        Nearly all tags of nearly all pages are plain, and a long page has a million.
        """
        if self.foreign or dropped:
            return next(filter(_is_counted, _TAG.finditer(text, start)), None)
        counts, depth = self._scopes[-1][1], self.depth
        found = None
        for match in _TAG.finditer(text, start):
            slash, name = match.groups()
            name = (name or "").lower()
            if name in _UNCOUNTED:
                continue
            if name in _SPECIAL or depth >= MAX_DEPTH:
                found = match
                break
            if not slash:
                counts[name] += 1
                depth += 1
            elif counts[name]:
                counts[name] -= 1
                depth -= 1
        self.depth = depth
        return found

    def open(self, name: str) -> None:
        self.depth += 1
        self.foreign += name in _FOREIGN
        if name in _SCOPES:
            self._scopes.append((name, Counter()))
        else:
            self._scopes[-1][1][name] += 1

    def close(self, name: str) -> None:
        if name in _SCOPES:
            if any(scope == name for scope, _ in self._scopes[-8:]):
                while self._close_scope() != name:
                    pass
        elif self._scopes[-1][1][name] > 0:
            self.depth -= 1
            self.foreign -= name in _FOREIGN
            self._scopes[-1][1][name] -= 1

    def _close_scope(self) -> str:
        name, counts = self._scopes.pop()
        self.depth -= 1 + counts.total()
        self.foreign -= sum(counts[foreign] for foreign in _FOREIGN)
        return name
