"""What Caddy is told: a whole Caddyfile; where it listens and where the site lies come from the environment.

Each header is set by one matcher only, so that their order means nothing
(https://caddyserver.com/docs/caddyfile/directives/header).
"""

from collections.abc import Iterable, Mapping

from careleaf.channels.hosting.served_site import (
    BRIEFLY,
    EVERYWHERE,
    FOR_AN_HOUR,
    FOR_EVER,
    PAGES,
    SHARED,
    SHARED_FOLDERS,
    ServedSite,
)

_FILE = """\
# How Caddy serves this site. Name the address to listen at, and the folder of the site:
#   CARELEAF_ADDRESS=health.clinic.example CARELEAF_ROOT=/srv/health caddy run --config Caddyfile
{{$CARELEAF_ADDRESS::8080}} {{
	root * {{$CARELEAF_ROOT:.}}
	encode gzip
	header {{
{everywhere}	}}

	@embeds path /embed/*
	header @embeds {{
{embeds}	}}
	@look-up path /infobutton/*
	header @look-up {{
{look_up}	}}
	@pages not path /embed/* /infobutton/* {shared_paths}
	header @pages {{
{pages}	}}
	@shared path {shared_paths}
	header @shared {{
{shared}	}}
	@fhir path /fhir/*.json
	header @fhir Content-Type application/fhir+json

	@newest path /{loader}
	header @newest Cache-Control "{for_an_hour}"
{lasting}	@other not path /{loader} {lasting_paths}
	header @other Cache-Control "{briefly}"

{gone}	handle {{
		file_server
	}}
	handle_errors {{
		@missing expression {{err.status_code}} == 404
		handle @missing {{
			rewrite * /404.html
			file_server
		}}
	}}
}}
"""
_GONE = """\
	@gone path {paths}
	handle @gone {{
		rewrite * {{path}}index.html
		file_server {{
			status 410
		}}
	}}
"""


def caddy_file(site: ServedSite, loader: str) -> str:
    """Return the file. `loader` is the path of the loader that always is the newest one."""
    lasting = _paths(site.lasting)
    return _FILE.format(
        everywhere=_headers(EVERYWHERE),
        embeds=_headers(site.embeds),
        look_up=_headers(site.look_up),
        pages=_headers(PAGES),
        shared=_headers(SHARED),
        shared_paths=" ".join(f"/{folder}/*" for folder in SHARED_FOLDERS),
        loader=loader,
        for_an_hour=FOR_AN_HOUR,
        briefly=BRIEFLY,
        lasting=f'\t@lasting path {lasting}\n\theader @lasting Cache-Control "{FOR_EVER}"\n' if lasting else "",
        lasting_paths=lasting,
        gone=_GONE.format(paths=_paths(site.gone)) if site.gone else "",
    )


def _headers(headers: Mapping[str, str]) -> str:
    return "".join(f'\t\t{name} "{value}"\n' for name, value in headers.items())


def _paths(addresses: Iterable[str]) -> str:
    return " ".join(f"/{address}" for address in addresses)
