"""Units: names, exact factors, dimensions, and how people write them.

The table behind it is generated from pint and from quantulum3's lexicon of surfaces by
`make units`; neither is imported at run time.
"""

from __future__ import annotations

from factcheck.units.algebra import (
    DIMENSIONS,
    Unit,
    common,
    compose,
    convert,
    convert_interval,
    dimension,
    lookup,
    name_of,
    power,
    same_dimension,
    to_base,
    to_coherent,
    uncounted,
)
from factcheck.units.table import (
    CANDIDATES,
    CURRENCIES,
    CURRENCY_CANDIDATES,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    LOWER_ONLY,
    MAX_WORDS,
    SUBUNIT_SIGNS,
    SUBUNITS,
    SYMBOLS,
    WEAK_SYMBOLS,
    WORDS,
)

__all__ = [
    "CANDIDATES",
    "CURRENCIES",
    "CURRENCY_CANDIDATES",
    "CURRENCY_SIGNS",
    "CURRENCY_WORDS",
    "DIMENSIONS",
    "LOWER_ONLY",
    "MAX_WORDS",
    "SUBUNITS",
    "SUBUNIT_SIGNS",
    "SYMBOLS",
    "WEAK_SYMBOLS",
    "WORDS",
    "Unit",
    "common",
    "compose",
    "convert",
    "convert_interval",
    "dimension",
    "lookup",
    "name_of",
    "power",
    "same_dimension",
    "to_base",
    "to_coherent",
    "uncounted",
]
