"""Two topics with one diagnosis code.

A clinic's portal asks for a code and gets one topic. Which one a patient sees would be left to chance.

Can be wrong when: two topics are about one diagnosis; let one of them carry the code and link to the other.

Keep the code on the topic that fits it best.

Bad:  `icd-10-cm: [G25.81]` on `restless-legs/index.md` and on `leg-cramps/index.md`
Good: `icd-10-cm: [R25.2]` on `leg-cramps/index.md`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each code that another topic has already."""
    first: dict[tuple[str, str], Page] = {}
    for page in library.topic_pages:
        for system, codes in page.front.value.codes.items():
            for index, code in enumerate(codes):
                other = first.setdefault((system.casefold(), code.strip().upper()), page)
                if _topic(other) != _topic(page):
                    yield Finding(
                        page.front.at(f"codes.{system}.{index}"),
                        f"The {system} code `{code}` belongs to `{other.id}` already.",
                        "Keep it on one topic.",
                    )


def _topic(page: Page) -> str:
    return page.topic or page.id


RULE = Rule("FMT021", "duplicate-code", Severity.ERROR, "Two topics have one diagnosis code.", check=check)
