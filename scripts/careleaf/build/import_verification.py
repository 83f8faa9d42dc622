"""The verifier of imports: it reads them back from the new site and holds them against the files they speak of."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from careleaf.build.run import Run
from careleaf.build.self_host_zip import SELF_HOST_ZIP
from careleaf.channels.imports.fhir import COLLECTION, FHIR_FOLDER
from careleaf.channels.imports.fhir_rules import resource_faults
from careleaf.channels.imports.material import full_address
from careleaf.channels.imports.openemr import OPENEMR_ZIP
from careleaf.channels.oembed import oembed_path


def import_faults(run: Run, site: Path) -> Iterator[str]:
    """Yield, in sentences, why the imports of a new site must not go out."""

    def read(url: str) -> bytes | None:
        address = unquote(url.removeprefix(run.site.url))
        file = site / (f"{address}index.html" if address.endswith("/") or not address else address)
        is_own = url.startswith(run.site.url) and file.resolve().is_relative_to(site.resolve())
        return file.read_bytes() if is_own and file.is_file() else None

    folder = site / FHIR_FOLDER
    bundle = json.loads((folder / f"Bundle/{COLLECTION}.json").read_bytes())
    yield from resource_faults(bundle, read)
    for entry in bundle["entry"]:
        name = f"{entry['resource']['resourceType']}/{entry['resource']['id']}"
        file = folder / f"{name}.json"
        if not file.is_file() or json.loads(file.read_bytes()) != entry["resource"]:
            yield f"{name} is another one in the bundle than beside it."
    yield from _oembed_faults(run, site)
    yield from _archive_faults(site)


def _oembed_faults(run: Run, site: Path) -> Iterator[str]:
    for view in run.views.values():
        data = json.loads((site / oembed_path(view.page)).read_bytes())
        if f'src="{full_address(view.page.embed_url, run.site.url)}"' not in data["html"]:
            yield f"{oembed_path(view.page)} does not show the page's own embed."


def _archive_faults(site: Path) -> Iterator[str]:
    for name in (OPENEMR_ZIP, SELF_HOST_ZIP):
        with zipfile.ZipFile(site / name) as archive:
            damaged = archive.testzip()
        if damaged is not None:
            yield f"{damaged} in {name} cannot be read."
