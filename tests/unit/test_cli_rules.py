from __future__ import annotations

import json

import pytest

from factcheck.cli import CLEAN, FOUND, USAGE, main


@pytest.fixture
def project(tmp_path, monkeypatch, capsys):
    """A folder as `factcheck init` leaves it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_CONFIG", raising=False)
    assert main(["init"]) == CLEAN
    assert capsys.readouterr().out == (
        "wrote .factcheck.yaml\nwrote rules/rules.yaml\nwrote rules/rules.schema.json\n"
    )
    return tmp_path


def change(project, old, new):
    path = project / "rules" / "rules.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_what_init_writes_is_right_and_passes_its_own_examples(project, capsys):
    assert project
    assert main(["validate"]) == CLEAN
    assert capsys.readouterr().out == "1 rule and 1 fact are right, 0 warnings\n"
    assert main(["test", "--coverage"]) == CLEAN
    assert capsys.readouterr().out == "2 of 2 examples are as wanted\n"


def test_the_schema_stands_beside_the_rules_on_every_machine(project, capsys):
    rules = (project / "rules" / "rules.yaml").read_text("utf-8")
    assert rules.startswith("# yaml-language-server: $schema=rules.schema.json\n")
    assert main(["schema", "rules"]) == CLEAN
    shipped = capsys.readouterr().out
    assert (project / "rules" / "rules.schema.json").read_text("utf-8") == shipped


def test_init_overwrites_nothing(project, capsys):
    assert project
    assert main(["init"]) == USAGE
    assert "is there already" in capsys.readouterr().err


def test_an_example_that_does_not_come_out_is_named(project, capsys):
    change(
        project, "12 km long.\n          b.txt: The Harbour Bridge is 21 km", "12 km"
    )
    assert main(["test", "--coverage"]) == FOUND
    out = capsys.readouterr().out
    assert "my/bridge-length “two lengths”: wanted conflict, got " in out
    assert out.endswith("1 of 2 examples are as wanted\n")


def test_a_rule_without_an_example_that_fires_is_named(project, capsys):
    change(project, "want: conflict", "want: agree")
    assert main(["test", "--coverage"]) == FOUND
    assert "my/bridge-length has no example that fires" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("examples", "said"),
    [
        pytest.param("", "has no example\n", id="none"),
        pytest.param(
            "    examples: [{docs: {a.txt: It is 5 km long.}, want: ok}]\n",
            "has no example that fires\n",
            id="none that fires",
        ),
        pytest.param(
            "    examples: [{docs: {a.txt: The bridge is 5 km long.}, want: conflict}]\n",
            "has no example that passes\n",
            id="none that passes",
        ),
    ],
)
def test_a_rule_that_is_not_tried_both_ways_fails_the_coverage_alone(
    examples, said, project, capsys
):
    path = project / "rules" / "rules.yaml"
    path.write_text(
        "facts: {bridge: {match: {dimension: length, any: [bridge]}}}\n"
        "rules:\n  - id: x\n    fact: bridge\n    expect: {equals: 9 km}\n" + examples
    )
    assert main(["test", "rules"]) == CLEAN
    capsys.readouterr()
    assert main(["test", "rules", "--coverage"]) == FOUND
    assert f"rules/rules.yaml:3:9: x {said}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("expect", "said"),
    [
        pytest.param("agree", "bridge: agree", id="agree"),
        pytest.param(
            "{equals: [5 km, 6 km]}", "bridge: equals 5 km or 6 km", id="equals"
        ),
        pytest.param(
            "{equals: reference}", "bridge: equals its reference", id="reference"
        ),
        pytest.param("{between: {max: 9 km}}", "bridge: at most 9 km", id="between"),
        pytest.param(
            "{between: {min: 1 km, max: 9 km}}",
            "bridge: at least 1 km and at most 9 km",
            id="between two ends",
        ),
        pytest.param(
            "{monotonic: {over: period, direction: falling}}",
            "bridge: only falls over period",
            id="monotonic",
        ),
        pytest.param("{sum: {to: 9 km}}", "bridge: adds up to 9 km", id="sum"),
        pytest.param(
            "{relation: bridge < 2 * bridge.reference}",
            "bridge: bridge < 2 * bridge.reference",
            id="relation",
        ),
    ],
)
def test_a_rule_without_a_description_is_listed_with_what_must_hold(
    expect, said, project, capsys
):
    (project / "rules" / "rules.yaml").write_text(
        "facts:\n  bridge:\n    match: {dimension: length, any: [bridge]}\n"
        "    reference: {value: 5 km}\n"
        f"rules:\n  - id: x\n    fact: bridge\n    expect: {expect}\n"
    )
    assert main(["rules"]) == CLEAN
    assert capsys.readouterr().out.splitlines()[-1].endswith(f"  {said}")


def test_validate_points_at_every_problem(project, capsys):
    change(project, "dimension: length", "dimensoin: length")
    change(project, "fact: bridge_length", "fact: brigde_length")
    assert main(["validate"]) == USAGE
    out = capsys.readouterr().out
    assert "did you mean 'dimension'?" in out
    assert "\n          dimensoin: length" in out
    assert "\n          ^\n" in out
    assert out.endswith("2 problems\n")


def test_validate_warns_of_a_fact_that_nobody_uses(project, capsys):
    change(project, "\nrules:\n", "  idle: {match: {dimension: area}}\n\nrules:\n")
    assert main(["validate"]) == CLEAN
    assert "warning: no rule uses the fact 'idle'" in capsys.readouterr().out


def test_rules_lists_each_with_severity_and_place(project, capsys):
    change(project, "    tolerance:", "    severity: error\n    tolerance:")
    assert main(["rules"]) == CLEAN
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("core/agreement ") for line in lines)
    assert lines[-1].split()[:3] == [
        "my/bridge-length",
        "error",
        "rules/rules.yaml:18:9",
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param(
            "my/bridge-length", "          any: [long, length, span]\n", id="a rule"
        ),
        pytest.param(
            "election/turnout", "packs/elections.yaml", id="a rule of a pack not taken"
        ),
        pytest.param("core/conversion", "What it does:", id="a law"),
        pytest.param("conversion", "What it does:", id="a law by its name"),
    ],
)
def test_explain_tells_what_a_rule_checks(name, said, project, capsys):
    assert project
    assert main(["explain", name]) == CLEAN
    assert said in capsys.readouterr().out


def test_explain_shows_one_finding(project, capsys):
    (project / "a.txt").write_text("The Harbour Bridge is 12 km long.\n")
    (project / "b.txt").write_text("The Harbour Bridge is 21 km long.\n")
    (project / "c.txt").write_text("The tunnel is 10 miles (26 km) long.\n")
    assert main(["run", "--format", "csv"]) == FOUND
    row = next(r for r in capsys.readouterr().out.splitlines() if "my/bridge" in r)
    identifier = row.split(",")[0]
    assert main(["explain", identifier]) == CLEAN
    out = capsys.readouterr().out
    assert identifier in out
    assert "26 km" not in out
    assert main(["explain", "fc-000000"]) == USAGE
    assert "there is no finding fc-000000" in capsys.readouterr().err


def test_explain_tells_what_was_decided_on_a_finding(project, capsys):
    (project / "a.txt").write_text("The tunnel is 10 miles (26 km) long.\n")
    assert main(["baseline", "--reason", "as signed"]) == CLEAN
    main(["run", "--format", "csv"])
    identifier = capsys.readouterr().out.splitlines()[-1].split(",")[0]
    assert main(["explain", identifier]) == CLEAN
    out = capsys.readouterr().out
    assert "Decided: accepted — as signed" in out
    assert "factcheck explain core/conversion says what the rule checks" in out
    assert main(["explain", identifier[:-1] + "x"]) == USAGE
    assert f"did you mean '{identifier}'?" in capsys.readouterr().err


def test_explain_tells_which_comment_takes_a_finding_out(project, capsys):
    text = "The tunnel is 10 miles (26 km) long. <!-- factcheck: ignore as signed -->\n"
    (project / "a.txt").write_text(text)
    main(["run", "--format", "json"])
    (row,) = json.loads(capsys.readouterr().out)["ignored"]
    identifier = "fc-" + row["fingerprint"][:6]
    assert main(["explain", identifier]) == CLEAN
    assert "Ignored: a.txt:1 — as signed" in capsys.readouterr().out


def test_explain_knows_the_nearest_rule(project, capsys):
    assert project
    assert main(["explain", "my/brigde-length"]) == USAGE
    assert "did you mean 'my/bridge-length'?" in capsys.readouterr().err


def test_the_report_has_a_schema_to_print(capsys):
    assert main(["schema", "report"]) == CLEAN
    assert '"title": "factcheck report"' in capsys.readouterr().out
    assert main(["schema", "reprot"]) == USAGE
    assert "did you mean 'report'?" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["validate", "test"])
def test_no_rule_at_all_is_never_a_pass(tmp_path, monkeypatch, capsys, command):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_CONFIG", raising=False)
    assert main([command]) == USAGE
    assert "there is no rule: name rule files" in capsys.readouterr().err
    (tmp_path / ".factcheck.yaml").write_text("packs: [finance]")
    assert main([command]) == CLEAN
