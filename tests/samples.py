"""Reports made by hand, for the renderers: none depends on what extraction or checks do."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck import documents
from factcheck.config import Level
from factcheck.model import (
    Arithmetic,
    Choice,
    Counted,
    Decision,
    DocumentFacts,
    DocumentRow,
    Evidence,
    Extraction,
    Fact,
    Form,
    Ignored,
    Interval,
    Mention,
    Modifier,
    Outcome,
    Report,
    Severity,
    Span,
    Verdict,
)
from factcheck.pipeline import merge, states

TEXTS = {
    "desk/harvest.md": (
        "---\ntitle: Harvest beats forecast\ndate: 2025-03-04\nsource: Hill Gazette\n---\n\n"
        "# Harvest beats forecast\n\n"
        "Growers in Ostrel picked about 60,000 tonnes of apples, and 412 pickers were hired.\n\n"
        "The orchards lie 10 miles (26 km) from the harbour. Dozens of stalls opened.\n"
    ),
    "desk/market.txt": (
        "Apple prices fall\n\n"
        "Ostrel picked 80,000 tonnes of apples. The growers hired 421 pickers; "
        "they say 19% of the fruit is exported, a number that the union puts at 25%.\n"
    ),
    "desk/empty.txt": "",
}


def interval(low, high):
    return Interval(
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
    )


def mention(document, surface, value, low, high, *, unit="", noun=None, **more):
    start = document.text.index(surface)
    span = Span(start, start + len(surface))
    counted = None
    if noun:
        at = document.text.index(noun, span.end)
        counted = Counted(Span(at, at + len(noun)), noun, noun.removesuffix("s"))
    return Mention(
        document=document.path,
        span=span,
        surface=surface,
        number=span,
        phrase=Span(start, counted.span.end if counted else span.end),
        form=more.pop("form", Form.PLAIN),
        value=None if value is None else Decimal(value),
        stated_low=None,
        stated_high=None,
        reading=interval(low, high),
        digits=interval(low, high),
        exact=low == high,
        unit=unit,
        dimension=more.pop("dimension", "count"),
        counted=counted,
        block=document.block_at(start) or 0,
        **more,
    )


def evidence(document, one, side=0, *, also=0):
    text = document.text
    start = max(
        text.rfind("\n", 0, one.span.start), text.rfind(". ", 0, one.span.start)
    )
    end = text.find(".", one.span.end) + 1
    return Evidence(
        document=document.path,
        span=one.span,
        text=one.surface,
        quote=" ".join(text[start + 1 : end].split()),
        reading=one.reading,
        unit=one.unit or (one.counted.head if one.counted else ""),
        mention=one,
        side=side,
        also=also,
    )


def report():
    """A small report that has one of everything."""
    read = {name: parsed(name, text) for name, text in TEXTS.items()}
    harvest, market = read["desk/harvest.md"], read["desk/market.txt"]
    tonnes = mention(
        harvest,
        "60,000 tonnes",
        60000,
        54000,
        66000,
        unit="metric_ton",
        dimension="mass",
        modifier=Modifier.ABOUT,
    )
    hired = mention(harvest, "412", 412, 412, 412, noun="pickers")
    miles = mention(
        harvest, "10 miles", 10, "9.5", "10.5", unit="mile", dimension="length"
    )
    kilometres = mention(
        harvest, "26 km", 26, "25.5", "26.5", unit="kilometer", dimension="length"
    )
    stalls = mention(harvest, "Dozens", None, 24, 99, noun="stalls", form=Form.VAGUE)
    sold = mention(
        market,
        "80,000 tonnes",
        80000,
        76000,
        84000,
        unit="metric_ton",
        dimension="mass",
    )
    staff = mention(market, "421", 421, 421, 421, noun="pickers")
    share = mention(
        market, "19%", 19, "18.5", "19.5", unit="percent", dimension="ratio"
    )
    union = mention(
        market, "25%", 25, "24.5", "25.5", unit="percent", dimension="ratio"
    )
    outcomes = [
        Outcome(
            rule="desk/apples-picked",
            kind="agreement",
            verdict=Verdict.CONFLICT,
            evidence=(evidence(harvest, tonnes), evidence(market, sold, 1, also=2)),
            message="Ostrel apples picked: about 60,000 tonnes in desk/harvest.md, "
            "80,000 tonnes in desk/market.txt",
            explanation="About 60,000 allows 54,000 to 66,000; 80,000 allows 76,000 to "
            "84,000. The two do not meet.",
            severity=Severity.ERROR,
            label="Ostrel apples picked",
        ),
        Outcome(
            rule="core/agreement",
            kind="agreement",
            verdict=Verdict.CONFLICT,
            evidence=(evidence(harvest, tonnes), evidence(market, sold, 1)),
            message="tonnes of apples: 60,000 or 80,000.",
            severity=Severity.ERROR,
        ),
        Outcome(
            rule="core/agreement",
            kind="agreement",
            verdict=Verdict.CONFLICT,
            evidence=(evidence(harvest, hired), evidence(market, staff, 1)),
            message="pickers hired: 412 or 421.",
            explanation="Both are exact counts.",
            severity=Severity.ERROR,
            slip="two digits are transposed",
            label="pickers hired",
        ),
        Outcome(
            rule="core/conversion",
            kind="conversion",
            verdict=Verdict.CONFLICT,
            evidence=(evidence(harvest, miles), evidence(harvest, kilometres, 1)),
            message="10 miles is 16.1 km, not 26 km.",
            explanation="10 miles is 15.3 to 16.9 km.",
            severity=Severity.WARNING,
        ),
        Outcome(
            rule="core/agreement",
            kind="agreement",
            verdict=Verdict.DISPUTED,
            evidence=(evidence(market, share), evidence(market, union, 1)),
            message="share of the fruit exported: 19% or 25%.",
            severity=Severity.NOTE,
        ),
        Outcome(
            rule="desk/tonnage",
            kind="range",
            verdict=Verdict.AGREE,
            evidence=(evidence(harvest, tonnes),),
            message="60,000 tonnes lies between 1,000 and 100,000 tonnes.",
            label="Ostrel apples picked",
        ),
        Outcome(
            rule="core/agreement",
            kind="agreement",
            verdict=Verdict.EXCUSED,
            evidence=(evidence(harvest, stalls), evidence(market, staff, 1)),
            message="stalls and pickers",
            reason="they count different things",
        ),
        Outcome(
            rule="desk/growth",
            kind="relation",
            verdict=Verdict.UNDETERMINED,
            evidence=(evidence(market, sold),),
            message="",
            reason="desk/market.txt has no date",
        ),
        Outcome(
            rule="desk/area",
            kind="reference",
            verdict=Verdict.CONFLICT,
            evidence=(
                evidence(market, sold),
                Evidence(
                    None,
                    None,
                    "70,000 tonnes",
                    "70,000 tonnes",
                    interval(69500, 70500),
                    "metric_ton",
                    side=1,
                    reference="Ministry of Orchards",
                ),
            ),
            message="80,000 tonnes, against 70,000 tonnes in the register.",
            severity=Severity.WARNING,
        ),
        Outcome(
            rule="core/rate",
            kind="rate",
            verdict=Verdict.CONFLICT,
            evidence=(evidence(harvest, hired), evidence(harvest, tonnes, 1)),
            message="412 pickers cannot pick 60,000 tonnes, 146 tonnes each.",
            severity=Severity.WARNING,
            arithmetic=Arithmetic(
                interval("59946.0000000001", 60358), interval(54000, None), "metric_ton"
            ),
        ),
    ]
    found = merge.findings(outcomes, levels=[Level("*", "desk/area", Severity.NOTE)])
    (each,) = (f for f in found if f.outcome.rule == "core/rate")
    (road,) = (f for f in found if f.outcome.rule == "core/conversion")
    accepted = Decision(road.fingerprint, Choice.ACCEPTED, "the signpost says so too")
    corpus = [
        DocumentFacts(
            document,
            Extraction(document.path, tuple(found), ()),
            tuple(Fact(one, subject="Ostrel") for one in found),
        )
        for document, found in (
            (harvest, [tonnes, hired, miles, kilometres, stalls]),
            (market, [sold, staff, share, union]),
        )
    ]
    rows = [DocumentRow(name, document) for name, document in read.items()]
    rows.append(DocumentRow("desk/scan.txt", None, "it is a binary file"))
    return Report(
        documents=tuple(sorted(rows, key=lambda row: row.path)),
        mentions=states.rows(corpus, (), outcomes),
        outcomes=tuple(outcomes),
        findings=tuple(
            replace(one, decision=accepted) if one is road else one
            for one in found
            if one is not each
        ),
        ignored=(Ignored(each, harvest.path, 8, "the growers picked as well"),),
        rules=("core/agreement", "core/conversion", "desk/apples-picked"),
        rules_without_match=("desk/pears",),
        notes=("no rule uses the fact 'pears'",),
    )


HOSTILE = (
    "<script>alert(1)</script> \"' onload=x =cmd|'/c calc'!A1 @SUM(1) | [x](javascript:0) "
    "\x1b[31mred\x07 \u202eevil\u2066 ::error file=x::y%0A ]]> &amp; `tick` \x00\x0b"
)


def hostile(n=1, said=None):
    """A report whose every text tries to break out of its format."""
    said = HOSTILE if said is None else said
    text = f"5 apples {said}\nand 7 apples {said}.\n"
    name = "desk/a,b|c<d>.txt"
    document = replace(documents.parse(text, name=name), title=said, source=said)
    five = mention(document, "5", 5, 5, 5, noun="apples")
    seven = mention(document, "7", 7, 7, 7, noun="apples")
    places = tuple(
        replace(evidence(document, one, side), quote=f"{one.surface} {said}")
        for side, one in enumerate((five, seven))
    )
    outcomes = [
        Outcome(
            rule="core/agreement",
            kind="agreement",
            verdict=Verdict.CONFLICT,
            evidence=places,
            message=f"{said} {i}",
            explanation=said,
            severity=Severity.ERROR,
            slip=said,
            label=said,
        )
        for i in range(n)
    ]
    corpus = [
        DocumentFacts(
            document, Extraction(name, (five, seven), ()), (Fact(five), Fact(seven))
        )
    ]
    one = merge.findings(outcomes[:1])[0]
    return Report(
        documents=(DocumentRow(name, document), DocumentRow(said, None, said)),
        mentions=states.rows(corpus, (), outcomes),
        outcomes=tuple(outcomes),
        findings=tuple(
            replace(one, id=f"fc-{i:06x}", fingerprint=f"{i:032x}", outcome=outcome)
            for i, outcome in enumerate(outcomes)
        ),
        rules=("core/agreement",),
        notes=(said,),
    )


def parsed(name, text):
    return replace(documents.parse(text, name=name), sha256="0" * 64)


def large(*, n_findings, n_documents):
    """A report of many findings in many documents."""
    read = [
        parsed(f"desk/{i:04}.txt", f"Stall {i} sold 5 apples, then 7 apples.\n")
        for i in range(n_documents)
    ]
    outcomes = []
    corpus = []
    for i, document in enumerate(read):
        five = mention(document, "5 apples", 5, 5, 5)
        seven = mention(document, "7 apples", 7, 7, 7)
        facts = (Fact(five), Fact(seven))
        extraction = Extraction(document.path, (five, seven), ())
        corpus.append(DocumentFacts(document, extraction, facts))
        outcomes += [
            Outcome(
                rule="core/agreement",
                kind="agreement",
                verdict=Verdict.CONFLICT,
                evidence=(evidence(document, five), evidence(document, seven, 1)),
                message=f"5 or 7 in stall {i}, {n}",
                explanation="Both are exact counts.",
                severity=Severity.ERROR,
                label=f"apples of stall {i}",
            )
            for n in range(n_findings // n_documents)
        ]
    one = merge.findings(outcomes[:1])[0]
    return Report(
        documents=tuple(DocumentRow(document.path, document) for document in read),
        mentions=states.rows(corpus, (), outcomes),
        outcomes=tuple(outcomes),
        findings=tuple(
            replace(one, id=f"fc-{i:06x}", fingerprint=f"{i:032x}", outcome=outcome)
            for i, outcome in enumerate(outcomes)
        ),
        rules=("core/agreement",),
    )
