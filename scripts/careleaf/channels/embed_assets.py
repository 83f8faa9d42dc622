"""Style and scripts of embeds, and the policy that pins them.

Scripts are published in lines, without comments and indentation: as small as they need to be, and still readable for
those who have to allow them on their portal.
"""

import base64
import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256, sha384

from jinja2 import Environment

LOADER_PATH = "embed/v1/careleaf-embed.js"
"""The loader that always is the newest one."""
_PINNED_PATH = "embed/v1/careleaf-embed-{name}.js"
_NAME = 16
"""How many characters of its SHA-256 stand in a pinned loader's name."""
_COMMENT_OR_INDENT = re.compile(r"/\*.*?\*/|^\s+", re.DOTALL | re.MULTILINE)
"""What nobody needs of a style sheet; none of its texts goes over the end of a line."""
_AROUND_SIGNS = re.compile(r"\s*([{};])\s*")
"""Space around the signs that part rules: none of a style sheet's texts holds one of them."""


@dataclass(frozen=True, slots=True)
class Loader:
    """The script that shows `<health-topic>`, and how a portal pins it."""

    content: str

    @property
    def pinned_path(self) -> str:
        """Where this very content lies for ever, relative to the site."""
        return _PINNED_PATH.format(name=sha256(self.content.encode()).hexdigest()[:_NAME])

    @property
    def integrity(self) -> str:
        """The value of an `integrity` attribute (https://www.w3.org/TR/SRI/)."""
        return f"sha384-{base64.b64encode(sha384(self.content.encode()).digest()).decode()}"


@dataclass(frozen=True, slots=True)
class EmbedAssets:
    """What stands in every embed, inline."""

    style: str
    script: str

    @property
    def security_policy(self) -> str:
        """What an embed may do: show its own style, run its own script, load pictures from its host.

        Trusted Types keep even that script from writing HTML (https://www.w3.org/TR/trusted-types/).
        """
        return security_policy(self)


def security_policy(*assets: EmbedAssets) -> str:
    """Return the one policy under which embeds with any of these assets work."""
    styles = " ".join(dict.fromkeys(csp_hash(each.style) for each in assets))
    scripts = " ".join(dict.fromkeys(csp_hash(each.script) for each in assets))
    return (
        f"default-src 'none'; style-src {styles}; script-src {scripts}; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


@lru_cache(maxsize=4)
def embed_assets(templates: Environment, *, has_blocks: bool, is_alone: bool = False) -> EmbedAssets:
    """Return the style and the script of embeds.

    The style of blocks is in it only where the page has some, and that of a page outside a frame only where it is one.
    """
    style = templates.get_template("careleaf/embed.css").render(has_blocks=has_blocks, is_alone=is_alone)
    return EmbedAssets(_AROUND_SIGNS.sub(r"\1", _COMMENT_OR_INDENT.sub("", style)), script_of("embed.js", templates))


def loader(templates: Environment) -> Loader:
    """Return the loader as it is now."""
    return Loader(script_of("embed_loader.js", templates))


def csp_hash(text: str) -> str:
    """Return the source expression that pins an inline style or script."""
    digest = base64.b64encode(sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def without_comments(script: str) -> str:
    """Return a script without its comment lines, empty lines and indentation.

    Nothing else is touched, so no text within a line can be misread; a text over several lines is refused.

    Raises:
        ValueError: a template literal goes over the end of its line.
    """
    lines = [line.strip() for line in script.splitlines()]
    kept = [line for line in lines if line and not line.startswith("//")]
    if any(line.count("`") % 2 for line in kept):
        raise ValueError("a template literal goes over the end of its line")
    return "".join(f"{line}\n" for line in kept)


def script_of(name: str, templates: Environment) -> str:
    """Read a script as it stands: it is no template, and braces in it mean nothing."""
    if templates.loader is None:
        raise LookupError(name)
    return without_comments(templates.loader.get_source(templates, f"assets/{name}")[0])
