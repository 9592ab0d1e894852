"""Where the program keeps its files: the user's own folders, or one folder that holds them all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from platformdirs import PlatformDirs

HOME_VARIABLE = "REJOINDER_HOME"
"""The environment variable that moves everything into one folder."""


class Places(Struct, frozen=True):
    """The program's folders; none of them needs to exist yet.

    Attributes:
        config: Holds the settings.
        data: Holds drafts and the library, which nothing else can replace.
        state: Holds the log, and drafts that could not be put in their place.
        cache: Holds what can be fetched again.
    """

    config: Path
    data: Path
    state: Path
    cache: Path

    @classmethod
    def find(cls, environ: Mapping[str, str]) -> Places:
        """The folders of the user whose environment this is.

        Args:
            environ: The environment; only `REJOINDER_HOME` is looked up in it here, while
                platformdirs reads `XDG_DATA_HOME` and its like from the process itself.
        """
        if home := environ.get(HOME_VARIABLE):
            root = Path(home).expanduser().absolute()
            return cls(root / "config", root / "data", root / "state", root / "cache")
        own = PlatformDirs("rejoinder", appauthor=False)
        return cls(
            own.user_config_path, own.user_data_path, own.user_state_path, own.user_cache_path
        )

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "rejoinder.toml"

    @property
    def drafts(self) -> Path:
        """The folder of drafts."""
        return self.data / "drafts"

    @property
    def rescued(self) -> Path:
        """The second place of what is typed, for as long as the folder of drafts takes nothing."""
        return self.state / "rescued"

    @property
    def identities(self) -> Path:
        """The file that says as whom the user writes on each site."""
        return self.data / "identities.toml"

    @property
    def outbox(self) -> Path:
        """The folder of replies that wait to be sent."""
        return self.data / "outbox"

    @property
    def library(self) -> Path:
        """The database of opened pages."""
        return self.data / "library.sqlite"

    @property
    def log(self) -> Path:
        """The log file."""
        return self.state / "rejoinder.log"
