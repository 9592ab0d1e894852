"""JSON of any shape in a page is read or left alone, and never does harm."""

from __future__ import annotations

import json

import pytest

from tests.parse.threads.pages import found, thread


def frame(data: str) -> str:
    return f'<title>Comments</title><script type="text/json" id="disqus-threadData">{data}</script>'


def post(**fields: object) -> str:
    posts = [{"id": "1", "message": "<p>Words.</p>", "author": {"name": "Jo"}, **fields}]
    return frame(json.dumps({"response": {"thread": {"id": "9"}, "posts": posts}}))


@pytest.mark.parametrize(
    "data",
    [
        "",
        "{",
        "[]",
        "7",
        '{"response": null}',
        '{"response": {"posts": {"id": 1}}}',
        '{"response": {"posts": [1, null, "x", []]}}',
        "[" * 100_000,
        '{"response":' * 2_000 + "1" + "}" * 2_000,
    ],
)
def test_data_that_holds_no_comments_gives_none(data: str) -> None:
    result = found(frame(data)).thread
    assert result is None or result.comments == ()


@pytest.mark.parametrize(
    ("fields", "name", "value"),
    [
        ({"id": 12}, "key", "12"),
        ({"id": True}, "author", "Jo"),
        ({"likes": 10**40}, "score", None),
        ({"likes": "many"}, "score", None),
        ({"likes": -3}, "score", -3),
        ({"author": "Jo"}, "author", None),
        ({"author": {"name": "J\u202eo\x07"}}, "author", "Jo"),
        ({"author": {"name": "Jo", "url": "javascript:alert(1)"}}, "author_url", None),
        ({"createdAt": "yesterday"}, "author", "Jo"),
        ({"parent": "1"}, "parent", None),
        ({"parent": 404}, "parent", None),
    ],
)
def test_odd_fields_are_left_out(fields: dict[str, object], name: str, value: object) -> None:
    (comment,) = thread(post(**fields)).comments
    assert getattr(comment, name) == value
