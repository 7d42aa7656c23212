from __future__ import annotations

import os
import pickle
from decimal import Decimal

import pytest

from factcheck import ruleset
from factcheck.errors import RuleError, UsageError
from factcheck.model import RuleSet, Severity
from factcheck.ruleset import store
from factcheck.ruleset.reference import END, START, updated

ROAD = "facts: {road: {match: {dimension: length, any: [road]}}}\n"
RULE = "rules: [{id: x, fact: road, expect: agree}]\n"


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "factcheck"


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "rules"
    (folder / "more").mkdir(parents=True)
    (folder / "a.yaml").write_text(ROAD)
    (folder / "more" / "b.yml").write_text(RULE)
    (folder / "notes.txt").write_text("not: [rules")
    (folder / "empty.yaml").write_text("# nothing yet\n")
    return folder


def warnings(text):
    found = ruleset.validate(ruleset.loads({"x.yaml": text}, packs=()))
    return [str(problem) for problem in found]


def test_a_folder_is_read_whole_and_facts_are_shared_between_files(folder):
    rules = ruleset.load([folder])
    assert [rule.id for rule in rules.rules if rule.law is None] == ["x"]
    assert [source.rpartition("/")[2] for source in rules.sources] == [
        "core.yaml",
        "a.yaml",
        "b.yml",
    ]


def test_a_file_without_rules_has_no_rules(folder):
    assert ruleset.load([folder / "empty.yaml"], packs=()).rules == ()


def test_the_core_is_on_unless_it_is_left_out(folder):
    assert "agreement" in ruleset.load([folder]).laws
    assert ruleset.load([folder], packs=()).laws == ()


def test_a_file_asks_for_a_pack():
    rules = ruleset.loads({"x": "extends: [finance, core]\n"})
    assert rules.rule("finance/balance") is not None
    assert rules.rule("nothing/there") is None


@pytest.mark.parametrize(
    ("make", "text"),
    [
        pytest.param(
            lambda _: ruleset.load(["no/such.yaml"]),
            "no/such.yaml: no such rule file or folder",
            id="a missing path",
        ),
        pytest.param(
            lambda _: ruleset.load(packs=["finances"]),
            "there is no pack 'finances'; did you mean 'finance'?",
            id="an unknown pack",
        ),
        pytest.param(
            lambda _: ruleset.load(packs=["zzz"]),
            "there is no pack 'zzz'; there are company, conflict, core, disaster, "
            "elections, finance",
            id="a pack like no other",
        ),
    ],
)
def test_what_is_not_there_is_a_usage_error(make, text, folder):
    with pytest.raises(UsageError) as caught:
        make(folder)
    assert str(caught.value) == text


def test_a_file_that_is_no_text_is_refused_at_its_place(folder):
    path = folder / "latin.yaml"
    path.write_bytes(b"version: 1\n# caf\xe9\n")
    with pytest.raises(RuleError) as caught:
        ruleset.load([path])
    assert str(caught.value) == f"{path.as_posix()}:2:6: this is not UTF-8 text"


def test_a_file_that_is_too_large_is_not_read(folder):
    path = folder / "large.yaml"
    with path.open("wb") as file:
        file.truncate(16_000_001)
    with pytest.raises(RuleError, match="too large"):
        ruleset.load([path])


@pytest.mark.skipif(os.geteuid() == 0, reason="root can read every file")
def test_a_file_that_cannot_be_read_is_a_usage_error(folder):
    path = folder / "a.yaml"
    path.chmod(0)
    with pytest.raises(UsageError, match="Permission denied"):
        ruleset.load([path])


def test_problems_of_all_files_are_told_at_once():
    with pytest.raises(RuleError) as caught:
        ruleset.loads(
            {"b": "fact: {}", "a": "rules: [{id: x}]", "c": "a: [", "d": ROAD}
        )
    assert [str(problem) for problem in caught.value.problems] == [
        "a:1:9: the rule has neither expect nor law",
        "b:1:1: unknown key in a rule file: 'fact'; did you mean 'facts'?",
        "c:2:1: a value was expected here",
    ]


def test_a_fact_is_defined_once():
    with pytest.raises(RuleError) as caught:
        ruleset.loads({"a": ROAD, "b": ROAD})
    assert str(caught.value) == "b:1:9: the fact 'road' is already defined at a:1:9"


def test_a_rule_of_a_pack_is_amended():
    rules = ruleset.loads(
        {
            "x": "rules:\n"
            "  - {id: core/percent, severity: off}\n"
            "  - {id: core/agreement, severity: note, tolerance: {relative: 2%}, tags: [t]}\n"
        }
    )
    assert "percent" not in rules.laws
    agreement = rules.rule("core/agreement")
    assert agreement is not None
    assert agreement.severity is Severity.NOTE
    assert agreement.tolerance.relative == Decimal("0.02")
    assert agreement.tags == ("t",)


def test_defaults_hold_for_the_rules_of_their_file():
    rules = ruleset.loads(
        {
            "x": "defaults: {severity: note, tags: [a], error_if: 50%, within: clause}\n"
            + ROAD
            + "rules:\n"
            "  - {id: x, fact: road, expect: agree, tags: [b]}\n"
            "  - {id: y, fact: road, expect: agree, severity: error}\n"
        },
        packs=(),
    )
    assert [rule.severity for rule in rules.rules] == [Severity.NOTE, Severity.ERROR]
    assert rules.rules[0].tags == ("a", "b")
    assert rules.rules[0].error_if == Decimal("0.5")
    match = rules.fact("road").match
    assert match is not None
    assert match.where[0].within == "clause"


# --- what is kept -----------------------------------------------------------------------


def test_compiled_rules_are_kept_and_taken_again(folder, cache, monkeypatch):
    first = ruleset.load([folder])
    assert len(list(cache.glob("rules-*.pickle"))) == 1
    monkeypatch.setattr("factcheck.ruleset.loading._compiled", None)
    assert ruleset.load([folder]) == first


def test_a_changed_file_is_compiled_anew(folder, cache):
    ruleset.load([folder])
    (folder / "a.yaml").write_text(ROAD + "version: 1\n")
    ruleset.load([folder])
    assert len(list(cache.glob("rules-*.pickle"))) == 2


class Foreign:
    def __reduce__(self):
        return os.getcwd, ()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x80\x05junk", id="junk"),
        pytest.param(pickle.dumps(Foreign()), id="code"),
        pytest.param(pickle.dumps({"a": frozenset([Decimal(1)])}), id="other data"),
        pytest.param(b"cfactcheck.model.rules\nNothing\n.", id="no such class"),
    ],
)
def test_what_does_not_fit_is_ignored_and_made_anew(folder, cache, data):
    first = ruleset.load([folder])
    (kept,) = cache.glob("rules-*.pickle")
    kept.write_bytes(data)
    assert ruleset.load([folder]) == first
    assert isinstance(store.read(kept.stem.removeprefix("rules-"), at=cache), RuleSet)


def test_where_nothing_can_be_kept_rules_are_compiled(folder, cache, monkeypatch):
    cache.parent.write_text("a file, no folder")
    assert ruleset.load([folder]).rule("x") is not None
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert store.folder() is None
    assert ruleset.load([folder]).rule("x") is not None


def test_the_oldest_of_many_kept_sets_of_rules_are_forgotten(folder, cache):
    cache.mkdir(parents=True)
    for at in range(100):
        path = cache / f"rules-{at:03}.pickle"
        path.write_bytes(b"")
        os.utime(path, (at, at))
    assert ruleset.load([folder]).rule("x") is not None
    names = {path.name for path in cache.glob("rules-*.pickle")}
    assert len(names) == 64
    assert "rules-099.pickle" in names
    assert "rules-036.pickle" not in names


def test_the_cache_is_in_the_home_folder_by_default(monkeypatch, tmp_path):
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert store.folder() == tmp_path / ".cache" / "factcheck"


# --- warnings ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            ROAD,
            ["x.yaml:1:9: no rule uses the fact 'road'"],
            id="a fact that nobody uses",
        ),
        pytest.param(
            "facts: {f: {match: {any: [road], not: [road]}}}\n"
            "rules: [{id: x, fact: f, expect: agree}]\n",
            [
                "x.yaml:1:9: the fact 'f' can match nothing: it needs and excludes 'road'"
            ],
            id="needed and excluded",
        ),
        pytest.param(
            "facts: {f: {match: {any: [road, path], not: [path, road, track]}}}\n"
            "rules: [{id: x, fact: f, expect: agree}]\n",
            [
                "x.yaml:1:9: the fact 'f' can match nothing: it needs and excludes 'road'"
            ],
            id="each needed and excluded",
        ),
        pytest.param(
            "facts: {f: {match: {any: [road, path], not: [path]}}}\n"
            "rules: [{id: x, fact: f, expect: agree}]\n",
            [],
            id="one of two needed and excluded",
        ),
        pytest.param(
            "facts: {f: {match: {all: [road, path], not: [path]}}}\n"
            "rules: [{id: x, fact: f, expect: agree}]\n",
            [
                "x.yaml:1:9: the fact 'f' can match nothing: it needs and excludes 'path'"
            ],
            id="one of all excluded",
        ),
        pytest.param(
            "facts:\n"
            "  f: {match: {any: [boat], in: [title, heading]}}\n"
            "  g: {match: {any: [boat], in: body}}\n"
            "rules:\n"
            "  - {id: x, facts: [f, g], expect: {relation: f == g, group_by: [block]}}\n"
            "  - {id: y, facts: [f, g], expect: {relation: f == g}}\n",
            [
                "x.yaml:5:10: the rule 'x' can never fire: no block holds all of its facts"
            ],
            id="facts of blocks that are never one",
        ),
        pytest.param(
            "facts:\n"
            "  f:\n"
            "    match:\n"
            "      units: [boats, ships]\n"
            "      any: [harbour, quay, pier]\n"
            "      all: [sink]\n"
            "      near: {any: [storm, 'gale']}\n"
            "      not: [never said]\n"
            "      claimant: [pilot]\n"
            "rules:\n"
            "  - id: x\n"
            "    fact: f\n"
            "    expect: {equals: 5}\n"
            "    examples:\n"
            "      - {docs: {a: 'By the pilots count the gales sank 5 ships in the harbour.'}, want: ok}\n"
            "      - {docs: {a: 'The storms sank 9 ships at a pier.'}, want: conflict}\n",
            [
                "x.yaml:4:15: no example of the fact 'f' holds 'boats'",
                "x.yaml:5:22: no example of the fact 'f' holds 'quay'",
                "x.yaml:7:27: no example of the fact 'f' holds 'gale'",
            ],
            id="terms that no example holds, in any of their forms",
        ),
        pytest.param(
            "facts: {f: {match: {any: [quay, pier, wharf]}}}\n"
            "rules: [{id: x, fact: f, expect: {equals: 5}, examples: [\n"
            "  {docs: {a: The pier is long.}, want: conflict},"
            " {docs: {a: A pier.}, want: ok}]}]\n",
            ["x.yaml:1:27: no example of the fact 'f' holds 'quay', 'wharf'"],
            id="terms of one line are told together",
        ),
        pytest.param(
            "facts: {f: {match: {any: [road], not: [{any: [road], within: clause},"
            " {any: [road], words: 2}, {all: [road]}]}}}\n"
            "rules: [{id: x, fact: f, expect: agree}]\n",
            [],
            id="excluded only nearby",
        ),
        pytest.param(
            "facts: {f: {match: {dimension: length, range: {min: 1 km, max: 5 km}}}}\n"
            "rules: [{id: x, fact: f, expect: {between: {min: 1 km, max: 9 km}}}]\n",
            [
                (
                    "x.yaml:2:14: the rule 'x' can never fire: the range of its fact lies "
                    "inside its bounds"
                )
            ],
            id="a range inside the bounds",
        ),
        pytest.param(
            "facts: {f: {match: {dimension: length, range: {min: 1 km}}}}\n"
            "rules: [{id: x, fact: f, expect: {between: {min: 2 km}}},"
            " {id: y, fact: f, expect: {between: {max: 2 km}}},"
            " {id: z, fact: f, expect: {between: {min: 1 km}}}]\n",
            [
                (
                    "x.yaml:2:114: the rule 'z' can never fire: the range of its fact lies "
                    "inside its bounds"
                )
            ],
            id="ranges beyond the bounds",
        ),
        pytest.param(
            "facts: {f: {match: {dimension: count, any: [x]}}}\n"
            "rules: [{id: x, fact: f, expect: conversion}]\n",
            ["x.yaml:2:14: the rule 'x' can never fire: a count has no conversion"],
            id="a conversion of a count",
        ),
        pytest.param(
            ROAD + "rules: [{id: x, fact: road, expect: agree},"
            " {id: y, fact: road, expect: agree}]\n",
            ["x.yaml:2:50: the rule 'y' says the same as 'x'"],
            id="twins",
        ),
        pytest.param(
            ROAD + "rules: [{id: x, fact: road, expect: agree,"
            " examples: [{docs: {a: roads}, want: ok}]}]\n",
            ["x.yaml:2:14: the rule 'x' has no example that fires"],
            id="no example that fires",
        ),
        pytest.param(
            ROAD + "rules: [{id: x, fact: road, expect: agree,"
            " examples: [{docs: {a: roads}, want: conflict}]}]\n",
            ["x.yaml:2:14: the rule 'x' has no example that passes"],
            id="no example that passes",
        ),
    ],
)
def test_what_is_doubtful_is_a_warning(text, expected):
    assert warnings(text) == expected


def test_a_fact_that_no_rule_uses_is_noted_in_the_run():
    rules = ruleset.loads({"x": ROAD}, packs=())
    assert rules.notes == ("x:1:9: no rule uses the fact 'road'",)


def test_the_reference_is_put_between_its_marks():
    page = updated(f"a\n{START}\nold\n{END}\nb\n")
    assert page.startswith(f"a\n{START}\n\n### A rule file")
    assert page.endswith(f"{END}\nb\n")
    assert "\nold\n" not in page


def test_what_is_asked_for_by_a_wrong_name_is_an_attribute_error():
    with pytest.raises(AttributeError):
        _ = ruleset.nothing
