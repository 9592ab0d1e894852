"""What helps the writer of a reply line by line: preview, count, templates, quotes, spelling."""

from __future__ import annotations

import asyncio
from itertools import islice
from pathlib import Path

from tui.dump.text import block_lines
from tui.errors import DraftError, RejoinderError
from tui.model import Page
from tui.plain import telling
from tui.plain.view import Host, Lines
from tui.reading.quoting import from_article, quoted, quoted_text
from tui.send.markup import dropped, preview
from tui.send.rules import Rules, rules_of
from tui.send.written import markup_words, measured, preview_notes
from tui.store.draft import Markup
from tui.store.templates import Template, read_templates, reply_values
from tui.store.writing import Choice, Writing
from tui.system.proofreading import Proofreader

_MOST_WORDS = 40
"""No more misspelt words are told at once."""


class Composing:
    """A draft, and what its writer may want to know of it or put into it.

    Attributes:
        host: The session.
        writing: The draft.
        page: Its page, or None where that is not known.
        rules: The rules of its site.
    """

    def __init__(self, host: Host, writing: Writing, page: Page | None) -> None:
        if page is None and writing.draft is not None:
            page = host.stores.page_of(writing.draft)
        self.host = host
        self.writing = writing
        self.page = page
        self.rules = rules_of(page) if page is not None else Rules()

    def save(self) -> Lines:
        """Put what was typed on disk; where that fails it is tried again with the next line."""
        before = self.writing.conflict
        try:
            self.writing.write()
        except DraftError as error:
            yield from self.host.wrapped(f"{error} What you typed is kept here; . tries again.")
        conflict = self.writing.conflict
        if conflict is not None and conflict is not before:
            yield from self.host.wrapped(
                f"{conflict.sentence} .mine keeps yours, .theirs takes theirs, .both keeps both;"
                " .d tells theirs."
            )

    # Knowing

    def preview(self) -> Lines:
        """How the text will look on the site."""
        body, markup, rules = self.writing.body, self.writing.markup, self.rules
        for note in preview_notes(rules, dropped(body, markup, rules)):
            yield from self.host.wrapped(note)
        yield from block_lines(preview(body, markup, rules), self.host.width)

    def counted(self) -> Lines:
        """How long it is, and what it is written in."""
        measure = measured(self.writing.body, self.writing.markup, self.rules)
        words = telling.many(measure.words, "word").capitalize()
        yield f"{words}, {measure.told}; {markup_words(self.writing.markup, self.rules)}."

    def misspelt(self) -> Lines:
        """What is not in the dictionary, with what may have been meant."""
        how = self.host.stores.preferences.writing
        language = how.language or (self.page.language if self.page else None)
        proof = Proofreader(self.host.stores.environ, how.spelling, language)
        mistakes = asyncio.run(proof.check(self.writing.body.split("\n")))
        if not mistakes:
            yield from self.host.wrapped(proof.problem or "No word is misspelt.")
        found = {mistake.finding.part: mistake.finding for mistake in mistakes}
        for word, finding in islice(found.items(), _MOST_WORDS):
            meant = ", ".join(finding.suggestions) or "nothing like it is known"
            yield from self.host.wrapped(f"{word}: {meant}")

    # Changing

    def switch_markup(self) -> Lines:
        """Write in the site's own rules, or in Markdown again."""
        is_own = self.writing.markup is Markup.OWN
        self.writing.markup = Markup.MARKDOWN if is_own else Markup.OWN
        yield from self.save()
        yield from self.counted()

    def put_in(self, text: str) -> Lines:
        """Put lines in at the end, apart from what is there."""
        body = self.writing.body.rstrip("\n")
        end = "" if text.endswith("\n") else "\n"
        self.writing.body = f"{body}\n\n{text}{end}" if body else f"{text}{end}"
        yield from self.save()
        for line in text.rstrip("\n").split("\n"):
            yield from self.host.wrapped(line)

    def quote(self) -> str:
        """What is answered, as a quote."""
        parent, page = self.writing.parent, self.page
        thread = page.thread if page is not None else None
        if parent is not None:
            index = None if thread is None else thread.index_of(parent.key)
            if thread is None or index is None:
                return quoted_text(parent.text)
            return quoted(thread.comments[index].blocks)
        if page is None:
            return ""
        return quoted(page.article.blocks[:1], from_article(None, page.language))

    def template(self, wanted: str) -> Lines:
        """Put a template in, by its name or its number; without one, tell which there are."""
        folder = self.host.stores.templates
        try:
            found = [] if folder is None else read_templates(folder)
        except RejoinderError as error:
            yield from self.host.wrapped(str(error))
            return
        if not found:
            where = folder or Path("templates")
            yield from self.host.wrapped(
                f"There is no template; put files such as {where / 'thanks.md'} there."
            )
        elif (template := _chosen(found, wanted)) is not None:
            writing = self.writing
            page = self.page
            values = reply_values(page, writing.page, writing.parent, self.quote())
            yield from self.put_in(template.filled(values))
        else:
            for number, each in enumerate(found, 1):
                yield f"{number}: {each.name}"
            yield "Type .t and a name or a number."

    # Two texts

    def theirs(self) -> Lines:
        """The text that another program gave the draft."""
        conflict = self.writing.conflict
        if conflict is None:
            yield "No other program has changed this draft."
            return
        for line in conflict.body.removesuffix("\n").split("\n"):
            yield from self.host.wrapped(line)

    def settle(self, choice: Choice) -> Lines:
        """Say which of two texts goes on."""
        if self.writing.conflict is None:
            yield "No other program has changed this draft."
            return
        try:
            self.writing.settle(choice)
        except DraftError as error:
            yield from self.host.wrapped(str(error))
            return
        yield {
            Choice.MINE: "Your text goes on; theirs is kept as a version.",
            Choice.THEIRS: "Their text goes on; yours is kept as a version.",
            Choice.BOTH: "Both are drafts now; D lists them.",
        }[choice]


def _chosen(templates: list[Template], wanted: str) -> Template | None:
    """The template of a name, else of a number; None where there is none."""
    named = next((each for each in templates if each.name == wanted), None)
    if named is None and wanted.isdecimal() and 1 <= int(wanted) <= len(templates):
        return templates[int(wanted) - 1]
    return named
