"""The screens; those that are not begun with are loaded when they are first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.screens.drafts import DraftsScreen
    from tui.app.screens.library import LibraryScreen
    from tui.app.screens.outbox import OutboxScreen
    from tui.app.screens.versions import VersionsScreen

__all__ = ["DraftsScreen", "LibraryScreen", "OutboxScreen", "VersionsScreen"]


def __getattr__(name: str) -> object:
    """A screen that is seldom needed to begin with."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f"{__name__}.{name.removesuffix('Screen').lower()}")
    return getattr(module, name)
