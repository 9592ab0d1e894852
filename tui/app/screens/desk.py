"""The part of a reading screen where replies are written: begun, gone on with, discarded."""

from __future__ import annotations

import gc
from functools import cached_property
from typing import TYPE_CHECKING

from textual import events, on

from tui.app import dialogs
from tui.app.layout.drafts import discard_detail
from tui.app.layout.panes import Arrangement, Part, Side
from tui.app.messages import WritingAsked
from tui.app.screens.drafted import DraftedScreen
from tui.app.services import Services
from tui.app.widgets.article_pane import ArticlePane
from tui.app.widgets.panes import Edge
from tui.app.widgets.thread_pane import ThreadPane
from tui.errors import DraftError
from tui.model import Block, Comment, Page
from tui.reading.quoting import from_article, quoted
from tui.store.draft import Draft
from tui.store.writing import Writing, page_ref, parent_ref

if TYPE_CHECKING:  # what writing needs loads slowly
    from tui.app.widgets.composer import Composer, ReplyText
    from tui.system.proofreading import Proofreader


class DeskScreen(DraftedScreen):
    """A screen with a place to write.

    Attributes:
        composer: What is being written, or None.
    """

    def __init__(
        self, services: Services, page: Page, source: str, draft_id: str | None = None
    ) -> None:
        super().__init__(services, page, source, draft_id)
        self.composer: Composer | None = None
        self._idle: Composer | None = None
        self._typed_ahead: list[events.Key] = []

    @cached_property
    def proof(self) -> Proofreader:
        """Checks the spelling of replies."""
        from tui.system.proofreading import Proofreader  # noqa: PLC0415 -- not to start with

        how = self.services.preferences.writing
        language = how.language or self.page.language
        return Proofreader(self.services.environ, how.spelling, language)

    @property
    def is_writing(self) -> bool:
        """Whether keys go to a reply."""
        return self.composer is not None and self.focused is self.composer.text

    def _show_read(self, drafts: list[Draft]) -> None:
        super()._show_read(drafts)
        if self._open_draft in self._drafts:
            draft_id, self._open_draft = self._open_draft, None
            if self.opens_to_write:
                self.edit_draft(draft_id)
            else:
                self.show_draft(draft_id)

    # Writing

    def reading_pane(self) -> ArticlePane | ThreadPane:
        """The pane that shows what is answered."""
        composer = self.composer
        answers_comment = composer is not None and composer.writing.parent is not None
        return self.thread if answers_comment else self.article

    def reply(self, comment: Comment | None, quote: tuple[Block, ...]) -> None:
        """Begin a reply to a comment, or to the article, whose quote says that it is from there."""
        origin = from_article(None, self.page.language) if comment is None else None
        self.clear_selection()
        self.reply_with(comment, quoted(quote, origin))

    def reply_with(self, comment: Comment | None, body: str) -> None:
        """Begin a reply with some text in it."""
        page = page_ref(self.page, self.source)
        if comment is not None:
            self.thread.open_comment(comment.key)
        self.open_writing(Writing(self.services, page, parent_ref(comment), body=body))

    def edit_draft(self, draft_id: str) -> None:
        """Go on writing a draft."""
        draft = self._drafts.get(draft_id)
        if draft is None:
            self._hand_over_keys(None)
            return
        placed = self.placed_draft(draft_id)
        if placed is not None and placed.became is not None:
            self._hand_over_keys(None)
            self.show_draft(draft_id)
            return
        if placed is not None and placed.parent is not None:
            self.thread.open_comment(placed.parent)
        self.thread.go_to_draft(draft_id)
        if placed is not None and placed.anchored is not None and placed.anchored.changed:
            told = f"What this draft answers {placed.anchored.change} since it was begun."
            self.notify(told, severity="warning", timeout=6, markup=False)
        services = self.services
        self.open_writing(Writing(services, draft.page, draft.parent, draft=draft))

    def open_writing(self, writing: Writing) -> None:
        """Open a place to write, in the place of one that is open."""
        if not self.is_attached:  # the page was left since this was asked for
            return
        if self.composer is not None and not self._close():
            self._hand_over_keys(None)
            return
        self.composer = self._composer_for(writing)
        side = Side.LEFT if writing.parent is not None else Side.RIGHT
        shown = self.arrangement.shown
        self.arrange_panes(Arrangement(shown, writing=side))
        self.thread.show_answered(self.answered(writing))
        if self.composer.text.focusable:
            self.set_focus(self.composer.text)  # at once, so that all is drawn in one frame
        self.call_after_refresh(self._opened)

    def _composer_for(self, writing: Writing) -> Composer:
        """The composer, which is made once, with something to write in it."""
        from tui.app.widgets.composer import Composer  # noqa: PLC0415 -- loads the text area
        from tui.send.rules import rules_of  # noqa: PLC0415 -- as said

        rules = rules_of(self.page)
        if self._idle is not None:
            self._idle.begin(writing, rules)
            return self._idle

        self._idle = Composer(writing, rules, self.proof)
        self.mount(Edge(id=Part.SILL), self._idle)
        return self._idle

    def panes_arranged(self) -> None:
        """Pin the words that are answered over the text where there is one column only."""
        super().panes_arranged()
        if self.composer is not None:
            arrangement = self.arrangement
            pins = arrangement.is_single(self.size.width) and not arrangement.peeking
            self.composer.pin_answered(pins=pins)

    def answered(self, writing: Writing) -> str | None:
        """The key of the comment that a reply answers, as it is in the thread now."""
        if writing.parent is None:
            return None
        if writing.draft is None:
            return writing.parent.key
        return next(iter(self._placing().place((writing.draft,)))).parent

    def _opened(self) -> None:
        gc.collect(0)  # a little after each opening, or a later key would wait for much
        if self.composer is not None:
            self.set_focus(self.composer.text)
            self._hand_over_keys(self.composer.text)
            if self.composer.writing.parent is not None:
                self.thread.bring_into_sight()

    def keeps_key(self, event: events.Key) -> bool:
        """Keep a key that was typed while a place to write is on its way.

        Without this, fast typing after the reply key would do what the letters do in the panes.
        """
        waits = self.article.asking or self.thread.asking
        if waits:
            self._typed_ahead.append(event)
            return True
        letter = event.character if event.is_forwarded and event.is_printable else None
        if letter and self.is_writing and self.composer is not None:
            # A text in focus lets no letter get here but one that was still on its way.
            self.composer.text.take_late(letter)
            return True
        return False

    def _hand_over_keys(self, text: ReplyText | None) -> None:
        """Give the keys that were kept to the text; without one they are void."""
        self.article.asking = self.thread.asking = False
        keys, self._typed_ahead = self._typed_ahead, []
        if text is not None:
            for event in sorted(keys, key=lambda event: event.time):
                text.post_message(events.Key(event.key, event.character))

    def _close(self) -> bool:
        """Put the words on disk and close; False where they could not be put there."""
        composer = self.composer
        if composer is None:
            return True
        problem = composer.finish()
        if problem:
            self.notify(problem, severity="error", timeout=10, markup=False)
            return False
        if composer.writing.draft is not None:
            self._saved(composer.writing.draft)
        self._put_away()
        return True

    def _put_away(self) -> None:
        pane = self.reading_pane()
        composer, self.composer = self.composer, None
        if composer is not None:
            composer.put_away()
        self.arrange_panes(Arrangement(self.arrangement.shown))
        self.thread.show_answered(None)
        self.show_pane(pane)

    @on(WritingAsked)
    def _composer_asked(self, event: WritingAsked) -> None:
        """Do what a key of the composer asks for."""
        composer = self.composer
        if composer is None:
            return
        match event.name:
            case "close":
                self._close()
            case "save":
                composer.save()
            case "show_article":
                arrangement = self.arrangement
                self.arrange_panes(arrangement._replace(peeking=not arrangement.peeking))
            case "discard":
                self._discard_open(composer)
            case "switch_pane":
                self.go_round(composer)

    def go_round(self, composer: Composer) -> None:
        """From the text to what it answers, to the pane that was called beside it, and back."""
        answered = self.reading_pane()
        other = self.article if answered is self.thread else self.thread
        if self.focused is composer.front:
            self.show_pane(answered)
        elif self.focused is answered and self.arrangement.peeking:
            self.show_pane(other)
        else:
            self.set_focus(composer.front)

    @on(ArticlePane.ReplyAsked)
    def _reply_to_article(self, event: ArticlePane.ReplyAsked) -> None:
        selected = self.article.passage_selected() if event.quote else ()
        self.reply(None, selected or event.quote)

    @on(ThreadPane.ReplyAsked)
    def _reply_to_comment(self, event: ThreadPane.ReplyAsked) -> None:
        comment, thread = event.comment, self.thread
        index = thread.comment_selected() if event.quoted else None
        is_selected = index is not None and thread.reading.key(index) == comment.key
        passage = thread.passage_selected() if is_selected else comment.blocks
        self.reply(comment, passage if event.quoted else ())

    @on(ThreadPane.DraftChosen)
    def _draft_chosen(self, event: ThreadPane.DraftChosen) -> None:
        self.edit_draft(event.draft_id)

    @on(ThreadPane.DiscardAsked)
    def _discard_asked(self, event: ThreadPane.DiscardAsked) -> None:
        self.ask_discard(event.draft_id)

    # Discarding

    def _discard_open(self, composer: Composer) -> None:
        problem = composer.finish()
        if problem:
            self.notify(problem, severity="error", timeout=10, markup=False)
        elif composer.writing.draft is None:
            self._put_away()
        else:
            self._saved(composer.writing.draft)
            self.ask_discard(composer.writing.draft.id)

    def ask_discard(self, draft_id: str) -> None:
        """Discard a draft after a yes."""
        draft = self._drafts.get(draft_id)
        if draft is None:
            return

        dialog = dialogs.ConfirmDialog("Discard this draft?", discard_detail(draft))
        self.app.push_screen(dialog, lambda yes: self._discard(draft_id) if yes else None)

    def _discard(self, draft_id: str) -> None:
        try:
            self.services.with_drafts(lambda store: store.discard(draft_id))
        except DraftError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        del self._drafts[draft_id]
        composer = self.composer
        open_draft = composer.writing.draft if composer is not None else None
        if open_draft is not None and open_draft.id == draft_id:
            self._put_away()
        self.show_drafts()

    def on_unmount(self) -> None:
        """The last words are on disk before the screen goes, or left to be printed."""
        problem = self.composer.finish() if self.composer is not None else None
        if problem and self.composer is not None:
            writing = self.composer.writing
            words = [] if writing.rescued else ["This is what you wrote:", writing.body]
            self.services.last_words.extend([problem, *words])
