"""What a channel's output is recognised by: a hash over everything that a page's view, and its site, can tell it."""

from dataclasses import replace
from hashlib import sha256

import msgspec

from careleaf.build.assembly import page_pictures
from careleaf.build.run import Run
from careleaf.channels.handout.makeup import Makeup
from careleaf.channels.handout.typefaces import told
from careleaf.channels.page_view import PageView
from careleaf.model.body import Body
from careleaf.reading.folded_body import fingerprint

_ENCODER = msgspec.msgpack.Encoder(order="deterministic")


def known_by_view(view: PageView, run: Run) -> bytes:
    """Return a hash over a view: the page's body and pictures, and all that is said around them.

    Its Markdown and its suppressions are left out: no channel looks at them.
    """
    return run.once.of(("known by", view.page.id), (view,), lambda: _of_view(view, run))


def known_by_site(makeup: Makeup, run: Run) -> bytes:
    """Return a hash over what all handouts of one makeup see of their site."""
    library = run.library
    typefaces = [told(face) for face in library.typefaces]
    return _hash((library.site, library.policy.value, typefaces, run.wording, makeup))


def _of_view(view: PageView, run: Run) -> bytes:
    page = view.page
    bare = replace(view, page=replace(page, body=Body(), text="", suppressions=()))
    pictures = page_pictures(page.body, page, run.pictures)
    return _hash((bare, fingerprint(page.body), page.body.images, pictures))


def _hash(content: object) -> bytes:
    return sha256(_ENCODER.encode(content)).digest()
