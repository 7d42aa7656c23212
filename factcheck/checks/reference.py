"""A statement must fit the value that is official.

What it does:
    Compares what other documents say with what a document that declares itself the official
    source says of the same fact, as intervals; holds what a text has from that source, by its
    own words, against it; and looks for figures that are told again after they were taken back.

Why it matters:
    An official declaration, a results sheet or a fact sheet is what an article is checked
    against; a number that differs from it is wrong until somebody shows otherwise.

Example:
    The electoral commission's official declaration gives 52.6 percent, an analysis gives
    56.2 percent of valid votes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks import _cited, _compare, _corrected, _verdicts
from factcheck.checks._context import passages
from factcheck.checks._evidence import stories
from factcheck.model import Cluster, DocumentFacts, Outcome

LAW = "reference"


def check(
    documents: Sequence[DocumentFacts], clusters: Sequence[Cluster]
) -> Iterator[Outcome]:
    """Yield agreement and conflict with the official source, for every cluster that has one."""
    read = _compare.by_path(documents)
    official = _verdicts.official(documents)
    for cluster in clusters:
        if official and any(f.mention.document in official for f in cluster.facts):
            yield from _verdicts.judge(cluster, read, LAW, official)
    if len(documents) > 1:
        for read_together, told in stories(documents, passages(documents)):
            if len(read_together) > 1:
                yield from _cited.told(read_together, told, clusters, official)
                yield from _corrected.told(read_together, told, clusters)
