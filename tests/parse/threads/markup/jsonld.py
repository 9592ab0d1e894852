"""schema.org in JSON-LD: replies are comments of comments, and the markup has no comments."""

from __future__ import annotations

import json

from tests.parse.threads.markup.writing import Markup, Sample, Thread, page


def _one(sample: Sample, replies: list[dict[str, object]]) -> dict[str, object]:
    person = {"@type": "Person", "name": sample.author}
    return {
        "@type": "Comment",
        "@id": f"https://peat.example/spade#c{sample.number}",
        "author": person,
        "dateCreated": sample.at.isoformat(),
        "text": sample.body,
        "comment": replies,
    }


def _write(thread: Thread) -> str:
    replies: list[list[dict[str, object]]] = [[] for _ in thread]
    top: list[dict[str, object]] = []
    for index in range(len(thread) - 1, -1, -1):
        sample = thread[index]
        (top if sample.parent is None else replies[sample.parent]).insert(
            0, _one(sample, replies[index])
        )
    post = {"@type": "BlogPosting", "headline": "Cutting peat by hand", "comment": top}
    data = json.dumps({"@context": "https://schema.org", "@graph": [post]}).replace("</", "<\\/")
    return page("", f'<script type="application/ld+json">{data}</script>')


MARKUP = Markup("jsonld", _write, nameless=False, key=lambda number: f"c{number}")
