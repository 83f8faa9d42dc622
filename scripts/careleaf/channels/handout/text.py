"""White space in running text, folded as a browser folds it (CSS Text 3, section 4.1)."""

import re

from careleaf.channels.handout.context import Node

_SPACE = re.compile(r"[ \t\n\r\f]+")
"""Not the no-break space: it keeps a dose and its unit together."""


def fold(text: str) -> str:
    """Replace each run of white space by one space."""
    return _SPACE.sub(" ", text)


def folded_line(nodes: list[Node]) -> list[Node]:
    """Fold white space across the nodes of one line of text, and drop it at both ends."""
    line, _ = _folded(nodes, after_space=True)
    while line and isinstance(line[-1], str) and not (trimmed := line[-1].rstrip(" ")):
        line.pop()
    if line and isinstance(line[-1], str):
        line[-1] = trimmed
    return line


def _folded(nodes: list[Node], *, after_space: bool) -> tuple[list[Node], bool]:
    line: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            text = fold(node).lstrip(" ") if after_space else fold(node)
            line += [text] if text else []
            after_space = text.endswith(" ") if text else after_space
            continue
        children = node.get("children")
        if isinstance(children, list):
            inner, after_space = _folded(children, after_space=after_space)
            line.append({**node, "children": inner})
        else:
            line.append(node)
            after_space = node["kind"] == "break" or (after_space and node["kind"] == "anchor")
    return line, after_space
