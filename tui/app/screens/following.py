"""The part of a reading screen that follows: links, fragments, numbers of comments, the browser."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from textual import on

from tui.app import dialogs
from tui.app.layout.comments import count
from tui.app.layout.hints import hint_labels
from tui.app.layout.passages import characters_before
from tui.app.messages import OpenAsked
from tui.app.screens.bookmarking import BookmarkingScreen
from tui.app.terminal import TerminalApp
from tui.app.widgets.article_pane import ArticlePane
from tui.app.widgets.line_view import Hint, LineView
from tui.app.widgets.thread_pane import ThreadPane
from tui.reading.links import Place, links_of, same_page, target_of


class FollowingScreen(BookmarkingScreen):
    """A screen whose links lead somewhere.

    Attributes:
        fragment: What follows the `#` of the address that was opened or followed last, or None.
    """

    fragment: str | None = None

    @property
    def terminal(self) -> TerminalApp:
        """The application around it."""
        return cast("TerminalApp", self.app)

    def go_to_fragment(self) -> None:
        """To the comment or the place in the article that the fragment of an address names."""
        if not self.fragment:
            return
        match target_of(self.page, self.fragment):
            case None:
                self.app.notify("The page has nothing of that name.", markup=False)
            case Place() as place:
                self._to_place(place)
            case index:
                self._go_to_comment(index)

    def _go_to_comment(self, index: int) -> None:
        self.leave()
        self.show_pane(self.thread)
        self.thread.go_to(index)

    def _to_place(self, place: Place) -> None:
        self.leave()
        self.show_pane(self.article)
        block = self.page.article.blocks[place.block]
        self.article.go_to_place(place.block, characters_before(block, place.path))

    def action_go_to(self) -> None:
        """Ask for a comment, by its number, its id or its address."""

        def named(text: str | None) -> None:
            if text and text.strip():
                index = self.thread.reading.named(text.strip())
                if index is None:
                    self.app.notify("The page has no comment of that name.", markup=False)
                else:
                    self._go_to_comment(index)

        prompt = dialogs.LinePrompt("Go to comment", hint="its number, its id or its address")
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

        self.app.push_screen(dialogs.HintPrompt(frozenset(hints)), typed)

    def action_links(self) -> None:
        """List all links of the page."""
        from tui.reading.linklist import page_links  # noqa: PLC0415 -- not to start with

        links = page_links(self.page)
        if not links:
            self.app.notify("There is no link on this page.", markup=False)
            return

        def picked(choice: dialogs.LinkChoice | None) -> None:
            if choice is None:
                return
            if choice.use is dialogs.LinkUse.COPY:
                self.copy_address(self._absolute(choice.link.href))
            else:
                in_browser = choice.use is dialogs.LinkUse.BROWSER
                self.follow(choice.link.href, in_browser=in_browser)

        self.app.push_screen(dialogs.LinksDialog(links, self.article.glyphs), picked)

    def copy_address(self, address: str) -> None:
        """Copy an address; the screen that takes things along says how."""

    @on(LineView.LinkFollowed)
    def _link_clicked(self, event: LineView.LinkFollowed) -> None:
        self.follow(event.href, in_browser=False)

    def follow(self, href: str, *, in_browser: bool) -> None:
        """Go where a link leads: a place of this page, another page, or the browser."""
        fragment = same_page(self.page, href)
        if fragment is not None and not in_browser:
            self.fragment = fragment
            self.go_to_fragment()
        elif in_browser or href.startswith("mailto:"):
            self.open_in_browser(self._absolute(href))
        else:
            self.post_message(OpenAsked(href))

    def _absolute(self, href: str) -> str:
        """A link as one can use it outside of the page."""
        address = self.page.url or self.page.canonical or ""
        return address.partition("#")[0] + href if href.startswith("#") else href

    def open_in_browser(self, url: str | None) -> None:
        """Hand an address to the browser."""
        if url is None or url.startswith("#"):
            self.app.notify("The page names no address for this.", markup=False)
        else:
            self.terminal.browse(url, f"Handed to the browser: {url}")

    def action_page_browser(self) -> None:
        """Open the page in the browser."""
        self.open_in_browser(self.page.canonical or self.page.url)

    @on(ThreadPane.BrowserAsked)
    def _comment_in_browser(self, event: ThreadPane.BrowserAsked) -> None:
        comment = event.comment
        if event.link is None:
            self.open_in_browser(comment.permalink or self.page.canonical or self.page.url)
        else:
            hrefs = [link.href for link in links_of(comment.blocks)]
            self._open_numbered(hrefs, event.link, "This comment")

    @on(ArticlePane.BrowserAsked)
    def _link_in_browser(self, event: ArticlePane.BrowserAsked) -> None:
        hrefs = [href for _, _, href in self.article.links_in_sight()]
        self._open_numbered(hrefs, event.link, "This part of the article")

    def _open_numbered(self, hrefs: Sequence[str], number: int, where: str) -> None:
        """Open the link of a number, from 1, in the browser."""
        if number <= len(hrefs):
            self.open_in_browser(self._absolute(hrefs[number - 1]))
        else:
            has = count(len(hrefs), "link") or "no link"
            self.app.notify(f"{where} has {has}.", timeout=3, markup=False)
