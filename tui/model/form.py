"""The form by which a page takes replies."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Barrier(StrEnum):
    """What keeps a form from being filled by anything but a browser with a person before it."""

    CAPTCHA = "captcha"  # a riddle for people
    LOGIN = "login"  # only people with an account may write
    FRAME = "frame"  # the form is a page of another host
    SCRIPT = "script"  # a script makes a field or the address
    PREVIEW = "preview"  # the site wants to show the reply to its writer first


URLENCODED = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"


class FormField(Struct, frozen=True, gc=False):
    """One field of a form, named as HTML names it.

    Attributes:
        name: The name it is sent under.
        kind: The control: `text`, `email`, `url`, `textarea`, `hidden`, `checkbox`, `select`, ...
        label: What the page calls it, perhaps empty.
        value: What it holds when nobody touches it.
        required: Whether the page says it must be filled.
        shown: Whether a person sees it in a browser; decoys for robots are not shown.
        on: What a box or a radio button holds when it is ticked, empty for other controls.
        limit: The most characters that it takes, or None where the page tells no limit.
        pressed: Whether it is the button by which a person sends the form. A browser sends the name
            and value of this one and of no other button; where the button has no name, none is.
    """

    name: str
    kind: str = "text"
    label: str = ""
    value: str = ""
    required: bool = False
    shown: bool = True
    on: str = ""
    limit: int | None = None
    pressed: bool = False


class ReplyForm(Struct, frozen=True, gc=False):
    """How a page takes replies.

    Attributes:
        title: Its heading as shown ("Leave a Reply"), perhaps empty.
        action: The absolute address it is sent to, or None where it is only text or a frame.
        method: `post` or `get`.
        fields: All its fields in page order.
        text_field: The name of the field that takes the reply's text, or None.
        parent_field: The name of the field that says which comment is answered, or None.
        notes: What the page tells writers, such as that the e-mail address is not shown.
        encoding: How it is sent: `application/x-www-form-urlencoded` or `multipart/form-data`.
        charset: The character set it is sent in, as its name in the WHATWG Encoding Standard; None
            for UTF-8.
        barriers: What keeps it from being sent without a browser.
    """

    title: str = ""
    action: str | None = None
    method: str = "post"
    fields: tuple[FormField, ...] = ()
    text_field: str | None = None
    parent_field: str | None = None
    notes: tuple[str, ...] = ()
    encoding: str = URLENCODED
    charset: str | None = None
    barriers: tuple[Barrier, ...] = ()
