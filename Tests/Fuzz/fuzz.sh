#!/bin/sh
# Runs each fuzz target for a time: fuzz.sh PROGRAM SECONDS FOLDER
# Prints a line for each; findings stay in FOLDER/<target>, and then the exit status is 1.
# BUNRI_FUZZ_TARGETS names the targets to run, when not all.
set -u
program=$1
seconds=$2
folder=$3
seeds=$(dirname "$0")/Seeds
status=0
for target in ${BUNRI_FUZZ_TARGETS:-mspdi gantt plan csv matrix dot graphml archimate json}; do
  here=$folder/$target
  mkdir -p "$here/corpus"
  # Swift's own report of a crash would leave no input behind.
  if SWIFT_BACKTRACE=enable=no BUNRI_FUZZ_TARGET=$target "$program" "$here/corpus" "$seeds/$target" \
    -max_total_time="$seconds" -rss_limit_mb=512 -timeout=10 -max_len=65536 \
    -print_final_stats=1 -artifact_prefix="$here/" >"$here/log" 2>&1; then
    verdict=ok
  else
    verdict="FINDING, see $here"
    status=1
  fi
  # The last line of progress: "#1234 DONE cov: 567 ft: ...".
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$here/log" | tail -n 1)
  coverage=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$here/log" | tail -n 1)
  printf '%-10s %9s runs  %6s edges  %s\n' "$target" "${runs:-?}" "${coverage:-?}" "$verdict"
done
exit $status
