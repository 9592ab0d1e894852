"""The walk over the tree. It keeps its own stack: pages nest deeper than Python may recurse."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from selectolax.lexbor import LexborNode

from tui.model import Block, Image, Inline, Mark, Paragraph, Rule
from tui.parse.blocks import code, formulas, media, notemarks, notes, tex
from tui.parse.blocks.addresses import hidden_address, hidden_link
from tui.parse.blocks.anchors import with_known_anchors
from tui.parse.blocks.elements import (
    BLOCKS,
    FORMULAS,
    HEADINGS,
    LISTS,
    MARKS,
    MEDIA,
    NOT_READ,
    PREFORMATTED,
    TEXT,
    Attributes,
    heads_panel,
    is_heard,
    is_hidden,
    is_label,
    is_next_line,
    is_word,
)
from tui.parse.blocks.frames import CaptionFrame, Frame, TableFrame, without_outer_rules
from tui.parse.blocks.inline import joined, with_breaks
from tui.parse.blocks.meanings import FRAMED, MEANT, PLAIN, REPLACED, frame_of
from tui.parse.blocks.targets import Skip
from tui.parse.clean import clean_link

MAX_DEPTH = 40
"""Containers nested deeper than this are read as plain ones, so that the model stays shallow."""


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
    return lines[0] if len(lines) == 1 else joined(with_breaks(lines))


class _Builder:
    """Reads nodes into frames.

    Attributes:
        base: What links are resolved against.
        skip: What is left out.
        flat: Whether every container is a plain one, as for inline text.
        hrefs: The links met that have a fragment.
        names: Whether an element was met that a fragment may name.
        in_heading: Whether what is read is in a heading.
        notes: The notes within sentences.
    """

    def __init__(self, base: str | None, skip: Skip | None, *, flat: bool = False) -> None:
        self.base = base
        self.skip = skip
        self.flat = flat
        self.frames = [Frame(finds_lists=not flat)]
        self.marks = Mark.NONE
        self.href: str | None = None
        self.hrefs: set[str] = set()
        self.names = False
        self.in_heading = False
        self.only_pictures = False
        self.notes = notes.Notes()
        self.stack: list[LexborNode | Callable[[], None]] = []

    def read(self, nodes: Iterable[LexborNode]) -> None:
        """Walk over the nodes and everything below them."""
        stack = self.stack
        for root in nodes:
            stack.append(root)
            while stack:
                item = stack.pop()
                if not isinstance(item, LexborNode):
                    item()
                elif (tag := item.tag or "") == TEXT:
                    text = self.frames[-1].text
                    is_idle = self.only_pictures or (text.after_space and item.is_empty_text_node)
                    if not is_idle:
                        text.add(item.text_content or "", self.marks, self.href)
                elif tag not in NOT_READ:
                    self._enter(item, tag, is_root=item is root)
                elif tag == "script" and (source := formulas.in_script(item)):
                    self._formula(source, item, item.attributes)

    def finish(self) -> list[Block]:
        """The blocks read so far."""
        self.frames[0].flush()
        blocks = without_outer_rules(self.frames[0].blocks)
        return with_known_anchors(blocks, self.hrefs) if self.names else blocks

    def _enter(self, node: LexborNode, tag: str, *, is_root: bool) -> None:
        if self.skip is not None and self.skip(node):
            return
        attributes = node.attributes
        may_be_apart = (attributes or tag == notes.DISTILL) and not is_root
        if may_be_apart and self._is_apart(node, tag, attributes):
            return
        if attributes and (source := formulas.in_element(node, attributes)) is not None:
            self._formula(source, node, attributes)
            return
        if tag in PLAIN:
            flush = self.frames[-1].flush
            flush()
            self.stack.append(flush)
        elif tag in MEANT:
            if tag in REPLACED and self._replaced(tag, node, attributes):
                return
            self._open(tag, attributes)
        if (self.in_heading or isinstance(self.frames[-1], CaptionFrame)) and is_next_line(node):
            self.frames[-1].text.part()
        if attributes:
            if (address := hidden_address(attributes)) is not None:
                self.frames[-1].text.add(address, self.marks, self.href)
                return
            if is_label(tag, attributes):
                self._apart()
            if not notes.REFERRING.isdisjoint(attributes):
                self._refer(node, attributes)
            if name := attributes.get("id") or (tag == "a" and attributes.get("name")):
                if formulas.is_drawn_from_script(node, name):
                    return
                self.frames[-1].anchors.append(name)
                self.names = True
        self._walk_into(node)

    def _is_apart(self, node: LexborNode, tag: str, attributes: Attributes) -> bool:
        """Whether an element is no part of the text around it: a note, or something hidden."""
        if notes.is_note(tag, attributes) and self._note(node):
            return True
        return is_hidden(tag, attributes) and not is_heard(node)

    def _walk_into(self, node: LexborNode) -> None:
        child = node.last_child
        while child is not None:
            self.stack.append(child)
            child = child.prev

    def _replaced(self, tag: str, node: LexborNode, attributes: Attributes) -> bool:
        """Read an element that is not walked into; False for all others."""
        if tag == "img":
            self._picture(attributes)
        elif self.only_pictures:
            return False
        elif tag == "br":
            self._line_break()
        elif tag == "hr":
            self._add(Rule())
        elif tag in PREFORMATTED and not self.flat:
            self._add(code.preformatted(node), attributes.get("id"))
        elif tag == "table" and not self.flat and code.is_code_table(node):
            self._add(code.code_table(node))
        elif tag in MEDIA:
            return self._embedded(tag, node)
        elif tag in FORMULAS:
            self._formula(formulas.formula(node), node, attributes)
        elif tag == "button":
            return not self._reads(node)
        else:
            return False
        return True

    def _note(self, node: LexborNode) -> bool:
        """Begin a note within a sentence; False where it is none."""
        parent = self.frames[-1]
        if self.flat or self.only_pictures or len(self.frames) > MAX_DEPTH:
            return False
        if not parent.text.has_words or notes.is_around_note(node):
            return False
        mark = notemarks.mark_before(node)
        if not self.notes.is_said_again(mark, node, self.skip):
            self._begin_note(node, mark)
        return True

    def _refer(self, mark: LexborNode, attributes: Attributes) -> None:
        """Read the hidden note that a mark names, after the mark."""
        if self.flat or self.only_pictures or len(self.frames) > MAX_DEPTH:
            return
        if (note := self.notes.hidden_by(mark, attributes)) is not None:
            self.stack.append(lambda: self._begin_note(note, mark))

    def _begin_note(self, node: LexborNode, mark: LexborNode | None) -> None:
        parent, frame = self.frames[-1], Frame()
        self.frames.append(frame)

        def close() -> None:
            frame.flush()
            self.frames.pop()
            self.hrefs.update(self.notes.end(parent, frame, notemarks.words_of(mark)))
            self.names = True

        self.stack.append(close)
        self._inline(Mark.NONE, None)
        self._walk_into(node)

    def _reads(self, button: LexborNode) -> bool:
        """Begin a button that is text: in a heading, in a sentence, or over what it folds."""
        if self.frames[-1].heading:
            return True
        if is_word(button):
            if Mark.SUPER not in self.marks:
                self._apart()
            return True
        if not heads_panel(button):
            return False
        self.frames[-1].flush()
        self.stack.append(self.frames[-1].flush)
        return True

    def _open(self, tag: str, attributes: Attributes) -> None:
        """Begin an element that is walked into; what ends it is put on the stack."""
        if tag in MARKS:
            self._inline(self.marks | MARKS[tag], self.href)
        if tag == "a":
            href = self._link(attributes.get("href"))
            if href and "#" in href:
                self.hrefs.add(href)
            self._inline(self.marks, href or self.href)
        elif tag in HEADINGS:
            self._heading(HEADINGS[tag])
        elif tag == "noscript":
            self._noscript()
        elif tag == "q":
            self._surround("\u201c", "\u201d")
        elif tag == "rt":
            self._surround("(", ")")
        elif (frame := self._frame(tag, attributes)) is not None:
            self._push(frame)
        elif tag == "tr" and isinstance(self.frames[-1], TableFrame):
            self.frames[-1].grid.rows.append([])
        elif tag in BLOCKS or tag in LISTS or tag in FRAMED or tag in PREFORMATTED:
            self.frames[-1].flush()
            self.stack.append(self.frames[-1].flush)

    def _link(self, href: str | None) -> str | None:
        """An address; one within the page stays a bare fragment."""
        if href and (hidden := hidden_link(href)) is not None:
            return clean_link(hidden)
        if href and href.lstrip().startswith("#"):
            return clean_link(href)
        return clean_link(href, self.base)

    def _frame(self, tag: str, attributes: Attributes) -> Frame | None:
        """The frame that an element opens, or None."""
        if self.flat or len(self.frames) > MAX_DEPTH:
            return None
        return frame_of(tag, attributes)

    def _push(self, frame: Frame) -> None:
        parent = self.frames[-1]
        parent.flush()
        self.frames.append(frame)

        def close() -> None:
            frame.flush()
            self.frames.pop()
            parent.anchors.extend(frame.anchors)
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
        before = frame.heading, self.in_heading
        self.in_heading = True
        if not self.flat:
            frame.heading = level

        def close() -> None:
            frame.flush()
            frame.heading, self.in_heading = before

        self.stack.append(close)

    def _noscript(self) -> None:
        """Without scripts a lazy picture is repeated here; other words talk about scripts."""
        before = self.only_pictures
        self.only_pictures = True

        def close() -> None:
            self.only_pictures = before

        self.stack.append(close)

    def _apart(self) -> None:
        """Keep the words of a label, or of a source, apart from what stands beside them."""
        part = self.frames[-1].text.part
        part()
        self.stack.append(part)

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

    def _add(self, block: Block | None, name: str | None = None) -> None:
        frame = self.frames[-1]
        frame.flush()
        if name:
            frame.anchors.append(name)
            self.names = True
        if block is not None:
            frame.add(block)

    def _picture(self, attributes: Attributes) -> None:
        frame = self.frames[-1]
        sign = media.emoji(attributes) or tex.in_picture(attributes)
        if sign is not None:
            if not self.only_pictures:
                frame.text.add(sign, self.marks, self.href)
        elif not self.flat and (image := media.picture(attributes, self.base)) is not None:
            self._place(frame, image)

    def _place(self, frame: Frame, image: Image) -> None:
        if self.only_pictures and frame.shows(image):
            return
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

    def _formula(self, words: str, node: LexborNode, attributes: Attributes) -> None:
        if self.only_pictures:
            return
        frame = self.frames[-1]
        apart = formulas.is_apart(node, attributes) and not (self.flat or frame.heading)
        if apart:
            frame.flush()
        frame.text.add(words, self.marks, self.href)
        last = node.last_child
        if last is not None and last.is_empty_text_node:
            frame.text.add(" ", self.marks, self.href)  # programs that indent put it in there
        if apart:
            frame.flush()
