from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

import factcheck
from factcheck import yamltext
from factcheck.errors import RuleError
from factcheck.ruleset import keys, schema

PACKAGE = Path(factcheck.__file__).parent
ROOT = Path(__file__).parent.parent.parent
SCHEMA = PACKAGE / "schema" / "rules.schema.json"
SHIPPED = sorted(
    [
        *(PACKAGE / "packs").glob("*.yaml"),
        *(ROOT / "rules").glob("*.yaml"),
        *(ROOT / "tests/corpus/rules/features").glob("*.yaml"),
    ]
)
# What no schema of the shape of a file can see: references, units, arithmetic, sense.
SHAPES = [
    "defaults-unknown-key",
    "defaults-within",
    "example-want",
    "example-without-docs",
    "expect-across",
    "expect-group",
    "expect-unknown",
    "expect-word",
    "fact-is-text",
    "fact-name",
    "fact-unknown-key",
    "fact-without-match",
    "facts-is-a-list",
    "file-is-a-list",
    "file-is-text",
    "file-unknown-key",
    "file-version",
    "match-block",
    "match-is-text",
    "match-near-without-any",
    "match-pair",
    "match-unknown-key",
    "match-within",
    "monotonic-direction",
    "monotonic-over",
    "between-list",
    "reference-date",
    "rule-id",
    "rule-severity",
    "rule-threshold-number",
    "rule-unknown-key",
    "rule-unknown-law",
    "rule-without-id",
    "subject-unknown-key",
    "subject-without-name",
    "tolerance-text",
    "tolerance-unknown-key",
]


@pytest.fixture(scope="module")
def validator():
    loaded = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(loaded)
    return jsonschema.Draft202012Validator(loaded)


def read(path):
    return yamltext.plain(yamltext.load(path.read_text("utf-8"), path.name))


def test_the_schema_that_ships_is_made_from_the_table_of_keys():
    assert SCHEMA.read_text("utf-8") == schema.text()


@pytest.mark.parametrize("path", [pytest.param(p, id=p.stem) for p in SHIPPED])
def test_every_shipped_rule_file_is_valid(validator, path):
    assert [error.message for error in validator.iter_errors(read(path))] == []


@pytest.mark.parametrize("name", SHAPES)
def test_a_file_of_the_wrong_shape_is_refused(validator, name):
    path = ROOT / "tests/corpus/rules/broken" / f"{name}.yaml"
    assert not validator.is_valid(read(path))


def test_what_yaml_refuses_needs_no_schema():
    for path in (ROOT / "tests/corpus/rules/broken").glob("yaml-*.yaml"):
        with pytest.raises(RuleError):
            read(path)


def test_every_key_is_described_in_one_sentence():
    for section in keys.SECTIONS.values():
        for key in section:
            assert key.about.endswith(".")
            assert len(key.about) <= 120
