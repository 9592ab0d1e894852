"""Asking on a terminal: questions and answers beside what is printed."""

from __future__ import annotations

import sys

from tui.errors import UsageError

_YES = frozenset({"y", "yes"})


def say(sentence: str) -> None:
    """Tell something beside what is printed."""
    encoding = sys.stderr.encoding
    sys.stderr.write(f"{sentence}\n".encode(encoding, "replace").decode(encoding))
    sys.stderr.flush()


def can_ask() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty()


def ask(question: str, instead: str) -> str:
    """The answer to a question.

    Args:
        question: The question.
        instead: What to do where nobody can be asked, as half a sentence.

    Raises:
        UsageError: Nobody can be asked.
    """
    if not can_ask():
        raise UsageError(f"Nobody can be asked here; {instead}.")
    sys.stderr.write(question)
    sys.stderr.flush()
    return sys.stdin.readline().strip()


def agrees(question: str, instead: str) -> bool:
    """Whether somebody says yes; errors as `ask`."""
    return ask(f"{question} [y/N] ", instead).lower() in _YES
