"""What each law says, as a copy editor reads it: one small set of documents a law."""

from __future__ import annotations

import re

import pytest

import factcheck
from factcheck.checks import LAWS

# Law -> documents. Each set makes at least one finding of its law.
SETS = {
    "agreement": {
        "a.md": "# Mill fire in Tarn\n\nFirefighters led 114 guests out of the Tarn Mill hotel "
        "on Friday night. The blaze caused damage of $480 million, the Tarn insurers said.\n",
        "b.md": "# Hotel guests saved\n\nFirefighters led 141 guests out of the Tarn Mill hotel "
        "on Friday night. The blaze caused damage of $840 million, the Tarn insurers said.\n",
    },
    "conversion": {
        "a.md": "# New trail opens\n\nThe trail is 120 miles (150 km) long and crosses a marsh of "
        "40 square miles (64 square kilometres). Its highest hut stands at 2,400 metres "
        "(12,000 feet).\n",
    },
    "total": {
        "a.md": "# Seed potatoes\n\nThe notice went to 2,300 farms in Arle, 1,650 in Borrow "
        "and 1,150 in Cray, 6,100 in total.\n",
        "b.md": "# Sales by region\n\n| Region | Sales |\n| --- | --- |\n| North | $310 |\n"
        "| South | $275 |\n| Total | $685 |\n",
    },
    "share": {
        "a.md": "# Chess open\n\nAmateurs were 2,150 of the 5,300 players, 46 percent of "
        "them all.\n",
    },
    "change": {
        "a.md": "# Hospital fills up\n\nAdmissions rose by 15 percent, from 3,600 to 4,500.\n",
        "b.md": "# Lunar profit\n\nProfit at Lunar rose 30% to $540 million from $480 million a "
        "year earlier.\n",
    },
    "part_whole": {
        "a.md": "# Fair opens\n\nBy noon 1,620 guests were in the hall, 1,840 of them with a ticket.\n",
    },
    "percent": {
        "a.md": "# Club votes\n\nIn the poll, 47 percent were in favour, 43 percent against and "
        "19 percent undecided.\n",
    },
    "range": {
        "a.md": "# Ring road\n\nBetween 9,000 and 1,100 lorries a day use the ring road.\n",
    },
    "duration": {
        "a.md": "---\ndate: 2025-06-10\n---\n\n# Dam fills\n\nThe first stone was laid in April 2018, "
        "and the dam was opened in October 2023, three and a half years after that day.\n",
    },
    "rate": {
        "a.md": "# Wind farm\n\nThe 45 turbines, each of 12 megawatts, have a total capacity "
        "of 1,200 megawatts.\n",
    },
    "order": {
        "a.md": "# Flood aid\n\nRunning total of payments since the start of the appeal:\n\n- to 31 March 2023: "
        "$41.6 million\n- to 30 June 2023: $38.9 million\n",
        "b.md": "# Record breaker\n\nLast year 64 boats sank, more than the 79 of 2022.\n",
    },
    "reference": {
        "a.md": "---\nofficial: true\n---\n\n# Official declaration of the result in Rovin\n\n"
        "Mara Dellin won 52.6 percent of the valid votes in Rovin.\n",
        "b.md": "# Dellin ahead in Rovin\n\nMara Dellin won 56.2 percent of the valid votes in "
        "Rovin, and her party celebrates.\n",
    },
}
# What no copy editor says.
JARGON = re.compile(
    r"\b(?:interval|exponent|cluster|dimension|lemma|magnitude|mention|scope|stance|USD|EUR|GBP"
    r"|None|Decimal|E[+-]\d+)\b|\*\*|[a-z]_[a-z]|\b1 (?!percent)[a-z]+s\b|\d %",
    re.IGNORECASE,
)


def said(law):
    report = factcheck.check_texts(SETS[law])
    lines = [f"== {law} =="]
    for finding in report.findings:
        outcome = finding.outcome
        lines.append(f"{finding.severity.value} ({outcome.kind}): {outcome.message}")
        lines += [f"  {place.document}: {place.quote}" for place in outcome.evidence]
        lines.append(f"  because: {outcome.explanation}")
        if outcome.slip:
            lines.append(f"  slip: {outcome.slip}")
    return "\n".join(lines) + "\n"


def findings(law):
    return factcheck.check_texts(SETS[law]).findings


def test_findings_read_as_they_did(golden):
    golden("wording.txt", "\n".join(map(said, LAWS)))


@pytest.mark.parametrize("law", list(LAWS))
def test_every_law_speaks(law):
    assert law in {finding.outcome.kind for finding in findings(law)}


@pytest.mark.parametrize("law", list(LAWS))
def test_no_finding_speaks_jargon(law):
    for finding in findings(law):
        outcome = finding.outcome
        for text in (outcome.message, outcome.explanation, outcome.slip or ""):
            assert not JARGON.search(text), text


@pytest.mark.parametrize("law", list(LAWS))
def test_an_explanation_is_one_or_two_sentences(law):
    for finding in findings(law):
        text = finding.outcome.explanation
        assert text.endswith(".")
        assert len(re.findall(r"[.!?](?= [A-Z“]|$)", text)) <= 2
