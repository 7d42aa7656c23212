"""What all tests share: golden files, and time that coverage does not slow down."""

from __future__ import annotations

import os
import pathlib
import sys

import hypothesis
import pytest

# What reports are wrapped to, whether the tests run in one process or in several.
os.environ["COLUMNS"] = "80"
GOLDEN = pathlib.Path(__file__).parent / "golden"

# How long one example takes says how busy the machine is, never whether a law holds.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.register_profile("deep", max_examples=5_000, deadline=None)
hypothesis.settings.load_profile("patient")


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the files in tests/golden"
    )


@pytest.fixture
def golden(request):
    """Compare a text with a file in tests/golden, or rewrite the file."""

    def check(name, text):
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        assert path.is_file(), f"{path} is missing: make golden"
        assert text == path.read_bytes().decode("utf-8")

    return check


@pytest.fixture(autouse=True)
def _untraced(request):
    """Keep coverage out of tests that are marked so: it slows them three to ten times."""
    tracer = sys.gettrace()
    if tracer is None or request.node.get_closest_marker("untraced") is None:
        yield
        return
    sys.settrace(None)
    yield
    sys.settrace(tracer)
