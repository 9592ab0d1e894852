from __future__ import annotations

from pathlib import Path

import pytest

from tui.model import Article, Page
from tui.store.draft import PageRef, ParentRef
from tui.store.templates import MOST_BYTES, TemplateError, read_templates, reply_values

PAGE = Page(Article("De heg", authors=("Marijke", "Kim")), "0" * 64)
REF = PageRef("https://x.nl", "https://x.nl", "De heg")


def test_templates_are_files_with_their_names(tmp_path: Path) -> None:
    (tmp_path / "thanks.md").write_bytes(b"\xef\xbb\xbfThank you, {author}!\r\n")
    (tmp_path / "agree.md").write_text("I agree.", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no template", encoding="utf-8")
    found = read_templates(tmp_path)
    assert [(each.name, each.text) for each in found] == [
        ("agree", "I agree."),
        ("thanks", "Thank you, {author}!\n"),
    ]


def test_without_the_folder_there_are_none(tmp_path: Path) -> None:
    assert read_templates(tmp_path / "templates") == []


def test_holes_are_filled_and_other_braces_stay(tmp_path: Path) -> None:
    (tmp_path / "t.md").write_text(
        "{quote}\n\nHi {author}, of {title} on {date}: {name} {} {{x}}", encoding="utf-8"
    )
    (template,) = read_templates(tmp_path)
    parent = ParentRef("1", "{title}", "1 May", None, "words")
    values = reply_values(PAGE, REF, parent, "> words\n\n")
    assert template.filled(values) == (
        "> words\n\nHi {title}, of De heg on 1 May: {name} {} {{x}}"
    ), "what is put in is not looked through again"
    assert reply_values(PAGE, REF, None, "")["author"] == "Marijke, Kim"


def test_a_file_that_is_too_long_is_told(tmp_path: Path) -> None:
    (tmp_path / "t.md").write_text("x" * (MOST_BYTES + 1), encoding="utf-8")
    with pytest.raises(TemplateError, match="too long"):
        read_templates(tmp_path)
