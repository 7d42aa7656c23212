"""The keys of the rules language: one table for reading, the reference, and the schema."""

from __future__ import annotations

from factcheck.frozen import dataclass

REACHES = ("clause", "sentence", "paragraph", "document")
GROUPINGS = ("document", "block", "sentence", "period", "claimant", "subject")
ACROSS = ("documents", "document")
SEVERITIES = ("note", "warning", "error")
BLOCKS = ("title", "heading", "body", "list", "table", "caption", "quote", "code")
WANTS = ("ok", "conflict", "agree", "undetermined", "unmatched")
LAWS = (
    "agreement",
    "conversion",
    "total",
    "share",
    "change",
    "part_whole",
    "percent",
    "range",
    "duration",
    "rate",
    "order",
    "reference",
)
DIRECTIONS = ("rising", "falling")
SERIES = ("period", "document.date")


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the language.

    Attributes:
        name: As written.
        type: What stands under it; a type of `schema.TYPES`.
        about: What it means, in one sentence.
        required: Whether it must be there.
    """

    name: str
    type: str
    about: str
    required: bool = False


_GROUPED = (
    Key("group_by", "groupings", "What numbers must share to be compared, or added."),
    Key(
        "across",
        "across",
        "`documents` compares between documents, `document` inside each.",
    ),
)
_ENDS = (
    Key("min", "quantity", "Lower end, inclusive."),
    Key("max", "quantity", "Upper end, inclusive."),
)
_THRESHOLDS = (
    Key("warn_if", "percentage", "Gap from which a finding is a warning (else 1%)."),
    Key("error_if", "percentage", "Gap above which a finding is an error (else 10%)."),
)
SECTIONS: dict[str, tuple[Key, ...]] = {
    "file": (
        Key("version", "version", "Version of the language: 1."),
        Key("extends", "packs", "Packs that ship with the tool and that this file needs."),
        Key("defaults", "defaults", "What rules and facts of this file take if they do not say."),
        Key("facts", "facts", "What to look for, by name."),
        Key("rules", "rules", "What must hold."),
    ),
    "defaults": (
        Key("severity", "severity", "Severity of findings."),
        Key("tolerance", "tolerance", "What is granted beyond rounding."),
        *_THRESHOLDS,
        Key("tags", "texts", "Tags of every rule, before its own."),
        Key("links", "texts", "Links of every rule, before its own."),
        Key("paths", "texts", "Globs of the documents that rules read."),
        Key("within", "reach", "How far from the number terms may stand."),
    ),
    "fact": (
        Key("subject", "subject", "What it is about: a name, or a name with aliases."),
        Key("property", "text", "Which property of the subject, as reports say it."),
        Key("description", "text", "One sentence for people."),
        Key("match", "match", "Which numbers state it."),
        Key("reference", "reference", "The value that is held to be right."),
    ),
    "subject": (
        Key("name", "text", "As reports show it.", required=True),
        Key("aliases", "texts", "Other names."),
        Key("regex", "regex", "An RE2 pattern that names it as well."),
        Key("within", "reach", "How near to the number the name must stand."),
    ),
    "match": (
        Key("dimension", "dimension", "Dimension of the number: count, ratio, area, currency:EUR, ..."),
        Key("units", "texts", "Units, or the nouns of what is counted."),
        Key("any", "terms", "At least one of these terms stands near the number."),
        Key("all", "terms", "Each of these terms stands near the number."),
        Key("not", "conditions", "None of these terms stands near the number."),
        Key("near", "near", "At least one of these terms stands within some words of the number."),
        Key("within", "reach", "How far `any`, `all`, `not` and `regex` look; sentence if not given."),
        Key("regex", "regex", "An RE2 pattern that the text matches; a group named `number` must cover the number."),
        Key("range", "range", "Size of the number; what lies outside is reported as not checked."),
        Key("in", "blocks", "Kinds of text block: title, heading, body, table, list, ..."),
        Key("period", "period", "When it holds: a year, month or day, {from, to}, or `stated`."),
        Key("claimant", "terms", "Who says so."),
        Key("pair", "pair", '`parenthetical`: the number is converted beside it, "5 miles (8 km)".'),
        Key("paths", "texts", "Globs of the documents that state it."),
    ),
    "condition": (
        Key("any", "terms", "At least one of these terms."),
        Key("all", "terms", "Each of these terms."),
        Key("within", "reach", "How far from the number."),
        Key("words", "number", "How many words at most between term and number."),
    ),
    "near": (
        Key("any", "terms", "At least one of these terms.", required=True),
        Key("words", "number", "How many words at most between term and number; 8 if not given."),
    ),
    "range": _ENDS,
    "period": (
        Key("from", "date", "First day."),
        Key("to", "date", "Last day."),
    ),
    "reference": (
        Key("value", "quantity", "The value, with its unit.", required=True),
        Key("as_of", "date", "When it held."),
        Key("source", "text", "Who says so."),
    ),
    "rule": (
        Key("id", "id", "Kebab-case, with the pack in front: ua/pokrovsk-population.", required=True),
        Key("description", "text", "What it checks and why, for people."),
        Key("fact", "text", "The fact that it is about."),
        Key("facts", "aliases", "The facts that it is about, by the names used in its relation."),
        Key("law", "law", "A law of the core that it turns on, in place of `expect`."),
        Key("expect", "expect", "What must hold."),
        Key("tolerance", "tolerance", "What is granted beyond rounding."),
        Key("severity", "severity", "Severity of its findings, or `off`; else the gap decides."),
        *_THRESHOLDS,
        Key("message", "message", "One line for an editor, with fields such as {a.text}."),
        Key("links", "texts", "Where one can read more."),
        Key("tags", "texts", "Words to select it by."),
        Key("paths", "texts", "Globs of the documents that it reads."),
        Key("examples", "examples", "What it must say of which texts."),
    ),
    "expect": (
        Key("agree", "plain", "All numbers of the fact agree."),
        Key("equals", "equals", "Each number is this value, or one of these, or the `reference`."),
        Key("between", "bounds", "Each number lies between min and max."),
        Key("relation", "relation", "An arithmetic comparison over the rule's facts."),
        Key("monotonic", "monotonic", "The numbers only rise, or only fall, in time."),
        Key("sum", "sum", "The numbers add up to a value, or do not exceed it."),
        Key("conversion", "plain", "The two sides of a conversion agree."),
        *_GROUPED,
    ),
    "options": _GROUPED,
    "equals": (
        Key("value", "quantity", "The value."),
        Key("values", "quantities", "Several values, of which each is right."),
        *_GROUPED,
    ),
    "between": (
        *_ENDS,
        *_GROUPED,
    ),
    "monotonic": (
        Key("over", "series", "What orders the numbers: period or document.date.", required=True),
        Key("direction", "direction", "Which way they may go: rising or falling.", required=True),
        Key("per", "groupings", "What each series has in common."),
        *_GROUPED,
    ),
    "sum": (
        Key("to", "operand", "What the numbers add up to: a quantity, or one of the rule's facts."),
        Key("max", "operand", "What their sum does not exceed."),
        *_GROUPED,
    ),
    "tolerance": (
        Key("relative", "percentage", "A share of the number: 5%."),
        Key("absolute", "quantity", "A quantity: 5 km."),
        Key("factor", "number", "A factor, at least 1: 1.25."),
    ),
    "example": (
        Key("name", "text", "What it shows."),
        Key("docs", "docs", "Texts by document name.", required=True),
        Key("want", "want", "ok (no finding), conflict, agree, undetermined or unmatched.", required=True),
        Key("severity", "level", "Severity of the finding."),
    ),
}  # fmt: skip


def names(section: str) -> tuple[str, ...]:
    """Return the keys of a section, in the order of the reference."""
    return tuple(key.name for key in SECTIONS[section])
