"""The filter language, from text to a query; docs/filter.md describes it.

    some    = all { ( "or" | "|" ) all }
    all     = one { [ "and" ] one }
    one     = { "not" | "-" | "!" } ( term | "(" some ")" )
    term    = word | "phrase" | name ":" [ "<" | "<=" | ">" | ">=" | "=" ] ( value | "phrase" )

A backslash in a phrase stands before a quotation mark or another backslash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from tui.errors import QueryError
from tui.reading.query.fields import FIELDS, field_term, word_term
from tui.reading.query.terms import (
    EVERYTHING,
    KEYWORDS,
    Query,
    all_of,
    named,
    negated,
    some_of,
    unquoted,
)

DEEPEST = 50
"""Parentheses may be nested so deep."""

MOST_TERMS = 1_000
"""A filter may have so many terms."""

_PHRASE = r'"(?P<{}>[^"\\]*(?:\\.[^"\\]*)*)"'
_TOKEN = re.compile(
    rf"""
    (?P<space>\s+)
    | (?P<sign>[()]|\|+)
    | (?P<no>[-!])(?=[^\s)|])
    | (?P<name>[a-z]{{1,20}}):(?P<operator>[<>]=?|=)?
      (?:{_PHRASE.format("quoted")}|(?P<value>[^\s()|"]*))
    | {_PHRASE.format("phrase")}
    | (?P<word>[^\s()|"]+)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_COMPARED = re.compile(r"([a-z]+)([<>]=?|=)(-?[0-9]+)", re.IGNORECASE)


def parse_query(text: str) -> Query:
    """The filter that a text asks for; every comment for one without words.

    Raises:
        QueryError: The text cannot be understood.
    """
    return _Parser(text).query()


def author_query(name: str) -> Query:
    """What matches the comments of one author, whose whole name this is."""
    return field_term("author", "=", name)


class _Parser:
    """Reads tokens, which are signs, keywords and terms, into one query."""

    def __init__(self, text: str) -> None:
        self._tokens = list(_tokens(text))
        self._at = 0

    def query(self) -> Query:
        """The whole."""
        if not self._tokens:
            return EVERYTHING
        query = self._some(0)
        if self._at < len(self._tokens):  # nothing else ends it
            raise QueryError("A parenthesis is closed with “)” that was not opened.")
        return query

    def _some(self, depth: int) -> Query:
        parts = [self._all(depth)]
        while self._take("or"):
            parts.append(self._all(depth))
        return some_of(parts)

    def _all(self, depth: int) -> Query:
        parts = [self._one(depth)]
        while self._next not in (None, "or", ")"):
            self._take("and")
            parts.append(self._one(depth))
        return all_of(parts)

    def _one(self, depth: int) -> Query:
        denied = False
        while self._take("not"):
            denied = not denied
        token = self._next
        if isinstance(token, Query):
            self._at += 1
            query = token
        elif self._take("("):
            query = self._group(depth + 1)
        else:
            raise self._missing()
        return negated(query) if denied else query

    def _group(self, depth: int) -> Query:
        if depth > DEEPEST:
            raise QueryError(f"Parentheses are nested more than {DEEPEST} deep.")
        query = self._some(depth)
        if not self._take(")"):
            raise QueryError("A parenthesis is opened with “(” that is not closed.")
        return query

    @property
    def _next(self) -> str | Query | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self, token: str) -> bool:
        taken = self._next == token
        self._at += taken
        return taken

    def _missing(self) -> QueryError:
        """What to say where a term should stand and none does."""
        before = self._tokens[self._at - 1] if self._at else None
        if before == "(":
            return QueryError("There is nothing to look for after “(”.")
        keyword = before if before in KEYWORDS else self._next
        if keyword not in KEYWORDS:
            return QueryError("A parenthesis is closed with “)” that was not opened.")
        side = "after" if keyword is before else "before"
        return QueryError(
            f"There is nothing to look for {side} “{keyword}”; "
            f'to look for the word itself, write "{keyword}" in quotation marks.'
        )


def _tokens(text: str) -> Iterator[str | Query]:
    """The signs and keywords (`(`, `)`, `and`, `or`, `not`) and the terms of a text."""
    at = terms = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        at = match.end() if match else at
        # A value that ends where a quotation mark is would have been a phrase if it were closed.
        if match is None or (match["value"] == "" and text[at : at + 1] == '"'):
            rest = named(text[at + 1 :])
            before = f" before “{rest}”" if rest else " at the end"
            raise QueryError(f"The quotation mark{before} is not closed.")
        if match["space"] is not None:
            continue
        token = _token(match)
        terms += isinstance(token, Query)
        if terms > MOST_TERMS:
            raise QueryError(f"The filter has more than {MOST_TERMS:,} conditions.")
        yield token


def _token(match: re.Match[str]) -> str | Query:
    if match["sign"]:
        return "or" if match["sign"].startswith("|") else match["sign"]
    if match["no"]:
        return "not"
    if match["phrase"] is not None:
        return word_term(unquoted(match["phrase"]))
    if match["name"] is None:
        word = match["word"]
        return word.lower() if word.lower() in KEYWORDS else _word(word)
    name = match["name"].lower()
    value = match["value"] if match["quoted"] is None else unquoted(match["quoted"])
    if name in FIELDS:
        return field_term(name, match["operator"] or "", value)
    if value.startswith("//") or name == "mailto":  # an address, whatever its scheme
        return word_term(match[0])
    raise _unknown(match)


def _word(word: str) -> Query:
    compared = _COMPARED.fullmatch(word)
    if compared is not None and compared[1].lower() in FIELDS:
        name, operator, number = compared.groups()
        raise QueryError(f"“{named(word)}” lacks a colon; write {name}:{operator}{number}.")
    return word_term(word)


def _unknown(match: re.Match[str]) -> QueryError:
    near = get_close_matches(match["name"].lower(), FIELDS, 1)
    meant = f" (perhaps {near[0]}: is meant)" if near else ""
    return QueryError(
        f"There is no field “{match['name']}:”{meant}; to look for the words themselves, "
        f'write "{named(match[0])}" in quotation marks.'
    )
