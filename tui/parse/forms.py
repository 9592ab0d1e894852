"""The reply form of an HTML page and how it is answered.

What makes a form the reply form: a text area that people see, and a sign that it takes comments
(its action, id or class, its title, or its fields), none that it does something else. What hides a
field from people, and so makes it a decoy for robots: type, attribute, style, or a place off the
screen, its own or of an element around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from tui.model import FormField, ReplyForm
from tui.parse.clean import clean, clean_line, clean_link
from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.nodes import (
    ancestors,
    attribute,
    classes,
    everywhere,
    first_of,
    line_of,
    select,
)
from tui.parse.words import is_form_title, is_mail_note, is_required_note

MAX_FORMS = 200
"""How many forms of a page are looked at."""

MAX_FIELDS = 500
"""How many fields of a form are read."""

MAX_LINE = 400
"""Titles, labels and notes are shorter than this many characters."""

AROUND = 4
"""How many elements around a form may hold its title and notes."""

_CONTROLS = "input, textarea, select, button"
_BOXES = frozenset({"checkbox", "radio"})
_NO_FIELDS = frozenset({"reset", "button", "image"})
_COMMENT = regex(
    r"comment|comm[_-]form|kommentar|reacti|reactie|coment|reply|respond|answer|antwort|talkback"
    r"|guestbook|discuss",
    re.IGNORECASE,
)
_OTHER = regex(
    r"search|contact|kontakt|newsletter|subscri|login|log-in|signin|sign-in|register|checkout|wpcf7"
    r"|password|quote-request|feedback",
    re.IGNORECASE,
)
_PERSON = regex(r"mail|author|name", re.IGNORECASE)
_PARENT = regex(
    r"^(?:comment_?parent|parent(?:_?(?:id|comment|comment_?id))?|pid|reply_?to(?:_?(?:com|id))?"
    r"|in_?reply_?to(?:_?id)?|comment_?reply(?:_?id)?|replytocom)$",
    re.IGNORECASE,
)
_DECOY = regex(r"(?:^|[\s_-])(?:honeypot|hp|akismet-fields-container)(?:$|[\s_-])")
_HIDING = regex(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\s*[;!]|$)"
    r"|(?:left|top|right|text-indent)\s*:\s*-\d{3,}|clip\s*:\s*rect\s*\("
    r"|clip-path\s*:\s*inset\s*\(\s*50%",
    re.IGNORECASE,
)
_RULE = regex(r"([.#][\w-]+)\s*\{([^{}]{0,300})\}")
MAX_STYLE = 200_000
"""How much of a page's own style sheets is searched for what hides fields."""

_TITLES = "#reply-title, .comment-reply-title, legend, h1, h2, h3, h4, h5, h6"
_NOTES = "p, small, li, span, em, div.comment-notes, .comment-notes"
_LOGIN = ".must-log-in"
_FRAMES = (
    ("jetpack.wordpress.com", "iframe[src*='jetpack.wordpress.com'], #jetpack_remote_comment"),
    ("www.blogger.com", "iframe#comment-editor, iframe[src*='blogger.com/comment']"),
)
"""Hosts of forms that sites show in a frame, with the frame's CSS selector."""


class _Surroundings(NamedTuple):
    """What a page has of forms outside of them.

    Attributes:
        hidden: The classes and ids (with `.` and `#`) that its own style sheets hide.
        controls: Its controls that name the form they belong to.
        labels: Its labels by the id of the control that they are for.
    """

    hidden: frozenset[str]
    controls: tuple[LexborNode, ...]
    labels: Mapping[str, LexborNode]


def _surroundings(document: Document) -> _Surroundings:
    controls = everywhere(document, "input[form], textarea[form], select[form]")
    labels = {attribute(label, "for"): label for label in everywhere(document, "label[for]")}
    return _Surroundings(_hiding_names(document), tuple(controls), labels)


def find_form(document: Document) -> ReplyForm | None:
    """The form by which the page takes replies, or None.

    A form in a frame, or one that only people with an account see, is a form without an action, and
    its notes say so.
    """
    best: tuple[int, LexborNode, tuple[FormField, ...]] | None = None
    page = _surroundings(document)
    for node in everywhere(document, "form")[:MAX_FORMS]:
        fields = _with_editor(tuple(_fields(node, page)))
        score = _score(node, fields)
        if score > 0 and (best is None or score > best[0]):
            best = (score, node, fields)
    if best is not None:
        return _form(document, best[1], best[2])
    return _frame(document) or _login_note(document)


def _form(document: Document, node: LexborNode, fields: tuple[FormField, ...]) -> ReplyForm:
    method = attribute(node, "method").strip().lower()
    return ReplyForm(
        title=_title(node),
        action=clean_link(attribute(node, "action"), document.base) or document.url,
        method="get" if method == "get" else "post",
        fields=fields,
        text_field=_text_field(fields),
        parent_field=next((f.name for f in fields if _PARENT.match(_bare(f.name))), None),
        notes=tuple(_notes(node)),
    )


def _frame(document: Document) -> ReplyForm | None:
    for host, selector in _FRAMES:
        node = first_of(document, selector)
        if node is not None:
            return ReplyForm(title=_title(node), notes=(f"The reply form is a frame from {host}.",))
    return None


def _login_note(document: Document) -> ReplyForm | None:
    node = first_of(document, _LOGIN)
    line = line_of(node)[:MAX_LINE] if node is not None else ""
    return ReplyForm(title=_title(node), notes=(line,)) if node is not None and line else None


def _score(node: LexborNode, fields: Iterable[FormField]) -> int:
    """How surely a form takes comments; 0 where it does not."""
    fields = list(fields)
    if _text_field(fields) is None or _controls_search(node):
        return 0
    names = " ".join((attribute(node, "id"), attribute(node, "class"), attribute(node, "name")))
    action = attribute(node, "action")
    called = 2 * bool(_COMMENT.search(names)) + 2 * bool(_COMMENT.search(action))
    parents = any(_PARENT.match(_bare(field.name)) for field in fields)
    titled = is_form_title(_title(node))
    texts = any(_COMMENT.search(f"{f.name} {f.label}") for f in fields if _takes_text(f))
    people = any(f.kind == "email" or _PERSON.search(f.name) for f in fields)
    score = called + parents + 2 * titled + texts + bool((called or texts or titled) and people)
    if _OTHER.search(f"{names} {action}") and not titled and called < 4:
        return 0
    return score if called or titled or texts else 0


def _controls_search(node: LexborNode) -> bool:
    return attribute(node, "role") == "search" or any(
        field.attributes.get("type") in {"search", "password"} for field in select(node, "input")
    )


def _fields(form: LexborNode, page: _Surroundings) -> Iterator[FormField]:
    controls = select(form, _CONTROLS)
    name = attribute(form, "id")
    if name and page.controls:
        inside = {node.mem_id for node in controls}
        outside = (node for node in page.controls if node.mem_id not in inside)
        controls += [node for node in outside if attribute(node, "form") == name]
    for node in controls[:MAX_FIELDS]:
        kind = _kind(node)
        field_name = clean_line(attribute(node, "name"))
        if field_name and kind not in _NO_FIELDS:
            label = _label(node, page.labels.get(attribute(node, "id")))
            yield FormField(
                name=field_name,
                kind=kind,
                label=label.rstrip(" *:"),
                value=_value(node, kind),
                on=_ticked(node, kind),
                required=_is_required(node, label),
                shown=kind != "hidden" and not _is_hidden(node, form, page.hidden),
            )


def _with_editor(fields: tuple[FormField, ...]) -> tuple[FormField, ...]:
    """The fields with the text area shown that a script's editor stands in for, if one does."""
    if _text_field(fields) is None:
        for index, field in enumerate(fields):
            if field.kind == "textarea" and _COMMENT.search(field.name):
                return (*fields[:index], replace(field, shown=True), *fields[index + 1 :])
    return fields


def _kind(node: LexborNode) -> str:
    if node.tag in {"input", "button"}:
        fallback = "text" if node.tag == "input" else "submit"
        return clean_line(attribute(node, "type")).lower() or fallback
    return str(node.tag)


def _value(node: LexborNode, kind: str) -> str:
    """What a control holds when nobody touches it; a box that is not ticked holds nothing."""
    if kind == "textarea":
        return clean(node.text() or "")
    if kind == "select":
        option = node.css_first("option[selected]") or node.css_first("option")
        if option is None:
            return ""
        given = option.attributes.get("value")
        return clean_line(line_of(option) if given is None else given)
    if kind in _BOXES:
        return _ticked(node, kind) if "checked" in node.attributes else ""
    return clean(attribute(node, "value"))


def _ticked(node: LexborNode, kind: str) -> str:
    return clean_line(attribute(node, "value") or "on") if kind in _BOXES else ""


def _label(node: LexborNode, label: LexborNode | None) -> str:
    if label is None:
        around = (at for at, _ in zip(ancestors(node), range(3), strict=False))
        label = next((at for at in around if at.tag == "label"), None)
    line = line_of(label) if label is not None else ""
    for name in ("aria-label", "placeholder", "title"):
        line = line or clean_line(attribute(node, name))
    if not line and node.tag == "button":
        line = line_of(node)
    return line[:MAX_LINE]


def _is_required(node: LexborNode, label: str) -> bool:
    marked = "required" in node.attributes or attribute(node, "aria-required").lower() == "true"
    return marked or "required" in classes(node) or label.endswith("*") or label.startswith("*")


def _is_hidden(node: LexborNode, form: LexborNode, hidden: frozenset[str]) -> bool:
    """Whether a person does not see a control, by itself or by what is around it in the form."""
    if attribute(node, "tabindex").strip() == "-1" and attribute(node, "autocomplete") in {
        "off",
        "new-password",
        "nope",
    }:
        return True
    for at in (node, *ancestors(node)):
        if at.mem_id == form.mem_id:
            return False
        if "hidden" in at.attributes or attribute(at, "aria-hidden").lower() == "true":
            return True
        if _HIDING.search(attribute(at, "style")) or _DECOY.search(attribute(at, "class")):
            return True
        if hidden and not hidden.isdisjoint(
            ("#" + attribute(at, "id"), *("." + token for token in classes(at)))
        ):
            return True
    return False


def _hiding_names(document: Document) -> frozenset[str]:
    """The classes and ids (with `.` and `#`) that the page's own style sheets hide."""
    names: set[str] = set()
    left = MAX_STYLE
    for style in everywhere(document, "style"):
        text = (style.text() or "")[:left]
        left -= len(text)
        if "none" in text or "-9" in text or "hidden" in text:
            names.update(name for name, rule in _RULE.findall(text) if _HIDING.search(rule))
    return frozenset(names)


def _takes_text(field: FormField) -> bool:
    return field.kind == "textarea" and field.shown


def _text_field(fields: Iterable[FormField]) -> str | None:
    return next((field.name for field in fields if _takes_text(field)), None)


def _bare(name: str) -> str:
    """A field's name without the brackets that some servers group names by."""
    return name.rstrip("]").rpartition("[")[2]


def _title(node: LexborNode) -> str:
    """The heading in a form, or before it, or in what holds it; that which reads like one first."""
    shorts: list[str] = []
    for holder in (node, *_holders(node)):
        for heading in select(holder, _TITLES)[:10]:
            out = {small.mem_id for small in select(heading, "small, [id^='cancel']")}
            line = line_of(heading, out)
            if line and len(line) <= MAX_LINE:
                if is_form_title(line):
                    return line
                if holder.mem_id == node.mem_id or attribute(heading, "id") == "reply-title":
                    shorts.append(line)
    return shorts[0] if shorts else ""


def _holders(node: LexborNode) -> list[LexborNode]:
    """The elements around a form that may be its box, not those that hold a page's other text."""
    around = (at for at in ancestors(node) if at.tag not in {"html", "body", "main", "article"})
    return [at for at, _ in zip(around, range(AROUND), strict=False)]


def _notes(node: LexborNode) -> Iterator[str]:
    """What the form tells writers of mail addresses and required fields, each sentence once."""
    seen: set[str] = set()
    for holder in (node, *_holders(node)[:1]):
        for element in select(holder, _NOTES)[:MAX_FIELDS]:
            line = line_of(element)
            if not 0 < len(line) <= MAX_LINE or any(line in other for other in seen):
                continue
            if is_mail_note(line) or is_required_note(line):
                seen.add(line)
                yield line
