"""What makes a finding the same finding in two runs, though lines have moved.

A fingerprint is made of the rule, the file, what the finding says and the sentence it is about; never of line numbers.
So text above it can change, and a paragraph can be wrapped anew. Of several findings that agree in all this, each has
its number.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

from careleaf.model.rule import RuleFinding

LENGTH = 16
"""Hexadecimal digits: 64 bits, so that even among a million findings two hardly ever agree."""
_PLACE = re.compile(r":\d+(?::\d+)?\b|\bline \d+\b")


def fingerprint(found: RuleFinding) -> str:
    """Return the fingerprint of a finding."""
    return sha256(f"{_identity(found)}\n{found.number}".encode(errors="backslashreplace")).hexdigest()[:LENGTH]


def numbered(findings: Iterable[RuleFinding]) -> Iterator[RuleFinding]:
    """Give numbers to findings that agree in all but their place; they come in the order of a report."""
    seen: Counter[str] = Counter()
    for found in findings:
        identity = _identity(found)
        seen[identity] += 1
        yield replace(found, number=seen[identity])


def _identity(found: RuleFinding) -> str:
    parts = (found.rule.code, found.finding.location.path, found.finding.message, found.sentence)
    return "\n".join(" ".join(_PLACE.sub("", part).casefold().split()) for part in parts)
