"""Pages without a type that cite a source which was taken back.

A notice can stand in the place of a topic page. A site page, such as the home page, has none, so what it says would
go on being read.

Can be wrong when: the page tells its readers about the retraction; `careleaf explain SRC121` says how to record that.

Find another source for the sentence, or take the sentence out.

Bad:  `[@wakefield1998]` on the home page, and the record has `status: retracted`
Good: the home page without the sentence
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.lookups.citing import taken_back_advice, taken_back_marks, taken_back_word


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each site page and retracted source it cites."""
    for page, mark, source in taken_back_marks(library):
        if not page.is_topic_page:
            yield Finding(
                mark.location,
                f"The cited source `{source.id}` is {taken_back_word(source)}.",
                taken_back_advice(source),
            )


RULE = Rule(
    "SRC124",
    "retracted-source-on-site-page",
    Severity.ERROR,
    "A site page cites a source taken back.",
    check=check,
    binding=True,
)
