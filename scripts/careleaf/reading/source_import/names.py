"""Authors and editors as CSL writes them."""

from collections.abc import Mapping

from careleaf.model.source import Name
from careleaf.reading.source_import.plain import UnusableError, plain_text

_PARTICLES = ("dropping-particle", "non-dropping-particle")


def names_of(value: object, key: str) -> tuple[Name, ...]:
    """Return a CSL list of names. Raises UnusableError when it is no such list."""
    if value is None:
        return ()
    if not isinstance(value, list):
        raise UnusableError(f"Its `{key}` is not a list of names.")
    names = (_name(item, key) for item in value)
    return tuple(name for name in names if name != Name())


def _name(item: object, key: str) -> Name:
    if isinstance(item, str):
        return Name(literal=plain_text(item, key))
    if not isinstance(item, Mapping):
        raise UnusableError(f"Its `{key}` holds something that is not a name.")
    family = [plain_text(item.get(part), key) for part in (*_PARTICLES, "family")]
    given, suffix = plain_text(item.get("given"), key), plain_text(item.get("suffix"), key)
    literal = plain_text(item.get("literal") or item.get("name"), key)
    joined = " ".join(part for part in family if part)
    if joined:
        return Name(family=joined, given=given, suffix=suffix)
    return Name(literal=literal or " ".join(part for part in (given, suffix) if part))
