"""The reference of the rules language, as Markdown; made from the table of keys."""

from __future__ import annotations

from factcheck.ruleset import keys, quantities, templates

START = (
    "<!-- reference: made by `python -m factcheck.ruleset.reference`; do not edit -->"
)
END = "<!-- end of reference -->"

_TITLES = {
    "file": "A rule file",
    "defaults": "`defaults`",
    "fact": "A fact",
    "subject": "`subject`",
    "match": "`match`",
    "condition": "An item of `not`",
    "near": "`near`",
    "range": "`range`",
    "period": "`period`",
    "reference": "`reference`",
    "rule": "A rule",
    "expect": "`expect`",
    "options": "`agree` and `conversion`",
    "equals": "`equals`",
    "between": "`between`",
    "monotonic": "`monotonic`",
    "sum": "`sum`",
    "tolerance": "`tolerance`",
    "example": "An example",
}
_RELATIONS = """\
### Relations

An arithmetic comparison (`==`, `!=`, `<`, `<=`, `>`, `>=`) with `+ - * / ( )`, `sum()`, `min()`,
`max()` and `abs()` over

- the names of the rule's facts; `name.reference` is the reference value of a fact that has both;
- quantities: `603628 km2`, `5%`, `$1.5 billion`, `12`;
- dates such as `2022-02-24`, and `document.date`. The difference of two dates is a duration.

`sum(name)`, `min(name)` and `max(name)` take all the numbers of a fact in the group; a bare name
takes one at a time, and each combination within the group is checked, nearest first, at most 1,000.
A relation that needs the date of an undated document is undetermined, not wrong.
"""


def text() -> str:
    """Return the reference, from its first section on."""
    parts = [_section(name) for name in keys.SECTIONS]
    fields = "\n".join(f"- `{{{n}}}`: {about}" for n, about in templates.FIELDS.items())
    sides = "\n".join(
        f"- `{{a.{n}}}`: {about}" for n, about in templates.ATTRIBUTES.items()
    )
    messages = (
        "### Messages\n\nA message may hold these fields. `a` and `b` are the two sides; in a "
        "relation the sides have the names of the rule's facts: `{share.text}`.\n\n"
        f"{fields}\n{sides}\n"
    )
    dimensions = (
        "### Dimensions\n\n"
        + ", ".join(f"`{name}`" for name in quantities.dimensions())
        + "; money of one currency is `currency:EUR`, a rate is `count/duration`, "
        "`currency:USD/mass`, or `currency/count` for money per share, head or room.\n"
    )
    return "\n".join([*parts, _RELATIONS, messages, dimensions])


def updated(page: str) -> str:
    """Return a page with the reference between its marks replaced."""
    before, _, rest = page.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n\n{text()}\n{END}{after}"


def _section(name: str) -> str:
    rows = "\n".join(
        f"| `{key.name}`{' (required)' if key.required else ''} | {_values(key.type)}{key.about} |"
        for key in keys.SECTIONS[name]
    )
    return f"### {_TITLES[name]}\n\n| key | meaning |\n|---|---|\n{rows}\n"


def _values(type_: str) -> str:
    choices = {
        "reach": keys.REACHES,
        "groupings": keys.GROUPINGS,
        "law": keys.LAWS,
        "severity": (*keys.SEVERITIES, "off"),
        "blocks": keys.BLOCKS,
    }.get(type_)
    return f"{', '.join(choices)}. " if choices else ""


if __name__ == "__main__":
    import sys
    from pathlib import Path

    for name_ in sys.argv[1:]:
        page_ = Path(name_)
        page_.write_text(updated(page_.read_text("utf-8")), "utf-8")
