"""Text of a finding as a terminal or a log may get it.

A message quotes what an author wrote. Written as it is, an escape sequence in it would act on the terminal, and a line
break could forge a finding of its own.
"""

from careleaf.model.hidden import made_visible

MOST = 300
"""Characters of a message: what is wrong stands at its start."""


def one_line(text: str) -> str:
    """Return a text on one line, hidden characters written by their numbers, cut to a length that can be read."""
    return shortened(made_visible(" ".join(text.split())))


def shortened(text: str) -> str:
    """Return a text of at most `MOST` characters."""
    return text if len(text) <= MOST else f"{text[: MOST - 2]} …"
