"""The comment systems and services by their signs; each is loaded when a page has its sign.

Every module of `systems` has a `SYSTEM`, an `EMBED` or both, and `embeds` has more of the latter.
`signs.json` holds their signs, so that a page loads the one or two modules that it needs rather
than all; `python -m tests.systemtable` writes it. A module that is not in it is loaded at once.

The plug-ins and variants of a system come before it, what many systems write beside their own
markup after all of them, and the general finder last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
from msgspec import Struct

from tui.parse.document import Document
from tui.parse.threads import systems
from tui.parse.threads.general.gate import may_hold_thread
from tui.parse.threads.signs import Sign, Signs
from tui.parse.threads.system import Embed, Rank, System

INDEX = Path(__file__).with_name("signs.json")
"""The signs of all modules, as they were when the index was written."""

_EMBEDS = "embeds"
_GENERAL = "general.finder"


class Entry(Struct, frozen=True):
    """A system or service that is not loaded yet.

    Attributes:
        module: Its module, from this package on.
        name: The name of the system, or of the service.
        rank: When the system is asked; None for a service.
        sign: Whether a page has what gives it away.
    """

    module: str
    name: str
    rank: Rank | None
    sign: Callable[[Document], bool]

    @property
    def system(self) -> System:
        """The system."""
        system: System = _loaded(self.module).SYSTEM
        return system

    @property
    def embed(self) -> Embed:
        """The service."""
        return next(embed for embed in _embeds(self.module) if embed.service == self.name)


def _loaded(module: str) -> ModuleType:
    return import_module(f"{__package__}.{module}")


def _embeds(module: str) -> tuple[Embed, ...]:
    loaded = _loaded(module)
    return getattr(loaded, "EMBEDS", ()) or tuple(filter(None, [getattr(loaded, "EMBED", None)]))


def module_names() -> list[str]:
    """The modules of systems and services, by what is there."""
    files = [file.name for folder in systems.__path__ for file in Path(folder).iterdir()]
    names = [file.removesuffix(".py") for file in files if file.endswith(".py") and file[0] != "_"]
    return [*sorted(f"systems.{name}" for name in names), _EMBEDS]


def entries_in(module: str) -> Iterator[Entry]:
    """The system and the services of a module, which this loads."""
    system = getattr(_loaded(module), "SYSTEM", None)
    if isinstance(system, System):
        yield Entry(module, system.name, system.rank, system.sign)
    for embed in _embeds(module):
        yield Entry(module, embed.service, None, embed.sign)


def record(entry: Entry) -> dict[str, Any]:
    """An entry as the index holds it; a sign that is code, and no marks, is null."""
    sign = entry.sign if isinstance(entry.sign, Sign) else None
    marks = sign and {
        "classes": sorted(sign.classes),
        "ids": sorted(sign.ids),
        "others": sorted(sign.others),
        "loaded": list(sign.loaded),
        "selector": sign.selector,
    }
    told = {name: value for name, value in marks.items() if value} if marks else None
    return {"module": entry.module, "name": entry.name, "rank": entry.rank, "sign": told}


def _entry(told: Mapping[str, Any]) -> Entry:
    module, marks = told["module"], told["sign"]

    def ask(document: Document) -> bool:
        return entry.system.sign(document)

    sign = ask if marks is None else Sign(
        classes=frozenset(marks.get("classes", ())),
        ids=frozenset(marks.get("ids", ())),
        others=frozenset(marks.get("others", ())),
        loaded=tuple(marks.get("loaded", ())),
        selector=marks.get("selector", ""),
    )  # fmt: skip
    rank = None if told["rank"] is None else Rank(told["rank"])
    entry = Entry(module, told["name"], rank, sign)
    return entry


@cache
def _entries() -> list[Entry]:
    there = dict.fromkeys(module_names())
    index = msgspec.json.decode(INDEX.read_bytes()) if INDEX.is_file() else []
    known = [_entry(told) for told in index if told["module"] in there]
    missing = there.keys() - {entry.module for entry in known}
    return [*known, *(entry for module in sorted(missing) for entry in entries_in(module))]


@cache
def system_entries() -> tuple[Entry, ...]:
    """All systems, in the order in which they are asked."""
    general = Entry(_GENERAL, "general", Rank.GENERAL, may_hold_thread)
    ranked = [(entry.rank, entry.name, entry) for entry in (*_entries(), general)
              if entry.rank is not None]  # fmt: skip
    return tuple(entry for _, _, entry in sorted(ranked, key=lambda one: one[:2]))


@cache
def embed_entries() -> tuple[Entry, ...]:
    """All services that load comments by script."""
    return tuple(entry for entry in _entries() if entry.rank is None)


@cache
def system_signs() -> Signs[Entry]:
    """The signs of the systems."""
    return Signs(system_entries())


@cache
def embed_signs() -> Signs[Entry]:
    """The signs of the services."""
    return Signs(embed_entries())


def are_named(document: Document) -> bool:
    """Whether a page has the id, the class or the script of any system or service."""
    return system_signs().are_named(document) or embed_signs().are_named(document)
