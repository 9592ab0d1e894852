"""What has threads, as the tests' own process, should not be copied: each test has a process."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import time

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be copied here")

PRELUDE = """
import os, signal, sys, time
from tui.errors import SourceError
from tui.fetch import Fetched
from tui.fetch.parser_process import ParserProcess
from tui.fetch.parsing import PARSER_HERE

def fetched(words, name="/a.html"):
    page = f"<title>{words}</title><article><h1>{words}</h1><p>Some words of it.</p></article>"
    return Fetched(page.encode(), name)

def loaded():
    return "tui.parse.page" in sys.modules
"""


def told(script: str) -> str:
    """What a script prints that has the names of the prelude."""
    run = subprocess.run(
        [sys.executable, "-c", PRELUDE + textwrap.dedent(script)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert not run.stderr
    return run.stdout


def test_what_was_begun_ahead_and_what_is_asked_for_later_are_as_if_parsed_here() -> None:
    script = """
        parser = ParserProcess.start(fetched("Ahead"))
        asked = [fetched(words) for words in ("Ahead", "Later", "Later still")]
        pages = [parser.parse(each) for each in asked]
        print(loaded())
        print([page.article.title for page in pages])
        print(pages == [PARSER_HERE.parse(each) for each in asked])
    """
    assert told(script).split("\n")[:3] == ["False", "['Ahead', 'Later', 'Later still']", "True"]


def test_a_file_that_changed_since_it_was_begun_is_read_as_it_is_now() -> None:
    script = """
        parser = ParserProcess.start(fetched("Before"))
        for words in ("Now", "Before"):
            print(parser.parse(fetched(words)).article.title)
    """
    assert told(script) == "Now\nBefore\n"


def test_a_page_that_ends_the_parser_is_told_and_others_are_read() -> None:
    script = """
        import tui.parse.page
        parse = tui.parse.page.parse_page
        def parse_page(data, **kwargs):
            if b"Bad" in data:
                os.kill(os.getpid(), signal.SIGKILL)
            return parse(data, **kwargs)
        tui.parse.page.parse_page = parse_page
        parser = ParserProcess.start(None)
        print(parser.parse(fetched("Good")).article.title)
        for _ in range(2):
            try:
                parser.parse(fetched("Bad", "/bad.html"))
            except SourceError as error:
                print(error)
        print(parser.parse(fetched("Better")).article.title)
    """
    sentence = "/bad.html cannot be read: it made the parser crash."
    assert told(script).splitlines() == ["Good", sentence, sentence, "Better"]


def test_what_is_nested_too_deeply_to_be_handed_over_is_parsed_here() -> None:
    script = """
        page = "<article><p>Top.</p>" + "<blockquote><p>Deep.</p>" * 2_000
        deep = Fetched(page.encode(), "/deep.html")
        sys.setrecursionlimit(400)
        parser = ParserProcess.start(deep)
        print(parser.parse(deep) == PARSER_HERE.parse(deep))
    """
    assert told(script) == "True\n"


@pytest.mark.parametrize("ahead", ["None", "endless"])
def test_a_page_that_is_given_up_holds_up_no_other(ahead: str) -> None:
    """Also one that is given up before the process is ready to parse it."""
    script = """
        from threading import Thread
        import tui.parse.page
        parse = tui.parse.page.parse_page
        def parse_page(data, **kwargs):
            if b"Endless" in data:
                time.sleep(600)
            return parse(data, **kwargs)
        tui.parse.page.parse_page = parse_page
        fork = os.fork
        def slow_fork():  # as on a busy machine
            pid = fork()
            if pid == 0:
                time.sleep(0.2)
            return pid
        os.fork = slow_fork
        endless = fetched("Endless")
        parser = ParserProcess.start(AHEAD)
        def wait():
            try:
                parser.parse(endless)
            except SourceError:
                print("no page")
        waits = Thread(target=wait)
        waits.start()
        while waits.is_alive():
            parser.give_up(fetched("Endless"))  # the same words, but another that was asked for
            parser.give_up(endless)
            time.sleep(0.01)
        for _ in range(3):
            print(parser.parse(fetched("Short")).article.title)
    """
    assert told(script.replace("AHEAD", ahead)) == "no page\nShort\nShort\nShort\n"


def test_the_process_ends_with_the_one_it_serves() -> None:
    """It holds standard output of neither, nor goes on when the other is killed."""
    script = PRELUDE + textwrap.dedent("""
        fork, children = os.fork, []
        def recorded():
            children.append(fork())
            return children[-1]
        os.fork = recorded
        parser = ParserProcess.start(None)
        parser.parse(fetched("Once"))
        print(children[0], flush=True)
        time.sleep(60)
    """)
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        child = int(process.stdout.readline())
        assert is_there(child)
        process.kill()
        assert process.stdout.read() == b""  # at once: nobody else holds it
    for _ in range(500):
        if not is_there(child):
            return
        time.sleep(0.02)
    pytest.fail("the parser goes on")


def is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
