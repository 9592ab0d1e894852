"""`rejoinder dump`: a page without the screen."""

from __future__ import annotations

from tui.cli.output import emit, width as default_width
from tui.dump import dump_json, dump_markdown, dump_text
from tui.fetch import fetch_blocking
from tui.parse import parse_page


def dump(source: str, *, form: str = "text", output: str | None = None, width: int | None) -> int:
    """Print a page, or write it to a file; a fragment in the source makes no difference.

    Args:
        source: Where the page is.
        form: `text`, `markdown` or `json`.
        output: The file, or None for standard output.
        width: The width of text in cells, or None for the terminal's.

    Raises:
        RejoinderError: The page cannot be had, or the file cannot be written.
    """
    fetched = fetch_blocking(source)
    page = parse_page(fetched.data, url=fetched.url, content_type=fetched.content_type)
    match form:
        case "json":
            emit(dump_json(page, source) + "\n", output)
        case "markdown":
            emit(dump_markdown(page), output)
        case _:
            wide = default_width() if output is None else 80
            emit(dump_text(page, width or wide), output)
    return 0
