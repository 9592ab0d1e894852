"""Django: the forms of django-contrib-comments and of django-comments-xtd.

A form tells what is discussed, signed and with the time at which it was made, and is worth two
hours; a cookie and a field with the same token show that it was read here. A reply to a comment has
a page of its own. What was taken is answered by a redirect whose `c` is the comment's number or, of
xtd, a signed key: then a mail is on its way, and the comment is there once its link is followed.
What is refused comes back as the form, whose fields or page tell why, or with 400. Sources: the
views and templates of both.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from tui.errors import SendError
from tui.model import Comment, Page
from tui.reading.arrivals import arrived
from tui.send.browsing import Answer, Browser, page_of
from tui.send.forming import plan_form, reply_page, stuck
from tui.send.judging import ACCEPTED, NOT_READ, by_status, find, judged, reason, refused
from tui.send.plan import Plan, Planned
from tui.send.system import Ask, Judgement, System
from tui.send.systems.form import shown_after
from tui.store.draft import Outcome

_SIGNED = frozenset({"content_type", "object_pk", "timestamp", "security_hash"})
_ERRORS = (".errorlist li, .invalid-feedback", ".errorlist, .alert-danger, .error")
_OBJECTED = (
    ".is-invalid > div > label, .has-danger > div > label, .has-error > div > label",
    ".is-invalid label, .has-danger label, .has-error label",
)
_WHY = ("#summary td", "#summary", "body")
_SIGNED_KEY = re.compile(r"[\w.-]*:[\w:.-]+")
_OLD = re.compile(r"timestamp", re.IGNORECASE)
_TOKEN = re.compile(r"csrf", re.IGNORECASE)

BY_MAIL = (
    "The site has sent a mail to confirm it: it stands on the page once the link in that mail has "
    "been followed."
)
_DEEPEST = "The site takes no answer to this comment: it stands as deep as comments may."
_STALE = "The site refused it, since its form was read too long ago; send it anew."
_NO_REASON = "The site showed its form again and gave no reason."


def takes(page: Page) -> bool:
    """Whether the page has such a form: what it discusses is signed."""
    form = page.form
    return form is not None and {field.name for field in form.fields} >= _SIGNED


async def plan(ask: Ask) -> Planned:
    """Fill the form; a reply to a comment goes by the page that answers it."""
    if ask.parent is None:
        return plan_form(ask, NAME)
    if ask.parent.reply_url is None:
        return stuck(ask, _DEEPEST)
    page = await reply_page(ask)
    return stuck(ask, _DEEPEST) if page is None else plan_form(page, NAME)


async def judge(plan: Plan, answer: Answer, browser: Browser) -> Judgement:
    """A redirect is a reply that was taken; the form, shown again, one that was not."""
    if answer.status in {400, 403}:
        return _barred(answer)
    found = by_status(answer, "")
    if found is not None:
        return found
    if answer.location is None:
        return refused(_objection(answer), _NO_REASON)
    shown = await shown_after(plan, answer, browser)
    return await _taken(plan, answer.location, shown, browser)


def _barred(answer: Answer) -> Judgement:
    """What an error page means: of the form's age, of its token, or of anything else."""
    told = reason(answer, _WHY)
    if _OLD.search(told):
        return refused("", _STALE)
    if _TOKEN.search(told):
        return refused("", "The site refused it: it did not know its own form again (CSRF).")
    refusal = by_status(answer, told)
    return refusal or refused(told, _NO_REASON)


def _objection(answer: Answer) -> str:
    """What the form that came back objects to: its errors, else the fields that it marks."""
    errors = reason(answer, _ERRORS)
    fields = reason(answer, _OBJECTED) if not errors else ""
    return errors or (f"it objects to “{fields}”" if fields else "")


async def _taken(plan: Plan, location: str, shown: Answer | None, browser: Browser) -> Judgement:
    """Whether a reply that was taken stands on the page, waits for a mail, or for approval."""
    given = parse_qs(urlsplit(location).query)
    key = next(iter(given.get("c", ())), "")
    if _SIGNED_KEY.fullmatch(key):
        return Judgement(Outcome.HELD, BY_MAIL)
    comment = _found(plan, await page_of(shown), key) if shown else None
    taken = Judgement(Outcome.ACCEPTED, ACCEPTED, key if key.isdecimal() else None)
    if comment is None:
        try:
            comment = _found(plan, await browser.read(plan.page), key)
        except SendError:
            taken = taken._replace(sentence=NOT_READ)
    return judged(comment, taken)


def _found(plan: Plan, page: Page, key: str) -> Comment | None:
    """The comment that a reply has become, by its number or its words."""
    if page.thread is None:
        return None
    return find(page, key) or arrived(
        page.thread, plan.read_as, [plan.identity.name], known=plan.known, parent=plan.parent
    )


NAME = "Django"
SYSTEM = System(NAME, takes, plan, judge)
