#!/usr/bin/env bash
# How much faster is our engine than MPXJ's Microsoft scheduler, on the same networks?
#
#   Tests/Interop/peer.sh [BENCHMARKS] [TASKS ...]
#
# BENCHMARKS is the benchmarks' executable (default: .build/release/Benchmarks), which dumps its
# random networks of so many TASKS (default: 1000 10000 100000) with its dates and its time.
# PeerBenchmark.java builds each network in memory, counts the dates that differ, and times scheduling
# and reading all slack: processor time of the scheduling thread, the best of some runs.
# Needs JDK 17 and Python 3 with pip; what is missing is skipped with a line that begins with SKIP.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$root/build/interop
package=mpxj==16.10.0
benchmarks=${1:-$root/.build/release/Benchmarks}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- 1000 10000 100000

skip() {
  printf 'SKIP %s\n' "$1"
  exit 0
}

command -v java >/dev/null || skip "no Java"
version=$(java -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p')
[ "${version:-0}" -ge 17 ] || skip "no Java 17 or later"
java --list-modules | grep -q '^jdk.compiler' || skip "this Java cannot compile: no JDK"
command -v python3 >/dev/null || skip "no python3"
mkdir -p "$work"
python=$work/venv/bin/python
if ! [ -x "$python" ] && ! python3 -m venv "$work/venv" >"$work/venv.log" 2>&1; then
  rm -rf "$work/venv"
  skip "python3 cannot make a virtual environment (see $work/venv.log)"
fi
find_jars() {
  "$python" -c 'import importlib.util, os
print(os.path.join(os.path.dirname(importlib.util.find_spec("mpxj").origin), "lib"))' 2>/dev/null
}
if ! jars=$(find_jars); then
  "$python" -m pip install --quiet --disable-pip-version-check "$package" >"$work/pip.log" 2>&1 ||
    skip "pip cannot install $package (see $work/pip.log)"
  jars=$(find_jars)
fi

printf 'machine: %s, %s cores\n' \
  "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -1)" \
  "$(getconf _NPROCESSORS_ONLN)"
printf 'date: %s\ncommit: %s\n' "$(date +%Y-%m-%d)" \
  "$(git -C "$root" rev-parse --short HEAD 2>/dev/null || echo unknown)"
printf '%s, Java %s\n\n' "$package" "$version"
for tasks in "$@"; do
  network=$work/network-$tasks.txt
  "$benchmarks" --dump "$tasks" "$network"
  repetitions=$((tasks <= 1000 ? 20 : tasks <= 10000 ? 5 : 1))
  java -Xmx4g -Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory \
    -cp "$jars/*" "$here/PeerBenchmark.java" "$network" "$repetitions"
done
