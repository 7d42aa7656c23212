"""Rules drafted for a person to edit: short YAML, with comments that say where each is from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.model import Reach
from factcheck.yamltext import quoted

_PLAIN = re.compile(r"[^\W\d_][\w .\u2019-]*(?<! )")


class Looked(NamedTuple):
    """What a drafted fact looks for.

    Attributes:
        dimension: Name of the dimension.
        units: Counted nouns.
        names: Names of the subject, the one to show first; empty for none.
        named_within: How near a name must stand, or None for the usual.
        any: Terms of which one must be there.
        words: How many words may stand between one of them and the number, or None.
        all: Terms that must all be there.
        within: How far terms are looked for.
    """

    dimension: str
    units: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    named_within: Reach | None = None
    any: tuple[str, ...] = ()
    words: int | None = None
    all: tuple[str, ...] = ()
    within: Reach = Reach.SENTENCE


class Draft(NamedTuple):
    """A fact with a rule of its own.

    Attributes:
        name: Name of the fact.
        property: Property of the subject, in words.
        looked: What it looks for.
        comments: Lines above the fact: where it is from.
        examples: Texts by name, and what the rule says of them.
        conversions: Whether its conversions are checked as well.
    """

    name: str
    property: str
    looked: Looked
    comments: tuple[str, ...] = ()
    examples: tuple[tuple[tuple[tuple[str, str], ...], str], ...] = ()
    conversions: bool = False


def rule_id(name: str) -> str:
    """Return the id of the rule for a fact.

    >>> rule_id("pier_length")
    'draft/pier-length'
    """
    return "draft/" + name.replace("_", "-")


def write(drafts: Sequence[Draft], *, head: Iterable[str] = ()) -> str:
    """Return drafts as the text of a rule file.

    Args:
        drafts: In the order of the file.
        head: Lines of comment above all.
    """
    lines = [*(f"# {line}".rstrip() for line in head), "version: 1"]
    if drafts:
        lines += ["", "facts:"]
        for draft in drafts:
            lines += [*_fact(draft), ""]
        lines.append("rules:")
        for draft in drafts:
            lines += _rule(draft)
    return "\n".join(lines) + "\n"


def _fact(draft: Draft) -> Iterator[str]:
    for comment in draft.comments:
        yield f"  # {comment}"
    yield f"  {draft.name}:"
    looked = draft.looked
    if looked.names:
        yield f"    subject: {_subject(looked)}"
    yield f"    property: {_text(draft.property)}"
    yield "    match:"
    yield f"      dimension: {looked.dimension}"
    if looked.units:
        yield f"      units: {_list(looked.units)}"
    if looked.any and looked.words is None:
        yield f"      any: {_list(looked.any)}"
    elif looked.any:
        yield f"      near: {{any: {_list(looked.any)}, words: {looked.words}}}"
    if looked.all:
        yield f"      all: {_list(looked.all)}"
    if looked.within is not Reach.SENTENCE:
        yield f"      within: {looked.within}"


def _subject(looked: Looked) -> str:
    name, *aliases = map(_text, looked.names)
    parts = [f"name: {name}"]
    if aliases:
        parts.append(f"aliases: [{', '.join(aliases)}]")
    if looked.named_within is not None:
        parts.append(f"within: {looked.named_within}")
    return name if len(parts) == 1 else f"{{{', '.join(parts)}}}"


def _rule(draft: Draft) -> Iterator[str]:
    identifier = rule_id(draft.name)
    yield f"  - id: {identifier}"
    yield f"    fact: {draft.name}"
    yield "    expect: agree"
    if draft.examples:
        yield "    examples:"
        for docs, want in draft.examples:
            yield f"      - want: {want}"
            yield "        docs:"
            for name, text in docs:
                yield f"          {name}: {quoted(text)}"
    if draft.conversions:
        yield f"  - id: {identifier}-conversion"
        yield f"    fact: {draft.name}"
        yield "    expect: conversion"


def _list(terms: Iterable[str]) -> str:
    return f"[{', '.join(terms)}]"


def _text(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else quoted(text)
