"""Drafts as Markdown, text, HTML and JSON, each with what it answers and what became of it.

No e-mail address of the writer is in a draft, and none comes out of one: addresses that replies
were mailed to, and what a site put into an address so that the writer alone can see a reply that is
held there, are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape as escape_html
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from tui.dump.exports import Form
from tui.dump.inline_markdown import destination, escape
from tui.dump.jsonform import JsonObject, to_line
from tui.dump.wrapping import wrap
from tui.model.codec import Json
from tui.parse.clean import clean, clean_line
from tui.parse.patterns import regex
from tui.reading.naming import is_address
from tui.send.telling import sentence_of, state_words
from tui.store.draft import Delivery, Draft, Markup

WIDTH = 80
"""The cells of a line of text."""

_MAIL = regex(r"[^\s<>@\"'()]+@[^\s<>@\"'()]+\.[^\s<>@\"'().,;]+")
_SECRETS = frozenset({"unapproved", "moderation-hash", "token", "key", "hash", "email", "author"})
_TITLE = 60  # characters
_RULE = "\n\n---\n\n"
_TAGS = frozenset(
    {"a", "b", "blockquote", "br", "code", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
     "i", "li", "ol", "p", "pre", "s", "strong", "ul"}
)  # fmt: skip


def dump_drafts(drafts: Sequence[Draft], form: Form, width: int = WIDTH) -> str:
    """Drafts in a form, one after the other.

    Args:
        drafts: The drafts.
        form: The form.
        width: The cells of a line of text; the other forms have no such thing.
    """
    match form:
        case Form.MARKDOWN:
            return _RULE.join(map(draft_markdown, drafts))
        case Form.TEXT:
            return f"\n{'-' * min(width, 20)}\n\n".join(draft_text(each, width) for each in drafts)
        case Form.HTML:
            return _html(drafts)
        case Form.JSON:
            return json.dumps([draft_json(draft) for draft in drafts], indent=2) + "\n"


def dump_draft(draft: Draft, form: Form) -> str:
    """One draft as a file of its own."""
    match form:
        case Form.JSON:
            return to_line(draft_json(draft), 2) + "\n"
        case Form.MARKDOWN:
            return draft_markdown(draft)
        case _:
            return dump_drafts([draft], form)


def draft_json(draft: Draft) -> JsonObject:
    """A draft as docs/json.md describes it."""
    parent = draft.parent
    parent_json: Json = None
    if parent is not None:
        parent_json = {
            "key": parent.key,
            "author": parent.author,
            "date": parent.date,
            "permalink": parent.permalink,
            "text": parent.text,
        }
    page = draft.page
    return {
        "id": draft.id,
        "state": str(draft.state),
        "created": draft.created.isoformat(),
        "changed": draft.changed.isoformat(),
        "page": {"key": page.key, "source": page.source, "title": page.title},
        "parent": parent_json,
        "body": draft.body,
        "markup": str(draft.markup),
        "tags": list(draft.tags),
        "delivery": None if draft.delivery is None else _delivery_json(draft.delivery),
    }


def _delivery_json(delivery: Delivery) -> JsonObject:
    return {
        "outcome": str(delivery.outcome),
        "at": delivery.at.isoformat(),
        "address": public_address(delivery.address),
        "sentence": without_mail(delivery.sentence),
        "key": delivery.key,
        "permalink": public_address(delivery.permalink),
        "seen": delivery.seen,
    }


def public_address(address: str | None) -> str | None:
    """An address without what is nobody else's to know; None for one that is only that."""
    if not address or (not is_address(address) and not address.startswith("#")):
        return None
    try:
        parts = urlsplit(address)
        fields = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return None
    host = parts.netloc.rpartition("@")[2]
    query = [(name, value) for name, value in fields if name.lower() not in _SECRETS
             and "@" not in value]  # fmt: skip
    kept = parts.query if len(query) == len(fields) else urlencode(query)
    return urlunsplit(parts._replace(netloc=host, query=kept))


def without_mail(sentence: str) -> str:
    """A sentence without the e-mail addresses in it."""
    return _MAIL.sub("…", sentence)


def page_address(draft: Draft) -> str | None:
    """Where the page of a draft is, for people; None for one that has no address."""
    page = draft.page
    return next(filter(is_address, (page.key, page.source)), None)


def addressee(draft: Draft) -> str:
    """Whom a draft answers, and where: `to Jos on “Langs de dijk”`."""
    title = _short(draft.page.title or draft.page.source)
    if draft.parent is None:
        return f"on “{title}”"
    return f"to {_short(draft.parent.author or 'Anonymous', 30)} on “{title}”"


def draft_markdown(draft: Draft) -> str:
    """A draft as a Markdown document; the body stays as it was typed."""
    head = f"draft {draft.id}, {draft.state}, {addressee(draft)}".replace("--", "- -")
    parent, address = draft.parent, page_address(draft)
    title = escape(clean_line(draft.page.title or draft.page.source))
    page = f"[{title}]({destination(address)})" if address else title
    parts = [f"<!-- {head} -->"]
    if parent is None:
        parts.append(f"On {page}:")
    else:
        by = escape(", ".join(filter(None, map(clean_line, (_author(draft), parent.date)))))
        parts.append(f"In reply to {by} on {page}:")
        quoted = "\n".join(f"> {line}".rstrip() for line in clean(parent.text).split("\n"))
        parts.append(quoted)
    return "\n\n".join([*parts, draft.body])


def draft_text(draft: Draft, width: int) -> str:
    """A draft for reading: what it answers, then its text, without anything a terminal acts on."""
    parent = draft.parent
    parts = [*wrap(f"Draft {draft.id}, {state_words(draft)}, {addressee(draft)}", width)]
    parts.append(page_address(draft) or draft.page.source)
    if draft.tags:
        parts += wrap(" ".join(f"#{tag}" for tag in draft.tags), width)
    if draft.delivery is not None and draft.delivery.sentence:
        parts += ["", *wrap(without_mail(sentence_of(draft)), width)]
    if parent is not None:
        parts += ["", ", ".join(filter(None, (_author(draft), parent.date)))]
        parts += [f"> {line}".rstrip() for line in wrap(parent.text, width - 2)]
    return clean("\n".join([*parts, "", draft.body.rstrip("\n")])) + "\n"


def _html(drafts: Sequence[Draft]) -> str:
    from tui.dump.html import html_document  # noqa: PLC0415 -- seldom needed

    title = "Drafts" if len(drafts) != 1 else f"Draft {addressee(drafts[0])}"
    lines = [f"<h1>{escape_html(clean_line(title))}</h1>"] if len(drafts) != 1 else []
    for draft in drafts:
        lines += _draft_html(draft)
    return html_document(clean_line(title), lines)


def _draft_html(draft: Draft) -> Iterator[str]:
    from tui.dump.html import blocks_html  # noqa: PLC0415 -- as above

    parent, address = draft.parent, page_address(draft)
    title = escape_html(clean_line(draft.page.title or draft.page.source))
    page = f'<a href="{escape_html(address)}" rel="noreferrer">{title}</a>' if address else title
    to = "the article" if parent is None else escape_html(clean_line(_author(draft)))
    facts = (state_words(draft), _minute(draft.changed), " ".join(f"#{tag}" for tag in draft.tags))
    yield f'<article id="{escape_html(draft.id)}">'
    yield f'<h2 dir="auto">To {to} on {page}</h2>'
    yield f'<p class="by" dir="auto">{escape_html(", ".join(filter(None, facts)))}</p>'
    if draft.delivery is not None and draft.delivery.sentence:
        yield f"<p>{escape_html(without_mail(sentence_of(draft)))}</p>"
    if parent is not None:
        by = ", ".join(filter(None, map(clean_line, (_author(draft), parent.date))))
        lines = (escape_html(line) for line in parent.text.split("\n"))
        yield f'<blockquote><p class="by" dir="auto">{escape_html(by)}</p>'
        yield f'<p dir="auto">{"<br>".join(lines)}</p></blockquote>'
    if draft.markup is Markup.MARKDOWN:
        from tui.send.markup import preview  # noqa: PLC0415 -- as above
        from tui.send.rules import Rules, SiteMarkup  # noqa: PLC0415 -- as above

        rules = Rules(markup=SiteMarkup.MARKDOWN, tags=_TAGS)
        yield from blocks_html(preview(draft.body, draft.markup, rules))
    else:
        yield f'<pre dir="auto">{escape_html(draft.body)}</pre>'
    yield "</article>"


def _author(draft: Draft) -> str:
    return (draft.parent.author if draft.parent is not None else None) or "Anonymous"


def _minute(at: datetime) -> str:
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def _short(text: str, most: int = _TITLE) -> str:
    line = clean_line(text[: 4 * most])
    return line if len(line) <= most else f"{line[: most - 1]}…"
