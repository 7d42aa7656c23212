# ruff: noqa: RUF001 - signs as people type them
"""Odd corners of the grammar, each with all that is read in it: "surface = value unit"."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck import documents
from factcheck.extract import extract
from factcheck.model import Mention

CASES: dict[str, list[str]] = {
    "It is 3 years, 4 months old.": ["3 years = 3 year", "4 months old = 4 month"],
    "It is 5 feet, 4 inches high.": ["5 feet, 4 inches = 64 inch"],
    "The wall is 5 ft  10 in high.": ["5 ft = 5 foot", "10 in = 10 inch"],
    "It took 3 years, 2 months and 5 days.": [
        "3 years = 3 year",
        "2 months = 2 month",
        "5 days = 5 day",
    ],
    "It is 10±2 km and 5%±1 off.": ["10±2 km = 10 kilometer", "5%±1 = 5 percent"],
    "It cost 5 ± 1 million in all.": ["5 ± 1 million = 5000000"],
    "It weighs 5 kg ± 2 lb there.": ["5 kg = 5 kilogram", "2 lb = 2 pound"],
    "Take 5 ∼ 7 km of it.": ["5 = 5", "7 km = 7 kilometer"],
    "Between 5 and about 7 people came.": ["5 and about 7 = 5..7"],
    "Anywhere from 5 to about 7 people came.": ["5 to about 7 = 5..7"],
    "The team lost 2-3 at home.": [],
    "Dial 555-1234 at once.": [],
    "The code 01-15 is old.": [],
    "The toll rose from 45 cents to 52.": ["45 cents = 0.45 USD", "52 = 0.52 USD"],
    "Turnover was €38.9 million, up from 36.2 last year.": [
        "€38.9 million = 38900000 EUR",
        "36.2 = 36200000 EUR",
    ],
    "Sales rose from 32.4 million euros to 36.2.": [
        "32.4 million euros = 32400000 EUR",
        "36.2 = 36200000 EUR",
    ],
    "Fuel use fell from 21 mpg to 18 for vans.": [
        "21 mpg = 21 mile / gallon",
        "18 = 18 mile / gallon",
    ],
    "It took 5 km to 7 hours.": ["5 km = 5 kilometer", "7 hours = 7 hour"],
    "It cost 5 to $7 in all.": ["5 = 5", "$7 = 7 USD"],
    "Rates rose 5% to 7% in May.": ["5% = 5 percent", "7% = 7 percent"],
    "Shares rose 5 to 45 in a day.": ["5 = 5", "45 = 45"],
    "It ranged from 7 km to 5 km there.": ["7 km to 5 km = 5..7 kilometer"],
    "The cut was two to three times higher.": ["two to three times = 2..3"],
    "He sold $2m of the 5 million euros.": [
        "$2m = 2000000 USD",
        "5 million euros = 5000000 EUR",
    ],
    "He spent 2 million of the 5 million euros.": [
        "2 million = 2000000 EUR",
        "5 million euros = 5000000 EUR",
    ],
    "Some 3,120, or 25 percent, left.": ["3,120 = 3120", "25 percent = 25 percent"],
    "Two tesla cars and 2 Tesla cars met 5 tesla magnets.": [
        "Two tesla = 2 tesla",
        "2 = 2",
        "5 tesla = 5 tesla",
    ],
    "Two bar stools and 2 bar of air.": ["Two = 2", "2 bar = 2 bar"],
    "One second-half goal came.": ["One = 1"],
    "Two World Cup wins and two Cup finals.": ["Two = 2", "two = 2"],
    "They had 200 foot soldiers.": ["200 = 200"],
    "It weighs 5 pounds and holds 5 pounds of salt.": [
        "5 pounds = 5 pound",
        "5 pounds = 5 pound",
    ],
    "He paid 5 pounds for it.": ["5 pounds = 5 GBP"],
    "Light hums at 4e14 s-1 there.": ["4e14 s-1 = 4E+14 1 / second"],
    "A 12″ disc and a 6′ rope.": ["12″ = 12 inch", "6′ = 6 foot"],
    "It streams in 1080p and costs 50p.": ["50p = 0.5 GBP"],
    "Gene 1p/19q was lost.": [],
    "He came 5 s late in the 90s.": ["5 s = 5 second"],
    "Both 12st lb and 11st were read.": ["12st = 12 stone", "11st = 11 stone"],
    "Ask 5 J. Smith to come.": [],
    "Grade 5 B or 5 T. It had 5 M NaCl.": ["5 T = 5 tesla", "5 M = 5 molar"],
    "It cost $31.20 US a barrel and $76 US in all.": [
        "$31.20 US a barrel = 31.2 USD / oil_barrel",
        "$76 US = 76 USD",
    ],
    "They pay £24 a-year for it.": ["£24 a-year = 24 GBP / year"],
    "It costs $5 an-hour now.": ["$5 an-hour = 5 USD / hour"],
    "He works 40 hours an hour.": ["40 hours = 40 hour"],
    "It is 6000 kg/m 3 dense.": ["6000 kg/m 3 = 6000 kilogram / meter ** 3"],
    "It drips 5 ml per h and 5 km per kg and $5 per foo.": [
        "5 ml per h = 5 milliliter / hour",
        "5 km per kg = 5 kilometer / kilogram",
        "$5 = 5 USD",
    ],
    "He paid $5 per gallon per day.": ["$5 per gallon per day = 5 USD / gallon / day"],
    "See etc.5 for more of 5.": ["5 = 5"],
    "The sum is (2) −3 there and at −3 it ends.": ["−3 = -3"],
    "It has no 5 and No 5 and no. 5.": ["5 = 5"],
    "Call (020)-5 or A)-5.": [],
    '“Seven Oaks” stood. "Two Rivers" fell.': [],
    "See Smith et al. 2000 for more.": [],
    "1. First point": [],
    "He wrote (5) there and [5, 6, 7] here.": [],
    "He lives at 22 North Green Street now.": [],
    "It is ٣٤ km away.": ["٣٤ km = 34 kilometer"],
    "He had 1'234 marks.": ["1'234 = 1234"],
    "It is 12 345.67 km off and 1 234.5 km off.": [
        "12 345.67 km = 12345.67 kilometer",
        "1 234.5 km = 1234.5 kilometer",
    ],
    "He had 5 100 ml jars.": ["100 ml = 100 milliliter"],
    "It is 3 × 10^x here.": ["3 = 3"],
    "It is 1.5e5x long.": ["1.5e5x = 150000"],
    "It is 8x2^10 bits long.": ["8x2^10 bits = 8192 bit"],
    "It went from **−12.8%** to _−3%_.": [
        "−12.8% = -12.8 percent",
        "−3% = -3 percent",
    ],
    "Take **5**–7 of them.": ["5 = 5", "7 = 7"],
    "It moved by ‑4.5% or “–3.1%” there.": [
        "‑4.5% = -4.5 percent",
        "–3.1% = -3.1 percent",
    ],
    "It is 10 −7 m wide.": ["10 −7 m = 0.0000001 meter"],
    "He scores the goal and scores his try.": [],
    "Hundreds of cents were found and a few cents.": [
        "Hundreds of cents = 1..10 USD",
        "a few cents = 0.02..0.09 USD",
    ],
    "A couple went home and a couple of people fled.": ["a couple = 2..3"],
    "He had a few doubts and several ideas.": [],
    "A couple dozen came.": ["A couple dozen = 24..36"],
    "It is half a loaf and one and half that.": [],
    "He was half-asleep for a half hour.": ["a half hour = 0.5 hour"],
    "A third man came by a third.": ["a third = 1/3"],
    "It is a twice-told tale.": [],
    "He swims twice a week and twice a foo.": ["twice = 2 1 / week"],
    "He scored twice as United won.": [],
    "It is a double room and double that.": ["double = 2"],
    "He keeps doubling up, doubling the stakes.": ["doubling = 2"],
    "Double Trouble won. A Triple Crown.": [],
    "It is half a mile and a quarter mile.": [
        "half a mile = 0.5 mile",
        "a quarter mile = 0.25 mile",
    ],
    "It took about a year ago.": ["a year = 1 year"],
    "They walk about a foo, a mile and a half.": ["a mile and a half = 1.5 mile"],
    "No known reason. No further deaths. No confirmed deaths.": ["No = 0"],
    "It grew by 3,5 or 3,5 km.": ["3,5 km = 3.5 kilometer"],
    "He wrote a.5 and b .5 mm.": [".5 mm = 0.5 millimeter"],
    "It is 5mil long and Rs 5cr and 5tn stars.": [
        "5mil = 5000000",
        "Rs 5cr = 50000000 INR",
        "5tn = 5000000000000",
    ],
    "It hit magnitude five and 5 magnitude.": [
        "five = 5 magnitude",
        "5 magnitude = 5 magnitude",
    ],
    "Read 1/2/3 and 3/4in and 1/2x and 3/7 and 9/11.": ["3/4in = 0.75 inch"],
    "There are 5 m² rooms, 4 W² and 4 km squared rooms.": [
        "5 m² = 5 meter ** 2",
        "4 W² = 4 watt ** 2",
        "4 km squared = 4 kilometer ** 2",
    ],
    "It is 5 m⁻² and 5 m^-2 and 5 m^2 and 5 m2.": [
        "5 m⁻² = 5 1 / meter ** 2",
        "5 m^-2 = 5 1 / meter ** 2",
        "5 m^2 = 5 meter ** 2",
        "5 m2 = 5 meter ** 2",
    ],
    "It is 5 m^³ long.": ["5 m = 5 meter"],
    "It is 5 N·m and 5 kg·foo and 5 km·kg and 5 m s.": [
        "5 N·m = 5 newton * meter",
        "5 kg = 5 kilogram",
        "5 km·kg = 5 kilometer * kilogram",
        "5 m = 5 meter",
    ],
    "They have 12 at least 5 of them.": ["12 = 12", "5 = 5"],
    "The dozen went.": [],
    "Zero, they said. Zero hours.": ["Zero hours = 0 hour"],
    "It is two - three.": ["two - three = 2..3"],
    "He lost two quarters and three quarters of it and three quarters in a row.": [
        "three quarters = 0.75"
    ],
    "It had one or more holes and one more try and one in the eye and one of a kind.": [
        "one = 1"
    ],
    "One Day came. He had one day off in one day.": ["one day = 1 day"],
    "It is 5 hp V-6 and 5 W USB.": ["5 hp = 5 horsepower", "5 W = 5 watt"],
}


def stated(mention: Mention) -> str:
    """Write a mention as the table has it."""

    def plain(value: Decimal) -> str:
        if abs(value * 3 - 1) < Decimal("1e-20"):
            return "1/3"
        return (
            format(value.normalize(), "f") if abs(value.adjusted()) < 14 else str(value)
        )

    if mention.value is not None:
        value = plain(mention.value)
    else:
        assert mention.stated_low is not None
        assert mention.stated_high is not None
        value = f"{plain(mention.stated_low)}..{plain(mention.stated_high)}"
    return f"{mention.surface} = {value} {mention.unit}".strip()


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(*case, id=case[0]) for case in CASES.items()]
)
def test_an_odd_text_is_read_as_the_table_says(text, expected):
    mentions = extract(documents.parse(text, name="x.txt")).mentions
    assert [stated(mention) for mention in mentions] == expected
    assert all(not mention.reading.is_empty for mention in mentions)
