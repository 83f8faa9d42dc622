"""What careleaf asks of its FHIR resources beside HL7's JSON schema, which knows few codes and no files.

None of this makes a resource "validated": HL7's own validator is another program.
"""

import base64
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from lxml import etree

from careleaf.channels.imports.material import Stage

_STATUSES: Mapping[str, frozenset[str]] = {
    "DocumentReference": frozenset({"current", "superseded", "entered-in-error"}),
    "Library": frozenset({"draft", "active", "retired", "unknown"}),
    "List": frozenset({"current", "retired", "entered-in-error"}),
}
_RELATED = frozenset(
    "documentation justification citation predecessor successor derived-from depends-on composed-of".split()
)
_ID = re.compile(r"[A-Za-z0-9.-]{1,64}")
_NAME = re.compile(r"[A-Z][A-Za-z0-9_]{0,254}")
_XHTML = "{http://www.w3.org/1999/xhtml}div"
_DATES = ("approvalDate", "lastReviewDate", "date")
Resource = Mapping[str, Any]
ReadFile = Callable[[str], bytes | None]
"""Returns what lies behind a full address of the site; None when nothing does."""


def resource_faults(resource: Resource, read: ReadFile) -> Iterator[str]:
    """Yield, in sentences, what is wrong with a DocumentReference, a Library, a List or a Bundle of them."""
    kind = resource.get("resourceType", "")
    name = f"{kind}/{resource.get('id', '')}"
    if not _ID.fullmatch(str(resource.get("id", ""))):
        yield f"{name} has no usable id."
    if kind == "Bundle":
        yield from _bundle_faults(resource, read)
        return
    if resource.get("status") not in _STATUSES.get(kind, ()):
        yield f"{name} has no status that FHIR R4 knows."
    yield from (f"{name} {fault}" for fault in _narrative_faults(resource))
    if kind == "List":
        if bool(resource.get("entry")) == bool(resource.get("emptyReason")):
            yield f"{name} has to have either entries or a reason for having none (lst-1)."
        return
    yield from (f"{name} {fault}" for fault in (*_stage_faults(resource), *_date_faults(resource)))
    if kind == "Library" and not _NAME.fullmatch(str(resource.get("name", ""))):
        yield f"{name} has a name that programs cannot use (lib-0)."
    for related in resource.get("relatedArtifact", ()):
        if related.get("type") not in _RELATED:
            yield f"{name} has a related artifact of a type that FHIR R4 does not know."
    for attachment in _attachments(resource):
        yield from (f"{name} {fault}" for fault in _attachment_faults(attachment, read))


def _narrative_faults(resource: Resource) -> Iterator[str]:
    try:
        div = etree.fromstring(resource.get("text", {}).get("div", ""), etree.XMLParser(resolve_entities=False))
    except (etree.XMLSyntaxError, ValueError):
        yield "has no narrative that can be read."
        return
    if div.tag != _XHTML or not "".join(map(str, div.itertext())).strip():
        yield "has an empty narrative, or one that is no XHTML (txt-1, txt-2)."
    if any(etree.QName(each).localname not in {"div", "p", "ul", "li"} for each in div.iter(etree.Element)):
        yield "has more than text in its narrative."


def _stage_faults(resource: Resource) -> Iterator[str]:
    """Yield where a resource claims a review it has not, or is final without one."""
    is_library = resource.get("resourceType") == "Library"
    is_final = resource.get("status") == "active" if is_library else resource.get("docStatus") == "final"
    claims = [key for key in ("reviewer", "lastReviewDate", "approvalDate", "authenticator") if resource.get(key)]
    needed = {"reviewer", "lastReviewDate"} if is_library else {"authenticator"}
    if is_final and not needed <= set(claims):
        yield "is final, but does not say who reviewed it and when."
    if is_final and not all(one.get("hash") for one in _attachments(resource)):
        yield "is final, but a file has no hash."
    if is_final and not any(_attachments(resource)):
        yield "is final, but has no file."
    if not is_final and claims:
        yield f"is not final, but has {', '.join(claims)}."
    if not is_library and not _is_stage(resource):
        yield "has a status and a document status that do not belong together."


def _is_stage(resource: Resource) -> bool:
    return (resource.get("status"), resource.get("docStatus", "")) in {(s.document, s.wording) for s in Stage}


def _date_faults(resource: Resource) -> Iterator[str]:
    period = resource.get("effectivePeriod", {})
    given = {key: resource[key] for key in _DATES if key in resource}
    given |= {f"effectivePeriod.{key}": value for key, value in period.items()}
    days = {key: _day(value) for key, value in given.items()}
    yield from (f"has no date in `{key}`." for key, day in days.items() if day is None)
    order = [day for key in ("lastReviewDate", "effectivePeriod.end") if (day := days.get(key))]
    if order != sorted(order):
        yield "was reviewed after the day its review ended."


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _attachments(resource: Resource) -> Iterator[Resource]:
    for each in resource.get("content", ()):
        yield each.get("attachment", each)


def _attachment_faults(attachment: Resource, read: ReadFile) -> Iterator[str]:
    url = str(attachment.get("url", ""))
    content = read(url)
    if content is None:
        yield f"names {url}, which is no file of this site."
        return
    if "hash" not in attachment:
        return
    if attachment["hash"] != base64.b64encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode():
        yield f"has another SHA-1 for {url} than the file."
    if type(attachment.get("size")) is not int or attachment["size"] != len(content):
        yield f"has another size for {url} than the file."


def _bundle_faults(bundle: Resource, read: ReadFile) -> Iterator[str]:
    entries = bundle.get("entry", ())
    names = [f"{e['resource'].get('resourceType')}/{e['resource'].get('id')}" for e in entries]
    for entry, name in zip(entries, names, strict=True):
        if not str(entry.get("fullUrl", "")).endswith(f"/{name}"):
            yield f"{name} stands in the bundle under another address."
        yield from resource_faults(entry["resource"], read)
        for item in entry["resource"].get("entry", ()):
            if item["item"]["reference"] not in names:
                yield f"{name} names {item['item']['reference']}, which is not in the bundle."
    if len(set(names)) != len(names):
        yield "The bundle holds a resource twice."
