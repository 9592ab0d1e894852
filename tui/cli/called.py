"""What the command line asks for. Without options it is understood without argparse.

To load that, with what translates its words, and to make its parsers takes as long as to read a
short page, and most calls name nothing but a page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType, SimpleNamespace

COMMANDS = ("read", "dump", "extract", "drafts", "outbox", "sync")

DEFAULTS: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {
        "read": {"plain": False, "width": None, "offline": False, "whole": False},
        "dump": {
            "format": "text",
            "output": None,
            "width": None,
            "filter": None,
            "sort": "page",
            "only": None,
            "offline": False,
            "whole": False,
        },
    }
)
"""Of the commands that take a page, what holds where no option says otherwise."""


class Arguments(SimpleNamespace):
    """The arguments; `command` in them is the verb, `read` for the screen."""


def parse(argv: Sequence[str]) -> Arguments:
    """The arguments.

    Raises:
        SystemExit: With 2 on wrong use, with 0 after `--help` and `--version`.
    """
    arguments = _page_alone(argv)
    if arguments is None:
        from tui.cli.arguments import parse_options  # noqa: PLC0415 -- as said

        arguments = parse_options(argv)
    return arguments


def _page_alone(argv: Sequence[str]) -> Arguments | None:
    """The arguments where they are a command and a page at most; None where they are more."""
    command, *sources = argv if argv and argv[0] in COMMANDS else ("read", *argv)
    if command not in DEFAULTS or len(sources) > 1 or (not sources and argv):
        return None
    source = sources[0] if sources else None
    if source is not None and source.startswith("-"):  # an option, or standard input
        return None
    return Arguments(command=command, source=source, **DEFAULTS[command])
