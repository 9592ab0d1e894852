"""Any other comment form whose fields are understood.

Its answer is read by what most programs do: they send the writer on to the page that has the reply,
show that page, or show the form again with what was wrong.
"""

from __future__ import annotations

import re

from tui.errors import SendError
from tui.model import Page
from tui.reading.arrivals import arrived
from tui.send.addresses import same_place
from tui.send.browsing import Answer, Browser, page_of
from tui.send.forming import no_parent, plan_form, reply_page
from tui.send.judging import ACCEPTED, NOT_READ, brief, by_status, ended, judged, reason, refused
from tui.send.plan import Plan, Planned
from tui.send.system import Ask, Judgement, System
from tui.store.draft import Outcome

_REASONS = (
    "[role='alert'], .alert-danger, .alert-error",
    ".errorlist, .error-message, .errors, .error, .form-error, .messages--error, .notice-error",
    "#error, #errors",
)
_NUMBERED = re.compile(r"(?:[A-Za-z]+[-_]?)*(\d{1,12})")
"""The key of a comment that ends in the number by which its site knows it."""

_LOOK = "Look at the page before it is sent again."
_SILENT = f"The site did not say whether it took the reply, and does not show it. {_LOOK}"


def takes(page: Page) -> bool:
    """Whether the page has a form with a field for the text."""
    form = page.form
    return form is not None and form.action is not None and form.text_field is not None


async def plan(ask: Ask) -> Planned:
    """Fill the form; a reply to a comment goes by the page that answers it, if there is one."""
    if ask.parent is None:
        return plan_form(ask, NAME)
    if ask.parent.reply_url is not None:
        page = await reply_page(ask)
        return no_parent(ask) if page is None else plan_form(page, NAME)
    number = _NUMBERED.fullmatch(ask.parent.key)
    if number is None or ask.page.form is None or ask.page.form.parent_field is None:
        return no_parent(ask)
    return plan_form(ask, NAME, parent=number[1])


async def judge(plan: Plan, answer: Answer, browser: Browser) -> Judgement:
    """Look for the reply on the page that the answer is or leads to, and for what that says."""
    found = by_status(answer, reason(answer, _REASONS) or brief(answer))
    if found is not None:
        return found
    shown = await shown_after(plan, answer, browser)
    if shown is None:
        return Judgement(Outcome.ACCEPTED, NOT_READ)
    page = await page_of(shown)
    comment = page.thread and arrived(
        page.thread, plan.read_as, [plan.identity.name], known=plan.known, parent=plan.parent
    )
    if comment:
        return judged(comment, Judgement(Outcome.UNKNOWN, ""))
    told = reason(shown, _REASONS)
    if told and answer.location is None:
        return refused(told, "")
    if not told and not page.form and not page.thread:
        told = brief(shown)
    if told:  # a fault or thanks, which are told alike on a bare page and after a redirect
        return Judgement(Outcome.UNKNOWN, f"The site says: {ended(told)} {_LOOK}")
    outcome = (Outcome.ACCEPTED, ACCEPTED) if answer.location else (Outcome.UNKNOWN, _SILENT)
    return Judgement(*outcome)


async def shown_after(plan: Plan, answer: Answer, browser: Browser) -> Answer | None:
    """What a person is shown: the answer, the page that it leads to, else the form's; or None."""
    if answer.location is None:
        return answer
    leads = answer.location if same_place(answer.address, answer.location) else plan.page
    try:
        return await browser.get(leads.partition("#")[0])
    except SendError:
        return None


NAME = "comment form"
SYSTEM = System(NAME, takes, plan, judge)
