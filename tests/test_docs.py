"""The documents say what the program does: options, commands, systems, links."""

from __future__ import annotations

import argparse
import importlib.util
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import systemtable, wordtables
from tui.cli import arguments, program
from tui.parse.threads.catalogue import INDEX
from tui.parse.words.ahead import KEPT

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
BY_NAME = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)


def rows(text: str, header: str) -> list[list[str]]:
    """The cells of the table under a header row, without the row of dashes."""
    lines = text.partition(f"{header}\n")[2].splitlines()
    table: list[list[str]] = []
    for line in lines[1:]:
        if not line.startswith("|"):
            break
        table.append([cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]])
    assert table, f"no table {header}"
    return table


def code(cell: str) -> str:
    """What a cell shows as code."""
    return cell.strip("`").replace("\\|", "|")


def fenced(text: str) -> list[str]:
    """The lines of all fenced blocks."""
    blocks = re.findall(r"^```\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


def options(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    """The command and the option with its values, for each that a parser takes."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                yield from options(inner)
        elif action.option_strings and action.option_strings[-1] != "--help":
            value = "|".join(action.choices) if action.choices else action.metavar
            yield parser.prog, " ".join(filter(None, (action.option_strings[-1], str(value or ""))))


def test_the_table_of_options_is_that_of_the_program() -> None:
    parsers = [arguments._reader(), *(make() for make in arguments._COMMANDS.values())]
    takes = {option for parser in parsers for option in options(parser)}
    told = rows(README, "| command | option | does |\n".strip())
    assert {(code(command), code(option)) for command, option, _ in told} == takes
    assert all(does for *_, does in told)


def test_the_commands_of_the_readme_are_taken_by_the_program() -> None:
    commands = [
        re.split(r"\s[|>]\s", line[match.start() :])[0]
        for line in fenced(README)
        if (match := re.search(r"(?:^|(?<=[|&] )|(?<=run ))rejoinder\b", line))
    ]
    assert len(commands) > 10
    for command in commands:
        arguments.parse_options(shlex.split(command)[1:])


def test_the_readme_starts_and_tests_the_program_in_one_line_each() -> None:
    assert "pip install uv && uv run rejoinder" in fenced(README)
    assert [line for line in fenced(README) if line.startswith("uv run pytest")] == [
        "uv run pytest"
    ]


def test_the_table_of_exit_statuses_is_that_of_the_program() -> None:
    told = {int(status) for status, _ in rows(README, "| exit status | means |")}
    assert told == {0, program.FAILED, program.MISUSED, program.INTERRUPTED}


def test_the_document_of_systems_is_that_of_the_modules() -> None:
    assert systemtable.DOCUMENT.read_text(encoding="utf-8") == systemtable.system_document()


def test_the_index_of_signs_says_what_the_modules_say() -> None:
    assert INDEX.read_text(encoding="utf-8") == systemtable.index_of_signs()


def test_what_is_made_ahead_is_what_the_languages_tables_make() -> None:
    assert KEPT.read_text(encoding="utf-8") == wordtables.made_ahead()


@BY_NAME
def test_links_lead_to_files_and_headings_that_are_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"https?://", target):
            continue
        path, _, fragment = target.partition("#")
        file = document.parent / path if path else document
        assert file.exists(), target
        if fragment:
            headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
            assert fragment in {heading.lower().replace(" ", "-") for heading in headings}


@BY_NAME
def test_files_and_modules_that_are_named_are_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for path in re.findall(r"`((?:tui|tests|fixtures|docs|\.ci)/[\w./-]*|\.ci/run)`", text):
        assert (ROOT / path).exists(), path
    for module in re.findall(r"python -m ([\w.]+)", text):
        assert importlib.util.find_spec(module) is not None, module


@BY_NAME
def test_no_path_of_one_computer_is_named(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert not re.search(r"(?<![\w.~/])/(?:home|root|work|Users|tmp)/", text)
    if document.name != "CONTRIBUTING.md":
        assert "../shared" not in text
