"""The bars of the main job, on five real articles that lie beside the project.

The articles are third-party and are not part of the project: where they are absent, these tests
are skipped.
"""

from __future__ import annotations

import pathlib

import pytest

import factcheck
from factcheck.model import Severity, Verdict

ROOT = pathlib.Path(__file__).parents[1]
ARTICLES = ROOT.parent / "shared" / "seeds"
RULES = ROOT / "rules"

pytestmark = pytest.mark.skipif(
    not ARTICLES.is_dir(), reason="the real articles are not beside the project"
)


def alarms(report):
    return [f for f in report.findings if f.severity.rank >= Severity.WARNING.rank]


def shown(outcome):
    return {e.text for e in outcome.evidence}


@pytest.fixture(scope="module")
def report():
    return factcheck.run([ARTICLES], rules=[RULES])


@pytest.mark.parametrize("rules", [[], [RULES]], ids=["without rules", "with rules"])
def test_the_five_articles_have_no_finding_at_warning_or_above(rules):
    assert alarms(factcheck.run([ARTICLES], rules=rules)) == []


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param({"60,000"}, id="population in both articles that state it"),
        pytest.param({"1,000 miles", "1,600km"}, id="the conversion"),
        pytest.param(
            {"19 percent", "116,000 square kilometers"}, id="share of the country"
        ),
        pytest.param({"600-mile"}, id="the front length inside its bounds"),
        pytest.param(
            {"three years and eight months", "fourth year"},
            id="the fourth year and three years and eight months, without any date",
        ),
    ],
)
def test_the_report_shows_as_agreeing(report, texts):
    assert any(
        o.verdict is Verdict.AGREE
        and all(any(text in e.text for e in o.evidence) for text in texts)
        for o in report.outcomes
    )


def test_the_population_agrees_between_two_documents(report):
    documents = [
        {e.document for e in o.evidence}
        for o in report.outcomes
        if o.verdict is Verdict.AGREE and any(e.text == "60,000" for e in o.evidence)
    ]
    assert max(map(len, documents)) == 2


PERTURBATIONS = [
    pytest.param(1, "60,000", "80,000", "80,000", None, id="population"),
    pytest.param(4, "19 percent", "29 percent", "29 percent", None, id="share"),
    pytest.param(4, "116,000", "160,000", "160,000", None, id="occupied area"),
    pytest.param(0, "1,600km", "2,600km", "2,600km", None, id="conversion"),
    pytest.param(
        1, "600-mile", "6,000-mile", "6,000-mile", "ten", id="a front ten times as long"
    ),
    pytest.param(
        4,
        "square kilometers",
        "square miles",
        "116,000 square miles",
        "square",
        id="square miles for square kilometres",
    ),
    pytest.param(
        1, "three years and", "seven years and", "seven years", None, id="war"
    ),
]


@pytest.mark.parametrize(("index", "old", "new", "text", "slip"), PERTURBATIONS)
def test_one_wrong_number_gives_exactly_one_finding(
    tmp_path, index, old, new, text, slip
):
    for i, path in enumerate(sorted(ARTICLES.iterdir())):
        article = path.read_text("utf-8")
        if i == index:
            assert article.count(old) == 1
            article = article.replace(old, new)
        (tmp_path / path.name).write_text(article, "utf-8")
    found = alarms(factcheck.run([tmp_path], rules=[RULES]))
    assert len(found) == 1
    assert any(text in e.text for e in found[0].outcome.evidence)
    if slip:
        assert slip in (found[0].outcome.slip or "")
