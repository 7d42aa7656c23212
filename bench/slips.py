"""Put 200 seeded slips into copies of a folder of articles, and count what is found.

    python bench/slips.py FOLDER [--rules RULES] [--n 200] [--show 10]

Each round changes one number of one document and runs the tool on the whole folder. `found` is
an alarm whose evidence covers the changed number, `wrongly` an alarm that does not. A number is
`witnessed` where the untouched folder shows it as agreeing with something: the others stand
alone, and no tool could know that they are wrong.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import pathlib
import re
import sys

import factcheck
from factcheck.model import Document, Form, Mention, Report, Severity, Verdict

SWAPS = {
    "miles": "kilometers",
    "mile": "kilometer",
    "km": "mi",
    "kilometers": "miles",
    "kilometres": "miles",
    "million": "billion",
    "billion": "million",
    "percent": "percentage points",
    "months": "years",
    "weeks": "months",
}


def draw(seed: str, n: int) -> int:
    """Return a number from 0 to n - 1 that depends on the seed alone."""
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8]) % n


def digits_of(surface: str) -> re.Match[str] | None:
    """Find the digits of a surface."""
    return re.search(r"\d[\d,]*(?:\.\d+)?", surface)


def scaled(surface: str, power: int) -> str | None:
    """Shift the decimal point."""
    found = digits_of(surface)
    if not found or "." in found[0]:
        return None
    plain = found[0].replace(",", "")
    if power > 0:
        new = f"{int(plain + '0'):,}"
    elif plain.endswith("0") and len(plain) > 1:
        new = f"{int(plain[:-1]):,}"
    else:
        return None
    return surface[: found.start()] + new + surface[found.end() :]


def transposed(surface: str) -> str | None:
    """Turn the first two different neighbouring digits round."""
    found = digits_of(surface)
    if not found:
        return None
    text = found[0]
    at = next(
        (
            i
            for i in range(len(text) - 1)
            if text[i : i + 2].isdigit()
            and text[i] != text[i + 1]
            and (i or text[1] != "0")
        ),
        None,
    )
    if at is None:
        return None
    text = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return surface[: found.start()] + text + surface[found.end() :]


def misread(surface: str) -> str | None:
    """Change the first digit."""
    found = digits_of(surface)
    if not found:
        return None
    first = str((int(found[0][0]) + 3) % 9 + 1)
    return surface[: found.start()] + first + surface[found.start() + 1 :]


def swapped(surface: str) -> str | None:
    """Write another unit or scale word."""
    for old, new in SWAPS.items():
        if re.search(rf"(?<![a-z]){old}\b", surface):
            return re.sub(rf"(?<![a-z]){old}\b", new, surface, count=1)
    return None


SLIPS = {
    "ten times": lambda s: scaled(s, 1),
    "a tenth": lambda s: scaled(s, -1),
    "digits transposed": transposed,
    "first digit": misread,
    "unit or scale": swapped,
}


def alarms(report: Report) -> list:
    """Return the findings at warning or above."""
    return [f for f in report.findings if f.severity.rank >= Severity.WARNING.rank]


def witnesses(report: Report) -> set[tuple[str | None, int]]:
    """Return the places that agree with something."""
    return {
        (e.document, e.span.start)
        for o in report.outcomes
        if o.verdict is Verdict.AGREE
        for e in o.evidence
        if e.span is not None
    }


def choices(report: Report) -> list[tuple[Document, Mention, str, str]]:
    """Return every slip that can be made: document, mention, slip, the text it leaves."""
    out = []
    for row in report.mentions:
        mention = row.fact.mention
        if mention.form is Form.VAGUE or not digits_of(mention.surface):
            continue
        document = report.document(mention.document)
        for slip, make in SLIPS.items():
            # The word after a number may be its scale or unit in the phrase.
            new = make(mention.surface)
            if new and new != mention.surface:
                out.append((document, mention, slip, new))
    return out


def main() -> int:
    """Print found and wrongly found, by slip."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("folder", type=pathlib.Path)
    ap.add_argument("--rules", action="append", default=[])
    ap.add_argument("--n", type=int, default=200)
    ap.add_argument("--seed", default="factcheck")
    ap.add_argument("--show", type=int, default=0)
    args = ap.parse_args()
    base = factcheck.run([args.folder], rules=args.rules)
    texts = {row.path: row.document.text for row in base.documents if row.document}
    everything, agreeing = choices(base), witnesses(base)
    tally: dict[str, collections.Counter[str]] = collections.defaultdict(
        collections.Counter
    )
    shown = 0
    for i in range(args.n):
        document, mention, slip, new = everything[
            draw(f"{args.seed}:{i}", len(everything))
        ]
        span = mention.span
        changed = document.text[: span.start] + new + document.text[span.end :]
        report = factcheck.check_texts(
            {**texts, document.path: changed}, rules=args.rules
        )
        touching = [
            f
            for f in alarms(report)
            if any(
                e.document == document.path
                and e.span is not None
                and e.span.start < span.start + len(new)
                and span.start < e.span.end
                for e in f.outcome.evidence
            )
        ]
        seen = (document.path, span.start) in agreeing
        count = tally[slip]
        count["rounds"] += 1
        count["witnessed"] += seen
        count["found"] += bool(touching)
        count["witnessed found"] += bool(touching) and seen
        count["wrongly"] += len(alarms(report)) - len(touching)
        count["repeats"] += max(0, len(touching) - 1)
        if shown < args.show and seen and not touching:
            shown += 1
            print(f"missed: {document.path}: {mention.surface!r} -> {new!r}")
    heads = ("rounds", "witnessed", "witnessed found", "found", "wrongly", "repeats")
    print(f"{'slip':20}" + "".join(f"{h:>17}" for h in heads))
    total: collections.Counter[str] = collections.Counter()
    for slip, count in sorted(tally.items()):
        total += count
        print(f"{slip:20}" + "".join(f"{count[h]:17}" for h in heads))
    print(f"{'all':20}" + "".join(f"{total[h]:17}" for h in heads))
    return 0


if __name__ == "__main__":
    sys.exit(main())
