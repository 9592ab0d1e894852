"""A TOML file of the user's, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from tui.parse.patterns import regex
from tui.store.atomic import explain
from tui.store.settings.lines import line_of, setting_lines
from tui.store.toml import TomlValue, toml_value

_PLACE = regex(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")
_LONGEST = 40


class Problem(Struct, frozen=True):
    """Something in a file that does not count.

    Attributes:
        file: The name of the file.
        line: Its line, counted from 1, or None where no line is to blame.
        sentence: What is wrong, with what, and what can be done; its full stop is left out.
    """

    file: str
    line: int | None
    sentence: str

    def __str__(self) -> str:
        """The sentence with its place before it."""
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        return f"{place}: {self.sentence}{'' if self.sentence.endswith('?') else '.'}"


class Source(Struct):
    """A file as read, which gathers what is wrong in it.

    Attributes:
        name: The name of the file.
        table: What it holds; nothing where it could not be read.
        lines: Where each setting stands, by its dotted name.
        problems: What is wrong, in the order in which it was found.
    """

    name: str
    table: Mapping[str, TomlValue] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path) -> Source:
        """Read a file; one that is not there is empty, one that is no TOML has a problem."""
        source = cls(path.name)
        text = ""
        try:
            text = path.read_text(encoding="utf-8-sig")
            source._understand(text)
        except FileNotFoundError:
            pass
        except OSError as error:
            source.problems.append(
                Problem(path.name, None, f"it was not read: {explain(error, path)}")
            )
        except UnicodeDecodeError:
            source.problems.append(Problem(path.name, None, "it is not UTF-8, so nothing counts"))
        except (ValueError, RecursionError) as error:
            source.problems.append(_no_toml(path.name, text, str(error)))
        return source

    def _understand(self, text: str) -> None:
        """Read TOML.

        Raises:
            ValueError: It is none.
        """
        import tomllib  # noqa: PLC0415 -- there may be no settings

        self.table = tomllib.loads(text)
        self.lines = setting_lines(text)

    def tell(self, name: str, sentence: str) -> None:
        """Note what is wrong with a setting, by its dotted name."""
        self.problems.append(Problem(self.name, line_of(self.lines, name), sentence))

    def sorted(self) -> list[Problem]:
        """What is wrong, by line."""
        return sorted(self.problems, key=lambda problem: problem.line or 0)


def _no_toml(name: str, text: str, error: str) -> Problem:
    """What `tomllib` says, with its place as a line; where it is the end, that of the last text."""
    place = _PLACE.search(error)
    line = int(place[1]) if place is not None and place[1] else text.rstrip().count("\n") + 1
    reason = _PLACE.sub("", error)
    return Problem(name, line, f"this is no TOML, so nothing in the file counts: {reason}")


def shown(value: TomlValue) -> str:
    """A value as it stands in the file, a long one cut."""
    text = " ".join(toml_value(value).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def meant(word: str, known: list[str]) -> str:
    """A question after what was meant, where something known is like it; else nothing."""
    from difflib import get_close_matches  # noqa: PLC0415 -- seldom needed

    near = get_close_matches(word, known, 1)
    return f"; did you mean {near[0]}?" if near else ""
