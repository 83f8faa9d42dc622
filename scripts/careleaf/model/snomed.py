"""SNOMED CT identifiers: partition and check digit.

SNOMED International, Technical Implementation Guide, section 5.5: the last digit is a Verhoeff check digit,
the two before it name the partition; 00 and 10 are concepts
(https://confluence.ihtsdotools.org/display/DOCRELFMT).
"""

_TIMES = (
    "0123456789",
    "1234067895",
    "2340178956",
    "3401289567",
    "4012395678",
    "5987604321",
    "6598710432",
    "7659821043",
    "8765932104",
    "9876543210",
)
"""Multiplication in the dihedral group D5."""
_PERMUTATION = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)


def is_concept_id(code: str) -> bool:
    """Tell whether digits are the identifier of a concept."""
    return code[-3:-1] in {"00", "10"} and _verhoeff(code) == 0


def _verhoeff(digits: str) -> int:
    check = 0
    for position, digit in enumerate(reversed(digits)):
        value = int(digit)
        for _ in range(position % 8):
            value = _PERMUTATION[value]
        check = int(_TIMES[check][value])
    return check
