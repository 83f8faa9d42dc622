"""Words in braces, which Markdown takes for the attributes of what stands before them.

``## Dose {5 mg}`` is shown as "Dose": the amount becomes an attribute nobody sees.

Can be wrong when: the braces stand at the end of a plain paragraph, where they are shown; they vanish as soon as
emphasis, a link or a heading stands before them.

Use round brackets, or a backslash before the brace.

Bad:  `## Dose {5 mg}`
Good: `## Dose (5 mg)`
"""

import re
from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.markdown_text import prose
from careleaf.model.rule import Rule

_BRACES = re.compile(r"(?<![\\{])\{(?![ \t]*[#.:{%])(?![ \t]*[\w:-]+[ \t]*=)(?P<words>[^{}\n]*\w[^{}\n]*)\}")


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each pair of braces that holds words and no attribute."""
    for page in library.pages:
        for match in _BRACES.finditer(prose(page.text)):
            message = f"`{{{match['words']}}}` can be taken for attributes and vanish."
            yield Finding(
                page.place(match.start()), message, "Use round brackets, or put a backslash before the brace."
            )


RULE = Rule("FMT012", "swallowed-braces", Severity.ERROR, "Words in braces can vanish.", check=check, binding=True)
