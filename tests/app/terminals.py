"""A terminal that tests look into: what was written to it, and a mouse that can be freed."""

from __future__ import annotations

import base64
import re

import pytest
from textual.drivers.headless_driver import HeadlessDriver
from textual.drivers.linux_driver import LinuxDriver

_OSC52 = re.compile(r"(?<!\x1b)\x1b\]52;c;([^\x07]*)\x07")


class Terminal:
    """What the program wrote.

    Attributes:
        written: All of it.
    """

    def __init__(self) -> None:
        self.written = ""

    @property
    def clipboard(self) -> str | None:
        """The text that was put on the clipboard last."""
        found = _OSC52.findall(self.written)
        return base64.b64decode(found[-1]).decode() if found else None

    def has_mouse(self) -> bool:
        """Whether the terminal tells of its mouse, by the sequences that came last."""
        return self.written.rfind("\x1b[?1000h") > self.written.rfind("\x1b[?1000l")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """The terminal of the program; it can be lent, and has a mouse as on Linux."""
    terminal = Terminal()

    def write(_driver: HeadlessDriver, data: str) -> None:
        terminal.written += data

    def start(driver: HeadlessDriver) -> None:
        begin(driver)
        LinuxDriver._enable_mouse_support(driver)  # type: ignore[arg-type]

    def stop(driver: HeadlessDriver) -> None:
        LinuxDriver._disable_mouse_support(driver)  # type: ignore[arg-type]

    begin = HeadlessDriver.start_application_mode
    monkeypatch.setattr(HeadlessDriver, "write", write)
    monkeypatch.setattr(HeadlessDriver, "start_application_mode", start)
    monkeypatch.setattr(HeadlessDriver, "stop_application_mode", stop)
    monkeypatch.setattr(HeadlessDriver, "can_suspend", property(lambda _driver: True))
    for name in ("_enable_mouse_support", "_disable_mouse_support"):
        monkeypatch.setattr(HeadlessDriver, name, getattr(LinuxDriver, name), raising=False)
    return terminal
