"""Addresses that can be asked at all."""

from urllib.parse import urljoin, urlsplit

from careleaf.registries.reply import UnansweredError


def host_of(address: str) -> str:
    """Return the host, with its port. Raises UnansweredError for an address that cannot be asked."""
    try:
        parts = urlsplit(address)
        known = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError as error:
        raise UnansweredError("it is no usable address") from error
    if not known or "@" in parts.netloc or not address.isascii() or not address.isprintable() or " " in address:
        raise UnansweredError("it is no usable address")
    return parts.netloc.lower()


def redirected(address: str, location: str) -> str:
    """Return where a redirect leads; empty when it does not say. Raises UnansweredError for nonsense."""
    try:
        return urljoin(address, location) if location else ""
    except ValueError as error:
        raise UnansweredError("a redirect led to no usable address") from error
