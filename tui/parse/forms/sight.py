"""Which controls of a form people see: what hides one, and so makes it a decoy for robots.

It is its type, an attribute, its style, or a place off the screen, its own or of an element around
it in the form.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.nodes import ancestors, attribute, classes, everywhere

MAX_STYLE = 200_000
"""How much of a page's own style sheets is searched for what hides fields."""

_DECOY = regex(r"(?:^|[\s_-])(?:honeypot|hp|akismet-fields-container)(?:$|[\s_-])")
_HIDING = regex(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\s*[;!]|$)"
    r"|(?:left|top|right|text-indent)\s*:\s*-\d{3,}|clip\s*:\s*rect\s*\("
    r"|clip-path\s*:\s*inset\s*\(\s*50%",
    re.IGNORECASE,
)
_RULE = regex(r"([.#][\w-]+)\s*\{([^{}]{0,300})\}")
_UNFILLED = frozenset({"off", "new-password", "nope"})
"""What a decoy tells browsers not to fill in."""


def hiding_names(document: Document) -> frozenset[str]:
    """The classes and ids (with `.` and `#`) that the page's own style sheets hide."""
    names: set[str] = set()
    left = MAX_STYLE
    for style in everywhere(document, "style"):
        text = (style.text() or "")[:left]
        left -= len(text)
        if "none" in text or "-9" in text or "hidden" in text:
            names.update(name for name, rule in _RULE.findall(text) if _HIDING.search(rule))
    return frozenset(names)


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
        if _HIDING.search(attribute(at, "style")) or _DECOY.search(attribute(at, "class")):
            return True
        if hidden and not hidden.isdisjoint(
            ("#" + attribute(at, "id"), *("." + token for token in classes(at)))
        ):
            return True
    return False
