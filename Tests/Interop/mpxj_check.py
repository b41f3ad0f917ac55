"""Compares MSPDI exports with `bunri schedule --json` and with MPXJ's Microsoft scheduler.

    mpxj_check.py EXPORT.xml ...       with EXPORT.json beside each

One line per file; below it, each task that differs. Exit 1 when any does.

Resources, their availability, assignments, baselines and custom fields are compared as well: what MPXJ
makes of the file with what the XML says.

Two dates of a recalculation are the same when no work of the task's calendar lies between them:
Friday 18:00 is Monday 09:00. What bunri printed must be in the file to the minute.
"""

import json
import pathlib
import sys
import threading
import xml.etree.ElementTree

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
SPACE = "{http://schemas.microsoft.com/project}"
# The text fields of a task by their numbers in the file: Text1 to Text5, and Text11 to Text30.
TEXTS = {188743731 + 3 * n: n + 1 for n in range(5)} | {188743997 + n: n + 11 for n in range(20)}


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


def stated(element, *names):
    """The texts of the children of an element; None for one that is not there."""
    return [element.findtext(SPACE + name) for name in names]


def instant(text):
    """A date of the file as Java writes it, without the seconds."""
    return text[:16] if text else None


def shown(value):
    return None if value is None else str(value)[:16]


def minutes(text):
    """A duration of the file in minutes."""
    hours, rest = text[2:].split("H")
    part, seconds = rest.split("M")
    return int(hours) * 60 + int(part) + int(seconds[:-1]) / 60


def work(duration, project):
    from org.mpxj import TimeUnit

    if duration is None:
        return None
    return float(duration.convertUnits(TimeUnit.MINUTES, project.getProjectProperties()).getDuration())


def near(left, right):
    return left is right or (left is not None and right is not None and abs(left - right) < 0.02)


def differing_people(project, document):
    """Resources and assignments that MPXJ reads otherwise than the file says."""
    found = {int(one.getUniqueID()): one for one in project.getResources() if one.getName()}
    rows = document.findall(f"{SPACE}Resources/{SPACE}Resource")
    if len(rows) != len(found):
        yield f"{len(found)} resources instead of {len(rows)}"
    for row in rows:
        uid, name, kind = stated(row, "UID", "Name", "Type")
        one = found.get(int(uid))
        if one is None or str(one.getName()) != name or str(one.getType()) != "WORK" or kind != "1":
            yield f"resource {uid} {name}: {one}"
            continue
        base = document.find(
            f"{SPACE}Calendars/{SPACE}Calendar[{SPACE}UID='{stated(row, 'CalendarUID')[0]}']")
        parent = one.getCalendar().getParent()
        if int(parent.getUniqueID()) != int(stated(base, "BaseCalendarUID")[0]):
            yield f"resource {uid}: follows calendar {parent.getUniqueID()}"
        periods = row.findall(f"{SPACE}AvailabilityPeriods/{SPACE}AvailabilityPeriod")
        said = [float(stated(period, "AvailableUnits")[0]) * 100 for period in periods]
        held = [float(period.getUnits()) for period in one.getAvailability()] if periods else []
        if not all(near(*pair) for pair in zip(said, held)) or len(said) != len(held):
            yield f"resource {uid}: available {said} is {held}"
    assignments = {}
    for one in project.getResourceAssignments():
        if one.getResource() is not None:
            assignments[int(one.getUniqueID())] = one
    rows = document.findall(f"{SPACE}Assignments/{SPACE}Assignment")
    if len(rows) != len(assignments):
        yield f"{len(assignments)} assignments instead of {len(rows)}"
    for row in rows:
        uid, task, resource, units, amount, remaining, start, finish = stated(
            row, "UID", "TaskUID", "ResourceUID", "Units", "Work", "RemainingWork", "Start", "Finish")
        one = assignments.get(int(uid))
        if one is None:
            yield f"assignment {uid}: not there"
        elif (
            int(one.getTask().getUniqueID()) != int(task)
            or int(one.getResource().getUniqueID()) != int(resource)
            or not near(float(one.getUnits()), float(units) * 100)
            or not near(work(one.getWork(), project), minutes(amount))
            or not near(work(one.getRemainingWork(), project), minutes(remaining))
            or shown(one.getStart()) != instant(start)
            or shown(one.getFinish()) != instant(finish)
        ):
            yield f"assignment {uid}: {one}"


def differing_rows(project, document):
    """Baselines, custom fields, notes and modes of tasks that MPXJ reads otherwise."""
    found = {int(task.getUniqueID()): task for task in project.getTasks()}
    for row in document.findall(f"{SPACE}Tasks/{SPACE}Task"):
        uid, notes, active, manual = stated(row, "UID", "Notes", "Active", "Manual")
        task = found.get(int(uid))
        if task is None:
            yield f"task {uid}: not there"
            continue
        held = {
            n: str(task.getText(n)) for n in set(TEXTS.values()) if task.getText(n) is not None
        }
        said = {}
        for value in row.findall(f"{SPACE}ExtendedAttribute"):
            field, text = stated(value, "FieldID", "Value")
            if int(field) in TEXTS:
                said[TEXTS[int(field)]] = text
            elif not near(float(task.getNumber(1)), float(text)):
                yield f"task {uid}: Number1 {text} is {task.getNumber(1)}"
        if held != said:
            yield f"task {uid}: fields {said} are {held}"
        if (notes or "").strip() != str(task.getNotes() or "").strip():
            yield f"task {uid}: notes {notes!r} are {str(task.getNotes())!r}"
        if bool(task.getActive()) != (active == "1"):
            yield f"task {uid}: active {active} is {task.getActive()}"
        for baseline in row.findall(f"{SPACE}Baseline"):
            number, start, finish, length, cost = stated(
                baseline, "Number", "Start", "Finish", "Duration", "Cost")
            which = [] if number == "0" else [int(number)]
            wrong = shown(task.getBaselineStart(*which)) != instant(start)
            wrong = wrong or shown(task.getBaselineFinish(*which)) != instant(finish)
            held_cost = task.getBaselineCost(*which)
            wrong = wrong or not near(
                None if held_cost is None else float(held_cost),
                None if cost is None else float(cost) / 100)
            held_length = task.getBaselineDuration(*which)
            if held_length is not None and not bool(held_length.getUnits().isElapsed()):
                wrong = wrong or not near(work(held_length, project), minutes(length))
            if wrong:
                yield f"task {uid}: baseline {number} is otherwise"


def check(path):
    """Prints the file's line and what differs; whether nothing does."""
    project = read(path)
    document = xml.etree.ElementTree.parse(path).getroot()
    people = list(differing_people(project, document)) + list(differing_rows(project, document))
    stored = tasks(project)
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
    verdict = "FAIL" if unlike or moved or people else "ok  "
    note = f", {len(late)} with other late dates before elapsed work" if late else ""
    print(f"{verdict} {path}: {len(stored)} tasks, {said}, {len(moved)} moved by MPXJ{note}"
          f", {len(people)} resources, assignments, baselines or fields read otherwise")
    for title, rows in (("unlike", unlike), ("moved", moved), ("otherwise", people)):
        for row in rows[:SHOWN]:
            print(f"     {title} {row}")
        if len(rows) > SHOWN:
            print(f"     … and {len(rows) - SHOWN} more")
    return not (unlike or moved or people)


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
