"""Which addresses of the network may be asked: public ones only, also after a redirect or a change in the DNS.

The name is resolved here and the connection goes to the address that was looked at, so nobody can answer with a public
address first and a private one later.
"""

import ipaddress
import socket
from collections.abc import Callable, Iterable

import httpcore2
from httpcore2 import SyncBackend

MayAsk = Callable[[str], bool]


class PrivateAddressError(Exception):
    """The name leads into a private network."""


def is_public(address: str) -> bool:
    """Tell whether an address belongs to the open internet; one that wraps another counts as both."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None and not (inner.is_global and not inner.is_multicast):
            return False
        if ip.ipv4_mapped:
            return True
    return ip.is_global and not ip.is_multicast


class GuardedBackend(SyncBackend):
    """Connects to allowed addresses only."""

    def __init__(self, may_ask: MayAsk) -> None:
        self._may_ask = may_ask

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Resolve, look, connect. Raises PrivateAddressError when any address of the name is private."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError("the name does not resolve") from error
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if not addresses or not all(self._may_ask(address.partition("%")[0]) for address in addresses):
            raise PrivateAddressError(host)
        return super().connect_tcp(addresses[0], port, timeout, local_address, socket_options)
