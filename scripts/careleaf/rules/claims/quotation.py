"""Quotations long enough to be somebody's words."""

import re

MIN_WORDS = 6
_QUOTED = re.compile(
    r"“(?P<curly>[^“”]+)”|\"(?P<straight>[^\"]+)\"|«(?P<guillemets>[^«»]+)»|(?<!\w)‘(?P<single>[^‘]+?)’(?!\w)"
)
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_TO_SAY = re.compile(r"\b(?:ask|say|tell|write|print|type)\b[^.]{0,60}\Z", re.IGNORECASE)


def find_quotation(sentence: str) -> tuple[int, str] | None:
    """Return the first quotation of six words or more, and its offset.

    Titles of works are names, and what a reader may ask or say is nobody's statement.
    """
    for match in _QUOTED.finditer(sentence):
        quoted = match[match.lastgroup or 0].strip()
        words = _WORD.findall(quoted)
        if len(words) < MIN_WORDS or quoted.endswith("?") or _is_title(words):
            continue
        if not _TO_SAY.search(sentence[: match.start()]):
            return match.start(), match[0]
    return None


def _is_title(words: list[str]) -> bool:
    """Tell whether the words that matter start with capitals."""
    long = [word for word in words if len(word) > 3]  # of, the, and are small in titles
    return sum(word[0].isupper() for word in long) * 5 >= len(long) * 4
