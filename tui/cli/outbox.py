"""`rejoinder outbox`: what waits to be sent, without the screen."""

from __future__ import annotations

import asyncio

from tui.cli.asking import say
from tui.cli.called import Arguments
from tui.cli.draft_choosing import matching
from tui.cli.output import emit, one_line
from tui.cli.sending import Ended, is_good_end, send_ready, stores_here, told
from tui.dump.jsonform import JsonObject, to_line
from tui.errors import RejoinderError
from tui.send.outbox import Waiting
from tui.send.showing import host_words, identity_words, masked
from tui.send.telling import addressee, sentence_of, state_words
from tui.store.draft import Draft, DraftState
from tui.stores import Stores


def outbox(args: Arguments) -> int:
    """Do what the action of `rejoinder outbox` asks; the exit status.

    Raises:
        RejoinderError: It could not be done.
    """
    stores = stores_here()
    for draft in stores.recover():
        say(f"{draft.id}  {addressee(draft)}: it is not known whether it has arrived.")
    match args.action:
        case "send":
            ids = [matching(stores.drafts, wanted).id for wanted in args.ids] or None
            return told(send_ready(stores, ids, sure=args.yes), as_json=args.json)
        case "look":
            return told(_look(stores, args), as_json=args.json)
        case "take":
            draft = stores.outbox.take_back(matching(stores.drafts, args.id).id)
            say(f"{draft.id}  {addressee(draft)}: it is a draft again.")
        case "settle":
            draft = matching(stores.drafts, args.id)
            settled = stores.outbox.settle(draft.id, arrived=args.arrived)
            say(f"{draft.id}  {addressee(draft)}: {state_words(settled)}.")
        case _:
            _list(stores.outbox.waiting(), args)
    return 0


def _look(stores: Stores, args: Arguments) -> list[Ended]:
    """Read the pages of replies; of all of which nothing is known where none is named."""
    wanted = [matching(stores.drafts, each) for each in args.ids]
    drafts = wanted or [d for d in stores.drafts.all() if d.state is DraftState.UNKNOWN]
    if not drafts:
        say("Of no reply it is unknown whether it has arrived.")
    return [_looked_for(stores, draft) for draft in drafts]


def _looked_for(stores: Stores, draft: Draft) -> Ended:
    try:
        found = asyncio.run(stores.outbox.resolve(draft.id))
    except RejoinderError as error:
        return Ended(draft, str(error), is_good=False)
    return Ended(found, sentence_of(found), is_good_end(found))


def _list(waiting: list[Waiting], args: Arguments) -> None:
    if args.json:
        lines = ",\n".join(to_line(_json(each, whole=args.emails)) for each in waiting)
        emit(f"[\n{lines}\n]\n" if lines else "[]\n")
    else:
        lines = "".join(f"{_line(each, whole=args.emails)}\n" for each in waiting)
        emit(lines or "Nothing waits to be sent.\n")


def _line(waiting: Waiting, *, whole: bool) -> str:
    draft = waiting.draft
    parts = [
        addressee(draft),
        f"to {host_words(waiting.address)}",
        f"as {identity_words(waiting.identity, whole=whole)}",
    ]
    if waiting.not_before is not None and draft.state is DraftState.READY:
        parts.append(f"not before {waiting.not_before.astimezone():%H:%M:%S}")
    since = f"{waiting.queued.astimezone():%Y-%m-%d %H:%M}"
    return f"{draft.id}  {since}  {state_words(draft)}: {one_line(', '.join(parts), 300)}"


def _json(waiting: Waiting, *, whole: bool) -> JsonObject:
    who, later = waiting.identity, waiting.not_before
    return {
        "id": waiting.draft.id,
        "state": str(waiting.draft.state),
        "address": waiting.address,
        "name": who.name,
        "email": who.email if whole else masked(who.email),
        "site": who.site,
        "queued": waiting.queued.isoformat(),
        "not_before": later.isoformat() if later else None,
    }
