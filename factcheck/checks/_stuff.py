"""What is handed out, so that no piece of it goes to two: money, land, time, votes.

A share of a group of people says nothing of who else is in it; a share of one thing or mass
leaves less of it for all others.
"""

from __future__ import annotations

from factcheck.language.data import word_set
from factcheck.language.words import is_plural

# Groups of people: one of them may well be in two parts.
_GROUPS = word_set(
    """population staff workforce electorate public class team crew audience membership faculty intake cohort sample group family council parliament
    committee panel country nation world city town village region county district state island society community people company firm army police gdp income population"""
)
# What is handed out although its noun is a plural.
_STUFFS = word_set(
    """sales costs revenues exports imports funds emissions shares votes ballots seats earnings profits expenses expenditures proceeds takings receipts
    savings fields forests woods lands donations grants loans debts losses subsidies goods crops royalties assets"""
)


def is_stuff(pool: str) -> bool:
    """Return whether a pool is one thing or mass, and no group of people or things."""
    if not pool:
        return True
    head = pool.partition(" of ")[0].split()[-1].removesuffix("'s")
    if head in _STUFFS:
        return True
    return not is_plural(head) and head not in _GROUPS
