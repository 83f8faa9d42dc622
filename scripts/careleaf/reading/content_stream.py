"""What a sheet's content stream says of text and marked content, found by one regular expression.

This is the part of the grammar of ISO 32000-1 (7.2, 7.3, 7.8.2) that a reader of words needs. What it does not know (an
inline image, a string without an end, an operator without its operand) is refused, and never passed by: it could hold
words. A sheet has thousands of instructions; an object for each took most of the time of reading a handout back.
"""

import re

from pikepdf import PdfError

from careleaf.reading.content_strings import with_plain_strings

Instruction = tuple[bytes, bytes, bytes, bytes, bytes, bytes]
"""A font's name; a string or an array of strings to show; a mark's tag and what is known of it; the end of what is
marked; what cannot be read, to the end. One of them is given (of a mark both), or none; the others are empty."""

_TOLD = 40
"""How many bytes are told of what cannot be read."""
# A repeated group is made atomic, `(?>(?:…)*)`, and not possessive, `(?:…)*+`: Python 3.11.2 loses its place in those.
_SPACE = r"(?>(?:[\0\t\n\f\r ]++|%[^\n]*+)*)"
_WORD_ENDS = r"(?![^\0\t\n\f\r ()<>\[\]{}/%])"
_NUMBERS = r"[-+.0-9\0\t\n\f\r ]++"
_NAME = r"/[^\0\t\n\f\r ()<>\[\]{}/%]*+"
_STRING = r"\([^()]*+\)|<[0-9A-Fa-f\0\t\n\f\r ]*+>"
_ARRAY = rf"\[(?>(?:{_NUMBERS}|{_STRING})*)\]"
_DICTIONARY = rf"<<(?>(?:[^()<>%]++|{_STRING})*)>>"
_NESTED = rf"<<(?>(?:[^()<>%]++|{_STRING}|{_DICTIONARY})*)>>"
_KNOWN = rf"(?:Tf|T[jJ]|['\"]|B[DM]C|EMC|BI){_WORD_ENDS}"
_COLOUR = rf"{_NAME}{_SPACE}(?:cs|CS){_WORD_ENDS}"
_PASSED_BY = rf"(?>(?:{_NUMBERS}|(?!{_KNOWN})[A-Za-z'\"][A-Za-z0-9*'\"]*+|%[^\n]*+|{_COLOUR})*)"
_INSTRUCTION = re.compile(
    (
        rf"{_PASSED_BY}(?:"
        rf"({_NAME}){_SPACE}{_NUMBERS}Tf{_WORD_ENDS}"
        rf"|({_ARRAY}|{_STRING}){_SPACE}(?:T[jJ]|['\"]){_WORD_ENDS}"
        rf"|({_NAME}){_SPACE}({_NESTED}|{_NAME}|){_SPACE}B[DM]C{_WORD_ENDS}"
        rf"|(EMC){_WORD_ENDS}"
        rf"|{_NAME}|{_ARRAY}|{_STRING}|{_NESTED}|([\s\S]+)|\Z)"
    ).encode()
)


def instructions(content: bytes) -> list[Instruction]:
    """Return what chooses a font, shows text, or begins and ends marked content, among instructions that are empty.

    Raises:
        pikepdf.PdfError: there is something that cannot be read.
    """
    found: list[Instruction] = _INSTRUCTION.findall(with_plain_strings(content))
    for *_, unread in found[-2:]:
        if unread:
            raise PdfError(f"A sheet cannot be read on from {unread[:_TOLD]!r}.")
    return found
