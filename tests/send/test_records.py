"""Records: what the outbox keeps comes back as it was, and damage is no end."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from msgspec.structs import replace

from tui.errors import DraftError
from tui.send.records import Record, Records
from tui.store.identities import Identities, Identity, site_of

RECORD = Record(
    draft="k7m2x9qd",
    queued=datetime(2026, 3, 1, 9, 50, tzinfo=UTC),
    system="WordPress",
    page="https://blog.example/dijk",
    address="https://blog.example/wp-comments-post.php",
    text="Dag.",
    read_as="Dag.",
    body="7f3c",
)
texts = st.text(max_size=30)
moments = st.none() | st.datetimes(timezones=st.just(UTC))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=texts,
    parent=st.none() | texts,
    known=st.lists(texts, max_size=3).map(tuple),
    identity=st.builds(Identity, texts, texts, texts),
    attempt=moments,
    not_before=moments,
)
def test_a_record_comes_back_as_it_was(tmp_path: Path, **changes: object) -> None:
    records = Records(tmp_path / "outbox")
    record = replace(RECORD, **changes)
    records.put(record)
    assert records.get(RECORD.draft) == record


def test_records_come_in_the_order_in_which_they_were_queued(tmp_path: Path) -> None:
    records = Records(tmp_path / "outbox")
    for day, name in ((3, "a"), (1, "b"), (2, "c")):
        records.put(replace(RECORD, draft=name, queued=datetime(2026, 3, day, tzinfo=UTC)))
    assert [record.draft for record in records.all()] == ["b", "c", "a"]
    records.drop("c")
    records.drop("c")
    assert [record.draft for record in records.all()] == ["b", "a"]


@pytest.mark.parametrize(
    "damage",
    [b"", b"\xff\xfe", b"format = 2", b'format = 1\ndraft = "x"', b"format = 1\nqueued = 1\n"],
)
def test_a_damaged_record_is_none(tmp_path: Path, damage: bytes) -> None:
    records = Records(tmp_path / "outbox")
    records.put(RECORD)
    (tmp_path / "outbox" / "andere.toml").write_bytes(damage)
    assert records.all() == [RECORD]


def test_half_of_a_record_is_none(tmp_path: Path) -> None:
    records = Records(tmp_path / "outbox")
    records.put(RECORD)
    path = tmp_path / "outbox" / "k7m2x9qd.toml"
    whole = path.read_bytes()
    for length in range(0, len(whole), 7):
        path.write_bytes(whole[:length])
        assert records.get("k7m2x9qd") in {None, RECORD}


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "outbox").write_text("a file")
    with pytest.raises(DraftError, match="The outbox could not be written"):
        Records(tmp_path / "outbox").put(RECORD)


def test_no_id_leads_out_of_the_folder(tmp_path: Path) -> None:
    records = Records(tmp_path / "outbox")
    records.put(replace(RECORD, draft="../../elders"))
    assert [path.name for path in (tmp_path / "outbox").glob("*.toml")] == ["elders.toml"]
    assert not (tmp_path.parent / "elders.toml").exists()


# As whom


def test_an_identity_is_kept_by_site_for_its_owner_alone(tmp_path: Path) -> None:
    identities = Identities(tmp_path / "identities.toml")
    assert identities.get("https://blog.example/dijk") is None
    jos = Identity("Jos", "jos@voorbeeld.example")
    identities.remember("https://blog.example/dijk", jos)
    identities.remember("http://127.0.0.1:8101/x", Identity("Femke"))
    assert identities.get("https://BLOG.example/anders?x=1") == jos
    assert identities.all() == {"blog.example": jos, "127.0.0.1:8101": Identity("Femke")}
    assert (tmp_path / "identities.toml").stat().st_mode & 0o777 == 0o600
    identities.forget("https://blog.example/")
    assert identities.get("https://blog.example/") is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.builds(Identity, texts, texts, texts))
def test_an_identity_comes_back_as_it_was(tmp_path: Path, identity: Identity) -> None:
    identities = Identities(tmp_path / "identities.toml")
    identities.remember("https://blog.example/", identity)
    assert (identities.get("https://blog.example/") or Identity()) == identity


def test_a_damaged_file_of_identities_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "identities.toml"
    path.write_text("name = ")
    identities = Identities(path)
    with pytest.raises(DraftError, match="cannot be read: it is no TOML"):
        identities.remember("https://blog.example/", Identity("Jos"))
    assert path.read_text() == "name = "


def test_a_site_is_a_host_with_its_port() -> None:
    assert site_of("https://Jos:geheim@Blog.example:8443/dijk") == "blog.example:8443"
