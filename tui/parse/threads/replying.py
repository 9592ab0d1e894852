"""The link by which a comment is answered on a page of its own, with a form for it.

Where a system's own selectors find none on a page, it is a link of a comment, not among its words,
that leads to another page of the same host: its address says that it replies, or its words do, in
whatever language. Links to a login are none, and neither is one within words that somebody wrote:
whoever follows such a link writes to where it leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui.parse.clean import clean_link
from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.selectors import possible
from tui.parse.threads.nodes import Territory, ancestors, attribute, classes, select, short_line
from tui.parse.words import answered_name, is_reply_label

MAX_LABEL = 60
"""The words of such a link are no more characters than these."""

PATIENCE = 40
"""Where no link of so many conversations has words that say so, none of the others has, either."""

_REPLIES = regex(
    r"[?&;](?:replytocom|reply_?to(?:_?(?:id|comment))?|in_?reply_?to(?:_?id)?|reply)="
    r"|[?&;](?:mode|do|action|act|op|task|view)=(?:comment_?)?reply"
    r"|(?:^|/)(?:comments?[/_-])?(?:reply|respond|antwort|reageer)(?:\.\w{2,4})?(?:[/?]|$)"
)
_WORDS = ("reply", "respond", "antwort", "reageer")
"""Of which every address that says so has one."""

_ADDRESSED = ", ".join(f"a[href*='{word}' i]" for word in _WORDS)

_LOGIN = regex(
    r"/(?:wp-)?(?:log-?in|sign-?in|sign-?up|register|registration|auth|sessions?|inloggen"
    r"|anmelden|connexion|oauth2?)(?:\.\w{2,4})?(?:[/?]|$)|[?&](?:login|redirect_to)=",
    re.IGNORECASE,
)
_LOGIN_CLASS = "comment-reply-login"


class Replying:
    """Finds the links by which comments are answered.

    Args:
        document: The page.
        scope: The element around all comments.
        roots: The element of each comment.
        territory: Which comment each element belongs to.
        bodies: The elements that hold the words of each comment, by its index; of one that has
            none, all of it is words.
        left_out: The `mem_id`s of elements that nobody wrote.
    """

    def __init__(
        self,
        document: Document,
        scope: LexborNode | LexborHTMLParser,
        roots: Sequence[LexborNode],
        territory: Territory,
        bodies: Mapping[int, Sequence[LexborNode]],
        left_out: set[int],
    ) -> None:
        self._document = document
        self._scope = scope
        self._roots = roots
        self._territory = territory
        self._bodies = bodies
        self._left_out = left_out
        self._here = {(url or "").partition("#")[0] for url in (document.url, document.base)}
        self._host = urlsplit(document.base or "").netloc.lower()

    def addresses(self, selectors: Sequence[str]) -> dict[int, str]:
        """The address of the page that answers each comment, by the comment's index.

        Args:
            selectors: What a system says such links are.
        """
        found: dict[int, str] = {}
        for selector in selectors:
            for link in select(self._scope, possible(selector, self._document.marks)):
                owner, url = self._territory.owner(link), self._address(link)
                if owner is not None and url is not None:
                    found.setdefault(owner, url)
        if not found and self._host:
            for owner, url in self._told():
                found.setdefault(owner, url)
        return found

    def _told(self) -> Iterator[tuple[int, str]]:
        """The links that say of themselves that they reply, with the comments they are of."""
        by_words = any(map(_says_reply, self._first_links()))
        for link in select(self._scope, "a[href]" if by_words else _ADDRESSED):
            href = attribute(link, "href")
            says = _leads_to_reply(href) or (by_words and _says_reply(link))
            owner = self._territory.owner(link) if says else None
            if owner is None or self._is_written(link, owner):
                continue
            url = self._address(link)
            if url is not None and urlsplit(url).netloc.lower() == self._host:
                yield owner, url

    def _first_links(self) -> Iterator[LexborNode]:
        """The links of the first conversations."""
        tops = (root for index, root in enumerate(self._roots) if self._is_top(index))
        for root in islice(tops, PATIENCE):
            yield from root.css("a[href]")

    @cached_property
    def _writers(self) -> list[int]:
        """The comment of each element that holds words."""
        return [index for index, body in self._bodies.items() for _ in body]

    @cached_property
    def _written(self) -> Territory:
        """Which of these elements each link is in."""
        return Territory([(node,) for body in self._bodies.values() for node in body])

    def _is_top(self, index: int) -> bool:
        return self._territory.around(index) is None

    def _is_written(self, link: LexborNode, owner: int) -> bool:
        """Whether a link stands among the words of its comment, which its writer chose."""
        around = self._written.owner(link)
        inside = around is not None and self._writers[around] == owner
        if owner in self._bodies and not inside:
            return False
        for at in (link, *ancestors(link)):
            if at.mem_id in self._left_out:
                return False
            if self._territory.is_item(at):
                break
        return True

    def _address(self, link: LexborNode) -> str | None:
        """Where a link leads, where that is another page and no login."""
        href = attribute(link, "href")
        if _LOGIN.search(href) or _LOGIN_CLASS in classes(link):
            return None
        url = clean_link(href, self._document.base)
        if url is None or not url.startswith("http"):
            return None
        return None if url.partition("#")[0] in self._here else url


def _leads_to_reply(href: str) -> bool:
    lower = href.lower()
    return any(word in lower for word in _WORDS) and _REPLIES.search(lower) is not None


def _says_reply(link: LexborNode) -> bool:
    words = short_line(link, MAX_LABEL) or attribute(link, "title")[:MAX_LABEL]
    return bool(words) and is_reply_label(words) and answered_name(words) is None
