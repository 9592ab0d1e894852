"""What docs/drafts.md says of the files of drafts is so."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tests.test_docs import code, rows
from tui.store.doubles import CONFLICT
from tui.store.draft import DraftState, Outcome
from tui.store.draftfile import FORMAT, read, render
from tui.store.drafts import DraftStore
from tui.store.versions import KEEP_LAST, VersionKind

TEXT = (Path(__file__).parents[2] / "docs" / "drafts.md").read_text(encoding="utf-8")
EXAMPLE = next(part for part in TEXT.split("```\n") if part.startswith("+++\n"))


def test_the_example_is_a_draft() -> None:
    found = read(EXAMPLE.encode())
    draft = found.draft
    assert draft.body == "That is good to know.\n"
    assert (draft.id, draft.state, draft.tags) == ("k7m2x9qd", DraftState.SENT, ("dike",))
    assert draft.parent is not None
    assert draft.parent.author == "Femke"
    assert draft.delivery is not None
    assert draft.delivery.outcome is Outcome.HELD
    assert draft.delivery.at == datetime(2026, 3, 1, 9, 50, tzinfo=UTC)
    assert not any((found.extras.top, found.extras.page, found.extras.parent))
    assert f"This is format {FORMAT}." in TEXT


def test_what_the_program_writes_has_the_fields_of_the_example() -> None:
    found = read(EXAMPLE.encode())
    written = render(found.draft, found.extras).decode()
    assert _fields(written) == _fields(EXAMPLE)


def _fields(file: str) -> list[str]:
    front = file.split("+++\n")[1]
    return [line.partition(" = ")[0] for line in front.splitlines() if line]


def test_every_field_is_described() -> None:
    described = {
        name.strip("[]")
        for row in rows(TEXT, "| field | holds |")
        for name in (code(part) for part in row[0].split(", "))
    }
    written = {name.strip("[]") for name in _fields(EXAMPLE)[:6] if name} | {"markup"}
    assert written | {"page", "parent", "delivery"} == described


def test_states_and_kinds_of_versions_are_those_of_the_program() -> None:
    assert {code(row[0]) for row in rows(TEXT, "| state | means |")} == {*map(str, DraftState)}
    kinds = {code(row[0]) for row in rows(TEXT, "| kind | was kept because |")}
    assert kinds == {*map(str, VersionKind)}
    assert KEEP_LAST == 20, "the last twenty"
    assert f"the tag `{CONFLICT}`" in TEXT


def test_the_example_file_can_be_put_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "any name.md").write_text(EXAMPLE, encoding="utf-8")
    (draft,) = DraftStore(tmp_path).all()
    assert DraftStore(tmp_path).get(draft.id).body == "That is good to know.\n"
