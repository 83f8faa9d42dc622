"""One polite HTTP client: paced, bounded, without cookies, and never inside a private network.

Whatever is no full answer raises UnansweredError with a reason in words. Nobody may take it for an answer.
"""

import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

import httpcore2

from careleaf.registries.addresses import GuardedBackend, MayAsk, PrivateAddressError, is_public
from careleaf.registries.failures import is_tls_failure, what_failed
from careleaf.registries.pace import LONGEST_WAIT, Pace, retry_after
from careleaf.registries.reply import Forgetful, Memory, Reply, UnansweredError, question_of
from careleaf.registries.targets import host_of, redirected

MAX_BYTES = 2_000_000
MAX_HOPS = 5
_RETRY_PAUSE = 2.0
_PERMANENT = frozenset({301, 308})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NETWORK_ERRORS = (httpcore2.NetworkError, httpcore2.TimeoutException, httpcore2.ProtocolError)


class _TryAgainError(UnansweredError):
    """One more attempt may bring an answer."""


def _now() -> datetime:
    return datetime.now(tz=UTC)


@dataclass
class Client:
    """Asks one address at a time."""

    user_agent: str
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = _now
    may_ask: MayAsk = is_public
    read_timeout: float = 15.0
    """Seconds of silence in which a host is given up."""
    total_timeout: float = 60.0
    """Seconds after which a body that still drips is given up."""
    tls: ssl.SSLContext | None = None
    memory: Memory = field(default_factory=Forgetful)
    replay: bool = False
    """Use nothing but what the memory holds: no host is asked."""
    pace: Pace = field(init=False)

    def __post_init__(self) -> None:
        self.pace = Pace(self.clock, self.sleep)
        self._fresh: list[tuple[str, Reply]] = []
        self._pool = httpcore2.ConnectionPool(ssl_context=self.tls, network_backend=GuardedBackend(self.may_ask))

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    def get_json(self, address: str) -> Reply:
        """Ask a registry; a redirect to another host is none of its answers."""
        return self._recalled("GET", address, "application/json", other_hosts=False)

    def ask_page(self, method: str, address: str) -> Reply:
        """Ask for a page, wherever on the public web it has gone."""
        return self._recalled(method, address, "text/html,*/*;q=0.5", other_hosts=True)

    def remember(self) -> None:
        """Keep the replies since the last question: they were understood."""
        for question, reply in self._fresh:
            self.memory.keep(question, reply)
        self._fresh.clear()

    def forget(self) -> None:
        """Drop the replies since the last question: nobody is to be told nonsense twice."""
        self._fresh.clear()

    def _recalled(self, method: str, address: str, accept: str, *, other_hosts: bool) -> Reply:
        host_of(address)  # an address that cannot be asked has no question either
        question = question_of(method, address)
        if (known := self.memory.recall(question)) is not None:
            return known
        if self.replay:
            raise UnansweredError("no answer is kept from an earlier run")
        reply = self._follow(method, address, accept, other_hosts=other_hosts)
        self._fresh.append((question, reply))
        return reply

    def _follow(self, method: str, address: str, accept: str, *, other_hosts: bool) -> Reply:
        moved: list[bool] = []
        for _hop in range(MAX_HOPS + 1):
            reply = self._patiently(method, address, accept)
            if reply.status not in _REDIRECTS:
                return replace(reply, moved_for_good=bool(moved) and all(moved))
            moved.append(reply.status in _PERMANENT)
            target = redirected(address, reply.headers.get("location", ""))
            if not other_hosts and host_of(target) != host_of(address):
                raise UnansweredError(f"the answer was a redirect to another host, {host_of(target)}")
            address = target
        raise UnansweredError(f"there were more than {MAX_HOPS} redirects")

    def _patiently(self, method: str, address: str, accept: str) -> Reply:
        """Ask, and once more after a timeout or a server's trouble; then the host is left alone for the run."""
        host = host_of(address)
        if why := self.pace.cooling(host):
            raise UnansweredError(why)
        try:
            return self._once(method, address, accept)
        except _TryAgainError:
            try:
                return self._once(method, address, accept)
            except _TryAgainError as error:
                self.pace.cool_down(host, str(error))
                raise UnansweredError(str(error)) from error

    def _once(self, method: str, address: str, accept: str) -> Reply:
        host = host_of(address)
        self.pace.wait(host)
        try:
            reply = self._exchange(method, address, accept)
        except PrivateAddressError as error:
            raise UnansweredError(f"{host} leads into a private network") from error
        except httpcore2.UnsupportedProtocol as error:
            raise UnansweredError("it is no http or https address") from error
        except _NETWORK_ERRORS as error:
            if is_tls_failure(error):
                raise UnansweredError(f"{host} could not prove who it is (TLS)") from error
            self.pace.hold(host, _RETRY_PAUSE)
            raise _TryAgainError(f"{host} {what_failed(error)}") from error
        except (ValueError, OSError) as error:
            raise UnansweredError(f"{host} cannot be asked") from error
        self.pace.heed(host, reply.headers)
        if reply.status == 429 or reply.status >= 500:
            self._be_patient(host, reply)
        return reply

    def _be_patient(self, host: str, reply: Reply) -> None:
        why = f"{host} answered with status {reply.status}"
        wait = retry_after(reply.headers, self.now())
        if (wait is None and reply.status == 429) or (wait is not None and wait > LONGEST_WAIT):
            self.pace.cool_down(host, why)
            raise UnansweredError(why)
        self.pace.hold(host, _RETRY_PAUSE if wait is None else wait)
        raise _TryAgainError(why)

    def _exchange(self, method: str, address: str, accept: str) -> Reply:
        headers: dict[bytes | str, bytes | str] = {
            "Host": urlsplit(address).netloc,
            "User-Agent": self.user_agent,
            "Accept": accept,
            "Accept-Encoding": "identity",
        }
        limits = dict.fromkeys(("connect", "read", "write", "pool"), self.read_timeout)
        started = self.clock()
        with self._pool.stream(method, address, headers=headers, extensions={"timeout": limits}) as response:
            received = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in response.headers}
            body = bytearray()
            if response.status < 300 and received.get("content-encoding", "identity") != "identity":
                raise UnansweredError("the answer was packed, which was not asked for")
            for chunk in response.iter_stream():
                body += chunk
                if len(body) > MAX_BYTES:
                    raise UnansweredError(f"the answer was longer than {MAX_BYTES} bytes")
                if self.clock() - started > self.total_timeout:
                    raise UnansweredError("the answer came too slowly")
            return Reply(response.status, received, bytes(body), address, self.now().date())
