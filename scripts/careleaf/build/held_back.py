"""Which pages a site's diagnosis codes do not open, told to the publisher."""

import json
from collections.abc import Iterator
from pathlib import Path

from careleaf.model.api.codes import SYSTEMS


def held_back_codes(site_dir: Path) -> Iterator[str]:
    """Yield a sentence for each page that a finished site has codes for and holds back, with the reason."""
    held: dict[tuple[str, str], list[str]] = {}
    for one in json.loads((site_dir / SYSTEMS).read_text(encoding="utf-8"))["heldBack"]:
        held.setdefault((one["id"], one["reason"]), []).append(f"{one['system']} {one['code']}")
    for (page, reason), codes in held.items():
        yield f"Held back from the look-up by code: {page} ({', '.join(codes)}). {reason}"
