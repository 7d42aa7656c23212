"""Relations: "share * country == area", read by a grammar of their own, never by `eval`.

    relation   = sum ("==" | "!=" | "<" | "<=" | ">" | ">=") sum
    sum        = product { ("+" | "-") product }
    product    = factor { ("*" | "/") factor }
    factor     = "-" factor | "(" sum ")" | function "(" sum { "," sum } ")" | atom
    function   = "sum" | "min" | "max" | "abs"
    atom       = quantity | date | "document.date" | name | name ".reference"

A quantity is a number with scale word and unit as in "1.5 million km2", "5%", "$3bn"; a date
is written 2022-02-24. Dimensions are checked here, when a rule is loaded.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import TypeAlias

from factcheck import units
from factcheck.errors import nearest
from factcheck.frozen import dataclass
from factcheck.model import Expression, FactSpec, Op, Relation
from factcheck.ruleset import quantities

MAX_CHARACTERS = 2000
MAX_DEPTH = 40

_TOKEN = re.compile(
    r"\s*(?:(?P<date>\d{4}-\d{2}-\d{2}(?![\d.]))"
    r"|(?P<number>[$€£¥₹₴₽]\s*[\d.]|\d|\.\d)"
    r"|(?P<name>[^\W\d]\w*(?:\.[^\W\d]\w*)?)"
    r"|(?P<compare>==|!=|<=|>=|=|<|>)"
    r"|(?P<sign>[-+*/(),−×÷]))"  # noqa: RUF001 - people paste them
)
_QUANTITY = re.compile(
    r"[$€£¥₹₴₽]?\s*(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:[eE][+-]?\d{1,3})?"
)
_WORD = re.compile(
    r"\s*[^\W\d]?[\w°²³%‰µ$€£¥]+(?:\^\d)?(?:/[^\W\d][\w²³]*)?|\s*[%°‰]\w*"
)
_SIGNS = {"−": "-", "×": "*", "÷": "/"}  # noqa: RUF001 - as above
_FUNCTIONS = {"sum": Op.SUM, "min": Op.MIN, "max": Op.MAX, "abs": Op.ABS}
_OPERATORS = {"+": Op.ADD, "-": Op.SUBTRACT, "*": Op.MULTIPLY, "/": Op.DIVIDE}
_MAX_UNIT_WORDS = 5

# What an expression is: exponents of a size, "date", or None where it cannot be told.
Kind: TypeAlias = "quantities.Exponents | str | None"
_DATE = "date"
_DURATION: quantities.Exponents = (("duration", 1),)
_TEMPERATURE: quantities.Exponents = (("temperature", 1),)


class RelationError(ValueError):
    """A relation that cannot be used.

    Attributes:
        text: Why, for the author of the rule.
        at: Offset in the relation.
    """

    def __init__(self, text: str, at: int) -> None:
        super().__init__(text)
        self.text = text
        self.at = at


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: int
    expression: Expression | None = None


def parse(text: str, facts: Mapping[str, FactSpec | None]) -> Relation:
    """Return a relation, checked.

    Args:
        text: As written in the rule.
        facts: The names that it may use; None for one whose definition is broken.

    Raises:
        RelationError: It is no relation, or its dimensions cannot match.
    """
    if len(text) > MAX_CHARACTERS:
        raise RelationError(f"more than {MAX_CHARACTERS:,} characters", 0)
    parser = _Parser(text, facts)
    relation = parser.relation()
    left, right = kind_of(relation.left, facts), kind_of(relation.right, facts)
    if not _same(left, right):
        raise RelationError(
            f"the two sides cannot be compared: {_said(left)} on the left, "
            f"{_said(right)} on the right",
            parser.compared_at,
        )
    side = left if left is not None else right
    dimension = units.name_of(side)[0] if isinstance(side, tuple) else side or ""
    return Relation(relation.operator, relation.left, relation.right, text, dimension)


def names_in(expression: Expression) -> list[str]:
    """Return the facts that an expression uses, each once, in order."""
    if expression.op in (Op.FACT, Op.REFERENCE):
        return [expression.name]
    found = [name for part in expression.operands for name in names_in(part)]
    return list(dict.fromkeys(found))


def uses(expression: Expression, op: Op) -> bool:
    """Return whether a part of this sort occurs in an expression."""
    return expression.op is op or any(uses(part, op) for part in expression.operands)


class _Parser:
    def __init__(self, text: str, facts: Mapping[str, FactSpec | None]) -> None:
        self.text = text
        self.facts = facts
        self.tokens = self._tokens()
        self.next = 0
        self.depth = 0
        self.compared_at = 0

    def _tokens(self) -> list[_Token]:
        tokens: list[_Token] = []
        at, end = 0, len(self.text.rstrip())
        while at < end:
            found = _TOKEN.match(self.text, at)
            if found is None:
                start = at + len(self.text[at:]) - len(self.text[at:].lstrip())
                raise RelationError(
                    f"the character {self.text[start]!r} has no meaning here", start
                )
            kind = found.lastgroup or ""
            start = found.start(kind)
            if kind == "number":
                token, at = self._quantity(start)
            else:
                at = found.end()
                token = _Token(kind, _SIGNS.get(found[kind], found[kind]), start)
            tokens.append(token)
        tokens.append(_Token("end", "the end", end))
        return tokens

    def _quantity(self, start: int) -> tuple[_Token, int]:
        number = _QUANTITY.match(self.text, start)
        assert number is not None
        ends = [number.end()]
        while len(ends) <= _MAX_UNIT_WORDS:
            word = _WORD.match(self.text, ends[-1])
            if word is None or word.group().strip() in self.facts:
                break
            cut = word.group().find("/")
            if cut > 0 and word.group()[cut + 1 :] in self.facts:
                ends.append(ends[-1] + cut)
                break
            ends.append(word.end())
        problem = ""
        for end in reversed(ends):
            try:
                quantity = quantities.parse(self.text[start:end])
            except quantities.QuantityError as error:
                problem = str(error)
                continue
            if end == ends[0] and len(ends) > 1:
                said = self.text[ends[0] : ends[1]].strip()
                hint = nearest(said, [*self.facts, *units.WORDS, *units.SYMBOLS])
                meant = f"; did you mean {hint!r}?" if hint else ""
                at = ends[1] - len(said)
                if said[0].isdigit():
                    raise RelationError(f"expected an operator, found {said!r}", at)
                if quantities.known_unit(said) is not None:
                    raise RelationError(problem, start)
                raise RelationError(f"unknown unit {said!r}{meant}", at)
            part = Expression(Op.QUANTITY, start, quantity=quantity)
            return _Token("atom", self.text[start:end], start, part), end
        raise RelationError(problem, start)

    @property
    def token(self) -> _Token:
        return self.tokens[self.next]

    def take(self, *texts: str) -> _Token | None:
        token = self.token
        if token.text in texts and token.kind in ("sign", "compare"):
            self.next += 1
            return token
        return None

    def expected(self, what: str) -> RelationError:
        token = self.token
        said = token.text if token.kind == "end" else repr(token.text)
        return RelationError(f"expected {what}, found {said}", token.at)

    def relation(self) -> Relation:
        left = self.sum()
        token = self.token
        if token.kind != "compare":
            raise self.expected("a comparison such as ==")
        if token.text == "=":
            raise RelationError("write == to compare", token.at)
        self.compared_at = token.at
        self.next += 1
        right = self.sum()
        if self.token.kind == "compare":
            raise RelationError("a relation has one comparison", self.token.at)
        if self.token.kind != "end":
            raise self.expected("an operator")
        if not [*names_in(left), *names_in(right)]:
            raise RelationError("the relation uses no fact", 0)
        return Relation(token.text, left, right, self.text, "")

    def sum(self) -> Expression:
        left = self.product()
        while token := self.take("+", "-"):
            right = self.product()
            left = Expression(_OPERATORS[token.text], token.at, (left, right))
        return left

    def product(self) -> Expression:
        left = self.factor()
        while token := self.take("*", "/"):
            right = self.factor()
            left = Expression(_OPERATORS[token.text], token.at, (left, right))
        return left

    def factor(self) -> Expression:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise RelationError(f"nested more than {MAX_DEPTH} deep", self.token.at)
        try:
            if token := self.take("-"):
                return Expression(Op.NEGATE, token.at, (self.factor(),))
            if token := self.take("("):
                inner = self.sum()
                self.close(token)
                return inner
            return self.atom()
        finally:
            self.depth -= 1

    def close(self, opened: _Token) -> None:
        if self.take(")") is None:
            if self.token.kind == "end":
                raise RelationError("this parenthesis is never closed", opened.at)
            raise self.expected("an operator or )")

    def atom(self) -> Expression:
        token = self.token
        if token.kind not in ("atom", "date", "name"):
            raise self.expected("a fact, a quantity or a date")
        self.next += 1
        if token.expression is not None:
            return token.expression
        if token.kind == "date":
            try:
                day = dt.date.fromisoformat(token.text)
            except ValueError:
                raise RelationError(f"{token.text} is no date", token.at) from None
            return Expression(Op.DATE, token.at, date=day)
        if token.text == "document.date":
            return Expression(Op.DOCUMENT_DATE, token.at)
        if self.token.text == "(" and self.token.kind == "sign":
            return self.call(token)
        return self.name(token)

    def call(self, token: _Token) -> Expression:
        op = _FUNCTIONS.get(token.text)
        if op is None:
            raise RelationError(
                f"unknown function {token.text!r}; there are {', '.join(_FUNCTIONS)}",
                token.at,
            )
        opened = self.tokens[self.next]
        self.next += 1
        arguments = [self.sum()]
        while self.take(","):
            arguments.append(self.sum())
        self.close(opened)
        if op is Op.ABS and len(arguments) != 1:
            raise RelationError("abs() takes one argument", token.at)
        return Expression(op, token.at, tuple(arguments))

    def name(self, token: _Token) -> Expression:
        name, dot, attribute = token.text.partition(".")
        if name not in self.facts:
            hint = nearest(token.text, [*self.facts, "document.date"])
            said = f"; did you mean {hint!r}?" if hint else ""
            raise RelationError(
                f"the rule names no fact {token.text!r}{said}", token.at
            )
        fact = self.facts[name]
        if dot and attribute != "reference":
            raise RelationError(
                f"a fact has no {attribute!r}; write {name} or {name}.reference",
                token.at,
            )
        if dot and fact is not None and fact.reference is None:
            raise RelationError(f"the fact {name!r} has no reference value", token.at)
        is_reference = bool(dot) or (fact is not None and fact.match is None)
        op = Op.REFERENCE if is_reference else Op.FACT
        return Expression(op, token.at, name=name)


def fact_kind(fact: FactSpec | None) -> Kind:
    """Return the exponents of what a fact states, or None where that is open."""
    if fact is None:
        return None
    if fact.match is not None:
        if fact.match.dimension is not None:
            return quantities.exponents_of(fact.match.dimension)
        if fact.match.units:
            known = units.lookup(fact.match.units[0])
            return quantities.plain(known.exponents) if known else None
        if fact.match.counted:
            return ()
    if fact.reference is not None:
        known = units.lookup(fact.reference.quantity.unit)
        return quantities.plain(known.exponents) if known else None
    return None


def kind_of(expression: Expression, facts: Mapping[str, FactSpec | None]) -> Kind:
    """Return what an expression is.

    Raises:
        RelationError: Its parts cannot be put together.
    """
    op = expression.op
    if op is Op.QUANTITY:
        assert expression.quantity is not None
        known = units.lookup(expression.quantity.unit)
        return quantities.plain(known.exponents) if known else None
    if op in (Op.DATE, Op.DOCUMENT_DATE):
        return _DATE
    if op in (Op.FACT, Op.REFERENCE):
        return fact_kind(facts[expression.name])
    kinds = [kind_of(part, facts) for part in expression.operands]
    if op in (Op.ADD, Op.SUBTRACT):
        return _added(expression, kinds[0], kinds[1])
    if op in (Op.MULTIPLY, Op.DIVIDE):
        return _multiplied(expression, kinds[0], kinds[1])
    return _called(expression, kinds)


def _called(expression: Expression, kinds: list[Kind]) -> Kind:
    op = expression.op
    if _DATE in kinds and op not in (Op.MIN, Op.MAX):
        said = "negated" if op is Op.NEGATE else f"used in {op.value}()"
        raise RelationError(f"a date cannot be {said}", expression.at)
    known = next((kind for kind in kinds if kind is not None), None)
    for kind in kinds:
        if not _same(kind, known):
            raise RelationError(
                f"{op.value}() of {_said(known)} and {_said(kind)}", expression.at
            )
    return known


def _added(expression: Expression, left: Kind, right: Kind) -> Kind:
    word = "add" if expression.op is Op.ADD else "subtract"
    if _DATE in (left, right):
        if expression.op is Op.SUBTRACT and left == right:
            return _DURATION
        rest = right if left == _DATE else left
        fits = rest is None or rest == _DURATION
        if fits and (left == _DATE or expression.op is Op.ADD):
            return _DATE if rest is not None else None
    elif left is None or right is None:
        return left if right is None else right
    elif left == right:
        is_difference = expression.op is Op.SUBTRACT and left == _TEMPERATURE
        return (("temperature_difference", 1),) if is_difference else left
    elif left == _TEMPERATURE and right == (("temperature_difference", 1),):
        return left
    raise RelationError(
        f"one cannot {word} {_said(left)} and {_said(right)}", expression.at
    )


def _multiplied(expression: Expression, left: Kind, right: Kind) -> Kind:
    if isinstance(left, str) or isinstance(right, str):
        word = "multiplied" if expression.op is Op.MULTIPLY else "divided"
        raise RelationError(f"a date cannot be {word}", expression.at)
    if left is None or right is None:
        return None
    sign = 1 if expression.op is Op.MULTIPLY else -1
    return quantities.combine(left, right, sign)


def _same(left: Kind, right: Kind) -> bool:
    return left is None or right is None or left == right


def _said(kind: Kind) -> str:
    if kind is None:
        return "anything"
    if isinstance(kind, str):
        return "a date"
    if not kind:
        return "a number"
    return quantities.a_size(units.name_of(kind)[0])
