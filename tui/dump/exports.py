"""Exports: a page, or a part of it, as the content of a file with a name that fits."""

from __future__ import annotations

from enum import StrEnum

from tui.model import Page
from tui.parse.patterns import regex
from tui.reading.parts import Part

WIDTH = 80
"""The cells of a line of text."""

_LONGEST = 60
_APART = regex(r"[\W_]+")


class Form(StrEnum):
    """The form of an export; the value is its name on the command line."""

    MARKDOWN = "markdown"
    TEXT = "text"
    HTML = "html"
    JSON = "json"


SUFFIXES = {Form.MARKDOWN: ".md", Form.TEXT: ".txt", Form.HTML: ".html", Form.JSON: ".json"}
"""How the names of files end."""


def exported(page: Page, form: Form, source: str) -> str:
    """A page, or what a part of it leaves, in a form.

    Args:
        page: The page.
        form: The form.
        source: What JSON calls the page.
    """
    match form:
        case Form.MARKDOWN:
            from tui.dump.markdown import dump_markdown  # noqa: PLC0415 -- one form alone is needed

            return dump_markdown(page)
        case Form.TEXT:
            from tui.dump.text import dump_text  # noqa: PLC0415 -- as above, and the next two

            return dump_text(page, WIDTH)
        case Form.HTML:
            from tui.dump.html import dump_html  # noqa: PLC0415

            return dump_html(page)
        case Form.JSON:
            from tui.dump.jsonform import dump_json  # noqa: PLC0415

            return dump_json(page, source) + "\n"


def file_name(title: str | None, part: Part, form: Form) -> str:
    """A name for the file: the words of the title, and what of the page it holds."""
    words = _APART.sub("-", (title or "").lower())[:_LONGEST].strip("-") or "page"
    return words + ("" if part is Part.PAGE else f"-{part}") + SUFFIXES[form]


def renamed(name: str, title: str | None, part: Part, form: Form) -> str:
    """The name of a file for another part and form; one of the user's own keeps its stem."""
    own = {file_name(title, part_, form_) for part_ in Part for form_ in Form}
    folder, slash, last = name.rpartition("/")
    if not last or last in own:
        return folder + slash + file_name(title, part, form)
    stem = next((last.removesuffix(each) for each in SUFFIXES.values() if last.endswith(each)), "")
    return folder + slash + stem + SUFFIXES[form] if stem else name
