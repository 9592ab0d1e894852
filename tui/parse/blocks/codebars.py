"""What stands over code: a bar with its language and buttons, or lines that were such a bar."""

from __future__ import annotations

from itertools import islice

from selectolax.lexbor import LexborNode

from tui.parse.blocks.elements import TEXT, class_names
from tui.parse.clean import clean_line
from tui.parse.patterns import regex

_BARS = frozenset({"div", "header", "span", "figcaption", "p"})
_CODE = frozenset({"code", "pre"})
_CODEMIRROR = "cm-content"
_FEW = 32
"""A bar has fewer nodes than this."""

_LONGEST = 40
_WORD = regex(r"[A-Za-z][\w+#.-]{0,19}")
_COPY = regex(
    r"(?:^|\s)(?:cop(?:y|ied)(?: code)?(?: to clipboard)?|click to copy|kopieren|copier|copiar|复制"
    r"(?:代码)?|コピー)!?$"
)
"""What is on the control that copies code."""

_NAMES = {
    other: name
    for name, *others in (
        line.split()
        for line in (
            "javascript js",
            "typescript ts",
            "bash sh shell zsh console",
            "python py",
            "cpp c++",
            "csharp c# cs",
            "ruby rb",
            "yaml yml",
            "markdown md",
            "html markup",
            "text plaintext plain txt",
            "rust rs",
            "kotlin kt",
            "go golang",
            "powershell ps1 pwsh",
            "docker dockerfile",
        )
    )
    for other in others
}
"""Other names of languages, and those that stand for them."""


def bar_of(pre: LexborNode) -> LexborNode | None:
    """The bar in an element of code: the largest one that holds a button, few words and no code."""
    found = None
    button = pre.css_first("button")
    around = button.parent if button is not None else None
    while around is not None and around != pre and around.tag in _BARS:
        inner = list(islice(around.traverse(include_text=True), _FEW))
        if len(inner) == _FEW or any(map(_is_code, inner)):
            break
        found = around
        around = around.parent
    return found if found is not None and len(_words(found)) <= _LONGEST else None


def language_in(bar: LexborNode) -> str | None:
    """The language that a bar names, or None where it says nothing or more."""
    words = _words(bar)
    return words if _WORD.fullmatch(words) else None


def labels_code(words: str, language: str | None) -> bool:
    """Whether a line beside code is what was on a control to copy it, or only names its language.

    Args:
        words: The line.
        language: The language of the code, where the page names it.
    """
    if len(words) > _LONGEST:
        return False
    line = _COPY.sub("", clean_line(words).casefold()).strip()
    if not line or not language:
        return not line
    return _plain_name(line) == _plain_name(language.casefold())


def _is_code(node: LexborNode) -> bool:
    if node.tag == TEXT:
        return "\n" in (node.text_content or "").strip()
    return node.tag in _CODE or _CODEMIRROR in class_names(node)


def _words(bar: LexborNode) -> str:
    """What a bar says beside its buttons."""
    words: list[str] = []
    stack = [bar]
    while stack:
        node = stack.pop()
        if node.tag == TEXT:
            words.append(node.text_content or "")
        elif node.tag != "button":
            stack += reversed(list(node.iter(include_text=True)))
    return clean_line(" ".join(words))


def _plain_name(language: str) -> str:
    return _NAMES.get(language, language)
