"""What would be sent, in words: the same on the screen, by prompts and on the command line.

All of it is plain text of pages and people, to be shown as it is and never read as markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from tui.send.plan import Entry, Plan
from tui.send.telling import addressee
from tui.store.identities import Identity, site_of

LONGEST = 160
"""The characters of a value that nobody typed, from which on it is cut."""


class Row(NamedTuple):
    """A line of what is told before something is sent.

    Attributes:
        title: What it is.
        value: What it says, perhaps several lines.
        warns: Whether it is something to think of before agreeing.
    """

    title: str
    value: str
    warns: bool = False


def plan_rows(plan: Plan) -> Iterator[Row]:
    """Everything that would be sent, where to and as whom, in the order in which it is told."""
    for sentence in plan.notes:
        yield Row("Note", sentence, warns=True)
    yield Row("To", host_words(plan.address))
    yield Row("Address", plan.address)
    if plan.system:
        yield Row("Taken by", plan.system)
    yield Row("As", identity_words(plan.identity))
    yield Row("Answers", addressee(plan.draft))
    for entry in plan.entries:
        yield _field(entry)
    if plan.cookies:
        yield Row("Cookies", ", ".join(name for name, _ in plan.cookies))


def _field(entry: Entry) -> Row:
    name = entry.name or "(without a name)"
    label = f" “{entry.label}”" if entry.label and entry.label != entry.name else ""
    if entry.shown:
        return Row(f"Field {name}{label}", entry.value or "(empty)")
    return Row(f"Hidden field {name}{label}", cut(entry.value) or "(empty)")


def cut(value: str) -> str:
    """A value that no person reads, shortened with its length where it is long."""
    if len(value) <= LONGEST:
        return value
    return f"{value[: LONGEST // 2]} … ({len(value)} characters)"


def host_words(address: str) -> str:
    """The host of an address in full; one in another script with the name that is looked up."""
    site = site_of(address)
    host = urlsplit(address).hostname or ""
    try:
        other = ".".join(map(_other_writing, host.split(".")))
    except UnicodeError:
        return site
    return site if other == host else f"{site} ({other})"


def _other_writing(label: str) -> str:
    """A part of a host's name in letters where it is in ASCII, and the other way (RFC 3492)."""
    if label.startswith("xn--"):
        return label[4:].encode("ascii").decode("punycode")
    return label if label.isascii() else f"xn--{label.encode('punycode').decode('ascii')}"


def identity_words(identity: Identity, *, whole: bool = True) -> str:
    """Who somebody is; the e-mail address may be left half told."""
    email = identity.email if whole else masked(identity.email)
    return ", ".join(filter(None, (identity.name, email, identity.site))) or "nobody in particular"


def masked(email: str) -> str:
    """An e-mail address that its owner knows again and nobody can write to."""
    local, sign, host = email.rpartition("@")
    return f"{local[:1]}…@{host}" if sign else email and f"{email[:1]}…"
