"""A picture, fetched because somebody asked for it."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.app.dialogs.closing import Dialog
from tui.app.layout.glyphs import ASCII, Glyphs
from tui.app.services import Services
from tui.app.widgets.picture_view import PictureView, graphics_view, release, speaks_graphics
from tui.errors import SourceError
from tui.model import Image, plain

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels
    from textual_image.widget import TGPImage


class PictureDialog(Dialog[bool]):
    """Fetches a picture and shows it; gives whether it is wanted in the browser."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,p", "dismiss(False)", "Close"),
        ("o", "browser", "Browser"),
    ]

    def __init__(self, services: Services, picture: Image, source: str, glyphs: Glyphs) -> None:
        """A dialog.

        Args:
            services: What fetches.
            picture: What is to be shown; it has an address.
            source: What the page was opened by; its pictures may stand beside it.
            glyphs: The signs that are drawn.
        """
        super().__init__()
        self._services = services
        self._picture = picture
        self._source = source
        self._glyphs = glyphs
        self._drawn = ExitStack()

    def compose(self) -> ComposeResult:
        """Its words, and how far fetching it is."""
        picture = self._picture
        on_web = (picture.src or "").startswith("http")
        with Vertical(id="picture", classes="dialog"):
            words = picture.alt or plain(picture.caption) or "A picture without a description"
            yield Static(Content(words), classes="dialog-title")
            if picture.alt and picture.caption:
                yield Static(Content(plain(picture.caption)), classes="dialog-detail")
            yield Static(Content(f"Fetching {picture.src}"), id="picture-state")
            keys = f"o opens it in the browser{self._glyphs.dot}" if on_web else ""
            yield Static(f"{keys}esc closes", classes="dialog-keys")

    def on_mount(self) -> None:
        """Begin to fetch."""
        self._fetch()

    @work(exit_on_error=False)
    async def _fetch(self) -> None:
        """Fetch and show it; closing the dialog breaks that off."""
        try:
            found = await self._services.picture(
                self._picture.src or "", self._source, self._progress
            )
        except SourceError as error:
            self._say(str(error))
            return
        facts = (f"{found.width} by {found.height} pixels", _size(found.size))
        self._say(self._glyphs.dot.join(facts))
        state = self.query_one("#picture-state")
        view = self._view(found.image)
        self._drawn.callback(release, view)
        await self.query_one("#picture").mount(view, before=state)

    def _view(self, image: Pixels) -> PictureView | TGPImage:
        """What draws the picture here: the terminal itself, half cells, or signs."""
        environ, glyphs = self._services.environ, self._glyphs
        if speaks_graphics(environ):
            return graphics_view(image)
        if glyphs is not ASCII and not environ.get("NO_COLOR"):
            return PictureView(image)
        # The signs are bright on a dark ground; on a bright one they are dark.
        return PictureView(image, glyphs.levels[:: 1 if self.app.current_theme.dark else -1])

    def on_unmount(self) -> None:
        """Give back what the terminal holds."""
        self._drawn.close()

    def _progress(self, came: int, of: int | None) -> None:
        expected = f" of {_size(of)}" if of is not None else ""
        self._say(f"Fetching {self._picture.src}: {_size(came)}{expected}")

    def _say(self, sentence: str) -> None:
        self.query_one("#picture-state", Static).update(Content(sentence))

    def action_browser(self) -> None:
        """Show it in the browser instead, where it has an address."""
        if (self._picture.src or "").startswith("http"):
            self.dismiss(result=True)


def _size(size: int) -> str:
    """A number of bytes for people."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(size // 1_000, 1)} kB"
