"""Identifiers of works and people: their form and check digits, offline.

Each function returns what is wrong as the end of a sentence, or None when the identifier may exist.
Whether it does exist is a question for a registry.
"""

import re

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_PMID = re.compile(r"[1-9]\d{0,7}")
_PMCID = re.compile(r"PMC[1-9]\d{0,9}")


def doi_problem(doi: str) -> str | None:
    """Check a DOI's form (DOI Handbook 2.2: prefix ``10.``, a slash, a suffix)."""
    if _DOI.fullmatch(doi):
        return None
    if doi.lower().startswith(("http", "doi:")):
        return "must start with `10.`, without an address or `doi:` before it"
    return "is not of the form `10.1234/suffix`"


def pmid_problem(pmid: str) -> str | None:
    """Check a PubMed number: one to eight digits, no leading zero; it has no check digit."""
    return None if _PMID.fullmatch(pmid) else "is not a number of one to eight digits"


def pmcid_problem(pmcid: str) -> str | None:
    """Check a PubMed Central number: ``PMC`` and digits."""
    return None if _PMCID.fullmatch(pmcid) else "is not of the form `PMC1234567`"


def issn_problem(issn: str) -> str | None:
    """Check an ISSN's modulus-11 digit (ISO 3297)."""
    if not re.fullmatch(r"\d{4}-\d{3}[\dX]", issn):
        return "is not of the form `1234-567X`"
    digits = issn.replace("-", "")
    total = sum(_digit(d) * weight for d, weight in zip(digits, range(8, 0, -1), strict=True))
    return None if total % 11 == 0 else "has a wrong check digit"


def isbn_problem(isbn: str) -> str | None:
    """Check an ISBN-10 (modulus 11) or ISBN-13 (weights 1 and 3, ISO 2108)."""
    digits = isbn.replace("-", "").replace(" ", "")
    if re.fullmatch(r"\d{13}", digits):
        total = sum(int(d) * (1 + 2 * (i % 2)) for i, d in enumerate(digits))
        return None if total % 10 == 0 else "has a wrong check digit"
    if re.fullmatch(r"\d{9}[\dX]", digits):
        total = sum(_digit(d) * (10 - i) for i, d in enumerate(digits))
        return None if total % 11 == 0 else "has a wrong check digit"
    return "does not have ten or thirteen digits"


def orcid_problem(orcid: str) -> str | None:
    """Check an ORCID iD's last character (ISO 7064 MOD 11-2)."""
    if not re.fullmatch(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", orcid):
        return "is not of the form `0000-0000-0000-0000`"
    total = 0
    for digit in orcid.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    expected = (12 - total % 11) % 11
    return None if _digit(orcid[-1]) == expected else "has a wrong check digit"


def npi_problem(npi: str) -> str | None:
    """Check a US National Provider Identifier (Luhn over ``80840`` and the number, 45 CFR 162.406)."""
    if not re.fullmatch(r"[12]\d{9}", npi):
        return "is not ten digits that start with 1 or 2"
    total = sum(_luhn(int(d), doubled=i % 2 == 1) for i, d in enumerate(reversed("80840" + npi)))
    return None if total % 10 == 0 else "has a wrong check digit"


def _digit(character: str) -> int:
    return 10 if character == "X" else int(character)


def _luhn(digit: int, *, doubled: bool) -> int:
    return sum(divmod(digit * 2, 10)) if doubled else digit
