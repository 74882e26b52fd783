#!/usr/bin/env bash
# Runs a command as ops/Containerfile would: a root of its own that nobody can write to, user 10001, no rights,
# no HOME, an empty /tmp, and one folder as /data. box.sh PROGRAM-FOLDER PYTHON-FOLDER DATA-FOLDER COMMAND...
set -euo pipefail
if [ -z "${WAS:-}" ]; then
    WAS=$(id -u)
    export WAS
    root=(--map-root-user)
    [ "$WAS" -eq 0 ] && root=()
    exec unshare "${root[@]}" --mount --propagation private "$0" "$@"
fi
program=$1 python=$2 data=$3
shift 3
box=$(mktemp -d)
mount -t tmpfs -o size=64M,mode=755 tmpfs "$box"
show() { # a folder of this machine, at the same place
    [ -e "$1" ] || return 0
    mkdir -p "$box$1"
    mount --bind "$1" "$box$1"
    mount -o remount,bind,ro "$box$1"
}
for one in /usr /etc /opt; do show "$one"; done
for one in bin lib lib64; do
    if [ -L "/$one" ]; then ln -s "$(readlink "/$one")" "$box/$one"; else show "/$one"; fi
done
mkdir -p "$box/proc" "$box/dev" "$box/tmp" "$box/data"
mount --bind "$data" "$box/data"
mount -t tmpfs -o size=64M,mode=1777 tmpfs "$box/tmp"
show "$python" # after /tmp: they may stand in there
show "$program"
mount --rbind /proc "$box/proc"
for one in null urandom; do
    touch "$box/dev/$one"
    mount --bind "/dev/$one" "$box/dev/$one"
done
mount -o remount,ro "$box"
drop=(--no-new-privs --bounding-set=-all --inh-caps=-all)
[ "$WAS" -ne 0 ] || drop+=(--reuid 10001 --regid 10001 --clear-groups)
exec chroot "$box" /usr/bin/env -i -C /data PATH="$program/.venv/bin:/usr/bin:/bin" PYTHONPATH="$program" \
    PYTHONDONTWRITEBYTECODE=1 /usr/bin/setpriv "${drop[@]}" -- "$@"
