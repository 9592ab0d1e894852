"""The blocks of an article's parts in a row, and the links among them.

Each part may name its places as the others do (`fn1`). A name that is taken becomes another one,
and the links that lead to the place go along; those from part to part lead within the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from tui.model import Block, Page
from tui.parse.blocks.anchors import anchors_in, with_more_anchors
from tui.parse.joining.addresses import Addresses
from tui.parse.joining.borders import Borders
from tui.parse.joining.relinking import Relinked
from tui.parse.joining.side import Place


def in_a_row(parts: Sequence[Page], borders: Borders) -> tuple[Block, ...]:
    """The blocks of the whole article.

    Args:
        parts: The pages that hold its parts, in their order.
        borders: What of them stands in it.
    """
    row = _Row(parts, borders)
    names = _Names(parts, row)
    links = _Links(parts, row, names)
    blocks = [
        block if owner is None else links.relinked[owner].block(block)
        for block, owner in zip(row.blocks, row.owners, strict=True)
    ]
    for at, added in links.added.items():
        blocks[at] = with_more_anchors(blocks[at], added)
    return tuple(blocks)


class _Row:
    """The blocks in their order.

    Attributes:
        blocks: The blocks, as their parts have them.
        owners: For each the number of its part, None for a title that was set above one.
        starts: For each part, the number of its first block, or of what stands in its place.
        at: Where the blocks are that others repeat.
    """

    def __init__(self, parts: Sequence[Page], borders: Borders) -> None:
        self.blocks: list[Block] = []
        self.owners: list[int | None] = []
        self.starts: list[int] = []
        self.at: dict[Place, int] = {}
        self.borders = borders
        self._asked = {copy for gone in borders.gone for copy in gone.values() if copy is not None}
        for owner, page in enumerate(parts):
            self.starts.append(len(self.blocks))
            title, gone = borders.titles[owner], borders.gone[owner]
            if title is not None:
                self.blocks.append(title)
                self.owners.append(None)
            for index, block in enumerate(page.article.blocks):
                if index not in gone:
                    self._add(block, (owner, index))
        for owner, index in borders.last:
            self._add(parts[owner].article.blocks[index], (owner, index))
        self.starts = [min(start, len(self.blocks) - 1) for start in self.starts]

    def _add(self, block: Block, place: Place) -> None:
        if place in self._asked:
            self.at[place] = len(self.blocks)
        self.blocks.append(block)
        self.owners.append(place[0])


class _Names:
    """What the places are called in the whole.

    Attributes:
        of: For each part, the names in the whole by those in the part.
        owners: The first part that has each of the parts' names.
        spare: For each part, where that is in the row which a name of a block leads to that is gone
            and whose double has no such name.
    """

    def __init__(self, parts: Sequence[Page], row: _Row) -> None:
        self.of: list[dict[str, str]] = [{} for _ in parts]
        self.owners: dict[str, int] = {}
        self.spare: list[dict[str, int]] = [{} for _ in parts]
        self._known = {name for page in parts for name in anchors_in(page.article.blocks)}
        self._taken: set[str] = set()
        for block, owner in zip(row.blocks, row.owners, strict=True):
            if owner is not None:
                for name in anchors_in((block,)):
                    self._give(owner, name)
        for owner, page in enumerate(parts):
            for index, copy in row.borders.gone[owner].items():
                names = list(anchors_in((page.article.blocks[index],)))
                if names:
                    self._lend(owner, names, copy, row, parts)

    def _give(self, owner: int, name: str) -> None:
        """Call a place in the whole what it is called, or else."""
        if name in self.of[owner]:
            return
        self.owners.setdefault(name, owner)
        self.of[owner][name] = self.new(owner, name) if name in self._taken else name
        self._taken.add(self.of[owner][name])

    def _lend(
        self, owner: int, names: Iterable[str], copy: Place | None, row: _Row, parts: Sequence[Page]
    ) -> None:
        """Have the names of a block that is gone lead to its double, or where the part begins."""
        of_copy: set[str] = set()
        at = row.starts[owner]
        if copy is not None and copy in row.at:
            at = row.at[copy]
            of_copy = set(anchors_in((parts[copy[0]].article.blocks[copy[1]],)))
        for name in names:
            if name in self.of[owner]:
                continue
            if copy is not None and name in of_copy:
                self.of[owner][name] = self.of[copy[0]][name]
            elif at >= 0:
                self.spare[owner].setdefault(name, at)
            self.owners.setdefault(name, owner)

    def new(self, owner: int, name: str = "") -> str:
        """A name that nothing has, after a part and what it calls the place."""
        stem = f"part-{owner + 1}-{name}".rstrip("-")
        new, count = stem, 1
        while new in self._known:
            count += 1
            new = f"{stem}-{count}"
        self._known.add(new)
        return new

    def is_taken(self, name: str) -> bool:
        """Whether something in the whole is called so."""
        return name in self._taken


class _Links:
    """Where the links of the parts lead in the whole.

    Attributes:
        relinked: For each part, what gives its blocks their names and links.
        added: Names that blocks of the row get beside their own, for links that lead there.
    """

    def __init__(self, parts: Sequence[Page], row: _Row, names: _Names) -> None:
        self.relinked = [
            Relinked(names.of[at], lambda href, at=at: self._href(at, href))  # type: ignore[misc]
            for at in range(len(parts))
        ]
        self.added: dict[int, list[str]] = {}
        self._row = row
        self._names = names
        self._beginnings: dict[int, str] = {}
        self._addresses = Addresses(parts)

    def _href(self, owner: int, href: str) -> str:
        """Where a link of a part leads in the whole."""
        address, sign, fragment = href.partition("#")
        named = self._addresses.part_at(address, owner)
        if named is None:
            return href
        if fragment and fragment.lower() != "top":
            return self._named(named, fragment) or href
        return self._beginning(named, href) if not sign or named else href

    def _named(self, part: int, fragment: str) -> str | None:
        """The link to what a fragment names in a part, else in the first part that has the name."""
        for name in dict.fromkeys((fragment, unquote(fragment))):
            own = name in self._names.of[part] or name in self._names.spare[part]
            holder = part if own else self._names.owners.get(name)
            if holder is not None:
                return self._link(holder, name, fragment)
        return None

    def _link(self, part: int, name: str, fragment: str) -> str:
        known = self._names.of[part].get(name)
        if known is None:
            known = self._names.new(part, name)
            self._names.of[part][name] = known
            self.added.setdefault(self._names.spare[part][name], []).append(known)
        as_written = known == unquote(fragment) and not self._names.is_taken(fragment)
        return f"#{fragment if as_written else known}"

    def _beginning(self, part: int, href: str) -> str:
        """The link to where a part begins; that of the first is the article's own address."""
        if part == 0 or not self._row.blocks:
            return href
        known = self._beginnings.get(part)
        if known is None:
            known = self._beginnings[part] = self._names.new(part)
            self.added.setdefault(self._row.starts[part], []).append(known)
        return f"#{known}"
