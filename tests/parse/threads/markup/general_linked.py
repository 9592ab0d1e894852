"""Markup that no module knows: a flat list in which links or attributes tell what answers what."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Thread, page


def _write(thread: Thread) -> str:
    by_link = sum(sample.number for sample in thread) % 2
    entries: list[str] = []
    for sample in thread:
        told = link = ""
        if sample.parent is not None:
            number = thread[sample.parent].number
            link = f' <a href="#m{number}">in reply to this</a>' if by_link else ""
            told = "" if by_link else f' data-parent-id="{number}"'
        entries.append(
            f'<tr><td class="msg" id="m{sample.number}"{told}><b>{sample.name}</b> '
            f"<small>{sample.at:%-d %B %Y, %H:%M}</small>{link}"
            f'<div class="said">{sample.body}</div></td></tr>'
        )
    return page(f"<h3>Comments ({len(thread)})</h3><table>{''.join(entries)}</table>")


MARKUP = Markup("general", _write, nameless=False, key=lambda number: f"m{number}")
