"""How well articles are found, beside the best known extractors.

    uv run --group bench python -m tests.bench.quality --corpus ../shared/corpus \
        --scorers ../shared/bench

All read the same labelled pages in one run, and the corpus's own scorer judges all of them.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.corpus import scored
from tests.bench.extractors import Answer, Extract, installed, labelled


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--scorers", type=Path, required=True)
    args = parser.parse_args()
    columns: dict[str, dict[str, float]] = {}
    with TemporaryDirectory() as folder:
        for name, extract in installed().items():
            answers = Path(folder, f"{name}.jsonl")
            begun = time.process_time()
            with answers.open("w", encoding="utf-8") as file:
                for page, data, url in labelled(args.corpus):
                    file.write(json.dumps({"page": page, **_answer(extract, data, url)}) + "\n")
            print(f"{name}: {time.process_time() - begun:.0f} s", file=sys.stderr)
            _, columns[name] = scored(args.scorers / "score_articles.py", args.corpus, answers)
    print("\n".join(_table(columns)))
    return 0


def _answer(extract: Extract, data: bytes, url: str | None) -> Answer:
    """What an extractor finds; nothing where it fails."""
    with suppress(Exception):
        return extract(data, url)
    return {}


def _table(columns: dict[str, dict[str, float]]) -> Sequence[str]:
    """A row a figure, a column an extractor."""
    head = f"{'':16}" + "".join(f"{name:>14}" for name in columns)
    names = next(iter(columns.values()))
    rows = [
        f"{figure:16}" + "".join(f"{column.get(figure, 0.0):14.4f}" for column in columns.values())
        for figure in names
    ]
    return [head, *rows]


if __name__ == "__main__":
    sys.exit(main())
