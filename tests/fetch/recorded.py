"""Answers of services as they were recorded, and servers that give them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from tests.fetch.servers import Answer

RECORDED = Path(__file__).parents[2] / "fixtures" / "remote"
JSON = {"Content-Type": "application/json"}


def recorded(name: str) -> Mapping[str, object]:
    """An answer that is an object."""
    told: Mapping[str, object] = json.loads((RECORDED / f"{name}.json").read_text("utf-8"))
    return told


def answering(answers: Mapping[str, object]) -> dict[str, Answer]:
    """What a server says at some paths: JSON."""
    return {
        path: Answer(json.dumps(answer).encode(), headers=JSON) for path, answer in answers.items()
    }
