"""How a browser sends a form: to which address, by which method, in which encoding.

Source: the HTML standard, sections 4.10.18.6 (attributes for form submission) and 4.10.22 (form
submission), and the Encoding standard on output encodings.
"""

from __future__ import annotations

from msgspec import Struct
from selectolax.lexbor import LexborNode

from tui.model import MULTIPART, URLENCODED
from tui.parse.clean import clean_link
from tui.parse.decode import web_name
from tui.parse.document import Document
from tui.parse.threads.nodes import attribute

_UTF8 = "utf-8"
_CHARSET_FIELD = "_charset_"


class Sending(Struct, frozen=True):
    """How a form is sent.

    Attributes:
        action: The absolute address, or None where it leads nowhere on the web.
        method: `post` or `get`.
        encoding: The media type of what is sent.
        charset: The character set, by its name in the Encoding standard; None for UTF-8.
    """

    action: str | None
    method: str
    encoding: str
    charset: str | None


def sending_of(document: Document, form: LexborNode, button: LexborNode | None) -> Sending:
    """How a form is sent by a button, which may have a say of its own, or without one."""

    def told(name: str) -> str:
        own = attribute(button, f"form{name}") if button is not None else ""
        return (own or attribute(form, name)).strip()

    address = told("action")
    multipart = told("enctype").lower() == MULTIPART
    return Sending(
        action=_action(document, address),
        method=_method(told("method")),
        encoding=MULTIPART if multipart else URLENCODED,
        charset=_charset(attribute(form, "accept-charset"), document.encoding),
    )


def method_of(form: LexborNode) -> str:
    """The method of a form that no button has a say in."""
    return _method(attribute(form, "method"))


def _method(told: str) -> str:
    return "post" if told.strip().lower() == "post" else "get"


def _action(document: Document, address: str) -> str | None:
    """Where a form is sent: the page itself where it names nothing."""
    if not address or address.startswith("#"):
        return document.url
    return clean_link(address, document.base)


def _charset(accepted: str, page: str | None) -> str | None:
    """The first character set that a form accepts and browsers know, else that of the page."""
    names = (web_name(label) for label in accepted.replace(",", " ").split()[:20])
    name = next(filter(None, names), None) or web_name(page or "")
    return None if name == _UTF8 else name
