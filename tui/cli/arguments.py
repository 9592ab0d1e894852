"""The words of the command line and its help."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from tui import __version__

_READER_HELP = """\
Read a blog page beside its comment thread, and draft replies.

SOURCE is an http or https address (the scheme may be left out), a saved page
(HTML or plain text), or - for standard input. What follows a # names the
comment to go to. Without SOURCE the library opens: the pages read before.
Where the output is no terminal, the page is printed as by `rejoinder dump`.
"""

_READER_EPILOG = """\
commands:
  rejoinder dump SOURCE           print a page as text, Markdown or JSON
  rejoinder extract --list LIST   turn many pages into JSON, one a line
  rejoinder drafts                list, show, export and discard drafts
A file that is called like a command is opened as ./dump, ./extract, ./drafts.

examples:
  rejoinder example.org/2026/03/dijk
  rejoinder saved-page.html#comment-7
  curl -s https://example.org/ | rejoinder -

exit status: 0 done, 1 could not be done, 2 used wrongly, 130 interrupted.
Drafts, settings and the log are in your own folders; REJOINDER_HOME, if set,
names one folder for all of them.
"""

_DUMP_EPILOG = """\
examples:
  rejoinder dump example.org/2026/03/dijk | less
  rejoinder dump --format markdown saved.html --output page.md
  rejoinder dump --format json saved.html | jq '.comments[].author'
  rejoinder dump --filter 'by:op or has:link' --sort newest saved.html

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

_DRAFTS_EPILOG = """\
examples:
  rejoinder drafts list
  rejoinder drafts show k7m --body | xclip
  rejoinder drafts export --output backup/
  rejoinder drafts discard k7m

ID is a draft's id as `drafts list` shows it, or enough of its beginning.
A discarded draft moves to the folder `discarded` beside the drafts.
"""


ORDERS = ("page", "oldest", "newest", "replies", "score")
"""Those of `tui.reading.arrangement.Order`, which is not loaded to tell of them."""


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments; `command` in them is the verb, `read` for the screen.

    Raises:
        SystemExit: With 2 on wrong use, with 0 after `--help` and `--version`.
    """
    if argv and argv[0] in _COMMANDS:
        make = _COMMANDS[argv[0]]
        namespace = make().parse_args(argv[1:])
        namespace.command = argv[0]
        return namespace
    namespace = _reader().parse_args(argv)
    namespace.command = "read"
    return namespace


def _parser(name: str, description: str, epilog: str) -> argparse.ArgumentParser:
    return argparse.ArgumentParser(
        prog=name,
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _reader() -> argparse.ArgumentParser:
    parser = _parser("rejoinder", _READER_HELP, _READER_EPILOG)
    parser.add_argument(
        "source", nargs="?", metavar="SOURCE[#comment]", help="the page to open, see above"
    )
    parser.add_argument("--version", action="version", version=f"rejoinder {__version__}")
    return parser


def _dump() -> argparse.ArgumentParser:
    parser = _parser("rejoinder dump", "Print a page and its comment thread.", _DUMP_EPILOG)
    parser.add_argument("source", metavar="SOURCE", help="an address, a file, or - for a pipe")
    parser.add_argument(
        "--format", choices=("text", "markdown", "json"), default="text", help="default: text"
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
    parser.add_argument("--sort", choices=ORDERS, default="page", help="default: page")
    return parser


def _extract() -> argparse.ArgumentParser:
    parser = _parser("rejoinder extract", "Turn many pages into JSON.", _EXTRACT_EPILOG)
    parser.add_argument("--list", required=True, metavar="LIST", help="the list, or - for a pipe")
    parser.add_argument(
        "--jobs", type=_positive, metavar="N", help="pages at once (default: one a processor)"
    )
    return parser


def _drafts() -> argparse.ArgumentParser:
    parser = _parser("rejoinder drafts", "Work with drafts without the screen.", _DRAFTS_EPILOG)
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = actions.add_parser("list", help="list all drafts, the last changed first")
    listing.add_argument("--json", action="store_true", help="as JSON (docs/json.md)")
    show = actions.add_parser("show", help="show a draft and what it answers")
    show.add_argument("id", metavar="ID")
    show.add_argument("--body", action="store_true", help="its text alone, byte for byte")
    export = actions.add_parser("export", help="write drafts out, all unless ids are given")
    export.add_argument("ids", nargs="*", metavar="ID")
    export.add_argument("--format", choices=("markdown", "json"), default="markdown")
    export.add_argument("--output", metavar="PATH", help="a file, or a folder for one file a draft")
    discard = actions.add_parser("discard", help="take a draft out of the list")
    discard.add_argument("id", metavar="ID")
    discard.add_argument("--yes", action="store_true", help="do not ask")
    return parser


_COMMANDS = {"dump": _dump, "extract": _extract, "drafts": _drafts}


def _positive(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 6 and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to 999999")
