#!/bin/sh
# Runs each fuzz target for a time: fuzz.sh PROGRAM SECONDS FOLDER
# Prints a line for each; findings stay in FOLDER/<target>, and then the exit status is 1.
# BUNRI_FUZZ_TARGETS names the targets to run, when not all.
set -u
program=$1
seconds=$2
folder=$3
here=$(dirname "$0")
status=0
for target in ${BUNRI_FUZZ_TARGETS:-mspdi gantt plan csv matrix cmdb dot graphml archimate json}; do
  results=$folder/$target
  mkdir -p "$results/corpus"
  # Words of the format, when there is a list of them.
  words=
  [ -f "$here/Words/$target.dict" ] && words=-dict="$here/Words/$target.dict"
  # One input may take ten seconds, one allocation 128 MB, the whole process 512 MB.
  # Swift's own report of a crash would leave no input behind.
  if SWIFT_BACKTRACE=enable=no BUNRI_FUZZ_TARGET=$target "$program" "$results/corpus" \
    "$here/Seeds/$target" $words -max_total_time="$seconds" -timeout=10 -malloc_limit_mb=128 \
    -rss_limit_mb=512 -max_len=65536 -print_final_stats=1 -artifact_prefix="$results/" \
    >"$results/log" 2>&1; then
    verdict=ok
  else
    verdict="FINDING, see $results"
    status=1
  fi
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$results/log" | tail -n 1)
  # The last line of progress: "#1234 DONE cov: 567 ft: ...".
  coverage=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$results/log" | tail -n 1)
  memory=$(sed -n 's/^stat::peak_rss_mb: *//p' "$results/log" | tail -n 1)
  printf '%-10s %9s runs  %6s edges  %4s MB  %s\n' "$target" "${runs:-?}" "${coverage:-?}" \
    "${memory:-?}" "$verdict"
done
exit $status
