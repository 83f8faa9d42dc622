"""Names of authors and editors: family name, initials without full stops, suffix."""

import re

from careleaf.model.source import Name
from careleaf.model.wording import Wording

MOST_AUTHORS = 6
SHOWN_OF_MANY = 3
_OTHERS = re.compile(r"et al\.?|and others", re.IGNORECASE)
_ALREADY_INITIALS = re.compile(r"[A-Z]{2,3}")


def name_list(names: tuple[Name, ...], wording: Wording) -> str:
    """Return up to six names; of seven or more the first three and ``et al``."""
    listed = [name for name in names if not _OTHERS.fullmatch(name.literal)]
    cut = len(listed) > MOST_AUTHORS
    shown = [_name(name) for name in (listed[:SHOWN_OF_MANY] if cut else listed)]
    others = [wording.say("source-others")] if cut or len(listed) < len(names) else []
    return ", ".join([*shown, *others])


def _name(name: Name) -> str:
    if name.literal:
        return name.literal
    if _has_no_initials(name.given):
        return f"{name.family}{name.given}"
    initials = "".join(_initial(part) for part in re.split(r"[\s.\-‐‑]+", name.given) if part)
    return " ".join(part for part in (name.family, initials, name.suffix.rstrip(".")) if part)


def _initial(part: str) -> str:
    return part if _ALREADY_INITIALS.fullmatch(part) else part[0].upper()


def _has_no_initials(given: str) -> bool:
    """Tell whether a script without capitals is used, such as Chinese: such names are never shortened."""
    return bool(given) and given[0].isalpha() and given[0].lower() == given[0].upper()
