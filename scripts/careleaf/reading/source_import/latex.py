"""LaTeX in BibTeX values: accents and braces become the letters they stand for."""

import re
import unicodedata
from collections.abc import Mapping

_ACCENTS: Mapping[str, str] = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
_LETTERS: Mapping[str, str] = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å",
    "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "th": "þ", "TH": "Þ",
    "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…", "textbackslash": "\\", "textless": "<",
    "textgreater": ">", "textasciitilde": "~", "textasciicircum": "^", "textdegree": "°", "textmu": "µ",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "kappa": "κ", "mu": "µ", "omega": "ω", "pm": "±",
    "times": "×", "leq": "≤", "geq": "≥", "textquotesingle": "'", "slash": "/",
}  # fmt: skip
_STYLES = "emph textit textbf textrm textsc textsf texttt textsuperscript textsubscript mkbibquote enquote url".split()
_ACCENT = re.compile(
    r"\\(?:(?P<sign>[`'^~=.\"])\s*|(?P<word>[urHvdckb])(?:\s+|(?=\{)))"
    r"(?:\{(?P<braced>\\[ij](?![A-Za-z])|\w)?\s*\}|(?P<dotless>\\[ij])(?![A-Za-z])\s?|(?P<bare>\w))"
)
_LETTER = re.compile(r"\\(?P<name>[A-Za-z]{1,20})(?![A-Za-z])(?:\{\}| ?)")
_ESCAPED = re.compile(r"\\([&%$#_{} -])")
_KEPT = {"{": "\ue000", "}": "\ue001", "$": "\ue002", "\\": "\ue003", "~": "\ue004", "-": "\ue005"}
"""Signs that were escaped, out of the way until braces and mathematics are gone."""
_PRIVATE = re.compile("[\ue000-\ue005]")


def plain_latex(text: str) -> str:
    """Return the words a reader of the printed work sees; a command that is not known stays as it is written."""
    text = _PRIVATE.sub("", text)
    text = _ESCAPED.sub(lambda match: _KEPT.get(match[1], match[1]), text)
    text = _ACCENT.sub(_accented, text)
    text = _LETTER.sub(_letter, text)
    text = text.replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”")
    text = re.sub(r"[{}$]", "", text).replace("~", " ")
    for sign, kept in _KEPT.items():
        text = text.replace(kept, sign)
    return unicodedata.normalize("NFC", text)


def _accented(match: re.Match[str]) -> str:
    mark = _ACCENTS[match["sign"] or match["word"]]
    letter = (match["braced"] or match["dotless"] or match["bare"] or "").removeprefix("\\")
    return unicodedata.normalize("NFC", letter + mark) if letter else ""


def _letter(match: re.Match[str]) -> str:
    name = match["name"]
    if name in _STYLES:
        return ""
    letter = _LETTERS.get(name, match[0])
    return _KEPT.get(letter, letter)
