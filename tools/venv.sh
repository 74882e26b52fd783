#!/usr/bin/env bash
# Makes an environment from a lock file: venv.sh DIRECTORY LOCK. Every package is held to its hash.
set -euo pipefail
directory=$1 lock=$2
python=${PYTHON:-python3}

stop() {
    printf '\n%s\n' "$@" >&2
    exit 1
}

command -v "$python" >/dev/null ||
    stop "There is no '$python' here. Install Python 3.11, 3.12 or 3.13 (Debian: apt-get install python3 python3-venv)."

version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
case $version in
3.11 | 3.12 | 3.13) ;;
*) stop "'$python' is Python $version; this needs 3.11, 3.12 or 3.13." \
    "Install one of these beside it and name it: make PYTHON=python3.12 ..." ;;
esac

"$python" -c 'import ensurepip, venv' 2>/dev/null ||
    stop "'$python' cannot make environments. Debian and Ubuntu keep that apart: apt-get install python3-venv"

if [ ! -x "$directory/bin/python" ] || ! "$directory/bin/python" -m pip --version >/dev/null 2>&1; then
    "$python" -m venv --clear "$directory"
fi
echo "Installing the packages of $lock into $directory (a minute or so the first time)."
"$directory/bin/python" -m pip install --disable-pip-version-check --quiet --require-hashes -r "$lock" ||
    stop "The packages of $lock could not all be installed; the lines above say which and why." \
        "Without a way to the internet or with a full disk, mend that and say make again."
