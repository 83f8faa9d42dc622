"""Numbers in digits and in words, exactly."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

_ONES = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: value for value, word in enumerate(f"{_ONES} {_TEENS}".split(), start=1)} | {
    word: 10 * value for value, word in enumerate(_TENS.split(), start=2)
}
_LARGE = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12}
_VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8), "⅜": (3, 8),
}  # fmt: skip
_SPACES = "\u00a0\u2009\u202f "

_either = "|".join
_ONE, _TEEN, _TEN = (_either(words.split()) for words in (_ONES, _TEENS, _TENS))
_UNDER_100 = rf"(?:(?:{_TEN})(?:[-\s](?:{_ONE}))?|{_TEEN}|{_ONE})"
_UNDER_1000 = rf"(?:(?:an?|{_UNDER_100})\s+hundred(?:\s+(?:and\s+)?{_UNDER_100})?|{_UNDER_100})"
WORDS = (
    rf"(?:(?:an?|{_UNDER_1000})\s+(?:thousand|million|billion)"
    rf"(?:,?\s+(?:and\s+)?{_UNDER_1000}(?:\s+thousand)?(?:,?\s+(?:and\s+)?{_UNDER_1000})?)*"
    rf"|(?:an?|{_UNDER_100})\s+dozen|{_UNDER_1000})\b"
)
"""A number in words."""
DIGITS = (
    r"(?:\d{1,6}\s\d/\d(?!\d)|\d{1,6}/\d{1,6}(?!\d)"
    rf"|(?:\d{{1,3}}(?:[,{_SPACES}]\d{{3}}){{1,6}}(?!\d)(?:\.\d{{1,9}}(?!\d))?|\d{{1,18}}(?!\d)(?:\.\d{{1,18}}(?!\d))?)"
    rf"(?:\s?[{''.join(_VULGAR)}])?|[{''.join(_VULGAR)}])"
)
"""A number in digits: 9,361, 9 361, 0.5, 1½, 1 1/2. Longer ones are no figures but keys."""
NUMBER = (
    rf"(?>(?:(?<![\w.])(?:{DIGITS})(?:\s+(?:hundred|thousand|million|billion|dozen)\b)?|\b{WORDS})"
    r"(?:[-\s]+and[-\s]+(?:a[-\s]half|a[-\s]quarter|three[-\s]quarters)\b)?)"
)
"""Any number, without a sign; atomic, so that "fifty-four" is never a range from fifty to four."""

_AND_A_PART = re.compile(r"[-\s]+and[-\s]+(a[-\s]half|a[-\s]quarter|three[-\s]quarters)\Z")
_PARTS = {"a half": Fraction(1, 2), "a quarter": Fraction(1, 4), "three quarters": Fraction(3, 4)}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written."""

    value: Fraction
    step: Fraction
    """One in the last written place; of round numbers the last place that is not zero, but at most a fifth."""
    in_digits: bool


@lru_cache(maxsize=4096)
def parse_number(text: str) -> Number:
    """Read a text that matches `NUMBER`."""
    text = text.strip().lower()
    part = Fraction(0)
    if match := _AND_A_PART.search(text):
        part = _PARTS[" ".join(match[1].replace("-", " ").split())]
        text = text[: match.start()]
    if text[0].isdigit() or text[0] in _VULGAR:
        value, step = _from_digits(text)
    else:
        value = Fraction(_from_words(text))
        step = _round_step(value)
    if part:
        value, step = value + part, Fraction(1, 4)
    return Number(value, step, text[0].isdigit() or text[0] in _VULGAR)


def _from_digits(text: str) -> tuple[Fraction, Fraction]:
    words = text.split()
    factor = _LARGE.get(words[-1], 1)
    digits = text.removesuffix(words[-1]).strip() if words[-1] in _LARGE else text
    if digits[-1] in _VULGAR:
        value = Fraction(*_VULGAR[digits[-1]]) + (Fraction(_plain(digits[:-1])) if digits[:-1].strip() else 0)
        return value * factor, Fraction(factor, 4)
    if "/" in digits:
        whole, _, fraction = digits.rpartition(" ")
        top, bottom = (int(part) for part in fraction.split("/"))
        value = Fraction(int(whole or "0")) + (Fraction(top, bottom) if bottom else 0)
        return value * factor, Fraction(factor, 4)
    plain = _plain(digits)
    value = Fraction(plain) * factor
    decimals = len(plain.partition(".")[2])
    return value, Fraction(factor, 10**decimals) if decimals else factor * _round_step(Fraction(plain))


def _plain(digits: str) -> str:
    return re.sub(rf"[,{_SPACES}]", "", digits)


def _round_step(value: Fraction) -> Fraction:
    """Return the last place of a whole number that is not zero: 19,000 is written in thousands."""
    place = 1
    while value and value % (place * 10) == 0:
        place *= 10
    return min(Fraction(place), max(value / 5, Fraction(1))) if place > 1 else Fraction(1)


def _from_words(text: str) -> int:
    total, current = 0, 0
    for word in re.split(r"[-,\s]+", text):
        if word in {"a", "an"}:
            current = 1
        elif word in _SMALL:
            current += _SMALL[word]
        elif word in {"hundred", "dozen"}:
            current *= _LARGE[word]
        elif word in _LARGE:
            total, current = total + current * _LARGE[word], 0
    return total + current
