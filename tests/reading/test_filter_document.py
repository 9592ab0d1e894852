"""docs/filter.md says what the filter language does."""

from __future__ import annotations

import re

from tests import filtertable
from tests.reading.samples import facts
from tui.cli.arguments import ORDERS
from tui.reading.arrangement import Order
from tui.reading.query import parse_query
from tui.reading.query.fields import FIELDS

TEXT = filtertable.DOCUMENT.read_text(encoding="utf-8")


def test_the_table_of_fields_is_that_of_the_program() -> None:
    assert filtertable.with_table(TEXT) == TEXT


def test_the_values_that_a_field_is_said_to_take_are_taken() -> None:
    for name in ("by", "to", "is", "new", "has", "kind", "state"):
        values = re.findall("`([a-z]+)`", FIELDS[name].takes)
        assert values
        for value in values:
            parse_query(f"{name}:{value}").matching(facts())


def test_the_examples_can_be_asked() -> None:
    block = re.search(r"^```\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    assert block is not None
    for line in block[1].splitlines():
        parse_query(line).matching(facts())


def test_the_orders_are_those_of_the_program() -> None:
    assert list(ORDERS) == [str(order) for order in Order]
    table = TEXT.partition("| order | puts first |")[2]
    assert re.findall(r"^\| `([a-z]+)` \|", table, re.MULTILINE) == list(ORDERS)
