"""Waiting until a program under test has nothing left to do, as its event loop tells.

Textual's own waiting takes a step of 20 milliseconds, twice for each key, and as many more as the
process is busy; it has each widget answer a message as well. Here the loop says when nothing is
left that could be done at once. A frame is drawn then, and not before: what changes several times
until nothing is left is laid out each time, but drawn once.
"""

from __future__ import annotations

import asyncio
from typing import Any
from weakref import WeakSet

import pytest
from textual._context import active_app
from textual.pilot import Pilot
from textual.screen import Screen

_SOON = 0.02
"""In seconds: what a timer does by then is waited for."""

_LATER = 1.0
"""In seconds: how long a frame waits where nobody waits for the program to be idle."""

_draw = Screen._compositor_refresh
_undrawn: WeakSet[Screen[Any]] = WeakSet()


def install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have all that waits in Textual's Pilot wait so."""
    monkeypatch.setattr("textual.app.wait_for_idle", idle)
    monkeypatch.setattr("textual.pilot.wait_for_idle", idle)
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", _LATER)
    monkeypatch.setattr(Screen, "_compositor_refresh", _put_off)
    monkeypatch.setattr(Pilot, "_wait_for_screen", _is_done)


async def idle(_least: float = 0, _most: float = 0) -> None:
    """Wait until the program of this test has nothing left to do, and its screen is drawn.

    What workers do in threads or wait for is not counted.
    """
    app = active_app.get(None)
    while True:
        await _quiet()
        if app is None or app._exception is not None or not app._screen_stack:
            return
        screens = (*app._background_screens, app.screen)
        changed = [screen for screen in screens if _has_changed(screen)]
        for screen in changed:
            screen._on_timer_update()  # the layout, and what follows from it
        if not changed:
            if app.screen not in _undrawn:
                return
            _undrawn.discard(app.screen)
            _draw(app.screen)


def _has_changed(screen: Screen[Any]) -> bool:
    waits_for: asyncio.Event = screen._update_timer._active
    return waits_for.is_set()


async def _is_done(_pilot: Pilot[Any], _seconds: float = 0) -> bool:
    await idle()
    return True


def _put_off(screen: Screen[Any]) -> None:
    """Draw a screen no sooner than nothing else is left to do."""
    if screen is screen.app.screen:
        _undrawn.add(screen)
        screen._dirty_widgets.clear()
        screen.app._update_mouse_over(screen)
    else:
        _draw(screen)


async def _quiet() -> None:
    """Wait until the event loop has nothing left that it could do soon."""
    loop: Any = asyncio.get_running_loop()
    idle = 0  # rounds; the second one has looked for what threads and processes bring
    while idle < 2:
        await asyncio.sleep(0)
        idle = 0 if loop._ready else idle + 1
        if idle == 2 and loop._scheduled:
            left = loop._scheduled[0].when() - loop.time()
            if left < _SOON:
                await asyncio.sleep(max(left, 0))
                idle = 0
