"""The words of `rejoinder drafts send`, `rejoinder drafts identities` and `rejoinder outbox`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:  # a private class of argparse, which has no public name
    Actions: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 -- as said

OUTBOX_EPILOG = """\
A reply comes into the outbox by `rejoinder drafts send --outbox`, by the key o
where the program shows what would be sent, or when its site could not be
reached. It is sent with what you agreed to then; if the page asks for something
else by now, it is not. One of which nobody knows whether it has arrived is never
sent by itself: `look` reads its page, `settle` takes your word.

examples:
  rejoinder outbox
  rejoinder outbox send --yes
  rejoinder outbox look
  rejoinder outbox take k7m
  rejoinder outbox settle k7m --missing

exit status: 0 all is sent or found, 1 something is not, 2 used wrongly.
"""


def add_sending(actions: Actions) -> None:
    """Add the actions of `rejoinder drafts` that send, and that know as whom."""
    send = actions.add_parser(
        "send", help="send drafts, those that are ready unless some are named; shows all first"
    )
    send.add_argument("ids", nargs="*", metavar="ID")
    send.add_argument("--yes", action="store_true", help="do not ask")
    send.add_argument("--as", dest="name", metavar="NAME", help="the name over the reply")
    send.add_argument("--email", metavar="ADDRESS", help="the e-mail address the site asks for")
    send.add_argument("--site", metavar="URL", help="your own site")
    send.add_argument(
        "--tick",
        action="append",
        default=[],
        metavar="BOX",
        help="tick a box of the form, by its name as it is shown; may be given again",
    )
    send.add_argument("--remember", action="store_true", help="remember these for the site")
    send.add_argument(
        "--outbox", action="store_true", help="send nothing now; put them into the outbox"
    )
    send.add_argument("--json", action="store_true", help="tell what came of them as JSON")
    identities = actions.add_parser("identities", help="list as whom you write on which site")
    identities.add_argument("--forget", metavar="HOST", help="forget who you are there")


def add_outbox(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Let a parser take the actions of `rejoinder outbox`."""
    parser.set_defaults(action="list", ids=[], emails=False)
    parser.add_argument("--json", action="store_true", help="as JSON (docs/json.md)")
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    listing = actions.add_parser("list", help="list what waits, in the order in which it goes")
    listing.add_argument("--emails", action="store_true", help="with e-mail addresses in full")
    send = actions.add_parser("send", help="send what is ready, at the pace of the sites")
    send.add_argument("ids", nargs="*", metavar="ID")
    send.add_argument("--yes", action="store_true", help="do not ask")
    look = actions.add_parser("look", help="read the pages of those of which nothing is known")
    look.add_argument("ids", nargs="*", metavar="ID")
    for each in (listing, send, look):
        each.add_argument(
            "--json", action="store_true", default=argparse.SUPPRESS, help="as JSON (docs/json.md)"
        )
    take = actions.add_parser("take", help="take a reply out of the outbox; it is a draft again")
    take.add_argument("id", metavar="ID")
    settle = actions.add_parser("settle", help="say whether a reply has arrived")
    settle.add_argument("id", metavar="ID")
    word = settle.add_mutually_exclusive_group(required=True)
    word.add_argument("--arrived", action="store_true", help="you know that the site has it")
    word.add_argument("--missing", action="store_true", help="it has not; it is a draft again")
    return parser
