"""Pages that cite a source which was taken back.

A retracted or withdrawn work may be wrong in just the point a patient relies on. So a notice stands in the page's
place until somebody has looked at it; other pages are not held up.

Can be wrong when: the page tells its readers about the retraction. Then write into the record, under
`retraction_acknowledged`, why the work is still cited, and use the word "retracted" or "withdrawn" in each sentence
that cites it.

Find another source for the sentence, or take the sentence out.

Bad:  `[@wakefield1998]`, and the record has `status: retracted`
Good: `[@taylor2014]`, a work that stands
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.lookups.citing import taken_back_advice, taken_back_marks, taken_back_word


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each topic page and retracted source it cites."""
    for page, mark, source in taken_back_marks(library):
        if page.is_topic_page:
            yield Finding(
                mark.location,
                f"The cited source `{source.id}` is {taken_back_word(source)}.",
                f"{taken_back_advice(source)} A notice is published in its place.",
            )


RULE = Rule("SRC121", "retracted-source", Severity.WARNING, "A cited source was taken back.", check=check, binding=True)
