"""A rule set is put together from its files: first all facts, then all rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck import yamltext
from factcheck.errors import RuleError
from factcheck.frozen import dataclass
from factcheck.model import FactSpec, Reach, Rule, RuleSet
from factcheck.ruleset import facts, keys, rules
from factcheck.ruleset.desk import Desk
from factcheck.ruleset.source import Source

_VERSION = "1"


@dataclass(frozen=True, slots=True)
class _Page:
    """A file, taken apart into the nodes under its keys."""

    source: Source
    found: dict[str, yamltext.Node]
    defaults: rules.Defaults
    fact_defaults: facts.Defaults


def read(
    sources: Sequence[Source],
    *,
    available: Sequence[str],
    fetch: Callable[[str], Source],
) -> RuleSet:
    """Return the rules of sources and of the packs that they ask for.

    Args:
        sources: Packs and files.
        available: Names of packs.
        fetch: Returns a pack by its name.

    Raises:
        RuleError: Sources with problems, all of them at once.
    """
    desk = Desk()
    pages = _pages(desk, sources, available, fetch)
    known, places = _facts(desk, pages)
    made = _rules(desk, pages, known)
    if desk.problems:
        raise RuleError(desk.problems)
    specs = tuple(fact for fact in known.values() if fact is not None)
    used = {name for rule in made.values() for _, name in rule.facts}
    own = {page.source.name for page in pages if page.source.pack is None}
    notes = tuple(
        f"{places[fact.name]}: no rule uses the fact {fact.name!r}"
        for fact in specs
        if fact.name not in used and fact.place.path in own
    )
    names = tuple(page.source.name for page in pages)
    return RuleSet(tuple(made.values()), specs, names, notes)


def _pages(
    desk: Desk,
    sources: Sequence[Source],
    available: Sequence[str],
    fetch: Callable[[str], Source],
) -> list[_Page]:
    pages: list[_Page] = []
    waiting, seen = list(sources), {source.pack for source in sources}
    while waiting:
        source = waiting.pop(0)
        try:
            node = yamltext.load(source.text, source.name)
        except RuleError as error:
            desk.problems += error.problems
            continue
        if isinstance(node, yamltext.Scalar) and not node.value:
            continue
        page = _page(desk, source, node)
        pages.append(page)
        wanted = desk.choices(page.found.get("extends"), available, "pack")
        waiting += [fetch(name) for name in wanted if name not in seen]
        seen.update(wanted)
    # A pack comes before the files, whose rules may amend it.
    return sorted(pages, key=lambda page: page.source.pack is None)


def _page(desk: Desk, source: Source, node: yamltext.Node) -> _Page:
    found = desk.mapping(node, "file", "a rule file")
    version = found.get("version")
    if version is not None and desk.text(version, "version") not in (_VERSION, None):
        desk.problem(
            version, f"this factcheck reads version {_VERSION} of the language"
        )
    given = found.get("defaults")
    own = desk.mapping(given, "defaults", "defaults") if given is not None else {}
    within = desk.choice(own.get("within"), keys.REACHES, "within")
    reach = Reach(within) if within is not None else Reach.SENTENCE
    return _Page(source, found, rules.read_defaults(desk, own), facts.Defaults(reach))


def _facts(
    desk: Desk, pages: Sequence[_Page]
) -> tuple[dict[str, FactSpec | None], dict[str, str]]:
    known: dict[str, FactSpec | None] = {}
    places: dict[str, str] = {}
    for page in pages:
        if "facts" not in page.found:
            continue
        for key, node in desk.named(page.found["facts"], "facts"):
            name = key.value
            if name in known:
                text = f"the fact {name!r} is already defined at {places[name]}"
                desk.problem(key, text)
                continue
            known[name] = facts.read(desk, key, node, page.fact_defaults)
            places[name] = str(desk.place(key))
    return known, places


def _rules(
    desk: Desk, pages: Sequence[_Page], known: dict[str, FactSpec | None]
) -> dict[str, Rule]:
    made: dict[str, Rule] = {}
    of_packs: dict[str, Rule] = {}
    for page in pages:
        is_pack = page.source.pack is not None
        amendable = {} if is_pack else of_packs
        node = page.found.get("rules")
        for item in desk.items(node) if node is not None else ():
            rule = rules.read(desk, item, known, page.defaults, amendable)
            if rule is None:
                continue
            if rule.id in made and rule.id not in amendable:
                text = f"the id {rule.id!r} is already used at {made[rule.id].place}"
                desk.problem(item, text)
                continue
            made[rule.id] = rule
            if is_pack:
                of_packs[rule.id] = rule
    return made
