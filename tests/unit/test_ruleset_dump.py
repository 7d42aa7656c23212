from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import ruleset
from factcheck.model import Place
from factcheck.ruleset.dumping import dump

ROOT = Path(__file__).parent.parent.parent
FILES = [
    *sorted((ROOT / "tests/corpus/rules/features").glob("*.yaml")),
    *sorted((ROOT / "rules").glob("*.yaml")),
    *sorted((ROOT / "factcheck/packs").glob("*.yaml")),
]
NOWHERE = Place("", 0, 0)
WHOLE = """
defaults: {within: clause, warn_if: 2.5%, paths: ["a/*"], links: [x], tags: [t], severity: note}
facts:
  fa:
    subject: {name: "A b", aliases: [C, "d"], regex: "x+", within: document}
    property: p
    description: d
    match:
      dimension: length
      units: [km, miles]
      any: [one, "two: three"]
      all: [four]
      near: {any: [five], words: 3}
      not: [six, {all: [seven], within: document}, {any: [eight], words: 2}]
      regex: "a|b"
      range: {max: 5 km}
      in: [title, body]
      period: 2024-02
      claimant: [nine]
      pair: parenthetical
      paths: ["*.md"]
    reference: {value: 3 km, as_of: 2024-01-01, source: s}
  fb: {match: {dimension: length, period: stated}}
rules:
  - id: r
    description: d
    facts: {x: fa, y: fb}
    expect: {sum: {to: y, max: 9 km, group_by: [block]}}
    tolerance: {relative: 5%, absolute: 1 km, factor: 1.5}
    error_if: 50%
    message: "{rule} {{}}"
    examples: [{name: n, docs: {"a b.txt": "t: u"}, want: ok, severity: note}]
  - {id: s, fact: fa, expect: {monotonic: {over: period, direction: falling, per: [subject]}}, severity: off}
"""


def placeless(rules):
    facts = [fact._replace(place=NOWHERE, written=()) for fact in rules.facts]
    made = [
        rule._replace(
            place=NOWHERE,
            examples=tuple(e._replace(place=NOWHERE) for e in rule.examples),
        )
        for rule in rules.rules
    ]
    return facts, made


@pytest.mark.parametrize(
    "text",
    [
        *(pytest.param(path.read_text("utf-8"), id=path.stem) for path in FILES),
        pytest.param(WHOLE, id="every key"),
    ],
)
def test_loading_what_was_dumped_is_the_identity(text):
    loaded = ruleset.loads({"x.yaml": text}, packs=())
    again = ruleset.loads({"x.yaml": dump(loaded)}, packs=())
    assert placeless(again) == placeless(loaded)
    assert dump(again) == dump(loaded)
