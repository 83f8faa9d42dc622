"""What the theme's own page frame gets wrong, put right on every finished page.

Material's base template cannot be replaced in parts here, so its output is mended; an attribute that is gone one day
needs no mend and does no harm.
"""

import re

_HIDDEN_OPTION = re.compile(r'(<input class="md-option"[^>]* aria-hidden="true")')
_TOGGLE = re.compile(r'(<input class="md-toggle"[^>]* type="checkbox"[^>]*?) autocomplete="off"')


def with_mended_frame(document: str) -> str:
    """Return an HTML document with two mends.

    A checkbox may not have `autocomplete`: HTML allows it on fields with words only
    (https://html.spec.whatwg.org/multipage/input.html#do-not-apply). And where a site lets the device choose its
    colors, the theme's radio buttons are hidden from screen readers and have to be no tab stops either (WCAG 4.1.2).
    """
    return _HIDDEN_OPTION.sub(r'\1 tabindex="-1"', _TOGGLE.sub(r"\1", document))
