"""Images that cannot be decoded.

A reviewer signs what an image shows. One that cannot be decoded cannot be signed, printed or shown.

Can be wrong when: the format is newer than the image library; save it as PNG or SVG.

Save the image again as PNG, JPEG or SVG, below 20 MB.

Bad:  `![The leg's muscles](muscles.png)`, where the file is cut off in the middle
Good: the same line with a whole file
"""

from collections.abc import Iterator

from careleaf.model.fault import FaultKind
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield what reading found."""
    return (fault.finding for fault in library.faults_of(FaultKind.UNREADABLE_IMAGE))


RULE = Rule("A11003", "unreadable-image", Severity.ERROR, "An image cannot be decoded.", check=check, binding=True)
