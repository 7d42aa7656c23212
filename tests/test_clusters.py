"""The quality floor: every cluster of our own corpus, gold in both directions."""

from __future__ import annotations

import pathlib

import pytest

import factcheck
from factcheck import yamltext
from factcheck.model import Severity

FOLDER = pathlib.Path(__file__).parent / "corpus" / "clusters"
CLUSTERS = sorted(FOLDER.glob("*.yaml"))


def load(path):
    return yamltext.plain(yamltext.load(path.read_text("utf-8"), path.name))


def laid_out(document):
    head = "".join(
        f"{key}: {document[key]}\n" for key in ("date", "source") if key in document
    )
    return f"---\n{head}---\n\n{document['text']}"


def place(texts, mention):
    """The document and the span of a gold mention in the text as it is checked."""
    name = pathlib.Path(mention["doc"]).stem + ".md"
    at = texts[name].index(mention["quote"])
    start = at + mention["quote"].index(mention["number"])
    return name, start, start + len(mention["number"])


def touches(evidence, gold):
    name, start, end = gold
    span = evidence.span
    return evidence.document == name and span.start < end and start < span.end


def join(finding, golds, also=()):
    """Whether the evidence covers two of the numbers, or one and one that says the same."""
    places = [e for e in finding.outcome.evidence if e.span is not None]
    hit = [g for g in golds if any(touches(e, g) for e in places)]
    more = [g for g in also if any(touches(e, g) for e in places)]
    return len(hit) >= min(2, len(set(golds))) or bool(hit and more)


@pytest.mark.parametrize("path", CLUSTERS, ids=[p.stem for p in CLUSTERS])
def test_every_conflict_is_found_and_nothing_else_is_flagged(path):
    cluster = load(path)
    texts = {
        pathlib.Path(d["name"]).stem + ".md": laid_out(d) for d in cluster["documents"]
    }
    report = factcheck.check_texts(texts)
    alarms = [f for f in report.findings if f.severity.rank >= Severity.WARNING.rank]
    conflicts = [
        (
            [place(texts, m) for m in c["mentions"]],
            [place(texts, m) for m in c.get("also", [])],
        )
        for c in cluster["conflicts"]
    ]
    missed = [c for c in conflicts if not any(join(f, *c) for f in alarms)]
    wrong = [
        f.outcome.message for f in alarms if not any(join(f, *c) for c in conflicts)
    ]
    assert (missed, wrong) == ([], [])


def test_the_corpus_has_its_breadth():
    clusters = [load(path) for path in CLUSTERS]
    kinds = {c["kind"] for cluster in clusters for c in cluster["conflicts"]}
    assert len(clusters) >= 60
    assert len(kinds) == 12
    assert sum(not c["conflicts"] for c in clusters) >= 20
    assert len({c["reason"] for c in clusters}) == len(clusters)
