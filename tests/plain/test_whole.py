"""The rest of a page by prompts."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from tests.fetch.servers import http_server
from tests.fetch.spread import (
    PATH,
    comments_page,
    comments_path,
    older,
    part_page,
    part_path,
)
from tests.plain.sessions import Reader, stores


def test_the_rest_of_the_comments_comes_and_the_place_stays(home: Path) -> None:
    answers = {
        PATH: comments_page([3, 4], older(1), says=4),
        comments_path(1): comments_page([1, 2]),
    }
    with http_server(answers) as server:
        reader = Reader(stores(home), server.base + PATH)
        reader("comments", "next")
        assert reader.at == "Lezer 4"
        told = reader("whole")
        assert told[:2] == ["Fetching the rest …", "2 more comments."]
        assert "comment 4 of 4" in told[-1].lower()
        assert reader.at == "Lezer 4"
        assert "no other parts" in reader("W")[-1]
        reader.leave()
        again = Reader(stores(home), server.base + PATH)
        assert any("4 comments" in line for line in again.told)
    away = Reader(replace(stores(home), offline=True), server.base + PATH)
    assert any("4 comments" in line for line in away.told)


def test_the_parts_before_come_before_the_place(home: Path) -> None:
    parts = {
        part_path(1): part_page(1, 2, "Het begon met regen."),
        part_path(2): part_page(2, 2, "En daarna de zon."),
    }
    with http_server(parts) as server:
        reader = Reader(stores(home), server.base + part_path(2))
        assert "En daarna de zon." in " ".join(reader("next"))
        told = reader("whole")
        assert told[1] == "More of the article."
        assert "Dag 20" in " ".join(reader("next"))


def test_what_cannot_be_had_is_told(home: Path) -> None:
    with http_server({PATH: comments_page([3, 4], older(1), says=4)}) as server:
        reader = Reader(stores(home), server.base + PATH)
        told = " ".join(reader("whole"))
        assert "Nothing more was found." in told
        assert "status 404" in told
