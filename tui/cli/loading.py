"""What is loaded before all else, by shorter ways.

Half of the time that the program takes to start goes into loading modules that other modules may
have a use for. Here some are loaded while others, that they do without, seem not to be there, or
are there by name alone, and are loaded once something of them is used.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from importlib import import_module
from types import SimpleNamespace

_SELDOM_CALLED = (
    "difflib",
    "rich.markup",
    "rich.panel",
    "rich.table",
    "rich.tree",
    "textual.canvas",
    "textual.css._help_text",
    "textual.markup",
)
"""What Textual takes names from that are only called, before the first frame never."""


class _Late:
    """Stands for a module, which is loaded when something of it is first used."""

    __spec__ = None

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> object:
        """Something of the module."""
        _take_out(self._name, self)
        return getattr(import_module(self._name), name)


class _LateCalls:
    """Stands for a module of which names are taken that are only called, which then load it."""

    __spec__ = None

    def __init__(self, name: str, **known: object) -> None:
        """What stands for a module, with something of it that is no such name."""
        self._name = name
        vars(self).update(known)

    def __getattr__(self, name: str) -> Callable[..., object]:
        """Something of the module that can be called."""

        def call(*args: object, **options: object) -> object:
            found: Callable[..., object] = getattr(import_module(self._name), name)
            return found(*args, **options)

        return call


def load_standard() -> None:
    """Load what every command needs of the standard library.

    What writes a log reads sources and wraps lines only where something fails; addresses of IPv6
    are seldom read, and paths of Windows never.
    """
    _load("linecache", {"tokenize": _Late("tokenize")})
    _load("logging", {"textwrap": _Late("textwrap")})
    _load("urllib.parse", {"ipaddress": _Late("ipaddress")})
    _load("pathlib", {"ntpath": _Late("ntpath")})


def load_msgspec() -> None:
    """Load msgspec.

    It takes three names from `typing_extensions`, or else from `typing`, which has them all. To
    load the one, and what that loads in turn, takes longer than to load the other. It loads `uuid`,
    too, and that `platform`, with ten patterns to compile, to ask for the system's name.
    """
    if hasattr(os, "uname"):
        known = SimpleNamespace(system=lambda: os.uname().sysname)
        _load("uuid", {"platform": known, "_uuid": None})
    late = ("msgspec.inspect", "msgspec.toml", "msgspec.yaml", "textwrap")
    with suppress(ImportError):  # who needs it loads it
        _load("msgspec", {"typing_extensions": None, **{name: _Late(name) for name in late}})


def load_platformdirs() -> None:
    """Load platformdirs, which asks for the folder of temporary files where the user has none."""
    _load("platformdirs", {"tempfile": _LateCalls("tempfile")})


def load_hashlib() -> None:
    """Load hashlib as if OpenSSL were not there, whose digests only long texts gain by."""
    _load("hashlib", {"_hashlib": None})


def load_for_screen() -> None:
    """Load what the screen needs.

    What fetches wraps its connections in TLS itself, and loads that only then; the digests that are
    asked for are not OpenSSL's; there are no archives to unpack; what other programs say comes as
    bytes; and no source is read.
    """
    _load("subprocess", {"locale": _Late("locale")})
    _load("inspect", {"tokenize": _Late("tokenize")})
    late = {name: _Late(name) for name in ("asyncio.sslproto", "asyncio.staggered")}
    _load("asyncio", {"ssl": None, **late})
    load_hashlib()
    _load("shutil", {"bz2": None, "lzma": None})
    _load_textual()


def _load_textual() -> None:
    """Load Textual.

    It explains styles that are written wrongly, reads markup, draws tables and trees of what it is
    made of, and lines between widgets, only where it is asked to. Its palettes are widgets that
    load six others: that of commands is loaded when the program opens one, that of themes never.
    """
    late = {name: _LateCalls(name) for name in _SELDOM_CALLED}
    _load("textual", late)
    palette = _LateCalls("textual.command", Provider=object)
    _load("textual.app", {**late, "mimetypes": _Late("mimetypes"), "textual.command": palette})


def keep_patterns() -> None:
    """Keep the patterns that were compiled, where the code of modules may be kept, too."""
    from tui.parse.compiled import PLACE, codes  # noqa: PLC0415 -- is loaded last of all

    if sys.dont_write_bytecode:
        return
    beside = PLACE.with_name(f"{PLACE.name}.{os.getpid()}")
    with suppress(AttributeError, ImportError, OSError):  # or `re` is built otherwise
        if codes().is_more:
            PLACE.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(codes().to_keep())
            beside.replace(PLACE)


def _load(name: str, others: Mapping[str, object]) -> None:
    """Load a module, with what it is to find in the place of others where they are not loaded yet.

    In the place of which None is found there seems to be none.
    """
    with ExitStack() as stack:
        for other, found in others.items():
            stack.enter_context(_instead(other, found))
        import_module(name)


@contextmanager
def _instead(name: str, found: object) -> Iterator[None]:
    if name in sys.modules:
        yield
        return
    sys.modules[name] = found  # type: ignore[assignment]  # as far as is needed
    try:
        yield
    finally:
        _take_out(name, found)


def _take_out(name: str, found: object) -> None:
    """Have a module looked for where it is loaded from, and no more found in its place."""
    there: object = sys.modules.get(name)
    if there is found:
        sys.modules.pop(name, None)
