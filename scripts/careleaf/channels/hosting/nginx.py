"""What nginx is told: a file to be included in a `server` block that says where the site lies and listens.

`add_header` in a `location` replaces what stands around it, so each location names all its headers
(https://nginx.org/en/docs/http/ngx_http_headers_module.html).
"""

from collections.abc import Iterator, Mapping

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

_HEAD = """\
# How nginx serves this site. Include this file in a server block:
#   server {
#     listen 443 ssl;
#     server_name health.clinic.example;
#     root /srv/health;
#     include /etc/nginx/health.conf;
#   }
index index.html;
charset utf-8;
absolute_redirect off;
error_page 404 /404.html;

"""
_FHIR = ("types { application/fhir+json json; }",)


def nginx_file(site: ServedSite, loader: str) -> str:
    """Return the file. `loader` is the path of the loader that always is the newest one."""
    return _HEAD + "\n".join(_locations(site, loader))


def _locations(site: ServedSite, loader: str) -> Iterator[str]:
    yield _location("/", PAGES, BRIEFLY)
    yield _location("/embed/", site.embeds, BRIEFLY)
    yield _location("/infobutton/", site.look_up, BRIEFLY)
    for folder in SHARED_FOLDERS:
        yield _location(f"/{folder}/", SHARED, BRIEFLY, _FHIR if folder == "fhir" else ())
    yield _location(f"= /{loader}", site.embeds, FOR_AN_HOUR)
    for path in site.lasting:
        yield _location(f"= /{path}", site.embeds if path.startswith("embed/") else PAGES, FOR_EVER)
    for address in site.gone:
        yield f"location = /{address} {{\n  error_page 410 /{address}index.html;\n  return 410;\n}}\n"


def _location(match: str, headers: Mapping[str, str], kept: str, more: tuple[str, ...] = ()) -> str:
    sent = {**EVERYWHERE, **headers, "Cache-Control": kept}
    lines = [*more, *(f'add_header {name} "{value}" always;' for name, value in sent.items())]
    return f"location {match} {{\n" + "".join(f"  {line}\n" for line in lines) + "}\n"
