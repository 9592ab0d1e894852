from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, strategies as st

from tui.model import (
    MULTIPART,
    URLENCODED,
    Article,
    Barrier,
    Block,
    Comment,
    CommentKind,
    CommentState,
    Definition,
    DefinitionList,
    FormField,
    Heading,
    Image,
    Inline,
    LinkKind,
    ListBlock,
    Mark,
    Page,
    Paragraph,
    Parts,
    Preformatted,
    Quote,
    RemoteThread,
    ReplyForm,
    Rule,
    ShownDate,
    Span,
    Table,
    Term,
    Thread,
    ThreadLink,
)
from tui.model.codec import Json, blocks_from_json, blocks_to_json, page_from_json, to_json

texts = st.text(max_size=12)
marks = st.integers(0, 63).map(Mark)
spans = st.builds(Span, st.text(min_size=1, max_size=9), marks, st.none() | texts)
inlines: st.SearchStrategy[Inline] = st.lists(spans, max_size=2).map(tuple)
moments = st.datetimes() | st.datetimes(timezones=st.just(UTC)) | st.dates()
dates = st.builds(ShownDate, texts, st.none() | moments)
tables = st.integers(1, 2).flatmap(
    lambda width: st.builds(
        Table,
        st.lists(st.tuples(*[inlines] * width), max_size=2).map(tuple),
        st.booleans(),
        inlines,
    )
)
leaves: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, inlines),
    st.builds(Heading, st.integers(1, 6), inlines),
    st.builds(Preformatted, texts, st.none() | texts),
    st.builds(Image, st.none() | texts, texts, inlines),
    st.just(Rule()),
    tables,
)


def _containers(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    several = st.lists(inner, min_size=1, max_size=2).map(tuple)
    items = st.lists(several, max_size=2).map(tuple)
    terms = st.lists(st.builds(Term, inlines), max_size=2).map(tuple)
    definitions = st.lists(st.builds(Definition, terms, items), max_size=2).map(tuple)
    return st.one_of(
        st.builds(Quote, several),
        st.builds(ListBlock, items, st.booleans(), st.integers()),
        st.builds(DefinitionList, definitions),
    )


blocks = st.lists(st.recursive(leaves, _containers, max_leaves=4), max_size=2).map(tuple)


@st.composite
def threads(draw: st.DrawFn) -> Thread:
    comments = []
    for index in range(draw(st.integers(0, 3))):
        comment = st.builds(
            Comment,
            st.just(f"c{index}"),
            st.none() | texts,
            blocks,
            st.none() if index == 0 else st.none() | st.integers(0, index - 1),
            st.none() | dates,
            st.none() | texts,
            st.none() | texts,
            st.sampled_from(CommentKind),
            st.sampled_from(CommentState),
            st.booleans(),
            st.none() | st.integers(),
            st.none() | texts,
        )
        comments.append(draw(comment))
    link = st.builds(ThreadLink, texts, texts, st.sampled_from(LinkKind))
    details = st.lists(st.tuples(texts, texts), max_size=2).map(tuple)
    remote = st.builds(RemoteThread, texts, st.none() | texts, details)
    return Thread(
        comments=tuple(comments),
        system=draw(texts),
        stated_count=draw(st.none() | st.integers(0)),
        closed=draw(st.booleans()),
        more=tuple(draw(st.lists(link, max_size=1))),
        remote=tuple(draw(st.lists(remote, max_size=1))),
    )


def several(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


form_fields = st.builds(
    FormField,
    texts,
    texts,
    texts,
    texts,
    st.booleans(),
    st.booleans(),
    texts,
    st.none() | st.integers(0),
    st.booleans(),
)
forms = st.builds(
    ReplyForm,
    texts,
    st.none() | texts,
    texts,
    several(form_fields),
    st.none() | texts,
    st.none() | texts,
    several(texts),
    st.sampled_from([URLENCODED, MULTIPART]),
    st.none() | texts,
    several(st.sampled_from(Barrier)),
)
maybe_text = st.none() | texts
articles = st.builds(
    Article,
    maybe_text,
    blocks,
    several(texts),
    st.none() | dates,
    st.none() | dates,
    st.none() | st.builds(Image, maybe_text, texts, inlines),
)
pages = st.builds(
    Page,
    article=articles,
    digest=texts,
    thread=st.none() | threads(),
    form=st.none() | forms,
    url=maybe_text,
    canonical=maybe_text,
    site=maybe_text,
    reply_mail=maybe_text,
    language=maybe_text,
    feeds=several(texts),
    notes=several(texts),
    parts=st.none() | st.builds(Parts, st.integers(1), st.none() | st.integers(1), maybe_text),
)


@given(pages)
def test_a_page_survives_json(page: Page) -> None:
    assert page_from_json(json.loads(json.dumps(to_json(page)))) == page


@given(blocks)
def test_blocks_survive_json(some: tuple[Block, ...]) -> None:
    assert blocks_from_json(json.loads(json.dumps(blocks_to_json(some)))) == some


def test_anchors_survive_json_and_are_left_out_where_there_are_none() -> None:
    some = (Paragraph((Span("1", Mark.SUPER),), anchors=("fn:1", "a")), Rule())
    written = blocks_to_json(some)
    assert written == [
        {
            "type": "paragraph",
            "anchors": ["fn:1", "a"],
            "text": [{"text": "1", "marks": ["super"]}],
        },
        {"type": "rule"},
    ]
    assert blocks_from_json(written) == some


def test_the_names_are_those_that_are_documented() -> None:
    inline = (Span("Zo "), Span("dan", Mark.BOLD | Mark.CODE, "https://blog.example/"))
    written = blocks_to_json(
        [
            Heading(2, inline),
            Rule(),
            ListBlock(((Paragraph(inline),),), ordered=True, start=3),
            DefinitionList((Definition((Term(inline, anchors=("a",)),), ((Rule(),),)),)),
        ]
    )
    spans_json = [
        {"text": "Zo "},
        {"text": "dan", "marks": ["bold", "code"], "href": "https://blog.example/"},
    ]
    assert written == [
        {"type": "heading", "level": 2, "text": spans_json},
        {"type": "rule"},
        {
            "type": "list",
            "items": [[{"type": "paragraph", "text": spans_json}]],
            "ordered": True,
            "start": 3,
        },
        {
            "type": "definitions",
            "items": [
                {
                    "terms": [{"text": spans_json, "anchors": ["a"]}],
                    "descriptions": [[{"type": "rule"}]],
                }
            ],
        },
    ]


@pytest.mark.parametrize(
    "moment",
    [
        date(2013, 5, 2),
        datetime(2013, 5, 2, 11, 4),  # noqa: DTZ001 -- a page that gives no zone
        datetime(2013, 5, 2, 11, 4, tzinfo=UTC),
        datetime(2013, 5, 2, 11, 4, tzinfo=timezone(timedelta(hours=-3, minutes=-30))),
    ],
)
def test_a_moment_keeps_its_precision_and_zone(moment: date) -> None:
    page = Page(Article(published=ShownDate("2 mei 2013", moment)), "0")
    published = page_from_json(json.loads(json.dumps(to_json(page)))).article.published
    assert published is not None
    assert type(published.at) is type(moment)
    assert published.iso == moment.isoformat()


DAMAGED: list[tuple[Json, str]] = [
    ([], "a page is an object"),
    ({}, "format None is not known"),
    ({"format": 2}, "format 2 is not known"),
    ({"format": 1, "article": {}}, "page has no digest"),
    ({"format": 1, "digest": "0"}, "page has no article"),
    ({"format": 1, "digest": 0, "article": {}}, "page.digest is no str"),
    ({"format": 1, "digest": "0", "article": {}, "colour": 1}, "page has a name that is not known"),
    (
        {"format": 1, "digest": "0", "article": {"blocks": [{}]}},
        r"page.article.blocks\[0\] is no b",
    ),
    (
        {"format": 1, "digest": "0", "article": {"lead_image": {"type": "rule"}}},
        "page.article.lead_image is no block that can stand there: 'rule'",
    ),
    (
        {
            "format": 1,
            "digest": "0",
            "article": {"blocks": [{"type": "heading", "level": 9, "text": []}]},
        },
        "has no such level",
    ),
    (
        {"format": 1, "digest": "0", "article": {"published": {"at": "yesterday"}}},
        "Invalid isoformat",
    ),
    (
        {
            "format": 1,
            "digest": "0",
            "article": {
                "blocks": [{"type": "paragraph", "text": [{"text": "a", "marks": ["loud"]}]}]
            },
        },
        "is no mark",
    ),
    (
        {
            "format": 1,
            "digest": "0",
            "article": {},
            "thread": {
                "system": "general",
                "comments": [{"key": "1", "author": None, "blocks": [], "parent": 0}],
            },
        },
        "among its own ancestors",
    ),
]


@pytest.mark.parametrize(("value", "what"), DAMAGED)
def test_damage_is_told(value: Json, what: str) -> None:
    with pytest.raises(ValueError, match=what):
        page_from_json(value)


def test_nesting_without_end_is_told() -> None:
    value: Any = {"type": "rule"}
    for _ in range(5_000):
        value = {"type": "quote", "blocks": [value]}
    with pytest.raises(ValueError, match="nested too deeply"):
        blocks_from_json([value])
