"""FHIR R4: what a portal or a records system takes in, as files below fhir/R4/.

Each page is a DocumentReference (https://hl7.org/fhir/R4/documentreference.html), which systems show to patients, and a
Library (https://hl7.org/fhir/R4/library.html), which alone has places for reviewer, dates and citations. Both carry the
page's address as their identifier. A List names what may be given to patients now; a Bundle holds everything.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from careleaf.channels.imports.material import Attached, Material, Stage, full_address
from careleaf.model.code_system import CODE_SYSTEMS, published_codes
from careleaf.model.front_matter import NOT_KNOWN
from careleaf.model.library import Library
from careleaf.model.person import Person
from careleaf.model.printed_version import printed_version

FHIR_FOLDER = "fhir/R4"
COLLECTION = "patient-education"
_USAGE = "http://terminology.hl7.org/CodeSystem/usage-context-type"
Resource = dict[str, object]


@dataclass(frozen=True, slots=True)
class Texts:
    """Words of the site's language in the resources."""

    kind: str
    """What all of it is: patient education."""
    general_information: str
    nothing: str
    """Why the list is empty."""


def resources(materials: Sequence[Material], library: Library, texts: Texts) -> Iterator[tuple[str, Resource]]:
    """Yield the path below the site and the content of each resource; the bundle of all comes last."""
    made: list[Resource] = []
    for material in materials:
        made += [_document(material, library, texts), _library(material, library, texts)]
    made.append(_list(materials, library, texts))
    for resource in made:
        yield f"{FHIR_FOLDER}/{_reference(resource)}.json", resource
    yield f"{FHIR_FOLDER}/Bundle/{COLLECTION}.json", _bundle(made, library)


def _document(material: Material, library: Library, texts: Texts) -> Resource:
    site, people = library.site, _people(material, library)
    reviewers = people["reviewer"]
    return _filled(
        resourceType="DocumentReference",
        **_head(material, library, texts),
        status=material.stage.document,
        docStatus=material.stage.wording,
        type={"text": texts.kind},
        category=[{"text": texts.kind}],
        date=f"{material.day}T00:00:00Z",
        author=[{"display": person.full_name} for person in people["author"]],
        authenticator={"display": ", ".join(p.full_name for p in reviewers)} if reviewers else None,
        custodian={"display": library.policy.value.publisher or site.name},
        description=material.title,
        content=[{"attachment": each} for each in _attachments(material, library)],
        context=_filled(event=[_concept(*code) for code in _codes(material, library)]),
    )


def _library(material: Material, library: Library, texts: Texts) -> Resource:
    view, people = material.view, _people(material, library)
    review = view.state.review if view and material.stage is Stage.REVIEWED else None
    return _filled(
        resourceType="Library",
        **_head(material, library, texts),
        url=f"{library.site.url}{FHIR_FOLDER}/Library/{material.id}",
        version=printed_version(view.state.digest) if view else "",
        name=_name(material, library.site.language),
        title=material.title,
        status=material.stage.library,
        type={"text": texts.kind},
        date=str(material.day),
        publisher=library.policy.value.publisher or library.site.name,
        description=view.page.front.value.description if view else material.said,
        useContext=[_focus(*code) for code in _codes(material, library)],
        copyright=view.page.front.value.licence if view else "",
        approvalDate=str(review.reviewed_on) if review else "",
        lastReviewDate=str(review.reviewed_on) if review else "",
        effectivePeriod=_filled(start=str(review.reviewed_on), end=str(view.state.due_on or ""))
        if view and review
        else None,
        author=[_contact(person) for person in people["author"]],
        reviewer=[_contact(person) for person in people["reviewer"]],
        relatedArtifact=list(_related(material)),
        content=_attachments(material, library) if view else [],
    )


def _head(material: Material, library: Library, texts: Texts) -> Mapping[str, object]:
    paragraphs = (material.title, material.said, texts.general_information)
    div = "".join(f"<p>{escape(text)}</p>" for text in paragraphs if text)
    return {
        "id": material.id,
        "language": library.site.language,
        "text": {"status": "generated", "div": f'<div xmlns="http://www.w3.org/1999/xhtml">{div}</div>'},
        "identifier": [{"system": "urn:ietf:rfc:3986", "value": full_address(material.url, library.site.url)}],
    }


def _list(materials: Sequence[Material], library: Library, texts: Texts) -> Resource:
    offered = [material for material in materials if material.view is not None]
    return _filled(
        resourceType="List",
        id=COLLECTION,
        language=library.site.language,
        text={"status": "generated", "div": _listing([m.title for m in offered] or [texts.nothing])},
        status="current",
        mode="working",
        title=f"{library.site.name}: {texts.kind}",
        date=str(library.today),
        source={"display": library.policy.value.publisher or library.site.name},
        entry=[{"item": {"reference": f"DocumentReference/{m.id}", "display": m.title}} for m in offered],
        emptyReason=None if offered else {"text": texts.nothing},
    )


def _listing(lines: list[str]) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'<div xmlns="http://www.w3.org/1999/xhtml"><ul>{items}</ul></div>'


def _bundle(made: Sequence[Resource], library: Library) -> Resource:
    base = f"{library.site.url}{FHIR_FOLDER}/"
    return {
        "resourceType": "Bundle",
        "id": COLLECTION,
        "type": "collection",
        "timestamp": f"{library.today}T00:00:00Z",
        "entry": [{"fullUrl": base + _reference(each), "resource": each} for each in made],
    }


def _reference(resource: Resource) -> str:
    return f"{resource['resourceType']}/{resource['id']}"


def _name(material: Material, language: str) -> str:
    """Return a name for programs (https://hl7.org/fhir/R4/library.html, lib-0): letters and digits alone."""
    words = [*material.id.replace(".", "-").split("-"), language.partition("-")[0]]
    joined = "".join(word[:1].upper() + word[1:] for word in words if word)
    return joined if joined[0].isalpha() else f"Page{joined}"


def _people(material: Material, library: Library) -> Mapping[str, list[Person]]:
    """Return authors and reviewers; nobody is the reviewer of words they did not sign, or of a text that is gone."""
    view, is_reviewed = material.view, material.stage is Stage.REVIEWED
    authors = view.page.front.value.authors if view else ()
    reviewers = tuple(record.reviewer for record in view.state.reviews) if view and is_reviewed else ()
    known = {"author": authors, "reviewer": tuple(dict.fromkeys(reviewers))}
    return {role: [library.people[i].value for i in ids if i in library.people] for role, ids in known.items()}


def _contact(person: Person) -> Resource:
    orcid = [{"system": "url", "value": f"https://orcid.org/{person.orcid}"}] if person.orcid else []
    return _filled(name=person.full_name, telecom=orcid)


def _codes(material: Material, library: Library) -> list[tuple[str, str]]:
    codes = material.view.page.front.value.codes if material.view else {}
    published = published_codes(codes, with_snomed=library.policy.value.publish_snomed_ct)
    return [(CODE_SYSTEMS[system].uri, code) for system, of_system in published.items() for code in of_system]


def _concept(system: str, code: str) -> Resource:
    return {"coding": [{"system": system, "code": code}]}


def _focus(system: str, code: str) -> Resource:
    return {"code": {"system": _USAGE, "code": "focus"}, "valueCodeableConcept": _concept(system, code)}


def _related(material: Material) -> Iterator[Resource]:
    for source in material.view.sources if material.view else ():
        yield _filled(type="citation", label=str(source.number), citation=source.line, url=source.address)
    adapted = material.view.page.front.value.adapted_from if material.view else None
    if adapted:
        url = "" if adapted.url == NOT_KNOWN else adapted.url
        yield _filled(type="derived-from", display=f"{adapted.title}. {adapted.publisher}", url=url)
    if material.replaced_by:
        yield {"type": "successor", "url": material.replaced_by}


def _attachments(material: Material, library: Library) -> list[Resource]:
    """Return a page's files; where its words may not go out, its address alone: a notice stands there."""
    if material.view is None:
        url = full_address(material.url, library.site.url)
        return [{"contentType": "text/html", "language": library.site.language, "url": url, "title": material.title}]
    return [_attachment(each, material, library) for each in material.attached]


def _attachment(attached: Attached, material: Material, library: Library) -> Resource:
    return {
        "contentType": attached.kind,
        "language": library.site.language,
        "url": full_address(attached.address, library.site.url),
        "size": len(attached.content),
        "hash": attached.sha1,
        "title": material.title,
        "creation": _day(material.day),
    }


def _day(day: date) -> str:
    return day.isoformat()


def _filled(**values: object) -> Resource:
    """Return the values that are there: FHIR has no empty ones."""
    return {key: value for key, value in values.items() if value not in ("", None, [], {})}
