from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest
from hypothesis import given, strategies as st

from tests.chance import examples
from tui import parse
from tui.parse.compiled import Codes

PATTERNS: list[tuple[Any, int]] = [
    (r"(?P<day>\d\d?)\.(?P<month>\d\d?)(?:\.(\d{4}))?", 0),
    (r"by\s+([^\W\d_]+)|(?<=\S)\s*[|»–]", re.IGNORECASE),
    (r"[\u3040-\u30ff\u4e00-\u9fff]+(?!\d)(?:a|b|)*?", re.DOTALL | re.MULTILINE),
    (r"(?i:ann)(?a:\w+)(?P<sign>['\"]).*?(?P=sign)$", 0),
    (rb"<meta\b[^>]{0,500}?charset\s*=\s*([\w-]+)", re.IGNORECASE),
    (r"(?x) a  b # with a comment", 0),
]


def same(one: re.Pattern[Any], other: re.Pattern[Any]) -> bool:
    """Whether two patterns have the same code, flags, groups and names."""
    return one == other and one.groups == other.groups and dict(one.groupindex) == other.groupindex


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_made_of_its_code_is_that_of_re(pattern: tuple[str, int]) -> None:
    codes = Codes()
    made = codes.pattern(*pattern)
    again = Codes(codes.to_keep()).pattern(*pattern)
    assert same(made, re.compile(*pattern))
    assert same(again, re.compile(*pattern))


def test_all_patterns_of_the_parser_are_those_of_re() -> None:
    codes = Codes()
    seen = 0
    for module in walk_packages(parse.__path__, f"{parse.__name__}."):
        for value in vars(import_module(module.name)).values():
            if type(value).__name__ == "_Late":
                flags = value.flags & ~re.UNICODE if isinstance(value.pattern, str) else value.flags
                assert same(codes.pattern(value.pattern, flags), re.compile(value.pattern, flags))
                seen += 1
    assert seen > 200


def test_what_is_kept_is_not_compiled_again() -> None:
    codes = Codes()
    codes.pattern(*PATTERNS[0])
    assert codes.is_more
    again = Codes(codes.to_keep())
    again.pattern(*PATTERNS[0])
    assert not again.is_more
    again.pattern(*PATTERNS[1])
    assert again.is_more


def test_codes_of_another_interpreter_are_left_alone() -> None:
    codes = Codes()
    codes.pattern(*PATTERNS[0])
    codes.interpreter = (f"{codes.interpreter[0]} and more", *codes.interpreter[1:])
    strange = Codes(codes.to_keep())
    assert not strange.codes
    assert strange.pattern(*PATTERNS[0]) == re.compile(*PATTERNS[0])


@examples(1)
@given(st.data())
def test_a_file_that_was_cut_is_none(data: st.DataObject) -> None:
    codes = Codes()
    codes.pattern(*PATTERNS[0])
    kept = codes.to_keep()
    cut = Codes(kept[: data.draw(st.integers(0, len(kept) - 1))])
    assert same(cut.pattern(*PATTERNS[0]), re.compile(*PATTERNS[0]))
