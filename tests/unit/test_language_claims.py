from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.claims import claims
from tests.linear import linear


def shown(text: str) -> list[tuple[str | None, str]]:
    return [(c.claimant, c.stance.value) for c in claims(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army said 43 died.", [("army", "said")]),
        ("At least 43 died, police said on Monday.", [("police", "said")]),
        ("According to the Larn Bank, it fell.", [("Larn Bank", "said")]),
        ("It fell, according to officials.", [("officials", "said")]),
        ("Kyiv claims 43 while Moscow says 12.", [("Kyiv", "claimed"), ("Moscow", "said")]),
        ('"We lost 43," said Maj. Petro Hryn in Larn.', [("Maj. Petro Hryn", "said")]),
        ('"We lost 43," said the head of the 12th unit.', [("head", "said")]),
        ("Ann Lee, the mayor of Larn, said no.", [("Ann Lee", "said")]),
        ("Many are believed to have died.", [(None, "estimated")]),
        ("It is now expected to reach 5.", [(None, "expected")]),
        ("It is due to reach 5.", [(None, "expected")]),
        ("The ministry denied it.", [("ministry", "denied")]),
        ("Data from the health ministry showed 43 deaths.", [("health ministry", "said")]),
        ("The toll, earlier put at 43, rose to 50.", [(None, "previously")]),
        ("The firm aims to build 43 homes.", [("firm", "target")]),
        ("It met its target of 43 homes.", [(None, "target")]),
        ("43 reported cases were found.", []),
        ("He had previously denied it.", [(None, "previously"), ("He", "denied")]),
        ("The attack killed 12, the report says.", [("report", "said")]),
        ("The bank forecast growth.", [("bank", "expected")]),
        ("A forecast of 3 percent was given.", [(None, "expected")]),
        ("In Larn officials said no.", [("officials", "said")]),
        ("By the end of the day the head of the unit said no.", [("head of the unit", "said")]),
        ("Larn Steel runs in six states.", []),
        ("They have suspended planned work.", []),
        ("Two sources that were asked have confirmed it.", []),
        ("The Larn lamps will show it.", []),
        ("Nothing of the kind.", []),
        ("Figures from the Larn Bank show 3.", [("Larn Bank", "said")]),
        ("New estimates by the agency put it at 3.", [(None, "estimated"), ("agency", "estimated")]),
        ("It gave figures of 43 killed.", []),
        ("Reportedly 43 died.", [(None, "claimed")]),
        ("It was said by some.", [(None, "said")]),
        ("It was reported then.", []),
        ("It was argued then.", []),
        ("The fog, it was thick, said nothing.", []),
        ("Thick, said nothing.", []),
        ("Said nothing.", []),
        ("The house, said 12.", []),
        ("According to a.", [("a", "said")]),
        ("According to .", []),
    ],
)  # fmt: skip
def test_who_says_so_and_how(text, expected):
    assert shown(text) == expected


def test_spans_hold_claimant_and_cue():
    text = "At noon the army said 43 died."
    (claim,) = claims(text, 0, len(text))
    assert text[claim.span.start : claim.span.end] == "army"
    assert text[claim.cue.start : claim.cue.end] == "said"


@given(
    st.text(
        alphabet=st.sampled_from("said ,.the army \"A'B1 denied according to is"),
        max_size=80,
    )
)
def test_any_text_is_read(text):
    for claim in claims(text, 0, len(text)):
        assert (
            claim.claimant is None
            or claim.claimant == text[claim.span.start : claim.span.end]
        )


@pytest.mark.parametrize("piece", ["he said ", "according to "])
def test_long_text_is_read_in_linear_time(piece):
    small, large = piece * 2_500, piece * 10_000
    assert linear(lambda text: claims(text, 0, len(text)), small, large)
