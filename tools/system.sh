#!/usr/bin/env bash
# Sees to the programs that the tests drive and pip does not bring: Chromium, PostgreSQL, systemd-analyze, strace.
# As root on Debian or Ubuntu it installs what is missing; elsewhere it says what to install, and stops.
set -euo pipefail

have_chromium() { command -v chromium >/dev/null; }

have_postgres() {
    command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null
}

have_systemd() { command -v systemd-analyze >/dev/null; }

have_strace() { command -v strace >/dev/null; }

missing=()
have_chromium || missing+=(chromium)
have_postgres || missing+=(postgresql)
have_systemd || missing+=(systemd)
have_strace || missing+=(strace)
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    cat >&2 <<SAY

The tests need: ${missing[*]}
  Debian, Ubuntu:  sudo apt-get install --no-install-recommends ${missing[*]} fonts-dejavu-core
  Elsewhere:       Chromium has to be found as 'chromium', PostgreSQL's 'initdb' and 'pg_ctl' on the PATH.
                   Of systemd only 'systemd-analyze' is used; it does not have to run.
The tests start a PostgreSQL of their own; no server has to run. Then say make again.
SAY
    exit 1
fi

export DEBIAN_FRONTEND=noninteractive
echo "Installing ${missing[*]} with apt-get."
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${missing[@]}" fonts-dejavu-core >/dev/null

# Debian starts a server of its own with the package. The tests start theirs; leave none behind.
case " ${missing[*]} " in
*" postgresql "*) service postgresql stop >/dev/null 2>&1 || true ;;
esac

have_chromium || { echo "apt-get installed chromium, but there is no 'chromium' to run." >&2; exit 1; }
have_systemd || { echo "apt-get installed systemd, but there is no 'systemd-analyze' to run." >&2; exit 1; }
have_strace || { echo "apt-get installed strace, but there is no 'strace' to run." >&2; exit 1; }
have_postgres || { echo "apt-get installed postgresql, but there is no 'initdb' to run." >&2; exit 1; }
