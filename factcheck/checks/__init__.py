"""The laws that numbers obey: one file each, registered here by the law's name.

Most sentences have nothing to say to most laws. A law declares the words that it cannot do
without at import, `_TOTALS = hint("total", "in all")`, and skips sentences that lack them by
`passage.says(_TOTALS)`: each different sentence is looked at once, for all laws.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcheck.checks import (
    agreement,
    change,
    conversion,
    duration,
    order,
    part_whole,
    percent,
    range,  # noqa: A004  the law's name
    rate,
    reference,
    share,
    total,
)
from factcheck.model import Cluster, DocumentFacts, Outcome

Law = Callable[[Sequence[DocumentFacts], Sequence[Cluster]], Iterator[Outcome]]

LAWS: dict[str, Law] = {
    "agreement": agreement.check,
    "conversion": conversion.check,
    "total": total.check,
    "share": share.check,
    "change": change.check,
    "part_whole": part_whole.check,
    "percent": percent.check,
    "range": range.check,
    "duration": duration.check,
    "rate": rate.check,
    "order": order.check,
    "reference": reference.check,
}
