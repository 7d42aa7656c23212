"""The JSON Schema of the rules language, for editors; made from the table of keys."""

from __future__ import annotations

import json

from factcheck.ruleset import keys

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_SCALAR = {"type": ["string", "number", "integer"]}
_TEXT: dict[str, object] = {**_SCALAR}
_TEXTS: dict[str, object] = {
    "anyOf": [_SCALAR, {"type": "array", "items": _SCALAR}],
}
_PERCENTAGE = {"type": "string", "pattern": r"^\d+(\.\d+)?\s*%$"}
_DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_NAME = r"^[a-z][a-z0-9_]*$"
_OBJECTS = (
    "defaults",
    "match",
    "near",
    "monotonic",
    "sum",
)


def schema() -> dict[str, object]:
    """Return the JSON Schema of a rule file (draft 2020-12)."""
    definitions = {name: _section(name) for name in keys.SECTIONS if name != "file"}
    return {
        "$schema": _DRAFT,
        "title": "factcheck rules",
        "description": "What to look for in documents, and what must hold between it.",
        **_section("file"),
        "$defs": definitions,
    }


def text() -> str:
    """Return the JSON Schema as it ships."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _section(name: str) -> dict[str, object]:
    """Return the schema of one section of the table."""
    section = keys.SECTIONS[name]
    known: dict[str, object] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            key.name: {**_typed(key.type), "description": key.about} for key in section
        },
    }
    required = [key.name for key in section if key.required]
    if required:
        known["required"] = required
    if name == "fact":
        known["anyOf"] = [{"required": ["match"]}, {"required": ["reference"]}]
    return known


def _typed(name: str) -> dict[str, object]:
    if name in _CHOICES:
        return {"enum": list(_CHOICES[name])}
    if name in _LISTS:
        one = {"enum": list(_LISTS[name])}
        return {"anyOf": [one, {"type": "array", "items": one}]}
    if name in _OBJECTS:
        return _ref(name)
    return _SHAPES[name]


def _ref(name: str) -> dict[str, object]:
    return {"$ref": f"#/$defs/{name}"}


def _or(*options: dict[str, object]) -> dict[str, object]:
    return {"anyOf": list(options)}


def _listed(item: dict[str, object]) -> dict[str, object]:
    return {"anyOf": [item, {"type": "array", "items": item}]}


_CHOICES: dict[str, tuple[str, ...]] = {
    "severity": (*keys.SEVERITIES, "off"),
    "level": keys.SEVERITIES,
    "reach": keys.REACHES,
    "across": keys.ACROSS,
    "law": keys.LAWS,
    "want": keys.WANTS,
    "direction": keys.DIRECTIONS,
    "series": keys.SERIES,
    "pair": ("parenthetical",),
}
_LISTS: dict[str, tuple[str, ...]] = {
    "groupings": keys.GROUPINGS,
    "blocks": keys.BLOCKS,
}
_SHAPES: dict[str, dict[str, object]] = {
    "version": {"enum": [1, "1"]},
    "packs": _TEXTS,
    "facts": {
        "type": "object",
        "propertyNames": {"pattern": _NAME},
        "additionalProperties": _ref("fact"),
    },
    "rules": _listed(_ref("rule")),
    "tolerance": _or({"const": "rounding"}, _ref("tolerance")),
    "percentage": {**_PERCENTAGE},
    "text": _TEXT,
    "texts": _TEXTS,
    "terms": _TEXTS,
    "regex": {"type": "string"},
    "subject": _or({"type": "string"}, _ref("subject")),
    "reference": _or(_TEXT, _ref("reference")),
    "dimension": {"type": "string"},
    "conditions": _listed(_or(_TEXT, _ref("condition"))),
    "range": _ref("range"),
    "bounds": _ref("between"),
    "plain": _or({"type": "null"}, _ref("options")),
    "number": {**_SCALAR},
    "period": _or(_TEXT, _ref("period")),
    "quantity": _TEXT,
    "quantities": _TEXTS,
    "date": {**_DAY},
    "id": {
        "type": "string",
        "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$",
    },
    "aliases": _or(
        {"type": "array", "items": {"type": "string"}, "minItems": 1},
        {
            "type": "object",
            "propertyNames": {"pattern": _NAME},
            "additionalProperties": {"type": "string"},
            "minProperties": 1,
        },
    ),
    "expect": _or({"enum": ["agree", "conversion"]}, _ref("expect")),
    "message": {"type": "string"},
    "examples": _listed(_ref("example")),
    "equals": _or(_TEXTS, _ref("equals")),
    "relation": {"type": "string"},
    "operand": _TEXT,
    "docs": {"type": "object", "additionalProperties": _TEXT, "minProperties": 1},
}
