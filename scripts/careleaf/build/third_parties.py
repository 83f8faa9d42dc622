"""The verifier of requests: nothing a browser loads from a finished site lies on another host."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urljoin

from careleaf.reading.requests import css_requests, svg_requests
from careleaf.reading.written_page import WrittenPage

_SITE = "https://site.invalid/"


def third_party_faults(site_dir: Path, pages: Mapping[str, WrittenPage]) -> Iterator[str]:
    """Yield, in sentences, each request to another host that a finished site would make."""
    for address, page in pages.items():
        for target in page.requests:
            if _is_elsewhere(target, address):
                yield f"{address or 'the home page'} loads {target} from another host."
    for file in sorted(f for f in site_dir.rglob("*") if f.suffix in {".css", ".svg"}):
        address, text = file.relative_to(site_dir).as_posix(), file.read_text(encoding="utf-8", errors="replace")
        for target in dict.fromkeys(svg_requests(text) if file.suffix == ".svg" else css_requests(text)):
            if _is_elsewhere(target, address):
                yield f"{address} loads {target} from another host."


def _is_elsewhere(target: str, address: str) -> bool:
    """Tell whether an address leads to another host; data within the page is no request."""
    target = target.strip()
    return not target.lower().startswith("data:") and not urljoin(_SITE + address, target).startswith(_SITE)
