"""The pictures among blocks, and which of them are one picture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qs, unquote, urlsplit

from tui.model.blocks import Block, Image, inner_blocks

_SIZES = r"(?:[-_](?:\d{2,5}x\d{2,5}|scaled|\d{2,5}[wh]|thumb(?:nail)?)|@[23]x)+$"

_LONGEST = 200
_TELLING = 8
"""Of a file's name no more characters than the first are looked at; names of so many as the second
tell pictures apart wherever they are kept, shorter ones, such as `photo.jpg`, in their folder."""


def pictures_in(blocks: Iterable[Block]) -> Iterator[Image]:
    """The pictures that have an address, from top to bottom."""
    for block in blocks:
        if isinstance(block, Image):
            if block.src:
                yield block
        elif inner := inner_blocks(block):
            yield from pictures_in(inner)


def same_picture(blocks: Iterable[Block], src: str) -> Image | None:
    """The first picture among blocks that is the one at an address, in whatever size, or None."""
    name = picture_name(src)
    alike = (one for one in pictures_in(blocks) if _may_have(name, one.src or ""))
    return next((one for one in alike if picture_name(one.src or "") == name), None)


def _may_have(name: str, src: str) -> bool:
    """Whether an address has the file of a picture's name, or writes letters by their numbers."""
    return name.rpartition("/")[2].lower() in src.lower() or "%" in src or "+" in src


def picture_name(src: str) -> str:
    """What an address calls a picture, without what says in which size it is wanted.

    Sites and their image servers say the size in the query, in the folders of the path, or at the
    end of the file's name (`-300x200`, `-scaled`, `_640w`, `@2x`); some take the address of the
    picture itself as a part of the query.
    """
    try:
        parts = urlsplit(src)
        query = parse_qs(parts.query, max_num_fields=20) if "url=" in parts.query else {}
        inner = query.get("url", [""])[0]
        path = unquote(urlsplit(inner).path if inner else parts.path)
    except ValueError:
        return src
    folder, _, file = path.lower().rpartition("/")
    if "." not in file:
        return src  # its query may be all that names it
    stem = re.sub(_SIZES, "", file.partition(".")[0][:_LONGEST])
    return stem if len(stem) >= _TELLING else f"{folder}/{stem}"
