"""Systems of diagnosis codes: how each is named among programs, and what its codes look like."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from careleaf.model.snomed import is_concept_id

SNOMED_CT = "snomed-ct"
_OF_HL7 = "2.16.840.1.113883.6."


@dataclass(frozen=True)
class CodeSystem:
    """One system of codes; OID and URI are those that HL7 endorses (https://terminology.hl7.org/)."""

    name: str
    """As front matter and addresses have it: icd-10-cm."""
    title: str
    oid: str
    uri: str
    form: str
    """What a code looks like, as a regular expression that Python and JavaScript read alike."""
    example: str
    is_hierarchical: bool = False
    """Whether a code without its last characters is a broader one, as in ICD: G25 holds G25.81."""

    @cached_property
    def _form(self) -> re.Pattern[str]:
        return re.compile(self.form)

    def accepts(self, code: str) -> bool:
        """Tell whether this can be a code of the system; whether there is such a code is not asked."""
        return bool(self._form.fullmatch(code)) and (self.name != SNOMED_CT or is_concept_id(code))

    def broader(self, code: str) -> Iterator[str]:
        """Yield the codes that hold this one, nearest first, down to the category of three characters.

        `X` at the end only fills a place (ICD-10-CM Official Guidelines, I.A.4), so no code ends there.
        """
        category, dot, rest = code.partition(".")
        if self.is_hierarchical and dot:
            for length in range(len(rest) - 1, 0, -1):
                if not rest[:length].endswith("X"):
                    yield f"{category}.{rest[:length]}"
            yield category


CODE_SYSTEMS: Mapping[str, CodeSystem] = {
    system.name: system
    for system in (
        CodeSystem(
            "icd-10-cm",
            "ICD-10-CM",
            f"{_OF_HL7}90",
            "http://hl7.org/fhir/sid/icd-10-cm",
            r"[A-Z][0-9][0-9AB](?:\.[0-9A-Z]{1,4})?",
            "G25.81",
            is_hierarchical=True,
        ),
        CodeSystem(
            "icd-10",
            "ICD-10",
            f"{_OF_HL7}3",
            "http://hl7.org/fhir/sid/icd-10",
            r"[A-Z][0-9][0-9](?:\.[0-9]{1,2})?",
            "G25.8",
            is_hierarchical=True,
        ),
        CodeSystem(
            "mesh", "MeSH", f"{_OF_HL7}177", "https://www.nlm.nih.gov/mesh", r"[CD](?:[0-9]{6}|[0-9]{9})", "D012148"
        ),
        CodeSystem(SNOMED_CT, "SNOMED CT", f"{_OF_HL7}96", "http://snomed.info/sct", r"[1-9][0-9]{5,17}", "32914008"),
    )
}
"""All systems careleaf knows, by their names."""


def published_codes(codes: Mapping[str, tuple[str, ...]], *, with_snomed: bool) -> dict[str, tuple[str, ...]]:
    """Return which of a page's codes go out, by system: of a right form, each once, and SNOMED CT only on request."""
    known = {name: CODE_SYSTEMS[name] for name in CODE_SYSTEMS if name in codes and (with_snomed or name != SNOMED_CT)}
    valid = {name: tuple(dict.fromkeys(filter(system.accepts, codes[name]))) for name, system in known.items()}
    return {name: of_system for name, of_system in valid.items() if of_system}
