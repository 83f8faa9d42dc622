"""exports/self-host.zip: the site as a portal serves it from its own domain, with what its web server is told.

FHIR resources and oEmbed stay out: they speak of the publisher's addresses. The copy has lists of its own files.
"""

import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from careleaf.build.archive import add_file
from careleaf.build.hosting import HOSTING_FOLDER
from careleaf.build.manifest import LISTS, lists, site_files
from careleaf.build.offline_zip import is_archive
from careleaf.channels.exports.file_list import listed_file
from careleaf.channels.exports.own_copy import own_copy

SELF_HOST_ZIP = "exports/self-host.zip"
_LEFT_OUT = ("fhir/", "oembed/")
_README = f"""\
A copy of {{site_url}} as of {{made_on}}, to be served from your own domain.

1. Unpack it into a folder of its own, such as /srv/health, and check it there: sha256sum -c SHA256SUMS
2. nginx: include {HOSTING_FOLDER}/nginx.conf in a server block, as the file says at its top.
   Caddy: CARELEAF_ADDRESS=health.portal.example CARELEAF_ROOT=/srv/health caddy run --config {HOSTING_FOLDER}/Caddyfile
   Netlify, Cloudflare Pages: upload the folder; they read _headers by themselves.
3. Frame https://health.portal.example/embed/TOPIC/PAGE/, or load the script below embed/v1/ from your own host.
4. Fetch a new copy at least every seven days, and take a withdrawal over at once.

No page in it asks another host for anything, or links to the publisher's host, so your readers' addresses and topics
stay with you. Only the HTML inside data files (api/) links to the publisher: nobody knows where you will put it.
"""


def write_self_host_zip(site: Path, site_url: str, made_on: date) -> None:
    """Write the archive into a finished site. Same files and day, same bytes."""
    archive = site / SELF_HOST_ZIP
    archive.parent.mkdir(parents=True, exist_ok=True)
    listed = []
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        readme = ("README.txt", _README.format(site_url=site_url, made_on=made_on).encode())
        for path, content in (readme, *_files(site, site_url)):
            listed.append(listed_file(path, content))
            add_file(out, path, content, made_on)
        for path, content in lists(listed, made_on):
            add_file(out, path, content, made_on)


def _files(site: Path, site_url: str) -> Iterator[tuple[str, bytes]]:
    files = {path: file for path, file in site_files(site) if _belongs(path)}
    known = frozenset(files)
    for path, file in files.items():
        content = file.read_bytes()
        yield path, own_copy(content.decode(), path, site_url, known).encode() if path.endswith(".html") else content


def _belongs(path: str) -> bool:
    return path not in LISTS and not is_archive(path) and not path.startswith(_LEFT_OUT)
