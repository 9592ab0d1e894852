"""As whom a person writes on each site: a file of its own, which nothing exports or syncs.

    ["blog.example"]
    name = "Femke"
    email = "femke@example.org"
    site = "https://femke.example"

A site is a host, with its port where that is not the usual one. The file is TOML, for its owner
alone to read (mode 0600), and holds only what the user asked to be remembered.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from tui.errors import DraftError
from tui.store.atomic import explain, locked, write_atomic
from tui.store.toml import TomlValue, toml_lines, toml_value


class Identity(NamedTuple):
    """Who writes.

    Attributes:
        name: The name that stands over the reply.
        email: The address that most sites ask for and do not show.
        site: The address of the writer's own site.
    """

    name: str = ""
    email: str = ""
    site: str = ""


def site_of(address: str) -> str:
    """The site of an address: its host, with a port that is not the usual one."""
    return urlsplit(address).netloc.rpartition("@")[2].lower()


class Identities:
    """Who the user is, by site."""

    def __init__(self, path: Path) -> None:
        """The identities in a file, which need not exist yet."""
        self.path = path

    def get(self, address: str) -> Identity | None:
        """As whom the user writes on the site of an address, where that is to be remembered.

        Raises:
            DraftError: The file cannot be read.
        """
        return self.all().get(site_of(address))

    def all(self) -> dict[str, Identity]:
        """All identities by their sites.

        Raises:
            DraftError: The file cannot be read.
        """
        return {site: _identity(value) for site, value in self._read().items()}

    def remember(self, address: str, identity: Identity) -> None:
        """Remember an identity for the site of an address.

        Raises:
            DraftError: It could not be written.
        """
        given = {name: value for name, value in identity._asdict().items() if value}
        self._change(site_of(address), given)

    def forget(self, address: str) -> None:
        """Forget who the user is on the site of an address.

        Raises:
            DraftError: It could not be written.
        """
        self._change(site_of(address), None)

    def _change(self, site: str, value: dict[str, TomlValue] | None) -> None:
        try:
            with locked(self.path.parent):
                table = self._read()
                table.pop(site, None)
                if value:
                    table[site] = value
                text = "\n".join(
                    f"[{toml_value(key)}]\n{toml_lines(pairs)}"
                    for key, pairs in sorted(table.items())
                )
                write_private(self.path, text.encode())
        except OSError as error:
            raise DraftError(
                f"Who you are could not be remembered: {explain(error, self.path)}."
            ) from error

    def _read(self) -> dict[str, dict[str, TomlValue]]:
        try:
            table = tomllib.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise DraftError(
                f"Who you are could not be read: {explain(error, self.path)}."
            ) from error
        except ValueError as error:  # no UTF-8, or no TOML
            raise DraftError(f"{self.path} cannot be read: it is no TOML ({error}).") from error
        return {site: value for site, value in table.items() if isinstance(value, dict)}


def write_private(path: Path, data: bytes) -> None:
    """Write a file that its owner alone may read.

    Raises:
        OSError: It has its old content then.
    """
    write_atomic(path, data, path.with_name(f".{path.name}.tmp"), mode=0o600)


def _identity(value: dict[str, TomlValue]) -> Identity:
    texts = {name: text for name, text in value.items() if isinstance(text, str)}
    return Identity(*(texts.get(name, "") for name in Identity._fields))
