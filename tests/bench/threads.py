"""How well threads are read, by comment system: pages as HTML, and the same pages saved as text.

    python -m tests.bench.threads --corpus ../shared/corpus --scorers ../shared/bench --worst 5

The program itself reads the pages, as `tests.bench.corpus` has it do; saves are made and read as
`tests.bench.saves` does. The corpus's own scorer judges each system's pages and all together, and
names the worst.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

from tests.bench import corpus, saves
from tui.parse.plaintext import parse_text

Gold: TypeAlias = Mapping[str, Mapping[str, Any]]
Rows: TypeAlias = Sequence[dict[str, object]]

COLUMNS = ("F1", "page mean F1", "authors", "dates", "parents", "text", "perfect")
HEADINGS = ("found", "mean", "authors", "dates", "parents", "text", "perfect")

_FIGURE = re.compile(r"(?:^|  )([A-Za-z][A-Za-z0-9 -]*?) +(\d\.\d{4})\b", re.MULTILINE)


def main() -> int:
    """Measure and print."""
    args = _arguments()
    gold: Gold = json.loads(args.corpus.joinpath("threads.json").read_text("utf-8"))
    with TemporaryDirectory() as scratch:
        answers = corpus._extract(args.corpus.resolve(), Path(scratch), args.jobs)
        rows = [json.loads(line) for line in answers.open(encoding="utf-8")]
    _table("HTML", gold, [row for row in rows if row["page"] in gold], args.scorers, args.worst)
    written = saves.pages(args.corpus)
    for tool, texts in _saved(args.corpus, list(written), args.tools):
        read = [
            saves.prediction(page, parse_text(text, url=None, digest=""))
            for page, text in texts.items()
        ]
        _table(f"saved by {tool}", written, read, args.scorers, args.worst)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--scorers", type=Path, required=True)
    parser.add_argument("--tools", default="lynx,w3m,inscriptis", help="what saves are made with")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--worst", type=int, default=5, metavar="N")
    return parser.parse_args()


def _saved(folder: Path, pages: Sequence[str], names: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The texts of the pages by each tool that is there."""
    with TemporaryDirectory() as cache:
        for tool, write in saves.tools(names):
            yield (
                tool,
                {
                    page: saves.save(Path(cache), tool, write, saves.source(folder, page))
                    for page in pages
                },
            )


def _table(title: str, gold: Gold, rows: Rows, scorers: Path, worst: int) -> None:
    """The figures of each system and of all pages, and the worst pages."""
    systems: dict[str, dict[str, Mapping[str, Any]]] = defaultdict(dict)
    for page, thread in gold.items():
        systems[str(thread["engine"]).split(" (")[0]][page] = thread
    print(f"\n{title}\n{'':28}{'pages':>6}{'comments':>9}", end="")
    print("".join(f"{heading:>9}" for heading in HEADINGS))
    for system, some in sorted(systems.items(), key=lambda pair: -len(pair[1])):
        of_system = [row for row in rows if row["page"] in some]
        _line(system, some, _score(scorers, some, of_system, 0))
    report = _score(scorers, gold, rows, worst)
    _line("all", gold, report)
    print("worst pages, by the scorer")
    print("\n".join(line for line in report.splitlines() if re.match(r"\d\.\d{3} gold", line)))


def _score(scorers: Path, gold: Gold, rows: Rows, worst: int) -> str:
    return saves.score(scorers, dict(gold), list(rows), worst)


def _line(name: str, gold: Gold, report: str) -> None:
    told = report.replace("found    precision", "precision")
    figures = {key.strip(): figure for key, figure in _FIGURE.findall(told)}
    comments = sum(len(thread["comments"]) for thread in gold.values())
    print(f"{name:<28}{len(gold):>6}{comments:>9}", end="")
    if not comments:
        print(f"   silent {figures.get('silent', '-')}")
    else:
        print("".join(f"{figures.get(column, '-'):>9}" for column in COLUMNS))


if __name__ == "__main__":
    sys.exit(main())
