"""Signed texts that are not what was signed.

The text stands for a clinician's word. Changed, it shows words they never saw.

Can be wrong when: never; the file's name is the digest of what belongs in it.

Bring back the text from a backup or from version control.

Bad:  one word changed in `c1-4f….txt`
Good: the file as `careleaf review sign` wrote it
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each text that its name does not fit."""
    for page_id, texts in library.signed_texts.items():
        for text in texts.values():
            if not text.is_genuine:
                yield Finding(
                    text.location,
                    f"This text of `{page_id}` is not the one that was signed.",
                    "Bring back the file as it was; its name is the digest of what belongs in it.",
                )


RULE = Rule("REV214", "altered-signed-text", Severity.ERROR, "A signed text was changed.", check=check)
