"""docs/systems.md: `python -m tests.systemtable` writes it from the modules and their fixtures.

What a system gives is what the expected threads of its fixtures hold, so that the table promises
nothing that no test shows.
"""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from tui.parse.threads import general
from tui.parse.threads.registry import _MODULES, EMBEDS, SYSTEMS
from tui.parse.threads.system import System

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "docs" / "systems.md"
FIXTURES = ROOT / "fixtures" / "threads"

COLUMNS: Mapping[str, str] = {
    "parent": "parents",
    "author_url": "author's address",
    "permalink": "permalink",
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
**parents**, which comment answers which; **author's address**; **permalink**; **post's
author**, that the author of the post wrote a comment; **score**, points, likes or votes;
**answers**, told from comments; **pings**, pingbacks, trackbacks and webmentions, told from
comments; **held**, **deleted** and **collapsed** comments; **stated count**, how many comments
the page says it has; **further pages**, links to them or to folded replies; **closed**, that
replying is closed; **remote**, the public address of comments that the page lacks.
"""


def system_document() -> str:
    """The whole document."""
    parts = [INTRODUCTION, "\n".join(_table()), _services(), *_sections()]
    return "\n".join(parts)


def _table() -> Iterator[str]:
    yield f"| system | name in JSON | {' | '.join(COLUMNS.values())} |"
    yield f"| --- | --- |{' --- |' * len(COLUMNS)}"
    given = _given()
    for system in sorted(SYSTEMS, key=lambda system: system.title.casefold()):
        has = given.get(system.name, set())
        dots = " | ".join("•" if name in has else "" for name in COLUMNS)
        yield f"| {system.title} | `{system.name}` | {dots} |"
    yield ""


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
    names = ", ".join(sorted({embed.service for embed in EMBEDS}, key=str.casefold))
    return f"""\
## Comments that a script loads

Where a page holds no comments but loads them from one of these services, the reader says from
which, and keeps what the service knows the page by: {names}.
"""


def _sections() -> Iterator[str]:
    modules = {module.SYSTEM.name: module for module in _MODULES if hasattr(module, "SYSTEM")}
    for system in sorted(SYSTEMS, key=lambda system: system.title.casefold()):
        yield _section(system, modules.get(system.name, general))


def _section(system: System, module: ModuleType) -> str:
    written = (inspect.getdoc(module) or "").replace("*", r"\*").replace("<", "&lt;")
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", written)]
    return f"## {system.title}\n\n" + "\n\n".join(paragraphs) + "\n"


def main() -> int:
    """Write the document."""
    DOCUMENT.write_text(system_document(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
