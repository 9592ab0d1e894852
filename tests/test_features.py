"""The table of features says what is so: its tests are there, and so are its actions."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests import featuretable
from tests.featuretable import FEATURES, Feature

ROOT = Path(__file__).parents[1]


def test_the_document_is_that_of_the_table() -> None:
    told = featuretable.DOCUMENT.read_text(encoding="utf-8")
    assert told == featuretable.document(), "run python -m tests.featuretable"


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
def test_a_feature_is_shown_by_tests_that_are_there(feature: Feature) -> None:
    assert feature.tests
    for test in feature.tests:
        path, _, name = test.partition("::")
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        names = {
            node.name
            for node in tree.body
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        }
        assert name in names, test
