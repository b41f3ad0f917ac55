#!/usr/bin/env bash
# Does another program that plans read our exports, and does it arrive at the same dates?
#
#   Tests/Interop/interop.sh [BUNRI] [PLAN | EXPORT.xml ...]
#
# BUNRI is the program to test (default: .build/release/bunri), told from a plan by being executable.
# Each plan (default: all under Plans/ and Examples/, Plans/ beside this file, and the CPM test cases as plans) is
# exported in all formats and scheduled by bunri.
# A file that ends in .xml is taken as an export with its `schedule --json` beside it (.json).
# Then:
#   - MPXJ reads the export: its dates must be those of `bunri schedule --json`;
#   - MPXJ's Microsoft scheduler recalculates it: no date may move;
#   - MPXJ reads the same plan as PMXML: dates, links, lags, constraints and progress must be those
#     of `bunri schedule --json` and of Gantt XML;
#   - GNOME Planner's own stylesheet converts it to a file that is valid by Planner's DTD, and names, dates,
#     milestones, links, lags and resources in it must be those of the plan;
#   - Python's csv module and LibreOffice read the tables of `--format csv`: every cell must be that
#     of Gantt XML, and no text a formula;
#   - xmllint finds Gantt XML valid by gantt-1.xsd.
# Needs Java 17 and Python 3 with pip for MPXJ; Debian's planner, xsltproc and libxml2-utils for Planner;
# LibreOffice Calc (Debian: libreoffice-calc-nogui) for its part of the tables.
# Beside that, cheapest separations are compared with minimum cuts of networkx (Python 3 with pip).
# What is missing is skipped with a line that begins with SKIP; exit 1 means a check failed.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$root/build/interop
packages=(mpxj==16.10.0 jpype1==1.7.1)
stylesheet=/usr/share/planner/stylesheets/msp2planner.xsl
dtd=/usr/share/planner/dtd/mrproject-0.6.dtd
failed=0

skip() { printf 'SKIP %s: %s\n' "$1" "$2"; }
fail() {
  printf 'FAIL %s\n' "$1"
  failed=1
}

# The exports to look at, made from plans where needed; `names` are those that were made here in all
# formats, without their endings.
exports=()
names=()
collect() {
  local bunri=$root/.build/release/bunri inputs input name
  if [ $# -gt 0 ] && [ -f "$1" ] && [ -x "$1" ]; then
    bunri=$1
    shift
  fi
  inputs=("$@")
  if [ ${#inputs[@]} -eq 0 ]; then
    for input in "$root"/Plans/* "$root"/Examples/* "$here"/Plans/*; do
      # broken.yaml has mistakes by intention.
      if [ -f "$input/plan.yaml" ] || [[ $input == *.yaml && $input != */broken.yaml ]]; then
        inputs+=("$input")
      fi
    done
    inputs+=("$here/hostile.yaml")
    if command -v python3 >/dev/null; then
      python3 "$here/cases_to_plans.py" "$root/Tests/SchedulingTests/Cases/cpm" "$work/cases"
      inputs+=("$work"/cases/*.yaml)
    else
      skip "the CPM cases" "no python3"
    fi
  fi
  for input in ${inputs[@]+"${inputs[@]}"}; do
    if [[ $input == *.xml ]]; then
      exports+=("$input")
      continue
    fi
    if [ ! -x "$bunri" ]; then
      skip "$input" "no program at $bunri"
      continue
    fi
    # With its folder: an example may have the name of a plan.
    name=$(basename "$(dirname "$input")")-$(basename "$input" .yaml)
    if "$bunri" export "$input" --format mspdi -o "$work/$name.xml" &&
      "$bunri" schedule "$input" --json >"$work/$name.json" &&
      "$bunri" export "$input" --format gantt --lang en -o "$work/$name.gantt" 2>/dev/null &&
      "$bunri" export "$input" --format pmxml --lang en -o "$work/$name.pmxml" 2>/dev/null &&
      "$bunri" export "$input" --format csv --lang en -o "$work/$name.csv" 2>/dev/null; then
      exports+=("$work/$name.xml")
      names+=("$work/$name")
    else
      fail "$input: not exported"
    fi
  done
}

has_java() {
  command -v java >/dev/null || return 1
  local version
  version=$(java -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p')
  [ "${version:-0}" -ge 17 ]
}

# Leaves the interpreter with MPXJ in `python`, or says why there is none.
find_mpxj() {
  python=$work/venv/bin/python
  if ! command -v python3 >/dev/null; then
    skip MPXJ "no python3"
  elif ! has_java; then
    skip MPXJ "no Java 17 or later"
  elif ! [ -x "$python" ] && ! python3 -m venv "$work/venv" >"$work/venv.log" 2>&1; then
    rm -rf "$work/venv"
    skip MPXJ "python3 cannot make a virtual environment (see $work/venv.log)"
  elif ! "$python" -c "import mpxj" 2>/dev/null &&
    ! "$python" -m pip install --quiet --disable-pip-version-check "${packages[@]}" \
      >"$work/pip.log" 2>&1; then
    skip MPXJ "pip cannot install ${packages[*]} (see $work/pip.log)"
  else
    return 0
  fi
  return 1
}

check_planner() {
  local export name tool converted=()
  for tool in xsltproc xmllint python3; do
    command -v $tool >/dev/null || {
      skip Planner "no $tool"
      return
    }
  done
  for tool in "$stylesheet" "$dtd"; do
    [ -f "$tool" ] || {
      skip Planner "no $tool"
      return
    }
  done
  for export in "${exports[@]}"; do
    name=$work/$(basename "$export" .xml).planner
    if ! xsltproc --nonet "$stylesheet" "$export" >"$name"; then
      fail "$export: Planner's stylesheet does not take it"
    elif ! xmllint --nonet --noout --dtdvalid "$dtd" "$name"; then
      fail "$export: not valid by Planner's DTD"
    elif grep -q NaN "$name"; then
      fail "$export: NaN in Planner's file"
    else
      converted+=("$export")
    fi
  done
  [ ${#converted[@]} -eq 0 ] || python3 "$here/planner_check.py" "$work" "${converted[@]}" || failed=1
}

# The cheapest separations against a minimum cut of networkx on a graph that the script builds.
check_cut() {
  local benchmarks=$root/.build/release/Benchmarks cut=$work/cut-venv
  if [ ! -x "$benchmarks" ]; then
    skip "the cut" "no program at $benchmarks"
  elif ! command -v python3 >/dev/null; then
    skip "the cut" "no python3"
  elif ! [ -x "$cut/bin/python" ] && ! python3 -m venv "$cut" >"$work/cut-venv.log" 2>&1; then
    rm -rf "$cut"
    skip "the cut" "python3 cannot make a virtual environment (see $work/cut-venv.log)"
  elif ! "$cut/bin/python" -c "import networkx" 2>/dev/null &&
    ! "$cut/bin/python" -m pip install --quiet --disable-pip-version-check networkx==3.4.2 \
      >"$work/cut-pip.log" 2>&1; then
    skip "the cut" "pip cannot install networkx (see $work/cut-pip.log)"
  elif "$benchmarks" --dump-separations 40 "$work/separations.json"; then
    "$cut/bin/python" "$here/cut_check.py" "$work/separations.json" || failed=1
  else
    fail "the cut: no problems written"
  fi
}

check_gantt() {
  command -v xmllint >/dev/null || {
    skip "Gantt XML" "no xmllint"
    return
  }
  local name
  for name in ${names[@]+"${names[@]}"}; do
    if xmllint --nonet --noout --schema "$root/Sources/ProjectXML/Gantt/gantt-1.xsd" \
      "$name.gantt" 2>"$name.xmllint"; then
      printf 'ok   %s.gantt: valid\n' "$name"
    else
      cat "$name.xmllint"
      fail "$name.gantt: not valid"
    fi
  done
}

check_tables() {
  command -v python3 >/dev/null || {
    skip tables "no python3"
    return
  }
  [ ${#names[@]} -gt 0 ] || return 0
  python3 "$here/csv_check.py" "${names[@]}" || failed=1
}

mkdir -p "$work"
check_cut
collect "$@"
if [ ${#exports[@]} -eq 0 ]; then
  skip interop "no exports to look at"
  exit $failed
fi
if find_mpxj; then
  "$python" "$here/mpxj_check.py" "${exports[@]}" || failed=1
  [ ${#names[@]} -eq 0 ] || "$python" "$here/pmxml_check.py" "${names[@]/%/.pmxml}" || failed=1
fi
check_gantt
check_tables
check_planner
exit $failed
