"""Markdown to the HTML that a site keeps; what it does not keep becomes text that reads as well.

No word is lost on the way: a mark-up that the site has no element for stays as it was typed, and
what Markdown itself would drop (an address that no link uses, words behind a fence, text nested
too deep) is shown as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tui.parse.clean import SCHEMES

if TYPE_CHECKING:  # loads slowly
    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

MAX_NESTED = 40
"""Blocks nested deeper than this are shown as they were typed."""

_SPACE = "\u00a0"
"""Keeps its width where a browser drops spaces."""

_LISTS = frozenset({"ul", "ol", "li"})
_MARKS = {
    "em": (("em", "i"), "*"),
    "strong": (("strong", "b"), "**"),
    "s": (("del", "s", "strike"), "~~"),
}
"""The elements for each kind of emphasis, the fittest first, and what stands for them in text."""


@cache
def parser() -> MarkdownIt:
    """CommonMark with struck text, where HTML is text."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 -- loads slowly

    options = {"html": False, "maxNesting": MAX_NESTED}
    return MarkdownIt("commonmark", options).enable("strikethrough")


@cache
def site_parser() -> MarkdownIt:
    """Markdown as sites read it that take Markdown: with tables, and with HTML in it."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 -- loads slowly

    options = {"html": True, "maxNesting": MAX_NESTED}
    return MarkdownIt("commonmark", options).enable(["strikethrough", "table"])


def to_html(body: str, tags: frozenset[str]) -> str:
    """What a Markdown text becomes on a site that keeps some elements.

    Args:
        body: The text.
        tags: The elements that the site keeps. It makes paragraphs and line breaks by itself.
    """
    from markdown_it.tree import SyntaxTreeNode  # noqa: PLC0415 -- loads slowly

    tokens = _tokens(body)
    if tokens is None:
        return _text(body)
    return "\n\n".join(_Writer(tags).blocks(SyntaxTreeNode(tokens).children))


def _tokens(body: str) -> Sequence[Token] | None:
    """A text in parts; None where some of it is nested too deep."""
    markdown = parser()
    env: dict[str, dict[str, dict[str, str]]] = {}
    tokens = markdown.parse(body, env)
    if any(token.level >= MAX_NESTED - 1 for token in tokens):
        return None
    if env.get("duplicate_refs") or not _used(env.get("references", {}), tokens):
        with markdown.reset_rules():
            return markdown.disable("reference").parse(body)
    return tokens


def _used(references: dict[str, dict[str, str]], tokens: Sequence[Token]) -> bool:
    """Whether each address that is named apart from the text is one that a link leads to."""
    inline = (child for token in tokens for child in token.children or ())
    used = {(_target(child), str(child.attrGet("title") or "")) for child in inline}
    return all((r["href"], r.get("title", "")) in used for r in references.values())


def _target(token: Token) -> str:
    return str(token.attrGet("href") or token.attrGet("src") or "")


class _Writer:
    """Writes the parts of a text.

    Attributes:
        tags: The elements that may be written.
    """

    def __init__(self, tags: frozenset[str]) -> None:
        self.tags = tags

    # Blocks

    def blocks(self, nodes: Iterable[SyntaxTreeNode]) -> list[str]:
        """Blocks as HTML, those that stand for nothing left out."""
        return [html for node in nodes if (html := self._block(node))]

    def _block(self, node: SyntaxTreeNode) -> str:
        match node.type:
            case "heading":
                return self._heading(node)
            case "blockquote":
                return self._quote(node)
            case "bullet_list" | "ordered_list":
                return self._list(node)
            case "fence" | "code_block":
                return self._code(node)
            case "hr":
                return "---"
            case _:
                return self._inline(node)

    def _heading(self, node: SyntaxTreeNode) -> str:
        text = self._inline(node)
        if not text or node.tag in self.tags:
            return f"<{node.tag}>{text}</{node.tag}>" if text else ""
        element = self._element("strong")
        return f"<{element}>{text}</{element}>" if element else text

    def _quote(self, node: SyntaxTreeNode) -> str:
        inner = "\n\n".join(self.blocks(node.children))
        if "blockquote" in self.tags:
            return f"<blockquote>{inner}</blockquote>" if inner else ""
        return "\n".join(f"&gt; {line}" if line else "&gt;" for line in inner.split("\n"))

    def _list(self, node: SyntaxTreeNode) -> str:
        first = int(node.attrs.get("start", 1))
        ordered = node.type == "ordered_list"
        items = ["\n".join(self.blocks(item.children)) for item in node.children]
        if self.tags >= _LISTS:
            start = f' start="{first}"' if ordered and first != 1 else ""
            inside = "\n".join(f"<li>{item}</li>" for item in items)
            return f"<{node.tag}{start}>\n{inside}\n</{node.tag}>"
        signs = [f"{first + at}." if ordered else "-" for at in range(len(items))]
        return "\n".join(_hung(sign, item) for sign, item in zip(signs, items, strict=True))

    def _code(self, node: SyntaxTreeNode) -> str:
        text = node.content.rstrip("\n")
        told = node.info.strip() if node.type == "fence" else ""
        # One word names the language; more are words that somebody wrote.
        before = f"{_text(told)}\n\n" if len(told.split()) > 1 else ""
        if not text.strip():
            return before.rstrip()
        if "pre" in self.tags:
            code = f"<code>{_text(text)}</code>" if "code" in self.tags else _text(text)
            return f"{before}<pre>{code}</pre>"
        return before + "\n".join(map(self._code_line, filter(str.strip, text.split("\n"))))

    def _code_line(self, line: str) -> str:
        """A line of code, its indentation kept; the site would break an element over lines."""
        words = line.lstrip(" \t")
        indent = line[: len(line) - len(words)].expandtabs(4)
        html = _SPACE * len(indent) + _text(words)
        return f"<code>{html}</code>" if "code" in self.tags else html

    # Inline text

    def _inline(self, node: SyntaxTreeNode) -> str:
        return "".join(map(self._span, node.children))

    def _span(self, node: SyntaxTreeNode) -> str:
        match node.type:
            case "text":
                return _text(node.content)
            case "softbreak" | "hardbreak":
                return "\n"
            case "code_inline":
                return self._inline_code(node.content)
            case "em" | "strong" | "s":
                return self._emphasis(node)
            case "link" | "image":
                return self._link(node)
            case _:
                return self._inline(node) if node.children else _text(node.content)

    def _inline_code(self, content: str) -> str:
        if "code" in self.tags:
            return f"<code>{_text(content)}</code>"
        sign = "``" if "`" in content else "`"
        return f"{sign}{_text(content)}{sign}"

    def _element(self, kind: str) -> str | None:
        return next((name for name in _MARKS[kind][0] if name in self.tags), None)

    def _emphasis(self, node: SyntaxTreeNode) -> str:
        text, element = self._inline(node), self._element(node.type)
        sign = _MARKS[node.type][1]
        return f"<{element}>{text}</{element}>" if element else f"{sign}{text}{sign}"

    def _link(self, node: SyntaxTreeNode) -> str:
        """A link where the site keeps it, else its text with the address behind it."""
        text = self._inline(node)
        target = str(node.attrs.get("href") or node.attrs.get("src") or "")
        title = str(node.attrs.get("title", ""))
        readable = parser().normalizeLinkText(target)
        if "a" in self.tags and _scheme(target) in SCHEMES:
            told = f' title="{escape(title)}"' if title else ""
            return f'<a href="{escape(target)}"{told}>{text or _text(readable)}</a>'
        if not text or text == _text(readable):
            return _text(" ".join(filter(None, (readable, title))))
        around = ", ".join(filter(None, (readable, title)))
        return f"{text} ({_text(around)})" if around else text


def _hung(sign: str, item: str) -> str:
    """An item of a list as lines of text."""
    indent = _SPACE * (len(sign) + 1)
    return f"{sign} " + item.replace("\n", f"\n{indent}")


def _text(text: str) -> str:
    """Text that reads on the site as it was typed."""
    return escape(text, quote=False)


def _scheme(address: str) -> str:
    """The scheme of an address in lower case; empty where it has none or is none."""
    try:
        return urlsplit(address).scheme.lower()
    except ValueError:
        return ""
