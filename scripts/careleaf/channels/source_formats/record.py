"""A source as the YAML record an editor goes on with."""

import json
import re
from collections.abc import Iterator

from careleaf.model.source import Name, Source, csl_name

_PLAIN = re.compile(r"[A-Za-z][A-Za-z-]*(?: [A-Za-z-]+)*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NULLS = frozenset({"null", "Null", "NULL", "yes", "no", "on", "off", "true", "false", "y", "n"})
_UNPRINTABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_ORDER = (
    "kind type title author editor container_title container_title_short publisher genre issued updated volume issue"
    " page number edition doi pmid pmcid isbn issn url archived language licence superseded_by note accessed"
    " age_accepted retraction_acknowledged status"
).split()
_EVIDENCE_TO_FILL = """\
# evidence:
#   main-result:
#     says: What it reports, in your own words, with every figure a page may print.
#     where: abstract
#     seen: publisher's page
"""
_WHAT_IS_MISSING = (
    "# Nobody has opened this work yet. Check kind and fields, add the evidence it gives, then set the status.\n"
)


def render_record(source: Source) -> str:
    """Return a source without evidence as the text of its file; reading it gives the same source."""
    lines = (f"{csl_name(name)}: {value}\n" for name in _ORDER if (value := _shown(name, source)))
    return _WHAT_IS_MISSING + "".join(lines) + _EVIDENCE_TO_FILL


def _shown(name: str, source: Source) -> str:
    value = getattr(source, name)
    if isinstance(value, tuple):
        return f"[{', '.join('{' + ', '.join(_parts(one)) + '}' for one in value)}]" if value else ""
    if name == "language" and value == "en":
        return ""
    return _scalar(str(value)) if value else ""


def _parts(name: Name) -> Iterator[str]:
    for part in ("family", "given", "suffix", "literal"):
        if value := getattr(name, part):
            yield f"{part}: {_scalar(value)}"


def _scalar(text: str) -> str:
    """Write text plain where nobody can misread it, else in quotation marks as JSON and YAML both read it."""
    if _DAY.fullmatch(text) or (_PLAIN.fullmatch(text) and text.lower() not in _NULLS):
        return text
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))
