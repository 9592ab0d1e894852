"""The ways of taking replies, a module each; the first that a page has is used."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tui.model import Page
from tui.send.system import System


@cache
def systems() -> Sequence[System]:
    """All ways, the most special first; any other form comes last."""
    from tui.send.systems import (  # noqa: PLC0415 -- they load with the first reply
        django,
        drupal,
        form,
        isso,
        waline,
        wordpress,
    )

    return (
        wordpress.SYSTEM,
        isso.SYSTEM,
        waline.SYSTEM,
        drupal.SYSTEM,
        django.SYSTEM,
        form.SYSTEM,
    )


def system_of(page: Page) -> System | None:
    """The way in which a page takes replies; None where it takes none that is known."""
    return next((system for system in systems() if system.takes(page)), None)


def system_named(name: str) -> System | None:
    """The way that made a plan."""
    return next((system for system in systems() if system.name == name), None)
