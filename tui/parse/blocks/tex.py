"""TeX that stands in attributes: of what a program drew of it, of a picture, in its address.

Scripts that draw formulas, and editors around them, keep the source in a `data-` attribute: Temml's
`data-entry`, Zhihu's and others' `data-tex`, MathJax 4's `data-latex`; Substack has it in JSON.
Services that draw it as a picture take it in the address: after the `?`, as the value of a
parameter, or as the end of the path.
"""

from __future__ import annotations

import re
from itertools import islice
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from tui.parse.blocks.elements import BLOCKS, FORMULAS, TEXT, Attributes
from tui.parse.clean import clean_line
from tui.parse.patterns import regex

_PLAIN = ("data-tex", "data-latex", "data-math", "data-formula", "data-equation")
_TEMML = "data-entry"
_SUBSTACK = "data-attrs"
ATTRIBUTES = frozenset({*_PLAIN, _TEMML, _SUBSTACK})
"""The attributes that may hold a source."""

_LONGEST = 8_000
_FEW = 40
"""Of an element so many nodes are looked at for what draws a formula."""

_PICTURES = frozenset({"img", "svg"})
_SWITCHES = frozenset({"true", "false", "on", "off", "yes", "no", "0", "1"})
_DRAWS = regex(r"(?:^|[\s_-])(?:katex|mathjax|mjx|math|(?:la)?tex)", re.IGNORECASE)
_STYLED = regex(r"\{\\(?:display|text)style\b\s*(.+)\}|\\displaystyle\b\s*(.+)")
"""What wikis and others write around a formula for the size it is drawn in."""

_FENCED = regex(r"\$\$?(?:latex\b\s*)?([^$]+)\$\$?|\\\((.+)\\\)|\\\[(.+)\\\]")
"""What sets a formula off from text around it."""

_NAMED = ("tex", "math", "ql-img")
"""One of which each of these has, and sooner found."""

_PICTURE = regex(
    r"(?:^|\s)(?:latex|tex|mwe-math-\S+|ql-img-\S+)(?:\s|$)"
    r"|\blatex\.(?:php|codecogs)|/render/math\b|/math/render/",
    re.IGNORECASE,
)
"""Classes and addresses of pictures of formulas."""

_COMMAND = regex(
    r"\\[A-Za-z]{2,20}\*? ?\{|[A-Za-z\d)}][_^]\{|\\(?:frac|sqrt|sum|prod|int|lim|infty|partial"
    r"|nabla|alpha|beta|gamma|delta|epsilon|theta|lambda|mu|pi|sigma|phi|psi|omega|Gamma|Delta|Omega"
    r"|cdot|times|pm|leq?|geq?|neq|approx|equiv|mathbb|mathrm|exp)"
    r"(?![A-Za-z])"
)
"""What is written in TeX and next to nowhere else: not in paths of Windows, for one."""

_SIGNS = regex(r"[\\^_={}]")
_ASKED = regex(
    r"(?:\b(?:svg|png|gif|pdf)\.(?:latex|image)|/(?:latex|mathtex\.cgi|mimetex\.cgi))\?(.+)"
    r"|[?&](?:latex|tex|math|equation|formula)=([^&]+)"
    r"|[?&](?:chl|from|eq|f)=([^&]*%5c[^&]*)"
    r"|/([^/?]*%5c[^?]*)",
    re.IGNORECASE,
)
"""Where addresses of services hold it; a parameter or a path is told by a backslash in it."""

_SERVICE = regex(r"%5c|latex|\.image\?|tex\.cgi|[?&](?:tex|math|equation|formula)=", re.IGNORECASE)
_LOOK = regex(
    r"\\(?:dpi|bg|fg)(?:\{\w*\}|_\w+)\s*|\\(?:inline|tiny|small|large|Large|LARGE|huge)\b\s*"
    r"|\\(?:bg|fg)_\w+\s*"
)
"""Commands of services for size and colour at the beginning."""


def source(tex: str) -> str:
    """TeX on one line, without what sets it off or how large it is to be."""
    line = clean_line(tex[:_LONGEST])
    line = fenced(line) or line
    styled = _STYLED.fullmatch(line)
    return next(filter(None, styled.groups())).strip() if styled else line


def fenced(text: str) -> str | None:
    """The TeX between the signs that set it off from text, or None where there are none."""
    found = _FENCED.fullmatch(clean_line(text[:_LONGEST]))
    return next(filter(None, found.groups())).strip() if found else None


def in_attributes(node: LexborNode) -> str | None:
    """The source that an element has in an attribute, where it shows a formula or nothing yet."""
    attributes = node.attributes
    value = next((attributes[name] for name in _PLAIN if attributes.get(name)), None)
    if value is None and "tex" in (attributes.get("class") or ""):
        value = attributes.get(_TEMML) or _expression(attributes.get(_SUBSTACK) or "")
    if not value or value.lower() in _SWITCHES or not _shows_formula(node):
        return None
    return source(value) or None


def in_picture(attributes: Attributes) -> str | None:
    """The TeX that a picture draws, or None where it draws anything else."""
    alt, address = attributes.get("alt") or "", attributes.get("src") or ""
    if ("\\" in alt or "{" in alt) and _COMMAND.search(alt):
        return source(alt)
    named = attributes.get("class") or "", address
    lower = " ".join(named).lower()
    is_named = any(map(lower.__contains__, _NAMED)) and any(map(_PICTURE.search, named))
    if is_named and _SIGNS.search(alt):
        return source(alt)
    return _asked(address) or (source(alt) if is_named and alt else None)


def _asked(address: str) -> str | None:
    """The source in the address of a service."""
    has_sign = "?" in address or "&" in address or "%" in address
    may_ask = has_sign and len(address) <= _LONGEST and not address.startswith("data:")
    found = _ASKED.search(address) if may_ask and _SERVICE.search(address) else None
    if found is None:
        return None
    part = next(filter(None, found.groups()))
    if found[1] is None:
        part = part.replace("+", " ")  # as forms send a space
    text = source(unquote(part).replace("&space;", " "))
    while match := _LOOK.match(text):
        text = text[match.end() :]
    return text or None


def _expression(value: str) -> str | None:
    """The source in JSON that Substack's editor writes."""
    if "xpression" not in value:
        return None
    from json import loads  # noqa: PLC0415 -- seldom needed

    try:
        data = loads(value)
    except (ValueError, RecursionError):
        return None
    found = data.get("persistentExpression") if isinstance(data, dict) else None
    return found if isinstance(found, str) else None


def _shows_formula(node: LexborNode) -> bool:
    """Whether an element holds what draws formulas, or no words: a script has yet to draw it."""
    seen = 0
    for seen, inner in enumerate(islice(node.traverse(include_text=True), _FEW)):
        tag = inner.tag or ""
        if tag in FORMULAS or tag in _PICTURES:
            return True
        if tag == TEXT:
            if not inner.is_empty_text_node:
                return False
        elif (seen or tag not in BLOCKS) and _DRAWS.search(inner.attributes.get("class") or ""):
            return True
    return seen < _FEW - 1
