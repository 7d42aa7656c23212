"""One number that two documents of one story tell, once with a slip."""

from __future__ import annotations

import pytest

from factcheck import check_texts
from factcheck.model import Severity

_CHOIR = (
    "# Choir opens the season\n\nThe Lintel sea choir, {} strong, sang on Sunday under "
    "Pavla Reed. Admission was free, and 1,150 people came.\n"
)
_GALLERY = (
    "# Notes from the front row\n\nPavla Reed has {} this year, and they drowned out the "
    "gulls. The pier held 1,150 listeners, among them my dentist.\n"
)
_HIKER = (
    "# Rescue dogs find hiker\n\nA hiker was found alive on Mount Pell after {}, the "
    "mountain rescue said. Nine dogs took part.\n"
)
_NOSES = (
    "# Nine noses on Mount Pell\n\nNobody survives {} in such cold, the vet says, and yet "
    "the hiker on Mount Pell did. Nine dogs had looked for her.\n"
)
_SHIP = (
    "# Barge sinks at Orrin lock\n\nThe barge, loaded with {} of gravel, sank at Orrin "
    "lock on Friday. The two men aboard swam ashore.\n"
)
_LOCK = (
    "# Why the canal is shut\n\nTwo men swam for their lives at Orrin lock on Friday, and "
    "left {} of gravel behind.\n"
)


def conflicts(*texts):
    report = check_texts({f"{n}.md": text for n, text in enumerate(texts)})
    return [
        finding
        for finding in report.findings
        if finding.outcome.severity in (Severity.ERROR, Severity.WARNING)
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(_CHOIR.format("57"), _GALLERY.format("75 singers"), id="a count"),
        pytest.param(_HIKER.format("38 hours"), _NOSES.format("83 hours"), id="a time"),
        pytest.param(_SHIP.format("285 tonnes"), _LOCK.format("258 tonnes"), id="long"),
        pytest.param(
            "# Comedy at the Lyre\n\nThe new comedy at the Lyre runs for 127 minutes and "
            "has 11 parts.\n",
            "# Data sheet\n\nThe Lyre: new comedy in 11 parts, 172 min.\n",
            id="as large in its unit but not in seconds",
        ),
        pytest.param(
            "# Clockmaker honoured\n\nThe guild of Osk gave its medal to Odo Lamm, 47, for "
            "the tower clock. It came with 12,300 crowns.\n",
            "# A life among cogs\n\nFew would guess it, but Odo Lamm, a 74-year-old from "
            "Osk, cannot read a bus timetable. The 12,300 crowns go to his cats.\n",
            id="an age",
        ),
        pytest.param(
            "# Cake sale for the roof\n\nTogether the bakers of Tarn raised £31,760 for "
            "the abbey. There were 240 cakes.\n",
            "# Crumbs\n\nThe abbey of Tarn owes £37,160 to flour and sugar: so much did "
            "240 cakes bring in.\n",
            id="a sum that was raised and rose by nothing",
        ),
        pytest.param(
            "# Thieves in the vestry\n\nThieves took 48 pewter plates from the vestry at "
            "Hald on Tuesday, the sexton said.\n",
            "# A list of plates\n\nOn Thursday the sexton of Hald showed a list of the 84 "
            "stolen pewter plates.\n",
            id="taken up on another day of the week",
        ),
    ],
)
def test_a_slip_is_evidence_that_two_documents_tell_one_number(first, second):
    found = conflicts(first, second)
    assert [finding.outcome.kind for finding in found] == ["agreement"]
    assert {e.document for e in found[0].outcome.evidence} == {"0.md", "1.md"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            _CHOIR.format("57"),
            _GALLERY.format("57 singers, one of them aged 75,"),
            id="the number stands in the other too",
        ),
        pytest.param(
            "# Trains held at Osk\n\nThe network said 46 day trains and 18 night trains "
            "were held at Osk on Monday.\n",
            "# Log of Monday\n\nAll 64 trains of Monday were held at Osk.\n",
            id="the number and one beside it make up the other",
        ),
        pytest.param(
            "# Glasshouse opens\n\nThe palm house of Orvel cost 13.4 million crowns. The "
            "garden around it has 38 benches.\n",
            "# Up among the ferns\n\nThe palm house of Orvel holds 83 kinds of fern. Its "
            "13.4 million crowns came from a brewer.\n",
            id="two counts of other things",
        ),
        pytest.param(
            "# Bask Foundry in 2022\n\nIn 2022 the Bask Foundry poured 417 bells. It "
            "employs 62 people.\n",
            "# Bask Foundry in 2023\n\nIn 2023 the Bask Foundry, with its 62 hands, poured "
            "471 bells.\n",
            id="two years",
        ),
        pytest.param(
            "# Lake survey\n\nThe probe took water at a depth of 12 metres in Lake Umber. "
            "It weighs 31 kilos.\n",
            "# Wind over Lake Umber\n\nThe wind was taken from a mast of 120 metres. The "
            "probe weighs 31 kilos.\n",
            id="a point that may be off by chance",
        ),
        pytest.param(
            "# Mill in Orle\n\nThe family is putting 380 million crowns into the Orle mill.\n",
            "# Mill in Pask\n\nThe family is putting 830 million crowns into the Pask mill.\n",
            id="two names that neither text shares",
        ),
        pytest.param(
            "# Vaccines land\n\nA freight of 240,000 ampoules landed on 3 June 2024 at Orle.\n",
            "# More vaccines\n\nThe 420,000 ampoules that landed on 17 June 2024 at Orle "
            "will do.\n",
            id="two dates",
        ),
    ],
)
def test_two_numbers_that_look_like_a_slip_may_be_two(first, second):
    assert not conflicts(first, second)
