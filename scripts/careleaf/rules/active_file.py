"""Files that are published as they are and can act: scripts, pages of their own, pictures with a script inside.

What lies below docs goes out as it is. In a page a picture cannot run its script, but opened by itself it can, on the
site's own address: it could show a patient a false page under the clinic's name.

Can be wrong when: a picture holds text that only looks like code; draw it again and save it as a plain SVG.

Save pictures without scripts, styles from elsewhere and embedded pages. A script of the site is named in mkdocs.yml
under `extra_javascript`.

Bad:  `docs/legs/leg.svg` with `<script>` in it, `docs/legs/extra.html`
Good: `docs/legs/leg.svg` with shapes and words, `docs/legs/extra.md`
"""

from collections.abc import Iterator

from careleaf.model.fault import FaultKind
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield what reading found."""
    return (fault.finding for fault in library.faults_of(FaultKind.ACTIVE_FILE))


RULE = Rule("FMT033", "active-file", Severity.ERROR, "A published file can act.", check=check, binding=True)
