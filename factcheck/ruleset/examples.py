"""Examples of rules: run, and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from factcheck.frozen import dataclass
from factcheck.model import Example, Outcome, Report, Rule, RuleSet, Verdict

RunTexts = Callable[[Mapping[str, str], RuleSet], Report]

_WANTED = {
    "conflict": Verdict.CONFLICT,
    "agree": Verdict.AGREE,
    "undetermined": Verdict.UNDETERMINED,
}
_FIRES = "conflict"


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """What became of one example.

    Attributes:
        rule: Id of the rule.
        example: The example.
        passed: Whether the rule said what was wanted.
        got: What it said: "conflict", "agree", "undetermined", "excused", "unmatched", ...
        message: For people: the first message of the rule, or what was missing.
    """

    rule: str
    example: Example
    passed: bool
    got: str
    message: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How well the examples of one rule exercise it.

    Attributes:
        rule: Id of the rule.
        fires: How many of its examples fire.
        silent: How many do not, though the rule compares something, or must not.
    """

    rule: str
    fires: int
    silent: int

    @property
    def is_covered(self) -> bool:
        """Whether one example fires and one does not."""
        return self.fires > 0 and self.silent > 0


def run_examples(ruleset: RuleSet, run_texts: RunTexts) -> Iterator[ExampleResult]:
    """Yield what each example of each rule came to, in the order of the rules.

    Args:
        ruleset: The rules.
        run_texts: Runs the whole pipeline over texts, given by name.
    """
    for rule in ruleset.rules:
        alone = replace(ruleset, rules=(rule._replace(off=False),), _facts={})
        for example in rule.examples:
            report = run_texts(dict(example.docs), alone)
            outcomes = [out for out in report.outcomes if out.rule == rule.id]
            yield _result(rule, example, outcomes)


def coverage(ruleset: RuleSet) -> tuple[Coverage, ...]:
    """Return how well each rule is exercised by its examples, as they are wanted."""
    found = []
    for rule in ruleset.rules:
        fires = sum(example.want == _FIRES for example in rule.examples)
        found.append(Coverage(rule.id, fires, len(rule.examples) - fires))
    return tuple(found)


def _result(rule: Rule, example: Example, outcomes: list[Outcome]) -> ExampleResult:
    order = list(Verdict)
    loudest = (Verdict.CONFLICT, Verdict.DISPUTED, *order)
    verdicts = {out.verdict for out in outcomes}
    got = next((verdict for verdict in loudest if verdict in verdicts), None)
    said = got.value if got is not None else "unmatched"
    if example.want == "ok":
        passed = got is not Verdict.CONFLICT
    elif example.want == "unmatched":
        passed = got is None
    else:
        passed = got is _WANTED[example.want]
    shown = next((out for out in outcomes if out.verdict is got), None)
    message = shown.message if shown is not None else "the rule compared nothing"
    if passed and example.severity is not None and shown is not None:
        passed = shown.severity is example.severity
        if not passed:
            message = f"severity {shown.severity}, not {example.severity}: {message}"
    return ExampleResult(rule.id, example, passed, said, message)
