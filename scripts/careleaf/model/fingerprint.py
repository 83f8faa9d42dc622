"""What makes a finding the same finding in two runs, though lines have moved.

A fingerprint is made of the rule, the file, what the finding says and the sentence it is about; never of line numbers.
So text above it can change, and a paragraph can be wrapped anew. Of several findings that agree in all this, each has
its number.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256

from careleaf.model.rule import RuleFinding

LENGTH = 16
"""Hexadecimal digits: 64 bits, so that a million findings collide once in thirty million sites."""
_PLACE = re.compile(r":\d+(?::\d+)?\b|\bline \d+\b")


def fingerprints(findings: Sequence[RuleFinding]) -> tuple[str, ...]:
    """Return the fingerprint of each finding, in their order."""
    return tuple(_numbered([_identity(found) for found in findings]))


def _identity(found: RuleFinding) -> str:
    parts = (found.rule.code, found.finding.location.path, found.finding.message, found.sentence)
    return "\n".join(" ".join(_PLACE.sub("", part).casefold().split()) for part in parts)


def _numbered(identities: list[str]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for identity in identities:
        seen[identity] += 1
        yield sha256(f"{identity}\n{seen[identity]}".encode()).hexdigest()[:LENGTH]
