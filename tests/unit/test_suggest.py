from __future__ import annotations

from typing import Any

import pytest

from factcheck import documents, extract, link, pipeline, ruleset, yamltext
from factcheck.cli import CLEAN, FOUND, UNCHECKED, USAGE, main
from factcheck.link.echoes import echoes
from factcheck.link.wording import Wording
from factcheck.model import Reach
from factcheck.pipeline import drafting
from factcheck.ruleset import drafts
from factcheck.ruleset.drafts import Draft, Looked

PIER = {
    "monday.txt": "The Ostrel pier is 1,250 metres long.\n\nIt drew 41,200 visitors in May.\n",
    "friday.txt": "The old Ostrel pier, 1,250 metres long, was closed.\n\nThe mayor wept.\n",
    "sunday.txt": "Divers say that the Ostrel pier is 1.25 km long.\n",
}
FIRE = {
    "a.txt": "Ferry fire in Ostrel\n\nA fire on a ferry in Ostrel harbour killed 14 people on Monday.\n",
    "b.txt": "Blaze on Ostrel ferry\n\nThe fire on the ferry in Ostrel harbour killed 17 people on Monday.\n",
}


def bound(texts):
    found = []
    for name, text in sorted(texts.items()):
        document = documents.parse(text, name=name)
        found.append(link.bind(document, extract.extract(document)))
    return found


def drafted(texts, **options):
    return drafting.draft(bound(texts), run_texts=pipeline.run_texts, **options)


def outcomes(texts, made):
    rules = ruleset.loads({"drafts": drafts.write(made)})
    own = {rule.id for rule in rules.rules if rule.law is None}
    return [o for o in pipeline.run_texts(texts, rules).outcomes if o.rule in own]


def test_a_fact_in_several_documents_is_drafted_with_its_words():
    (one,) = drafted(PIER)
    assert one.name == "ostrel_pier_length"
    assert one.looked.dimension == "length"
    assert "Ostrel" in one.looked.names
    assert one.looked.any == ("pier",)
    assert one.comments[0] == "3 places in 3 documents, which agree"
    assert one.comments[1] == (
        "  friday.txt:1: 1,250 metres \N{EM DASH} "
        "“The old Ostrel pier, 1,250 metres long, was closed.”"
    )


def test_a_draft_finds_the_places_that_it_is_from_and_is_silent():
    (outcome,) = outcomes(PIER, drafted(PIER))
    assert outcome.verdict == "agree"
    assert {place.document for place in outcome.evidence} == set(PIER)


def test_a_draft_comes_with_an_example_that_fires_and_one_that_does_not():
    rules = ruleset.loads({"drafts": drafts.write(drafted(PIER))})
    assert ruleset.validate(rules) == ()
    results = list(ruleset.run_examples(rules, pipeline.run_texts))
    assert [(r.example.want, r.passed) for r in results] == [
        ("agree", True),
        ("conflict", True),
    ]


def test_where_documents_differ_the_draft_fires_and_says_so():
    (one,) = drafted(FIRE)
    assert one.comments[0].endswith("which differ: 14 people, 17 people")
    assert [o.verdict for o in outcomes(FIRE, [one])] == ["conflict"]
    (same, other) = one.examples
    assert same[0][0][1] == same[0][1][1]
    assert [text for _, text in other[0]] == [
        "A fire on a ferry in Ostrel harbour killed 14 people on Monday.",
        "The fire on the ferry in Ostrel harbour killed 17 people on Monday.",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param({"a.txt": "It is 12 km long."}, id="one document"),
        pytest.param({"a.txt": "", "b.txt": ""}, id="nothing in them"),
        pytest.param(
            {"a.txt": "The pier drew 412 visitors.", "b.txt": "A bus ran 97 km."},
            id="nothing in common",
        ),
        pytest.param(
            {"a.txt": "One man from Ostrel sang.", "b.txt": "One man from Ostrel sang."},
            id="that there is one",
        ),
        pytest.param(
            {"a.txt": "Dozens of people sang.", "b.txt": "Dozens of people sang."},
            id="no number",
        ),
    ],
)  # fmt: skip
def test_what_makes_no_rule_is_not_drafted(texts):
    assert drafted(texts) == ()


def test_a_draft_that_would_fire_though_the_documents_agree_is_not_made():
    # Each document speaks of two ferries in the same words.
    text = "The ferry from Ostrel has 412 seats. The ferry from Ostrel has 388 seats."
    assert drafted({"a.txt": text, "b.txt": text}) == ()


def test_what_rules_find_already_is_not_drafted_again():
    text = drafts.write(drafted(PIER))
    assert drafted(PIER, rules=ruleset.loads({"mine": text})) == ()


def test_names_of_the_rules_there_are_stay_theirs():
    other = (
        "facts:\n  ostrel_pier_length: {match: {dimension: mass, any: [anvil]}}\n"
        "rules: [{id: draft/ostrel-pier-length-2, fact: ostrel_pier_length, expect: agree}]\n"
    )
    (one,) = drafted(PIER, rules=ruleset.loads({"mine": other}))
    assert one.name == "ostrel_pier_length_3"


@pytest.mark.parametrize(
    ("texts", "subject", "property_"),
    [
        pytest.param(
            {
                "a.txt": "Tarnmill shares fell after a fire in Ostrel.\n\nThe firm had sales of €820 million.",
                "b.txt": "Tarnmill, with sales of €820 million, said it would leave Ostrel.",
            },
            "Tarnmill",
            "sale",
            id="the name that sentences begin with",
        ),
        pytest.param(
            {
                "a.txt": "The mill in Ostrel employs 412 people.",
                "b.txt": "In Ostrel the mill employed 412 people.",
            },
            "Ostrel",
            "people employed",
            id="a verb as what was done",
        ),
    ],
)
def test_a_draft_is_named_as_a_person_would_name_it(texts, subject, property_):
    (one,) = drafted(texts)
    assert one.looked.names[0] == subject
    assert one.property.startswith(property_)


def test_a_name_that_no_fact_is_about_is_no_subject_where_another_is():
    texts = {
        "a.txt": "Mill fire in Ostrel\n\nA fire at the Tarnmill works in Ostrel killed 14 people.\n",
        "b.txt": "Fire kills 14\n\nThe blaze in Ostrel killed 14 people at Tarnmill.\n",
    }
    assert {one.looked.names[:1] for one in drafted(texts)} == {("Ostrel",)}


def test_the_most_often_stated_comes_first_and_the_limit_holds():
    texts = {
        name: f"{text}\n\nThe ferry to Ostrel has 1,412 seats.\n"
        for name, text in PIER.items()
        if name != "friday.txt"
    } | {"friday.txt": PIER["friday.txt"]}
    assert [one.name for one in drafted(texts)] == [
        "ostrel_pier_length",
        "ostrel_seats_ferry",
    ]
    assert [one.name for one in drafted(texts, limit=1)] == ["ostrel_pier_length"]


def test_conversions_in_several_places_are_checked_too():
    texts = {
        "a.txt": "The Ostrel pier is 10 miles (16 km) long.",
        "b.txt": "The Ostrel pier is 10 miles (16 km) long, they say.",
    }
    made = drafted(texts)
    assert [one.conversions for one in made] == [True]
    rules = ruleset.loads({"drafts": drafts.write(made)}, packs=())
    assert [rule.expect.claim.value for rule in rules.rules] == ["agree", "conversion"]


def test_a_number_in_words_is_changed_in_the_example():
    texts = {
        "a.txt": "Eleven swans of Ostrel live on the lake.",
        "b.txt": "On the lake live eleven swans of Ostrel.",
    }
    (one,) = drafted(texts)
    assert "33 swans" in one.examples[1][0][1][1]


@pytest.mark.parametrize(
    ("sentences", "terms"),
    [
        pytest.param(
            ("The tower controls 41 trains.", "The tower controlled 41 trains."),
            ("tower",), id="one word",
        ),
        pytest.param(
            ("The blast killed 41 sailors.", "In the blast 41 sailors died."),
            ("blast",), id="the same word before two for one thing",
        ),
    ],
)  # fmt: skip
def test_terms_are_what_all_have_near_the_number(sentences, terms):
    corpus = bound({f"{i}.txt": text for i, text in enumerate(sentences)})
    common = Wording(corpus).common([one.facts[0] for one in corpus])
    assert terms in common.terms
    assert common.reach is Reach.SENTENCE


def test_two_words_for_one_thing_are_two_terms():
    texts = ("The blast killed 41 sailors.", "In the harbour 41 sailors died.")
    corpus = bound({f"{i}.txt": text for i, text in enumerate(texts)})
    common = Wording(corpus).common([one.facts[0] for one in corpus])
    assert common.terms == (("die", "kill"),)
    assert common.nouns == ("sailors",)


def test_words_of_the_paragraph_do_where_the_sentences_share_none():
    texts = (
        "The old mill burned. Firefighters counted 412 sacks.",
        "They saved much of the mill. In all 412 boxes were carried out.",
    )
    corpus = bound({f"{i}.txt": text for i, text in enumerate(texts)})
    common = Wording(corpus).common([one.facts[0] for one in corpus])
    assert common.reach is Reach.PARAGRAPH
    assert ("mill",) in common.terms


@pytest.mark.parametrize(
    ("texts", "ways"),
    [
        pytest.param(
            ("Mara Voss ran 412 km.", "Voss ran 412 km."), ("Mara Voss", "Voss"),
            id="a person in full first",
        ),
        pytest.param(
            ("Today 412 boats lie in Ostrel.", "All 412 boats lie in Ostrel.",
             "The Ostrel Fire Department saw 412 boats."),
            ("Ostrel",), id="the part that all have",
        ),
    ],
)  # fmt: skip
def test_a_name_is_looked_for_in_the_ways_it_is_written(texts, ways):
    corpus = bound({f"{i}.txt": text for i, text in enumerate(texts)})
    common = Wording(corpus).common([one.facts[0] for one in corpus])
    assert common.subjects[0].ways == ways
    assert common.subjects[0].within is None


@pytest.mark.parametrize(
    ("first", "second", "is_echo"),
    [
        pytest.param(
            "Ostrel has 41,250 boats.", "The 41,250 boats of Ostrel lie low.", True,
            id="the same",
        ),
        pytest.param(
            "Ostrel has 41,250 boats.", "It drew 41,250 visitors.", False,
            id="another noun",
        ),
        pytest.param(
            "Ostrel has 9 boats.", "Nine boats sank.", False, id="a small number"
        ),
        pytest.param(
            "Ostrel has 41,250 boats.", "Ostrel once had 41,350 boats.", False,
            id="another number",
        ),
        pytest.param(
            "Ostrel has at least 41,250 boats.", "Ostrel has 51,355 boats.", False,
            id="only within a bound",
        ),
        pytest.param(
            "In 2019 Ostrel had 41,250 boats.", "In 2021 Ostrel had 41,250 boats.", False,
            id="another year",
        ),
        pytest.param(
            "The fare rose by 412 euros in Ostrel.", "The fare rose to 412 euros in Ostrel.",
            False, id="a step and a level",
        ),
    ],
)  # fmt: skip
def test_a_number_that_another_document_states_too_is_an_echo(first, second, is_echo):
    assert bool(list(echoes(bound({"a.txt": first, "b.txt": second})))) is is_echo


def test_a_file_of_drafts_is_read_as_it_is_meant():
    looked = Looked(
        "count", ("boats",), ("St. John's, \N{BEAR FACE}", "Ost"), Reach.DOCUMENT,
        any=("sail",), words=3, all=("harbour",), within=Reach.PARAGRAPH,
    )  # fmt: skip
    examples = (((("a.txt", 'He said: "# 1"\x85'),), "agree"),)
    one = Draft("boats", "boats: all", looked, ("from here",), examples)
    text = drafts.write([one], head=["made by hand", ""])
    assert text.startswith("# made by hand\n#\nversion: 1\n")
    read: Any = yamltext.plain(yamltext.load(text, "x"))
    assert read["facts"]["boats"] == {
        "subject": {
            "name": "St. John's, \N{BEAR FACE}",
            "aliases": ["Ost"],
            "within": "document",
        },
        "property": "boats: all",
        "match": {
            "dimension": "count",
            "units": ["boats"],
            "near": {"any": ["sail"], "words": "3"},
            "all": ["harbour"],
            "within": "paragraph",
        },
    }
    assert read["rules"][0]["examples"][0]["docs"] == {"a.txt": 'He said: "# 1"\x85'}


# --- the command --------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_CONFIG", raising=False)
    for name, text in PIER.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def test_what_is_suggested_validates_passes_its_examples_and_finds(folder, capsys):
    assert main(["suggest", ".", "--output", "rules/new.yaml"]) == USAGE
    (folder / "rules").mkdir()
    assert main(["suggest", ".", "--output", "rules/new.yaml"]) == CLEAN
    assert "rules/new.yaml: 1 fact drafted from 3 documents" in capsys.readouterr().out
    text = (folder / "rules" / "new.yaml").read_text()
    assert text.startswith("# yaml-language-server: $schema=/")
    assert main(["validate", "rules"]) == CLEAN
    assert "0 warnings" in capsys.readouterr().out
    assert main(["test", "rules", "--coverage"]) == CLEAN
    assert capsys.readouterr().out == "2 of 2 examples are as wanted\n"
    assert main(["run", ".", "--rules", "rules"]) == CLEAN
    (folder / "sunday.txt").write_text("The Ostrel pier is 1.52 km long.\n")
    assert main(["run", ".", "--rules", "rules"]) == FOUND
    assert "draft/ostrel-pier-length" in capsys.readouterr().out


def test_a_file_that_is_there_is_kept_but_by_force(folder, capsys):
    (folder / "new.yaml").write_text("mine\n")
    assert main(["suggest", ".", "-o", "new.yaml"]) == USAGE
    assert "new.yaml: it is there already" in capsys.readouterr().err
    assert (folder / "new.yaml").read_text() == "mine\n"
    assert main(["suggest", ".", "-o", "new.yaml", "--force"]) == CLEAN
    assert "ostrel_pier_length" in (folder / "new.yaml").read_text()


@pytest.mark.parametrize("to", [[], ["--output", "-"]])
def test_drafts_are_printed_where_no_file_is_named(folder, capsys, to):
    assert folder
    assert main(["suggest", ".", *to]) == CLEAN
    printed = capsys.readouterr()
    assert printed.err == ""
    assert len(ruleset.loads({"x": printed.out}, packs=()).rules) == 1


def test_nothing_is_written_where_nothing_is_to_be_suggested(folder, capsys):
    assert main(["suggest", "monday.txt", "-o", "new.yaml"]) == CLEAN
    assert "no fact is stated in several places" in capsys.readouterr().out
    assert not (folder / "new.yaml").exists()


def test_rules_of_the_settings_are_not_suggested_again(folder, capsys):
    assert main(["suggest", ".", "-o", "mine.yaml"]) == CLEAN
    (folder / ".factcheck.yaml").write_text("rules: [mine.yaml]\n")
    capsys.readouterr()
    assert main(["suggest", "."]) == CLEAN
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "that no rule finds already" in printed.err


def test_a_document_that_cannot_be_read_is_told(folder, capsys):
    (folder / "scan.txt").write_bytes(b"\0\1\2" * 99)
    assert main(["suggest", "."]) == UNCHECKED
    printed = capsys.readouterr()
    assert "scan.txt: " in printed.err
    assert "ostrel_pier_length" in printed.out
