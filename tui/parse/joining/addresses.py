"""The addresses of an article's parts, by which links lead from one to another."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model import Page


class Addresses:
    """Which part an address is that of."""

    def __init__(self, parts: Sequence[Page]) -> None:
        self._own = [{_bare(page.url), ""} for page in parts]
        self._known: dict[str, int] = {}
        claims: list[tuple[str | None, int]] = [(page.url, at) for at, page in enumerate(parts)]
        claims += [(page.canonical, at) for at, page in enumerate(parts)]
        for at, page in enumerate(parts):
            if page.parts is not None:
                claims += [(page.parts.next, at + 1), (page.parts.previous, at - 1)]
        for address, at in claims:
            if 0 <= at < len(parts):
                self._known.setdefault(_bare(address), at)

    def part_at(self, address: str, owner: int) -> int | None:
        """The part that a link leads to, or None.

        Args:
            address: Where it leads, without a fragment; nothing for its own page.
            owner: The part that it stands in.
        """
        bare = _bare(address)
        return owner if bare in self._own[owner] else self._known.get(bare)


def _bare(address: str | None) -> str:
    """An address without what differs between links to one page; nothing of none."""
    bare = (address or "").partition("#")[0]
    return (bare.partition("://")[2] or bare).rstrip("/")
