"""Decisions on findings, kept in a file between runs.

    version: 1
    decisions:
      - fingerprint: 0123456789abcdef0123456789abcdef
        rule: "core/agreement"
        decision: different facts
        reason: "One is the town, the other the district."
        documents: ["reports/may.md", "reports/june.md"]

The HTML report saves such a file, `factcheck review` and `factcheck baseline` write one, and
a person may.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import Problem, RuleError, UsageError, nearest
from factcheck.frozen import dataclass
from factcheck.model import Choice, Decision, Finding, Ignored

if TYPE_CHECKING:
    from factcheck import yamltext

_HEAD = "# Decisions on findings of factcheck.\nversion: 1\ndecisions:"
_KEYS = ("fingerprint", "rule", "decision", "reason", "documents")
_LISTS = ("documents",)
_TOP = ("version", "decisions")
_FINGERPRINT = re.compile(r"[0-9a-f]{32}")


def load(path: Path, *, name: str | None = None) -> tuple[Decision, ...]:
    """Return the decisions of a file.

    Args:
        path: The file.
        name: How messages name it; its path by default.

    Raises:
        UsageError: If it cannot be read.
        RuleError: If something in it is wrong, with all places.
    """
    name = name or str(path)
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UsageError(f"{name}: decisions cannot be read: {reason}") from None
    return parse(text, name)


def parse(text: str, name: str) -> tuple[Decision, ...]:
    """Return the decisions in a text.

    Raises:
        RuleError: If something in it is wrong, with all places.
    """
    # YAML is 20 ms that a run without decisions does not pay.
    from factcheck import yamltext  # noqa: PLC0415

    top = yamltext.load(text, name)
    problems: list[Problem] = []
    found: list[Decision] = []
    if isinstance(top, yamltext.Mapping):
        _unknown(top, _TOP, name, problems)
        version, listed = top.get("version"), top.get("decisions")
        if not isinstance(version, yamltext.Scalar) or version.value != "1":
            at = version or top
            problems.append(_wrong(name, at, "this must say version: 1"))
        if isinstance(listed, yamltext.Sequence):
            found = [
                decision
                for node in listed
                if (decision := _decision(node, name, problems)) is not None
            ]
        elif listed is None or yamltext.plain(listed) is not None:
            at = listed or top
            problems.append(_wrong(name, at, "'decisions' must be a list"))
    else:
        problems.append(
            _wrong(name, top, "this must map 'version' and 'decisions' to values")
        )
    if problems:
        raise RuleError(problems)
    return tuple(found)


def _wrong(name: str, node: yamltext.Node, text: str) -> Problem:
    return Problem(name, node.line, node.column, text)


def _unknown(
    node: yamltext.Mapping, known: Sequence[str], name: str, problems: list[Problem]
) -> None:
    for key, _ in node:
        if key.value not in known:
            best = nearest(key.value, known)
            hint = (
                f"did you mean '{best}'?" if best else f"known are {', '.join(known)}"
            )
            problems.append(_wrong(name, key, f"unknown key '{key.value}': {hint}"))


def _decision(
    node: yamltext.Node, name: str, problems: list[Problem]
) -> Decision | None:
    from factcheck import yamltext  # noqa: PLC0415 - as above

    if not isinstance(node, yamltext.Mapping):
        problems.append(_wrong(name, node, "a decision is a mapping"))
        return None
    _unknown(node, _KEYS, name, problems)
    values: dict[str, str] = {}
    before = len(problems)
    documents = _texts(node.get("documents"), name, problems)
    for key in _KEYS:
        value = node.get(key)
        if key in _LISTS:
            continue
        if isinstance(value, yamltext.Scalar):
            values[key] = value.value
        elif value is not None:
            problems.append(_wrong(name, value, "this must be text"))
        elif key in ("fingerprint", "decision"):
            problems.append(_wrong(name, node, f"'{key}' is missing"))
    mark, choice = values.get("fingerprint", ""), values.get("decision", "")
    if "fingerprint" in values and not _FINGERPRINT.fullmatch(mark):
        at = node.get("fingerprint") or node
        problems.append(_wrong(name, at, "a fingerprint is 32 hexadecimal digits"))
    if "decision" in values and choice not in tuple(Choice):
        best = nearest(choice, tuple(Choice))
        hint = (
            f"did you mean '{best}'?" if best else "it is one of " + ", ".join(Choice)
        )
        at = node.get("decision") or node
        problems.append(_wrong(name, at, f"unknown decision '{choice}': {hint}"))
    if len(problems) > before:
        return None
    return Decision(
        mark,
        Choice(choice),
        " ".join(values.get("reason", "").split()),
        values.get("rule", ""),
        f"{name}:{node.line}",
        documents,
    )


def _texts(
    node: yamltext.Node | None, name: str, problems: list[Problem]
) -> tuple[str, ...]:
    from factcheck import yamltext  # noqa: PLC0415 - as above

    if node is None or yamltext.plain(node) is None:
        return ()
    items = node if isinstance(node, yamltext.Sequence) else (node,)
    found = []
    for item in items:
        if isinstance(item, yamltext.Scalar):
            found.append(item.value)
        else:
            problems.append(_wrong(name, item, "this must be text"))
    return tuple(found)


def decide(finding: Finding, choice: Choice, reason: str) -> Decision:
    """Return what a person decided on a finding, ready to be kept."""
    evidence = finding.outcome.evidence
    places = {place.document for place in evidence if place.document is not None}
    return Decision(
        finding.fingerprint,
        choice,
        " ".join(reason.split()),
        finding.outcome.rule,
        documents=tuple(sorted(places)),
    )


@dataclass(frozen=True, slots=True)
class Scope:
    """What a run looked at: only of that can it say that nothing is found any more.

    Attributes:
        read: The documents that were read.
        rules: Ids of the rules that were on.
        whole: Whether that is all there is, and not a part that was asked for.
    """

    read: Collection[str]
    rules: Collection[str]
    whole: bool = True

    def covers(self, decision: Decision) -> bool:
        """Return whether the finding of a decision would have been found."""
        if self.whole:
            return True
        return (
            bool(decision.documents)
            and all(path in self.read for path in decision.documents)
            and decision.rule in self.rules
        )


def apply(
    findings: Iterable[Finding],
    decided: Iterable[Decision],
    *,
    scope: Scope,
    gone: Iterable[Ignored] = (),
) -> tuple[list[Finding], list[str]]:
    """Return findings with what was decided on them, and what is to be said of decisions.

    The last decision on a finding holds; one on a finding that is ignored is not stale, and
    neither is one on documents or a rule that the run left out.
    """
    known: dict[str, Decision] = {}
    notes: list[str] = []
    for decision in decided:
        if decision.reason:
            known[decision.fingerprint] = decision
        else:
            said = "the decision has no reason, and is not heeded"
            notes.append(f"{decision.place}: {said}")
    shown = [
        replace(finding, decision=known[finding.fingerprint])
        if finding.fingerprint in known
        else finding
        for finding in findings
    ]
    there = {finding.fingerprint for finding in shown}
    there.update(one.finding.fingerprint for one in gone)
    for mark, decision in known.items():
        if mark not in there and scope.covers(decision):
            about = f" ({decision.rule})" if decision.rule else ""
            said = f"the decision{about} is stale: nothing is found any more with the fingerprint"
            notes.append(f"{decision.place}: {said} {mark}")
    return shown, notes


def written(decided: Iterable[Decision]) -> str:
    """Return decisions as the text of a file."""
    entries = "".join(_entries(decided))
    return f"{_HEAD}\n{entries}" if entries else f"{_HEAD} []\n"


def added(text: str, name: str, decided: Sequence[Decision]) -> str:
    """Return the text of a file with more decisions; what people wrote in it stays.

    A decision on a finding that was decided on before takes the place of the old one.

    Raises:
        RuleError: If the text is wrong already.
    """
    before = parse(text, name)
    if not decided:
        return text
    fresh = {one.fingerprint for one in decided}
    kept = [one for one in before if one.fingerprint not in fresh]
    wanted = [*kept, *decided]
    longer = _without(text, name, fresh).rstrip() + "\n" + "".join(_entries(decided))
    try:
        if [_said(one) for one in parse(longer, name)] == [
            _said(one) for one in wanted
        ]:
            return longer
    except RuleError:
        pass  # the list is written in another style, so all of it is written anew
    return written(wanted)


def _said(one: Decision) -> Decision:
    return replace(one, place="")


def _without(text: str, name: str, marks: Collection[str]) -> str:
    """Return the text of a file without the lines of some decisions."""
    from factcheck import yamltext  # noqa: PLC0415 - as above

    top = yamltext.load(text, name)
    listed = top.get("decisions") if isinstance(top, yamltext.Mapping) else None
    lines = text.split("\n")
    for node in reversed(listed.value if isinstance(listed, yamltext.Sequence) else ()):
        mark = node.get("fingerprint") if isinstance(node, yamltext.Mapping) else None
        if isinstance(mark, yamltext.Scalar) and mark.value in marks:
            first = last = node.line - 1
            inner = " " * (node.column - 1)
            while last + 1 < len(lines) and lines[last + 1].startswith(inner):
                last += 1
            del lines[first : last + 1]
    return "\n".join(lines)


def _entries(decided: Iterable[Decision]) -> Iterator[str]:
    from factcheck.yamltext import quoted  # noqa: PLC0415 - as above

    for one in decided:
        documents = [quoted(path) for path in one.documents]
        yield (
            f"  - fingerprint: {one.fingerprint}\n"
            f"    rule: {quoted(one.rule)}\n"
            f"    decision: {one.choice}\n"
            f"    reason: {quoted(one.reason)}\n"
        )
        if documents:
            yield f"    documents: [{', '.join(documents)}]\n"
