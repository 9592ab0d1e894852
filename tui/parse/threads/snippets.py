"""What the snippet tells that a service has sites put into their pages: attributes, variables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit

from selectolax.lexbor import LexborNode

from tui.parse.clean import clean_line, clean_link
from tui.parse.document import Document
from tui.parse.threads.nodes import attribute, everywhere, first_of

MAX_SCRIPT = 20_000
"""A snippet stands in the first so many characters of a script."""

MAX_SCRIPTS = 200
"""Scripts beyond this many are not searched."""

MAX_VALUE = 2_000
"""No setting is longer than this many characters."""

Details = tuple[tuple[str, str], ...]


def details(values: Mapping[str, str | None]) -> Details:
    """The settings that have a value, as `RemoteThread.details` wants them."""
    cleaned = ((name, clean_line(value or "")) for name, value in values.items())
    return tuple((name, value) for name, value in cleaned if 0 < len(value) <= MAX_VALUE)


def first(document: Document, selector: str) -> LexborNode | None:
    """The first element of a page that a selector matches, or None."""
    return first_of(document, selector)


def attributes(document: Document, selector: str, names: Iterable[str]) -> dict[str, str]:
    """The attributes that an element has of these, whether with `data-` before the name or not."""
    node = first(document, selector)
    if node is None:
        return {}
    found = {name: attribute(node, f"data-{name}") or attribute(node, name) for name in names}
    return {name: value for name, value in found.items() if value}


def query(document: Document, selector: str, names: Iterable[str]) -> dict[str, str]:
    """The parameters of these names in the address that an element loads."""
    node = first(document, selector)
    try:
        given = dict(parse_qsl(urlsplit(attribute(node, "src")).query)) if node is not None else {}
    except ValueError:  # a malformed address, or more parameters than anybody sends
        given = {}
    return {name: given[name] for name in names if given.get(name)}


def script_with(document: Document, word: str) -> str:
    """The first script in a page's own HTML that holds a word; empty where none does."""
    for node in everywhere(document, "script:not([src])")[:MAX_SCRIPTS]:
        text = node.text()[:MAX_SCRIPT]
        if word in text:
            return text
    return ""


def setting(script: str, *names: str) -> str | None:
    """The string that a script gives the first of some names: `name = "x"`, `"name": 'x'`."""
    for name in names:
        match = re.search(
            rf"(?<![\w.-]){re.escape(name)}[\"']?\s{{0,9}}[:=]\s{{0,9}}"
            rf"(?:\"([^\"\n<>]{{1,{MAX_VALUE}}})\"|'([^'\n<>]{{1,{MAX_VALUE}}})')",
            script,
        )
        if match is not None:
            return (match[1] or match[2]).replace("\\/", "/")
    return None


def in_element(selector: str, *names: str) -> Callable[[Document], Details]:
    """What reads the settings that a service has in the attributes of an element."""
    return lambda document: details(attributes(document, selector, names))


def in_script(word: str, *names: str) -> Callable[[Document], Details]:
    """What reads the settings that a service has in the script that holds a word."""

    def told(document: Document) -> Details:
        script = script_with(document, word)
        return details({name: setting(script, name) for name in names})

    return told


def address(document: Document) -> str | None:
    """The address of the page on the web, without fragment, as `location` would have it."""
    url = document.url or document.declared.canonical(document.base)
    return url.partition("#")[0] if url and url.startswith("http") else None


def path(document: Document) -> str | None:
    """The path of the page's address, `location.pathname`, or None."""
    url = address(document)
    return (urlsplit(url).path or "/") if url else None


def endpoint(base: str | None, document: Document) -> str | None:
    """The address of a service without the slash at its end, or None."""
    url = clean_link(base, address(document) or "https://localhost/") if base else None
    return url.rstrip("/") if url and not url.startswith("https://localhost/") else None


def asking(url: str, parameters: Mapping[str, str | None]) -> str:
    """An address with a query of the parameters that have a value."""
    given = {name: value for name, value in parameters.items() if value}
    return f"{url}?{urlencode(given)}" if given else url
