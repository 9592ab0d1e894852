"""Fetching and decoding a picture. Importing this loads Pillow, which takes a while."""

from __future__ import annotations

import asyncio
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

from msgspec import Struct
from PIL import Image, ImageOps

from tui.errors import SourceError
from tui.fetch.fetched import MAX_PICTURE, Limits, Progress, shown, too_large
from tui.fetch.files import read_file
from tui.fetch.source import PIPE

MAX_PIXELS = 40_000_000
"""Pictures with more pixels are refused before they are decoded: a few bytes can hold many."""

KEPT_SIDE = 1_600
"""A decoded picture is made smaller until both sides are at most so many pixels."""

_FORMATS = ("AVIF", "BMP", "GIF", "ICO", "JPEG", "PNG", "WEBP")
"""The formats that web pages use; Pillow's decoders of others have seen fewer hostile files."""

_LIMITS = Limits()


class Picture(Struct, frozen=True):
    """A decoded picture.

    Attributes:
        image: Its pixels, as RGB.
        width: Its width in pixels, as it was sent.
        height: Its height in pixels, likewise.
        size: Its length in bytes, as it was sent.
    """

    image: Image.Image
    width: int
    height: int
    size: int


async def fetch_picture(
    src: str, source: str, progress: Progress | None = None, limits: Limits = _LIMITS
) -> Picture:
    """The picture at an address, or in a file beside a saved page.

    Args:
        src: The picture's address, or its path as the page writes it.
        source: What the page was opened by.
        progress: Told about the bytes as they come.
        limits: How long to wait.

    Raises:
        SourceError: There is no picture to be had; the text says why.
    """
    if src.startswith(("http://", "https://")):
        from tui.fetch.http import PICTURE, fetch_http  # noqa: PLC0415 -- httpx loads slowly

        data = (await fetch_http(src, limits, progress, PICTURE)).data
    else:
        data = await asyncio.to_thread(_read_beside, src, source, limits)
    return await asyncio.to_thread(decode, data, src)


def _read_beside(src: str, source: str, limits: Limits) -> bytes:
    """The bytes of a file in or below the folder of the page's own file."""
    page = Path(source)
    if source == PIPE or not page.is_file():
        raise SourceError(f"{shown(src)} is a file beside the page, whose folder is not known.")
    folder = page.parent.resolve()
    path = (folder / unquote(src)).resolve()
    if not path.is_relative_to(folder):  # also where a symbolic link leads out of it
        raise SourceError(f"{shown(src)} is not in the folder of the page.")
    if path.is_file() and path.stat().st_size > MAX_PICTURE:
        raise too_large(str(path), MAX_PICTURE, "picture")
    return read_file(path, limits).data


def decode(data: bytes, name: str) -> Picture:
    """The pixels of a picture, made smaller where it is large; of a film the first frame.

    Args:
        data: The bytes of its file.
        name: What it is called in an error.

    Raises:
        SourceError: It is no picture of a known format, is damaged, or has too many pixels.
    """
    if data[:1_000].lstrip().lower().startswith((b"<svg", b"<?xml")):
        raise SourceError(f"{shown(name)} is a drawing (SVG), which cannot be shown here.")
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as image:
            width, height = image.size
            if width * height <= MAX_PIXELS:
                image.draft("RGB", (KEPT_SIDE, KEPT_SIDE))  # JPEG can be decoded smaller
                image.load()
                small = image.copy()
                small.thumbnail((KEPT_SIDE, KEPT_SIDE))
                return Picture(_flat(ImageOps.exif_transpose(small)), width, height, len(data))
    except Exception as error:  # decoders raise whatever a hostile file leads them to
        raise SourceError(f"{shown(name)} is no picture that can be shown here.") from error
    raise SourceError(f"{shown(name)} has too many pixels to be shown ({width} by {height}).")


def _flat(image: Image.Image) -> Image.Image:
    """A picture as RGB, what is transparent on white, as pages have it."""
    if image.mode in {"RGBA", "LA", "PA", "P"}:
        image = image.convert("RGBA")
        ground = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(ground, image).convert("RGB")
    return image.convert("RGB")
