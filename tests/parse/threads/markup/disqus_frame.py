"""Disqus: the JSON that the document of its frame is sent with."""

from __future__ import annotations

import json
from html import unescape

from tests.parse.threads.markup.writing import Markup, Sample, Thread


def _post(sample: Sample, thread: Thread) -> dict[str, object]:
    return {
        "id": str(sample.number),
        "parent": None if sample.parent is None else thread[sample.parent].number,
        "depth": sample.depth,
        "createdAt": sample.at.isoformat(),
        "author": {"name": unescape(sample.name), "isAnonymous": True},
        "message": sample.body,
        "likes": 0,
        "isDeleted": False,
        "isApproved": True,
    }


def _write(thread: Thread) -> str:
    posts = [_post(sample, thread) for sample in thread]
    data = {"cursor": {}, "response": {"thread": {"id": "1"}, "posts": posts}}
    written = json.dumps(data).replace("</", "<\\/")
    return (
        "<!doctype html><html><head><title>Disqus Comments</title></head><body>"
        f'<script type="text/json" id="disqus-threadData">{written}</script></body></html>'
    )


MARKUP = Markup("disqus-frame", _write)
