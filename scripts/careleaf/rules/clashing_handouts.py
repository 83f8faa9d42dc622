"""Two handouts that would be written to one file.

The letter edition of `legs` is `legs-letter.pdf`, and so is the A4 edition of a page named `legs-letter`. One of them
would be lost without a word.

Can be wrong when: never; one of the two would not be there.

Rename one of the pages, or choose other editions in policy.yml.

Bad:  the pages `timing.md` and `timing-letter.md`, and `editions: [a4, letter]`
Good: the pages `timing.md` and `timing-of-letters.md`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each page whose handout another one would overwrite."""
    policy = library.policy.value.handouts
    taken: dict[str, str] = {}
    names = {page.topic: pages[0] for pages in library.topics.values() for page in pages if page.topic}
    for name, page in [*((page.id, page) for page in library.topic_pages), *names.items()]:
        for path in policy.paths(name).values():
            other = taken.setdefault(path, name)
            if other != name:
                message = f"The handouts of `{other}` and `{name}` would both be {path}."
                yield Finding(page.location, message, "Rename one of the pages, or choose other editions.")


RULE = Rule("OUT013", "clashing-handouts", Severity.ERROR, "Two handouts would be one file.", check=check)
