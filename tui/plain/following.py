"""The part of a page's view that follows links, and tells of the thread in other ways."""

from __future__ import annotations

from tui.model import Comment
from tui.plain import telling
from tui.plain.commands import Asked, CommandError
from tui.plain.figures import statistics_lines
from tui.plain.sifting import SiftingView
from tui.plain.view import Lines
from tui.reading.dates import Dates
from tui.reading.linklist import matching_links, page_links
from tui.reading.links import Link, links_of, same_page
from tui.reading.onward import part_links
from tui.reading.sorting import newest

_NEWEST = 10
"""The newest comments that are listed unless a number says how many."""

_DATES = {
    Dates.PAGE: "Dates are told as on the page.",
    Dates.AGES: "Dates are told as ages.",
    Dates.DAYS: "Dates are told as days.",
}


class FollowingView(SiftingView):
    """A page whose links lead somewhere, with lists and figures of its comments."""

    # Links

    def links(self) -> list[Link]:
        """The links of what the reader is at; at the title those of the whole article.

        The links to its other parts are at its end.
        """
        if not self.in_thread or self.comment is None:
            blocks = self.blocks if self.block < 0 else self.blocks[self.block : self.block + 1]
            ends = self.block < 0 or self.block + 1 >= len(self.blocks)
            parts = part_links(self.page.parts) if self.page.parts is not None and ends else []
            return links_of(blocks) + parts
        thread = self.state.thread
        comment = thread.comments[self.comment]
        links = links_of(comment.blocks)
        if comment.author_url:
            links.append(Link(f"{telling.name(comment.author)}'s own address", comment.author_url))
        if self.comment == self.state.arranged.order[-1]:
            links += [Link(telling.more_label(more), more.url) for more in thread.more]
        return links

    def do_hint(self, asked: Asked) -> Lines:
        """List the links here, or open one of them."""
        if asked.count is not None:
            yield from self._follow(self._link(asked.count).href)
            return
        links = self.links()
        if not links:
            raise CommandError("There is no link here.")
        for number, link in enumerate(links, 1):
            yield from self.host.wrapped(f"{number}: {link.words}, {link.href}")

    def do_hint_browser(self, asked: Asked) -> Lines:
        """List the links here, or hand one of them to the browser."""
        if asked.count is None:
            yield from self.do_hint(asked)
        else:
            yield from self._browse(self._link(asked.count).href)

    def do_links(self, asked: Asked) -> Lines:
        """List all links of the page, or those with some words, or open one of them here."""
        links = page_links(self.page)
        if asked.count is not None:
            if not 1 <= asked.count <= len(links):
                raise CommandError(f"There is no link {asked.count}; the last is {len(links)}.")
            yield from self._follow(links[asked.count - 1].href)
            return
        links = matching_links(links, asked.text) if asked.text else links
        if not links:
            raise CommandError("There is no such link on this page.")
        for link in links:
            whose = f", in what {telling.name(link.place)} wrote" if link.place else ""
            yield from self.host.wrapped(f"{link.number}: {link.words}{whose}, {link.href}")
        yield "U and a number opens one here."

    def do_link_browser(self, asked: Asked) -> Lines:
        """Hand the first link here to the browser; with a number, that one."""
        yield from self._browse(self._link(asked.times).href)

    def do_comment_browser(self, asked: Asked) -> Lines:
        """Hand the comment's address to the browser; with a number, that link in it."""
        self.cursor()
        own = self.address() if asked.count is None else self._link(asked.count).href
        yield from self._browse(own)

    def do_page_browser(self, _asked: Asked) -> Lines:
        """Hand the page's address to the browser."""
        yield from self._browse(self.page.canonical or self.page.url)

    def _link(self, number: int) -> Link:
        links = self.links()
        if not 1 <= number <= len(links):
            there = f"the last is {len(links)}" if links else "there is none at all"
            raise CommandError(f"There is no link {number} here; {there}.")
        return links[number - 1]

    def _follow(self, href: str) -> Lines:
        fragment = same_page(self.page, href)
        if fragment is not None:
            yield from self.go_to_fragment(fragment)
        elif href.startswith("mailto:"):
            yield from self._browse(href)
        else:
            yield from self.host.open(href)

    def _browse(self, url: str | None) -> Lines:
        if url is not None and url.startswith("#"):
            own = self.page.url or self.page.canonical
            url = own and own.partition("#")[0] + url
        if url is None:
            raise CommandError("The page names no address for this.")
        handed = self.stores.browse(url)
        yield f"Handed to the browser: {url}" if handed else f"The address is {url}"

    def answered(self) -> Comment | None:
        """The comment that the reader is at, or None in the article."""
        if not self.in_thread or self.comment is None:
            return None
        return self.state.thread.comments[self.comment]

    def address(self) -> str | None:
        """The address of what the reader is at, as far as the page tells it."""
        comment = self.answered()
        own = comment.permalink if comment is not None else None
        if own and not own.startswith("#"):
            return own
        return self.page.canonical or self.page.url

    # Lists

    def do_newest(self, asked: Asked) -> Lines:
        """List the newest comments, with the numbers that go to them."""
        self.cursor()
        listed = newest(self.state.thread)[: asked.count or _NEWEST]
        for index in listed:
            yield from self.host.wrapped(telling.brief(self.state, index, self.told_date))
        yield "A number goes to the comment."

    def do_statistics(self, _asked: Asked) -> Lines:
        """Tell the figures of the thread."""
        self.cursor()
        for sentence in statistics_lines(self.state):
            yield from self.host.wrapped(sentence)

    def do_toggle_dates(self, _asked: Asked) -> Lines:
        """Tell dates in another way."""
        ways = list(Dates)
        self.dates = ways[(ways.index(self.dates) + 1) % len(ways)]
        yield _DATES[self.dates]

    def do_toggle_quotes(self, _asked: Asked) -> Lines:
        """Tell only the first line of quotes, and back."""
        self.short_quotes = not self.short_quotes
        yield (
            "Quotes are cut to their beginning." if self.short_quotes else "Quotes are told whole."
        )
