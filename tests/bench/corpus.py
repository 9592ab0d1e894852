"""How well pages are read: the program over a corpus of labelled pages, and the corpus's scorers.

    python -m tests.bench.corpus --corpus ../shared/corpus --scorers ../shared/bench --check

The program itself is run, as a user would. Its answers go to the scorers over the articles, over
all threads and over the threads of WordPress alone. With `--check`, figures under those of
floors.json end the run with status 1.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

FLOORS = Path(__file__).with_name("floors.json")
WORDPRESS = frozenset({"wordpress", "wordpress-block"})

_FIGURE = re.compile(r"(?:^|  )([A-Za-z][A-Za-z0-9 -]*?) +(\d\.\d{4})\b", re.MULTILINE)


def main() -> int:
    """Measure, print and perhaps check."""
    args = _arguments()
    corpus = args.corpus.resolve()
    with TemporaryDirectory() as folder:
        scratch = Path(folder)
        answers = _extract(corpus, scratch, args.jobs)
        _only_wordpress(corpus, scratch)
        threads = args.scorers / "score_threads.py"
        figures = {
            "articles": _score(args.scorers / "score_articles.py", corpus, answers, args.worst),
            "threads": _score(threads, corpus, answers, args.worst),
            "wordpress threads": _score(threads, scratch, answers, args.worst),
        }
    return _check(figures) if args.check else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--scorers", type=Path, required=True)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--worst", type=int, default=0, metavar="N")
    parser.add_argument("--check", action="store_true", help="fail under the floors")
    return parser.parse_args()


def _extract(corpus: Path, scratch: Path, jobs: int) -> Path:
    """Run the program over all pages; returns the file with its answers."""
    pages: dict[str, dict[str, str]] = json.loads(corpus.joinpath("pages.json").read_text("utf-8"))
    listing = scratch / "list.jsonl"
    with listing.open("w", encoding="utf-8") as file:
        for page, about in pages.items():
            entry = {"page": page, "path": str(corpus / about["file"]), "url": about.get("url")}
            file.write(json.dumps(entry) + "\n")
    answers = scratch / "answers.jsonl"
    command = [sys.executable, "-m", "tui", "extract", "--list", str(listing), "--jobs", str(jobs)]
    begun = time.monotonic()
    with answers.open("wb") as file:
        subprocess.run(command, stdout=file, check=True)
    seconds = time.monotonic() - begun
    failed = [line for line in answers.open(encoding="utf-8") if '"error":' in line[:400]]
    print(f"{len(pages)} pages in {seconds:.1f} s with {jobs} jobs, {len(failed)} failed")
    for line in failed:
        print(line.strip())
    return answers


def _only_wordpress(corpus: Path, scratch: Path) -> None:
    """A corpus of the WordPress threads alone, beside the answers."""
    threads: dict[str, dict[str, object]] = json.loads(
        corpus.joinpath("threads.json").read_text("utf-8")
    )
    chosen = {page: thread for page, thread in threads.items() if thread["engine"] in WORDPRESS}
    scratch.joinpath("threads.json").write_text(json.dumps(chosen), "utf-8")


def _score(scorer: Path, corpus: Path, answers: Path, worst: int) -> dict[str, float]:
    """Run a scorer, show what it prints, and return its figures by name."""
    printed, figures = scored(scorer, corpus, answers, worst)
    print(f"\n{scorer.stem}, {len(json.loads(_labels(scorer, corpus)))} pages\n{printed}", end="")
    return figures


def scored(
    scorer: Path, corpus: Path, answers: Path, worst: int = 0
) -> tuple[str, dict[str, float]]:
    """Run a scorer; returns what it prints, and its figures by name."""
    command = [sys.executable, str(scorer), str(corpus), str(answers), "--worst", str(worst)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    figures: dict[str, float] = {}
    for line in printed.splitlines():
        if not re.match(r"[a-z]", line):
            continue  # pages and engines, which are indented or begin with a figure
        found = _FIGURE.findall(line.replace("found    precision", "precision"))
        figures |= {name.strip(): float(figure) for name, figure in found}
    return printed, figures


def pages_of(
    corpus: Path, chosen: Iterable[str] | None = None
) -> Iterator[tuple[str, bytes, str | None]]:
    """The pages of a corpus, or the chosen ones in their order: id, bytes and address."""
    pages: dict[str, dict[str, str]] = json.loads(corpus.joinpath("pages.json").read_text("utf-8"))
    for page in pages if chosen is None else chosen:
        about = pages[page]
        data = gzip.decompress(corpus.joinpath(about["file"]).read_bytes())
        yield page, data, about.get("url")


def _labels(scorer: Path, corpus: Path) -> str:
    return corpus.joinpath(f"{scorer.stem.removeprefix('score_')}.json").read_text("utf-8")


def _check(figures: Mapping[str, Mapping[str, float]]) -> int:
    """Compare with the floors; returns the exit status."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))
    low = [
        f"{kind}: {name} is {figures[kind].get(name, 0.0):.4f}, the floor is {floor:.4f}"
        for kind, some in floors.items()
        for name, floor in some.items()
        if figures[kind].get(name, 0.0) < floor
    ]
    print("\n" + ("\n".join(low) if low else "all figures are at their floors or above"))
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
