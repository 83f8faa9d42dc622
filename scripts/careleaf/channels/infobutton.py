"""The resolver: a static page that takes the query of an HL7 Infobutton and opens the page about its code.

It reads the parameters of MedlinePlus Connect's web application, so that one changed address is all a health record
needs (https://medlineplus.gov/medlineplus-connect/web-application/). Only an exact code opens a page. Nothing of
the query is sent anywhere or becomes markup, and without a script the page is a list of all topics with a code.
"""

from collections.abc import Iterator

from jinja2 import Environment
from markupsafe import Markup

from careleaf.channels.api.codes import Coding
from careleaf.channels.embed_assets import EmbedAssets, csp_hash, embed_assets, script_of
from careleaf.channels.relative import relative_address
from careleaf.model.code_system import CODE_SYSTEMS, SNOMED_CT
from careleaf.model.library import Library
from careleaf.model.wording import Wording

RESOLVER = "infobutton/"
ALL_TOPICS = f"{RESOLVER}topics/"
MOST_LISTED = 100
"""Up to so many codes stand in the resolver itself, which then asks for nothing more; beyond, it asks for the one
file of the code, and the list has a page of its own."""


def infobutton_pages(
    found: tuple[Coding, ...], library: Library, templates: Environment, wording: Wording
) -> Iterator[tuple[str, str]]:
    """Yield address and HTML of the resolver, and of the list where it has a page of its own."""
    if len(found) <= MOST_LISTED:
        yield RESOLVER, _page(RESOLVER, found, found, library, templates, wording)
    else:
        yield RESOLVER, _page(RESOLVER, found, (), library, templates, wording)
        yield ALL_TOPICS, _page(ALL_TOPICS, found, found, library, templates, wording)


def _page(
    address: str,
    found: tuple[Coding, ...],
    listed: tuple[Coding, ...],
    library: Library,
    templates: Environment,
    wording: Wording,
) -> str:
    assets = embed_assets(templates, has_blocks=False, is_alone=True)
    resolves, asks = address == RESOLVER, bool(found) and not listed
    script = script_of("infobutton.js", templates) if resolves else ""
    with_snomed = library.policy.value.publish_snomed_ct
    return templates.get_template("careleaf/infobutton.html").render(
        resolves=resolves,
        asks=asks,
        answered=[coding for coding in listed if not coding.held_back],
        held_back=[coding for coding in listed if coding.held_back],
        systems=[system for name, system in CODE_SYSTEMS.items() if with_snomed or name != SNOMED_CT],
        site=library.site,
        policy=library.policy.value,
        say=wording.say,
        address=lambda target: relative_address(target, address),
        style=Markup(assets.style),  # noqa: S704  # our own template, without values
        script=Markup(script),  # noqa: S704  # our own file, without values
        security_policy=_security_policy(assets, script, asks=asks),
    )


def _security_policy(assets: EmbedAssets, script: str, *, asks: bool) -> str:
    """Return what the page may do: its own style and script, and questions to its own host where it has to ask."""
    runs = f"script-src {csp_hash(script)}; " if script else ""
    connects = "connect-src 'self'; " if asks else ""
    return (
        f"default-src 'none'; style-src {csp_hash(assets.style)}; {runs}{connects}img-src data:; base-uri 'none'; "
        "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
