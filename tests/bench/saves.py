"""Plain-text saves of real pages: made with text browsers, parsed, scored.

    python -m tests.bench.saves --corpus FOLDER --scorers FOLDER [--tools lynx,w3m] [--worst N]

Pages with 2 to 60 comments are written as text by lynx, w3m and Inscriptis, parsed by `parse_text`
and scored with the corpus's own scorer, for each tool and over all. Forums and question sites are
left out: their pages are no articles with comments. Under each tool stand its worst pages and its
figures for each comment system. A tool that is not installed is left out and said so. Exits 1 when
a tool's figure is below its floor in `saves_floors.json`.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from inscriptis import get_text  # type: ignore[import-untyped]  # ships no types

from tui.model import Page, blocks_text
from tui.parse.plaintext import parse_text

FLOORS = Path(__file__).with_name("saves_floors.json")
FORUMS = re.compile(
    r"discourse|stackexchange|xenforo|vbulletin|phpbb|nodebb|lemmy|tapatalk|custom:(?!zeit)"
)
FIGURE = re.compile(r"^(found|authors|dates|parents)\s.*?(?:F1 )?(\d\.\d{4})", re.MULTILINE)
COMMANDS = {
    "lynx": "lynx -dump -nolist -display_charset=utf-8 -assume_charset=utf-8 -stdin",
    "lynx-links": "lynx -dump -display_charset=utf-8 -assume_charset=utf-8 -stdin",
    "lynx-wide": "lynx -dump -display_charset=utf-8 -assume_charset=utf-8 -width=1000 -stdin",
    "w3m": "w3m -dump -T text/html -I UTF-8 -O UTF-8 -cols 80",
}


def inscriptis(page: str) -> str:
    """The page as Inscriptis writes it; it takes no XML declaration."""
    return str(get_text(re.sub(r"^\s*<\?xml[^>]*\?>", "", page)))


def browser(command: str) -> Callable[[str], str]:
    """A text browser as a function from HTML to text."""

    def write(page: str) -> str:
        done = subprocess.run(
            command.split(), input=page.encode(), capture_output=True, timeout=60, check=False
        )
        return done.stdout.decode("utf-8", "replace")

    return write


def tools(names: str) -> Iterator[tuple[str, Callable[[str], str]]]:
    """The tools asked for that are there."""
    for name in names.split(","):
        if name == "inscriptis":
            yield name, inscriptis
        elif shutil.which(COMMANDS[name].split()[0]):
            yield name, browser(COMMANDS[name])
        else:
            print(f"{name} is not installed: left out", file=sys.stderr)


def pages(corpus: Path) -> dict[str, dict[str, object]]:
    """The labelled threads that saves are made of."""
    threads = json.loads((corpus / "threads.json").read_text())
    return {
        page: thread
        for page, thread in threads.items()
        if 2 <= len(thread["comments"]) <= 60 and not FORUMS.match(thread["engine"])
    }


def source(corpus: Path, page: str) -> str:
    """The HTML of a page."""
    data = gzip.decompress((corpus / "pages" / f"{page}.html.gz").read_bytes())
    declared = re.search(rb"charset=[\"']?([\w-]+)", data[:4000])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(declared[1].decode() if declared else "cp1252", "replace")


def save(cache: Path, tool: str, write: Callable[[str], str], page: str) -> str:
    """A page's text by one tool, made once and kept."""
    name = hashlib.sha256(f"{tool} {COMMANDS.get(tool)} {page}".encode()).hexdigest()[:24]
    path = cache / name
    if not path.exists():
        path.write_text(write(page), encoding="utf-8")
    return path.read_text(encoding="utf-8")


def prediction(name: str, page: Page) -> dict[str, object]:
    """A page as the scorer reads it."""
    comments = page.thread.comments if page.thread else ()
    return {
        "page": name,
        "comments": [
            {
                "author": comment.author,
                "date": comment.date.iso if comment.date else None,
                "parent": comment.parent,
                "text": blocks_text(comment.blocks),
            }
            for comment in comments
        ],
    }


def score(scorers: Path, gold: dict[str, object], rows: list[dict[str, object]], worst: int) -> str:
    """What the corpus's scorer prints for these predictions."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "threads.json").write_text(json.dumps(gold))
        lines = Path(folder) / "predictions.jsonl"
        lines.write_text("\n".join(json.dumps(row) for row in rows))
        command = [sys.executable, str(scorers / "score_threads.py"), folder, str(lines)]
        done = subprocess.run(
            [*command, "--worst", str(worst)], capture_output=True, text=True, check=True
        )
    return done.stdout


def main() -> int:
    """Run the benchmark; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--scorers", type=Path, required=True)
    parser.add_argument("--tools", default="lynx,lynx-links,lynx-wide,w3m,inscriptis")
    parser.add_argument("--worst", type=int, default=5)
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "saves-bench")
    options = parser.parse_args()
    options.cache.mkdir(parents=True, exist_ok=True)
    threads = pages(options.corpus)
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text())
    low: list[str] = []
    for tool, write in tools(options.tools):
        rows = []
        for page in threads:
            text = save(options.cache, tool, write, source(options.corpus, page))
            rows.append(prediction(page, parse_text(text, url=None, digest="")))
        report = score(options.scorers, dict(threads), rows, options.worst)
        print(f"== {tool}\n{report}")
        figures = {name: float(figure) for name, figure in FIGURE.findall(report)}
        low += [
            f"{tool}: {name} is {figures.get(name, 0.0):.4f}, the floor is {floor:.4f}"
            for name, floor in floors[tool].items()
            if figures.get(name, 0.0) < floor
        ]
    print("\n".join(low) if low else "all figures are at their floors or above")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
