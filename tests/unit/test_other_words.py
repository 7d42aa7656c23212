"""One fact in other words and another syntax: what differs is found, what may differ is not."""

from __future__ import annotations

import pytest

import factcheck

FIRST = "Talks in Torvik\n\nThe news from Torvik was a surprise. {} Anna Rusk, its mayor, was away.\n"
SECOND = "Rusk under pressure\n\nAnna Rusk, the mayor of Torvik, met reporters. {} She then left.\n"
SCHOOLS = """See below.

| School | Pupils | Members of the club |
|---|---|---|
| Northgate | 614 | 41 |
| Westhill | 380 | 127 |

More follows."""


def found(first: str, second: str) -> list[str]:
    texts = {"a.txt": FIRST.format(first), "b.txt": SECOND.format(second)}
    return [finding.outcome.kind for finding in factcheck.check_texts(texts).findings]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            "The mill employs 430 people.",
            "The 380-strong workforce will be paid until June.",
            id="a workforce of so many strong",
        ),
        pytest.param(
            "The mill has 430 staff.",
            "Some owners would envy its 340 workers.",
            id="what it has already is not supposed",
        ),
        pytest.param(
            "The scheme will cost £12m.",
            "It is a £16m scheme.",
            id="money as an adjective",
        ),
        pytest.param(
            "The price tag of the scheme is £12m.",
            "The £16m scheme has been delayed.",
            id="money with an article",
        ),
        pytest.param(
            "The firm won the €38m contract.",
            "The contract, valued at €52m, runs for two years.",
            id="said between commas",
        ),
        pytest.param(
            "A ticket costs €14.",
            "Tickets are €18.",
            id="a price that is not called one",
        ),
        pytest.param(
            "The arena seats 4,500.", "The 5,200-seat arena opens in May.", id="seats"
        ),
        pytest.param(
            "The tower has 14 storeys.",
            "The tower rises 17 floors above the quay.",
            id="floors",
        ),
        pytest.param(
            "The line is 27 kilometres long.",
            "The line stretches over 37 kilometres.",
            id="a verb for a length",
        ),
        pytest.param(
            "The shaft is 118 metres deep.",
            "The shaft goes down 132 metres.",
            id="down is deep",
        ),
        pytest.param(
            "The bell weighs 180 kilograms.",
            "At 140 kg, the bell is the heaviest in the land.",
            id="a superlative",
        ),
        pytest.param(
            "The hall covers 42,000 square metres.",
            "The hall measures 24,000 sq m.",
            id="an area without the word",
        ),
        pytest.param(
            "The works will take 22 months.",
            "The 28-month works begin in May.",
            id="how long",
        ),
        pytest.param(
            "The fair drew 46,000 visitors.",
            "The fair was attended by 52,000 people.",
            id="a crowd",
        ),
        pytest.param(
            "The petition has 41,000 signatures.",
            "The petition was signed by 46,000 people.",
            id="signatures",
        ),
        pytest.param(
            "The union has 63,000 members.",
            "The union, with a membership of 68,000, called a strike.",
            id="membership",
        ),
        pytest.param(
            "87% of the drivers backed action.",
            "The drivers voted by 78 per cent for a walkout.",
            id="a share in favour",
        ),
        pytest.param(
            "Turnout was 54%.",
            "58% of those entitled to vote went to the polls.",
            id="turnout",
        ),
        pytest.param(
            "Nurses' pay will go up by 4.5%.",
            "The wages of nurses will rise by 5.4%.",
            id="pay",
        ),
        pytest.param(
            "The bank will cut 240 jobs.",
            "310 jobs are to go at the bank.",
            id="jobs that go",
        ),
        pytest.param(
            "The hospital has 280 beds.",
            "The number of beds in the hospital is 240.",
            id="the number of what is counted",
        ),
        pytest.param(
            "All 163 people on board the ferry were rescued.",
            "The ferry had 136 people aboard.",
            id="all on board, whatever became of them",
        ),
        pytest.param(
            "Six stories were chosen from 158 entries by Anna Rusk.",
            "Anna Rusk read 185 novels before six stories were chosen.",
            id="digits swapped, two nouns",
        ),
        pytest.param(
            "The prize is worth £30,000.",
            "The winner takes home £25,000.",
            id="a prize",
        ),
        pytest.param(
            "The turbine park has an output of 340 megawatts.",
            "The 380-megawatt turbine park went on line in May.",
            id="power",
        ),
        pytest.param(
            "21,000 homes were without power.",
            "25,000 customers lost power.",
            id="an outage",
        ),
        pytest.param(
            "The banker was jailed for 7 years.",
            "The banker will go to prison for 9 years.",
            id="prison",
        ),
        pytest.param(
            "By 31 votes to 24, the assembly approved the harbour plan.",
            "When the assembly met, 34 members voted in favour of the plan.",
            id="votes and those who cast them",
        ),
        pytest.param(
            "By 31 votes to 24, the assembly approved the harbour plan.",
            "In the assembly, 31 deputies voted yes and 21 voted no.",
            id="votes against",
        ),
        pytest.param(
            "The ridge has shifted 41.7 metres to the west since 1990.",
            "The ridge lies 47.1 metres further west than in 1990.",
            id="further on is no more of it",
        ),
        pytest.param(
            "The tank of the harbour was 38 per cent full.",
            "The harbour's tank was at 48 per cent of capacity.",
            id="full",
        ),
        pytest.param(
            "Births exceeded deaths by 4,100. In all 21,300 children were born.",
            "The office counted 23,300 births.",
            id="by how many one exceeds another",
        ),
        pytest.param(
            "Ticket sales for the Harbour Fair reached 53,700.",
            "In four days 57,300 tickets for the Harbour Fair were sold.",
            id="ticket sales",
        ),
        pytest.param(
            "The port signed a firm order for 24 buses.",
            "The port will buy 27 new buses.",
            id="an order",
        ),
        pytest.param(
            "He applied for permission to build 275 homes on the former dock.",
            "Plans for 257 flats on the dock were thrown out.",
            id="homes and flats, digits swapped",
        ),
        pytest.param(
            "All 67 workers of the early shift got out of the mill.",
            "The 76 colleagues of the early shift left the mill.",
            id="colleagues",
        ),
        pytest.param(
            "The camp has 306 guards. Of the men, 360 were ill.",
            "There are 360 guards at the camp.",
            id="digits swapped, and the number of something else there",
        ),
        pytest.param(
            "A shipment of 310,000 doses reached the port on 4 May 2024.",
            "The 130,000 doses that landed on 4 May 2024 are enough.",
            id="digits swapped on one day",
        ),
        pytest.param(
            "The zoo is home to 340 animals.",
            "The zoo keeps 390 animals.",
            id="home to animals",
        ),
        pytest.param(
            "The vineyard covers 47 hectares.",
            "The vineyard stretches over 74 hectares.",
            id="ground covered",
        ),
        pytest.param(
            "The dam holds 84 million cubic metres of water.",
            "The dam has a capacity of 48 million cubic metres.",
            id="what there is room for",
        ),
        pytest.param(
            "The film won four prizes.",
            "The film took home six awards.",
            id="prizes won",
        ),
        pytest.param(
            "The bakery uses 14 tonnes of flour a week.",
            "Each week the bakery gets through 17 tonnes of flour.",
            id="each week",
        ),
        pytest.param(
            "The new law was passed with 74 votes.",
            "Seventy-one deputies supported the new law.",
            id="votes and deputies",
        ),
        pytest.param(
            "The factory turned out 41,000 bicycles last year.",
            "Last year 47,000 bikes left the factory.",
            id="bikes",
        ),
        pytest.param(
            "The police fined 87 drivers.",
            "A total of 78 motorists were given fines.",
            id="motorists",
        ),
        pytest.param(
            "The court heard 47 witnesses.",
            "The court heard from 74 witnesses.",
            id="heard from",
        ),
    ],
)
def test_one_fact_in_other_words_is_compared(first, second):
    assert found(first, second) == ["agreement"]
    assert found(second, first) == ["agreement"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            "The mill employs 430 people.",
            "By next year 480 people will work at the mill.",
            id="later",
        ),
        pytest.param(
            "The arena holds 4,500.",
            "A new arena is to hold 5,200.",
            id="another is planned",
        ),
        pytest.param(
            "The squid was filmed at a depth of 718 metres, near a 40-metre ship.",
            "The trench, 2 km wide, goes down to 813 metres.",
            id="the depth of another thing",
        ),
        pytest.param(
            "The fire has burnt 1,200 hectares.",
            "The fire now covers 1,900 hectares.",
            id="what grows",
        ),
        pytest.param(
            "The state gave $3m to the scheme.",
            "The £4m scheme was paid for by the city and cost it £1m.",
            id="one of several sums",
        ),
        pytest.param(
            "The mast is 118 metres high.",
            "The water rose 131 centimetres.",
            id="a rise",
        ),
        pytest.param(
            "The fair drew 46,000 visitors.",
            "Last year 41,000 people came through the gates of the fair.",
            id="another year",
        ),
        pytest.param(
            "34 people were on board the ferry.",
            "12 of the people on board the ferry were rescued.",
            id="some of those on board",
        ),
        pytest.param(
            "The bank will cut 240 jobs.",
            "The bank has 310 jobs in Torvik.",
            id="jobs that stay",
        ),
        pytest.param(
            "61% of the members voted for the merger.",
            "A year ago 48% of the members voted for it.",
            id="another vote",
        ),
        pytest.param(
            "By 31 votes to 24, the assembly approved the harbour plan.",
            "He won his seat by 310 votes.",
            id="a majority",
        ),
        pytest.param(
            "By 61 votes to 48 the harbour plan was approved.",
            "In committee 16 members had backed the harbour plan.",
            id="a vote in committee",
        ),
        pytest.param(
            "The camp has 306 guards, or 360 with the night shift.",
            "There are 360 guards at the camp.",
            id="digits swapped, and told of the same there",
        ),
        pytest.param(
            "The port signed a firm order for 24 buses.",
            "The port has an option to buy 12 more buses.",
            id="an option",
        ),
        pytest.param(
            "Two of the wounded died in hospital.",
            "Fourteen of the wounded were still in hospital.",
            id="the dead of the wounded",
        ),
        pytest.param(
            "All 67 workers of the early shift got out of the mill.",
            "The 58 workers of the late shift were at home.",
            id="another shift",
        ),
        pytest.param(
            "A shipment of 310,000 doses reached the port on 4 May 2024.",
            "The 130,000 doses that landed on 11 May 2024 are enough.",
            id="digits swapped a week apart",
        ),
        pytest.param(
            "The vineyard covers 47 hectares.",
            "The vineyard's north slope stretches over 19 hectares.",
            id="a part of the ground",
        ),
        pytest.param(
            "The film won four prizes.",
            "The film was nominated for six awards.",
            id="prizes hoped for",
        ),
        pytest.param(
            "The bakery uses 14 tonnes of flour a week.",
            "Each day the bakery uses 2 tonnes of flour.",
            id="each day",
        ),
        pytest.param(
            "The jail holds 412 prisoners.",
            "In March 39 inmates went on hunger strike.",
            id="some of the inmates",
        ),
        pytest.param(
            "The law was passed with 74 votes.",
            "The law was passed by 9 votes.",
            id="votes and a majority",
        ),
        pytest.param(
            SCHOOLS,
            "Westhill lost 120 members in ten years.",
            id="how many a club of a table has lost",
        ),
        pytest.param(
            "The asking price of the mill was €439,000.",
            "The price of the mill was €468,000.",
            id="what was asked",
        ),
        pytest.param(
            "The ferry was carrying 212 passengers.",
            "The ferry can take 340 passengers.",
            id="carried and to be carried",
        ),
    ],
)
def test_what_may_be_another_fact_is_left_alone(first, second):
    assert found(first, second) == []
    assert found(second, first) == []


def test_a_sum_of_an_evening_may_have_grown_since():
    told = {
        "2024-11-30": "The gala in Torvik raised €11.2m on the night, Anna Rusk said.",
        "2024-12-09": "The gala in Torvik raised €12.1m, Anna Rusk said.",
    }
    texts = {
        f"{day}.md": f"---\ndate: {day}\n---\n\nA gala in Torvik\n\n{text}\n"
        for day, text in told.items()
    }
    assert not factcheck.check_texts(texts).findings


def test_a_profit_before_interest_and_tax_is_an_operating_profit():
    assert found(
        "Operating profit was €168 million.",
        "Earnings before interest and tax amounted to €186 million.",
    ) == ["agreement"]
