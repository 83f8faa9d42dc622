"""What the theme's own page frame gets wrong, put right on every finished page.

Material's base template cannot be replaced in parts here, so its output is mended; an attribute that is gone one day
needs no mend and does no harm.
"""

import re

_TOGGLE = re.compile(r'(<input class="md-toggle"[^>]* type="checkbox"[^>]*?) autocomplete="off"')


def with_mended_frame(document: str) -> str:
    """Return an HTML document without the attribute that a checkbox may not have.

    HTML allows `autocomplete` on fields with words only
    (https://html.spec.whatwg.org/multipage/input.html#do-not-apply).
    """
    return _TOGGLE.sub(r"\1", document)
