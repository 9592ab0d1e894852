"""The walk over the tree. It keeps its own stack: pages nest deeper than Python may recurse."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from selectolax.lexbor import LexborNode

from tui.model import Block, Image, Inline, Mark, Paragraph, Rule, Span
from tui.parse.blocks import code, media
from tui.parse.blocks.elements import (
    BLOCKS,
    HEADINGS,
    LISTS,
    MARKS,
    MEDIA,
    PREFORMATTED,
    TEXT,
    UNREAD,
    is_hidden,
    number,
    word_set,
)
from tui.parse.blocks.frames import (
    CaptionFrame,
    CellFrame,
    FigureFrame,
    Frame,
    ItemFrame,
    ListFrame,
    QuoteFrame,
    TableFrame,
)
from tui.parse.blocks.inline import joined
from tui.parse.clean import clean_line, clean_link

MAX_DEPTH = 40
"""Containers nested deeper than this are read as plain ones, so that the model stays shallow."""

Skip: TypeAlias = Callable[[LexborNode], bool]


def blocks_of(
    nodes: Iterable[LexborNode], base: str | None, skip: Skip | None = None
) -> tuple[Block, ...]:
    """The blocks of a run of nodes.

    Args:
        nodes: Elements and text nodes in page order, read one after the other as if they stood in
            one container. They themselves are read even where the page hides them.
        base: What relative links are resolved against, or None.
        skip: Elements for which it is true are left out with everything in them.

    Returns:
        The blocks; text outside of any paragraph becomes paragraphs. Never raises, and the blocks
        never nest deeper than about forty, however deep the tree.
    """
    builder = _Builder(base, skip)
    builder.read(nodes)
    return tuple(builder.finish())


def inline_of(node: LexborNode, base: str | None, skip: Skip | None = None) -> Inline:
    """The text of an element as one inline stretch; its paragraphs are divided by line breaks.

    Args:
        node: The element.
        base: What relative links are resolved against, or None.
        skip: Elements for which it is true are left out with everything in them.
    """
    builder = _Builder(base, skip, flat=True)
    builder.read([node])
    lines = [block.text for block in builder.finish() if isinstance(block, Paragraph)]
    return lines[0] if len(lines) == 1 else joined(_with_breaks(lines))


class _Builder:
    """Reads nodes into frames.

    Attributes:
        base: What links are resolved against.
        skip: What is left out.
        flat: Whether every container is a plain one, as for inline text.
    """

    def __init__(self, base: str | None, skip: Skip | None, *, flat: bool = False) -> None:
        self.base = base
        self.skip = skip
        self.flat = flat
        self.frames = [Frame()]
        self.marks = Mark.NONE
        self.href: str | None = None
        self.only_pictures = False
        self.stack: list[LexborNode | Callable[[], None]] = []

    def read(self, nodes: Iterable[LexborNode]) -> None:
        """Walk over the nodes and everything below them."""
        for root in nodes:
            self._enter(root, is_root=True)
            while self.stack:
                item = self.stack.pop()
                if isinstance(item, LexborNode):
                    self._enter(item)
                else:
                    item()

    def finish(self) -> list[Block]:
        """The blocks read so far."""
        self.frames[0].flush()
        return self.frames[0].blocks

    def _enter(self, node: LexborNode, *, is_root: bool = False) -> None:
        tag = node.tag or ""
        if tag == TEXT:
            if not self.only_pictures:
                self.frames[-1].text.add(node.text_content or "", self.marks, self.href)
            return
        if tag in UNREAD or not node.is_element_node:
            return
        if (self.skip is not None and self.skip(node)) or (
            not is_root and is_hidden(tag, node.attributes)
        ):
            return
        if tag in _PLAIN:
            flush = self.frames[-1].flush
            flush()
            self.stack.append(flush)
        elif tag in _MEANT:
            if self._replaced(tag, node):
                return
            self._open(tag, node)
        child = node.last_child
        while child is not None:
            self.stack.append(child)
            child = child.prev

    def _replaced(self, tag: str, node: LexborNode) -> bool:
        """Read an element that is not walked into; False for all others."""
        if tag == "img":
            self._picture(node)
        elif self.only_pictures:
            return False
        elif tag == "br":
            self._line_break()
        elif tag == "hr":
            self._add(Rule())
        elif tag in PREFORMATTED and not self.flat:
            self._add(code.preformatted(node))
        elif tag == "table" and not self.flat and code.is_code_table(node):
            self._add(code.code_table(node))
        elif tag in MEDIA:
            return self._embedded(tag, node)
        elif tag == "math":
            self._formula(node)
        elif tag == "button":
            # Accordions write their headings so (WAI-ARIA practices); other buttons are controls.
            return not self.frames[-1].heading
        else:
            return False
        return True

    def _open(self, tag: str, node: LexborNode) -> None:
        """Begin an element that is walked into; what ends it is put on the stack."""
        if tag in MARKS:
            self._inline(self.marks | MARKS[tag], self.href)
        if tag == "a":
            self._inline(self.marks, self._link(node.attributes.get("href")) or self.href)
        elif tag in HEADINGS:
            self._heading(HEADINGS[tag])
        elif tag == "noscript":
            self._noscript()
        elif tag == "q":
            self._surround("\u201c", "\u201d")
        elif tag == "rt":
            self._surround("(", ")")
        elif (frame := self._frame(tag, node)) is not None:
            self._push(frame)
        elif tag == "tr" and isinstance(self.frames[-1], TableFrame):
            self.frames[-1].grid.rows.append([])
        elif tag in BLOCKS or tag in LISTS or tag in _FRAMED or tag in PREFORMATTED:
            self.frames[-1].flush()
            self.stack.append(self.frames[-1].flush)

    def _link(self, href: str | None) -> str | None:
        """An address; one within the page stays a bare fragment."""
        if href and href.lstrip().startswith("#"):
            return clean_link(href)
        return clean_link(href, self.base)

    def _frame(self, tag: str, node: LexborNode) -> Frame | None:
        """The frame that an element opens, or None."""
        if self.flat or len(self.frames) > MAX_DEPTH:
            return None
        if tag in LISTS:
            return _list_frame(tag, node)
        if tag in ("td", "th"):
            spans = (number(node.attributes.get(name)) or 1 for name in ("colspan", "rowspan"))
            columns, rows = (max(1, min(span, 1000)) for span in spans)
            return CellFrame(header=tag == "th", columns=columns, rows=rows)
        if tag == "li":
            return ItemFrame(value=number(node.attributes.get("value")))
        if tag == "table":
            frame = TableFrame()
            frame.grid.layout = node.attributes.get("role") in ("presentation", "none")
            return frame
        kind = _FRAMED.get(tag)
        return kind() if kind is not None else None

    def _push(self, frame: Frame) -> None:
        parent = self.frames[-1]
        parent.flush()
        self.frames.append(frame)

        def close() -> None:
            frame.flush()
            self.frames.pop()
            frame.close(parent)

        self.stack.append(close)

    def _inline(self, marks: Mark, href: str | None) -> None:
        before = self.marks, self.href
        self.marks, self.href = marks, href

        def close() -> None:
            self.marks, self.href = before

        self.stack.append(close)

    def _heading(self, level: int) -> None:
        frame = self.frames[-1]
        frame.flush()
        before = frame.heading
        if not self.flat:
            frame.heading = level

        def close() -> None:
            frame.flush()
            frame.heading = before

        self.stack.append(close)

    def _noscript(self) -> None:
        """Without scripts a lazy picture is repeated here; other words talk about scripts."""
        before = self.only_pictures
        self.only_pictures = True

        def close() -> None:
            self.only_pictures = before

        self.stack.append(close)

    def _surround(self, left: str, right: str) -> None:
        def put(sign: str) -> None:
            if not self.only_pictures:
                self.frames[-1].text.add(sign, self.marks, self.href)

        put(left)
        self.stack.append(lambda: put(right))

    def _line_break(self) -> None:
        frame = self.frames[-1]
        if frame.heading:
            frame.text.add(" ", self.marks, self.href)
        elif not frame.text.is_empty and not frame.text.line_break():
            frame.flush()

    def _add(self, block: Block | None) -> None:
        frame = self.frames[-1]
        frame.flush()
        if block is not None:
            frame.add(block)

    def _picture(self, node: LexborNode) -> None:
        frame = self.frames[-1]
        sign = media.emoji(node)
        if sign is not None:
            if not self.only_pictures:
                frame.text.add(sign, self.marks, self.href)
        elif not self.flat and (image := media.picture(node, self.base)) is not None:
            self._place(frame, image)

    @staticmethod
    def _place(frame: Frame, image: Image) -> None:
        if frame.text.is_empty and not frame.pictures:
            frame.add(image)
        else:
            frame.pictures.append(image)

    def _embedded(self, tag: str, node: LexborNode) -> bool:
        """Put a link in the place of a film, a sound or a frame."""
        link = None if self.flat else media.embedded(node, self.base)
        if link is None:
            return tag != "object"  # an object without an address shows what is in it
        text, href = link
        self.frames[-1].flush()
        self.frames[-1].text.add(text, self.marks, href)
        self.frames[-1].flush()
        return True

    def _formula(self, node: LexborNode) -> None:
        annotation = node.css_first("annotation")
        words = node.attributes.get("alttext")
        words = words or (annotation if annotation is not None else node).text()
        self.frames[-1].text.add(clean_line(words), self.marks, self.href)


_FRAMED: dict[str, type[Frame]] = {
    "blockquote": QuoteFrame,
    "figure": FigureFrame,
    "figcaption": CaptionFrame,
    "caption": CaptionFrame,
    "table": TableFrame,
}

_PLAIN = BLOCKS - _FRAMED.keys() - MARKS.keys() - {"td", "th", "tr", "li"}
"""Elements that only begin and end on a line of their own."""

_MEANT = frozenset(
    BLOCKS - _PLAIN
    | LISTS
    | PREFORMATTED
    | MEDIA
    | MARKS.keys()
    | HEADINGS.keys()
    | _FRAMED.keys()
    | word_set("img br hr math button a noscript q rt")
)
"""Elements that mean more than that; all others are read as if their tags were not there."""


def _list_frame(tag: str, node: LexborNode) -> ListFrame:
    attributes = node.attributes
    start = number(attributes.get("start"))
    if start is None and "reversed" in attributes:
        # A list counts up in the model, so one that counts down is kept without its numbers.
        return ListFrame()
    return ListFrame(ordered=tag == "ol", start=start)


def _with_breaks(lines: list[Inline]) -> Inline:
    spans: list[Span] = []
    for line in lines:
        if spans:
            spans.append(Span("\n"))
        spans.extend(line)
    return tuple(spans)
