"""A clinic that policy names for the handouts and nobody described, or whose logo is not there.

Its name and telephone are to stand on every leaflet. A leaflet without them sends patients nowhere.

Can be wrong when: never; the record is missing, or the name is misspelt.

Describe the clinic in docs/_data/clinics, and put its logo where the record says, relative to docs.

Bad:  `clinic: northside` in policy.yml, and no docs/_data/clinics/northside.yml
Good: the same, with `name:` and `phone:` in docs/_data/clinics/northside.yml
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.lookups.nearest import suggestion

_PICTURES = (".png", ".jpg", ".jpeg", ".svg")


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for the clinic that is not there, and one for each logo that is not."""
    policy = library.policy
    name = policy.value.handouts.clinic
    if name and name not in library.clinics:
        yield Finding(
            policy.at("handouts.clinic"),
            f"There is no clinic `{name}`.",
            suggestion(name, library.clinics, f"Describe it in docs/_data/clinics/{name}.yml."),
        )
    for clinic in library.clinics.values():
        logo = clinic.value.logo
        if logo and (logo not in library.files or not logo.lower().endswith(_PICTURES)):
            yield Finding(
                clinic.at("logo"),
                f"The logo `{logo}` of `{clinic.value.name}` is no picture in docs.",
                "Put a PNG, JPEG or SVG file there, and name it relative to docs.",
            )


RULE = Rule("OUT012", "unknown-clinic", Severity.ERROR, "Policy names a clinic that is not described.", check=check)
