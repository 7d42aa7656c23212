"""Everything that crosses a module: frozen, slotted, picklable."""

from __future__ import annotations

from factcheck.model.facts import (
    Cluster,
    DocumentFacts,
    Fact,
    Motion,
    Part,
    Role,
    Stance,
)
from factcheck.model.interval import Interval
from factcheck.model.quantity import (
    Counted,
    Extraction,
    Form,
    Mention,
    Modifier,
    Period,
)
from factcheck.model.report import (
    DocumentRow,
    Evidence,
    Finding,
    MentionRow,
    Outcome,
    Report,
    Severity,
    State,
    Verdict,
)
from factcheck.model.text import Block, BlockKind, Document, Span

__all__ = [
    "Block",
    "BlockKind",
    "Cluster",
    "Counted",
    "Document",
    "DocumentFacts",
    "DocumentRow",
    "Evidence",
    "Extraction",
    "Fact",
    "Finding",
    "Form",
    "Interval",
    "Mention",
    "MentionRow",
    "Modifier",
    "Motion",
    "Outcome",
    "Part",
    "Period",
    "Report",
    "Role",
    "Severity",
    "Span",
    "Stance",
    "State",
    "Verdict",
]
