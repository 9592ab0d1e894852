"""Replies to a service whose script loads a page's comments: its server, and what it is sent."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from tui.model import Page, RemoteThread
from tui.send.addresses import origin_of
from tui.send.forming import stuck, told
from tui.send.plan import JSON, Entry, Obstacle, Plan, Planned
from tui.send.system import Ask


def remote_of(page: Page, service: str) -> RemoteThread | None:
    """The thread that a service has for a page, where it is known how to ask for it."""
    remotes = page.thread.remote if page.thread else ()
    return next((one for one in remotes if one.service == service and one.url), None)


def unknown_server(ask: Ask) -> Obstacle:
    """The obstacle of a page that does not tell where its comments are."""
    return stuck(ask, "The page does not tell at which server it has its comments.")


def plan_json(
    ask: Ask,
    system: str,
    address: str,
    content: Mapping[str, str | int | None],
    labels: Mapping[str, str],
) -> Planned:
    """What is sent to a server as JSON; an obstacle where the page is secure and that is not.

    Args:
        ask: What is to be sent.
        system: The name of the service's system.
        address: Where it goes.
        content: The fields.
        labels: What fields that users know are called.
    """
    if ask.address.startswith("https:") and not address.startswith("https:"):
        return stuck(ask, f"The page is secure, but it sends to {origin_of(address)}, unprotected.")
    return Plan(
        draft=ask.draft,
        identity=ask.identity,
        system=system,
        page=ask.address,
        address=address,
        entries=tuple(_entries(content, labels)),
        encoding=JSON,
        content=json.dumps(content, ensure_ascii=False),
        **told(ask, address),
    )


def _entries(content: Mapping[str, str | int | None], labels: Mapping[str, str]) -> Iterator[Entry]:
    for name, value in content.items():
        if value is not None and value != "":
            yield Entry(name, str(value), labels.get(name, ""), shown=name in labels)
