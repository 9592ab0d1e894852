"""The fields of a form as a browser would send them when nobody touches them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace
from selectolax.lexbor import LexborNode

from tui.model import FormField
from tui.parse.clean import clean, clean_line
from tui.parse.document import Document
from tui.parse.forms.sight import hiding_names, is_hidden
from tui.parse.patterns import regex
from tui.parse.threads.nodes import ancestors, attribute, classes, everywhere, line_of, select
from tui.parse.words import is_decoy_label, is_preview_label

MAX_FIELDS = 500
"""How many fields of a form are read."""

MAX_LINE = 400
"""Labels are shorter than this many characters."""

MAX_WORDS = 60
"""Words before a control are its label where they are no more than this many characters."""

MAX_LIMIT = 10**9
"""A form that takes more characters than this has no limit."""

SPEAKS_OF_COMMENTS = regex(
    r"comment|comm[_-]form|kommentar|reacti|reactie|coment|reply|respond|answer|antwort|talkback"
    r"|guestbook|discuss",
    re.IGNORECASE,
)
"""What the names of a form that takes comments, or of its text area, have in them."""

_CONTROLS = "input, textarea, select, button"
_BOXES = frozenset({"checkbox", "radio"})
_BUTTONS = frozenset({"submit", "image"})
_NO_FIELDS = frozenset({"reset", "button", "image"})
_WRITTEN = frozenset({"text", "email", "url", "tel", "search", "number", "textarea", "select"})
_TITLES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "legend"})
_CLOSED_BY = "fieldset[disabled]"
_PREVIEWS = regex(r"preview|previsu|apercu|anteprima|vorschau|voorbeeld", re.IGNORECASE)
_LEADS_AWAY = regex(r"cancel|delete|reset|abbrechen|annul|upload|attach|log-?in", re.IGNORECASE)


class Surroundings:
    """What a page has of forms outside of them; each is read when it is first asked for.

    Args:
        document: The page, or None where nothing is known of it.
    """

    def __init__(self, document: Document | None) -> None:
        self._document = document

    @cached_property
    def hidden(self) -> frozenset[str]:
        """The classes and ids (with `.` and `#`) that its own style sheets hide."""
        return hiding_names(self._document) if self._document else frozenset()

    @cached_property
    def controls(self) -> list[LexborNode]:
        """Its controls that name the form they belong to."""
        selector = "input[form], textarea[form], select[form], button[form]"
        return everywhere(self._document, selector) if self._document else []

    @cached_property
    def labels(self) -> Mapping[str, LexborNode]:
        """Its labels by the id of the control that they are for."""
        labels = everywhere(self._document, "label[for]") if self._document else ()
        return {attribute(label, "for"): label for label in labels}


class Control(Struct, frozen=True):
    """A control and the field it is; None where a browser sends nothing of it, ever."""

    node: LexborNode
    kind: str
    field: FormField | None


def controls_of(form: LexborNode, page: Surroundings) -> tuple[Control, ...]:
    """The controls of a form in page order, those outside it that name it last.

    What is disabled is not sent and so no field, unless a script surely enables it: the text area,
    where there is no other, and the buttons.
    """
    return _pressed(_with_editor(tuple(_controls(form, page))))


def takes_text(field: FormField) -> bool:
    """Whether the text of a reply can go into a field."""
    return field.kind == "textarea" and field.shown


def text_field(fields: Iterable[FormField]) -> str | None:
    """The name of the field that takes the text of a reply, or None."""
    return next((field.name for field in fields if takes_text(field)), None)


def areas_of(form: LexborNode, page: Surroundings) -> list[LexborNode]:
    """The text areas of a form, shown or not."""
    return [node for node in _nodes(form, page) if node.tag == "textarea"]


def _nodes(form: LexborNode, page: Surroundings) -> list[LexborNode]:
    nodes = select(form, _CONTROLS)
    name = attribute(form, "id")
    if name and page.controls:
        inside = {node.mem_id for node in nodes}
        outside = (node for node in page.controls if node.mem_id not in inside)
        nodes += [node for node in outside if attribute(node, "form") == name]
    return nodes


def _controls(form: LexborNode, page: Surroundings) -> Iterator[Control]:
    nodes = _nodes(form, page)
    off = {node.mem_id for around in select(form, _CLOSED_BY) for node in select(around, _CONTROLS)}
    for node in nodes[:MAX_FIELDS]:
        kind = _kind(node)
        disabled = "disabled" in node.attributes or node.mem_id in off
        if disabled and kind not in {*_BUTTONS, "textarea"}:
            continue
        field_name = clean_line(attribute(node, "name"))
        if not field_name or kind in _NO_FIELDS:
            yield Control(node, kind, None)
            continue
        label = label_of(node, page) or (words_before(node) if kind in _WRITTEN else "")
        seen = not (
            kind == "hidden"
            or disabled
            or is_hidden(node, form, page.hidden)
            or is_decoy_label(label)
        )
        yield Control(
            node,
            kind,
            FormField(
                name=field_name,
                kind=kind,
                label=label.rstrip(" *:"),
                value=_value(node, kind),
                on=_ticked(node, kind),
                required=_is_required(node, label),
                shown=seen or (disabled and kind in _BUTTONS),
                limit=_limit(node),
            ),
        )


def _with_editor(controls: tuple[Control, ...]) -> tuple[Control, ...]:
    """The controls with the text area shown that a script's editor stands in for, if one does."""
    if text_field(fields_of(controls)) is not None:
        return controls
    for index, control in enumerate(controls):
        field = control.field
        if field is not None and _is_for_comments(control.kind, field):
            shown = replace(control, field=replace(field, shown=True))
            return (*controls[:index], shown, *controls[index + 1 :])
    return controls


def _is_for_comments(kind: str, field: FormField) -> bool:
    return kind == "textarea" and SPEAKS_OF_COMMENTS.search(field.name) is not None


def fields_of(controls: Iterable[Control]) -> tuple[FormField, ...]:
    """The fields of some controls, in their order."""
    return tuple(control.field for control in controls if control.field is not None)


def _pressed(controls: tuple[Control, ...]) -> tuple[Control, ...]:
    """The controls with the button marked by which a person sends the form, if it has a name."""
    button = sending_button(controls)
    if button is None or button.field is None:
        return controls
    return tuple(
        replace(control, field=replace(button.field, pressed=True))
        if control is button
        else control
        for control in controls
    )


def sending_button(controls: Iterable[Control]) -> Control | None:
    """The first button that sends the form and does not only preview or cancel, or None."""
    buttons = (control for control in controls if is_button(control))
    return next((button for button in buttons if not _goes_elsewhere(button)), None)


def is_button(control: Control) -> bool:
    """Whether a control is a button that sends the form and that people see."""
    return control.kind in _BUTTONS and (control.field is None or control.field.shown)


def only_previews(controls: Iterable[Control]) -> bool:
    """Whether all the buttons of a form that send it do so for a preview."""
    buttons = [control for control in controls if is_button(control)]
    return any(map(_previews, buttons)) and all(map(_goes_elsewhere, buttons))


def _goes_elsewhere(button: Control) -> bool:
    name = f"{attribute(button.node, 'name')} {attribute(button.node, 'id')}"
    return _previews(button) or bool(_LEADS_AWAY.search(name))


def _previews(button: Control) -> bool:
    node = button.node
    words = line_of(node) if node.tag == "button" else clean_line(attribute(node, "value"))
    return bool(_PREVIEWS.search(attribute(node, "name"))) or is_preview_label(words)


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
        return _chosen(node)
    if kind in _BOXES:
        return _ticked(node, kind) if "checked" in node.attributes else ""
    return clean(attribute(node, "value"))


def _ticked(node: LexborNode, kind: str) -> str:
    return clean_line(attribute(node, "value") or "on") if kind in _BOXES else ""


def _chosen(node: LexborNode) -> str:
    """The option that a browser has chosen: the last that is marked, else the first that may be."""
    options = node.css("option")
    marked = [option for option in options if "selected" in option.attributes]
    option = marked[-1] if marked else None
    if option is None and "multiple" not in node.attributes:
        option = next((one for one in options if "disabled" not in one.attributes), None)
    if option is None or "disabled" in option.attributes:
        return ""
    given = option.attributes.get("value")
    return clean_line(line_of(option) if given is None else given)


def _limit(node: LexborNode) -> int | None:
    """The most characters that a control takes: its `maxlength`, where that is a number."""
    digits = attribute(node, "maxlength").strip()
    if not (digits.isascii() and digits.isdigit()):
        return None
    return int(digits) if len(digits) < 10 and int(digits) < MAX_LIMIT else None


def label_of(node: LexborNode, page: Surroundings) -> str:
    """What a control is called: its label, else what it says in it before anybody writes."""
    label = page.labels.get(attribute(node, "id"))
    if label is None:
        around = (at for at, _ in zip(ancestors(node), range(3), strict=False))
        label = next((at for at in around if at.tag == "label"), None)
    line = line_of(label) if label is not None else ""
    for name in ("aria-label", "placeholder", "title"):
        line = line or clean_line(attribute(node, name))
    if not line and node.tag == "button":
        line = line_of(node)
    return line[:MAX_LINE]


def words_before(node: LexborNode) -> str:
    """What stands just before a control, in its line or in the table's cell before; perhaps empty.

    So the old web names its fields: `<td>Name</td><td><input></td>`, `Name:<br><input>`.
    """
    at: LexborNode | None = node
    for _ in range(3):
        if at is None or at.tag == "form":
            break
        before = at.prev
        while before is not None:
            if before.tag in _TITLES or select(before, _CONTROLS):
                return ""
            line = clean_line(before.text() or "")
            if line:
                return line if len(line) <= MAX_WORDS else ""
            before = before.prev
        at = at.parent
    return ""


def _is_required(node: LexborNode, label: str) -> bool:
    marked = "required" in node.attributes or attribute(node, "aria-required").lower() == "true"
    return marked or "required" in classes(node) or label.endswith("*") or label.startswith("*")
