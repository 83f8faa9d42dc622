"""What the theme's own page frame gets wrong, put right on every finished page.

Material's base template cannot be replaced in parts here, so its output is mended; an attribute that is gone one day
needs no mend and does no harm.
"""

import re
from itertools import count

_CODE = re.compile("<pre>")
_HIDDEN_OPTION = re.compile(r'(<input class="md-option"[^>]* aria-hidden="true")')
_UNSIZED = re.compile(r"<svg(?=[^>]* viewBox)(?![^>]* width=)")
_TOGGLE = re.compile(r'(<input class="md-toggle"[^>]* type="checkbox"[^>]*?) autocomplete="off"')


def with_mended_frame(document: str) -> str:
    """Return an HTML document with four mends.

    A checkbox may not have `autocomplete`: HTML allows it on fields with words only
    (https://html.spec.whatwg.org/multipage/input.html#do-not-apply). And where a site lets the device choose its
    colors, the theme's radio buttons are hidden from screen readers and have to be no tab stops either (WCAG 4.1.2).
    The theme's script names each piece of code after the nearest id, so that without one of their own all get the same.
    An icon without a size is as wide as the window wherever a style sheet does not come.
    """
    numbers = count(1)
    document = _CODE.sub(lambda _: f'<pre id="code-{next(numbers)}">', document)
    document = _UNSIZED.sub('<svg width="24" height="24"', document)
    return _HIDDEN_OPTION.sub(r'\1 tabindex="-1"', _TOGGLE.sub(r"\1", document))
