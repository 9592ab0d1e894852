"""From arguments to an exit status."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence

from tui.cli.arguments import parse
from tui.cli.logs import LogFile, log_to_file
from tui.errors import RejoinderError, UsageError

_log = logging.getLogger(__name__)

FAILED = 1
MISUSED = 2
INTERRUPTED = 130  # as shells tell of a program that ctrl+C ended
BROKEN_PIPE = 141  # and of one whose reader went away


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        argv: The arguments without the program's name; those of the process where it is None.

    Returns:
        The exit status.
    """
    try:
        args = parse(sys.argv[1:] if argv is None else argv)
        with log_to_file() as log:
            return _guarded(args, log)
    except KeyboardInterrupt:
        return INTERRUPTED


def _guarded(args: argparse.Namespace, log: LogFile) -> int:
    """Do what the verb asks, and turn every failure into a sentence and a status."""
    try:
        status = _run(args)
        sys.stdout.flush()
    except RejoinderError as error:
        _log.info("told the user: %s", error, exc_info=True)
        _tell(str(error))
        return MISUSED if isinstance(error, UsageError) else FAILED
    except BrokenPipeError:
        # Nothing more may be written, not even by the interpreter when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except Exception as error:  # noqa: BLE001 -- the last resort: the log gets the traceback
        _log.critical("unexpected", exc_info=True)
        _tell(f"Something went wrong inside Rejoinder ({type(error).__name__}); {log.where}")
        return FAILED
    return status


def _tell(sentence: str) -> None:
    sys.stderr.write(f"rejoinder: {sentence}\n")


def _run(args: argparse.Namespace) -> int:
    """Do what the verb asks; each loads what it needs and no other does."""
    match args.command:
        case "dump":
            from tui.cli.dumping import dump  # noqa: PLC0415 -- loads the parser

            return dump(
                args.source,
                form=args.format,
                output=args.output,
                width=args.width,
                wanted=args.filter,
                order=args.sort,
            )
        case "extract":
            from tui.cli.extracting import extract  # noqa: PLC0415 -- loads the parser

            return extract(args.list, args.jobs)
        case "drafts":
            from tui.cli.drafting import drafts  # noqa: PLC0415 -- loads the store

            return drafts(args)
        case _:
            from tui.cli.reading import read  # noqa: PLC0415 -- may load the screen

            return read(args.source)
