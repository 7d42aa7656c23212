"""Every excuse, by the shortest pair of documents that it keeps from being an alarm."""

from __future__ import annotations

import json
import re

import pytest

import factcheck
from factcheck import documents, extract, link
from factcheck.link import excuses, lexicon, reasons
from factcheck.link.quakes import MAGNITUDE
from factcheck.link.setting import Setting
from factcheck.model import Severity, Verdict
from factcheck.reports import View, renderer

# Reason -> what two documents say.
PAIRS = {
    reasons.CHANGE: (
        "The Tarn dairy cut its herd by 240 cows in the spring at the Tarn farm.",
        "The Tarn dairy cut its herd to 960 cows in the spring at the Tarn farm.",
    ),
    reasons.EARLIER: (
        "The Tarn dairy cut its herd from 1,200 cows in the spring at the Tarn farm.",
        "The Tarn dairy cut its herd to 960 cows in the spring at the Tarn farm.",
    ),
    reasons.RATE: (
        "The Tarn quarry sends 400 lorries a day to Veld.",
        "The Tarn quarry sends 9,000 lorries to Veld.",
    ),
    reasons.TIMES: (
        "The Tarn quarry shipped 400 lorries of gravel to Veld in March 2024.",
        "The Tarn quarry shipped 520 lorries of gravel to Veld in June 2024.",
    ),
    reasons.BASES: (
        "Shop sales in Tarn rose 1.2 percent in March from February, the office said.",
        "Shop sales in Tarn were 3.4 percent higher in March than a year earlier.",
    ),
    reasons.THINGS: (
        "The Tarn ferry carried 4,100 domestic passengers to Veld.",
        "The Tarn ferry carried 3,300 international passengers to Veld.",
    ),
    reasons.KINDS: (
        "The storm killed 12 students in the port of Tarn.",
        "The storm killed 31 passengers in the port of Tarn.",
    ),
    reasons.PLACES: (
        "Parents enrolled 410 pupils in Tarn, and wait for news from Veld.",
        "Parents enrolled 330 pupils in Veld.",
    ),
    reasons.NAMES: (
        "Nurses at the hospital of Tarn treated 4,100 patients. Doctors from Veld helped.",
        "Nurses at the hospital of Veld treated 3,300 patients. Doctors from Tarn helped.",
    ),
    reasons.REVISED: (
        "---\ndate: 2025-03-04\n---\n\nThe ferry fire in Tarn killed 12 people.",
        "---\ndate: 2025-03-08\n---\n\nThe ferry fire in Tarn killed 19 people.",
    ),
    reasons.CHANGED: (
        "---\ndate: 2025-03-04\n---\n\nThe order affects 5,200 homes in Tarn.",
        "---\ndate: 2025-03-08\n---\n\nThe order still affects 2,900 homes in Tarn.",
    ),
    reasons.EVENTS: (
        "---\ndate: 2025-03-04\n---\n\nThe ferry fire in Tarn killed 12 people.",
        "---\ndate: 2025-03-04\n---\n\nFerry fires in Tarn killed 19 people across the region.",
    ),
    reasons.OTHER_EVENTS: (
        "A suicide bomber killed 12 people in Tarn. Shelling followed.",
        "Shelling killed 19 people in the camps of Tarn. A suicide bomber had come first.",
    ),
    reasons.OTHER_TIMES: (
        "Avalanches above Tarn killed 12 people in the last decade.",
        "Rock and snow came down on Tarn and its huts, and killed 19 people in that decade.",
    ),
    reasons.ATTACKER: (
        "---\ndate: 2025-03-04\n---\n\nThe shooting in Tarn killed 12 people.",
        "---\ndate: 2025-03-04\n---\n\nThe gunman in Tarn killed 11 people.",
    ),
    reasons.SCALE: (
        "Rail carried 17.6 million passengers in Tarn.",
        "| Tarn | Passengers |\n|---|---|\n| Rail | 17.6 |",
    ),
    reasons.SHARE: (
        "The sale of the Tarn painting in Veld brought £420,000.",
        "The sale of the Tarn painting in Veld brought the house £42,000, or 10 per cent.",
    ),
    reasons.REDUCED: (
        "A ticket for the Tarn museum costs 140 dollars.",
        "A ticket for the Tarn museum costs 70 dollars for students.",
    ),
    reasons.SURVEY: (
        "In the poll 48 percent of Tarn voted for the bridge to Veld.",
        "At the ballot 53 percent of Tarn voted for the bridge to Veld.",
    ),
    reasons.OTHER_SURVEY: (
        "A survey in Tarn found 54 percent in favour.",
        "A second survey in Tarn found 49 percent in favour.",
    ),
    reasons.AFTERSHOCK: (
        "A quake with a magnitude of 6.2 shook Tarn at noon.",
        "After the aftershocks of the night came another, with a magnitude of 5.1.",
    ),
    reasons.FRESH: (
        "The health board of Tarn reported 410 new cases.",
        "The health board of Tarn reported 41,000 cases.",
    ),
    reasons.PART: (
        "The harbour of Tarn shipped 4,100 crates of herring to Veld.",
        "The main harbour of Tarn shipped 3,300 crates of herring to Veld.",
    ),
    "one counts only the others, without those already mentioned": (
        "The Tarn coastguard pulled 14 sailors from the wreck off Veld.",
        "The Tarn coastguard pulled three other sailors from the wreck off Veld.",
    ),
    "one leaves out some of what the other counts": (
        "The Tarn archive holds 4,100 letters from the Veld estate.",
        "The Tarn archive, excluding 3,300 letters from the Veld estate, is open.",
    ),
    "one is a part of a larger total": (
        "The Tarn coastguard pulled 14 sailors from the wreck off Veld.",
        "The Tarn coastguard pulled people from the wreck off Veld, including nine sailors.",
    ),
    "one is a target or a limit, not what was reached": (
        "The Tarn harbour shipped 4,100 crates of herring to Veld.",
        "The Tarn harbour aimed to ship 5,000 crates of herring to Veld.",
    ),
    "one is an earlier figure": (
        "The Tarn harbour shipped 4,100 crates of herring to Veld.",
        "The Tarn harbour had previously shipped 3,300 crates of herring to Veld.",
    ),
    "one is only supposed, not stated as a fact": (
        "The Tarn harbour sold 4,100 crates of herring to Veld.",
        "Prices hold if the Tarn harbour sold 5,000 crates of herring to Veld.",
    ),
    "one is a figure that its own text denies": (
        "The Tarn harbour sold 4,100 crates of herring to Veld.",
        "The owners denied that the Tarn harbour sold 5,000 crates of herring to Veld.",
    ),
    "one is a forecast": (
        "The Tarn harbour sold 4,100 crates of herring to Veld.",
        "Sales of herring from Tarn to Veld could reach 5,000 crates, the harbour predicts.",
    ),
}
REASONS = {
    *(
        value
        for name, value in vars(reasons).items()
        if name.isupper() and isinstance(value, str)
    ),
    *reasons.PARTS.values(),
    *(words for _, words in reasons.STANCES),
}


def texts(pair):
    return {f"{n}.md": f"{t}\n" for n, t in zip("ab", pair, strict=True)}


def check(pair):
    return factcheck.check_texts(texts(pair))


def reason_of(pair):
    """The excuse that is found for the numbers of two documents, however close they are."""
    read = [documents.parse(text, name=name) for name, text in texts(pair).items()]
    setting = Setting([link.bind(one, extract.extract(one)) for one in read])
    a, b, *_ = setting.sides
    event = a.kind == MAGNITUDE or not lexicon.FATES.isdisjoint(
        a.fact.concepts & b.fact.concepts
    )
    return excuses.excuse(a, b, setting, event=event)


def test_every_excuse_has_a_pair():
    assert set(PAIRS) == REASONS


@pytest.mark.parametrize("reason", list(PAIRS))
def test_an_excuse_is_found(reason):
    assert reason_of(PAIRS[reason]) == reason


@pytest.mark.parametrize("reason", list(PAIRS))
def test_an_excuse_keeps_two_numbers_from_being_an_alarm(reason):
    report = check(PAIRS[reason])
    assert [f for f in report.findings if f.severity is not Severity.NOTE] == []


def test_an_excuse_is_shown_by_its_name():
    report = check(PAIRS[reasons.REVISED])
    (outcome,) = [o for o in report.outcomes if o.verdict is Verdict.EXCUSED]
    assert outcome.reason == reasons.REVISED
    text = "".join(renderer("text")(report, View(width=200, excused=True)))
    assert text.count(reasons.REVISED) == 1
    (row,) = json.loads("".join(renderer("json")(report, View())))["checks"]
    assert (row["verdict"], row["reason"]) == ("excused", reasons.REVISED)


def test_an_excuse_is_a_plain_clause():
    for reason in REASONS:
        assert re.fullmatch(r"(?:(only )?one|they|the \w+) [a-z, ]+", reason), reason
        assert not re.search(r"speak of|stance|scope|level", reason), reason


@pytest.mark.parametrize(
    ("pair", "reason"),
    [
        pytest.param(
            (
                "After the Tarn ferry fire four people are missing, down from six.",
                "After the Tarn ferry fire six people are missing.",
            ),
            reasons.EARLIER,
            id="what it was before is told beside it",
        ),
        pytest.param(
            (
                "Shop sales in Tarn rose 2.4 percent on an annual basis in April, it said.",
                "Shop sales in Tarn rose 0.3 percent in April from March, it said.",
            ),
            reasons.BASES,
            id="a yearly rate beside a monthly one",
        ),
        pytest.param(
            (
                "---\ndate: 2025-03-04\n---\n\nGusts at Tarn reached 148 kilometres an hour.",
                "---\ndate: 2025-03-05\n---\n\nIn 1987 gusts at Tarn reached 171 kilometres an hour.",
            ),
            reasons.TIMES,
            id="a year long past of which the other text tells nothing",
        ),
        pytest.param(
            (
                "---\ndate: 2025-03-04\n---\n\nThe ferry fire in Tarn killed 12 people.",
                "---\ndate: 2025-03-04\n---\n\nMore bodies brought the death toll of the ferry fire in Tarn to 19 people.",
            ),
            reasons.REVISED,
            id="what brought the toll to more",
        ),
        pytest.param(
            (
                "---\ndate: 2025-03-04\n---\n\nThe order affects 5,200 homes in Tarn.",
                "---\ndate: 2025-03-08\n---\n\nThe order in Tarn has grown to affect 6,900 homes.",
            ),
            reasons.CHANGED,
            id="what has grown since",
        ),
        pytest.param(
            (
                "Votes in Tarn would go to Labour by 31 percent, 24 for the Greens.",
                "A poll in Tarn saw Labour at 29 percent, 26 for the Greens.",
            ),
            reasons.SURVEY,
            id="a poll and something else",
        ),
        pytest.param(
            (
                "---\ndate: 2025-03-04\n---\n\nAfter the Tarn ferry fire four people are missing, down from six.",
                "---\ndate: 2025-03-05\n---\n\nAfter the Tarn ferry fire nine people are missing.",
            ),
            reasons.REVISED,
            id="it was another number before",
        ),
        pytest.param(
            (
                "---\ndate: 2025-03-04\n---\n\nThe toll of the Tarn ferry fire rose to 19 dead.",
                "The Tarn ferry fire killed 12 people.",
            ),
            reasons.REVISED,
            id="a toll rose to more than a report without a date says",
        ),
        pytest.param(
            (
                "---\ndate: 2025-03-04\n---\n\nThe toll of the Tarn ferry fire rose to 12 dead.",
                "The Tarn ferry fire killed 19 people.",
            ),
            None,
            id="a toll rose to less than a report without a date says",
        ),
        pytest.param(
            (
                "---\ndate: 2025-03-04\n---\n\nAfter the Tarn ferry fire four people are missing, down from six.",
                "---\ndate: 2025-03-04\n---\n\nAfter the Tarn ferry fire five people are missing.",
            ),
            None,
            id="neither what it is nor what it was",
        ),
    ],
)
def test_a_number_that_a_text_tells_as_it_was(pair, reason):
    report = check(pair)
    told = {o.reason for o in report.outcomes if o.verdict is Verdict.EXCUSED}
    assert (reason in told) if reason else report.findings
    assert bool(report.findings) == (reason is None)
