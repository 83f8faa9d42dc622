"""Diagnosis codes of a form that their system does not have.

A clinic's portal would never find the topic, or find it for another illness.

Can be wrong when: a system has changed its form; whether a code exists is not asked, only its form.

Copy the code from the system's own browser. The systems are icd-10-cm, icd-10, mesh and snomed-ct.

Bad:  `icd-10-cm: [G2581]`
Good: `icd-10-cm: [G25.81]`
"""

import re
from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.lookups.nearest import suggestion
from careleaf.rules.lookups.snomed import is_concept_id

_FORMS = {
    "icd-10-cm": (re.compile(r"[A-Z]\d[0-9AB](?:\.[0-9A-Z]{1,4})?"), "G25.81"),
    "icd-10": (re.compile(r"[A-Z]\d\d(?:\.\d{1,2})?"), "G25.8"),
    "mesh": (re.compile(r"[CD](?:\d{6}|\d{9})"), "D012148"),
    "snomed-ct": (re.compile(r"[1-9]\d{5,17}"), "32914008"),
}


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each unknown system and each code of a wrong form."""
    for page in library.pages:
        for system, codes in page.front.value.codes.items():
            if system not in _FORMS:
                yield Finding(
                    page.front.at(f"codes.{system}"),
                    f"`{system}` is not a code system that careleaf knows.",
                    suggestion(system, _FORMS, f"Use one of: {', '.join(_FORMS)}."),
                )
                continue
            form, example = _FORMS[system]
            for index, code in enumerate(codes):
                if not form.fullmatch(code) or (system == "snomed-ct" and not is_concept_id(code)):
                    yield Finding(
                        page.front.at(f"codes.{system}.{index}"),
                        f"`{code}` cannot be a code of {system}.",
                        f"Copy it from the system's browser; one looks like {example}.",
                    )


RULE = Rule("FMT022", "invalid-code", Severity.ERROR, "A diagnosis code has a wrong form.", check=check)
