"""What the linear mode needs of the layers below, in one value: tests hand in their own."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from msgspec.structs import replace

from tui.errors import SourceError
from tui.fetch import Opened, locate, open_blocking
from tui.model import Page
from tui.stores import Stores
from tui.system.editor import edit, editor_command


def _no_browser(_address: str) -> bool:
    return False


class PlainStores(Stores, frozen=True):
    """The stores, the way to open pages, and the user's own programs.

    Attributes:
        browse: Hands an address to the browser; whether there is one.
    """

    browse: Callable[[str], bool] = _no_browser

    def open(self, source: str, key: str | None = None, *, anew: bool = False) -> Opened:
        """Open a page; where that fails and it was opened before, take its copy.

        Args:
            source: What to open.
            key: The page's key, where it is known.
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
            opened = open_blocking(source, stdin=BytesIO(self.stdin or b""))
            self.check_pipe(location, key, opened.page)
        except SourceError as error:
            if anew:
                raise
            return self.copy_instead(source, key, error)
        if not self.wants_rest(opened):
            return opened
        return replace(opened, page=self.whole(opened.page))

    def whole(self, page: Page) -> Page:
        """A page with its rest; see `tui.stores.whole`.

        Raises:
            SourceError: The program runs offline.
        """
        import asyncio  # noqa: PLC0415 -- takes longer to load than a file takes to read

        return asyncio.run(self.with_rest(page))

    def edited(self, text: str) -> str:
        """A text after the user's own editor had it.

        Raises:
            DraftError: There is no editor, or it failed.
        """
        return edit(text, editor_command(self.environ), self.drafts.folder / "editing")
