"""What a reply begins with: the words it answers, as a Markdown quote."""

from __future__ import annotations

from tui.model import Block, Heading, ListBlock, Paragraph, Preformatted, Quote, blocks_text


def quoted(blocks: tuple[Block, ...], origin: str | None = None) -> str:
    """Blocks as a Markdown quote with an empty line under it; nothing for no blocks.

    Args:
        blocks: What is quoted.
        origin: Who or what is quoted, where the reply answers something else.
    """
    paragraphs = [text for block in blocks for text in _quotable(block)]
    if not paragraphs:
        return ""
    if origin:
        paragraphs.append(f"— {origin}")
    lines = "\n\n".join(paragraphs).split("\n")
    return "".join(f"> {line}\n" if line else ">\n" for line in lines) + "\n"


def _quotable(block: Block) -> list[str]:
    """The text of a block, a quote in it quoted once more."""
    match block:
        case Quote(blocks):
            return [quoted(blocks).rstrip("\n")]
        case Preformatted(text):
            return ["\n".join(f"    {line}" for line in text.split("\n"))]
        case ListBlock(items):
            return ["\n".join(f"- {blocks_text(item)}" for item in items)]
        case Paragraph() | Heading():
            return [blocks_text((block,))]
        case _:
            text = blocks_text((block,))
            return [text] if text else []
