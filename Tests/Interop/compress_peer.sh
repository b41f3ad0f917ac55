#!/usr/bin/env bash
# How much faster is our time-cost curve than other solvers, on the same networks?
#
#   Tests/Interop/compress_peer.sh [BENCHMARKS] [FOLDER]
#
# BENCHMARKS is the benchmarks' executable (default: .build/release/Benchmarks), FOLDER the large
# networks (default: ../shared/cases/time-cost-large). HiGHS and OR-Tools solve them on one thread
# (compress_peer.py); our benchmarks then solve the same, on the same machine and day.
# Needs Python 3 with pip; what is missing is skipped with a line that begins with SKIP.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$root/build/interop
benchmarks=${1:-$root/.build/release/Benchmarks}
folder=${2:-$root/../shared/cases/time-cost-large}

skip() {
  printf 'SKIP %s\n' "$1"
  exit 0
}

[ -d "$folder" ] || skip "no folder $folder"
command -v python3 >/dev/null || skip "no python3"
mkdir -p "$work"
python=$work/solvers/bin/python
if ! [ -x "$python" ] && ! python3 -m venv "$work/solvers" >"$work/solvers.log" 2>&1; then
  rm -rf "$work/solvers"
  skip "python3 cannot make a virtual environment (see $work/solvers.log)"
fi
if ! "$python" -c 'import highspy, ortools' 2>/dev/null; then
  "$python" -m pip install --quiet --disable-pip-version-check highspy ortools \
    >"$work/solvers.log" 2>&1 || skip "pip cannot install highspy and ortools (see $work/solvers.log)"
fi

printf 'machine: %s, %s cores\n' \
  "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -1)" \
  "$(getconf _NPROCESSORS_ONLN)"
printf 'date: %s\ncommit: %s\n' "$(date +%Y-%m-%d)" \
  "$(git -C "$root" rev-parse --short HEAD 2>/dev/null || echo unknown)"
"$python" -c 'from importlib.metadata import version
print("highspy", version("highspy") + ", ortools", version("ortools"), end="\n\n")'
# HiGHS greets on standard output.
"$python" "$here/compress_peer.py" "$folder" | grep -v -e '^Running HiGHS' -e '^Includes third-party'
printf '\nours:\n'
BUNRI_TIME_COST=$folder "$benchmarks" compress
BUNRI_TIME_COST=$folder "$benchmarks" choose
