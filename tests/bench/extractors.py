"""The program's reading of articles and that of others, called alike.

The others are in the dependency group `bench`; what is not installed is left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeAlias, cast

from selectolax.lexbor import LexborHTMLParser

from tests.bench.corpus import pages_of
from tui.dump.jsonform import record
from tui.parse import parse_page
from tui.parse.decode import decode

FIELDS = ("title", "author", "date", "article")

Answer: TypeAlias = dict[str, str | None]
"""Title, author, date and article, as the scorers take them."""

Extract: TypeAlias = Callable[[bytes, str | None], Answer]


def rejoinder(data: bytes, url: str | None) -> Answer:
    """What `rejoinder extract` prints; comments, form and blocks are found on the way."""
    found = record(parse_page(data, url=url), "")
    return {name: cast("str | None", found[name]) for name in FIELDS}


def _trafilatura() -> Extract:
    extract: Any = import_module("trafilatura").bare_extraction

    def answer(data: bytes, url: str | None) -> Answer:
        found = extract(data, url=url, with_metadata=True, include_comments=True)
        if found is None:
            return {}
        return {
            "title": found.title,
            "author": found.author,
            "date": found.date,
            "article": found.text,
        }

    return answer


def _resiliparse() -> Extract:
    plain: Any = import_module("resiliparse.extract.html2text").extract_plain_text
    tree: Any = import_module("resiliparse.parse.html").HTMLTree

    def answer(data: bytes, _url: str | None) -> Answer:
        parsed = tree.parse(decode(data, None))
        text = plain(parsed, main_content=True, comments=False, alt_texts=False)
        return {"title": parsed.title, "article": text}

    return answer


def lexbor(data: bytes, _url: str | None) -> Answer:
    """The bare parse, which finds nothing: the floor."""
    LexborHTMLParser(decode(data, None))
    return {}


def installed() -> Mapping[str, Extract]:
    """The program and the others that are there, by name."""
    others = {"trafilatura": _trafilatura, "resiliparse": _resiliparse}
    found: dict[str, Extract] = {"rejoinder": rejoinder}
    for name, load in others.items():
        if find_spec(name) is not None:
            found[name] = load()
        else:
            print(f"{name} is not installed: uv run --group bench ...")
    return found


def labelled(corpus: Path) -> Iterator[tuple[str, bytes, str | None]]:
    """The corpus's pages with a labelled article: id, bytes and address."""
    return pages_of(corpus, json.loads(corpus.joinpath("articles.json").read_text("utf-8")))
