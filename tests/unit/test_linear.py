"""The measure that the tests of hostile texts rest on."""

from __future__ import annotations

import re

import pytest

from tests.linear import linear


@pytest.mark.slow
@pytest.mark.parametrize(
    ("pattern", "held"),
    [
        pytest.param("a*b", False, id="each start looks at all that follows"),
        pytest.param("ab", True, id="each letter is looked at once"),
    ],
)
def test_work_that_grows_as_a_square_is_told_from_work_that_does_not(pattern, held):
    find = re.compile(pattern).search
    assert linear(find, "a" * 12_000, "a" * 48_000) is held
