"""The language of filters: which comments match a text such as `author:kees has:link`.

`parser` reads a text into terms, `fields` says what stands before a colon, `conditions` what may
stand after it, and `facts` what a comment is asked about. Each is loaded with the first filter,
since few readers have one when a page opens.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tui.errors import QueryError

if TYPE_CHECKING:
    from tui.reading.query.facts import Facts
    from tui.reading.query.parser import author_query, parse_query
    from tui.reading.query.terms import Query

__all__ = ["Facts", "Query", "QueryError", "author_query", "parse_query"]

_HOMES = {"Facts": "facts", "Query": "terms", "author_query": "parser", "parse_query": "parser"}


def __getattr__(name: str) -> object:
    """What is loaded when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
