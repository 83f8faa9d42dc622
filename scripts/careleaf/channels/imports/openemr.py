"""OpenEMR: PDFs whose names are codes, for its folder of local patient education.

OpenEMR looks for ``{kind of code}_{code}_{language}.pdf`` in lower case below ``documents/education``, in English or
Spanish (interface/patient_file/education.php). One file answers one code.
"""

from collections.abc import Iterator, Mapping, Sequence

from careleaf.channels.imports.material import Material
from careleaf.model.code_system import published_codes
from careleaf.model.library import Library
from careleaf.model.page import Page

OPENEMR_ZIP = "exports/openemr-education.zip"
LANGUAGES = ("en", "es")
_KINDS: Mapping[str, str] = {"icd-10-cm": "icd10", "icd-10": "icd10", "snomed-ct": "snomed"}


def openemr_files(materials: Sequence[Material], held_back: frozenset[str], library: Library) -> dict[str, str]:
    """Return the handout each file holds, by the file's name.

    Args:
        materials: in reading order; of two pages with one code, the first answers.
        held_back: ids of the pages whose words may not go out as an import, or not on paper.
        library: the site.
    """
    language = library.site.language.partition("-")[0].lower()
    if language not in LANGUAGES:
        return {}
    files: dict[str, str] = {}
    for material in materials:
        if material.view is None or material.view.page.id in held_back:
            continue
        page = material.view.page
        for code in _codes(page, library):
            files.setdefault(f"{code}_{language}.pdf", _handout(page, held_back, library))
    return dict(sorted(files.items()))


def _codes(page: Page, library: Library) -> Iterator[str]:
    published = published_codes(page.front.value.codes, with_snomed=library.policy.value.publish_snomed_ct)
    for system, kind in _KINDS.items():
        for code in published.get(system, ()):
            yield f"{kind}_{code}".lower()


def _handout(page: Page, held_back: frozenset[str], library: Library) -> str:
    """Return the handout of the topic for its first page, if every page in it may go out; else the page's own."""
    topic = [each.id for each in library.topics.get(page.topic, ())]
    is_whole = page.is_topic_index and bool(page.topic) and held_back.isdisjoint(topic)
    return library.policy.value.handouts.path(page.topic if is_whole else page.id)


def openemr_readme(files: Mapping[str, str], library: Library) -> str:
    """Return what is in the archive, and what to do with it."""
    site, listed = library.site, "".join(f"  {name}: {handout}\n" for name, handout in files.items())
    return (
        f"Patient education from {site.name} ({site.url}), as of {library.today}.\n\n"
        "Put the PDF files into the folder sites/SITE/documents/education of OpenEMR. Each is named after the code it\n"
        "answers. Remove the files of the last archive first: what is no longer here was changed or withdrawn.\n\n"
        f"{listed or _NOTHING}\n"
        "General information; it does not replace a clinician.\n"
    )


_NOTHING = "There is no file: no page with a diagnosis code may go out as an import at present.\n"
