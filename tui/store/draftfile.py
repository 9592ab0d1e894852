"""The file format of drafts: TOML front matter, then the Markdown body to the last byte.

    +++
    format = 1
    id = "k7m2x9qd"
    state = "draft"
    created = 2026-03-01T09:30:00.000000+00:00
    changed = 2026-03-01T09:41:12.250000+00:00
    markup = "markdown"
    tags = ["dike"]

    [page]
    key = "https://blog.example/dijk"
    source = "https://blog.example/dijk"
    title = "Wandelen langs de dijk"

    [parent]
    key = "comment-7"
    author = "Femke"
    date = "1 maart 2026"
    permalink = "https://blog.example/dijk#comment-7"
    text = "Bij laag water kun je doorlopen."

    [delivery]
    outcome = "held"
    at = 2026-03-01T09:50:00.000000+00:00
    address = "https://blog.example/wp-comments-post.php"
    sentence = "The site has it and shows it once somebody there has approved it."
    key = "18"
    permalink = "https://blog.example/dijk#comment-18"
    seen = false
    +++
    That is good to know.

The file is UTF-8. `+++` stands alone on the first line and on the line that ends the front matter;
everything after that line is the body, unchanged, its own line ends included. `[parent]` is absent
where the draft answers the article and `[delivery]` where it was neither sent nor handed over;
`title`, `author`, `key` and `permalink` are absent where the page gives none; `markup` may be left
out for Markdown and `tags` for none. What the fields hold is said in `tui.store.draft`. Other
fields are kept when the program writes the file again; comments are not. A file with a higher
`format` is from a newer program and is neither read nor written by this one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import UTC, datetime

from msgspec import Struct, field
from msgspec.structs import asdict, replace

from tui.parse.patterns import regex
from tui.store.draft import (
    Delivery,
    Draft,
    DraftState,
    Markup,
    Outcome,
    PageRef,
    ParentRef,
)
from tui.store.toml import TomlValue, toml_lines

FORMAT = 1
"""The version of the file format that this program writes."""

_FENCE = regex(rb"^\+\+\+[ \t]*\r?\n", re.MULTILINE)
_BOM = b"\xef\xbb\xbf"
_ID = regex(r"[A-Za-z0-9_-]{1,64}")
_ENCODING_ERRORS = "surrogatepass"  # what was typed comes back, even half of a pair


class Extras(Struct, frozen=True):
    """Fields of a draft's file that this program does not know, kept for whoever wrote them."""

    top: Mapping[str, TomlValue] = field(default_factory=dict)
    page: Mapping[str, TomlValue] = field(default_factory=dict)
    parent: Mapping[str, TomlValue] = field(default_factory=dict)
    delivery: Mapping[str, TomlValue] = field(default_factory=dict)


class DraftFile(Struct, frozen=True):
    """What a draft's file holds."""

    draft: Draft
    extras: Extras = Extras()


class NewerFormatError(ValueError):
    """A newer program wrote the file, which is not this one's to change."""


def revision(draft: Draft) -> str:
    """What tells one text of a draft from another; state, tags and place are no part of it."""
    text = f"{draft.markup}\n{draft.body}".encode("utf-8", _ENCODING_ERRORS)
    return hashlib.blake2b(text, digest_size=16).hexdigest()


def render(draft: Draft, extras: Extras) -> bytes:
    """The file of a draft."""
    top: dict[str, TomlValue] = {
        "format": FORMAT,
        "id": draft.id,
        "state": str(draft.state),
        "created": draft.created,
        "changed": draft.changed,
    }
    if draft.markup is not Markup.MARKDOWN:
        top["markup"] = str(draft.markup)
    if draft.tags:
        top["tags"] = list(draft.tags)
    parts = ["+++\n", toml_lines({**extras.top, **top}), "\n[page]\n"]
    parts.append(toml_lines({**extras.page, **_given(draft.page)}))
    if draft.parent is not None:
        parts += ["\n[parent]\n", toml_lines({**extras.parent, **_given(draft.parent)})]
    if draft.delivery is not None:
        parts += ["\n[delivery]\n", toml_lines({**extras.delivery, **_given(draft.delivery)})]
    return ("".join(parts) + "+++\n" + draft.body).encode("utf-8", _ENCODING_ERRORS)


def read(data: bytes) -> DraftFile:
    """A draft from the bytes of its file.

    Raises:
        ValueError: They are no draft of this format; the text says what is wrong, as half a
            sentence. It is a `NewerFormatError` where a newer program wrote them.
    """
    table, body = _split(data.removeprefix(_BOM))
    version = table.pop("format", None)
    if version != FORMAT:
        if isinstance(version, int) and version > FORMAT:
            raise NewerFormatError("a newer program wrote it")
        raise ValueError("its format is not known")
    page = _subtable(table, "page")
    parent = _subtable(table, "parent") if "parent" in table else None
    delivery = _subtable(table, "delivery") if "delivery" in table else None
    draft = Draft(
        id=_text(table, "id"),
        page=PageRef(_text(page, "key"), _text(page, "source"), _maybe_text(page, "title")),
        parent=None if parent is None else _parent(parent),
        body=body,
        state=DraftState(_text(table, "state")),
        created=_moment(table, "created"),
        changed=_moment(table, "changed"),
        markup=Markup(_maybe_text(table, "markup") or Markup.MARKDOWN),
        tags=_texts(table, "tags"),
        delivery=None if delivery is None else _delivery(delivery),
    )
    draft = replace(draft, revision=revision(draft))
    if not _ID.fullmatch(draft.id):
        raise ValueError("its id is not made of letters and digits")
    return DraftFile(draft, Extras(table, page, parent or {}, delivery or {}))


def readable(data: bytes | None) -> DraftFile | None:
    """A draft from the bytes of its file, or None where they are none."""
    try:
        return None if data is None else read(data)
    except ValueError:
        return None


def _split(data: bytes) -> tuple[dict[str, TomlValue], str]:
    """The front matter's table and the body."""
    first = _FENCE.match(data)
    second = _FENCE.search(data, first.end()) if first else None
    if first is None or second is None:
        if first is None or not data.endswith(b"\n+++"):
            raise ValueError("it has no front matter between lines of three plus signs")
        head, body = data[first.end() : -3], b""
    else:
        head, body = data[first.end() : second.start()], data[second.end() :]
    import tomllib  # noqa: PLC0415 -- there may be no draft

    try:
        table = tomllib.loads(head.decode("utf-8", _ENCODING_ERRORS))
        return table, body.decode("utf-8", _ENCODING_ERRORS)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"its front matter is no TOML ({error})") from error
    except UnicodeDecodeError as error:
        raise ValueError("it is not UTF-8") from error
    except RecursionError as error:
        raise ValueError("its front matter is nested too deeply") from error


def _parent(table: dict[str, TomlValue]) -> ParentRef:
    return ParentRef(
        key=_text(table, "key"),
        author=_maybe_text(table, "author"),
        date=_maybe_text(table, "date") or "",
        permalink=_maybe_text(table, "permalink"),
        text=_maybe_text(table, "text") or "",
    )


def _delivery(table: dict[str, TomlValue]) -> Delivery:
    return Delivery(
        outcome=Outcome(_text(table, "outcome")),
        at=_moment(table, "at"),
        address=_maybe_text(table, "address") or "",
        sentence=_maybe_text(table, "sentence") or "",
        key=_maybe_text(table, "key"),
        permalink=_maybe_text(table, "permalink"),
        seen=table.pop("seen", None) is True,
    )


def _given(ref: PageRef | ParentRef | Delivery) -> dict[str, TomlValue]:
    """The fields of a reference that have a value; TOML has no null."""
    return {key: value for key, value in asdict(ref).items() if value is not None}


# Those below take what they read out of the table, so that the unknown fields are left in it.


def _subtable(table: dict[str, TomlValue], name: str) -> dict[str, TomlValue]:
    value = table.pop(name, None)
    if not isinstance(value, dict):
        raise ValueError(f"its [{name}] is missing")  # noqa: TRY004 -- a fault of the file
    return value


def _text(table: dict[str, TomlValue], name: str) -> str:
    value = _maybe_text(table, name)
    if value is None:
        raise ValueError(f"its field {name} is missing")
    return value


def _maybe_text(table: dict[str, TomlValue], name: str) -> str | None:
    value = table.pop(name, None)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"its field {name} is no text")
    return value


def _texts(table: dict[str, TomlValue], name: str) -> tuple[str, ...]:
    value = table.pop(name, None)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"its field {name} is no list of texts")
    return tuple(str(item) for item in value)


def _moment(table: dict[str, TomlValue], name: str) -> datetime:
    value = table.pop(name, None)
    if not isinstance(value, datetime):
        raise ValueError(f"its field {name} is no date and time")  # noqa: TRY004 -- as above
    return value if value.tzinfo else value.replace(tzinfo=UTC)
