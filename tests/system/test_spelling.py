"""Spelling by Aspell and Hunspell, and by stand-ins that speak as they do."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.system.scripts import script
from tui.system.proofreading import Proofreader
from tui.system.spelling import (
    Finding,
    Speller,
    SpellingError,
    best_dictionary,
    find_speller,
)

PIPE = r"""
case "$*" in
  dicts) printf 'en\nen_GB\nnl\n'; exit;;
esac
echo "$*" >> "$LOG"
echo '@(#) International Ispell Version 3.1.20 (but really nothing)'
while read -r line; do
  echo "$line" >> "$LOG"
  case "$line" in
    '^teh') echo '& teh 3 1: the, ten, tech'; echo;;
    '^xqz') echo '# xqz 1'; echo;;
    '^ice-creem') echo '*'; echo '& creem 1 5: cream'; echo;;
    '^'*) echo '*'; echo;;
  esac
done
"""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def environ(tmp_path: Path, log: Path) -> dict[str, str]:
    """Where aspell is a stand-in, and nothing else is but the shell's own tools."""
    script(tmp_path / "bin", "aspell", PIPE)
    return {"PATH": str(tmp_path / "bin"), "LOG": str(log), "LANG": "nl_NL.UTF-8"}


def told(log: Path) -> list[str]:
    """What the stand-in was asked, line by line."""
    return log.read_text(encoding="utf-8").splitlines()


async def test_what_is_wrong_comes_with_what_may_have_been_meant(environ: dict[str, str]) -> None:
    speller = await find_speller(environ, ["en-GB"])
    assert (speller.program, speller.dictionary) == ("aspell", "en_GB")
    await speller.check(["teh", "house", "xqz", "ice-creem"])
    assert speller.wrong("teh") == Finding("teh", ("the", "ten", "tech"))
    assert speller.wrong("house") is None
    assert speller.wrong("xqz") == Finding("xqz")
    assert speller.wrong("ice-creem") == Finding("creem", ("cream",))


async def test_a_word_is_asked_for_once(environ: dict[str, str], log: Path) -> None:
    speller = await find_speller(environ, ["en"])
    await speller.check(["teh", "house", "teh"])
    await speller.check(["house", "garden"])
    asked = [line for line in told(log) if line[0] == "^"]
    assert asked == ["^teh", "^house", "^garden"]


async def test_a_word_is_learnt_or_taken_for_right(environ: dict[str, str], log: Path) -> None:
    speller = await find_speller(environ, ["en"])
    await speller.check(["teh", "xqz"])
    await speller.learn("teh")
    speller.ignore("xqz")
    assert told(log)[-2:] == ["*teh", "#"]
    assert speller.wrong("teh") is None
    assert speller.wrong("xqz") is None


async def test_the_language_is_that_of_the_page_else_of_the_user(environ: dict[str, str]) -> None:
    assert (await find_speller(environ, ["en"])).dictionary == "en"
    assert (await find_speller(environ, [])).dictionary == "nl"
    with pytest.raises(SpellingError, match=r"no dictionary for “fr”.*aspell-fr"):
        await find_speller(environ, ["fr"])


async def test_without_a_program_it_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(SpellingError, match="aspell or hunspell is not installed"):
        await find_speller({"PATH": str(tmp_path)}, ["en"])
    with pytest.raises(SpellingError, match="hunspell is not installed"):
        await find_speller({"PATH": str(tmp_path)}, ["en"], "hunspell")


async def test_a_program_that_fails_is_told(tmp_path: Path) -> None:
    script(
        tmp_path, "aspell", "[ $1 = dicts ] && echo en && exit; echo 'no such thing' >&2; exit 3"
    )
    speller = await find_speller({"PATH": str(tmp_path)}, ["en"])
    with pytest.raises(SpellingError, match=r"status 3.*no such thing"):
        await speller.check(["word"])


async def test_hunspell_lists_its_dictionaries_as_paths(tmp_path: Path) -> None:
    script(
        tmp_path,
        "hunspell",
        "[ $1 = -D ] && printf 'SEARCH PATH:\\n.::/usr/x\\n/usr/x/de_DE\\n/usr/x/de_DE.aff\\n' >&2",
    )
    speller = await find_speller({"PATH": str(tmp_path)}, ["de"])
    assert (speller.program, speller.dictionary) == ("hunspell", "de_DE")


@pytest.mark.parametrize(
    ("language", "names", "best"),
    [
        ("en-GB", ["en", "en_GB", "en_GB-ise", "en_US"], "en_GB"),
        ("en", ["en_US-variant_0", "en_US", "en"], "en"),
        ("nl-BE", ["nl", "en"], "nl"),
        ("de", ["de_AT", "de_CH"], "de_AT"),
        ("pt_BR.UTF-8", ["pt-BR", "pt_PT"], "pt-BR"),
        ("fr", ["en", "fro"], None),
    ],
)
def test_the_nearest_dictionary_is_taken(language: str, names: list[str], best: str | None) -> None:
    assert best_dictionary(language, names) == best


# Proofreading


async def test_mistakes_are_found_where_they_are(environ: dict[str, str]) -> None:
    proof = Proofreader(environ, "auto", "en")
    lines = ["> teh quote", "Buy ice-creem, `teh` code", "and teh cow: http://x.nl/teh"]
    found = await proof.check(lines)
    assert [(each.word.row, *each.span, each.finding.part) for each in found] == [
        (2, 4, 7, "teh"),
    ], "a word is asked for without its hyphen"
    assert proof.dictionary == "en"


async def test_what_hinders_is_told_once_and_nothing_is_marked(tmp_path: Path) -> None:
    proof = Proofreader({"PATH": str(tmp_path)}, "auto", "en")
    assert await proof.check(["teh"]) == []
    assert "not installed" in proof.problem
    off = Proofreader({"PATH": str(tmp_path)}, "off", "en")
    assert await off.check(["teh"]) == []
    assert "settings" in off.problem


# The real programs


@pytest.mark.parametrize("program", ["aspell", "hunspell"])
async def test_the_real_program(program: str, tmp_path: Path) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    environ = {**os.environ, "HOME": str(tmp_path)}
    try:
        speller = await find_speller(environ, ["en"], program)
    except SpellingError as error:
        pytest.skip(str(error))
    await speller.check(["teh", "house", "don't", "rejoinderly"])
    teh = speller.wrong("teh")
    assert teh is not None
    assert "the" in teh.suggestions
    assert speller.wrong("house") is None
    assert speller.wrong("don't") is None
    assert speller.wrong("rejoinderly") is not None
    await speller.learn("rejoinderly")
    again = Speller(speller.program, speller.dictionary, environ)
    await again.check(["rejoinderly"])
    assert again.wrong("rejoinderly") is None, "the user's own words are kept"
