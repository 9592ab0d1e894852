"""docs/systems.md and the index of signs: `python -m tests.systemtable` writes both.

They are written from the modules and their fixtures. What a system gives is what the expected
threads of its fixtures hold, so that the table promises nothing that no test shows.
"""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from tui.fetch.remote import SERVICES
from tui.parse.threads import general
from tui.parse.threads.catalogue import (
    INDEX,
    embed_entries,
    entries_in,
    module_names,
    record,
    system_entries,
)
from tui.parse.threads.system import Rank, System

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "docs" / "systems.md"
FIXTURES = ROOT / "fixtures" / "threads"

COLUMNS: Mapping[str, str] = {
    "parent": "parents",
    "author_url": "author's address",
    "permalink": "permalink",
    "reply_url": "reply link",
    "by_post_author": "post's author",
    "score": "score",
    "answer": "answers",
    "ping": "pings",
    "held": "held",
    "deleted": "deleted",
    "collapsed": "collapsed",
    "stated_count": "stated count",
    "more": "further pages",
    "closed": "closed",
    "remote": "remote",
}
"""What a thread may tell, besides who wrote what and when, with its heading."""

INTRODUCTION = """\
# Comment systems

This page is written by `python -m tests.systemtable` from the modules of
`tui/parse/threads/systems` and their pages in `fixtures/threads`; a test holds it to them.

Every system gives author, date and words of each comment. A dot says that it also gives:
**parents**, which comment answers which; **author's address**; **permalink**; **reply link**,
the page on which a comment is answered; **post's author**, that the author of the post wrote a
comment; **score**, points, likes or votes; **answers**, told from comments; **pings**,
pingbacks, trackbacks and webmentions, told from comments; **held**, **deleted** and
**collapsed** comments; **stated count**, how many comments the page says it has; **further
pages**, links to them or to folded replies; **closed**, that replying is closed; **remote**,
the public address of comments that the page lacks.
"""


def system_document() -> str:
    """The whole document."""
    parts = [INTRODUCTION, "\n".join(_table()), _services(), *_sections()]
    return "\n".join(parts)


def _table() -> Iterator[str]:
    yield f"| system | name in JSON | {' | '.join(COLUMNS.values())} |"
    yield f"| --- | --- |{' --- |' * len(COLUMNS)}"
    given = _given()
    for system in _systems():
        has = given.get(system.name, set())
        dots = " | ".join("•" if name in has else "" for name in COLUMNS)
        yield f"| {system.title} | `{system.name}` | {dots} |"
    yield ""


def _systems() -> list[System]:
    systems = [entry.system for entry in system_entries()]
    return sorted(systems, key=lambda system: system.title.casefold())


def _given() -> dict[str, set[str]]:
    """What the fixtures of each system give, by the names of the columns."""
    given: dict[str, set[str]] = {}
    for path in sorted(FIXTURES.glob("*.json")):
        expected = json.loads(path.read_text(encoding="utf-8"))
        has = given.setdefault(expected["system"], set())
        has.update(name for name in ("more", "closed", "remote") if expected.get(name))
        has.update(["stated_count"] if expected.get("stated_count") is not None else [])
        for comment in expected["comments"]:
            has.update(_told(comment))
    return given


def _told(comment: Mapping[str, Any]) -> Iterator[str]:
    yield from (name for name in COLUMNS if comment.get(name) is not None)
    if "state" in comment:
        yield comment["state"]
    if "kind" in comment:
        yield "answer" if comment["kind"] == "answer" else "ping"


def _services() -> str:
    names = ", ".join(sorted({entry.name for entry in embed_entries()}, key=str.casefold))
    own = _listed(name for name, service in SERVICES.items() if not service.is_shared)
    shared = _listed(name for name, service in SERVICES.items() if service.is_shared)
    wished = f"""
Those of {shared} are fetched when the reader asks for the rest of the page: a service
that many sites share would learn who reads what.
"""
    return f"""\
## Comments that a script loads

Where a page holds no comments but loads them from one of these services, the reader says from
which, and keeps what the service knows the page by: {names}.

Those of {own} are fetched when such a page is opened over the network, as its script
would. A page of WordPress is such a page where it says that it has comments and none is in its
HTML, whatever the theme or plug-in that loads them, or where the plug-in Lazy Load for Comments
does. That asks the host which the page names for its comments (of a site on WordPress.com, that of
its API), and no other; no cookie goes with it. A file that is opened asks nobody, nor does
`--offline`.
{wished if shared else ""}"""


def _listed(names: Iterable[str]) -> str:
    """Names in a sentence; empty where there are none."""
    *others, last = sorted(names, key=str.casefold) or [""]
    return f"{', '.join(others)} and {last}" if others else last


def _sections() -> Iterator[str]:
    modules = {
        entry.name: import_module(f"tui.parse.threads.{entry.module}")
        for entry in system_entries()
        if entry.rank is not Rank.GENERAL
    }
    for system in _systems():
        yield _section(system, modules.get(system.name, general))


def _section(system: System, module: ModuleType) -> str:
    written = (inspect.getdoc(module) or "").replace("*", r"\*").replace("<", "&lt;")
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", written)]
    return f"## {system.title}\n\n" + "\n\n".join(paragraphs) + "\n"


def index_of_signs() -> str:
    """The index of signs: a line for each system and service."""
    entries = (entry for module in module_names() for entry in entries_in(module))
    lines = (json.dumps(record(entry), ensure_ascii=False) for entry in entries)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def main() -> int:
    """Write both."""
    INDEX.write_text(index_of_signs(), encoding="utf-8")
    DOCUMENT.write_text(system_document(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
