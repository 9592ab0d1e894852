"""The picture in the README: `python -m tests.screenshot` writes docs/screenshot.svg."""

from __future__ import annotations

import asyncio
import re
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.app.reading import settle
from tui.app.app import RejoinderApp
from tui.app.services import Services
from tui.app.widgets.composer import ReplyText
from tui.store.drafts import DraftStore
from tui.store.library import Library

PICTURE = Path(__file__).parents[1] / "docs" / "screenshot.svg"
SIZE = (140, 40)
REPLY = (
    "You told us last spring that you rewrote a whole post after a comment of mine.\n\n"
    "So what would you call that?"
)

_IDENTITY = re.compile(r"\bterminal-\d+-")


async def picture(home: Path) -> str:
    """The bundled page with a draft under a comment, as SVG.

    Args:
        home: An empty folder for what the program keeps.
    """
    services = Services(DraftStore(home / "drafts"), Library(home / "library.db"), {})
    page = resources.files("tui") / "data" / "welcome.html"
    app = RejoinderApp(services, f"{page}#comment-5")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("R")
        await settle(pilot)
        app.screen.query_one(ReplyText).text = REPLY
        await pilot.press("escape")
        await settle(pilot)
        return svg_of(app)


def svg_of(app: RejoinderApp) -> str:
    """The screen as a picture that is the same each time."""
    svg = app.export_screenshot(title="rejoinder")
    # Some renderers drop spaces at the ends of runs unless they are told to keep them.
    return _IDENTITY.sub("terminal-", svg).replace("<svg ", '<svg xml:space="preserve" ', 1)


def main() -> None:
    """Write the picture."""
    with TemporaryDirectory() as home:
        svg = asyncio.run(picture(Path(home)))
    PICTURE.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
