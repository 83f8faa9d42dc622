"""A Markdown extension that changes what authors wrote, named in mkdocs.yml.

`pymdownx.smartsymbols` turns ``1/2 tablet`` into ½ and ``c/o`` into another sign: that is not the wording a clinician
reviewed. `meta` takes ``Warning: …`` in the first lines for metadata and deletes it.

Can be wrong when: an extension is named here that your pages never use; then nothing is lost by taking it out.

Remove the extension from `markdown_extensions`.

Bad:  `markdown_extensions: [pymdownx.smartsymbols]`
Good: `markdown_extensions: [tables]`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Location, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule

_CHANGING = {
    "pymdownx.smartsymbols": "turns fractions and signs into other characters",
    "smarty": "turns quotation marks, dashes and dots into other characters",
    "markdown.extensions.smarty": "turns quotation marks, dashes and dots into other characters",
    "meta": "deletes first lines such as `Warning: …` from the page",
    "markdown.extensions.meta": "deletes first lines such as `Warning: …` from the page",
    "pymdownx.tasklist": "shows boxes to tick that have no label",
    "pymdownx.snippets": "puts in text from other files, which no finding could point at",
    "nl2br": "breaks lines where the file happens to break",
}


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each such extension."""
    for name in library.site.markdown_extensions:
        if name in _CHANGING:
            message = f"The Markdown extension `{name}` {_CHANGING[name]}."
            yield Finding(Location(library.site.settings_path), message, "Remove it from `markdown_extensions`.")


RULE = Rule(
    "FMT018",
    "text-changing-extension",
    Severity.ERROR,
    "A Markdown extension changes what authors wrote.",
    check=check,
    binding=True,
)
