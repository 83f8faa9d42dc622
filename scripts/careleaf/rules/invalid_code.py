"""Diagnosis codes of a form that their system does not have.

A clinic's portal would never find the topic, or find it for another illness.

Can be wrong when: a system has changed its form; whether a code exists is not asked, only its form.

Copy the code from the system's own browser. The systems are icd-10-cm, icd-10, mesh and snomed-ct.

Bad:  `icd-10-cm: [G2581]`
Good: `icd-10-cm: [G25.81]`
"""

from collections.abc import Iterator

from careleaf.model.code_system import CODE_SYSTEMS
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.lookups.nearest import suggestion


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each unknown system and each code of a wrong form."""
    for page in library.pages:
        for name, codes in page.front.value.codes.items():
            system = CODE_SYSTEMS.get(name)
            if system is None:
                yield Finding(
                    page.front.at(f"codes.{name}"),
                    f"`{name}` is not a code system that careleaf knows.",
                    suggestion(name, CODE_SYSTEMS, f"Use one of: {', '.join(CODE_SYSTEMS)}."),
                )
                continue
            for index, code in enumerate(codes):
                if not system.accepts(code):
                    yield Finding(
                        page.front.at(f"codes.{name}.{index}"),
                        f"`{code}` cannot be a code of {name}.",
                        f"Copy it from the system's browser; one looks like {system.example}.",
                    )


RULE = Rule("FMT022", "invalid-code", Severity.ERROR, "A diagnosis code has a wrong form.", check=check)
