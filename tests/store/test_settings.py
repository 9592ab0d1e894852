from pathlib import Path

import pytest

from tui.store.settings import Settings, SettingsError, read_settings, remember_theme


def test_no_file_means_no_settings(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "rejoinder.toml") == Settings(None)


def test_a_remembered_theme_is_there_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "config" / "rejoinder.toml"
    remember_theme(path, "ansi-dark")
    remember_theme(path, "textual-light")
    assert read_settings(path).theme == "textual-light"


def test_everything_else_in_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "rejoinder.toml"
    path.write_text('# mine\ntheme = "nord"  # old\n\n[keys]\nreply = "a"\n', encoding="utf-8")
    remember_theme(path, "ansi-light")
    assert path.read_text(encoding="utf-8") == (
        '# mine\ntheme = "ansi-light"\n\n[keys]\nreply = "a"\n'
    )


def test_a_theme_is_put_above_the_first_table(tmp_path: Path) -> None:
    path = tmp_path / "rejoinder.toml"
    path.write_text('[keys]\nreply = "a"\n', encoding="utf-8")
    remember_theme(path, "nord")
    assert read_settings(path).theme == "nord"


@pytest.mark.parametrize("content", [b"theme = [", b"theme = 3", b"\xff\xfe"])
def test_a_damaged_file_is_named_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "rejoinder.toml"
    path.write_bytes(content)
    with pytest.raises(SettingsError, match=r"rejoinder\.toml"):
        read_settings(path)


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "rejoinder.toml").mkdir()
    with pytest.raises(SettingsError, match="not remembered"):
        remember_theme(tmp_path / "rejoinder.toml", "nord")
