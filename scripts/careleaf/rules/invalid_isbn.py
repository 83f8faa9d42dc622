"""ISBNs with a wrong check digit or form.

One wrong digit names another book, or none.

Can be wrong when: a book was printed with a wrong ISBN; leave the key out then.

Copy the ISBN from the book's imprint: ten or thirteen digits, with or without hyphens.

Bad:  `ISBN: 978-1-264-26850-5`
Good: `ISBN: 978-1-264-26850-4`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.identifiers import isbn_problem
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each ISBN that cannot exist."""
    for source in library.sources.values():
        isbn = source.value.isbn
        if isbn and (problem := isbn_problem(isbn)):
            yield Finding(source.at("ISBN"), f"The ISBN `{isbn}` {problem}.", "Copy it from the book's imprint.")


RULE = Rule("SRC104", "invalid-isbn", Severity.ERROR, "An ISBN cannot exist.", check=check)
