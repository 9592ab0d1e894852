"""Waline: its server takes replies as JSON, for the path that the page names.

Whatever becomes of a reply, the answer has the status 200; its `errno` is 0 where the reply was
taken, which `status` then tells to wait for approval or not. An answer to an answer names both the
comment and the one that began the conversation. Sources: the API's manual (POST `/api/comment`),
and `controller/comment.js` of releases 1.x.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit, urlunsplit

from tui.model import Comment, Page, Thread
from tui.parse.clean import clean_line
from tui.send.browsing import Answer, Browser
from tui.send.judging import ACCEPTED, HELD, MOST_REASON, by_status, refused, seen
from tui.send.plan import Plan, Planned
from tui.send.serving import plan_json, remote_of, unknown_server
from tui.send.system import Ask, Judgement, System
from tui.store.draft import Outcome

SERVICE = "Waline"
"""What `RemoteThread` calls it."""

_RATE = re.compile(r"too fast", re.IGNORECASE)
_TWICE = re.compile(r"duplicate", re.IGNORECASE)
_LABELS = {"comment": "Comment", "nick": "Name", "mail": "E-mail", "link": "Website"}


def takes(page: Page) -> bool:
    """Whether the page has its comments at a Waline server."""
    return remote_of(page, SERVICE) is not None


async def plan(ask: Ask) -> Planned:
    """Put the JSON together that the script of the page would."""
    remote = remote_of(ask.page, SERVICE)
    if remote is None or remote.url is None:
        return unknown_server(ask)
    parts = urlsplit(remote.url)
    address = urlunsplit(parts._replace(query="", fragment=""))
    path = parse_qs(parts.query).get("path", ["/"])[0]
    return plan_json(ask, NAME, address, _content(ask, path), _LABELS)


def _content(ask: Ask, path: str) -> dict[str, str]:
    """What is sent; `url` is the path by which the server knows the page."""
    content = {
        "comment": ask.text,
        "nick": ask.identity.name.strip(),
        "mail": ask.identity.email.strip(),
        "link": ask.identity.site.strip(),
        "url": path,
    }
    if ask.parent is None or ask.page.thread is None:
        return content
    answered = {"pid": ask.parent.key, "rid": _root(ask.page.thread, ask.parent)}
    return content | answered | {"at": ask.parent.author or ""}


def _root(thread: Thread, comment: Comment) -> str:
    """The key of the comment that began the conversation of one."""
    index = thread.index_of(comment.key)
    above = () if index is None else tuple(thread.ancestors(index))
    return thread.comments[above[-1]].key if above else comment.key


async def judge(plan: Plan, answer: Answer, browser: Browser) -> Judgement:
    """The comment that the server answers is the reply; its status tells whether it is held."""
    answered = _answered(answer)
    said = _said(answered.get("errmsg"))
    found = by_status(answer, "" if answer.status == 401 else said)  # which says no more
    if found is not None:
        return found
    if "errno" not in answered:
        return Judgement(Outcome.UNKNOWN, "The server did not answer as a Waline server does.")
    if answered["errno"]:
        return _refusal(said)
    data = answered.get("data")
    comment = data if isinstance(data, dict) else {}
    key = clean_line(str(comment.get("objectId") or ""))
    match comment.get("status"):
        case "waiting":
            return Judgement(Outcome.HELD, HELD, key or None)
        case "spam":
            return Judgement(Outcome.ACCEPTED, ACCEPTED, key or None)
    return await seen(browser, f"{plan.page}#{key}", key, sent_to=plan.page)


def _answered(answer: Answer) -> Mapping[str, object]:
    """What the server answers; empty where that is not its JSON."""
    try:
        answered = json.loads(answer.body)
    except (ValueError, RecursionError):
        return {}
    return answered if isinstance(answered, dict) else {}


def _said(message: object) -> str:
    """What is wrong, in one line; a server tells it of each field by itself."""
    told = message.values() if isinstance(message, dict) else (message,)
    return clean_line(" ".join(str(one) for one in told if one))[:MOST_REASON]


def _refusal(said: str) -> Judgement:
    if _TWICE.search(said):
        return refused(said, "")._replace(is_duplicate=True)
    if _RATE.search(said):
        sentence = "The site wants more time between two replies."
        return Judgement(Outcome.REFUSED, sentence, is_early=True)
    return refused(said, "The site refused it and gave no reason.")


NAME = "Waline"
SYSTEM = System(NAME, takes, plan, judge)
"""How replies get to a page that has its comments at a Waline server."""
