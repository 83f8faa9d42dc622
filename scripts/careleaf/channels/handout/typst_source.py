"""A handout's data as the few lines of Typst that print it.

All the page's words stand in one string literal, as JSON: Typst reads it, and evaluates nothing of it. They are source
rather than an input of the compiler because whatever a new input could change, which is everything, is run again.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from careleaf.channels.handout.pictures import for_typst

TEMPLATES = Path(__file__).parents[2] / "templates" / "handout"


def typst_source(data: Mapping[str, Any]) -> bytes:
    """Return the source of one handout, to be compiled below the folder of templates."""
    around = {key: value for key, value in data.items() if key != "pictures"}
    around["chapters"] = [_without_body(chapter) for chapter in data["chapters"]]
    around["help"] = _without_body(data["help"]) if data["help"] else None
    bodies = {
        "chapters": [chapter["body"] for chapter in data["chapters"]],
        "help": data["help"]["body"] if data["help"] else [],
    }
    pictures = {name: for_typst(picture) for name, picture in data["pictures"].items()}
    said = json.dumps([around, bodies, pictures])
    return f'#import "main.typ": handout\n#handout(..json(bytes({_literal(said)})))'.encode("ascii")


def _without_body(part: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in part.items() if key != "body"}


def _literal(text: str) -> str:
    """Return an ASCII text as a string literal of Typst: nothing but these two characters is special in it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
