"""Django: the list of django-contrib-comments, date and name in one line of text."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, page


def _one(sample: Sample) -> str:
    return (
        f'<dt id="c{sample.number}">\n      {sample.at:%B %-d, %Y, %-I:%M} a.m. - {sample.name}\n'
        f"    </dt><dd>{sample.body}</dd>"
    )


def _write(thread: Thread) -> str:
    return page(f'<dl id="comments">{"".join(_one(sample) for sample in thread)}</dl>')


MARKUP = Markup("django", _write, threaded=False, nameless=False)
