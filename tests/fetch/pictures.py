"""Pictures of our own for tests."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image


def picture(size: tuple[int, int] = (40, 20), kind: str = "PNG", mode: str = "RGB") -> bytes:
    """A file with a picture, the left half bright and the right half dark."""
    image = Image.new("L", size, 0)
    image.paste(255, (0, 0, size[0] // 2, size[1]))
    file = BytesIO()
    image.convert(mode).save(file, kind)
    return file.getvalue()


def bomb() -> bytes:
    """A PNG of a few bytes that claims to have two thousand million pixels."""
    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
