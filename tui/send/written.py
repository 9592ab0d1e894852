"""What a writer is told of a text: how long it is, and what a preview does not show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.send.markup import length, rendered
from tui.send.rules import Rules, SiteMarkup
from tui.store.draft import Markup


class Measure(NamedTuple):
    """How long a text is.

    Attributes:
        words: Its words.
        length: What is sent of it has so many of what the site counts.
        rules: The rules of the site.
    """

    words: int
    length: int
    rules: Rules

    @property
    def over(self) -> int:
        """By how much it is too long; 0 where it is not."""
        limit = self.rules.limit
        return 0 if limit is None else max(self.length - limit, 0)

    @property
    def told(self) -> str:
        """The length beside the limit, and whether it is over it, in words."""
        unit = "bytes" if self.rules.in_bytes else "characters"
        limit = self.rules.limit
        if limit is None:
            return f"{self.length:,} {unit}"
        if self.over:
            return f"too long by {self.over:,}: {self.length:,}/{limit:,} {unit}"
        return f"{self.length:,}/{limit:,} {unit}"


def measured(body: str, markup: Markup, rules: Rules) -> Measure:
    """How long a text is, as it is sent."""
    return Measure(len(body.split()), length(rendered(body, markup, rules), rules), rules)


def markup_words(markup: Markup, rules: Rules) -> str:
    """What a text is written in, in a few words."""
    if markup is Markup.OWN:
        return f"as typed: {rules.markup}"
    return "Markdown" if rules.markup is not SiteMarkup.TEXT else "Markdown, sent as text"


def preview_notes(rules: Rules, names: Sequence[str]) -> Iterator[str]:
    """What is to be known of a preview, in sentences.

    Args:
        rules: The rules of the site.
        names: The elements that the site drops.
    """
    takes = f"{rules.system or 'The site'} takes {rules.markup}"
    shown = ", so that what you type is what is shown" if rules.markup is SiteMarkup.TEXT else ""
    yield f"{takes}{shown}. As far as that is known, this is how it will look:"
    if names:
        listed = ", ".join(f"<{name}>" for name in names)
        yield f"The site drops {listed}; the words in between stay."
