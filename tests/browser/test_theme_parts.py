"""Our own parts of the theme stand in the place of Material's; an upgrade has to be looked at, not slept through."""

from hashlib import sha256
from importlib.resources import files

import pytest

LOOKED_AT = {
    "partials/header.html": "8cf3fb15bcf969ff596649616fd99366b3c31c08d57a86d05308efc16d8fa75f",
    "partials/logo.html": "e0925ef6c190174a5162ed1ecc55295016dd8a7beec3018db3e04aac283a2dd9",
    "partials/nav.html": "af33f6e032f632eb055c365eb5f1a975bf8456152fa768e69a1aad6d470b843f",
    "partials/search.html": "bfd556535abcddb99396ab2a7e3acc2ebcd3f36756007d3969396caa4126be30",
    "partials/toc.html": "fde48f583563364b0e0e6865a5ab1e7060ec1826161f69f5cbee653e621b0f84",
    "404.html": "80c93494b5432b1bcdf292caeb67a0653c45b37372f49e08ad4a70ca695a7495",
}
"""SHA-256 of the parts of mkdocs-material 9.8.1 that ours replace."""


@pytest.mark.parametrize("part", LOOKED_AT)
def test_the_part_of_material_that_ours_replaces_is_the_one_we_know(part: str) -> None:
    content = files("material").joinpath("templates", part).read_bytes()
    assert sha256(content).hexdigest() == LOOKED_AT[part], f"compare ours with Material's new {part}"
