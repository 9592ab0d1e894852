"""Which form of a page takes replies.

A text area that people see, and a sign that it takes comments: its action, id or class, its title,
or its fields; none that it does something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from selectolax.lexbor import LexborNode

from tui.model import Barrier, FormField, ReplyForm
from tui.parse.document import Document
from tui.parse.forms.barriers import Way, barriers_of, leads_nowhere
from tui.parse.forms.caption import MAX_LINE, notes_of, title_of
from tui.parse.forms.fields import (
    SPEAKS_OF_COMMENTS,
    Control,
    Surroundings,
    areas_of,
    controls_of,
    fields_of,
    label_of,
    sending_button,
    takes_text,
    text_field,
)
from tui.parse.forms.sending import method_of, sending_of
from tui.parse.patterns import regex
from tui.parse.threads.nodes import (
    ancestors,
    attribute,
    enclosing,
    everywhere,
    line_of,
    select,
    short_line,
)
from tui.parse.words import is_form_title, is_login_notice

MAX_FORMS = 200
"""How many forms of a page are looked at."""

MAX_LINKS = 200
"""How many links to a login are looked at."""

_OTHER = regex(
    r"search|contact|kontakt|newsletter|subscri|login|log-in|signin|sign-in|register|checkout|wpcf7"
    r"|password|quote-request|feedback|carousel",
    re.IGNORECASE,
)
_PERSON = regex(r"mail|author|name", re.IGNORECASE)
_PARENT = regex(
    r"^(?:comment_?parent|parent(?:_?(?:id|comment|comment_?id))?|pid|reply_?to(?:_?(?:com|id))?"
    r"|in_?reply_?to(?:_?id)?|comment_?reply(?:_?id)?|replytocom)$",
    re.IGNORECASE,
)
_LOGIN = ".must-log-in"
_LOGIN_LINKS = (
    "a[href*='login' i], a[href*='log-in' i], a[href*='signin' i], a[href*='sign-in' i], "
    "a[href*='sign_in' i], a[href*='/user/' i]"
)
_FRAMES = (
    ("jetpack.wordpress.com", "iframe[src*='jetpack.wordpress.com'], #jetpack_remote_comment"),
    ("www.blogger.com", "iframe#comment-editor, iframe[src*='blogger.com/comment']"),
    ("www.blogger.com", "a[href*='www.blogger.com/comment'][href*='ostI']"),
)
"""Hosts of forms that sites show in a frame or link to, with what shows it."""

_ANY_FRAME = ", ".join(selector for _, selector in _FRAMES)


class _Choice(Struct, frozen=True):
    """A form that may be the page's reply form, and how surely it is."""

    score: int
    node: LexborNode
    controls: tuple[Control, ...]

    @property
    def rank(self) -> tuple[bool, int]:
        """What is higher for the better choice: one that is sent somewhere comes first."""
        way = Way(self.node, (), attribute(self.node, "action"), method_of(self.node))
        return not leads_nowhere(way), self.score


def find_form(document: Document) -> ReplyForm | None:
    """The form by which the page takes replies, or None.

    A form in a frame, or one that only people with an account see, is a form without an action, and
    its barriers and notes say so.
    """
    told = select(document.tree, f"textarea, {_LOGIN_LINKS}")
    areas = [node for node in told if node.tag == "textarea"]
    best: _Choice | None = None
    page = Surroundings(document)
    for node in _forms(document, areas):
        choice = _choice(node, page)
        if choice.score > 0 and (best is None or choice.rank > best.rank):
            best = choice
    if best is not None and best.rank[0]:
        return _form(document, best)
    frame = _frame(document)
    if frame is not None:
        return frame
    if best is not None:
        return _form(document, best)
    return _login_note(document, [node for node in told if node.tag != "textarea"])


def _forms(document: Document, areas: Sequence[LexborNode]) -> list[LexborNode]:
    """The forms that hold a text area, or that one names as its own."""
    if not areas:
        return []
    holding = enclosing(areas)
    names = {attribute(area, "form") for area in areas} - {""}
    return [
        form
        for form in everywhere(document, "form")[:MAX_FORMS]
        if form.mem_id in holding or attribute(form, "id") in names
    ]


def is_for_replies(form: LexborNode) -> bool:
    """Whether a form takes comments, wherever it is sent."""
    return _choice(form, Surroundings(None)).score > 0


def _choice(node: LexborNode, page: Surroundings) -> _Choice:
    signs = _signs(node, page)
    controls = controls_of(node, page) if signs is not None else ()
    return _Choice(_score(signs, fields_of(controls)) if signs else 0, node, controls)


def _form(document: Document, choice: _Choice) -> ReplyForm | None:
    node, controls = choice.node, choice.controls
    fields = fields_of(controls)
    button = sending_button(controls)
    sending = sending_of(document, node, button.node if button else None)
    if sending.action is not None and sending.action.startswith("mailto:"):
        return None
    return ReplyForm(
        title=title_of(node),
        action=sending.action,
        method=sending.method,
        fields=fields,
        text_field=text_field(fields),
        parent_field=next((f.name for f in fields if _PARENT.match(_bare(f.name))), None),
        notes=tuple(notes_of(node)),
        encoding=sending.encoding,
        charset=sending.charset,
        barriers=barriers_of(Way(node, controls, attribute(node, "action"), sending.method)),
    )


def _frame(document: Document) -> ReplyForm | None:
    is_shown = document.tree.css_first(_ANY_FRAME) is not None
    for host, selector in _FRAMES if is_shown else ():
        node = document.tree.css_first(selector)
        if node is not None:
            what = "a page" if node.tag == "a" else "a frame"
            return ReplyForm(
                title=title_of(node),
                notes=(f"The reply form is {what} from {host}.",),
                barriers=(Barrier.FRAME,),
            )
    return None


def _login_note(document: Document, links: Sequence[LexborNode]) -> ReplyForm | None:
    """The notice that only people with an account may reply, where a page has one for its form."""
    for node in _login_notices(document, links):
        line = line_of(node)
        if 0 < len(line) <= MAX_LINE:
            return ReplyForm(title=title_of(node), notes=(line,), barriers=(Barrier.LOGIN,))
    return None


def _login_notices(document: Document, links: Sequence[LexborNode]) -> Iterator[LexborNode]:
    marked = document.tree.css_first(_LOGIN)
    if marked is not None:
        yield marked
    for link in links[:MAX_LINKS]:
        for node, _ in zip((link, *ancestors(link)), range(3), strict=False):
            if is_login_notice(short_line(node, MAX_LINE)) and _is_about_comments(node):
                yield node


def _is_about_comments(node: LexborNode) -> bool:
    """Whether a notice speaks of comments, or stands among them."""
    around = (at for at, _ in zip((node, *ancestors(node)), range(6), strict=False))
    names = " ".join(f"{attribute(at, 'class')} {attribute(at, 'id')}" for at in around)
    return bool(SPEAKS_OF_COMMENTS.search(f"{line_of(node)[:MAX_LINE]} {names[:2_000]}"))


class _Signs(Struct, frozen=True):
    """What says that a form takes comments, without a look at all of its controls.

    Attributes:
        called: How surely its names and its address say so.
        titled: Whether its title does.
    """

    called: int
    titled: bool


def _signs(node: LexborNode, page: Surroundings) -> _Signs | None:
    """What says that a form takes comments; None where nothing does or it plainly takes none."""
    if _controls_search(node):
        return None
    names = " ".join((attribute(node, "id"), attribute(node, "class"), attribute(node, "name")))
    action = attribute(node, "action")
    called = 2 * bool(SPEAKS_OF_COMMENTS.search(names))
    called += 2 * bool(SPEAKS_OF_COMMENTS.search(action))
    titled = is_form_title(title_of(node))
    is_other = bool(_OTHER.search(f"{names} {action}")) and not titled and called < 4
    areas = areas_of(node, page)
    texts = (f"{attribute(area, 'name')} {label_of(area, page)}" for area in areas)
    if is_other or not (called or titled or any(map(SPEAKS_OF_COMMENTS.search, texts))):
        return None
    return _Signs(called, titled)


def _score(signs: _Signs, fields: Sequence[FormField]) -> int:
    """How surely a form takes comments; 0 where it does not."""
    parents = any(_PARENT.match(_bare(field.name)) for field in fields)
    texts = any(SPEAKS_OF_COMMENTS.search(f"{f.name} {f.label}") for f in fields if takes_text(f))
    if text_field(fields) is None or not (signs.called or signs.titled or texts):
        return 0
    people = any(f.kind == "email" or _PERSON.search(f.name) for f in fields)
    return signs.called + parents + 2 * signs.titled + texts + people


def _controls_search(node: LexborNode) -> bool:
    return attribute(node, "role") == "search" or any(
        field.attributes.get("type") in {"search", "password"} for field in select(node, "input")
    )


def _bare(name: str) -> str:
    """A field's name without the brackets that some servers group names by."""
    return name.rstrip("]").rpartition("[")[2]
