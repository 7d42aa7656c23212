"""Binding and clustering: what each number is about, and which of them are kept apart."""

from __future__ import annotations

import datetime as dt
import importlib

import pytest

from factcheck import documents, extract, link
from factcheck.link import cues, digits, kinship, reasons, setting, tiers
from factcheck.link.bonds import Bonds
from factcheck.link.sentences import Sentence
from factcheck.link.stems import known_stems, stem
from factcheck.link.vocabulary import Vocabulary
from factcheck.model import Motion, Part, Role, Stance

stems = importlib.import_module("factcheck.link.stems")


def bound(text, name="a.md"):
    document = documents.parse(text, name=name, format="markdown")
    return link.bind(document, extract.extract(document))


def fact(text, surface):
    found = bound(text)
    (one,) = [f for f in found.facts if f.mention.surface == surface]
    return one


def linked(*texts):
    return link.cluster(
        [bound(text, name=f"{chr(97 + i)}.md") for i, text in enumerate(texts)]
    )


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The rise was small, he said to one clerk at six U.K. ferry lines.", "six"),
        ("The yard means to build two more, smaller\nU.K. Ferries.", "two"),
        ("The land was worth 0.00 billion N.Z. Pounds.", "0.00 billion"),
    ],
)
def test_a_point_within_what_is_counted_ends_no_clause(text, surface):
    assert fact(text, surface).mention.surface == surface


@pytest.mark.parametrize(
    ("text", "surface", "concepts"),
    [
        pytest.param(
            "The fire killed 43 people in Arle.",
            "43",
            {"killed", "person"},
            id="before",
        ),
        pytest.param(
            "It is said 43 people were killed.", "43", {"killed", "person"}, id="after"
        ),
        pytest.param(
            "A man was killed and four people were wounded.",
            "four",
            {"injured", "person"},
            id="the nearest fate, not the first",
        ),
        pytest.param(
            "The death toll in Arle rose to 43.", "43", {"killed"}, id="at a distance"
        ),
        pytest.param(
            "Some 90 people were killed or injured.",
            "90",
            {"killed", "injured", "person"},
            id="two fates in one",
        ),
        pytest.param(
            "Two were killed in marches by 300 farmers.",
            "300",
            {"farmer"},
            id="no fate",
        ),
    ],
)
def test_a_count_of_people_is_bound_to_what_became_of_them(text, surface, concepts):
    assert fact(text, surface).concepts == concepts


@pytest.mark.parametrize(
    ("text", "surface", "attribute", "value"),
    [
        pytest.param("The goal is 500 jobs.", "500", "stance", Stance.TARGET, id="goal"),
        pytest.param(
            "Sales of $5 million are expected.", "$5 million", "stance", Stance.FORECAST, id="forecast"
        ),
        pytest.param(
            "It was earlier put at 500 jobs.", "500", "stance", Stance.PREVIOUS, id="earlier"
        ),
        pytest.param("He denied 500 thefts.", "500", "stance", Stance.DENIAL, id="denied"),
        pytest.param(
            "It pays only if 500 people come.", "500", "stance", Stance.HYPOTHETICAL, id="if"
        ),
        pytest.param(
            "It is believed that 500 people fled.", "500", "stance", Stance.ESTIMATE, id="estimate"
        ),
        pytest.param("The price rose by $5.", "$5", "motion", Motion.BY, id="rose by"),
        pytest.param("Sales were up 12%.", "12%", "motion", Motion.BY, id="up"),
        pytest.param("There were 12 more ships.", "12", "motion", Motion.BY, id="more"),
        pytest.param("An increase of 12% followed.", "12%", "motion", Motion.BY, id="increase of"),
        pytest.param("The price rose to $5.", "$5", "motion", Motion.TO, id="rose to"),
        pytest.param("Of these, 12 were whales.", "12", "motion", None, id="level"),
        pytest.param("Another 12 ships came.", "12", "part", Part.OTHERS, id="another"),
        pytest.param("Six came, 12 of them late.", "12", "part", Part.OF, id="of them"),
        pytest.param("Ships came, including 12 tugs.", "12", "part", Part.INCLUDING, id="including"),
        pytest.param("Ships came, excluding 12 tugs.", "12", "part", Part.EXCLUDING, id="excluding"),
        pytest.param("A girl and 12 boys came.", "12", "part", Part.OF, id="end of a list"),
        pytest.param("They make 12 boats a day.", "12", "per", "day", id="a day"),
        pytest.param("It costs $12 each.", "$12", "per", "each", id="each"),
        pytest.param("The 12 boats came back.", "12", "definite", True, id="the"),
        pytest.param("Rebels claim that 12 tanks burn.", "12", "disputed", True, id="claim"),
        pytest.param("The flood claimed 12 lives.", "12", "disputed", False, id="claimed lives"),
    ],
)  # fmt: skip
def test_the_words_around_a_number_say_how_it_is_meant(text, surface, attribute, value):
    assert getattr(fact(text, surface), attribute) == value


def test_a_fact_names_its_subject_its_claimant_and_its_property():
    found = fact("The town of Arle has 4,000 residents, mayor Ada Lind said.", "4,000")
    assert (found.subject, found.claimant, found.property) == (
        "Arle",
        "Ada Lind",
        "residents",
    )


def test_a_source_may_stand_after_according_to():
    found = fact("Prices rose 5%, according to Lindby Research.", "5%")
    assert found.claimant == "Lindby Research"


def test_a_common_noun_may_be_the_claimant_and_a_text_may_have_none():
    assert fact("There were 12 ships, police said.", "12").claimant == "police"
    assert fact("There were 12 ships.", "12").claimant is None


def test_a_line_that_is_wrapped_ends_no_clause():
    said = (
        "Millers at Ruhn on Friday asked the grain board at Sund for licences to{}ship 10,500 tonnes"
        " of rye from the port."
    )
    whole, wrapped = (fact(said.format(gap), "10,500 tonnes") for gap in (" ", "\n"))
    assert wrapped == whole


def test_a_short_line_ends_a_clause():
    found = fact("Ferries of Sund: 41\nTrams of Arle: 12", "12")
    assert "ferri" not in found.near


def test_two_numbers_side_by_side_share_their_clause():
    found = fact(
        "Arle signed the singer to a two-year, $30 million contract.", "$30 million"
    )
    assert {"sign", "singer", "contract"} <= found.near


def test_what_went_up_stands_before_the_comma():
    found = fact("The dividend came to $3.50, up 40.6% from then.", "40.6%")
    assert "dividend" in found.near
    assert found.motion is Motion.BY


def test_the_headline_is_known_and_leads():
    facts = bound("# Fire kills 12\n\nThe fire killed 12 people.\n").facts
    assert [f.role for f in facts] == [Role.TITLE, Role.BODY]
    assert all(f.lead for f in facts)


def test_a_short_first_line_without_a_stop_is_a_headline():
    document = documents.parse(
        "Fire kills 12 in Arle\n\nThe fire killed 12 people.\n",
        name="a.txt",
        format="text",
    )
    facts = link.bind(document, extract.extract(document)).facts
    assert facts[0].role is Role.TITLE


def test_a_document_of_one_line_has_no_headline():
    document = documents.parse("Fire kills 12 in Arle", name="a.txt", format="text")
    facts = link.bind(document, extract.extract(document)).facts
    assert facts[0].role in (Role.BODY, Role.TITLE)


def test_table_cells_are_bound_to_their_headers():
    facts = bound("| Port | Ships |\n|---|---|\n| Arle | 412 |\n").facts
    (cell,) = [f for f in facts if f.mention.surface == "412"]
    assert cell.role is Role.TABLE
    assert "arle" in cell.near


def test_a_period_of_the_clause_wins_over_one_of_the_sentence():
    text = "In March, 412 ships came to Arle and in May, 300 went."
    assert fact(text, "300").period.surface == "May"


def test_a_period_that_opens_the_sentence_holds_for_it():
    text = (
        "In March, port officials in Arle, who had been on strike, counted 412 ships."
    )
    assert fact(text, "412").period.surface == "March"


def sentence(text):
    return Sentence(text)


def test_a_sentence_knows_its_names_and_not_its_first_word():
    found = sentence("Police in Port Arle met Ada Lind\u2019s aide on Monday.")
    assert found.names == {"port", "arle", "ada", "lind"}
    assert found.name_near(3) == "Port Arle"
    assert found.name_near(7) == "Ada Lind"


def test_a_sentence_without_names_names_nobody():
    assert sentence("It rained.").name_near(0) is None


def test_what_another_clause_says_does_not_lessen_what_two_sentences_share():
    text = "Some 40 villagers left Orm by noon"
    alone = fact(f"{text}.", "40")
    longer = fact(f"{text}, and nobody knows how many goats are in the barns.", "40")
    assert alone.own == longer.own == alone.words < longer.words


def test_letters_that_grow_when_made_small_do_not_shift_the_words():
    found = sentence("\u0130stanbul has 12 ports")
    assert found.starts[1] == 9


def test_the_memory_of_stems_is_bounded(monkeypatch):
    monkeypatch.setattr(stems, "_LIMIT", 0)
    stem("unheardofness")
    stem("unheardofnesses")
    assert len(known_stems) <= 2


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("cities", "city"),
        ("boxes", "box"),
        ("stopped", "stop"),
        ("class", "class"),
        ("harbour\u2019s", "harbour"),
        ("the", ""),
        ("x", ""),
    ],
)
def test_forms_of_a_word_share_a_stem(word, key):
    assert stem(word) == key


def test_no_words_before_a_number_say_nothing():
    assert cues.motion([], [], []) is None
    assert cues.part([], [], ()) is None
    assert cues.per([], ["per"]) is None


def toll(count, place, *, date=None, more=""):
    head = f"---\ndate: {date}\n---\n\n" if date else ""
    return f"{head}# News from {place}\n\nA fire in {place} killed {count} people in the old port of {place} on Friday, police said.{more}\n"


def reasons_of(clusters):
    return {reason for c in clusters for _, _, reason in c.excused}


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        pytest.param(
            (toll(12, "Arle", date="2024-05-03"), toll(19, "Arle", date="2024-05-04")),
            reasons.REVISED,
            id="another day",
        ),
        pytest.param(
            (
                toll(12, "Arle"),
                "# Fires in Arle\n\nFires across the county, one in Arle, killed 19 people over the weekend, police said.\n",
            ),
            reasons.EVENTS,
            id="more than one event",
        ),
        pytest.param(
            (
                toll(12, "Arle"),
                "# News from Arle\n\nA gunman set a fire in Arle that killed 13 people in the port of Arle on Friday, police said.\n",
            ),
            reasons.ATTACKER,
            id="the attacker",
        ),
        pytest.param(
            (
                toll(12, "Arle"),
                "# News from Arle\n\nA fire in Arle killed 10 women in the port of Arle on Friday, police said.\n",
            ),
            reasons.KINDS,
            id="women and people",
        ),
        pytest.param(
            (
                "# Ships\n\nThe shipyard of Arle built 412 wooden ships in Arle in 2021 with old tools.\n",
                "# Boats\n\nThe shipyard of Arle built 380 wooden ships in Arle in 2022 with old tools.\n",
            ),
            reasons.TIMES,
            id="another year",
        ),
        pytest.param(
            (
                "# Ships\n\nThe shipyard of Arle built 412 wooden ships in Arle with old tools for men.\n",
                "# Boats\n\nThe shipyard of Arle built 380 wooden ships in Arle with old tools for women.\n",
            ),
            reasons.THINGS,
            id="opposites",
        ),
        pytest.param(
            (
                "# Ships\n\nThe shipyard of Arle built 412 wooden ships a year in Arle with old tools.\n",
                "# Boats\n\nThe shipyard of Arle built 38 wooden ships a month in Arle with old tools.\n",
            ),
            reasons.RATE,
            id="two rates",
        ),
        pytest.param(
            (
                "# Ships\n\nThe number of wooden ships of Arle rose by 412 in the old harbour of Arle.\n",
                "# Boats\n\nThe number of wooden ships of Arle was 380 in the old harbour of Arle.\n",
            ),
            reasons.CHANGE,
            id="a change",
        ),
    ],
)  # fmt: skip
def test_what_may_both_be_right_is_excused_by_name(texts, reason):
    clusters = linked(*texts)
    assert reason in reasons_of(clusters)


def conflicts(clusters):
    found = set()
    for cluster in clusters:
        for i, j in cluster.links:
            a, b = cluster.facts[i].mention, cluster.facts[j].mention
            if a.value != b.value:
                found.add((a.surface, b.surface))
    return found


def test_two_tolls_of_one_day_and_place_are_one_fact():
    assert conflicts(linked(toll(12, "Arle"), toll(19, "Arle"))) == {("12", "19")}


def test_tolls_of_two_places_are_two_facts():
    assert not conflicts(linked(toll(12, "Arle"), toll(19, "Brend")))


def test_a_number_that_both_state_is_settled():
    more = " It was the worst fire since one that killed 19 people in Arle."
    assert not conflicts(linked(toll(12, "Arle", more=more), toll(12, "Arle")))


def test_a_count_taken_up_again_must_be_the_same():
    text = "# Raid in Arle\n\nPolice in Arle arrested 14 people. The 16 people arrested are in jail.\n"
    assert conflicts(linked(text)) == {("14", "16")}


def test_a_claim_of_one_side_is_a_dispute():
    (found,) = [
        c
        for c in linked(
            toll(12, "Arle"),
            "# News from Arle\n\nA fire in Arle killed 19 people in the port of Arle on Friday, rebels claimed.\n",
        )
        if c.disputed
    ]
    assert found.disputed == found.links


def test_two_facts_are_as_close_one_way_as_the_other():
    run = setting.Setting(
        [
            bound("The Olvern mill employs 340 people and made 21,000 tonnes.", "a.md"),
            bound("Olvern, whose mill has 430 workers, made 12,000 tonnes.", "b.md"),
            bound(
                "Nine people were hurt at the Olvern mill, six of them badly.", "c.md"
            ),
        ]
    )
    pairs = [(a, b) for a in run.sides for b in run.sides if a.kind == b.kind]
    there = [Bonds(run).measure(a, b) for a, b in pairs]
    assert there == [Bonds(run).measure(b, a) for a, b in pairs]
    assert any(there)


def test_two_clauses_share_at_most_all_the_words_of_one():
    text = (
        "The current rent for a Velden stall is 365,000 crowns and the deposit is"
        " 385,000 crowns."
    )
    run = setting.Setting([bound(text, "a.md"), bound(text, "b.md")])
    shares = [
        found[0].share
        for a in run.sides
        for b in run.sides
        if a.path != b.path and (found := Bonds(run).measure(a, b))
    ]
    assert max(shares) == 100


def test_a_document_asked_for_one_word_knows_all_that_it_says():
    text = (
        "Four ferries and a tug were carrying Osmark's rowing crews; the city agrees."
    )
    document = documents.parse(text, name="a.md")
    words = Vocabulary({"a.md": document}).words("a.md")
    for key in (*words, "osma", "row", "cit", "tugs", "injured", "harbour"):
        asked = Vocabulary({"a.md": document})
        assert asked.says(("a.md", (key,))) == (key in words), key


def test_web_addresses_and_house_numbers_state_nothing():
    text = "# Arle\n\nSee www arle example 412 html now. Police went to the 400 block of Oak Street.\n"
    document = bound(text)
    assert not setting.Setting([document]).sides


def test_of_a_conversion_pair_one_is_compared():
    sides = setting.Setting([bound("It is 1,000 miles (1,600 km) long.")]).sides
    assert [s.fact.mention.surface for s in sides] == ["1,000 miles"]


def test_one_fact_alone_makes_no_cluster():
    assert linked("It is 12 km long.") == ()


def test_many_documents_are_compared_where_they_share_names():
    texts = [toll(12, "Arle") for _ in range(16)] + [toll(99, "Brend")]
    texts[7] = toll(19, "Arle")
    assert ("12", "19") in conflicts(linked(*texts)) or ("19", "12") in conflicts(
        linked(*texts)
    )


def test_a_quake_has_one_magnitude_and_an_article_may_give_two():
    one = "# Quake hits Arle\n\nA 5.6 magnitude quake hit Arle on Sunday, officials in Arle said.\n"
    two = "# Arle shaken\n\nA quake of magnitude 5.2 shook Arle on Sunday. Others in Arle put it at magnitude 5.4.\n"
    assert len(conflicts(linked(one, two))) == 2


def test_ages_are_compared_for_one_name_only():
    one = "# Arle\n\nThe prize in Arle went to Ada Lind, 34, on Friday.\n"
    assert not conflicts(linked(one, one.replace("Ada Lind, 34", "Carl Berg, 52")))


def test_documents_of_one_day_may_differ_in_their_dates_by_none():
    whole = setting.Setting([bound(toll(12, "Arle", date="2024-05-03"))])
    assert whole.date(whole.sides[0]) == dt.date(2024, 5, 3)
    assert whole.same_day(whole.sides[0], whole.sides[0])


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("412 km", "421 km", 2),
        ("412 km", "413 km", 1),
        ("41 km", "42 km", 0),
        ("412 km", "539 km", 0),
        ("4120 km", "412 km", 2),
        ("412 km", "41 km", 0),
        ("29 km", "92,000 km", 0),
        ("412 km", "41.3 million km", 0),
        ("5 km", "6 km", 0),
    ],
)
def test_digits_that_look_like_a_slip_are_known(a, b, alike):
    x, y = (setting.Setting([bound(f"It is {text} long.")]).sides[0] for text in (a, b))
    assert digits.alike(x, y) == alike


@pytest.mark.parametrize(
    ("texts", "slip", "restated", "plausible"),
    [
        pytest.param(("5 km", "612 km"), 0, True, False, id="far apart"),
        pytest.param(("5 km", "612 km"), 1, False, True, id="a slip"),
        pytest.param(("5 km", "9 km"), 0, False, True, id="near"),
        pytest.param(("5 km", "19 km"), 0, False, False, id="not near"),
        pytest.param(("5 km", "19 km"), 0, True, True, id="in the same sentence"),
        pytest.param(("5 km", "5 miles"), 0, False, True, id="the other unit"),
    ],
)
def test_numbers_far_apart_are_no_versions_of_one_number(
    texts, slip, restated, plausible
):
    x, y = (setting.Setting([bound(f"It is {text} long.")]).sides[0] for text in texts)
    kin = tiers.Kinship(slip=slip)
    assert kinship.is_plausible(x, y, kin, restated=restated) is plausible


@pytest.mark.parametrize(
    ("one", "two", "reason"),
    [
        pytest.param(
            "The old harbour of Arle holds 412 wooden ships in all weathers.",
            "The old harbour of Arle is to hold 500 wooden ships in all weathers.",
            None,
            id="nothing",
        ),
        pytest.param(
            "The old harbour of Arle in winter holds 412 wooden ships.",
            "The old harbour of Arle in winter has a limit of 500 wooden ships.",
            "one is a target or a limit, not what was reached",
            id="a limit",
        ),
        pytest.param(
            "The price of old ships in Arle harbour rose to $412 from lows.",
            "The price of old ships in Arle harbour rose from $300 in lows.",
            reasons.EARLIER,
            id="from",
        ),
        pytest.param(
            "The old harbour of Arle holds 412 wooden ships.",
            "The old harbour of Arle holds another 300 wooden ships.",
            "one counts only the others, without those already mentioned",
            id="another",
        ),
        pytest.param(
            "The old harbour of Arle holds 412 wooden ships.",
            "The old harbour of Arle holds, excluding 300 wooden ships, nothing.",
            None,
            id="excluding",
        ),
        pytest.param(
            "The two ports on Lake Arle, Berg and Cole, count 412 wooden ships in Berg today.",
            "The two ports on Lake Arle, Berg and Cole, count 300 wooden ships in Cole today.",
            reasons.PLACES,
            id="two places",
        ),
    ],
)  # fmt: skip
def test_words_that_set_two_numbers_apart_are_named(one, two, reason):
    found = reasons_of(linked(f"# Arle\n\n{one}\n", f"# Arle\n\n{two}\n"))
    assert reason is None or reason in found
