"""How registries are greeted: who asks, and how to reach them."""

import os
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

from careleaf.model.errors import ConfigError
from careleaf.model.policy import Policy
from careleaf.registries.reply import Memory

if TYPE_CHECKING:
    from careleaf.registries.all_registries import Registries

_WITHOUT_KEY, _WITH_KEY = 0.4, 0.12
"""Seconds between two questions to PubMed: it allows three a second, and ten with a key
(https://www.ncbi.nlm.nih.gov/books/NBK25497/).
"""


def open_registries(policy: Policy, memory: Memory, *, replay: bool = False) -> "Registries":
    """Return the registries, with a contact in every question.

    The contact is policy's, or CARELEAF_CONTACT from the environment; NCBI_API_KEY lets PubMed answer faster. Neither
    is ever written to a file.

    Raises:
        ConfigError: the extra `online` is not installed.
    """
    try:
        from careleaf.registries.all_registries import Registries  # needs the extra
        from careleaf.registries.client import Client  # needs the extra
    except ImportError as error:
        raise ConfigError("The online check needs one more package: pip install 'careleaf[online]'.") from error
    written = os.environ.get("CARELEAF_CONTACT", "").strip() or policy.contact
    contact = "".join(c for c in written if c.isascii() and c.isprintable() and c not in "()")
    email = contact.removeprefix("mailto:") if "@" in contact and "://" not in contact else ""
    if not contact and not replay:
        print("Registries ask for a contact; set `contact` in policy.yml, or CARELEAF_CONTACT.", file=sys.stderr)
    about = f"+{contact}" if contact else "no contact set"
    client = Client(f"careleaf/{version('careleaf')} ({about})", now=_now, memory=memory, replay=replay)
    key = os.environ.get("NCBI_API_KEY", "").strip()
    client.pace.allow("eutils.ncbi.nlm.nih.gov", _WITH_KEY if key else _WITHOUT_KEY)
    return Registries(client, email, key)


def _now() -> datetime:
    return datetime.now(tz=UTC).astimezone()
