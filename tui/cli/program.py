"""From arguments to an exit status."""

from __future__ import annotations

import atexit
import gc
import logging
import os
import sys
from collections.abc import Sequence

from tui.cli.called import Arguments, parse
from tui.cli.loading import load_hashlib, load_msgspec, load_platformdirs
from tui.cli.logs import LogFile, log_to_file
from tui.errors import RejoinderError, UsageError

_log = logging.getLogger(__name__)

FAILED = 1
MISUSED = 2
INTERRUPTED = 130  # as shells tell of a program that ctrl+C ended
BROKEN_PIPE = 141  # and of one whose reader went away

GARBAGE = 100_000
"""The collector looks for garbage after so many new objects; nearly all that is loaded stays."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        argv: The arguments without the program's name; those of the process where it is None.

    Returns:
        The exit status.
    """
    gc.set_threshold(GARBAGE, *gc.get_threshold()[1:])
    atexit.register(gc.freeze)  # what is there at the end goes with the process
    try:
        args = parse(sys.argv[1:] if argv is None else argv)
        with log_to_file() as log:
            return _guarded(args, log)
    except KeyboardInterrupt:
        return INTERRUPTED


def _guarded(args: Arguments, log: LogFile) -> int:
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


def _run(args: Arguments) -> int:
    """Do what the verb asks; each loads what it needs and no other does."""
    load_msgspec()
    match args.command:
        case "dump":
            load_hashlib()
            from tui.cli.dumping import Choice, dump  # noqa: PLC0415 -- loads the parser

            return dump(
                args.source,
                Choice(args.filter, args.sort, args.only),
                form=args.format,
                output=args.output,
                width=args.width,
                offline=args.offline,
                whole=args.whole,
            )
        case "extract":
            from tui.cli.extracting import extract  # noqa: PLC0415 -- loads the parser

            return extract(args.list, args.jobs)
        case "drafts" | "outbox":
            return _run_drafts(args)
        case "sync":
            from tui.cli.syncing import sync  # noqa: PLC0415 -- loads the network

            return sync(args.sources, recent=args.recent, jobs=args.jobs, whole=args.whole)
        case "read" if args.plain:
            from tui.cli.plain import read_plain  # noqa: PLC0415 -- loads the parser and the store

            return read_plain(args.source, args.width, offline=args.offline, whole=args.whole)
        case _:
            load_platformdirs()
            from tui.cli.reading import read  # noqa: PLC0415 -- may load the screen

            return read(args.source, offline=args.offline, whole=args.whole)


def _run_drafts(args: Arguments) -> int:
    """Do what is asked with drafts; what sends is loaded where something is sent."""
    if args.command == "outbox":
        from tui.cli.outbox import outbox  # noqa: PLC0415 -- loads what sends

        return outbox(args)
    if args.action in {"send", "identities"}:
        from tui.cli import sending  # noqa: PLC0415 -- as above

        work = sending.send_drafts if args.action == "send" else sending.list_identities
        return work(args)
    from tui.cli.drafting import drafts  # noqa: PLC0415 -- loads the store

    return drafts(args)
