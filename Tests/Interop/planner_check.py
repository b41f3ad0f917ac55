"""Compares what GNOME Planner's stylesheet makes of MSPDI exports with the plan.

    planner_check.py FOLDER EXPORT.xml ...    with EXPORT.json beside each, EXPORT.planner in FOLDER

Names, dates and milestones must be those of `bunri schedule --json`, links with their types and lags and
the number of resources those of the export. One line per file; below it, each task that differs. Exit
1 when any does.
"""

import json
import pathlib
import sys
import xml.etree.ElementTree

SHOWN = 10
SPACE = "{http://schemas.microsoft.com/project}"
TYPES = {"0": "FF", "1": "FS", "2": "SF", "3": "SS"}


def minute(text):
    """`20261001T090000Z` and `2026-10-01T09:00` as one spelling."""
    return "".join(letter for letter in text if letter.isdigit())[:12]


def number(element, name):
    return int(element.findtext(SPACE + name) or 0)


def export_links(path):
    """By task, the links of an export: predecessor, type, lag in seconds; numbers are IDs."""
    root = xml.etree.ElementTree.parse(path).getroot()
    tasks = root.findall(f"{SPACE}Tasks/{SPACE}Task")
    ids = {number(task, "UID"): number(task, "ID") for task in tasks}
    links = {}
    for task in tasks:
        links[number(task, "ID")] = sorted(
            (
                ids[number(link, "PredecessorUID")],
                TYPES[link.findtext(SPACE + "Type") or "1"],
                number(link, "LinkLag") * 6,
            )
            for link in task.findall(SPACE + "PredecessorLink")
        )
    resources = root.findall(f"{SPACE}Resources/{SPACE}Resource")
    return links, sum(1 for resource in resources if number(resource, "ID") > 0)


def planner_links(task):
    return sorted(
        (int(link.get("predecessor-id")), link.get("type"), int(link.get("lag")))
        for link in task.findall("predecessors/predecessor")
    )


def check(folder, path):
    plan = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["tasks"]
    root = xml.etree.ElementTree.parse(folder / f"{path.stem}.planner").getroot()
    # In order of the outline, as in the plan.
    tasks = [task for task in root.iter("task")]
    links, resources = export_links(path)
    unlike = []
    count = 0
    for ours, theirs in zip(plan, tasks):
        found = []
        # Names of the export are on one line.
        if " ".join(ours["name"].split()) != " ".join(theirs.get("name").split()):
            found.append(f"name {theirs.get('name')!r}, not {ours['name']!r}")
        for field, name in (("start", "start"), ("finish", "end")):
            if minute(ours[field]) != minute(theirs.get(name)):
                found.append(f"{field} {theirs.get(name)}, not {ours[field]}")
        if ours["milestone"] != (theirs.get("type") == "milestone"):
            found.append(f"type {theirs.get('type')}")
        theirs_links = planner_links(theirs)
        count += len(theirs_links)
        if theirs_links != links[int(theirs.get("id"))]:
            found.append(f"links {theirs_links}, not {links[int(theirs.get('id'))]}")
        if found:
            unlike.append(f"{ours['id']}: " + "; ".join(found))
    if len(plan) != len(tasks):
        unlike.append(f"{len(tasks)} tasks, not {len(plan)}")
    theirs = len(root.findall("resources/resource"))
    if theirs != resources:
        unlike.append(f"{theirs} resources, not {resources}")
    verdict = "FAIL" if unlike else "ok  "
    print(
        f"{verdict} {path} in Planner: {len(tasks)} tasks, {count} links, {theirs} resources; "
        f"{len(unlike)} unlike the plan"
    )
    for line in unlike[:SHOWN]:
        print(f"       {line}")
    return not unlike


if __name__ == "__main__":
    folder, *names = [pathlib.Path(name) for name in sys.argv[1:]]
    sys.exit(0 if all([check(folder, name) for name in names]) else 1)
