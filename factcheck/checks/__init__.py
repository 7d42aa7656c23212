"""The laws that numbers obey: one file each, registered here by the law's name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcheck.checks import agreement, reference
from factcheck.model import Cluster, DocumentFacts, Outcome

Law = Callable[[Sequence[DocumentFacts], Sequence[Cluster]], Iterator[Outcome]]

LAWS: dict[str, Law] = {
    "agreement": agreement.check,
    "reference": reference.check,
}
