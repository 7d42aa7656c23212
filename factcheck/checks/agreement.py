"""Statements of one fact must be able to be right at the same time.

What it does:
    Compares the numbers that `link` found to state one fact, between documents and inside
    one, headline and body included, each as the interval that its digits, its rounding and
    words such as "about" or "at least" allow.

Why it matters:
    Two articles, or a headline and its text, that give different numbers for one fact cannot
    both be right. One of them is about to be corrected.

Example:
    "The brigade freed 31 miners" and "the brigade freed 13 miners" conflict. "More than ten
    miners" would agree with either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks import _compare, _verdicts
from factcheck.model import Cluster, DocumentFacts, Outcome

LAW = "agreement"


def check(
    documents: Sequence[DocumentFacts], clusters: Sequence[Cluster]
) -> Iterator[Outcome]:
    """Yield agreement, conflict, dispute and excuse for every cluster."""
    read = _compare.by_path(documents)
    official = _verdicts.official(documents)
    for cluster in clusters:
        if not official or not any(
            f.mention.document in official for f in cluster.facts
        ):
            yield from _verdicts.judge(cluster, read, LAW)
