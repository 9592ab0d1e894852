"""The style sheets: that of a page, and that of all else, which no page waits for."""

from pathlib import Path

PAGE = Path(__file__).with_name("rejoinder.tcss")
SCREENS = Path(__file__).with_name("screens.tcss")
