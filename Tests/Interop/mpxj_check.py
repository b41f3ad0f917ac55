"""Compares MSPDI exports with `bunri schedule --json` and with MPXJ's Microsoft scheduler.

    mpxj_check.py EXPORT.xml ...       with EXPORT.json beside each

One line per file; below it, each task that differs. Exit 1 when any does.

Two dates of a recalculation are the same when no work of the task's calendar lies between them:
Friday 18:00 is Monday 09:00. What bunri printed must be in the file to the minute.
"""

import json
import pathlib
import sys
import threading

import jpype
import mpxj  # noqa: F401 (puts MPXJ on the class path)

FIELDS = {
    "start": "getStart",
    "finish": "getFinish",
    "earlyStart": "getEarlyStart",
    "earlyFinish": "getEarlyFinish",
    "lateStart": "getLateStart",
    "lateFinish": "getLateFinish",
}
LATE = ("lateStart", "lateFinish")
SHOWN = 10


def read(path):
    from java.io import File
    from org.mpxj.reader import UniversalProjectReader

    project = UniversalProjectReader().read(File(str(path)))
    if project is None:
        raise ValueError("MPXJ cannot read it")
    return project


def tasks(project):
    """The tasks by the id that the export keeps in Text1; the project's own row has none."""
    return {str(task.getText(1)): task for task in project.getTasks() if task.getText(1)}


def dates(task):
    """The dates of a task as java.time values."""
    return {field: getattr(task, getter)() for field, getter in FIELDS.items()}


def same_instant(calendar, left, right):
    from org.mpxj import TimeUnit

    if left is None or right is None:
        return left is right
    if left.isEqual(right):
        return True
    return abs(calendar.getWork(left, right, TimeUnit.MINUTES).getDuration()) < 0.5


def is_elapsed(task):
    duration = task.getDuration()
    return duration is not None and bool(duration.getUnits().isElapsed())


def differing_from_json(stored, path):
    """What the file holds and bunri did not say, or the other way round."""
    document = json.loads(path.read_text(encoding="utf-8"))
    # With a target, bunri prints the late dates that keep the target; the file holds those that
    # keep the project's finish, which is what a recalculation gives.
    fields = [f for f in FIELDS if f not in LATE or not document["project"].get("target")]
    said = {task["id"]: task for task in document["tasks"]}
    for task_id in sorted(stored.keys() ^ said.keys()):
        yield f"{task_id}: only in {'the file' if task_id in stored else 'the JSON'}"
    for task_id in (one for one in stored if one in said):
        held = dates(stored[task_id])
        wrong = [f for f in fields if str(held[f]) != said[task_id][f]]
        if wrong:
            pairs = ", ".join(f"{f} {said[task_id][f]} is {held[f]}" for f in wrong)
            yield f"{task_id}: {pairs}"


def differing_when_recalculated(stored, path):
    """What MPXJ's Microsoft scheduler moves, and whether it is late dates alone."""
    from org.mpxj.cpm import MicrosoftScheduler

    project = read(path)
    MicrosoftScheduler().schedule(project, project.getProjectProperties().getStartDate())
    moved = tasks(project)
    for task_id, task in stored.items():
        calendar = task.getEffectiveCalendar()
        before, after = dates(task), dates(moved[task_id])
        wrong = [f for f in FIELDS if not same_instant(calendar, before[f], after[f])]
        if wrong:
            row = f"{task_id}: " + ", ".join(f"{f} {before[f]} to {after[f]}" for f in wrong)
            yield row, all(f in LATE for f in wrong)


def check(path):
    """Prints the file's line and what differs; whether nothing does."""
    stored = tasks(read(path))
    beside = path.with_suffix(".json")
    if beside.exists():
        unlike = list(differing_from_json(stored, beside))
        said = f"{len(unlike)} unlike the JSON"
    else:
        unlike = []
        said = "no JSON beside it"
    differing = list(differing_when_recalculated(stored, path))
    # MPXJ starts elapsed work inside working time at the earliest, but outside it at the latest;
    # bunri inside it both times. Before elapsed work only late dates can differ by that.
    has_elapsed = any(is_elapsed(task) for task in stored.values())
    late = [row for row, is_late in differing if is_late and has_elapsed]
    moved = [row for row, is_late in differing if not (is_late and has_elapsed)]
    verdict = "FAIL" if unlike or moved else "ok  "
    note = f", {len(late)} with other late dates before elapsed work" if late else ""
    print(f"{verdict} {path}: {len(stored)} tasks, {said}, {len(moved)} moved by MPXJ{note}")
    for title, rows in (("unlike", unlike), ("moved", moved)):
        for row in rows[:SHOWN]:
            print(f"     {title} {row}")
        if len(rows) > SHOWN:
            print(f"     … and {len(rows) - SHOWN} more")
    return not (unlike or moved)


def main(paths):
    # Not a daemon, the thread would keep the virtual machine from ending.
    jpype.java.lang.Thread.attachAsDaemon()
    good = True
    for path in paths:
        try:
            good = check(pathlib.Path(path)) and good
        except Exception as error:  # a file that cannot be read must not hide the next one
            print(f"FAIL {path}: {error}")
            good = False
    return good


if __name__ == "__main__":
    jpype.startJVM(
        "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
        convertStrings=False,
    )
    # MPXJ sorts tasks recursively: a chain of ten thousand overflows an ordinary stack.
    threading.stack_size(512 * 1024 * 1024)
    result = []
    worker = threading.Thread(target=lambda: result.append(main(sys.argv[1:])))
    worker.start()
    worker.join()
    sys.exit(0 if result == [True] else 1)
