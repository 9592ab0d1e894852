"""What the screen needs of the layers below, in one value: tests hand in their own."""

from __future__ import annotations

import os
from asyncio import to_thread
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import field
from msgspec.structs import replace
from textual.theme import Theme

from tui.app.keymap import Keymap, keymap
from tui.app.themes import own_themes, wanted_theme
from tui.errors import RejoinderError, SourceError
from tui.fetch import Address, Opened, locate, open_page
from tui.fetch.parsing import PARSER_HERE, Parser
from tui.fetch.whole import Turned
from tui.store.places import Places
from tui.store.settings import (
    Problem,
    read_settings,
    read_theme_files,
    remember_theme,
)
from tui.stores import Stores

if TYPE_CHECKING:
    from tui.fetch.pictures import Picture

Progress = Callable[[int, int | None], None]


class Services(Stores, frozen=True):
    """The stores, the way to open pages, and how the user wants the screen.

    Attributes:
        settings: The settings file, or None for none.
        keymap: The keys in effect.
        themes: The user's own themes; that of the preferences is among them, or one of ours.
        problems: What is wrong in the settings and the files of themes.
        parser: Makes a page of what was fetched.
    """

    settings: Path | None = None
    keymap: Keymap = field(default_factory=Keymap)
    themes: tuple[Theme, ...] = ()
    problems: tuple[Problem, ...] = ()
    parser: Parser = PARSER_HERE

    @classmethod
    def find(
        cls, stdin: bytes | None = None, *, offline: bool = False, parser: Parser = PARSER_HERE
    ) -> Services:
        """The user's own stores."""
        places = Places.find(os.environ)
        stores = cls.at(places, stdin, offline=offline)
        return replace(stores.fitted(places.settings), parser=parser)

    def fitted(self, path: Path) -> Services:
        """The same with what the user set in a settings file and in the themes beside it."""
        settings, source = read_settings(path)
        files = read_theme_files(path)
        themes = tuple(own_themes(files))
        settings = replace(settings, theme=wanted_theme(settings, themes, source))
        keys = keymap(settings.keys, source)
        return replace(
            self,
            settings=path,
            preferences=settings,
            keymap=keys,
            themes=themes,
            problems=tuple(problem for file in (source, *files) for problem in file.sorted()),
        )

    def mute(self, query: str, *, muted: bool) -> str | None:
        """Mute what matches a query from now on, or no more; a sentence where that fails."""
        try:
            self.library.mute(query, muted=muted)
        except RejoinderError as error:
            return str(error)
        return None

    def names(self) -> tuple[str, ...]:
        """The reader's own names, as the settings tell them."""
        return self.preferences.names

    def remember_theme(self, theme: str) -> None:
        """Keep the theme for the next time.

        Raises:
            SettingsError: The settings cannot be written.
        """
        if self.settings:
            remember_theme(self.settings, theme)

    async def open(
        self,
        source: str,
        key: str | None,
        progress: Progress,
        turned: Turned = lambda _: None,
        *,
        anew: bool = False,
    ) -> Opened:
        """Open a page; where that fails and it was opened before, take it from the library.

        Args:
            source: What to open.
            key: The page's key, where it is known.
            progress: Is told the bytes that came and the bytes expected, or None.
            turned: Is told how many further pages came, where the rest of the page is wanted.
            anew: Whether no copy will do.

        Raises:
            SourceError: It cannot be opened and there is no copy.
        """
        location, _ = locate(source)
        try:
            self.check_online(location)
            if anew:
                self.check_pipe(location, key, None)
            # An empty pipe, and not the terminal, is what `-` is once its bytes are gone.
            stdin = BytesIO(self.stdin or b"")
            opened = await open_page(source, stdin=stdin, progress=progress, parser=self.parser)
            self.check_pipe(location, key, opened.page)
        except SourceError as error:
            if anew:
                raise
            return await to_thread(self.copy_instead, source, key, error)
        return await self.completed(opened, turned, self.parser)

    async def picture(self, src: str, source: str, progress: Progress) -> Picture:
        """The picture of a page.

        Args:
            src: Its address, or its path beside the page's file.
            source: What the page was opened by.
            progress: Is told the bytes that came and the bytes expected, or None.

        Raises:
            SourceError: It cannot be had, or is none that can be shown.
        """
        if src.startswith(("http://", "https://")):
            self.check_online(Address(src))
        from tui.fetch.pictures import fetch_picture  # noqa: PLC0415 -- Pillow loads slowly

        return await fetch_picture(src, source, progress)

    def dropped(self, text: str) -> str | None:
        """The source that a pasted text names, as far as it is there; else None."""
        from tui.fetch.dropped import dropped_source  # noqa: PLC0415 -- seldom needed

        return dropped_source(text)
