"""Where a reply is written: its title, the words it answers, the text, and its state."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static, TextArea
from textual.widgets.text_area import Selection

from tui.app.layout.comments import count
from tui.app.layout.panes import Part
from tui.app.messages import DraftSaved
from tui.app.widgets.preview_pane import PreviewPane
from tui.app.widgets.prose_rows import Spans
from tui.app.widgets.reply_text import ReplyText
from tui.app.widgets.state_line import Fact, StateLine
from tui.errors import DraftError
from tui.reading.proofing import own_rows, words_in
from tui.send.markup import dropped, preview
from tui.send.rules import Rules
from tui.send.written import Measure, markup_words, measured, preview_notes
from tui.store.draft import Draft, DraftState, Markup
from tui.store.writing import Writing
from tui.system.proofreading import Mistake, Proofreader

__all__ = ["Composer", "ReplyText"]

SAVE_AFTER = 0.2
"""Seconds from a key to the start of saving; what was on screen must be on disk within 0.5 s."""

LOOK_EVERY = 2.0
"""Seconds between looks at whether another program changed the draft."""

_RETRY_AFTER = 2.0
_READ_AFTER = 0.4
"""Seconds without a key after which the text is counted and its spelling checked."""

_STANDING = {
    DraftState.READY: "In the outbox; a change makes it a draft again.",
    DraftState.FAILED: "It was not sent; a change makes it a draft again.",
    DraftState.HANDED_OVER: "It was handed over; what you change here stays here.",
    DraftState.SENDING: "It is being sent as it was; what you change here stays here.",
    DraftState.SENT: "It was sent as it was; what you change here stays here.",
    DraftState.UNKNOWN: "It was sent perhaps; what you change here stays here.",
}
"""What the writer should know of a draft that is on its way."""


class Composer(Vertical):
    """Writes a draft and keeps it on disk; put away, it waits for the next one.

    Attributes:
        writing: The draft in the making.
        rules: The rules of the site.
        proof: Checks the spelling.
        text: The text area.
        mistakes: The words that are misspelt, as of the last look.
        is_open: Whether it is in use.
    """

    def __init__(self, writing: Writing, rules: Rules, proof: Proofreader) -> None:
        super().__init__(id=Part.COMPOSER)
        self.proof = proof
        self.text = ReplyText(writing.body)
        self._pins = False
        self._saving: Timer | None = None
        self._retry: Timer | None = None
        self._reading: Timer | None = None
        self._take(writing, rules)

    def _take(self, writing: Writing, rules: Rules) -> None:
        """Be about a draft, of which nothing is known yet."""
        self.writing = writing
        self.rules = rules
        self.is_open = True
        self.mistakes: Sequence[Mistake] = ()
        self._said = Fact("on disk" if writing.draft else "nothing written yet")
        self._opened_as = writing.draft.state if writing.draft else DraftState.DRAFT
        self._hint = ""
        self._measure: Measure | None = None
        self._preview: PreviewPane | None = None

    def compose(self) -> ComposeResult:
        """Title, the words that are answered, text, state."""
        yield Static(Content(f"✎ {self.writing.title}"), id="composer-title")
        yield Static(id="composer-parent")
        yield self.text
        yield StateLine(id="composer-state")

    def on_mount(self) -> None:
        """Tell how things stand, and look now and then at what others do to the draft."""
        self.pin_answered(pins=self._pins)
        self._tell()
        self._read_soon()
        self.set_interval(LOOK_EVERY, self._look_where_open)

    def begin(self, writing: Writing, rules: Rules) -> None:
        """Write another draft: to make a composer takes ten times as long as to use one again."""
        self._take(writing, rules)
        title = Content(f"✎ {writing.title}")
        self.query_one("#composer-title", Static).update(title, layout=False)
        self.text.begin(writing.body)
        self._tell()
        self._read_soon()

    def pin_answered(self, *, pins: bool) -> None:
        """Show the first of the words that are answered over the text, or not."""
        self._pins = pins
        if self.children:
            answered = self.query_one("#composer-parent", Static)
            answered.display = pins and self.writing.parent is not None
            if answered.display:
                answered.update(self._answered())

    def _answered(self) -> Content:
        parent = self.writing.parent
        return Content(" ".join(parent.text.split()) if parent is not None else "")

    def put_away(self) -> None:
        """Be out of sight until the next draft."""
        if self._preview is not None:
            self._preview.remove()
            self.remove_class("-preview")
        for timer in (self._saving, self._retry, self._reading):
            if timer is not None:
                timer.stop()
        self._saving = self._retry = self._reading = self._preview = None
        self.is_open = False

    # Keeping

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        """Save soon: the timer runs from the first change, so that steady typing is saved too."""
        event.stop()
        self.writing.body = self.text.text
        self._hint = ""
        self._read_soon()
        self._save_soon()

    def _save_soon(self) -> None:
        if self.writing.unsaved and self._saving is None:
            self._say("…")
            self._saving = self.set_timer(SAVE_AFTER, self.save)

    def save(self) -> None:
        """Save in a thread, one at a time."""
        if self._retry is not None:
            self._retry.stop()
        self._saving = self._retry = None
        write = partial(self._write, self.writing)
        self.run_worker(write, thread=True, group="save", exit_on_error=False, description="saves")

    def _write(self, writing: Writing) -> None:
        try:
            draft = writing.write()
        except DraftError as error:
            self.app.call_from_thread(self._failed, writing, str(error))
            return
        if draft is not None:
            self.app.call_from_thread(self._saved, writing, draft)

    def _is_about(self, writing: Writing) -> bool:
        """Whether that is still the draft that is written."""
        return self.is_attached and self.is_open and writing is self.writing

    def _saved(self, writing: Writing, draft: Draft) -> None:
        if self._is_about(writing):
            self._say(f"saved {draft.changed.astimezone():%H:%M:%S}")
            self.post_message(DraftSaved(draft))

    def _failed(self, writing: Writing, sentence: str) -> None:
        if self._is_about(writing):
            self._say(f"{sentence} The text is still here; trying again.", "$text-error")
            if self._saving is None:  # what is typed meanwhile goes to the second place sooner
                self._retry = self.set_timer(_RETRY_AFTER, self.save)

    def finish(self) -> str | None:
        """Put the last words on disk before closing; a sentence where that fails."""
        self.writing.body = self.text.text
        try:
            self.writing.write()
        except DraftError as error:
            return str(error)
        return None

    # What other programs do to the draft

    def _look_where_open(self) -> None:
        if self.is_open:
            self._look(self.writing)

    @work(thread=True, exclusive=True, group="look", exit_on_error=False, description="looks")
    def _look(self, writing: Writing) -> None:
        """See whether another program changed the draft, or how far it has come."""
        known = writing.draft
        try:
            changed = writing.look()
        except DraftError:
            return  # the next save tells
        if changed or writing.draft != known or writing.unsaved:
            self.app.call_from_thread(self._looked, writing, changed=changed)

    def _looked(self, writing: Writing, *, changed: bool) -> None:
        """Go on from what another program wrote, or keep both texts; no key can come between."""
        if not self._is_about(writing):
            return
        if changed:
            self.writing.body = self.text.text
            try:
                taken = self.writing.take_over()
            except DraftError as error:
                self._failed(writing, str(error))
                return
            if taken:
                self.show_text("Another program changed this draft; this is its text now.")
        if self.writing.draft is not None:
            self.post_message(DraftSaved(self.writing.draft))
        self._save_soon()
        self._tell()

    def show_text(self, said: str) -> None:
        """Show the draft's text, where it is not what was typed here, and say why."""
        self.text.take(self.writing.body)
        self._say(said)
        self._read_soon()

    # Counting and spelling

    def _read_soon(self) -> None:
        """Count and check once no key comes for a moment."""
        if self._reading is None:
            self._reading = self.set_timer(_READ_AFTER, self._read)
        else:
            self._reading.reset()

    def _read(self) -> None:
        self._reading = None
        self._count()
        self._check()

    @work(exclusive=True, group="count", description="counts")
    async def _count(self) -> None:
        """Count in a thread: what is sent of a long text takes a while to make."""
        writing = self.writing
        body, markup = writing.body, writing.markup
        measure = await asyncio.to_thread(measured, body, markup, self.rules)
        if self._is_about(writing):
            self._measure = measure
            self._tell()

    @work(exclusive=True, group="spelling", description="checks spelling")
    async def _check(self) -> None:
        await self.check_spelling()

    async def check_spelling(self) -> None:
        """Mark what is misspelt."""
        writing, lines = self.writing, self.text.text.split("\n")
        mistakes = await self.proof.check(lines)
        if not self._is_about(writing):
            return
        self.mistakes = mistakes
        own = set(own_rows(lines))
        foreign = {line for row, line in enumerate(lines) if row not in own}

        def spans(line: str) -> Spans:
            unread = line in foreign or not self.proof.is_checking
            words = () if unread else tuple(words_in(line))
            return [mistake.span for mistake in self.proof.mistakes(words)]

        self.text.show_misspelt(spans)
        self._tell()

    def show_mistake(self, mistake: Mistake) -> None:
        """Put the cursor on a misspelt word, and tell what may have been meant."""
        first, last = mistake.span
        row = mistake.word.row
        self.text.selection = Selection((row, first), (row, last))
        self.text.scroll_cursor_visible()
        meant = ", ".join(mistake.finding.suggestions) or "nothing like it is known"
        self._hint = f"{mistake.finding.part}? {meant} · ctrl+l chooses"
        self._tell()

    def mistake_here(self) -> Mistake | None:
        """The misspelt word that the cursor is in, or behind."""
        row, column = self.text.cursor_location
        here = (each for each in self.mistakes if each.word.row == row)
        return next((each for each in here if each.span[0] <= column <= each.span[1]), None)

    def correct(self, mistake: Mistake, spelling: str) -> None:
        """Put another spelling in the place of a misspelt word."""
        first, last = mistake.span
        row = mistake.word.row
        self.text.change((row, first), (row, last), spelling)

    # What is told

    def _say(self, sentence: str, style: str = "") -> None:
        self._said = Fact(sentence, style)
        self._tell()

    def _tell(self) -> None:
        """Tell all there is to tell, what matters most first."""
        if self.is_attached and self.is_open:
            for line in self.query(StateLine):  # none where the screen is closing
                line.show(self._facts())

    def _facts(self) -> Iterator[Fact]:
        yield self._said
        if self.writing.conflict is not None:
            yield Fact("changed elsewhere, ctrl+g decides", "bold $text-warning")
        yield Fact(self._hint, "bold")
        yield Fact(self._standing(), "$text-warning")
        yield from self._lengths()
        if self.mistakes:
            yield Fact(f"{len(self.mistakes)} misspelt", "$text-warning")
        yield Fact(markup_words(self.writing.markup, self.rules))

    def _standing(self) -> str:
        """What is to be known of a draft that is on its way, or was."""
        draft = self.writing.draft
        state = draft.state if draft else DraftState.DRAFT
        if state is DraftState.DRAFT and self._opened_as is DraftState.READY:
            return "Out of the outbox: it is a draft again."
        return _STANDING.get(state, "")

    def _lengths(self) -> Iterator[Fact]:
        measure = self._measure
        if measure is not None:
            is_empty = not self.writing.body.strip()  # it is counted a moment after it is typed
            yield Fact(count(measure.words, "word") or ("empty" if is_empty else ""))
            yield Fact(measure.told, "bold $text-error" if measure.over else "")

    def switch_markup(self) -> None:
        """Write in the site's own rules, or in Markdown again."""
        is_own = self.writing.markup is Markup.OWN
        self.writing.markup = Markup.MARKDOWN if is_own else Markup.OWN
        self._save_soon()
        self._count()
        self._tell()

    # The preview

    @property
    def front(self) -> ReplyText | PreviewPane:
        """What has the keys: the text, or its preview."""
        return self._preview if self._preview is not None else self.text

    def show_preview(self) -> None:
        """Show how the text will look, in its place; or the text again."""
        shown, self._preview = self._preview, None
        if shown is not None:
            self.remove_class("-preview")
            self.screen.set_focus(self.text)  # first, or the focus would go to another pane
            shown.remove()
        else:
            self._preview = PreviewPane()
            self.mount(self._preview, after=self.text)
            self.add_class("-preview")
            self._make_preview(self._preview)
            self.screen.set_focus(self._preview)  # at once: in a moment it may be gone again

    @work(exclusive=True, group="preview", description="makes the preview")
    async def _make_preview(self, pane: PreviewPane) -> None:
        body, markup, rules = self.text.text, self.writing.markup, self.rules
        blocks = await asyncio.to_thread(preview, body, markup, rules)
        names = await asyncio.to_thread(dropped, body, markup, rules)
        pane.show_blocks(blocks, list(preview_notes(rules, names)))

    # Putting in

    def insert(self, quote: str) -> None:
        """Put a quote in at the cursor, on lines of its own."""
        self.text.put_in(quote)

    def replace_text(self, body: str) -> None:
        """Take over what an editor wrote."""
        self.text.take(body)
