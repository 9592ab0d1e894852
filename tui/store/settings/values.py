"""What can be set, each with what it takes and its default; docs/settings.md tells it in words."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Struct, field

from tui.reading.arrangement import Order
from tui.store.settings.checks import Each, Number, OneOf, WordOf, command, flag, name, query, text

PRESETS = ("rejoinder", "vim", "less", "mutt")
"""The names of the sets of keys; the first is the program's own."""


class ReadingSettings(Struct, frozen=True):
    """How pages are shown and what counts as read.

    Attributes:
        dates: Dates as the page shows them, as ages, or as days.
        order: The order of replies to the same comment.
        article_width: The widest text column of the article, in cells.
        comment_width: The widest text column of the comments, in cells.
        guides: How the depth of a comment is drawn.
        quotes: Whether quoted text begins open or folded to its first line.
        mouse: Whether the program takes the mouse.
        motion: Whether anything on the screen may move by itself.
        read_after: Seconds in sight after which a comment is read.
        cooldown: Minutes within which opening a page again is the same visit.
        whole: Whether a page comes with the rest of its article and of its comments.
    """

    dates: Annotated[Literal["page", "age", "day"], OneOf("page", "age", "day")] = "page"
    order: Annotated[Order, WordOf(Order)] = Order.PAGE
    article_width: Annotated[int, Number(40, 200, whole=True)] = 80
    comment_width: Annotated[int, Number(40, 200, whole=True)] = 72
    guides: Annotated[Literal["lines", "ascii", "none"], OneOf("lines", "ascii", "none")] = "lines"
    quotes: Annotated[Literal["open", "folded"], OneOf("open", "folded")] = "open"
    mouse: Annotated[bool, flag] = True
    motion: Annotated[bool, flag] = True
    read_after: Annotated[float, Number(0, 60)] = 1.0
    cooldown: Annotated[float, Number(0, 1440)] = 5.0
    whole: Annotated[bool, flag] = False


class CommandSettings(Struct, frozen=True):
    """Programs to hand things to.

    Attributes:
        copy: A command that puts its input on the clipboard, with its arguments; empty for none.
        browser: A command that opens the address after it; empty for the system's own.
        pipe: What the question after a command to pipe to begins with.
    """

    copy: Annotated[tuple[str, ...], command] = ()
    browser: Annotated[tuple[str, ...], command] = ()
    pipe: Annotated[str, text] = ""


class WritingSettings(Struct, frozen=True):
    """How replies are written.

    Attributes:
        spelling: The program that checks spelling: the first that is there, one of two, or none.
        language: The language to check by in place of the page's; empty for the page's.
    """

    spelling: Annotated[
        Literal["auto", "aspell", "hunspell", "off"], OneOf("auto", "aspell", "hunspell", "off")
    ] = "auto"
    language: Annotated[str, text] = ""


class SendingSettings(Struct, frozen=True):
    """How replies are sent.

    Attributes:
        pace: The least seconds between two replies to one site.
    """

    pace: Annotated[float, Number(0, 600)] = 16.0


class KeySettings(Struct, frozen=True):
    """The keys.

    Attributes:
        preset: The set of keys to begin with.
        bound: Actions by their names in keymaps, each with its keys as written, in file order.
    """

    preset: Annotated[str, OneOf(*PRESETS)] = PRESETS[0]
    bound: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Settings(Struct, frozen=True):
    """What the user set.

    Attributes:
        theme: The name of a theme.
        names: The names under which the user writes comments.
        mute: Filters whose comments are folded.
        reading: How pages are shown.
        commands: Programs to hand things to.
        writing: How replies are written.
        sending: How replies are sent.
        keys: The keys.
    """

    theme: Annotated[str, name] = "textual-dark"
    names: Annotated[tuple[str, ...], Each(name)] = ()
    mute: Annotated[tuple[str, ...], Each(query)] = ()
    reading: ReadingSettings = field(default_factory=ReadingSettings)
    commands: CommandSettings = field(default_factory=CommandSettings)
    writing: WritingSettings = field(default_factory=WritingSettings)
    sending: SendingSettings = field(default_factory=SendingSettings)
    keys: KeySettings = field(default_factory=KeySettings)
