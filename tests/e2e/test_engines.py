"""The same site from other commands, other engines, other places: same bytes, or a refusal."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, SiteMaker, folder_bytes
from tests.lacking import lacking

EPOCH = "1795392000"  # 2026-11-23
GENERATOR = b'<meta name="generator"'


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", **environment}
    return subprocess.run(command, cwd=cwd, env=settings, capture_output=True, text=True, check=False, timeout=300)


def own_site(folder: Path) -> Path:
    """Copy this repository's site, as git has it or as it stands."""
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    (folder / "scripts").mkdir()
    return folder


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    sites = []
    for seed in ("1", "2"):
        folder = own_site(tmp_path / seed)
        built = run(
            sys.executable, "-m", "careleaf.cli.main", "build", "--date", "2026-11-23", cwd=folder, PYTHONHASHSEED=seed
        )
        assert built.returncode == 0, built.stdout + built.stderr
        sites.append(folder_bytes(folder / "site"))
    assert sites[0].keys() == sites[1].keys()
    assert [path for path in sites[0] if sites[0][path] != sites[1][path]] == []


def test_plain_mkdocs_and_properdocs_make_the_same_site_by_themselves(tmp_path: Path) -> None:
    sites = []
    for engine in ("mkdocs", "properdocs"):
        folder = own_site(tmp_path / engine)
        built = run(
            sys.executable, "-m", engine, "build", "--strict", "-f", "mkdocs.yml", cwd=folder, SOURCE_DATE_EPOCH=EPOCH
        )
        assert built.returncode == 0, built.stdout + built.stderr
        sites.append({p: _without_generator(c) for p, c in folder_bytes(folder / "build/preview").items()})
    assert sites[0].keys() == sites[1].keys()
    assert [path for path in sites[0] if sites[0][path] != sites[1][path]] == []


def _without_generator(content: bytes) -> bytes:
    return b"\n".join(line for line in content.split(b"\n") if GENERATOR not in line)


def test_plain_mkdocs_refuses_a_site_with_errors(make_site: SiteMaker) -> None:
    settings = make_site({"docs/index.md": "---\ntitle: Home\ndescription: d\n---\n\n[Gone](nowhere.md)\n"})
    built = run(sys.executable, "-m", "mkdocs", "build", cwd=settings.parent)
    assert built.returncode == 1
    assert "docs/index.md:6:2: LNK001 error broken-link" in built.stdout + built.stderr
    assert "Traceback" not in built.stderr
    assert not list((settings.parent / "build/preview").rglob("*.html"))


FOREIGN = {
    "sitio.yml": """\
site_name: Clínica de prueba
site_url: https://clinica.test/salud/
theme: {name: material, language: es, font: false}
plugins: [search, careleaf]
markdown_extensions: [tables, sane_lists, careleaf]
""",
    "docs/index.md": "---\ntitle: Clínica de prueba\ndescription: Inicio.\n---\n\n[La tos](temas/pecho/tos/index.md)\n",
    "docs/temas/pecho/tos/index.md": """\
---
title: La tos
description: Qué hacer con la tos.
type: condition
main_message: Casi toda tos se cura sola.
authors: [test-author]
written_on: 2026-10-01
---

La tos dura unos 18 días.[@estudio#dias]

## Cuándo pedir ayuda

/// care-card | Pida una cita si:
    level: urgent
    region: España

- le cuesta respirar
///

## Después

[Qué la alivia](remedios/index.md).
""",
    "docs/temas/pecho/tos/remedios/index.md": """\
---
title: Remedios
description: Qué alivia la tos.
type: lifestyle
main_message: La miel puede aliviar.
authors: [test-author]
written_on: 2026-10-01
---

Vuelva a [la tos y sus causas](../index.md).
""",
    "docs/_data/policy.yml": """\
site_id: clinica
publish:
  site: [unreviewed]
  handout: [unreviewed]
  embed: [unreviewed]
""",
    "docs/_data/people/test-author.yml": """\
name: Test Author
roles: [author]
conflict_of_interest: {statement: Ninguno., declared_on: 2026-01-05}
""",
    "docs/_data/sources/estudio.yml": """\
kind: primary-study
type: article-journal
title: Un estudio de prueba
container-title: Revista de pruebas
issued: "2013"
DOI: 10.1000/tos
accessed: 2026-11-01
status: current
evidence:
  dias: {says: La tos duró unos 18 días de media., where: resumen, seen: publisher's page}
""",
}


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the package as `pip install .` does, away from the checkout."""
    target = tmp_path_factory.mktemp("installed")
    pip = (
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--target",
        str(target),
    )
    done = run(*pip, str(ROOT), cwd=target)
    assert done.returncode == 0, done.stderr
    return target


def test_the_installed_package_builds_a_foreign_site_in_another_language(installed: Path, make_site: SiteMaker) -> None:
    folder = make_site(base=FOREIGN).parent
    command = (sys.executable, "-m", "careleaf.cli.main", "build", "-f", "sitio.yml", "--date", "2026-11-23")
    built = run(*command, cwd=folder, PYTHONPATH=str(installed))
    assert built.returncode == 0, built.stdout + built.stderr
    html = (folder / "site/temas/pecho/tos/index.html").read_text()
    assert 'lang="es"' in html
    assert "No revisada por un profesional de la salud" in html
    assert "Urgente: " in html
    assert "Los teléfonos son de: España" in html
    assert "Not reviewed" not in html
    embed = (folder / "site/embed/temas/pecho/tos/index.html").read_text()
    assert 'href="https://clinica.test/salud/temas/pecho/tos/"' in embed
    assert "Esta es información general" in embed
    assert (folder / "site/handouts/temas/pecho/tos/remedios/index.pdf").is_file()
    assert (folder / "site/handouts/temas/pecho/tos.pdf").is_file()


def test_a_fresh_clone_builds_the_real_topic(tmp_path: Path) -> None:
    """From a clone, with nothing but what git has: the build script needs no untracked file."""
    if not (ROOT / ".git").exists():
        lacking("this is not a git checkout, so there is nothing to clone")
    cloned = run("git", "clone", "--quiet", str(ROOT), str(tmp_path / "clone"), cwd=tmp_path)
    assert cloned.returncode == 0, cloned.stderr
    folder = tmp_path / "clone"
    built = run(
        sys.executable, "scripts/build.py", "--date", "2026-11-23", cwd=folder, PYTHONPATH=str(folder / "scripts")
    )
    assert built.returncode == 0, built.stdout + built.stderr
    assert (folder / "site/restless-legs-after-exercise/timing/index.html").is_file()
