"""The texts that were signed, in a drawer: one a page and review, and few of them are looked at twice."""

from collections.abc import Mapping

import msgspec

from careleaf.build.drawer import Drawer, Kept
from careleaf.model.signed_text import SignedText

_OPEN = 16
"""Pages whose texts are in memory at one time."""
_TEXTS = msgspec.msgpack.Decoder(dict[str, SignedText])


def put_away(texts: Mapping[str, Mapping[str, SignedText]], drawer: Drawer) -> Mapping[str, Mapping[str, SignedText]]:
    """Return signed texts by page id and digest, as they lie in a drawer."""
    kept = Kept(drawer, _TEXTS.decode, _OPEN)
    for page_id, of_page in texts.items():
        kept.put(page_id, msgspec.msgpack.encode(of_page))
    return kept
