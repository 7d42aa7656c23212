from __future__ import annotations

import pytest

from factcheck.errors import Problem, RuleError, nearest


def test_a_rule_error_lists_its_problems_in_the_order_of_the_file():
    error = RuleError([Problem("b.yaml", 2, 1, "two"), Problem("b.yaml", 1, 9, "one")])
    assert str(error) == "b.yaml:1:9: one\nb.yaml:2:1: two"


def test_nearest_is_none_where_nothing_is_near():
    assert nearest("zebra", ["tolerance"]) is None


@pytest.mark.parametrize(
    ("word", "choices"),
    [
        pytest.param("tolerence" * 20, ["tolerance" * 20], id="a word too long"),
        pytest.param("f1x", [f"f{i}" for i in range(5000)], id="too many choices"),
    ],
)
def test_nearest_is_not_looked_for_where_that_takes_long(word, choices):
    assert nearest(word, choices) is None
