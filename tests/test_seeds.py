"""The project's own articles: every planted conflict is found, and nothing else is flagged."""

from __future__ import annotations

import dataclasses
import pathlib

import pytest

import factcheck
from factcheck import yamltext
from factcheck.model import Severity, Verdict

ROOT = pathlib.Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
RULES = ROOT / "rules"


def expected():
    path = SEEDS / "expected.yaml"
    return yamltext.plain(yamltext.load(path.read_text("utf-8"), path.name))


CONFLICTS = expected()["conflicts"]
AGREEMENTS = expected()["agreements"]


@dataclasses.dataclass(frozen=True)
class Place:
    document: str
    start: int
    end: int

    def is_touched_by(self, evidence):
        return (
            evidence.span is not None
            and pathlib.PurePath(evidence.document).name == self.document
            and evidence.span.start < self.end
            and self.start < evidence.span.end
        )


def place(mention):
    text = (SEEDS / mention["document"]).read_text("utf-8")
    start = text.index(mention["quote"]) + mention["quote"].index(mention["number"])
    return Place(mention["document"], start, start + len(mention["number"]))


def touched(places, outcome):
    """How many of the places the evidence of an outcome covers."""
    return sum(
        any(place.is_touched_by(one) for one in outcome.evidence) for place in places
    )


def shows(conflict, outcome):
    """Whether the outcome is this conflict: two of its places, one of them a mention."""
    mentions = [place(one) for one in conflict["mentions"]]
    also = [place(one) for one in conflict.get("also", [])]
    hit = touched(mentions, outcome)
    return hit >= min(2, len(mentions)) or (hit > 0 and touched(also, outcome) > 0)


def name(conflict):
    return conflict["rule"]


@pytest.fixture(scope="module")
def report():
    return factcheck.run([SEEDS], rules=[RULES])


@pytest.fixture(scope="module")
def alarms(report):
    return [
        finding
        for finding in report.findings
        if finding.severity.rank >= Severity.WARNING.rank
    ]


@pytest.mark.parametrize("conflict", CONFLICTS, ids=name)
def test_every_planted_conflict_is_found_by_its_rule(conflict, alarms):
    found = [
        finding
        for finding in alarms
        if conflict["rule"] in (finding.outcome.rule, *finding.absorbed)
        and shows(conflict, finding.outcome)
    ]
    assert [finding.severity.value for finding in found] == [conflict["severity"]]


@pytest.mark.parametrize("rules", [[], [RULES]], ids=["without rules", "with rules"])
def test_nothing_is_flagged_that_was_not_planted(rules):
    assert [
        finding.outcome.message
        for finding in factcheck.run([SEEDS], rules=rules).findings
        if finding.severity.rank >= Severity.WARNING.rank
        and not any(shows(conflict, finding.outcome) for conflict in CONFLICTS)
    ] == []


@pytest.mark.parametrize(
    "agreement", AGREEMENTS, ids=lambda one: one["mentions"][0]["quote"]
)
def test_what_agrees_is_shown_as_agreeing(agreement, report):
    places = [place(mention) for mention in agreement["mentions"]]
    assert any(
        outcome.verdict is Verdict.AGREE and touched(places, outcome) == len(places)
        for outcome in report.outcomes
    )


@pytest.mark.parametrize("label", [*CONFLICTS, *AGREEMENTS])
def test_a_quote_stands_once_in_its_document_and_holds_its_number(label):
    for mention in (*label["mentions"], *label.get("also", ())):
        text = (SEEDS / mention["document"]).read_text("utf-8")
        assert text.count(mention["quote"]) == 1
        assert mention["number"] in mention["quote"]


def test_every_rule_of_the_pack_has_a_planted_conflict(report):
    own = {rule for rule in report.rules if not rule.startswith("core/")}
    assert own == {conflict["rule"] for conflict in CONFLICTS}
