"""The words of the command line and its help."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial

from tui import __version__
from tui.cli.called import COMMANDS, DEFAULTS, Arguments
from tui.cli.draft_arguments import EPILOG, add_drafts
from tui.cli.sending_arguments import OUTBOX_EPILOG, add_outbox

_READER_HELP = """\
Read a blog page beside its comment thread, and draft replies.

SOURCE is an http or https address (the scheme may be left out), a saved page
(HTML or plain text), or - for standard input. What follows a # names the
comment to go to. Without SOURCE the library opens: the pages read before.
Where the output is no terminal, the page is printed as by `rejoinder dump`.
"""

_READER_EPILOG = """\
commands:
  rejoinder read --plain SOURCE   read a page by prompts, for screen readers
  rejoinder dump SOURCE           print a page as text, Markdown, HTML or JSON
  rejoinder extract --list LIST   turn many pages into JSON, one a line
  rejoinder drafts                list, show, export, tag and restore drafts
  rejoinder outbox                list and send replies that wait to be sent
  rejoinder sync                  fetch bookmarked pages, to read them offline
A file that is called like a command is opened as ./read, ./dump and so on.

examples:
  rejoinder example.org/2026/03/dijk
  rejoinder saved-page.html#comment-7
  curl -s https://example.org/ | rejoinder -

exit status: 0 done, 1 could not be done, 2 used wrongly, 130 interrupted.
Drafts, settings and the log are in your own folders; REJOINDER_HOME, if set,
names one folder for all of them.
"""

_READ_EPILOG = """\
examples:
  rejoinder read --plain example.org/2026/03/dijk
  curl -s https://example.org/ | rejoinder read --plain -
  rejoinder read --plain

With --plain nothing but lines of text is printed, and commands are typed as
letters or words: the keys of the screen, followed by enter; `help` tells them.
Without SOURCE, the pages read before are listed. Where standard input is no
terminal, commands are read from it, a line each.
"""

_DUMP_EPILOG = """\
examples:
  rejoinder dump example.org/2026/03/dijk | less
  rejoinder dump --format markdown saved.html --output page.md
  rejoinder dump --format html --only branch saved.html#comment-7 > branch.html
  rejoinder dump --format json saved.html | jq '.comments[].author'
  rejoinder dump --filter 'by:op or has:link' --sort newest saved.html
  rejoinder dump --whole --only thread example.org/2026/03/dijk

The text is made to be read from top to bottom, by a screen reader as well:
every reply says whom it answers. docs/json.md describes the JSON.
"""

_EXTRACT_EPILOG = """\
LIST holds one JSON object a line: {"page": "a name", "path": "a file, perhaps
gzip", "url": "its address or null"}. For each, in order, one line of JSON is
printed (docs/json.md). A page that cannot be read gives {"page", "error"}, and
the run goes on; the exit status is 0 then, too.

examples:
  rejoinder extract --list pages.jsonl > pages.out.jsonl
  find . -name '*.html' | jq -cR '{page: ., path: ., url: null}' |
    rejoinder extract --list -
"""

_SYNC_EPILOG = """\
Without SOURCE, the bookmarked pages are fetched, and those that were asked for
offline and had never been kept. Each is kept with its comments, and told in a
line: its title, how many comments it has, and how many came since you opened
it last. What cannot be fetched is told on standard error, and the run goes on;
the exit status is 1 then. `rejoinder --offline` reads what was kept.

examples:
  rejoinder sync
  rejoinder sync --recent 20
  rejoinder sync --whole example.org/2026/03/dijk
"""


_WIDTH = 78
"""The help's, in cells, as the texts above have it; argparse would load archivers to find one."""

ORDERS = ("page", "oldest", "newest", "replies", "score")
"""Those of `tui.reading.arrangement.Order`, which is not loaded to tell of them."""


def parse_options(argv: Sequence[str]) -> Arguments:
    """The arguments, whatever they are.

    Raises:
        SystemExit: With 2 on wrong use, with 0 after `--help` and `--version`.
    """
    if argv and argv[0] in _COMMANDS:
        parser = _COMMANDS[argv[0]]()
        arguments = parser.parse_args(argv[1:], Arguments(command=argv[0]))
        if arguments.command == "read" and arguments.width and not arguments.plain:
            parser.error("--width goes with --plain")
        return arguments
    return _reader().parse_args(argv, Arguments(command="read"))


def _parser(name: str, description: str, epilog: str) -> argparse.ArgumentParser:
    return argparse.ArgumentParser(
        prog=name,
        description=description,
        epilog=epilog,
        formatter_class=partial(argparse.RawDescriptionHelpFormatter, width=_WIDTH),
        allow_abbrev=False,
    )


def _reader() -> argparse.ArgumentParser:
    parser = _parser("rejoinder", _READER_HELP, _READER_EPILOG)
    parser.set_defaults(**DEFAULTS["read"])
    parser.add_argument(
        "source", nargs="?", metavar="SOURCE[#comment]", help="the page to open, see above"
    )
    _add_network(parser)
    parser.add_argument("--version", action="version", version=f"rejoinder {__version__}")
    return parser


def _read() -> argparse.ArgumentParser:
    parser = _parser("rejoinder read", "Read a page, on the screen or by prompts.", _READ_EPILOG)
    parser.set_defaults(**DEFAULTS["read"])
    parser.add_argument(
        "source", nargs="?", metavar="SOURCE[#comment]", help="an address, a file, or - for a pipe"
    )
    parser.add_argument("--plain", action="store_true", help="by prompts, in lines of text alone")
    _add_network(parser)
    parser.add_argument(
        "--width",
        type=_positive,
        metavar="CELLS",
        help="with --plain: wrap lines at this width (default: the terminal's, else none)",
    )
    return parser


def _dump() -> argparse.ArgumentParser:
    parser = _parser("rejoinder dump", "Print a page and its comment thread.", _DUMP_EPILOG)
    parser.set_defaults(**DEFAULTS["dump"])
    parser.add_argument("source", metavar="SOURCE", help="an address, a file, or - for a pipe")
    parser.add_argument(
        "--format",
        choices=("text", "markdown", "html", "json"),
        help="default: text",
    )
    parser.add_argument("--output", metavar="FILE", help="write to this file instead of printing")
    parser.add_argument(
        "--width",
        type=_positive,
        metavar="CELLS",
        help="wrap text at this width (default: the terminal's, else 80)",
    )
    parser.add_argument(
        "--filter",
        metavar="QUERY",
        help="only the comments that match, with what they answer (docs/filter.md)",
    )
    parser.add_argument("--sort", choices=ORDERS, help="default: page")
    parser.add_argument(
        "--only",
        choices=("article", "thread", "branch"),
        help="a part of the page; a branch is the comment that SOURCE names after its #, with all "
        "below it",
    )
    _add_network(parser)
    return parser


def _extract() -> argparse.ArgumentParser:
    parser = _parser("rejoinder extract", "Turn many pages into JSON.", _EXTRACT_EPILOG)
    parser.add_argument("--list", required=True, metavar="LIST", help="the list, or - for a pipe")
    parser.add_argument(
        "--jobs", type=_positive, metavar="N", help="pages at once (default: one a processor)"
    )
    return parser


def _drafts() -> argparse.ArgumentParser:
    return add_drafts(_parser("rejoinder drafts", "Work with drafts without the screen.", EPILOG))


def _sync() -> argparse.ArgumentParser:
    parser = _parser("rejoinder sync", "Fetch pages to read them offline.", _SYNC_EPILOG)
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="the addresses, see below")
    parser.add_argument(
        "--recent", type=_positive, metavar="N", help="also the last N pages that were opened"
    )
    parser.add_argument(
        "--jobs",
        type=_positive,
        metavar="N",
        help="pages at once, never two from one host (default: 4)",
    )
    _add_whole(parser)
    return parser


def _outbox() -> argparse.ArgumentParser:
    parser = _parser("rejoinder outbox", "See what waits to be sent, and send it.", OUTBOX_EPILOG)
    return add_outbox(parser)


_COMMANDS = dict(zip(COMMANDS, (_read, _dump, _extract, _drafts, _outbox, _sync), strict=True))


def _add_network(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--offline", action="store_true", help="the copy kept here, never from the network"
    )
    _add_whole(parser)


def _add_whole(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--whole",
        action="store_true",
        help="with the other parts of the article and the other pages of its comments",
    )


def _positive(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 6 and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to 999999")
