from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck import ruleset
from factcheck.errors import RuleError

BROKEN = Path(__file__).parent.parent / "corpus" / "rules" / "broken"
FILES = sorted(BROKEN.glob("*.yaml"))
EXPECT = re.compile(r"# expect (\d+:\d+: .+)")


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in FILES])
def test_a_broken_file_is_refused_with_every_problem_at_its_place(path):
    text = path.read_text("utf-8")
    with pytest.raises(RuleError) as caught:
        ruleset.loads({path.name: text})
    expected = [f"{path.name}:{said}" for said in EXPECT.findall(text)]
    assert [str(problem) for problem in caught.value.problems] == expected


def test_no_two_broken_files_are_broken_for_the_same_reason():
    reasons = {path.stem: EXPECT.findall(path.read_text("utf-8")) for path in FILES}
    assert len(FILES) >= 60
    assert all(reasons.values())
    texts = [
        tuple(said.split(": ", 1)[1] for said in all_) for all_ in reasons.values()
    ]
    assert len(set(texts)) == len(FILES)
