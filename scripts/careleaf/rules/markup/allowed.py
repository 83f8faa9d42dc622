"""The allow-list: what Python-Markdown, its tables and code, pymdownx's blocks and careleaf itself write."""

import re

from careleaf.model.body import Element

_TAGS = frozenset(
    {
        "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "col", "colgroup",
        "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure",
        "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "input",
        "ins", "kbd", "label", "li", "mark", "ol", "p", "pre", "q", "s",
        "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody",
        "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var",
    }
)  # fmt: skip
_EVERYWHERE = frozenset({"id", "class", "title", "lang", "dir", "aria-label", "aria-hidden", "data-lang"})
_BY_TAG = {
    "a": frozenset({"href", "rel", "name", "data-evidence"}),
    "img": frozenset({"src", "alt", "width", "height", "loading", "role"}),
    "ol": frozenset({"start", "type"}),
    "td": frozenset({"align", "colspan", "rowspan"}),
    "th": frozenset({"align", "colspan", "rowspan", "scope"}),
    "col": frozenset({"span"}),
    "details": frozenset({"open"}),
    "input": frozenset({"type", "name", "checked", "disabled"}),
    "label": frozenset({"for"}),
    "section": frozenset({"data-level", "data-region", "data-block"}),
    "div": frozenset({"data-tabs"}),
    "span": frozenset({"data-linenos"}),
    "sup": frozenset({"data-cite"}),
    "time": frozenset({"datetime"}),
}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# An image from elsewhere would tell a third party who reads the page.
_SCHEMES = {"href": frozenset({"http:", "https:", "mailto:", "tel:"}), "src": frozenset[str]()}
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
"""Characters that browsers skip when they look for an address's scheme, and some that nobody needs."""


def is_allowed_tag(tag: str) -> bool:
    """Tell whether a page may hold this element."""
    return tag in _TAGS


def attribute_problem(element: Element, name: str, value: str) -> str | None:
    """Return what is wrong with an attribute, as a sentence."""
    if name not in _EVERYWHERE and name not in _BY_TAG.get(element.tag, ()):
        return f"The attribute `{name}` of `<{element.tag}>` is not allowed."
    if element.tag == "input" and name == "type" and value not in {"radio", "checkbox"}:
        return f"An input of the type `{value}` is not allowed."
    if element.tag == "ol" and name == "start" and not re.fullmatch(r"[0-9]{1,9}", value):
        return f"A list cannot start at `{value}`."
    return _address_problem(name, value) if name in _SCHEMES else None


def _address_problem(name: str, value: str) -> str | None:
    visible = _INVISIBLE.sub("", value)
    if name == "src" and visible.startswith(("//", "\\\\", "/\\")):
        return "An image must lie on this site."
    match = _SCHEME.match(visible)
    if match is None or match[0].lower() in _SCHEMES[name]:
        return None
    return f"An address that starts with `{match[0].lower()}` is not allowed in `{name}`."
