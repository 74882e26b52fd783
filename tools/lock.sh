#!/usr/bin/env bash
# Pins everything with hashes: uv.lock is the truth, the requirements files are what pip reads.
set -euo pipefail
cd "$(dirname "$0")/.."
uv=.venv/bin/uv

export_lock() { # the lock of some groups as a file for `pip install --require-hashes`
    local out=$1
    shift
    {
        echo "# Made from uv.lock by \`make lock\`; do not edit."
        "$uv" export --quiet --frozen --no-header --no-annotate --no-emit-project --no-default-groups "$@"
    } >"$out"
}

"$uv" lock "$@"
export_lock requirements.lock --group build
export_lock requirements-dev.lock --group build --group dev
export_lock requirements-model.lock --group build --extra model

# Synapse is a test server with an environment of its own: its pins never meet ours.
{
    echo "# Made from synapse.in by \`make lock\`; do not edit."
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
        "$@" tests/servers/synapse.in
} >tests/servers/synapse.lock
