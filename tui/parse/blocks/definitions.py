"""Definition lists: the terms of those that hold some, the blocks of those that only lay out."""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from tui.model import Block, Definition, DefinitionList, Heading, Mark, Paragraph, Term, marked

MAX_BLOCKS = 40
"""A description of more blocks than this is a layout's."""


class Group(Struct):
    """Terms and their descriptions while they are read: for each of them what it holds."""

    terms: list[list[Block]] = field(default_factory=list)
    descriptions: list[list[Block]] = field(default_factory=list)

    def definition(self) -> Definition:
        """The group; what is no text in its terms, such as a picture, comes before the rest."""
        blocks = [block for term in self.terms for block in term]
        words = [block for block in blocks if isinstance(block, Paragraph)]
        others = tuple(block for block in blocks if not isinstance(block, Paragraph))
        return Definition(
            tuple(Term(block.text, anchors=block.anchors) for block in words),
            (*filter(None, (others,)), *map(tuple, self.descriptions)),
        )

    def blocks(self) -> list[Block]:
        """All that is in it, as if it were no group."""
        return [
            *(_bold(block) for term in self.terms for block in term),
            *(block for description in self.descriptions for block in description),
        ]


class Definitions(Struct):
    """A definition list while it is read (HTML standard, section 4.4.9)."""

    groups: list[Group] = field(default_factory=list)

    def add_term(self, blocks: list[Block]) -> None:
        """Add what a term holds; after a description, a term begins a new group."""
        if not self.groups or self.groups[-1].descriptions:
            self.groups.append(Group())
        self.groups[-1].terms.append(blocks)

    def add_description(self, blocks: list[Block]) -> None:
        """Add what a description holds to the group that is open."""
        if not self.groups:
            self.groups.append(Group())
        if blocks:
            self.groups[-1].descriptions.append(blocks)

    def add_loose(self, block: Block) -> None:
        """Add what stands outside of both: it goes on with the last description."""
        if self.groups and self.groups[-1].descriptions:
            self.groups[-1].descriptions[-1].append(block)
        else:
            self.add_description([block])

    def blocks(self) -> list[Block]:
        """The list as one block, or what is in it where it only lays that out."""
        if self._is_layout():
            return [block for group in self.groups for block in group.blocks()]
        return [
            DefinitionList(tuple(group.definition() for group in self.groups if group.blocks()))
        ]

    def _is_layout(self) -> bool:
        """Lists without a term in words are, and those with headings or whole articles in them."""
        terms = [block for group in self.groups for term in group.terms for block in term]
        descriptions = [inner for group in self.groups for inner in group.descriptions]
        return (
            not any(isinstance(block, Paragraph) for block in terms)
            or any(
                isinstance(block, Heading) for inner in (terms, *descriptions) for block in inner
            )
            or any(len(inner) > MAX_BLOCKS for inner in descriptions)
        )


def _bold(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    return replace(block, text=marked(block.text, Mark.BOLD))
