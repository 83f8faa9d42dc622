"""A library that outgrows one machine: the workers of a Dask cluster give the same bytes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

from careleaf.build.means import Means
from careleaf.build.site import build_site
from careleaf.cli.main import main
from tests.conftest import TODAY, SiteMaker, folder_bytes

IN_CI = bool(os.environ.get("CI"))
CLUSTER = """\
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as cluster:
        print(cluster.scheduler_address, flush=True)
        input()
"""


@pytest.fixture
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a cluster of two workers, in processes of its own."""
    if not IN_CI:
        pytest.importorskip("distributed", reason="Dask, the extra `cluster`, is not installed here")
    script = tmp_path_factory.mktemp("cluster") / "cluster.py"
    script.write_text(CLUSTER)
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen([sys.executable, str(script)], text=True, **pipes)  # type: ignore[call-overload]
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip().replace("tcp://", "dask://")
    finally:
        process.communicate("\n", timeout=60)


def test_a_cluster_of_two_workers_gives_the_same_bytes(make_site: SiteMaker, cluster: str) -> None:
    settings = make_site()
    assert build_site(settings, TODAY, None, lambda _doing: None, Means(1)).published
    here = folder_bytes(settings.parent / "site")
    shutil.rmtree(settings.parent / "site")
    assert main(["clean", "-f", str(settings)]) == 0
    built = subprocess.run(
        [sys.executable, "-m", "careleaf.cli.main", "build", "--date", "2026-11-23", "--executor", cluster],
        cwd=settings.parent,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert built.returncode == 0, built.stderr
    assert folder_bytes(settings.parent / "site") == here


@pytest.mark.parametrize("address", ["127.0.0.1:8786", "ray://head:1"])
def test_another_kind_of_executor_is_one_message(
    make_site: SiteMaker, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "-f", str(make_site()), "--executor", address]) == 2
    assert f"There is no executor `{address}`. Write dask://host:port." in capsys.readouterr().err


def test_a_cluster_nobody_runs_is_one_message(make_site: SiteMaker) -> None:
    settings = make_site()
    command = [sys.executable, "-m", "careleaf.cli.main", "build", "--executor", "dask://127.0.0.1:9"]
    built = subprocess.run(command, cwd=settings.parent, capture_output=True, text=True, check=False, timeout=120)
    assert built.returncode == 2
    assert "Traceback" not in built.stderr
    said = [line for line in built.stderr.splitlines() if line.startswith("careleaf: ")]
    assert len(said) == 1
    assert "No Dask scheduler answers at dask://127.0.0.1:9" in said[0] or "Dask is not installed here" in said[0]
    assert not (settings.parent / "site").exists()
