"""What all tests share: golden files."""

from __future__ import annotations

import pathlib

import pytest

GOLDEN = pathlib.Path(__file__).parent / "golden"


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
