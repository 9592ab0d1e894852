"""The numbered links of text browsers: `[3]Anna` in the text, and addresses at its end.

lynx writes "References" and rows such as "   3. https://anna.example/"; w3m, asked to number its
links, "References:" and "[3] https://anna.example/".
"""

from __future__ import annotations

import re

from msgspec import Struct, field

from tui.parse.clean import clean_link
from tui.parse.patterns import regex

_HEADINGS = frozenset(
    {"References", "References:", "Visible links", "Visible links:", "Hidden links:"}
)
_ADDRESS = regex(r"\s*(?:(?P<dotted>\d{1,5})\. |\[(?P<boxed>\d{1,5})\] )(?P<address>.+)")
_SCHEME = regex(r"[a-z][a-z0-9+.-]{1,20}:\S", re.IGNORECASE)
_NUMBER = regex(r"\[(\d{1,5})\](?=\S)")

MOSTLY = 0.8
"""So many rows of a list of addresses have a scheme; a page's own references are titles."""


class References(Struct, frozen=True):
    """The addresses of a save.

    Attributes:
        addresses: An address by its number, or None where it is none that may be kept.
    """

    addresses: dict[int, str | None] = field(default_factory=dict)

    def taken_out(self, row: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """A row without its numbers, and each link: the words up to the next, and its address."""
        if not self.addresses or "[" not in row:
            return row, ()
        pieces: list[str] = []
        starts: list[tuple[int, str]] = []
        done = length = 0
        for match in _NUMBER.finditer(row):
            number = int(match[1])
            if number not in self.addresses:
                continue
            pieces.append(row[done : match.start()])
            length += len(pieces[-1])
            done = match.end()
            if address := self.addresses[number]:
                starts.append((length, address))
        text = "".join(pieces) + row[done:]
        ends = [*(start for start, _ in starts), len(text)][1:]
        return text, tuple(
            (text[start:end].strip(), address)
            for (start, address), end in zip(starts, ends, strict=True)
        )


def split_references(rows: list[str]) -> tuple[list[str], References]:
    """The rows of a save without the list of addresses that ends it, and that list."""
    at = len(rows)
    found: dict[int, str] = {}
    start = at
    while at:
        row = rows[at - 1].strip()
        match = _ADDRESS.match(row)
        if match:
            found[int(match["dotted"] or match["boxed"])] = match["address"].strip()
        elif row in _HEADINGS:
            start = at - 1
        elif row:
            break
        at -= 1
    links = sum(_SCHEME.match(address) is not None for address in found.values())
    if start == len(rows) or links < MOSTLY * len(found):
        return rows, References()
    return rows[:start], References({number: clean_link(url) for number, url in found.items()})
