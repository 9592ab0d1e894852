"""The filter language: how conditions are joined, written back and refused."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from tests.reading.samples import DIKE, facts, found, threads
from tui.errors import RejoinderError
from tui.model import Thread
from tui.reading.query import QueryError, author_query, parse_query
from tui.reading.query.parser import DEEPEST, MOST_TERMS
from tui.reading.query.terms import EVERYTHING, Query, all_of, negated, some_of

TERMS = st.sampled_from(
    [
        *("dike", "STORM", '"a (b) | c"', '"and"', '"or b"', r'"say \"so\" \\"', "http://x.y/?a=b"),
        *('"re:zero"', '"-x"', "-", "12:30", "and-or", "author:Ada", 'author:="Søren Ü"'),
        *('text:"a: b"', "is:new", "new:", "new:no", "by:op", "has:quote", "replies:>=1", "min:1"),
        *("score:-2..2", "date:2026-05-01T12:00", "since:2d", "age:>1w", 'author:"<b"'),
        *("max:depth=1", "before:yesterday", 'author:"a|b"', r"a\b", r'text:"\\"', "naïve:x"),
    ]
)


def _joined(inner: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    some = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(some.map(all_of), some.map(some_of), inner.map(negated))


QUERIES = st.recursive(TERMS.map(parse_query), _joined, max_leaves=8)
SOUP = st.lists(
    st.one_of(
        TERMS,
        st.sampled_from(["and", "or", "not", "(", ")", "|", "-", "!", '"', " ", ":", "..", "\\"]),
        st.text(max_size=3),
    ),
    max_size=12,
).map(" ".join) | st.text(max_size=40)


@pytest.mark.parametrize(
    ("text", "indexes"),
    [
        ("", [0, 1, 2, 3, 4, 5]),
        ("  ", [0, 1, 2, 3, 4, 5]),
        ("author:jos has:link", [3]),
        ("author:jos and has:link", [3]),
        ("author:jos AND has:link", [3]),
        ("dike or make", [0, 5]),
        ("dike | make", [0, 5]),
        ("dike|make", [0, 5]),
        ("dike || make", [0, 5]),
        ("author:jos -has:link", [2]),
        ("author:jos !has:link", [2]),
        ("author:jos not has:link", [2]),
        ("author:jos and not has:link", [2]),
        ("not not author:jos", [2, 3]),
        ("--author:jos", [2, 3]),
        ("dike or author:jos has:link", [0, 3]),
        ("(dike or author:jos) has:link", [3]),
        ("-(dike or author:jos)", [1, 4, 5]),
        ("((dike))", [0]),
        ("has:link(by:op)", [1]),
        ('"or" "and"', []),
        ("https://example.org", [3]),
        ("example.org", [3]),
        ("AUTHOR:JOS", [2, 3]),
        ('"dike"closed', [0]),
    ],
)
def test_conditions_are_joined(text: str, indexes: list[int]) -> None:
    assert found(text) == indexes


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("autor:jos", "no field “autor:” (perhaps author: is meant)"),
        ("re:zero", 'write "re:zero" in quotation marks'),
        ("has:links", "(perhaps has:link is meant)"),
        ("has:", "link, image, code"),
        ("is:gone", "not “gone”"),
        ("by:jos", "takes op or me, not “jos”"),
        ("is:=new", "no “=”"),
        ("author:", "lacks a name"),
        ("author: jos", "right after the colon"),
        ("author:>b", "no “>”"),
        ('text:"  "', "lacks words"),
        ('""', "no words"),
        ('"dike', "before “dike” is not closed"),
        ('dike "', "at the end is not closed"),
        ('author:"jos', "before “jos” is not closed"),
        ("(dike", "“(” that is not closed"),
        ("dike)", "“)” that was not opened"),
        (")", "“)” that was not opened"),
        ("()", "nothing to look for after “(”"),
        ("dike and", "after “and”"),
        ("or dike", "before “or”"),
        ("dike or or x", "after “or”"),
        ("(not)", "after “not”"),
        ("score>5", "write score:>5"),
        ("replies:many", "not “many”"),
        ("replies:>2..3", "not “>2..3”"),
        ("score:..", "not “..”"),
        ("score:5..-2", "write score:-2..5"),
        ("date:2026-05..2026-04-30", "write date:2026-04-30..2026-05"),
        ("score:9999999999", "not “9999999999”"),
        ("min:points=3", "not “points=3”"),
        ("max:replies", "max:replies=3"),
        ("min:", "min:replies=3"),
        ("date:2026-02-30", "not “2026-02-30”"),
        ("date:2026-13", "not “2026-13”"),
        ("date:0000", "not “0000”"),
        ("date:2026-05-01T25:00", "not “2026-05-01T25:00”"),
        ("date:", "2026-05-01"),
        ("date:..", "2026-05-01"),
        ("date:2d", "not “2d”"),
        ("since:soon", "or an age such as 2d, not “soon”"),
        ("since:>2d", "no “>”"),
        ("age:2m", "not “2m”"),
        ("age:=2d", "not “=2d”"),
        ("age:", "such as <2d"),
        ("is:\x1b[2Jx", "not “�[2jx”"),
        (f"kind:{'x' * 5_000}", "xxx…”"),
    ],
)
def test_what_cannot_be_understood_is_said_in_one_sentence(text: str, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(text)
    said = str(caught.value)
    assert says in said
    assert re.fullmatch(r"[^\n]{15,300}\.", said)
    assert said.isprintable()
    assert isinstance(caught.value, RejoinderError)


@pytest.mark.parametrize(
    "text",
    [
        *("(" * 100_000, ")" * 100_000, '"' * 100_001, "(" * 10_000 + "a" + ")" * 10_000),
        *("-(" * 10_000 + "a" + ")" * 10_000, "(a or " * 10_000, "a|" * 50_000),
        *('"' + "\\" * 99_999, 'author:"' * 12_000, "x:" * 50_000, "not " * 25_000),
        *("min:" + "9" * 99_990, "is:" + "new" * 33_000, "age:" + "1" * 99_990 + "d"),
        *("date:" + "2026-" * 20_000, "score:" + "." * 99_990, "(a " * 10_000 + ")" * 10_000),
    ],
    ids=lambda text: text[:9],
)
def test_hostile_filters_are_refused(text: str) -> None:
    with pytest.raises(QueryError):
        parse_query(text)


@pytest.mark.parametrize(
    "text",
    [
        *("a" * 100_000, "-" * 99_999 + "a", "http://" * 14_000, "\\" * 100_000, " " * 100_000),
        *("author:" + "é" * 99_990, '"' + 'a"' * 999, "(" * DEEPEST + "a" + ")" * DEEPEST),
        *("a " * MOST_TERMS, "a|" * (MOST_TERMS - 1) + "a"),
    ],
    ids=lambda text: text[:9],
)
def test_long_filters_are_understood(text: str) -> None:
    query = parse_query(text)
    assert parse_query(str(query)) == query
    query.matching(facts())


def test_one_condition_too_many_is_refused() -> None:
    with pytest.raises(QueryError, match="more than 1,000 conditions"):
        parse_query("a " * (MOST_TERMS + 1))
    with pytest.raises(QueryError, match="more than 50 deep"):
        parse_query("(" * (DEEPEST + 1) + "a" + ")" * (DEEPEST + 1))


@given(SOUP)
def test_any_text_is_understood_or_refused_and_written_back(text: str) -> None:
    try:
        query = parse_query(text)
    except QueryError:
        return
    assert parse_query(str(query)) == query
    assert str(parse_query(str(query))) == str(query)


@given(QUERIES)
def test_a_query_is_written_as_text_that_is_read_as_an_equal_one(query: Query) -> None:
    assert parse_query(str(query)) == query


@given(QUERIES, QUERIES, threads())
def test_and_or_and_not_are_those_of_sets(one: Query, other: Query, thread: Thread) -> None:
    known = facts(thread)
    everything = frozenset(range(len(thread)))
    first, second = one.matching(known), other.matching(known)
    assert all_of([one, other]).matching(known) == first & second
    assert some_of([one, other]).matching(known) == first | second
    assert negated(one).matching(known) == everything - first
    assert all_of([]).matching(known) == everything
    text = f"-(({one}) or ({other}))"
    if one is not EVERYTHING and other is not EVERYTHING:
        assert parse_query(text).matching(known) == everything - first - second


@given(QUERIES, threads())
def test_one_comment_and_all_comments_are_asked_alike(query: Query, thread: Thread) -> None:
    known = facts(thread)
    one_by_one = {index for index in range(len(thread)) if query.matches(known, index)}
    assert query.matching(known) == one_by_one


@given(st.text(min_size=1))
def test_an_author_is_found_by_the_whole_name_whatever_it_is(name: str) -> None:
    try:
        query = author_query(name)
    except QueryError:
        assert not any(character.isalnum() for character in name)
        return
    assert parse_query(str(query)) == query


def test_an_author_is_not_taken_for_another_whose_name_is_longer() -> None:
    assert author_query("Ada").matching(facts(DIKE)) == {1}
