"""The language of filters: which comments match a text such as `author:kees has:link`.

`parser` reads a text into terms, `fields` says what stands before a colon, `conditions` what may
stand after it, and `facts` what a comment is asked about.
"""

from tui.errors import QueryError
from tui.reading.query.facts import Facts
from tui.reading.query.parser import author_query, parse_query
from tui.reading.query.terms import Query

__all__ = ["Facts", "Query", "QueryError", "author_query", "parse_query"]
