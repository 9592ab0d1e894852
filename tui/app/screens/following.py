"""The part of a reading screen that follows: links, fragments, numbers of comments, the browser."""

from __future__ import annotations

from textual import on

from tui.app.dialogs.ask import HintPrompt
from tui.app.dialogs.prompt import LinePrompt
from tui.app.layout.hints import hint_labels
from tui.app.messages import OpenAsked
from tui.app.screens.trail import TrailScreen
from tui.app.widgets.line_view import Hint, LineView
from tui.app.widgets.thread_pane import ThreadPane
from tui.reading.links import comment_at, same_page


class FollowingScreen(TrailScreen):
    """A screen whose links lead somewhere.

    Attributes:
        fragment: What follows the `#` of the address that was opened or followed last, or None.
    """

    fragment: str | None = None

    def go_to_fragment(self) -> None:
        """To the comment that the fragment of an address names, if any."""
        if self.fragment and self.page.thread:
            index = comment_at(self.page.thread, self.fragment)
            if index is None:
                self.app.notify("The page has no comment of that name.", markup=False)
            else:
                self.leave()
                self.show_pane(self.thread)
                self.thread.go_to(index)

    def action_go_to(self) -> None:
        """Ask for a comment, by its number, its id or its address."""

        def named(text: str | None) -> None:
            if text and text.strip():
                before, sign, fragment = text.strip().partition("#")
                self.fragment = fragment if sign else before
                self.go_to_fragment()

        prompt = LinePrompt("Go to comment", hint="its number, its id or its address")
        self.app.push_screen(prompt, named)

    # Links

    def action_hint(self) -> None:
        """Follow a link in sight."""
        self._ask_hint(in_browser=False)

    def action_hint_browser(self) -> None:
        """Open a link in sight in the browser."""
        self._ask_hint(in_browser=True)

    def _ask_hint(self, *, in_browser: bool) -> None:
        panes = [pane for pane in (self.article, self.thread) if pane.region.width]
        links = [(pane, *link) for pane in panes for link in pane.links_in_sight()]
        if not links:
            self.app.notify("There is no link in sight.", markup=False)
            return
        labels = hint_labels(len(links))
        hints = {
            label: (pane, Hint(label, href, y, x))
            for label, (pane, y, x, href) in zip(labels, links, strict=True)
        }
        for pane in panes:
            pane.show_hints(tuple(hint for owner, hint in hints.values() if owner is pane))

        def typed(label: str | None) -> None:
            for pane in panes:
                pane.show_hints(())
            if label is not None:
                self.follow(hints[label][1].href, in_browser=in_browser)

        self.app.push_screen(HintPrompt(frozenset(hints)), typed)

    @on(LineView.LinkFollowed)
    def _link_clicked(self, event: LineView.LinkFollowed) -> None:
        self.follow(event.href, in_browser=False)

    def follow(self, href: str, *, in_browser: bool) -> None:
        """Go where a link leads: a comment of this page, another page, or the browser."""
        fragment = same_page(self.page, href)
        if fragment is not None and not in_browser:
            self.fragment = fragment
            self.go_to_fragment()
        elif in_browser or href.startswith("mailto:"):
            self.open_in_browser(href)
        else:
            self.post_message(OpenAsked(href))

    def open_in_browser(self, url: str | None) -> None:
        """Hand an address to the browser."""
        if url is None or url.startswith("#"):
            self.app.notify("The page names no address for this.", markup=False)
        else:
            self.app.open_url(url)
            self.app.notify(f"Handed to the browser: {url}", markup=False)

    def action_page_browser(self) -> None:
        """Open the page in the browser."""
        self.open_in_browser(self.page.canonical or self.page.url)

    @on(ThreadPane.BrowserAsked)
    def _comment_in_browser(self, event: ThreadPane.BrowserAsked) -> None:
        self.open_in_browser(event.comment.permalink or self.page.canonical or self.page.url)
