"""Reading the settings: what is wrong in them is told, and the rest counts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar, get_type_hints

from msgspec import Struct
from msgspec.structs import replace

from tui.store.settings.checks import Check, Each, command
from tui.store.settings.source import Source, meant, shown
from tui.store.settings.values import KeySettings, Settings
from tui.store.toml import TomlValue

T = TypeVar("T", bound=Struct)

_BOUND = "bound"


def read_settings(path: Path) -> tuple[Settings, Source]:
    """The settings of a file, and the file with what is wrong in it.

    Args:
        path: The file; where there is none, all is as the program has it.
    """
    source = Source.read(path)
    return _table(source, Settings, "", source.table) if source.table else Settings(), source


def _table(source: Source, kind: type[T], name: str, table: Mapping[str, TomlValue]) -> T:
    """A table as a value: what is not set or does not fit is left as the program has it."""
    hints = get_type_hints(kind, include_extras=True)
    known = [name for name in kind.__struct_fields__ if name != _BOUND]
    changes: dict[str, object] = {}
    bound: list[tuple[str, tuple[str, ...]]] = []
    for key, value in table.items():
        path = f"{name}.{key}" if name else key
        if key not in known:
            if kind is KeySettings:
                bound.extend(_bound(source, key, value))
            else:
                source.tell(path, f"there is no setting {path}{meant(key, known)}")
        elif isinstance(hints[key], type):  # all but tables are annotated with their checks
            if isinstance(value, dict):
                changes[key] = _table(source, hints[key], path, value)
            else:
                source.tell(path, f"{path} must be a table, [{path}], not {shown(value)}")
        else:
            changes.update(_checked(source, hints[key].__metadata__[0], path, key, value))
    if bound:
        changes[_BOUND] = tuple(bound)
    return replace(kind(), **changes)


def _checked(
    source: Source, check: Check | Each, path: str, key: str, value: TomlValue
) -> dict[str, object]:
    """A setting with its value, or nothing where that does not fit."""
    if not isinstance(check, Each):
        try:
            return {key: check(value)}
        except ValueError as error:
            source.tell(path, f"{path} {error}")
            return {}
    if not isinstance(value, list):
        source.tell(path, f"{path} must be a list, [{shown(value)}], not {shown(value)}")
        return {}
    items: list[object] = []
    for number, item in enumerate(value):
        try:
            items.append(check.check(item))
        except ValueError as error:
            source.tell(f"{path}.{number}", f"{path} {error}")
    return {key: tuple(items)}


def _bound(source: Source, action: str, value: TomlValue) -> list[tuple[str, tuple[str, ...]]]:
    """The keys of an action; a dotted name without quotes is a table of tables."""
    if isinstance(value, dict):
        inner = value.items()
        return [each for key, item in inner for each in _bound(source, f"{action}.{key}", item)]
    if isinstance(value, str):
        return [(action, tuple(filter(None, (key.strip() for key in value.split(",")))))]
    try:
        return [(action, command(value))]
    except ValueError:
        wanted = f'the keys of {action} must be a text such as "j, down"'
        source.tell(f"keys.{action}", f"{wanted}, not {shown(value)}")
        return []
