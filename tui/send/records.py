"""What the outbox keeps of each reply: the file `ID.toml`, for its owner alone to read.

    format = 1
    draft = "k7m2x9qd"
    queued = 2026-03-01T09:50:00.000000+00:00
    system = "WordPress"
    page = "https://blog.example/dijk"
    address = "https://blog.example/wp-comments-post.php"
    parent = "7"
    text = "That is good to know."
    read_as = "That is good to know."
    body = "7f3c..."
    known = []
    consents = []
    attempt = 2026-03-01T09:51:00.000000+00:00

    [identity]
    name = "Femke"
    email = "femke@example.org"

`body` is a hash of the draft's text when the user agreed; `attempt` is there from before a request
leaves until its answer is on disk; `not_before` is there where the site wants time.
"""

from __future__ import annotations

import hashlib
import os
import tomllib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from tui.errors import DraftError
from tui.send.plan import Plan
from tui.store.atomic import explain, sync_folder
from tui.store.draft import Draft
from tui.store.identities import Identity, write_private
from tui.store.toml import TomlValue, toml_lines

FORMAT = 1


class Record(Struct, frozen=True):
    """What the user agreed to.

    Attributes:
        draft: The id of the draft.
        queued: When.
        system: The name of what takes it.
        page: The address of the page.
        address: Where it goes.
        text: The text as it is sent.
        read_as: The same as somebody reads it on the page.
        body: What tells the draft's text from any other.
        identity: As whom.
        parent: The key of the comment that it answers, or None.
        known: The keys of comments with the same words that were there before.
        consents: The names of the boxes that the user ticked.
        attempt: When a request was about to leave of which no answer is on disk, or None.
        not_before: The moment before which it is not sent, or None.
    """

    draft: str
    queued: datetime
    system: str
    page: str
    address: str
    text: str
    read_as: str
    body: str
    identity: Identity = Identity()
    parent: str | None = None
    known: tuple[str, ...] = ()
    consents: tuple[str, ...] = ()
    attempt: datetime | None = None
    not_before: datetime | None = None

    def __repr__(self) -> str:  # for logs, which no address of a person may get into
        return f"Record({self.draft!r}, {self.system!r}, {self.address!r})"


def body_hash(draft: Draft) -> str:
    """What tells a draft's text, with what it is written in, from any other."""
    data = f"{draft.markup}\n{draft.body}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def record_of(plan: Plan, queued: datetime) -> Record:
    """What the user agrees to with a plan."""
    ticked = {entry.name for entry in plan.entries}
    return Record(
        draft=plan.draft.id,
        queued=queued,
        system=plan.system,
        page=plan.page,
        address=plan.address,
        text=plan.text,
        read_as=plan.read_as,
        body=body_hash(plan.draft),
        identity=plan.identity,
        parent=plan.parent,
        known=plan.known,
        consents=tuple(name for name, _ in plan.consents if name in ticked),
    )


class Records:
    """The records of one folder."""

    def __init__(self, folder: Path) -> None:
        """Those of a folder, which need not exist yet."""
        self.folder = folder

    def all(self) -> list[Record]:
        """All records that can be read, the one queued first first.

        Raises:
            DraftError: The folder cannot be listed.
        """
        try:
            names = [path.stem for path in self.folder.glob("*.toml")]
        except OSError as error:
            raise _unread(error, self.folder) from error
        found = [record for name in names if (record := self.get(name)) is not None]
        return sorted(found, key=lambda record: (record.queued, record.draft))

    def get(self, draft_id: str) -> Record | None:
        """The record of a draft, or None where there is none that can be read.

        Raises:
            DraftError: It is there and the system does not let it be read.
        """
        path = self._path(draft_id)
        try:
            return _record(tomllib.loads(path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _unread(error, path) from error
        except (ValueError, TypeError, KeyError):  # cut off, or written by another program
            return None

    def put(self, record: Record) -> None:
        """Put a record on disk.

        Raises:
            DraftError: It could not be written.
        """
        path = self._path(record.draft)
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_private(path, _lines(record).encode("utf-8", "surrogatepass"))
        except OSError as error:
            raise DraftError(f"The outbox could not be written: {explain(error, path)}.") from error

    def drop(self, draft_id: str) -> None:
        """Take a record away, if there is one.

        Raises:
            DraftError: It could not be taken away.
        """
        path = self._path(draft_id)
        try:
            path.unlink(missing_ok=True)
            sync_folder(self.folder)
        except OSError as error:
            raise DraftError(f"The outbox could not be written: {explain(error, path)}.") from error

    def _path(self, draft_id: str) -> Path:
        return self.folder / f"{os.path.basename(draft_id)}.toml"  # noqa: PTH119 -- an id, no path


def _lines(record: Record) -> str:
    top: dict[str, TomlValue | None] = {
        "format": FORMAT,
        "draft": record.draft,
        "queued": record.queued,
        "system": record.system,
        "page": record.page,
        "address": record.address,
        "parent": record.parent,
        "text": record.text,
        "read_as": record.read_as,
        "body": record.body,
        "known": list(record.known),
        "consents": list(record.consents),
        "attempt": record.attempt,
        "not_before": record.not_before,
    }
    given = {name: value for name, value in top.items() if value is not None}
    return f"{toml_lines(given)}\n[identity]\n{toml_lines(record.identity._asdict())}"


def _record(table: Mapping[str, Any]) -> Record:
    """A record; what is missing or of another type makes it unreadable as a whole."""
    if table["format"] != FORMAT:
        raise ValueError("a newer program wrote it")
    texts = ("draft", "system", "page", "address", "text", "read_as", "body")
    if not all(isinstance(table[name], str) for name in texts):
        raise TypeError("a text is missing")
    return Record(
        **{name: table[name] for name in texts},
        queued=_moment(table["queued"]),
        identity=Identity(**{name: str(table["identity"][name]) for name in Identity._fields}),
        parent=table.get("parent"),
        known=tuple(map(str, table["known"])),
        consents=tuple(map(str, table["consents"])),
        attempt=_moment(table["attempt"]) if "attempt" in table else None,
        not_before=_moment(table["not_before"]) if "not_before" in table else None,
    )


def _moment(value: object) -> datetime:
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise TypeError("no moment with a zone")
    return value


def _unread(error: OSError, path: Path) -> DraftError:
    return DraftError(f"The outbox could not be read: {explain(error, path)}.")
