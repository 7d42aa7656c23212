from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

import factcheck
from factcheck import pipeline, ruleset
from factcheck.config import Level
from factcheck.errors import UsageError
from factcheck.model import (
    Cluster,
    DocumentFacts,
    Extraction,
    Fact,
    Form,
    Outcome,
    Severity,
    State,
    Verdict,
)
from factcheck.pipeline import merge, states
from factcheck.runners import RUNNERS, processes
from tests import samples

# --- the public interface -----------------------------------------------------------------

RULES = """\
version: 1
facts:
  span: {match: {dimension: length, any: [long]}}
  pears: {match: {dimension: count, units: [pears]}}
rules:
  - {id: my/span, fact: span, expect: {agree: {}}}
  - {id: my/pears, fact: pears, expect: {agree: {}}}
"""
TEXTS = {"a.txt": "The dam is 12 km long.", "b.md": "# Dam\n\nThe dam is 21 km long."}


@pytest.fixture
def rules(tmp_path):
    path = tmp_path / "rules.yaml"
    path.write_text(RULES)
    return path


def test_texts_in_memory_are_checked(rules):
    report = factcheck.check_texts(TEXTS, rules=[rules])
    assert [f.outcome.rule for f in report.findings] == ["my/span"]
    assert [row.path for row in report.documents] == ["a.txt", "b.md"]
    assert "core/agreement" in report.rules
    assert report.rules_without_match == ("my/pears",)


def test_files_are_checked_as_texts_are(tmp_path, rules, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text)
    report = factcheck.run(["a.txt", tmp_path / "b.md"], rules=[str(rules)])
    assert report.findings == factcheck.check_texts(TEXTS, rules=[rules]).findings


def test_a_missing_path_is_an_error():
    with pytest.raises(UsageError):
        factcheck.run(["no/such.txt"])


def test_quantities_of_a_text_are_read():
    (mention,) = factcheck.extract_text("It is 12 km long.")
    assert (mention.surface, mention.value) == ("12 km", Decimal(12))


def test_date_and_source_of_the_settings_win(tmp_path):
    (tmp_path / "a.txt").write_text("It is 12 km long.")
    day = dt.date(2024, 5, 6)
    source = pipeline.Source("a.txt", tmp_path / "a.txt", date=day, publisher="Gazette")
    document = pipeline.run([source]).document("a.txt")
    assert (document.date, document.source) == (day, "Gazette")


# --- runners ------------------------------------------------------------------------------


def double(number):
    return number * 2


@pytest.mark.parametrize("name", list(RUNNERS))
def test_every_runner_gives_the_results_in_order(name):
    weights = [400_000] * 30
    run = RUNNERS[name]
    assert list(run(double, range(30), weights=weights, jobs=2)) == list(
        range(0, 60, 2)
    )


def test_a_run_in_processes_that_is_left_early_ends():
    found = processes.run(double, range(100), weights=[1_000_000] * 100, jobs=2)
    assert next(found) == 0
    del found


@pytest.mark.parametrize("weights", [[], [10] * 5, [2_000_000] * 5])
def test_batches_lose_nothing(weights):
    parts = list(processes.batches(range(5), weights))
    assert [item for part in parts for item in part] == list(range(5))


# --- findings -----------------------------------------------------------------------------


def conflict(base, rule, places, **more):
    return replace(base, rule=rule, evidence=tuple(places), **more)


@pytest.fixture
def base():
    return next(o for o in samples.report().outcomes if o.kind == "conversion")


def rules_of(found):
    return [f.outcome.rule for f in found]


def test_a_rule_of_the_user_absorbs_the_core_finding_on_the_same_mentions(base):
    mine = replace(base, rule="my/rule", severity=Severity.NOTE)
    (found,) = merge.findings([base, mine])
    assert found.outcome is mine
    assert found.absorbed == ("core/conversion",)


def test_a_rule_of_the_user_that_agrees_settles_the_core_finding(base):
    mine = replace(base, rule="my/rule", verdict=Verdict.AGREE, severity=None)
    assert merge.findings([base, mine]) == ()


def test_a_rule_that_judged_all_the_mentions_one_by_one_absorbs(base):
    first, second = base.evidence
    third = replace(first, span=replace(first.span, start=0, end=1))
    mine = conflict(base, "my/rule", [first])
    fine = conflict(base, "my/rule", [third], verdict=Verdict.AGREE, severity=None)
    both = conflict(base, "core/agreement", [first, third])
    other = conflict(base, "core/share", [first, second, third])
    assert rules_of(merge.findings([mine, fine, both])) == ["my/rule"]
    two = conflict(base, "my/rule", [first, second])
    assert rules_of(merge.findings([two, fine, other])) == ["my/rule"]


def test_of_core_findings_on_the_same_mentions_the_most_telling_is_kept(base):
    other = replace(base, rule="core/agreement", kind="agreement")
    (found,) = merge.findings([other, base])
    assert found.outcome is base
    assert found.absorbed == ("core/agreement",)


def test_two_rules_of_the_user_are_both_told_unless_they_say_the_same(base):
    first, _ = base.evidence
    mine = replace(base, rule="my/a")
    assert len(merge.findings([mine, conflict(base, "my/b", [first])])) == 2
    assert len(merge.findings([mine, replace(base, rule="my/b")])) == 1


def test_agreement_excuses_and_what_is_undetermined_are_no_findings(base):
    others = [
        replace(base, verdict=verdict)
        for verdict in (Verdict.AGREE, Verdict.EXCUSED, Verdict.UNDETERMINED)
    ]
    assert merge.findings(others) == ()


def test_findings_are_ordered_by_gravity_then_by_place(base):
    first, second = base.evidence
    note = conflict(base, "core/a", [first], severity=Severity.NOTE)
    late = conflict(base, "core/b", [second], severity=Severity.ERROR)
    found = merge.findings([note, late])
    assert rules_of(found) == ["core/b", "core/a"]


@pytest.mark.parametrize(
    ("levels", "severity"),
    [
        pytest.param([], Severity.WARNING, id="none"),
        pytest.param([Level("*", "core/*", Severity.NOTE)], Severity.NOTE, id="fits"),
        pytest.param([Level("x*", "*", None)], Severity.WARNING, id="other documents"),
        pytest.param([Level("*", "my/*", None)], Severity.WARNING, id="other rules"),
        pytest.param([Level("desk/*", "*", None)], None, id="off"),
        pytest.param(
            [Level("*", "*", None), Level("*", "*", Severity.ERROR)],
            Severity.ERROR,
            id="the last wins",
        ),
    ],
)
def test_levels_move_severities(levels, severity, base):
    found = merge.findings([base], levels=levels)
    assert [f.severity for f in found] == ([severity] if severity else [])


# --- identity -----------------------------------------------------------------------------


def moved(outcome, by):
    places = []
    for place in outcome.evidence:
        span = replace(place.span, start=place.span.start + by, end=place.span.end + by)
        mention = replace(place.mention, span=span)
        places.append(replace(place, span=span, mention=mention, quote="other words"))
    return replace(outcome, evidence=tuple(places), message="other words")


def test_a_fingerprint_survives_edits_elsewhere(base):
    assert merge.fingerprint(moved(base, 40)) == merge.fingerprint(base)


def test_a_fingerprint_does_not_depend_on_the_order_of_the_evidence(base):
    turned = replace(base, evidence=base.evidence[::-1])
    assert merge.fingerprint(turned) == merge.fingerprint(base)


def test_a_fingerprint_does_not_depend_on_how_a_number_is_written(base):
    first, second = base.evidence
    mention = replace(first.mention, surface="10.0 miles", value=Decimal("10.0"))
    written = replace(base, evidence=(replace(first, mention=mention), second))
    assert merge.fingerprint(written) == merge.fingerprint(base)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"value": Decimal(11)}, id="value"),
        pytest.param({"unit": "kilometer"}, id="unit"),
        pytest.param({"document": "other.txt"}, id="document"),
    ],
)
def test_a_fingerprint_changes_with_the_numbers(change, base):
    first, second = base.evidence
    other = replace(first, mention=replace(first.mention, **change))
    changed = replace(base, evidence=(other, second))
    assert merge.fingerprint(changed) != merge.fingerprint(base)


@pytest.mark.parametrize(
    "expect",
    [
        pytest.param("fact: road, expect: agree", id="agree"),
        pytest.param("fact: road, expect: {equals: 70 km}", id="equals"),
        pytest.param("fact: road, expect: {equals: reference}", id="reference"),
        pytest.param(
            "fact: road, expect: {between: {min: 1 km, max: 9 km}}", id="between"
        ),
        pytest.param("facts: {r: road}, expect: {relation: r == 20 km}", id="relation"),
        pytest.param("fact: road, expect: {sum: {max: 60 km}}", id="sum"),
    ],
)
def test_a_rule_that_moves_in_its_file_reopens_no_decision(expect):
    facts = (
        "facts: {road: {match: {dimension: length, any: [road]}, reference: 20 km}}\n"
    )
    rule = f"rules: [{{id: x, {expect}}}]\n"
    texts = [
        pipeline.Source("a.txt", text="The road is 50.0 km long."),
        pipeline.Source("b.txt", text="The road is 60.0 km long. The road is 62.0 km."),
    ]
    marks = []
    for name, text in (("x", facts + rule), ("y", "# moved\n\n" + rule + facts)):
        rules = ruleset.loads({f"{name}.yaml": text}, packs=())
        found = pipeline.run(texts, rules=rules).findings
        marks.append([one.fingerprint for one in found])
    assert marks[0] == marks[1] != []


def test_the_same_numbers_twice_in_a_document_are_two_findings_with_ids_of_their_own(
    base,
):
    found = merge.findings([base, moved(base, 40)])
    assert len({f.id for f in found}) == 2
    assert len({f.fingerprint for f in found}) == 2


def test_ids_grow_where_they_would_be_the_same(base, monkeypatch):
    marks = iter(["aaaaaa1" + "0" * 25, "aaaaaa2" + "0" * 25, "b" * 32])
    monkeypatch.setattr(merge, "fingerprint", lambda _: next(marks))
    found = merge.findings([base, moved(base, 40), moved(base, 80)])
    assert sorted(f.id for f in found) == ["fc-aaaaaa1", "fc-aaaaaa2", "fc-bbbbbb"]


# --- what became of each mention ----------------------------------------------------------


def test_every_mention_has_a_state_and_what_is_not_checked_a_reason():
    report = samples.report()
    by_state = {row.state: row for row in report.mentions}
    assert set(by_state) == {State.CHECKED, State.EXCUSED}
    assert by_state[State.CHECKED].reason is None
    assert by_state[State.EXCUSED].reason == "they count different things"


def corpus(*mentions):
    document = mentions[0][0]
    found = tuple(mention for _, mention in mentions)
    return [DocumentFacts(document, Extraction(document.path, found, ()), ())]


def test_links_and_excuses_of_clusters_count():
    report = samples.report()
    harvest = report.document("desk/harvest.md")
    named = [
        samples.mention(harvest, text, 1, 1, 1, noun=noun)
        for text, noun in (("412", "pickers"), ("10", "miles"), ("26", "km"))
    ]
    facts = tuple(Fact(mention) for mention in named)
    cluster = Cluster("x", facts, links=((0, 1),), excused=((1, 2, "other place"),))
    rows = states.rows(corpus(*((harvest, m) for m in named)), [cluster], [])
    assert [(row.state, row.reason) for row in rows] == [
        (State.CHECKED, None),
        (State.CHECKED, None),
        (State.EXCUSED, "other place"),
    ]


def test_the_reasons_of_what_is_not_checked():
    report = samples.report()
    harvest = report.document("desk/harvest.md")
    bare = samples.mention(harvest, "412", 412, 412, 412)
    counted = samples.mention(harvest, "412", 412, 412, 412, noun="pickers")
    vague = samples.mention(
        harvest, "Dozens", None, 24, 99, noun="stalls", form=Form.VAGUE
    )
    for mention, reason in (
        (bare, states.BARE),
        (counted, states.ALONE),
        (vague, states.VAGUE),
    ):
        (row,) = states.rows(corpus((harvest, mention)), [], [])
        assert (row.state, row.reason) == (State.UNLINKED, reason)
    told = [(counted, "out of range")]
    (row,) = states.rows(corpus((harvest, counted)), [], [], told)
    assert row.reason == "out of range"


def test_what_stands_in_boilerplate_is_no_evidence():
    report = samples.report()
    harvest = report.document("desk/harvest.md")
    blocks = tuple(replace(block, boilerplate=True) for block in harvest.blocks)
    support = replace(harvest, blocks=blocks)
    mention = samples.mention(support, "412", 412, 412, 412, noun="pickers")
    (row,) = states.rows(corpus((support, mention)), [], [])
    assert (row.state, row.reason) == (State.BOILERPLATE, states.BOILERPLATE)


def test_an_outcome_without_a_verdict_on_a_mention_gives_the_reason():
    report = samples.report()
    market = report.document("desk/market.txt")
    staff = samples.mention(market, "421", 421, 421, 421, noun="pickers")
    place = samples.evidence(market, staff)
    outcome = Outcome(
        "my/rule", "relation", Verdict.UNDETERMINED, (place,), "said", reason=None
    )
    (row,) = states.rows(corpus((market, staff)), [], [outcome])
    assert row.reason == "said"


def test_one_text_under_two_names_is_told(tmp_path):
    texts = {
        "a.md": "It is 12 km long.",
        "b.md": "",
        "c.md": "It is 12 km long.",
        "d.md": "",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    sources = [pipeline.Source(name, tmp_path / name) for name in texts]
    assert pipeline.run(sources).notes == ("c.md is the same text as a.md",)
    assert factcheck.check_texts(dict.fromkeys("ab", "It is 12 km long.")).notes == ()
