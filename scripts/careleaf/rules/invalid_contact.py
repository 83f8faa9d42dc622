"""A contact address in the policy that no reader can use, or that would run something.

It stands on every page and embed, where somebody reports that a text is wrong.

Can be wrong when: never; a contact is an e-mail address, a telephone number or a page.

Write `mailto:`, `tel:` or `https://` before it.

Bad:  `contact: web@clinic.example`
Good: `contact: mailto:web@clinic.example`
"""

import re
from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule

_CONTACT = re.compile(r"mailto:[^\s@]+@[^\s@]+|tel:\+?[0-9().-]+|https?://[^\s]+", re.IGNORECASE)


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding when the contact is none of the three forms."""
    contact = library.policy.value.contact
    if contact and not _CONTACT.fullmatch(contact):
        message = f"The contact `{contact}` is no address a reader could use."
        yield Finding(library.policy.at("contact"), message, "Write `mailto:`, `tel:` or `https://` before it.")


RULE = Rule("FMT024", "invalid-contact", Severity.ERROR, "The policy's contact cannot be used.", check=check)
