"""Markup that no module knows: a flat list whose indents, classes or attributes tell depths."""

from __future__ import annotations

from collections.abc import Callable

from tests.parse.threads.markup.writing import Markup, Sample, Thread, page

DEPTHS: tuple[Callable[[int], tuple[str, str]], ...] = (
    lambda depth: ("", f'style="margin-left: {24 * depth}px"'),
    lambda depth: ("", f'style="padding-left:{1.5 * depth}em"'),
    lambda depth: ("", f'data-depth="{depth}"'),
    lambda depth: ("", f'aria-level="{depth + 1}"'),
    lambda depth: (f" level-{depth}", ""),
    lambda depth: (f" ml-{8 * depth}", "") if depth else ("", ""),
)


def _write(thread: Thread) -> str:
    choice = sum(sample.number for sample in thread)
    tell = DEPTHS[choice % len(DEPTHS)]
    return page(
        f'<section class="talk"><h3>Comments ({len(thread)})</h3>'
        f"{''.join(_one(sample, tell, choice) for sample in thread)}</section>"
    )


def _one(sample: Sample, tell: Callable[[int], tuple[str, str]], choice: int) -> str:
    token, attribute = tell(sample.depth)
    who = (
        f'<cite>{sample.name}</cite>, <span class="when">{sample.at:%Y-%m-%d %H:%M}</span>'
        if choice % 2
        else f'<strong>{sample.name}</strong> <em class="on">{sample.at:%-d %b %Y}</em>'
    )
    return (
        f'<div class="line{token}" {attribute} data-id="{sample.number}">'
        f'<p class="who">{who}</p>{sample.body}</div>'
    )


MARKUP = Markup("general", _write, nameless=False)
