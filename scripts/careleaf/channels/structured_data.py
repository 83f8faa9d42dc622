"""Structured data for search engines: schema.org MedicalWebPage as JSON-LD.

``lastReviewed`` and ``reviewedBy`` (https://schema.org/reviewedBy) are about this wording: they stand there only
when a clinician signed it.
"""

import json

from careleaf.channels.page_view import PageView
from careleaf.channels.source_list import SourceView
from careleaf.model.library import Library
from careleaf.model.page_type import PageType
from careleaf.model.person import Person
from careleaf.model.state_name import StateName

_CODING_SYSTEMS = {"icd-10-cm": "ICD-10-CM", "icd-10": "ICD-10", "mesh": "MeSH", "snomed-ct": "SNOMED CT"}


def structured_data(view: PageView, library: Library) -> str:
    """Return a page's JSON-LD, safe inside a script element."""
    text = json.dumps(medical_web_page(view, library), ensure_ascii=False, indent=1, sort_keys=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def medical_web_page(view: PageView, library: Library) -> dict[str, object]:
    """Return a page as a schema.org MedicalWebPage; keys without a value are left out."""
    front = view.page.front.value
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": front.title,
        "description": front.description,
        "inLanguage": library.site.language,
        "url": view.public_url,
        "datePublished": front.written_on.isoformat() if front.written_on else "",
        "dateModified": front.last_changed_on.isoformat() if front.last_changed_on else "",
        "author": [_agent(library.people[i].value) for i in front.authors if i in library.people],
        "publisher": _organisation(library.policy.value.publisher or library.site.name),
        "about": _condition(view, library),
        "audience": {"@type": "PeopleAudience", "name": front.audience} if front.audience else "",
        "isBasedOn": _original(view),
        "citation": [_citation(source) for source in view.sources],
        "creativeWorkStatus": view.review.heading,
        "disclaimer": view.review.general_information,
        **_review(view, library),
    }
    return {key: value for key, value in data.items() if value}


def _review(view: PageView, library: Library) -> dict[str, object]:
    review = view.state.review
    if view.state.name is not StateName.REVIEWED or review is None:
        return {}
    return {
        "lastReviewed": review.reviewed_on.isoformat(),
        "reviewedBy": _agent(library.people[review.reviewer].value) if review.reviewer in library.people else "",
    }


def _agent(person: Person) -> dict[str, object]:
    if person.organisation:
        return _organisation(person.name)
    identifier = f"https://orcid.org/{person.orcid}" if person.orcid else ""
    data = {"@type": "Person", "name": person.name, "honorificSuffix": person.credentials, "sameAs": identifier}
    return {key: value for key, value in data.items() if value}


def _organisation(name: str) -> dict[str, object]:
    return {"@type": "Organization", "name": name}


def _condition(view: PageView, library: Library) -> dict[str, object]:
    """Return what the topic is about, with the codes its first page carries."""
    pages = library.topics.get(view.page.topic, ())
    first = next((page for page in pages if page.is_topic_index), view.page)
    is_condition = any(page.front.value.type is PageType.CONDITION for page in pages)
    codes = [
        {"@type": "MedicalCode", "codingSystem": _CODING_SYSTEMS.get(system, system), "codeValue": code}
        for system, values in first.front.value.codes.items()
        for code in values
    ]
    data = {"@type": "MedicalCondition" if is_condition else "MedicalEntity", "name": first.front.value.title}
    return {**data, "code": codes} if codes else dict(data)


def _original(view: PageView) -> dict[str, object]:
    adapted = view.page.front.value.adapted_from
    if adapted is None:
        return {}
    return {"@type": "Article", "name": adapted.title, "publisher": _organisation(adapted.publisher)}


def _citation(source: SourceView) -> dict[str, object]:
    data = {"@type": "CreativeWork", "name": source.line, "url": source.address}
    return {key: value for key, value in data.items() if value}
