"""Isso: its server takes replies as JSON, for the thread that the page names.

A reply that was taken is answered with 201, or with 202 where it waits for approval, which nobody
but the site's owner sees; what is refused, by a page with the reason. The server moves an answer to
an answer below the comment that began the conversation. Sources: the API's manual (POST `/new`, GET
`/config`) and `db/spam.py`, the guard that limits who writes how much.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit, urlunsplit

from tui.errors import SendError
from tui.model import Page
from tui.send.browsing import Answer, Browser
from tui.send.forming import no_parent, stuck
from tui.send.judging import HELD, by_status, reason, refused, seen
from tui.send.plan import JSON, Missing, Obstacle, Plan, Planned
from tui.send.serving import plan_json, remote_of, unknown_server
from tui.send.system import Ask, Judgement, System
from tui.store.draft import Outcome

SERVICE = "Isso"
"""What `RemoteThread` calls it."""

_REASONS = ("p", "body")
_RATE = re.compile(r"ratelimit exceeded", re.IGNORECASE)
_DIRECT = re.compile(r"(\d+) direct responses", re.IGNORECASE)
_OWN = re.compile(r"edit time frame", re.IGNORECASE)
_SHORT = re.compile(r"too short \(minimum length: (\d+)\)", re.IGNORECASE)

A_MINUTE = 60.0
"""The seconds over which the guard counts."""

_WANTED = {"author": ("name", "Name"), "email": ("email", "E-mail")}
"""What the server may require, with its name in `Identity` and its label in the script's form."""


def takes(page: Page) -> bool:
    """Whether the page has its comments at an Isso server."""
    return remote_of(page, SERVICE) is not None


def _at(url: str, path: str, *, query: bool = True) -> str:
    """An address of the server's API, from the one that gives the comments."""
    parts = urlsplit(url)
    given = parts.query if query else ""
    return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/{path}", query=given))


async def plan(ask: Ask) -> Planned:
    """Put the JSON together that the script of the page would."""
    remote = remote_of(ask.page, SERVICE)
    if remote is None or remote.url is None:
        return unknown_server(ask)
    if ask.parent is not None and not ask.parent.key.isdecimal():
        return no_parent(ask)
    planned = plan_json(ask, NAME, _at(remote.url, "new"), _content(ask), _LABELS)
    if isinstance(planned, Obstacle):
        return planned
    missing = tuple(_missing(ask, await _wishes(ask.browser, remote.url)))
    if missing:
        return stuck(ask, " ".join(one.reason for one in missing))._replace(missing=missing)
    return planned


def _content(ask: Ask) -> dict[str, str | int | None]:
    """What is sent; a title is needed by a server that has nothing of the page yet."""
    return {
        "text": ask.text,
        "author": ask.identity.name.strip() or None,
        "email": ask.identity.email.strip() or None,
        "website": ask.identity.site.strip() or None,
        "parent": int(ask.parent.key) if ask.parent else None,
        "title": ask.page.article.title,
    }


_LABELS = {"text": "Comment", "author": "Name", "email": "E-mail", "website": "Website"}


async def _wishes(browser: Browser, url: str) -> Mapping[str, object]:
    """What the server says that it requires; nothing where it does not tell."""
    try:
        told = json.loads(await browser.text(_at(url, "config", query=False), JSON))
    except (SendError, ValueError, RecursionError):
        return {}
    config = told.get("config") if isinstance(told, dict) else None
    return config if isinstance(config, dict) else {}


def _missing(ask: Ask, wishes: Mapping[str, object]) -> Iterator[Missing]:
    for field, (name, label) in _WANTED.items():
        if wishes.get(f"require-{field}") is True and not getattr(ask.identity, name).strip():
            yield Missing(name, label, f"The site wants “{label}” to be filled.")


async def judge(plan: Plan, answer: Answer, browser: Browser) -> Judgement:
    """The comment that the server answers is the reply; its mode tells whether it is held."""
    said = reason(answer, _REASONS) if answer.status >= 400 else ""
    refusal = _refusal(said) if 400 <= answer.status < 500 else None
    found = refusal or by_status(answer, said)
    if found is not None:
        return found
    comment = _comment(answer)
    if comment is None:
        return Judgement(Outcome.UNKNOWN, "The server did not answer as an Isso server does.")
    key, mode = comment
    if answer.status == 202 or mode == 2:
        return Judgement(Outcome.HELD, HELD, key)
    return await seen(browser, f"{plan.page}#isso-{key}", key, sent_to=plan.page)


def _refusal(said: str) -> Judgement | None:
    """What the guard objects to, in words that tell what can be done; None for other reasons."""
    if _RATE.search(said):
        sentence = "The site takes no more than a few replies a minute."
        return Judgement(Outcome.REFUSED, sentence, is_early=True, wait=A_MINUTE)
    if many := _DIRECT.search(said):
        return refused(
            "", f"The site takes no more than {many[1]} replies of one writer to the article."
        )
    if _OWN.search(said):
        return refused(
            "", "The site takes no answer to a comment of one's own while that can be edited."
        )
    if least := _SHORT.search(said):
        return refused("", f"The site takes no reply of fewer than {least[1]} characters.")
    return None


def _comment(answer: Answer) -> tuple[str, int] | None:
    """The id and the mode of the comment that was answered."""
    try:
        told = json.loads(answer.body)
    except (ValueError, RecursionError):
        return None
    key = told.get("id") if isinstance(told, dict) else None
    mode = told.get("mode") if isinstance(told, dict) else None
    if not isinstance(key, int) or isinstance(key, bool):
        return None
    return str(key), mode if isinstance(mode, int) else 1


NAME = "Isso"
SYSTEM = System(NAME, takes, plan, judge)
