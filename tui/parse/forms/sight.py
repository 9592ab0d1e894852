"""Which controls of a form people see: what hides one, and so makes it a decoy for robots.

It is its type, an attribute, its style, or a place off the screen, its own or of an element around
it in the form.
"""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.nodes import ancestors, attribute, classes, everywhere

MAX_STYLE = 200_000
"""How much of a page's own style sheets is searched for what hides fields."""

MAX_RULE = 300
"""Rules of a style sheet that are longer than this many characters hide nothing alone."""

_DECOY = regex(r"(?:^|[\s_-])(?:honeypot|hp|akismet-fields-container)(?:$|[\s_-])")
_HIDING = regex(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\s*[;!]|$)"
    r"|(?:left|top|right|text-indent)\s*:\s*-\d{3,}|clip\s*:\s*rect\s*\("
    r"|clip-path\s*:\s*inset\s*\(\s*50%"
)
_HIDING_SIGNS = ("none", "hidden", "opacity", "clip", ":-", ": -")
_LAST_NAME = regex(r"[.#][\w-]+$")
_UNFILLED = frozenset({"off", "new-password", "nope"})
"""What a decoy tells browsers not to fill in."""


def hiding_names(document: Document) -> frozenset[str]:
    """The classes and ids (with `.` and `#`) that the page's own style sheets hide."""
    left = MAX_STYLE
    names: set[str] = set()
    for style in everywhere(document, "style"):
        text = (style.text() or "")[:left]
        left -= len(text)
        for rule in text.split("}")[:-1]:
            selector, _, told = rule.rpartition("{")
            if len(told) <= MAX_RULE and _hides(told):
                names.update(_LAST_NAME.findall(selector[-MAX_RULE:].rstrip()))
    return frozenset(names)


def _hides(told: str) -> bool:
    """Whether declarations of a style hide an element; most have nothing that looks so."""
    lower = told.lower()
    return any(sign in lower for sign in _HIDING_SIGNS) and bool(_HIDING.search(lower))


def is_hidden(node: LexborNode, form: LexborNode, hidden: frozenset[str]) -> bool:
    """Whether a person does not see a control, by itself or by what is around it in the form.

    Args:
        node: The control.
        form: Its form.
        hidden: What `hiding_names` gives.
    """
    if attribute(node, "tabindex").strip() == "-1" and attribute(node, "autocomplete") in _UNFILLED:
        return True
    for at in (node, *ancestors(node)):
        if at.mem_id == form.mem_id:
            return False
        if "hidden" in at.attributes or attribute(at, "aria-hidden").lower() == "true":
            return True
        style = attribute(at, "style")
        if (style and _hides(style)) or _DECOY.search(attribute(at, "class")):
            return True
        if hidden and not hidden.isdisjoint(
            ("#" + attribute(at, "id"), *("." + token for token in classes(at)))
        ):
            return True
    return False
