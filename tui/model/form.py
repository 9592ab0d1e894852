"""The form by which a page takes replies."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form, named as HTML names it.

    Attributes:
        name: The name it is sent under.
        kind: The control: `text`, `email`, `url`, `textarea`, `hidden`, `checkbox`, `select`, ...
        label: What the page calls it, perhaps empty.
        value: What it holds when nobody touches it.
        required: Whether the page says it must be filled.
        shown: Whether a person sees it in a browser; decoys for robots are not shown.
    """

    name: str
    kind: str = "text"
    label: str = ""
    value: str = ""
    required: bool = False
    shown: bool = True


@dataclass(frozen=True, slots=True)
class ReplyForm:
    """How a page takes replies.

    Attributes:
        title: Its heading as shown ("Leave a Reply"), perhaps empty.
        action: The absolute address it is sent to, or None where it is only text or a frame.
        method: `post` or `get`.
        fields: All its fields in page order.
        text_field: The name of the field that takes the reply's text, or None.
        parent_field: The name of the field that says which comment is answered, or None.
        notes: What the page tells writers, such as that the e-mail address is not shown.
    """

    title: str = ""
    action: str | None = None
    method: str = "post"
    fields: tuple[FormField, ...] = ()
    text_field: str | None = None
    parent_field: str | None = None
    notes: tuple[str, ...] = ()
