"""Pictures as data: Typst is given bytes, never a path."""

from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping

from careleaf.model.errors import RenderError

_SIGNATURES = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}


def pictures_in(nodes: object) -> Iterator[str]:
    """Yield the addresses of all pictures below some nodes, in reading order."""
    if isinstance(nodes, list):
        for node in nodes:
            yield from pictures_in(node)
    elif isinstance(nodes, dict):
        if nodes.get("kind") == "picture":
            yield nodes["src"]
        for value in nodes.values():
            yield from pictures_in(value)


def picture_data(content: bytes, name: str) -> dict[str, str]:
    """Return a picture as JSON can carry it: SVG as text, others in Base64.

    Raises:
        RenderError: The bytes are neither PNG nor JPEG nor SVG; the message starts with `name`.

    """
    for signature, kind in _SIGNATURES.items():
        if content.startswith(signature):
            return {"format": kind, "base64": b64encode(content).decode()}
    if b"<svg" in content:
        return {"format": "svg", "text": content.decode("utf-8")}
    raise RenderError(f"{name} is not a PNG, JPEG or SVG picture")


def for_typst(picture: Mapping[str, str]) -> dict[str, object]:
    """Return a picture with its bytes as Typst's `bytes` takes them from JSON: text or numbers."""
    content = picture["text"] if picture["format"] == "svg" else [*b64decode(picture["base64"])]
    return {"format": picture["format"], "content": content}
