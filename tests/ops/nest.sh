#!/usr/bin/env bash
# A systemd of its own, in namespaces of its own, above this machine's files without touching them: what it
# writes is in memory and gone at the end. Needs root. nest.sh PROGRAM PYTHON SHARED STORY
#   PROGRAM is seen as /opt/wijksignaal, PYTHON (the folder of the interpreter) as /opt/python, SHARED as /shared;
#   STORY is run inside with PROGRAM's own python, and its output is SHARED/story.log.
set -euo pipefail
if [ -z "${NEST:-}" ]; then
    export NEST=outside
    # In a control group of its own, so that systemd finds nothing of others in its tree.
    groups=()
    for tree in /sys/fs/cgroup /sys/fs/cgroup/unified /sys/fs/cgroup/systemd; do
        [ ! -e "$tree/cgroup.procs" ] || groups+=("$tree/nest-$$")
    done
    mkdir "${groups[@]}"
    (
        for group in "${groups[@]}"; do echo "$BASHPID" >"$group/cgroup.procs"; done
        exec env NEST=inside unshare --mount --pid --uts --ipc --cgroup --fork --kill-child "$0" "$@"
    ) || true
    find "${groups[@]}" -depth -type d -exec rmdir {} +
    exit 0
fi
program=$1 python=$2 shared=$3 story=$4

mount --make-rprivate /
memory=$(mktemp -d)
mount -t tmpfs -o mode=755 tmpfs "$memory"
mkdir "$memory"/{upper,work,root}
mount -t overlay overlay -o "lowerdir=/,upperdir=$memory/upper,workdir=$memory/work" "$memory/root"
root=$memory/root

mount -t proc proc "$root/proc"
mount -t sysfs -o ro sysfs "$root/sys"
for place in run tmp; do mount -t tmpfs tmpfs "$root/$place"; done
mount -t tmpfs -o mode=755 tmpfs "$root/dev"
for device in null zero full random urandom tty; do
    touch "$root/dev/$device"
    mount --bind "/dev/$device" "$root/dev/$device"
done
mkdir "$root/dev/pts" "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
mount -t tmpfs tmpfs "$root/dev/shm"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
if [ -e /sys/fs/cgroup/cgroup.procs ]; then
    mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
else
    mount -t tmpfs -o mode=755 tmpfs "$root/sys/fs/cgroup"
    mkdir "$root/sys/fs/cgroup/unified" "$root/sys/fs/cgroup/systemd"
    mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup/unified"
    mount -t cgroup -o none,name=systemd cgroup "$root/sys/fs/cgroup/systemd"
fi

# The program as docs/operating.md installs it: at one place, of root, with an interpreter that the service can see.
mkdir -p "$root/opt/wijksignaal" "$root/opt/python" "$root/shared"
mount --bind "$python" "$root/opt/python"
mount --bind "$shared" "$root/shared"
mkdir "$memory"/{program,programwork}
mount -t overlay overlay -o "lowerdir=$program,upperdir=$memory/program,workdir=$memory/programwork" "$root/opt/wijksignaal"
venv=$root/opt/wijksignaal/.venv
ln -sf /opt/python/bin/python3 "$venv/bin/python3"
ln -sf python3 "$venv/bin/python"
sed -i "1s#.*#\#!/opt/wijksignaal/.venv/bin/python#" "$venv/bin/wijksignaal"
sed -i "s#^home = .*#home = /opt/python/bin#" "$venv/pyvenv.cfg"
echo /opt/wijksignaal >"$(echo "$venv"/lib/python3.*/site-packages)/_editable_impl_wijksignaal.pth"
find "$root/opt/wijksignaal" ! -type l ! -perm -044 -exec chmod go+rX {} +
echo /opt/python/lib >"$root/etc/ld.so.conf.d/000-nest.conf"
chroot "$root" ldconfig

rm -rf "$root"/etc/systemd/system/*.wants
head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$root/etc/machine-id"
: >"$root/etc/fstab"
cat >"$root/etc/systemd/system/nest.target" <<UNIT
[Unit]
DefaultDependencies=no
Wants=nest.service
AllowIsolate=yes
UNIT
cat >"$root/etc/systemd/system/nest.service" <<UNIT
[Unit]
DefaultDependencies=no
[Service]
Type=oneshot
WorkingDirectory=/opt/wijksignaal
StandardOutput=file:/shared/story.log
StandardError=inherit
ExecStart=/opt/wijksignaal/.venv/bin/python -m $story
ExecStopPost=/bin/systemctl --force --force exit
UNIT
ln -sf nest.target "$root/etc/systemd/system/default.target"
mkdir "$root/outside"
cd "$root"
pivot_root . outside
umount -l /outside
mount --make-rshared /
exec env -i container=nest PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --system --show-status=0
