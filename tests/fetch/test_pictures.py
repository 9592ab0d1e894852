from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from PIL import Image

from tests.fetch.pictures import bomb, picture
from tests.fetch.servers import Answer, http_server
from tui.errors import SourceError
from tui.fetch.fetched import MAX_PICTURE
from tui.fetch.pictures import KEPT_SIDE, decode, fetch_picture

PNG = {"Content-Type": "image/png"}


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A saved page with a picture beside it, and one that is none of its business."""
    folder = tmp_path / "pagina's"
    (folder / "heg_files").mkdir(parents=True)
    (folder / "heg_files" / "een kas.png").write_bytes(picture())
    (tmp_path / "elders.png").write_bytes(picture())
    page = folder / "heg.html"
    page.write_text("<p>heg")
    return page


# Decoding


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("PNG", "RGBA"), ("PNG", "LA"), ("GIF", "P"), ("JPEG", "CMYK"), ("WEBP", "RGB"), ("BMP", "1")],
)
def test_pictures_of_the_web_are_decoded_and_made_smaller(kind: str, mode: str) -> None:
    found = decode(picture((3_000, 1_000), kind, mode), "kas")
    assert (found.width, found.height) == (3_000, 1_000)
    assert found.image.mode == "RGB"
    assert max(found.image.size) <= KEPT_SIDE


def test_what_is_transparent_is_white() -> None:
    file = BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(file, "PNG")
    assert decode(file.getvalue(), "kas").image.getpixel((0, 0)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"<html>nee</html>", "no picture that can be shown"),
        (picture()[:60], "no picture that can be shown"),
        (b"<svg xmlns='x'/>", "drawing (SVG)"),
        (b"<?xml version='1.0'?><svg/>", "drawing (SVG)"),
    ],
)
def test_what_is_no_picture_is_told_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(SourceError, match="kas") as told:
        decode(data, "kas")
    assert sentence in str(told.value)


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_few_bytes_that_claim_many_pixels_are_refused_before_they_are_decoded() -> None:
    with pytest.raises(SourceError, match="kas"):
        decode(bomb(), "kas")


@given(st.binary(max_size=400), st.integers(0, 200))
def test_damaged_files_give_a_picture_or_a_sentence(noise: bytes, place: int) -> None:
    data = picture((8, 8), "GIF", "P")
    damaged = data[:place] + noise + data[place + len(noise) :]
    try:
        assert decode(damaged, "kas").image.mode == "RGB"
    except SourceError as error:
        assert "kas" in str(error)  # noqa: PT017 -- either is right


# Fetching


async def test_a_picture_is_fetched_by_its_address() -> None:
    came: list[int] = []
    with http_server({"/kas.png": Answer(picture(), headers=PNG)}) as seen:
        found = await fetch_picture(f"{seen.base}/kas.png", "-", lambda size, _: came.append(size))
        assert seen.headers["Accept"].startswith("image/")
    assert found.image.size == (40, 20)
    assert came[-1] == found.size


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (Answer(b"<p>nee"), "is no picture: the server says text/html"),
        (Answer(b"", 404), "The server has no picture at"),
        (
            Answer(b"x", headers={**PNG, "Content-Encoding": "gzip, gzip"}),
            "more than once",
        ),
        (Answer(b"x" * (MAX_PICTURE + 1), headers=PNG, chunked=True), "longer than 16 MB"),
    ],
)
async def test_what_the_server_gives_instead_is_told(answer: Answer, sentence: str) -> None:
    with http_server({"/kas.png": answer}) as seen, pytest.raises(SourceError) as told:
        await fetch_picture(f"{seen.base}/kas.png", "-")
    assert sentence in str(told.value)


async def test_a_picture_beside_a_saved_page_is_read(saved: Path) -> None:
    found = await fetch_picture("heg_files/een%20kas.png", str(saved))
    assert found.image.size == (40, 20)


@pytest.mark.parametrize("src", ["../elders.png", "%2e%2e/elders.png", "/etc/hostname"])
async def test_a_page_reads_nothing_outside_of_its_folder(saved: Path, src: str) -> None:
    with pytest.raises(SourceError, match="not in the folder of the page"):
        await fetch_picture(src, str(saved))


async def test_a_link_out_of_the_folder_is_not_followed(saved: Path) -> None:
    (saved.parent / "kas.png").symlink_to(saved.parent.parent / "elders.png")
    with pytest.raises(SourceError, match="not in the folder of the page"):
        await fetch_picture("kas.png", str(saved))


@pytest.mark.parametrize("source", ["-", "https://tuin.example/heg"])
async def test_pages_that_are_no_files_have_no_pictures_beside_them(source: str) -> None:
    with pytest.raises(SourceError, match="whose folder is not known"):
        await fetch_picture("kas.png", source)


async def test_a_picture_that_is_gone_or_too_long_is_told(saved: Path) -> None:
    with pytest.raises(SourceError, match="There is no file"):
        await fetch_picture("weg.png", str(saved))
    with (saved.parent / "lang.png").open("wb") as file:
        file.truncate(MAX_PICTURE + 1)
    with pytest.raises(SourceError, match="longer than 16 MB"):
        await fetch_picture("lang.png", str(saved))
