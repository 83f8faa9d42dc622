"""The public page's Content Security Policy: its own files, and the inline scripts it has now, by their hashes.

Nothing else can run, load or be sent, whatever a page's text holds (https://www.w3.org/TR/CSP3/). It travels in the
page itself, so that it holds on hosts that cannot send headers.
"""

import re

from careleaf.channels.embed_assets import csp_hash

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
_DATA = re.compile(r"type\s*=\s*[\"']?application/(?:ld\+)?json")
_AFTER_CHARSET = re.compile(r"<meta charset=[^>]*>")
_RULES = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
)


def with_security_policy(document: str) -> str:
    """Return an HTML document with its policy in the head; one without a charset is returned as it is."""
    policy = "; ".join((_RULES[0], f"script-src {' '.join(_script_sources(document))}", *_RULES[1:]))
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _AFTER_CHARSET.sub(lambda match: f"{match[0]}\n{tag}", document, count=1)


def _script_sources(document: str) -> list[str]:
    scripts = [
        m for m in _SCRIPT.finditer(document) if "src=" not in m["attributes"] and not _DATA.search(m["attributes"])
    ]
    return ["'self'", *dict.fromkeys(csp_hash(match["code"]) for match in scripts)]
