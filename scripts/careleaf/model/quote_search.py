"""Whether a text holds a quotation.

Spaces, quotation marks, dashes and capitals may differ. Of a long quotation a word or two may differ as well, but
numbers, units and negations never: "relaxed" must not pass for "strict", nor "5 mg" for "50 mg".
"""

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

_ALIKE = 0.90
_LONG_ENOUGH = 25
"""Characters from which a quotation may differ at all."""
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[%<>=±]")
_NEGATIONS = frozenset("no not never none nor neither without cannot less more fewer least most except unless".split())
_UNITS = frozenset(
    "% mg mcg μg g kg ml l mmol iu hour hours hr hrs minute minutes min day days week weeks month months".split()
)
_MOST_WORDS = 60_000


def holds_quote(text: str, quote: str) -> bool:
    """Tell whether a text says these words."""
    wanted, words = _words(quote), _words(text)[:_MOST_WORDS]
    if not wanted:
        return False
    if f" {' '.join(wanted)} " in f" {' '.join(words)} ":
        return True
    return len(quote) >= _LONG_ENOUGH and _nearly(words, wanted)


def _nearly(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Compare with the stretch around the longest run of words that both have."""
    matcher = SequenceMatcher(None, words, wanted, autojunk=False)
    run = matcher.find_longest_match()
    start = max(run.a - run.b, 0)
    stretch = words[start : start + len(wanted)]
    alike = SequenceMatcher(None, stretch, wanted, autojunk=False).ratio() >= _ALIKE
    return alike and _exact_parts(stretch) == _exact_parts(wanted)


def _exact_parts(words: Sequence[str]) -> list[str]:
    return [w for w in words if w[0].isdigit() or w in _NEGATIONS or w in _UNITS or w.endswith("n't")]


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text).casefold().replace("\u00ad", "").replace("’", "'")
    return _WORD.findall(plain)
