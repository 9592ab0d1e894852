"""WordPress: the form of its own that posts to `wp-comments-post.php`.

A reply that was taken is answered by a redirect to `#comment-ID`, which has `unapproved` and
`moderation-hash` in it if the reply waits for approval; by these its writer alone sees it. What is
refused is answered by a page with the reason, of whatever status: an empty field has 200. Sources:
WordPress's `wp-comments-post.php`, `wp_handle_comment_submission` and `wp_die`, and the manual of
`wp_allow_comment` (duplicate 409, too fast 429).

Plain permalinks (`?p=12`) keep the query, since it is the page's address.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from tui.model import Page
from tui.send.browsing import Answer, Browser
from tui.send.forming import no_parent, plan_form
from tui.send.judging import by_status, reason, refused, seen
from tui.send.plan import Plan, Planned
from tui.send.system import Ask, Judgement, System
from tui.store.draft import Outcome
from tui.store.identities import Identity

_REASONS = (".wp-die-message", "#error-page p", "body > p")
_FRAGMENT = re.compile(r"comment-(\d+)")
_ADDRESS = re.compile(r"/wp-comments-post\.php(?:\?|$)")
_ID = re.compile(r"(\d+)$")
_PRIVATE = {"unapproved", "moderation-hash"}


def takes(page: Page) -> bool:
    """Whether the page has WordPress's own form."""
    form = page.form
    return form is not None and (
        bool(_ADDRESS.search(form.action or ""))
        or any(field.name == "comment_post_ID" for field in form.fields)
    )


async def plan(ask: Ask) -> Planned:
    """Fill the form; the parent field takes the number of the comment that is answered."""
    if ask.parent is None:
        return plan_form(ask, NAME)
    number = _ID.search(ask.parent.key)
    form = ask.page.form
    if number is None or form is None or form.parent_field is None:
        return no_parent(ask)
    return plan_form(ask, NAME, parent=number[1])


async def judge(_: Plan, answer: Answer, browser: Browser) -> Judgement:
    """A redirect to a comment is a reply that was taken; all else is not."""
    told = reason(answer, _REASONS)
    if answer.status == 409:
        return refused(told, "The site has the same words already.")._replace(is_duplicate=True)
    found = by_status(answer, told)
    if found is not None:
        return found
    number = _FRAGMENT.fullmatch(urlsplit(answer.location or "").fragment)
    if answer.location is None:
        return refused(told, "The site stored nothing and gave no reason.")
    if number is None:
        return _elsewhere(answer.location)
    private = dict(parse_qsl(urlsplit(answer.location).query))
    found = await seen(
        browser, answer.location, number[1], sent_to=answer.address, held="unapproved" in private
    )
    return found._replace(permalink=public(answer.location))


def _elsewhere(location: str) -> Judgement:
    if "wp-login" in location:
        return refused("", "The site takes replies only from people who have logged in there.")
    return Judgement(
        Outcome.UNKNOWN, "The site sent us elsewhere and did not say whether it took the reply."
    )


def public(location: str) -> str:
    """The address of a comment without what only its writer may see."""
    parts = urlsplit(location)
    query = [pair for pair in parse_qsl(parts.query) if pair[0] not in _PRIVATE]
    return urlunsplit(parts._replace(query=urlencode(query)))


def as_writer(page: Page, identity: Identity) -> Mapping[str, str]:
    """The cookies by which the site shows its writer a reply that waits for approval.

    They are those that it sets for people who ask to be remembered; their names end in the MD5 of
    the site's address (`COOKIEHASH` in `wp_cookie_constants`), which is the part of the form's
    address before its file.
    """
    action = page.form.action if page.form else None
    if action is None or not identity.email:
        return {}
    site = _ADDRESS.split(action)[0]
    ending = hashlib.md5(site.encode(), usedforsecurity=False).hexdigest()
    return {
        f"comment_author_{ending}": quote(identity.name),
        f"comment_author_email_{ending}": quote(identity.email),
    }


NAME = "WordPress"
SYSTEM = System(NAME, takes, plan, judge, as_writer)
