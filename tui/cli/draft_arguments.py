"""The words of `rejoinder drafts` and its help."""

from __future__ import annotations

import argparse

from tui.cli.sending_arguments import add_sending

EPILOG = """\
examples:
  rejoinder drafts list --state failed
  rejoinder drafts show k7m --body | xclip
  rejoinder drafts export --tag dike --format html -o dike.html
  rejoinder drafts export --output backup/
  rejoinder drafts tag k7m dike later
  rejoinder drafts restore k7m --version 2
  rejoinder drafts send k7m --as Femke --email femke@example.org
  rejoinder drafts discard k7m

ID is a draft's id as `drafts list` shows it, or enough of its beginning; N is
a version's number as `drafts versions` shows it. A discarded draft moves to the
folder `discarded` beside the drafts; `drafts restore` takes it back.
"""

STATES = ("draft", "ready", "sending", "sent", "handed-over", "failed", "unknown")
"""Those of `tui.store.draft.DraftState`, which is not loaded to tell of them."""

FORMS = ("markdown", "text", "html", "json")


def add_drafts(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Let a parser take the actions of `rejoinder drafts`."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = actions.add_parser("list", help="list drafts, the last changed first")
    _add_sifting(listing)
    listing.add_argument("--page", metavar="SOURCE", help="only those of this page")
    listing.add_argument(
        "--discarded", action="store_true", help="those that were discarded, not the others"
    )
    listing.add_argument("--json", action="store_true", help="as JSON (docs/json.md)")
    show = actions.add_parser("show", help="show a draft and what it answers")
    show.add_argument("id", metavar="ID")
    show.add_argument("--body", action="store_true", help="its text alone, byte for byte")
    show.add_argument("--version", type=int, metavar="N", help="the text of an earlier version")
    export = actions.add_parser("export", help="write drafts out, all unless some are named")
    export.add_argument("ids", nargs="*", metavar="ID")
    export.add_argument("--format", choices=FORMS, default="markdown", help="default: markdown")
    _add_sifting(export)
    export.add_argument(
        "-o",
        "--output",
        metavar="PATH",
        help="a file, - for standard output, or a folder for one file a draft",
    )
    tag = actions.add_parser("tag", help="give a draft tags, besides those it has")
    untag = actions.add_parser("untag", help="take tags off a draft, all unless some are named")
    for each, number in ((tag, "+"), (untag, "*")):
        each.add_argument("id", metavar="ID")
        each.add_argument("tags", nargs=number, metavar="TAG")
    versions = actions.add_parser("versions", help="list a draft's earlier versions, newest first")
    versions.add_argument("id", metavar="ID")
    restore = actions.add_parser("restore", help="take a discarded draft back, or a version")
    restore.add_argument("id", metavar="ID")
    restore.add_argument(
        "--version", type=int, metavar="N", help="put this version in the place of the draft"
    )
    add_sending(actions)
    discard = actions.add_parser("discard", help="take a draft out of the list")
    discard.add_argument("id", metavar="ID")
    discard.add_argument("--yes", action="store_true", help="do not ask")
    return parser


def _add_sifting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--state", choices=STATES, help="only those in this state")
    parser.add_argument("--tag", metavar="TAG", help="only those with this tag")
