"""Pages as JSON and back, without loss.

Each value is an object with the names of its class's attributes; what an attribute may hold is said
there. A name whose value is the attribute's default is left out. Besides:

    a block         also has "type": paragraph, heading, list, definitions, quote, preformatted,
                    table, image or rule
    marks           a list of "bold", "italic", "code", "struck", "super", "sub"
    at              ISO 8601: a day, or a day and time, with a zone where it is known
    a page          also has "format": 1
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeAlias, Union, get_args, get_origin

from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo, fields

from tui.model.blocks import (
    Block,
    DefinitionList,
    Heading,
    Image,
    ListBlock,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Table,
)
from tui.model.inline import Mark
from tui.model.page import Page

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
"""What the json module reads and writes."""

FORMAT = 1
"""The version of the format that is written here."""

BLOCK_TYPES: Mapping[str, type[Block]] = {
    "paragraph": Paragraph,
    "heading": Heading,
    "list": ListBlock,
    "definitions": DefinitionList,
    "quote": Quote,
    "preformatted": Preformatted,
    "table": Table,
    "image": Image,
    "rule": Rule,
}
"""The kinds of blocks by their `type`."""

_TYPE_NAMES = {kind: name for name, kind in BLOCK_TYPES.items()}


def to_json(page: Page) -> dict[str, Json]:
    """A page as an object."""
    return {"format": FORMAT, **_object(page)}


def page_from_json(value: Json) -> Page:
    """A page from its object.

    Raises:
        ValueError: It is no page of this format; the text says where and what is wrong.
    """
    if not isinstance(value, dict):
        raise ValueError("a page is an object")  # noqa: TRY004 -- damage, whatever its type
    if value.get("format") != FORMAT:
        raise ValueError(f"format {value.get('format')!r} is not known")
    rest = {name: item for name, item in value.items() if name != "format"}
    page: Page = _guarded(lambda: _decode(Page, rest, "page"))
    return page


def blocks_to_json(blocks: Sequence[Block]) -> list[Json]:
    """Blocks as a list of objects."""
    return [_encode(block) for block in blocks]


def blocks_from_json(value: Json) -> tuple[Block, ...]:
    """Blocks from their list.

    Raises:
        ValueError: They are no blocks; the text says where and what is wrong.
    """
    blocks: tuple[Block, ...] = _guarded(lambda: _decode(tuple[Block, ...], value, "blocks"))
    return blocks


def value_to_json(value: object) -> Json:
    """Any value of the model, such as a form or a date, as JSON."""
    return _encode(value)


def _guarded(decode: Callable[[], Any]) -> Any:  # noqa: ANN401 -- the callers name the type
    try:
        return decode()
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def _object(value: Struct) -> dict[str, Json]:
    pairs = ((field, getattr(value, name)) for name, field in _fields(type(value)).items())
    return {field.name: _encode(item) for field, item in pairs if not _is_default(field, item)}


def _is_default(field: FieldInfo, value: object) -> bool:
    return field.default is not NODEFAULT and bool(value == field.default)


def _encode(value: object) -> Json:
    match value:
        case Mark():
            return [str(mark.name).lower() for mark in value]
        case StrEnum():
            return value.value
        case None | bool() | int() | str():
            return value
        case date():  # a datetime is one as well
            return value.isoformat()
        case tuple():
            return [_encode(item) for item in value]
        case Struct():
            name = _TYPE_NAMES.get(type(value))  # type: ignore[arg-type]  # only blocks are found
            return ({"type": name} if name else {}) | _object(value)
        case _:
            raise TypeError(f"{type(value).__name__} is no part of the model")


@cache
def _fields(kind: type[Struct]) -> Mapping[str, FieldInfo]:
    """The fields of a class by their names, with their types."""
    return {field.name: field for field in fields(kind)}


def _decode(hint: Any, value: Any, where: str) -> Any:  # noqa: ANN401 -- as annotated in the model
    """The value that an annotation of the model asks for."""
    if get_origin(hint) in (Union, types.UnionType):
        return _decode_union(get_args(hint), value, where)
    if get_origin(hint) is tuple:
        _require(isinstance(value, list), where, "is no list")
        item_hint = get_args(hint)[0]
        return tuple(_decode(item_hint, item, f"{where}[{i}]") for i, item in enumerate(value))
    if issubclass(hint, Struct):
        return _decode_object(hint, value, where)
    if hint in _WRITTEN_OTHERWISE:
        return _WRITTEN_OTHERWISE[hint](value, where)
    if issubclass(hint, StrEnum):
        _require(value in list(hint), where, f"is no {hint.__name__}: {value!r:.80}")
        return hint(value)
    _require(type(value) is hint, where, f"is no {hint.__name__}")
    return value


def _decode_union(hints: tuple[Any, ...], value: Any, where: str) -> Any:  # noqa: ANN401 -- as above
    if type(None) in hints and value is None:
        return None
    kinds = [hint for hint in hints if hint is not type(None)]
    if kinds[0] in _TYPE_NAMES:
        name = value.get("type") if isinstance(value, dict) else None
        kind = BLOCK_TYPES.get(name) if isinstance(name, str) else None
        _require(kind in kinds, where, f"is no block that can stand there: {name!r:.80}")
        rest = {key: item for key, item in value.items() if key != "type"}
        return _decode_object(BLOCK_TYPES[str(name)], rest, where)
    return _decode(kinds[0], value, where)


def _decode_object(kind: Any, value: Any, where: str) -> Any:  # noqa: ANN401 -- as above
    _require(isinstance(value, dict), where, "is no object")
    known = _fields(kind)
    for name in value:
        _require(name in known, where, f"has a name that is not known: {name!r:.80}")
    for name, field in known.items():
        has_default = field.default is not NODEFAULT
        _require(has_default or name in value, where, f"has no {name}")
    result = kind(
        **{name: _decode(known[name].type, item, f"{where}.{name}") for name, item in value.items()}
    )
    _require(not isinstance(result, Heading) or 1 <= result.level <= 6, where, "has no such level")
    return result


def _decode_marks(value: Any, where: str) -> Mark:  # noqa: ANN401 -- as above
    _require(isinstance(value, list), where, "is no list")
    marks = Mark.NONE
    for name in value:
        _require(isinstance(name, str) and name.upper() in Mark.__members__, where, "is no mark")
        marks |= Mark[name.upper()]
    return marks


def _decode_moment(value: Any, where: str) -> datetime | date:  # noqa: ANN401 -- as above
    _require(isinstance(value, str), where, "is no date")
    return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)


_WRITTEN_OTHERWISE: Mapping[type, Callable[[Any, str], Any]] = {
    Mark: _decode_marks,
    datetime: _decode_moment,
    date: _decode_moment,
}


def _require(condition: bool, where: str, what: str) -> None:  # noqa: FBT001 -- reads as a sentence
    if not condition:
        raise ValueError(f"{where} {what}")
