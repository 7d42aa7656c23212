"""Documents on two stories are not compared, however alike their sentences."""

from __future__ import annotations

import pytest

import factcheck

_FIRM = (
    "{name} makes {what}.\n\n"
    "Shares in {name} fell after the report. The company will pay a dividend of {paid} cents a"
    " share for the year, up from a year ago.\n\nIts chairman is {chair}.\n"
)


def firm(name: str, what: str, paid: str, chair: str) -> str:
    return _FIRM.format(name=name, what=what, paid=paid, chair=chair)


# Stories enough that their folder holds many; no two of them are on one.
OTHERS = {
    f"other-{number}.txt": (
        f"The council of {place} met on Monday. Residents of {place} told {person} that"
        f" {number + 3} lamps are broken in the street by the market.\n"
    )
    for number, (place, person) in enumerate(
        [
            ("Averly", "Ruth Oban"),
            ("Bexmoor", "Ian Tolle"),
            ("Carstow", "Mina Reyk"),
            ("Dunfell", "Otto Brandt"),
            ("Eskvale", "Lena Forss"),
            ("Farnholt", "Piet Maas"),
            ("Garrowby", "Sven Dahl"),
            ("Hestwick", "Anna Quist"),
            ("Ilmouth", "Tom Varga"),
            ("Jarlstad", "Ewa Nowik"),
            ("Kelmere", "Luis Prado"),
            ("Lowrick", "Jean Corot"),
            ("Marsby", "Nils Holm"),
        ]
    )
}
DIG = {
    "wire.txt": (
        "Archaeologists at Tellmora found 148 bronze bowls in a well, Amina Dorsk said.\n\n"
        "The well of Tellmora lay under a floor.\n"
    ),
    "daily.txt": (
        "The dig near Tellmora goes on until autumn.\n\n"
        "Archaeologists found 184 bronze bowls in a well there, Amina Dorsk said.\n"
    ),
}


def told(texts: dict[str, str]) -> list[str]:
    return [
        finding.outcome.message for finding in factcheck.check_texts(texts).findings
    ]


@pytest.mark.parametrize("around", [{}, OTHERS], ids=["two documents", "a folder"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            firm("Orlan Foods", "soups", "41", "Hugo Vance"),
            firm("Betcham Tools", "saws", "37", "Clara Ness"),
            id="two names",
        ),
        pytest.param(
            firm("Orlan River Foods", "soups", "41", "Hugo Vance"),
            firm("Betcham River Foods", "sauces", "37", "Clara Ness"),
            id="names that end alike",
        ),
    ],
)
def test_two_firms_that_report_in_the_same_words_do_not_contradict_each_other(
    first, second, around
):
    assert told({"a.txt": first, "b.txt": second, **around}) == []


def test_the_same_words_on_one_firm_do_contradict_each_other():
    texts = {
        "a.txt": firm("Orlan Foods", "soups", "41", "Hugo Vance"),
        "b.txt": firm("Orlan Foods", "soups", "37", "Hugo Vance"),
    }
    assert told(texts) == [
        "“41 cents a share” in a.txt, but “37 cents a share” in b.txt."
    ]


@pytest.mark.parametrize("around", [{}, OTHERS], ids=["alone", "among other stories"])
def test_what_is_found_between_two_documents_is_found_in_a_folder_of_many(around):
    assert told({**DIG, **around}) == [
        "“184 bronze bowls” in daily.txt, but “148 bronze bowls” in wire.txt."
    ]


_SALE = (
    "Sale of wheat to {place}\n\nThe Board of Grain Stores has accepted a bid of the mills of"
    " Averly to cover the sale of {tonnes} tonnes of wheat to {place}, it said on Monday.\n"
)
_WEEK = (
    "date {day}\n\nThe Board of Grain Stores in Velden sold rye. Of the rye, mills in Averly took"
    " {first} tonnes and mills in Bexmoor {second}.\n"
)
_HOUR = (
    "date 2026-03-02\n\nThe Bank of Velden lent more. This brings the total of its loans to"
    " {lent} million crowns so far today.\n"
)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param(
            _SALE.format(place="Orland", tonnes="41,500"),
            _SALE.format(place="Merrow", tonnes="33,000"),
            id="two places",
        ),
        pytest.param(
            _WEEK.format(day="2026-03-02", first="41,500", second="12,300"),
            _WEEK.format(day="2026-03-09", first="33,000", second="19,400"),
            id="two weeks",
        ),
        pytest.param(
            _HOUR.format(lent="318"), _HOUR.format(lent="354"), id="two hours of a day"
        ),
        pytest.param(
            "Velden hit back at Averly after gunmen had wounded several people.\n",
            "In Velden and Averly shells fell all day. Around 70 were injured.\n",
            id="two events",
        ),
    ],
)
def test_bulletins_of_one_make_do_not_contradict_each_other_in_a_folder(one, two):
    assert told({"one.txt": one, "two.txt": two, **OTHERS}) == []


_RESULTS = (
    "{head}\n\nShr {cents} cts vs 29 cts\n\nThe dividend is {paid} cents a share.\n"
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            "HALDEN TOOLS INC <HTI> 4TH QTR NET",
            "ORLAN FOODS LTD 4TH QTR NET",
            id="in capitals",
        ),
        pytest.param(
            "Halden Tools (NYSE: HTI) reports fourth quarter",
            "Orlan Foods plc reports fourth quarter",
            id="in small letters",
        ),
        pytest.param(
            "<VELDEN HIGH INCOME FUND> SETS PAYOUT",
            "<VELDEN UTILITIES FUND> SETS PAYOUT",
            id="that begin alike",
        ),
    ],
)
def test_results_of_two_firms_are_not_compared_even_with_digits_swapped(first, second):
    one = _RESULTS.format(head=first, cents="34", paid="128")
    two = _RESULTS.format(head=second, cents="43", paid="182")
    assert told({"one.txt": one, "two.txt": two}) == []
    again = _RESULTS.format(head=first, cents="43", paid="182")
    assert len(told({"one.txt": one, "again.txt": again})) == 2


_OUTLOOK = (
    "{head}\n\nIts chairman said that {name} earned 4,128 crowns a day.\n\n"
    "Turnover rose by {rose} percent to {turnover} million crowns.\n"
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            ("HALDEN SEES HIGHER PROFITS", "Halden"),
            ("BETCHAM EXPECTS SMALL RISE", "Betcham"),
            id="in capitals",
        ),
        pytest.param(
            ("Higher profits seen by Halden", "Halden"),
            ("A small rise for Betcham", "Betcham"),
            id="in small letters",
        ),
    ],
)
def test_two_headlines_on_names_that_the_other_text_does_not_know(first, second):
    told_of = [
        _OUTLOOK.format(head=head, name=name, rose=rose, turnover=turnover)
        for (head, name), rose, turnover in [
            (first, "4.4", "1,268"),
            (second, "5.2", "1,628"),
        ]
    ]
    assert told(dict(zip(("one.txt", "two.txt"), told_of, strict=True))) == []


_MARKET = (
    "The cattle market of Tarn\n\nThe market of Tarn sold {cows} cows at an average of"
    " {crowns} crowns. The barns of Tarn took in {calves} calves, and {buyers} buyers came.\n"
)


def test_two_issues_of_a_bulletin_differ_in_every_number():
    issue = _MARKET.format(cows=412, crowns=1318, calves=137, buyers=88)
    later = _MARKET.format(cows=377, crowns=1264, calves=119, buyers=73)
    again = _MARKET.format(cows=377, crowns=1264, calves=119, buyers=88)
    assert told({"one.txt": issue, "two.txt": later}) == []
    assert len(told({"one.txt": issue, "two.txt": again})) == 3
