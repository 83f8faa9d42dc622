"""Sets up `.venv` beside mkdocs.yml: the pinned dependencies and careleaf itself, from a plain Python >= 3.11.

`python scripts/bootstrap.py` is enough to build; `--tests` adds what the tests need, a browser and the HTML checker
included. Runs before anything is installed, so it uses the standard library only. It does nothing when nothing changed.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
WEB_SERVERS = {"nginx": "nginx-light", "caddy": "caddy"}
"""Programs the tests serve a site with, and the Debian packages they come in."""
NEEDED = (3, 11)


def main() -> int:
    """Set up what is missing; 0 when ready, 2 when a person has to help."""
    if sys.version_info < NEEDED:
        return _stop(
            f"careleaf needs Python 3.11 or newer; this is {sys.version.split()[0]}. Try: make PYTHON=python3.11"
        )
    for_tests = "--tests" in sys.argv[1:]
    lock = ROOT / ("requirements-test.lock" if for_tests else "requirements.lock")
    if not PYTHON.exists() and not _make_environment():
        return _stop("Python's venv module is not complete here. On Debian, install it: apt-get install python3-venv")
    if not _is_current(lock):
        _install(lock)
    if for_tests:
        _find_browser()
        _find_ssh_keygen()
        _find_web_servers()
        _install_html_checker()
    return 0


def _make_environment() -> bool:
    """Make the virtual environment; as root on Debian, install what Python lacks for it."""
    if _create():
        return True
    if not _apt_get("python3-venv"):
        return False
    return _create()


def _create() -> bool:
    try:
        venv.create(VENV, with_pip=True, clear=VENV.exists())
    except (subprocess.CalledProcessError, ImportError, OSError):
        shutil.rmtree(VENV, ignore_errors=True)
        return False
    return PYTHON.exists()


def _install(lock: Path) -> None:
    print(f"Installing what {lock.name} names …", flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run([*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(lock)])
    _run([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    _stamp(lock).write_text(_fingerprint(lock), encoding="ascii")


def _is_current(lock: Path) -> bool:
    """Tell whether this lock, or the larger one for tests, was installed as it stands now."""
    tests = ROOT / "requirements-test.lock"
    return any(_stamp(each).exists() and _stamp(each).read_text() == _fingerprint(each) for each in {lock, tests})


def _stamp(lock: Path) -> Path:
    return VENV / f".{lock.stem}.installed"


def _fingerprint(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()


def _find_browser() -> None:
    """Use a browser that is there; as root on Debian install one; else say what will be skipped."""
    if any(shutil.which(name) for name in BROWSERS) or _apt_get("chromium"):
        return
    print("No Chromium was found: the browser tests will be skipped. On Debian: apt-get install chromium", flush=True)


def _find_ssh_keygen() -> None:
    """Signatures are tested against OpenSSH itself."""
    if not shutil.which("ssh-keygen") and not _apt_get("openssh-client"):
        print("No ssh-keygen: some tests will be skipped. On Debian: apt-get install openssh-client", flush=True)


def _find_web_servers() -> None:
    """Use web servers that are there; as root on Debian install them; else say what will be skipped."""
    places = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
    for name, package in WEB_SERVERS.items():
        if not shutil.which(name, path=places) and not _apt_get(package):
            print(f"No {name} was found: its tests will be skipped. On Debian: apt-get install {package}", flush=True)


def _install_html_checker() -> None:
    """Install what package-lock.json names: the W3C's checker, a Java program that only npm carries."""
    lock = ROOT / "package-lock.json"
    if _stamp(lock).exists() and _stamp(lock).read_text() == _fingerprint(lock):
        return
    has_java = shutil.which("java") or _apt_get("default-jre-headless")
    if has_java and (shutil.which("npm") or _apt_get("npm")) and _npm_ci():
        _stamp(lock).write_text(_fingerprint(lock), encoding="ascii")
        return
    print("No HTML checker: its tests will be skipped. On Debian: apt-get install default-jre-headless npm", flush=True)


def _npm_ci() -> bool:
    npm = shutil.which("npm") or "npm"
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def _apt_get(package: str) -> bool:
    """Install a Debian package when we may; False when we may not, or it failed."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not is_root or not shutil.which("apt-get"):
        return False
    print(f"Installing Debian's {package} …", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", package]):
        if subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode:
            return False
    return True


def _run(command: list[str]) -> None:
    if subprocess.run(command, check=False).returncode:
        sys.exit(_stop("The installation failed; the lines above say why. Then run the command again."))


def _stop(message: str) -> int:
    print(message, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
