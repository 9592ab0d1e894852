"""Real blog software on 127.0.0.1, from the folder `shared/servers` beside the project.

The scripts there install it once and fill it with a thread; every test then gets a server of its
own on a copy of the data, so that nothing that it posts is seen by another.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

SERVERS = Path(__file__).resolve().parents[2].parent / "shared" / "servers"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "rejoinder-servers"

DIKE = "2024/03/12/de-dijk-lopen/"
BUSY = "2024/04/02/driehonderd-reacties/"
CLOSED = "2023/11/05/reacties-gesloten/"
QUIET = "2024/05/01/a-quiet-note/"
POSTS = {DIKE: 5, BUSY: 6}
"""The posts of the WordPress, and the numbers of two of them."""


@cache
def installed(script: str) -> None:
    """Have a script of the folder install its server; skips the test where that cannot be.

    Args:
        script: Its path in the folder, such as `isso/up.sh`.
    """
    path = SERVERS / script
    if not path.exists():
        pytest.skip(f"there are no servers beside the project ({path})")
    with (Path(tempfile.gettempdir()) / "rejoinder-servers.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # one worker of the tests at a time
        done = subprocess.run(
            ["bash", str(path)], capture_output=True, text=True, timeout=300, check=False
        )
    if done.returncode:
        pytest.skip(f"{script} could not start its server: {done.stderr.strip()[-300:]}")


def free_port() -> int:
    """A port on 127.0.0.1 that nobody listens on."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


def answers(url: str) -> bool:
    """Whether a server answers, whatever it says."""
    try:
        with urlopen(url, timeout=20) as response:  # noqa: S310 -- 127.0.0.1
            response.read()
    except HTTPError:
        return True
    except OSError:
        return False
    return True


def wait_for(url: str) -> None:
    """Wait until a server answers.

    Raises:
        TimeoutError: It does not.
    """
    end = time.monotonic() + 60
    while not answers(url):
        if time.monotonic() > end:
            raise TimeoutError(f"no server answers at {url}")
        time.sleep(0.05)


class Row(NamedTuple):
    """A comment as WordPress's database has it."""

    id: str
    parent: str
    approved: str
    kind: str
    author: str
    text: str


class WordPress:
    """One WordPress on a copy of the data.

    Attributes:
        address: Its address, with a slash at the end.
    """

    def __init__(self, folder: Path, *, flood: bool = False, traps: bool = False) -> None:
        """A server that is not started yet.

        Args:
            folder: Where its data is.
            flood: Whether it refuses what comes too fast.
            traps: Whether its form has decoys for robots, as anti-spam plug-ins add them.
        """
        self._www = CACHE / "wordpress-sqlite" / "www"
        self._folder = folder
        self._port = free_port()
        self._wishes = {"WP_TRAPS": traps, "WP_NOFLOOD": not flood}
        self._process: subprocess.Popen[bytes] | None = None
        self.address = f"http://127.0.0.1:{self._port}/"
        shutil.copytree(CACHE / "wordpress-sqlite" / "data", folder / "data")

    def _environ(self) -> dict[str, str]:
        mine = {"WP_RUN": str(self._folder), "WP_THEME": "twentytwentyfour", "WP_LOCALE": "en_US"}
        wishes = {name: "1" for name, wanted in self._wishes.items() if wanted}
        return {**os.environ, **mine, **wishes, "PHP_CLI_SERVER_WORKERS": "2"}

    def start(self) -> None:
        """Start it, at the same address as before."""
        source = SERVERS / "wordpress" / "src" / "router.php"
        command = ["php", "-d", "sendmail_path=/bin/true", "-S", f"127.0.0.1:{self._port}"]
        self._process = subprocess.Popen(
            [*command, "-t", str(self._www), str(source)],
            env=self._environ(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        wait_for(self.address + "wp-json/")

    def stop(self) -> None:
        """Stop it at once, whatever it does."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def control(self, *words: str) -> str:
        """Look or change something behind the screen: `option NAME VALUE`, `approve ID`, ..."""
        script = SERVERS / "wordpress" / "src" / "ctl.php"
        done = subprocess.run(
            ["php", str(script), str(self._www), *words],
            env=self._environ(),
            capture_output=True,
            timeout=60,
            check=True,
        )
        return done.stdout.decode()

    def comments(self, post: int) -> list[Row]:
        """The comments of a post, of whatever state."""
        lines = self.control("list", str(post)).split("\n")
        return [Row(*line.split("\t", 5)) for line in lines if line]


@contextmanager
def wordpress_in(folder: Path, *, flood: bool = False, traps: bool = False) -> Iterator[WordPress]:
    """A WordPress that runs; the wishes are those of the class."""
    installed("wordpress/up-sqlite.sh")
    server = WordPress(folder, flood=flood, traps=traps)
    server.control("purge")
    server.start()
    try:
        yield server
    finally:
        server.stop()
