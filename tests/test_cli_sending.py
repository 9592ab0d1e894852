"""`rejoinder drafts send`, `rejoinder drafts identities` and `rejoinder outbox`."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.programs import ran as run
from tests.send.sites import Blog, Reply, Said, blog
from tui.store.draft import Draft, DraftState, PageRef, ParentRef
from tui.store.drafts import DraftStore
from tui.store.identities import Identities, Identity

EMAIL = "femke.jansen@heg.example"
AS_FEMKE = ("--as", "Femke Jansen", "--email", EMAIL)
BODY = "Wij lopen zondag ook mee, met de hond."


@pytest.fixture
def site() -> Iterator[Blog]:
    with blog() as found:
        yield found


@pytest.fixture
def store(home: Path) -> DraftStore:
    return DraftStore(home / "data" / "drafts")


@pytest.fixture
def draft(store: DraftStore, site: Blog) -> Draft:
    return a_draft(store, site, BODY)


def a_draft(store: DraftStore, site: Blog, body: str) -> Draft:
    parent = ParentRef("comment-1", "Femke", "", f"{site.url}#comment-1", "Wie loopt er mee?")
    return store.create(PageRef(site.url, site.url, "De dijk"), parent, body)


@pytest.fixture
def hasty(home: Path) -> None:
    """No site is waited for."""
    (home / "config").mkdir()
    (home / "config" / "rejoinder.toml").write_text("[sending]\npace = 0\n")


def with_terminal(*args: str, answers: str) -> tuple[int, str]:
    """The status and all output of the program with somebody at the keyboard."""
    ours, theirs = pty.openpty()
    os.write(ours, answers.encode())
    done = subprocess.run(
        [sys.executable, "-m", "tui", *args],
        stdin=theirs,
        capture_output=True,
        check=False,
    )
    os.close(ours)
    os.close(theirs)
    return done.returncode, (done.stdout + done.stderr).decode()


def test_what_would_be_sent_is_shown_whole_and_sent_with_yes(
    site: Blog, store: DraftStore, draft: Draft
) -> None:
    done = run("drafts", "send", draft.id[:6], *AS_FEMKE, "--yes")
    assert done.returncode == 0, done.stderr
    shown = done.stderr.decode()
    assert f"This is what would be sent of draft {draft.id}." in shown
    assert f"  Address: {site.base}/comments/post\n" in shown
    assert f"  As: Femke Jansen, {EMAIL}\n" in shown
    assert f"  Field comment “Comment”: {BODY}\n" in shown
    assert "  Hidden field token: t-1\n" in shown
    assert done.stdout.decode().startswith(f"{draft.id}  Femke on “De dijk”: ")
    assert len(site.posted) == 1
    assert site.comments[-1] == Reply(3, "Femke Jansen", BODY, 1)
    sent = store.get(draft.id)
    assert sent.state is DraftState.SENT
    assert sent.delivery is not None
    assert sent.delivery.seen


def test_nothing_is_sent_without_a_yes(site: Blog, store: DraftStore, draft: Draft) -> None:
    done = run("drafts", "send", draft.id, *AS_FEMKE)
    assert done.returncode == 2
    assert b"Nobody can be asked here; to send it, add --yes." in done.stderr
    status, told = with_terminal("drafts", "send", draft.id, *AS_FEMKE, answers="n\n")
    assert status == 1
    assert "Send it? [y/N]" in told
    assert "Nothing was sent." in told
    assert site.posted == []
    assert store.get(draft.id).state is DraftState.DRAFT


def test_what_the_site_wants_is_asked_for_or_its_option_named(
    site: Blog, store: DraftStore, draft: Draft
) -> None:
    done = run("drafts", "send", draft.id, "--yes")
    assert done.returncode == 2
    assert b"Nobody can be asked here; give --as." in done.stderr
    assert store.get(draft.id).state is DraftState.DRAFT
    status, told = with_terminal("drafts", "send", draft.id, answers="Femke Jansen\ny\n")
    assert status == 0, told
    assert "The site wants “Name” to be filled." in told
    assert site.comments[-1].author == "Femke Jansen"


def test_a_box_is_ticked_by_the_name_that_is_shown(
    site: Blog, store: DraftStore, draft: Draft
) -> None:
    site.fields = "<label><input type=checkbox name=terms value=yes required> Huisregels</label>"
    shown = run("drafts", "send", draft.id, *AS_FEMKE).stderr.decode()
    assert "The site wants “Huisregels” to be ticked." in shown
    assert "Box left empty: Huisregels (--tick terms)" in shown

    wrong = run("drafts", "send", draft.id, *AS_FEMKE, "--yes", "--tick", "rules")
    assert (wrong.returncode, b"the form has no box rules" in wrong.stderr) == (1, True)
    assert site.posted == []

    sent = run("drafts", "send", draft.id, *AS_FEMKE, "--yes", "--tick", "terms")
    assert (sent.returncode, b"Box left empty" in sent.stderr) == (0, False), sent.stderr
    assert site.fields_posted["terms"] == "yes"
    assert store.get(draft.id).state is DraftState.SENT


def test_who_the_user_is_is_remembered_only_when_asked_to(
    site: Blog, store: DraftStore, draft: Draft, home: Path, hasty: None
) -> None:
    del hasty
    identities = Identities(home / "data" / "identities.toml")
    run("drafts", "send", draft.id, *AS_FEMKE, "--yes")
    assert not identities.path.exists()
    other = a_draft(store, site, "En wij nemen koffie mee voor onderweg.")
    run("drafts", "send", other.id, *AS_FEMKE, "--yes", "--remember")
    assert identities.get(site.url) == Identity("Femke Jansen", EMAIL)
    third = a_draft(store, site, "Om tien uur bij de sluis dan?")
    assert run("drafts", "send", third.id, "--yes").returncode == 0
    host = site.base.removeprefix("http://")
    listed = run("drafts", "identities").stdout.decode()
    assert listed == f"{host}  Femke Jansen, f…@heg.example\n"
    assert run("drafts", "identities", "--forget", host).returncode == 0
    assert run("drafts", "identities").stdout == b"Nothing is remembered.\n"
    missing = run("drafts", "identities", "--forget", host)
    assert missing.returncode == 1
    assert b"Nothing is remembered for" in missing.stderr


def test_a_refusal_gives_the_reason_and_status_1(
    site: Blog, store: DraftStore, draft: Draft
) -> None:
    body = '<form><p class="error">Links zijn hier niet welkom.</p></form>'
    site.says = lambda _: Said(400, "", body, keeps=False)
    done = run("drafts", "send", draft.id, *AS_FEMKE, "--yes", "--json")
    assert done.returncode == 1
    (told,) = json.loads(done.stdout)
    assert (told["id"], told["state"], told["outcome"]) == (draft.id, "failed", "refused")
    assert "Links zijn hier niet welkom." in told["sentence"]
    documented = Path("docs/json.md").read_text()
    assert [name for name in told if f"`{name}`" not in documented] == []
    assert store.get(draft.id).body == BODY


def test_a_site_that_is_not_there_leaves_the_draft(store: DraftStore) -> None:
    gone = "http://127.0.0.1:9/weg"
    draft = store.create(PageRef(gone, gone, "Weg"), None, BODY)
    done = run("drafts", "send", draft.id, *AS_FEMKE, "--yes")
    assert done.returncode == 1
    assert b"refuses the connection" in done.stderr
    assert store.get(draft.id).state is DraftState.DRAFT


def test_replies_wait_in_the_outbox_and_go_together(
    site: Blog, store: DraftStore, draft: Draft, hasty: None
) -> None:
    del hasty
    other = a_draft(store, site, "En wij nemen koffie mee voor onderweg.")
    done = run("drafts", "send", draft.id, other.id, *AS_FEMKE, "--yes", "--outbox")
    assert done.returncode == 0, done.stderr
    assert site.posted == []
    listed = run("outbox").stdout.decode()
    assert [line[:8] for line in listed.splitlines()] == [draft.id, other.id]
    assert "ready, in the outbox: Femke on “De dijk”, to 127.0.0.1:" in listed
    assert "as Femke Jansen, f…@heg.example" in listed
    assert EMAIL in run("outbox", "list", "--emails").stdout.decode()
    waiting = json.loads(run("outbox", "--json").stdout)
    assert [each["state"] for each in waiting] == ["ready", "ready"]
    assert EMAIL not in json.dumps(waiting)
    documented = Path("docs/json.md").read_text()
    assert [name for name in waiting[0] if f"`{name}`" not in documented] == []
    refused = run("outbox", "send")
    assert refused.returncode == 2
    assert b"to send what is ready, add --yes" in refused.stderr
    status, told = with_terminal("outbox", "send", answers="y\n")
    assert status == 0, told
    assert "Send the 2 replies? [y/N]" in told
    assert len(site.posted) == 2
    assert run("outbox").stdout == b"Nothing waits to be sent.\n"
    assert run("drafts", "send").stderr == b"Nothing is ready to be sent.\n"


def test_a_reply_is_taken_back(site: Blog, store: DraftStore, draft: Draft) -> None:
    run("drafts", "send", draft.id, *AS_FEMKE, "--yes", "--outbox")
    assert b"it is a draft again" in run("outbox", "take", draft.id).stderr
    assert store.get(draft.id).state is DraftState.DRAFT
    assert run("outbox", "take", draft.id).returncode == 1
    assert site.posted == []


def test_a_reply_whose_record_is_not_here_is_told_and_can_be_taken_back(
    site: Blog, store: DraftStore, draft: Draft, home: Path
) -> None:
    run("drafts", "send", draft.id, *AS_FEMKE, "--yes", "--outbox")
    (home / "data" / "outbox" / f"{draft.id}.toml").unlink()
    done = run("drafts", "send", draft.id, "--yes")
    assert (done.returncode, b"outbox of another computer" in done.stderr) == (1, True)
    assert run("outbox", "take", draft.id).returncode == 0
    assert store.get(draft.id).state is DraftState.DRAFT
    assert site.posted == []


def test_an_unknown_reply_is_looked_for_settled_and_never_sent_again(
    site: Blog, store: DraftStore, draft: Draft, home: Path
) -> None:
    run("drafts", "send", draft.id, *AS_FEMKE, "--yes", "--outbox")
    store.mark(draft.id, DraftState.SENDING)
    record = home / "data" / "outbox" / f"{draft.id}.toml"
    lines = record.read_text().split("\n[identity]", 1)
    attempt = "attempt = 2026-03-01T09:51:00.000000+00:00\n"
    record.write_text(f"{lines[0]}{attempt}\n[identity]{lines[1]}")
    told = run("outbox")
    assert b"it is not known whether it has arrived" in told.stderr
    assert store.get(draft.id).state is DraftState.UNKNOWN
    again = run("drafts", "send", draft.id, *AS_FEMKE, "--yes")
    assert again.returncode == 1
    assert b"Nobody knows whether it has arrived" in again.stderr
    looked = run("outbox", "look")
    assert looked.returncode == 1
    site.comments.append(Reply(3, "Femke Jansen", BODY, 1))
    looked = run("outbox", "look", "--json")
    assert looked.returncode == 0, looked.stderr
    assert json.loads(looked.stdout)[0]["outcome"] == "published"
    assert store.get(draft.id).state is DraftState.SENT
    store.mark(draft.id, DraftState.UNKNOWN)
    assert run("outbox", "settle", draft.id, "--missing").returncode == 0
    assert store.get(draft.id).state is DraftState.DRAFT
    assert site.posted == []


def test_no_e_mail_address_is_in_any_file_but_those_that_are_for_it(
    site: Blog, store: DraftStore, draft: Draft, home: Path, hasty: None
) -> None:
    """Logs, exports, the library and drafts hold none, whatever came of sending."""
    del hasty
    run(site.url)
    site.says = lambda _: Said(400, "", '<p class="error">Nee.</p>', keeps=False)
    run("drafts", "send", draft.id, *AS_FEMKE, "--yes")
    site.says = lambda _: Said()
    run("drafts", "send", draft.id, *AS_FEMKE, "--yes", "--remember")
    other = a_draft(store, site, "En wij nemen koffie mee voor onderweg.")
    run("drafts", "send", other.id, "--yes", "--outbox")
    run("sync", site.url)
    run("drafts", "export", "--output", f"{home}/export/")
    run("drafts", "send", "zzz", *AS_FEMKE, "--yes")
    files = [path for path in home.rglob("*") if path.is_file()]
    holding = {str(p.relative_to(home)) for p in files if EMAIL.encode() in p.read_bytes()}
    assert holding == {"data/identities.toml", f"data/outbox/{other.id}.toml"}
    for name in holding:
        assert (home / name).stat().st_mode & 0o077 == 0, "for its owner alone"
    assert any(path.name == "rejoinder.log" for path in files)
