"""What a reply begins with: the words it answers, as a Markdown quote."""

from __future__ import annotations

from tui.model import (
    Block,
    DefinitionList,
    Heading,
    ListBlock,
    Paragraph,
    Preformatted,
    Quote,
    Span,
    blocks_text,
)

_FROM_THE_ARTICLE = {
    "ar": "من المقال",
    "cs": "Z článku",
    "da": "Fra artiklen",
    "de": "Aus dem Artikel",
    "en": "From the article",
    "es": "Del artículo",
    "fi": "Artikkelista",
    "fr": "Extrait de l’article",  # noqa: RUF001 -- as it is written
    "it": "Dall’articolo",  # noqa: RUF001 -- as it is written
    "ja": "記事より",
    "ko": "글에서",
    "nb": "Fra artikkelen",
    "nl": "Uit het artikel",
    "pl": "Z artykułu",
    "pt": "Do artigo",
    "ru": "Из статьи",
    "sv": "Från artikeln",
    "tr": "Yazıdan",  # noqa: RUF001 -- as it is written
    "uk": "Зі статті",  # noqa: RUF001 -- as it is written
    "zh": "摘自文章",
}
"""What tells, in the language of the page, that a quote is from the article."""


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


def quoted_text(text: str) -> str:
    """Plain text as a Markdown quote, for what is kept without its blocks."""
    parts = tuple(Paragraph((Span(part),)) for part in text.split("\n\n") if part.strip())
    return quoted(parts)


def from_article(title: str | None, language: str | None) -> str:
    """The origin of a quote from the article, in the language of its readers.

    Args:
        title: The article's title, or None where its readers need not be told.
        language: The page's language as a BCP 47 tag, or None.
    """
    base = (language or "").partition("-")[0].lower()
    words = (
        _FROM_THE_ARTICLE.get({"no": "nb", "nn": "nb"}.get(base, base)) or (_FROM_THE_ARTICLE["en"])
    )
    return f"{words}: {title}" if title else words


def _quotable(block: Block) -> list[str]:
    """The text of a block, a quote in it quoted once more."""
    match block:
        case Quote(blocks):
            return [quoted(blocks).rstrip("\n")]
        case Preformatted(text):
            return ["\n".join(f"    {line}" for line in text.split("\n"))]
        case ListBlock(items):
            return ["\n".join(f"- {blocks_text(item)}" for item in items)]
        case DefinitionList(items):
            return ["\n".join(f"- {blocks_text(item.blocks)}" for item in items)]
        case Paragraph() | Heading():
            return [blocks_text((block,))]
        case _:
            text = blocks_text((block,))
            return [text] if text else []
