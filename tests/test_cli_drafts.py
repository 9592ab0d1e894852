from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.programs import ran as run
from tests.test_cli import told
from tui.cli.draft_arguments import FORMS, STATES
from tui.dump.exports import Form
from tui.store.draft import Delivery, Draft, DraftState, Outcome, PageRef, ParentRef
from tui.store.drafts import DraftStore

PAGE = PageRef("https://blog.example/dijk", "https://blog.example/dijk", "Langs de dijk")
PARENT = ParentRef("comment-7", "Jos", "1 maart 2026", None, "Ik was er;\nhet viel mee.")


@pytest.fixture
def store(home: Path) -> DraftStore:
    return DraftStore(home / "data" / "drafts")


@pytest.fixture
def draft(store: DraftStore) -> Draft:
    return store.create(PAGE, PARENT, "Bij mij \x1b[31mniet\x1b[0m.\n\nGroet,\nAda\n\n")


def test_no_drafts_yet() -> None:
    assert run("drafts", "list").stdout == b"There are no drafts.\n"
    assert run("drafts", "list", "--json").stdout == b"[]\n"


def test_the_list_says_what_each_draft_answers(store: DraftStore, draft: Draft) -> None:
    other = store.create(PAGE, None, "Mooi stuk.")
    lines = run("drafts", "list").stdout.decode().splitlines()
    assert [line[:8] for line in lines] == [other.id, draft.id]
    assert "on “Langs de dijk”: Mooi stuk." in lines[0]
    assert "to Jos on “Langs de dijk”: Bij mij [31mniet[0m. Groet, Ada" in lines[1]
    listed = json.loads(run("drafts", "list", "--json").stdout)
    assert [entry["id"] for entry in listed] == [other.id, draft.id]
    assert listed[1] == {
        "id": draft.id,
        "state": "draft",
        "created": draft.created.isoformat(),
        "changed": draft.changed.isoformat(),
        "page": {"key": PAGE.key, "source": PAGE.source, "title": PAGE.title},
        "parent": {
            "key": "comment-7",
            "author": "Jos",
            "date": "1 maart 2026",
            "permalink": None,
            "text": PARENT.text,
        },
        "body": draft.body,
        "markup": "markdown",
        "tags": [],
        "delivery": None,
    }
    documented = Path("docs/json.md").read_text()
    assert [
        name for name in {*listed[1], *listed[1]["parent"]} if f"`{name}`" not in documented
    ] == []


def test_a_file_that_cannot_be_read_is_told_on_the_side(store: DraftStore, draft: Draft) -> None:
    (store.folder / "brief.md").write_text("geen draft")
    done = run("drafts", "list")
    assert done.returncode == 0
    assert done.stdout.decode().startswith(draft.id)
    assert b"brief.md is left alone" in done.stderr


def test_show_gives_the_parent_and_the_body(draft: Draft) -> None:
    shown = run("drafts", "show", draft.id[:6]).stdout.decode()
    assert "\nJos, 1 maart 2026\n> Ik was er;\n> het viel mee.\n\nBij mij [31mniet[0m.\n" in shown
    assert "\x1b" not in shown
    assert run("drafts", "show", draft.id, "--body").stdout == draft.body.encode()


def test_an_id_must_name_one_draft(store: DraftStore) -> None:
    assert "There is no draft zzz!" in told(run("drafts", "show", "zzz!"))
    begins: Counter[str] = Counter()
    while 2 not in begins.values():
        begins[store.create(PAGE, None, "een").id[0]] += 1
    letter = begins.most_common(1)[0][0]
    assert "2 drafts" in told(run("drafts", "show", letter))


def test_export_to_standard_output_a_file_and_a_folder(
    store: DraftStore, draft: Draft, tmp_path: Path
) -> None:
    other = store.create(PAGE, None, "Mooi stuk.")
    both = run("drafts", "export").stdout.decode()
    assert draft.body in both
    assert other.body in both
    assert "> Ik was er;\n> het viel mee." in both
    one = json.loads(run("drafts", "export", draft.id, "--format", "json").stdout)
    assert [entry["body"] for entry in one] == [draft.body]
    run("drafts", "export", "--output", tmp_path / "alles.md")
    assert (tmp_path / "alles.md").read_text() == both
    run("drafts", "export", "--output", f"{tmp_path / 'map'}/")
    assert {path.name for path in (tmp_path / "map").iterdir()} == {
        f"{draft.id}.md",
        f"{other.id}.md",
    }


def test_discarding_asks_or_is_told_not_to(store: DraftStore, draft: Draft) -> None:
    assert "--yes" in told(run("drafts", "discard", draft.id), 2)
    assert store.all() == [draft]
    assert run("drafts", "discard", draft.id, "--yes").returncode == 0
    assert store.all() == []
    assert store.discarded() == [draft]


@pytest.mark.parametrize(("answer", "left"), [(b"n\n", 1), (b"\n", 1), (b"y\n", 0)])
def test_discarding_on_a_terminal_asks(
    store: DraftStore, draft: Draft, answer: bytes, left: int
) -> None:
    ours, theirs = pty.openpty()
    os.write(ours, answer)
    done = subprocess.run(
        [sys.executable, "-m", "tui", "drafts", "discard", draft.id],
        stdin=theirs,
        capture_output=True,
        check=True,
    )
    os.close(ours)
    os.close(theirs)
    assert b"[y/N]" in done.stderr
    assert len(store.all()) == left


HELD = Delivery(
    Outcome.HELD,
    datetime(2026, 3, 1, 9, 30, tzinfo=UTC),
    "https://blog.example/wp-comments-post.php",
    "The site has it.",
)


@pytest.fixture
def three(store: DraftStore) -> list[Draft]:
    """A plain draft, one with tags on another page, and one that is held."""
    plain = store.create(PAGE, PARENT, "Een.")
    duin = PageRef("https://blog.example/duin", "/saved/duin.html", "Het duin")
    tagged = store.amend(store.create(duin, None, "Twee.").id, tags=("Wadden", "later"))
    held = store.create(PAGE, None, "Drie.")
    return [plain, tagged, store.mark(held.id, DraftState.SENT, HELD)]


def ids(*arguments: str | Path) -> list[str]:
    """The ids that `drafts list` tells, in the order of the fixture's names."""
    listed = json.loads(run("drafts", "list", "--json", *arguments).stdout)
    return [entry["id"] for entry in reversed(listed)]


def test_the_list_is_sifted_by_state_tag_and_page(three: list[Draft]) -> None:
    plain, tagged, held = (draft.id for draft in three)
    assert ids() == [plain, tagged, held]
    assert ids("--state", "sent") == [held]
    assert ids("--state", "handed-over") == []
    assert ids("--tag", "#wadden") == [tagged]
    assert ids("--page", "blog.example/dijk/comment-page-2/#comment-3") == [plain, held]
    assert ids("--page", "/saved/duin.html") == [tagged]
    assert ids("--page", "blog.example/dijk", "--state", "draft") == [plain]
    assert b"  #Wadden #later" in run("drafts", "list", "--tag", "later").stdout
    assert run("drafts", "list", "--state", "verstuurd").returncode == 2


def test_the_states_of_the_command_are_those_of_drafts() -> None:
    assert {state.replace("-", " ") for state in STATES} == set(DraftState)
    assert set(FORMS) == set(Form)


def test_the_list_shows_what_was_written_and_not_the_quote_before_it(store: DraftStore) -> None:
    quote = "> Ik was er;\n> het viel mee.\n"
    store.create(PAGE, PARENT, quote)
    store.create(PAGE, PARENT, f"{quote}\nDat zag ik anders.")
    own, bare = run("drafts", "list").stdout.decode().splitlines()
    assert own.endswith(": Dat zag ik anders.")
    assert bare.endswith(": > Ik was er; > het viel mee.")


@pytest.mark.usefixtures("draft")
def test_an_export_of_nothing_leaves_an_earlier_one(tmp_path: Path) -> None:
    backup = tmp_path / "alles.md"
    run("drafts", "export", "-o", backup)
    before = backup.read_bytes()
    refused = run("drafts", "export", "--tag", "nergens", "-o", backup)
    assert "nothing was written" in told(refused)
    assert backup.read_bytes() == before
    assert run("drafts", "export", "--tag", "nergens", "--format", "json").stdout == b"[]\n"


def test_a_hyphen_is_standard_output_and_a_draft_named_twice_comes_once(draft: Draft) -> None:
    out = run("drafts", "export", draft.id, draft.id, "-o", "-").stdout
    assert out == run("drafts", "export").stdout
    assert out.count(b"Bij mij") == 1


@pytest.mark.parametrize("action", ["show", "discard", "send", "export"])
def test_an_empty_id_does_not_name_the_only_draft(
    store: DraftStore, draft: Draft, action: str
) -> None:
    yes = ["--yes"] * (action in {"discard", "send"})
    assert "is empty" in told(run("drafts", action, "", *yes), status=2)
    assert store.all() == [draft]


@pytest.mark.parametrize("form", FORMS)
def test_exports_in_each_form_hold_what_was_chosen(
    three: list[Draft], form: str, tmp_path: Path
) -> None:
    out = run("drafts", "export", "--format", form, "--tag", "later").stdout.decode()
    assert "Twee." in out
    assert "Een." not in out
    run("drafts", "export", "--format", form, "-o", f"{tmp_path / 'map'}/")
    assert {path.stem for path in (tmp_path / "map").iterdir()} == {draft.id for draft in three}


def test_tags_are_given_and_taken_off(store: DraftStore, draft: Draft) -> None:
    run("drafts", "tag", draft.id[:6], "#dijk", "later", "dijk")
    assert store.get(draft.id).tags == ("dijk", "later")
    assert b"#later" in run("drafts", "untag", draft.id, "dijk").stderr
    assert store.get(draft.id).tags == ("later",)
    run("drafts", "untag", draft.id)
    assert store.get(draft.id).tags == ()
    assert store.get(draft.id).body == draft.body


def test_versions_are_listed_shown_and_restored(store: DraftStore) -> None:
    long = "Een zin die er straks niet meer staat.\n" * 4
    draft = store.create(PAGE, PARENT, f"Begin.\n{long}")
    draft = store.save(replace(draft, body="Begin.\nKort."))
    listed = run("drafts", "versions", draft.id).stdout.decode().splitlines()
    assert len(listed) == 1
    assert listed[0].startswith("  1  ")
    assert "before much was taken out: Een zin die er" in listed[0]
    shown = run("drafts", "show", draft.id, "--version", "1").stdout.decode()
    assert shown == f"Begin.\n{long}"
    assert "it has 1" in told(run("drafts", "restore", draft.id, "--version", "2"))
    assert run("drafts", "restore", draft.id, "--version", "1").returncode == 0
    assert store.get(draft.id).body == f"Begin.\n{long}"
    bodies = [store.version_body(version) for version in store.versions(draft.id)]
    assert "Begin.\nKort." in bodies


def test_no_versions_yet(draft: Draft) -> None:
    assert run("drafts", "versions", draft.id).stdout == b"No earlier versions are kept.\n"


def test_a_discarded_draft_is_listed_and_taken_back(store: DraftStore, draft: Draft) -> None:
    run("drafts", "discard", draft.id, "--yes")
    assert ids() == []
    assert ids("--discarded") == [draft.id]
    assert "drafts list --discarded" in told(run("drafts", "restore", "zzz"))
    assert run("drafts", "restore", draft.id[:5]).returncode == 0
    assert store.all() == [draft]
