"""Portals named in the policy in a form that no browser, or no web server, could use.

They are written into the configuration of web servers. A browser takes an origin: a scheme, a host, and a port if there
is one (https://www.w3.org/TR/CSP3/#framework-directive-source-list). Anything else would open embeds to everybody, or
close them to all, or add a line to a server's configuration.

Can be wrong when: never; write the origin as the browser's address bar shows it, without a path.

Write `https://` and the host; `*.` before it stands for all hosts below.

Bad:  `embed_hosts: [portal.clinic.example/start]`
Good: `embed_hosts: ["https://portal.clinic.example"]`
"""

import re
from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_ORIGIN = re.compile(rf"https?://(?:\*\.)?{_LABEL}(?:\.{_LABEL})*(?::[0-9]{{1,5}})?", re.ASCII | re.IGNORECASE)


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each portal that is no origin."""
    for index, host in enumerate(library.policy.value.embed_hosts):
        if not _ORIGIN.fullmatch(host):
            place = library.policy.at(f"embed_hosts.{index}")
            message = f"The portal `{host}` is no origin."
            yield Finding(place, message, "Write `https://` and the host, such as `https://portal.clinic.example`.")


RULE = Rule(
    "FMT038",
    "invalid-embed-host",
    Severity.ERROR,
    "A portal in the policy is no origin.",
    check=check,
    binding=True,
)
