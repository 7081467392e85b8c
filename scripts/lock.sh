#!/usr/bin/env bash
# Resolves pyproject.toml into requirements/*.lock: versions and hashes for every platform, and no address of a registry.
# Versions already locked stay unless --upgrade is given.
set -euo pipefail
cd "$(dirname "$0")/.."
uv=${UV:-.venv/bin/uv}

resolve() {
    "$uv" --quiet --no-config pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
        --no-header --no-emit-index-url --no-emit-find-links "$@"
}

resolve --group build --output-file requirements/run.lock "$@"
resolve --group build --group dev --extra lsp --constraint requirements/run.lock --output-file requirements/dev.lock "$@"

if grep -nE '://|^--|@ ' requirements/*.lock; then
    echo "a lock file names an address" >&2
    exit 1
fi
