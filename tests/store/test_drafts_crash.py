from __future__ import annotations

import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from tui.errors import DraftError
from tui.store.draft import PageRef
from tui.store.drafts import DraftStore

PAGE = PageRef("https://blog.example/dijk", "https://blog.example/dijk", "Langs de dijk")


@pytest.fixture
def little_space() -> Iterator[None]:
    """No file may grow past a few kilobytes, as on a disk that is nearly full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.usefixtures("little_space")
def test_without_space_the_draft_stays_as_it_was(tmp_path: Path) -> None:
    store = DraftStore(tmp_path / "drafts")
    draft = store.create(PAGE, None, "een")
    (path,) = store.folder.glob("*.md")
    with pytest.raises(DraftError, match=r"^The draft could not be saved: [^\n]+\.$"):
        store.save(replace(draft, body="x" * 10_000))
    assert DraftStore(store.folder).all() == [draft]
    assert {path.name for path in store.folder.iterdir()} == {path.name, ".lock", "versions"}
    assert store.save(replace(draft, body="twee")).body == "twee"


WRITER = """
import sys, itertools
from msgspec.structs import replace
from pathlib import Path
from tui.store.draft import PageRef
from tui.store.draftfile import read
from tui.store.drafts import DraftStore
store = DraftStore(Path(sys.argv[1]))
draft = store.create(PageRef("k", "s", "Stuk"), None, "0" * 5000)
print(draft.id, flush=True)
for number in itertools.count():
    draft = store.save(replace(draft, body=str(number % 10) * (5000 + number % 7)))
    print(number, flush=True)
"""


def test_a_kill_while_saving_leaves_a_whole_draft(tmp_path: Path) -> None:
    for round_ in range(6):
        folder = tmp_path / str(round_)
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        draft_id = writer.stdout.readline().strip()
        for _ in range(3):
            writer.stdout.readline()
        time.sleep(0.011 * round_)
        writer.send_signal(signal.SIGKILL)
        said = writer.stdout.read().split()
        writer.wait()
        writer.stdout.close()
        store = DraftStore(folder)
        draft = store.get(draft_id)
        digit = int(draft.body[0])
        assert set(draft.body) == {draft.body[0]}
        assert 5000 <= len(draft.body) < 5007
        assert store.problems() == []
        if said:  # what the program said was saved is there, or what came just after it
            assert digit in {int(said[-1]) % 10, (int(said[-1]) + 1) % 10}
        assert store.save(replace(draft, body="verder")).body == "verder"


def test_programs_that_save_at_once_keep_every_text(tmp_path: Path) -> None:
    first = DraftStore(tmp_path).create(PAGE, None, "begin")

    def write(name: str) -> None:
        store = DraftStore(tmp_path)
        store.save(replace(first, body=f"van {name}"))

    threads = [threading.Thread(target=write, args=(str(n),)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store = DraftStore(tmp_path)
    everything = {store.get(first.id).body, *map(store.version_body, store.versions(first.id))}
    assert everything >= {f"van {n}" for n in range(8)}
