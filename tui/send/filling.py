"""Filling a form as a person before a browser would: what is seen is filled, the rest is left."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from enum import StrEnum
from urllib.parse import urlencode

import httpx
from msgspec import Struct
from msgspec.structs import replace

from tui.model import MULTIPART, FormField, ReplyForm
from tui.parse.decode import sending_codec
from tui.parse.words import asks_of_writer
from tui.send.plan import Entry, Missing
from tui.store.identities import Identity

_BUTTONS = frozenset({"submit", "image", "button", "reset"})
_BOXES = frozenset({"checkbox", "radio"})
_LINES = frozenset({"text", "email", "url", "search", "tel"})
_MAIL = re.compile(r"mail", re.IGNORECASE)
_SITE = re.compile(r"url|web_?site|homepage|site|link|^web$", re.IGNORECASE)
_NAME = re.compile(r"author|name|nick|naam", re.IGNORECASE)
"""What is in names and labels of fields, also glued to other words; English and Dutch glue them."""

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.?[^@\s]*")


class Role(StrEnum):
    """What of the writer a field takes; the values are the names of `Identity`."""

    NAME = "name"
    EMAIL = "email"
    SITE = "site"


_ASKED = (
    (_MAIL, "mail", Role.EMAIL),
    (_SITE, "site", Role.SITE),
    (_NAME, "name", Role.NAME),
)
"""By what a field is known, the surest first."""


class Filled(Struct, frozen=True):
    """A form that is filled.

    Attributes:
        entries: What is sent, in the order of the form.
        missing: What the form wants of the writer and was not told.
        stuck: The fields that must be filled and that nobody knows how to.
        consents: The boxes that are left empty unless the user ticks them: name and label.
        wanted: The labels of those among them that the form wants ticked.
    """

    entries: tuple[Entry, ...]
    missing: tuple[Missing, ...] = ()
    stuck: tuple[FormField, ...] = ()
    consents: tuple[tuple[str, str], ...] = ()
    wanted: tuple[str, ...] = ()


def role_of(field: FormField) -> Role | None:
    """What of the writer a field takes, by its kind, its name and its label; or None."""
    if field.kind not in _LINES or not field.shown:
        return None
    if field.kind == "email":
        return Role.EMAIL
    if field.kind == "url":
        return Role.SITE
    for said in (field.name, field.label):
        asked = asks_of_writer(said)
        for pattern, word, role in _ASKED:
            if asked == word or pattern.search(said):
                return role
    return None


def fill(
    form: ReplyForm,
    text: str,
    identity: Identity,
    *,
    parent: str | None = None,
    consents: Collection[str] = (),
) -> Filled:
    """Fill a form.

    Args:
        form: The form; its text field is known.
        text: What is sent as the reply.
        identity: As whom.
        parent: What its parent field holds for the comment that is answered; None leaves the field
            as the page has it.
        consents: The names of the boxes that the user ticks.
    """
    entries: list[Entry] = []
    stuck = list(_unchosen(form))
    consenting: list[tuple[str, str]] = []
    wanted: list[str] = []
    is_named = False
    for field in form.fields:
        role = role_of(field)
        if role is Role.NAME:  # a second one is that of something else, such as a firm
            role, is_named = (None if is_named else role), True
        if field.kind in _BUTTONS:
            if field.pressed:
                entries.append(Entry(field.name, field.value, field.label, shown=False))
        elif field.kind in _BOXES:
            offered = field.shown and not field.value and field.kind == "checkbox"
            ticked = field.value or (field.on if offered and field.name in consents else "")
            if offered:
                consenting.append((field.name, field.label))
                wanted += [field.label] if field.required and not ticked else []
            if ticked:
                entries.append(Entry(field.name, ticked, field.label, shown=field.shown))
        else:
            value = field.value
            if field.name == form.text_field:
                value = text
            elif field.name == form.parent_field and parent is not None:
                value = parent
            elif role is not None:
                value = str(getattr(identity, role)).strip()
            elif field.shown and field.required and not value:
                stuck.append(field)
            entries.append(Entry(field.name, value, field.label, shown=field.shown))
    missing = tuple(_missing(form, identity))
    return Filled(tuple(entries), missing, tuple(stuck), tuple(consenting), tuple(wanted))


def _unchosen(form: ReplyForm) -> Iterator[FormField]:
    """For each row of radio buttons of which one must be chosen and none is, the row's name."""
    rows: dict[str, list[FormField]] = {}
    for field in form.fields:
        if field.kind == "radio" and field.shown:
            rows.setdefault(field.name, []).append(field)
    for row in rows.values():
        if any(field.required for field in row) and not any(field.value for field in row):
            yield replace(row[0], label="")


def asked_of(form: ReplyForm) -> dict[Role, FormField]:
    """What a form asks of the writer, each with its field."""
    found: dict[Role, FormField] = {}
    for field in form.fields:
        role = role_of(field)
        if role is not None:
            found.setdefault(role, field)
    return found


def _missing(form: ReplyForm, identity: Identity) -> Iterator[Missing]:
    for role, field in asked_of(form).items():
        value = str(getattr(identity, role)).strip()
        label = field.label or role.value
        if not value and field.required:
            yield Missing(role.value, label, f"The site wants “{label}” to be filled.")
        elif value and role is Role.EMAIL and not _ADDRESS.fullmatch(value):
            yield Missing(role.value, label, f"{value} is no e-mail address.")
        elif field.limit is not None and len(value) > field.limit:
            yield Missing(
                role.value, label, f"“{label}” may have {field.limit} characters, not {len(value)}."
            )


def encoded(entries: Collection[Entry], encoding: str, charset: str) -> tuple[bytes, str]:
    """The body of a form that is sent, and its media type, as the HTML Standard says.

    Line ends are CR LF, and what the character set lacks is written as a character reference.
    """
    charset = sending_codec(charset)
    pairs = [(entry.name, _line_ends(entry.value)) for entry in entries]
    if encoding == MULTIPART:
        return _multipart(pairs, charset)
    body = urlencode(pairs, encoding=charset, errors="xmlcharrefreplace")
    return body.encode("ascii"), "application/x-www-form-urlencoded"


def _line_ends(text: str) -> str:
    return "\r\n".join(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def _multipart(pairs: list[tuple[str, str]], charset: str) -> tuple[bytes, str]:
    files = [(name, (None, value.encode(charset, "xmlcharrefreplace"))) for name, value in pairs]
    request = httpx.Request("POST", "http://localhost/", files=files)
    return request.read(), request.headers["content-type"]
