"""Authors, and people behind an original work, who are not in the register in that role.

A patient should find out who wrote the words, and who did not.

Can be wrong when: the person's file has another name; its name is the id.

Add the person below `docs/_data/people` with the role they had, or correct the id.

Bad:  `authors: [jo-row]`, and the file is `jo-roe.yml`
Good: `authors: [jo-roe]`, whose record has `roles: [author]`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.front_matter import NOT_KNOWN, FrontMatter
from careleaf.model.library import Library
from careleaf.model.person import Role
from careleaf.model.rule import Rule
from careleaf.rules.lookups.nearest import suggestion
from careleaf.rules.lookups.unread import is_unread


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each person a page names and the register does not know in that role."""
    for page in library.pages:
        for key, person_id, role in _named(page.front.value):
            person = library.people.get(person_id)
            if person is None and not is_unread(library, "people", person_id):
                yield Finding(
                    page.front.at(key),
                    f"`{person_id}` is not in the register of people.",
                    suggestion(person_id, library.people, f"Add docs/_data/people/{person_id}.yml."),
                )
            elif person is not None and role not in person.value.roles:
                yield Finding(
                    page.front.at(key),
                    f"`{person_id}` does not have the role {role}.",
                    f"Add `{role}` to the roles in {person.location.path}, or name somebody else.",
                )


def _named(front: FrontMatter) -> Iterator[tuple[str, str, Role]]:
    """Yield the key, id and role of everybody a page names."""
    for index, author in enumerate(front.authors):
        yield f"authors.{index}", author, Role.AUTHOR
    if front.adapted_from:
        for key, person_id, role in (
            ("author", front.adapted_from.author, Role.ORIGINAL_AUTHOR),
            ("reviewer", front.adapted_from.reviewer, Role.ORIGINAL_REVIEWER),
        ):
            if person_id != NOT_KNOWN:
                yield f"adapted_from.{key}", person_id, role


RULE = Rule(
    "REV210",
    "unknown-person",
    Severity.ERROR,
    "A page names somebody the register does not know.",
    check=check,
)
