"""Drupal: the comment form of its core, versions 6 to 11.

The form is known by `form_build_id` and a `form_id` that begins with `comment`; the server keeps
the rest of it. A reply to a comment has a page of its own. What was taken is answered by a redirect
to `#comment-ID`, also where it waits for approval, which only a message on that page tells; what
was refused comes back as the form with a message. The module honeypot wants some seconds between
reading a form and sending it. Sources: `CommentForm` and `comment_form_submit`, and the manuals of
the modules honeypot and antibot.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from msgspec.structs import replace

from tui.model import FormField, Page, ReplyForm
from tui.reading.arrivals import arrived
from tui.send.addresses import without_query
from tui.send.browsing import Answer, Browser, page_of
from tui.send.forming import no_parent, plan_form, reply_page
from tui.send.judging import ACCEPTED, HELD, by_status, find, judged, reason, refused
from tui.send.plan import Plan, Planned
from tui.send.system import Ask, Judgement, System
from tui.send.systems.form import shown_after
from tui.store.draft import Outcome

SUBJECT = 29
"""The characters of a subject that Drupal makes of the text, where none is given."""

_ERRORS = (".messages--error", ".messages.error, div.error", "[role='alert']")
_STATUS = (".messages--status", ".messages.status, div.status", "[role='status']")
_FRAGMENT = re.compile(r"comment-(\d+)")
_SUBJECT = re.compile(r"subject(?:\[0\]\[value\])?")
_WAIT = re.compile(r"(\d{1,4}) (?:seconds|seconden|Sekunden|secondes|segundos|secondi)")
_NO_REASON = "The site showed its form again and gave no reason."


def takes(page: Page) -> bool:
    """Whether the page has Drupal's comment form."""
    fields = {field.name: field.value for field in page.form.fields} if page.form else {}
    return "form_build_id" in fields and fields.get("form_id", "").startswith("comment")


async def plan(ask: Ask) -> Planned:
    """Fill the form; a reply to a comment goes by the page that answers it."""
    if ask.parent is None:
        return plan_form(_with_subject(ask), NAME)
    page = await reply_page(ask)
    return no_parent(ask) if page is None else plan_form(_with_subject(page), NAME)


def _with_subject(ask: Ask) -> Ask:
    """The same with a subject, where the form wants one: the first words, as Drupal makes it."""
    form = ask.page.form
    if form is None or not any(map(_wants_subject, form.fields)):
        return ask
    fields = tuple(
        replace(field, value=_first_words(ask.text)) if _wants_subject(field) else field
        for field in form.fields
    )
    filled: ReplyForm = replace(form, fields=fields)
    return replace(ask, page=replace(ask.page, form=filled))


def _wants_subject(field: FormField) -> bool:
    return field.required and not field.value and bool(_SUBJECT.fullmatch(field.name))


def _first_words(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= SUBJECT:
        return line
    return line[: SUBJECT + 1].rpartition(" ")[0] or line[:SUBJECT]


async def judge(plan: Plan, answer: Answer, browser: Browser) -> Judgement:
    """A redirect is a reply that was taken; the form, shown again, one that was not."""
    found = by_status(answer, "")
    if found is not None:
        return found
    if answer.location is None:
        return _objection(reason(answer, _ERRORS))
    shown = await shown_after(plan, answer, browser)
    number = _FRAGMENT.fullmatch(urlsplit(answer.location).fragment)
    key = number[1] if number else None
    permalink = without_query(answer.location) if number else None
    taken = Judgement(Outcome.ACCEPTED, ACCEPTED, key, permalink)
    return taken if shown is None else _read(plan, shown, await page_of(shown), taken)


def _objection(told: str) -> Judgement:
    """A refusal; one that only wants more time says for how long."""
    wait = _WAIT.search(told)
    early = refused(told, _NO_REASON)
    return early._replace(is_early=True, wait=float(wait[1])) if wait else early


def _read(plan: Plan, shown: Answer, page: Page, taken: Judgement) -> Judgement:
    """Whether a reply that was taken stands on the page, or the page says that it waits."""
    thread = page.thread
    comment = find(page, taken.key) if taken.key else None
    if comment is None and thread is not None:
        comment = arrived(
            thread, plan.read_as, [plan.identity.name], known=plan.known, parent=plan.parent
        )
    if comment is not None:
        return judged(comment, taken)
    if errors := reason(shown, _ERRORS):
        return _objection(errors)
    status = reason(shown, _STATUS)
    if not status:
        return taken
    return taken._replace(outcome=Outcome.HELD, sentence=f"{HELD} It says: {status}")


NAME = "Drupal"
SYSTEM = System(NAME, takes, plan, judge)
