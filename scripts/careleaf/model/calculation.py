"""The arithmetic behind a derived figure, read without running anything.

An editor writes ``calc: "119.9/250.0"`` beside evidence whose figure the source does not print. Numbers, ``+ - * /``,
brackets and per cent are read; nothing else is, and a text is refused when it is long or deep.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from careleaf.model.figures import find_quantities
from careleaf.model.figures.numbers import NUMBER, parse_number
from careleaf.model.quantity import Hedge, Kind, Quantity

MAX_LENGTH = 200
_MAX_DEPTH = 10
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d{1,3}(?:,\d{3}){1,4}(?![\d,])(?:\.\d{1,12})?|\d{1,15}(?:\.\d{1,12})?)(?![\d.,])|(?P<percent>%|per\s?cent\b)"
    r"|(?P<sign>[-+*/()−–×÷]))"
)
_SIGNS = {"−": "-", "–": "-", "×": "*", "÷": "/"}
_OPERATIONS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": lambda one, other: one + other,
    "-": lambda one, other: one - other,
    "*": lambda one, other: one * other,
    "/": lambda one, other: one / other,
}


def calculate(text: str) -> Fraction:
    """Return the exact result. Raises ValueError with a plain reason when the text is no calculation."""
    reader = _Reader(_tokens(text))
    result = reader.sum()
    if reader.rest:
        raise ValueError(f"`{reader.rest[0]}` is not expected there")
    return result


def gives(result: Fraction, figure: Quantity) -> bool:
    """Tell whether a result is this figure, rounded to the last place the figure is written with."""
    if figure.hedge is not Hedge.NONE and abs(result - figure.value) <= figure.step / 2:
        return True
    match = _NUMBER.search(figure.text)
    if match is None or _FORM.search(figure.text):
        return result == figure.value
    number = parse_number(match[0])
    place = number.step if "." in match[0] or not match[0][-1].isdigit() else Fraction(1)
    results = (result * 100, result) if figure.kind is Kind.SHARE else (result,)
    return any(abs(one - number.value) <= place / 2 for one in results)


def derived_figures(result: Fraction, statement: str) -> tuple[Quantity, ...]:
    """Return the figures of a statement that a result gives."""
    return tuple(figure for figure in find_quantities(statement) if gives(result, figure))


_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_FORM = re.compile(r"\b(?:in|of|per|half|third|quarter)s?\b", re.IGNORECASE)
"""``1 in 8``, ``half``: exact, as there is no last place to round to."""


def _tokens(text: str) -> list[str]:
    if len(text) > MAX_LENGTH:
        raise ValueError(f"it is longer than {MAX_LENGTH} characters")
    tokens, at = [], 0
    while at < len(text.rstrip()):
        match = _TOKEN.match(text, at)
        if match is None:
            raise ValueError(f"`{text[at:].split()[0][:20]}` is no number and none of + - * / ( ) %")
        sign = match["sign"]
        tokens.append("%" if match["percent"] else _SIGNS.get(sign, sign) if sign else match["number"].replace(",", ""))
        at = match.end()
    return tokens


@dataclass
class _Reader:
    """What is still to be read: multiplication before addition, from left to right."""

    rest: list[str] = field(default_factory=list)
    depth: int = 0

    def sum(self) -> Fraction:
        return self._chain("+-", self._product)

    def _product(self) -> Fraction:
        return self._chain("*/", self._part)

    def _chain(self, signs: str, read: Callable[[], Fraction]) -> Fraction:
        value = read()
        while self.rest and self.rest[0] in signs:
            sign = self.rest.pop(0)
            operand = read()
            if sign == "/" and operand == 0:
                raise ValueError("it divides by zero")
            value = _OPERATIONS[sign](value, operand)
        return value

    def _part(self) -> Fraction:
        sign = -1 if self._take("-") else 1
        value = self._bracket() if self._take("(") else self._number()
        return sign * (value / 100 if self._take("%") else value)

    def _bracket(self) -> Fraction:
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise ValueError(f"it has more than {_MAX_DEPTH} brackets within each other")
        value = self.sum()
        if not self._take(")"):
            raise ValueError("a bracket is not closed")
        self.depth -= 1
        return value

    def _number(self) -> Fraction:
        if not self.rest or not self.rest[0][0].isdigit():
            raise ValueError(
                f"a number is missing before `{self.rest[0]}`" if self.rest else "a number is missing at its end"
            )
        return Fraction(self.rest.pop(0))

    def _take(self, token: str) -> bool:
        taken = bool(self.rest) and self.rest[0] == token
        if taken:
            self.rest.pop(0)
        return taken
