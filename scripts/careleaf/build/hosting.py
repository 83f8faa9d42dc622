"""Writes what web servers are told into a new site: `_headers` at its top, the others below exports/hosting/."""

from collections.abc import Iterator
from pathlib import Path

from careleaf.build.manifest import site_files
from careleaf.build.run import Run
from careleaf.channels.embed_assets import LOADER_PATH, embed_assets, security_policy
from careleaf.channels.hosting.caddy import caddy_file
from careleaf.channels.hosting.headers_file import headers_file
from careleaf.channels.hosting.nginx import nginx_file
from careleaf.channels.hosting.served_site import ServedSite, served_site

HEADERS_FILE = "_headers"
HOSTING_FOLDER = "exports/hosting"


def write_hosting(run: Run, site: Path) -> None:
    """Write the files; a `_headers` of the site's own, below docs, stays as it is."""
    served = _served(run, site)
    texts = {
        HEADERS_FILE: headers_file(served),
        f"{HOSTING_FOLDER}/nginx.conf": nginx_file(served, LOADER_PATH),
        f"{HOSTING_FOLDER}/Caddyfile": caddy_file(served, LOADER_PATH),
    }
    for path, text in texts.items():
        file = site / path
        if path == HEADERS_FILE and file.exists():
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def _served(run: Run, site: Path) -> ServedSite:
    assets = [embed_assets(run.templates, has_blocks=each) for each in (False, True)]
    files = [path for path, _ in site_files(site)]
    hosts = run.library.policy.value.embed_hosts
    return served_site(files, _gone(run), security_policy(*assets), hosts)


def _gone(run: Run) -> Iterator[str]:
    """Yield the addresses of withdrawn pages: public, as an embed, and of their sections."""
    for view in run.views.values():
        if view.state.withdrawal:
            yield from (view.page.url, view.page.embed_url, *view.state.withdrawal.sections)
