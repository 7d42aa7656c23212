"""`factcheck test`, `validate`, `rules`, `explain`, `init`, `schema`: rules and their words."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from textwrap import indent
from typing import Annotated

import typer

from factcheck import config as settings
from factcheck import pipeline, ruleset
from factcheck.checks import LAWS, expectations
from factcheck.cli import CLEAN, FOUND, USAGE, inputs, options, output
from factcheck.errors import Problem, RuleError, UsageError, nearest
from factcheck.model import Bounds, Claim, Expect, Expression, Quantity, Rule, RuleSet
from factcheck.reports import one_line

_SCHEMAS = ("diff", "report", "rules")
_SCHEMA_NAME = "rules.schema.json"
_FINDING = "fc-"
RULE_FILE = """\
# yaml-language-server: $schema={schema}
#
# What to look for (`facts`), and what has to hold (`rules`). Copy a rule and change its words:
#   factcheck validate    says what is wrong with this file
#   factcheck test        runs the examples
#   factcheck run         checks your documents
version: 1

facts:
  bridge_length:
    subject: {{name: Harbour Bridge}}
    property: length
    match:
      dimension: length             # or count, ratio, currency, area, duration, ...
      any: [long, length, span]     # one of these words in the sentence of the number

rules:
  - id: my/bridge-length
    fact: bridge_length
    expect: {{agree: {{}}}}             # all documents state one length
    tolerance: {{relative: 2%}}
    examples:
      - name: two lengths
        docs:
          a.txt: The Harbour Bridge is 12 km long.
          b.txt: The Harbour Bridge is 21 km long.
        want: conflict
      - name: one length in two units
        docs:
          a.txt: The Harbour Bridge has a length of 12 km.
          b.txt: The Harbour Bridge spans 7.5 miles.
        want: ok
"""
CONFIG_FILE = """\
# What `factcheck run` does in this folder.
documents: [.]
rules: [rules]
fail_on: warning        # note, warning or error: from here on the exit status is 1
"""

RulePaths = Annotated[
    list[str] | None,
    typer.Argument(help="Rule files or folders; those of the settings by default."),
]


def check_examples(
    paths: RulePaths = None,
    *,
    config: options.ConfigFile = None,
    coverage: Annotated[
        bool,
        typer.Option(
            "--coverage",
            help="Fail where a rule has no example that fires, or none that passes.",
        ),
    ] = False,
) -> None:
    """Run the examples of rules."""
    rules = _own(paths, config)
    results = list(ruleset.run_examples(rules, pipeline.run_texts))
    for result in results:
        if not result.passed:
            example = result.example
            name = f" “{example.name}”" if example.name else ""
            _say(
                f"{example.place}: {result.rule}{name}: wanted {example.want}, got "
                f"{result.got}: {result.message}"
            )
    failed = sum(not result.passed for result in results)
    gaps = list(_gaps(rules)) if coverage else []
    for gap in gaps:
        _say(gap)
    _say(f"{len(results) - failed} of {len(results)} examples are as wanted")
    raise typer.Exit(FOUND if failed or gaps else CLEAN)


def _gaps(loaded: RuleSet) -> Iterator[str]:
    """Yield the rules that their examples do not try both ways; the core has its own tests."""
    for rule, row in zip(loaded.rules, ruleset.coverage(loaded), strict=True):
        if row.is_covered or rule.law is not None:
            continue
        lacks = "that fires" if row.silent else "that passes" if row.fires else ""
        yield f"{rule.place}: {rule.id} has no example {lacks}".rstrip()


def validate(paths: RulePaths = None, *, config: options.ConfigFile = None) -> None:
    """Check rules without any document."""
    try:
        rules = _own(paths, config)
    except RuleError as error:
        for problem in error.problems:
            _say(_pointed(problem))
        _say(_counted(len(error.problems), "problem"))
        raise typer.Exit(USAGE) from None
    doubts = ruleset.validate(rules)
    for doubt in doubts:
        _say(f"{_pointed(replace(doubt, text=f'warning: {doubt.text}'))}")
    own = sum(rule.law is None for rule in rules.rules)
    counts = [_counted(own, "rule"), _counted(len(rules.facts), "fact")]
    _say(f"{' and '.join(counts)} are right, {_counted(len(doubts), 'warning')}")


def _counted(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def _pointed(problem: Problem) -> str:
    """Return a problem with the line that it is on, and a caret under the place."""
    try:
        text = Path(problem.path).read_text("utf-8-sig")
        line = text.split("\n")[problem.line - 1].replace("\t", " ")
    except (OSError, UnicodeDecodeError, IndexError):
        return str(problem)
    return f"{problem}\n    {line}\n    {' ' * (problem.column - 1)}^"


def rules(paths: RulePaths = None, *, config: options.ConfigFile = None) -> None:
    """List rules: id, severity, where they are from, what they check."""
    loaded = _loaded(paths, config)
    rows = [
        (rule.id, _severity(rule), str(rule.place), _about(rule, loaded))
        for rule in loaded.rules
    ]
    widths = [max(len(row[i]) for row in rows) for i in range(3)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        _say("  ".join([*cells, row[-1]]))


def _severity(rule: Rule) -> str:
    if rule.off:
        return "off"
    return rule.severity.value if rule.severity else "by gap"


def _about(rule: Rule, loaded: RuleSet) -> str:
    if rule.description:
        return " ".join(rule.description.split())
    labels = dict.fromkeys(loaded.fact(name).label() for _, name in rule.facts)
    return f"{', '.join(labels)}: {_must(rule.expect)}"


def _must(expect: Expect) -> str:
    """Say what an expectation asks for, in a few words."""
    if expect.relation is not None:
        return expect.relation.text
    if expect.claim is Claim.MONOTONIC:
        way = "falls" if expect.falling else "rises"
        return f"only {way} over {expect.over}"
    if expect.claim is Claim.EQUALS:
        return f"equals {' or '.join(v.text for v in expect.values) or 'its reference'}"
    ends = expect.bounds or Bounds()
    said = {
        "at least": ends.low,
        "at most": ends.high,
        "adds up to": expect.total,
        "adds up to at most": expect.limit,
    }
    words = [f"{word} {_end(end)}" for word, end in said.items() if end is not None]
    return " and ".join(words) or expect.claim.value


def _end(end: Quantity | Expression) -> str:
    if isinstance(end, Quantity):
        return end.text
    return end.quantity.text if end.quantity else end.name


def explain(
    identifier: Annotated[
        str, typer.Argument(metavar="ID", help="Id of a rule, a law or a finding.")
    ],
    paths: options.Paths = None,
    *,
    rules: options.Rules = None,
    config: options.ConfigFile = None,
) -> None:
    """Explain a rule, or a finding of the documents."""
    settled = settings.load(Path(config) if config else None)
    loaded = inputs.rules(rules or (), settled) or ruleset.load()
    if identifier.startswith(_FINDING):
        _explain_finding(identifier, paths or (), settled, loaded)
        return
    own, rule = loaded, _found(identifier, loaded)
    if rule is None:  # one that ships explains itself before it is taken
        loaded = ruleset.load(packs=ruleset.packs())
        rule = _found(identifier, loaded)
    if rule is None:
        ids = [rule.id for rule in (*own.rules, *loaded.rules)]
        best = nearest(identifier, ids)
        hint = f"did you mean '{best}'?" if best else "`factcheck rules` lists them"
        raise UsageError(f"there is no rule '{identifier}': {hint}")
    _say(f"{rule.id} ({rule.kind}), {rule.place}, severity {_severity(rule)}")
    _say(_about(rule, loaded))
    if rule.law is None:
        named = {name for _, name in rule.facts}
        facts = tuple(fact for fact in loaded.facts if fact.name in named)
        whole = ruleset.dump(RuleSet(rules=(rule,), facts=facts))
        _say("\n" + indent(whole.partition("\n")[2], "    ").rstrip())
    check = LAWS[rule.law] if rule.law else expectations.EXPECTATIONS[rule.expect.claim]
    _say("\n" + inspect.cleandoc(inspect.getmodule(check).__doc__ or ""))


def _found(identifier: str, loaded: RuleSet) -> Rule | None:
    return loaded.rule(identifier) or loaded.rule(f"core/{identifier}")


def _explain_finding(
    identifier: str, paths: Sequence[str], settled: settings.Config, loaded: RuleSet
) -> None:
    found = inputs.sources(paths, settled)
    decided = inputs.decided(settled)
    report = inputs.checked(found, loaded, settled, decided=decided)
    ignored = {one.finding.id: one for one in report.ignored}
    shown = [*report.findings, *(one.finding for one in report.ignored)]
    chosen = next((one for one in shown if one.id == identifier), None)
    if chosen is None:
        best = nearest(identifier, [one.id for one in shown])
        raise UsageError(
            f"there is no finding {identifier} in these documents"
            + (f": did you mean '{best}'?" if best else "")
        )
    from factcheck.reports import text  # noqa: PLC0415 - for findings alone

    output.write_stdout(text.one_finding(report, chosen, options.view()))
    if identifier in ignored:
        by = ignored[identifier]
        _say(f"  Ignored: {by.document}:{by.line} — {one_line(by.reason)}")
    rule = chosen.outcome.rule
    _say(f"  factcheck explain {rule} says what the rule checks")


def init(
    folder: Annotated[Path, typer.Argument(help="Where to begin.")] = Path(),
) -> None:
    """Write settings and a first rule file, to be changed."""
    wanted = {
        folder / settings.YAML_NAME: CONFIG_FILE,
        folder / "rules" / "rules.yaml": RULE_FILE.format(schema=_SCHEMA_NAME),
        # A copy: where the tool is installed is another place on the next machine.
        folder / "rules" / _SCHEMA_NAME: schema_file("rules").read_text("utf-8"),
    }
    for path in wanted:
        if path.exists():
            raise UsageError(f"{path}: it is there already, and nothing was written")
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        output.write_file(path, [text])
        _say(f"wrote {path}")


def schema(
    name: Annotated[
        str, typer.Argument(help="What to describe: rules, report or diff.")
    ] = "rules",
) -> None:
    """Print the JSON Schema of rule files, for editors, or of what comes out as JSON."""
    options.chosen("schema", name, _SCHEMAS)
    path = schema_file(name)
    if not path.is_file():
        raise UsageError(f"there is no schema of {name} in this version")
    output.write_stdout([path.read_text("utf-8")])


def schema_for(rule_file: Path | None) -> str:
    """Return the schema as a rule file names it: the copy beside it, or else the tool's own."""
    if rule_file is not None and (rule_file.parent / _SCHEMA_NAME).is_file():
        return _SCHEMA_NAME
    return str(schema_file("rules"))


def schema_file(name: str) -> Path:
    """Return where a schema of the tool stands."""
    return Path(str(files("factcheck"))) / "schema" / f"{name}.schema.json"


def _loaded(paths: list[str] | None, config: str | None) -> RuleSet:
    settled = settings.load(Path(config) if config else None)
    return inputs.rules(paths or (), settled) or ruleset.load()


def _own(paths: list[str] | None, config: str | None) -> RuleSet:
    """Return the rules to check; none at all is never a pass.

    Raises:
        UsageError: If neither the command nor the settings name any.
    """
    found = inputs.rules(paths or (), settings.load(Path(config) if config else None))
    if found is None:
        raise UsageError(
            "there is no rule: name rule files, or `rules` in the settings"
        )
    return found


def _say(text: str) -> None:
    output.write_stdout([text, "\n"])
