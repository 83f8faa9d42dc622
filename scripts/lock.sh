#!/bin/sh
# Pins every dependency with its hash, for all systems and Python >= 3.11. Needs uv: pip install uv
set -eu
cd "$(dirname "$0")/.."
lock() { uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header \
    --no-emit-index-url --no-emit-find-links --quiet "$@"; }
lock --group install --output-file requirements.lock
lock --group install --group test --group lint --constraint requirements.lock --output-file requirements-test.lock
