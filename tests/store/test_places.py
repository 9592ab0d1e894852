from __future__ import annotations

from pathlib import Path

import pytest

from tui.store.places import Places


def test_one_folder_can_hold_everything(tmp_path: Path) -> None:
    places = Places.find({"REJOINDER_HOME": str(tmp_path)})
    files = (places.settings, places.drafts, places.library, places.log, places.cache)
    assert all(path.is_relative_to(tmp_path) for path in files)
    assert len(set(files)) == len(files)


def test_else_each_kind_is_where_the_system_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "etc"))
    places = Places.find({})
    assert places.drafts == tmp_path / "share" / "rejoinder" / "drafts"
    assert places.settings == tmp_path / "etc" / "rejoinder" / "rejoinder.toml"
    assert not (tmp_path / "share").exists()
