"""Compares PMXML exports, as MPXJ reads them, with `bunri schedule --json` and with Gantt XML.

    pmxml_check.py EXPORT.pmxml ...       with EXPORT.json and EXPORT.gantt beside each,
                                          all in the same language

Nothing is recalculated: what is compared is what MPXJ understands of the file. Of each activity its
start and finish, early and late dates, duration, progress, constraints, calendar by its working
time, and its place in the outline; of each summary the span of what it holds; and all links with
their types and lags, links with summaries as links of the activities in them. One line per file;
below it what differs. Exit 1 when anything does.
"""

import collections
import json
import pathlib
import sys
import xml.etree.ElementTree

import jpype
import mpxj  # noqa: F401 (puts MPXJ on the class path)

FIELDS = {
    "start": "getStart", "finish": "getFinish",
    "earlyStart": "getEarlyStart", "earlyFinish": "getEarlyFinish",
    "lateStart": "getLateStart", "lateFinish": "getLateFinish",
}
LATE = ("lateStart", "lateFinish")
CONSTRAINTS = {
    "start-no-earlier-than": "START_NO_EARLIER_THAN", "start-no-later-than": "START_NO_LATER_THAN",
    "finish-no-earlier-than": "FINISH_NO_EARLIER_THAN",
    "finish-no-later-than": "FINISH_NO_LATER_THAN",
    "must-start-on": "START_ON", "must-finish-on": "FINISH_ON",
    "mandatory-start": "MUST_START_ON", "mandatory-finish": "MUST_FINISH_ON",
    "as-late-as-possible": "AS_LATE_AS_POSSIBLE", "manual-start": "MUST_START_ON",
}
TYPES = {"FS": "FINISH_START", "SS": "START_START", "FF": "FINISH_FINISH", "SF": "START_FINISH"}
GANTT = "{urn:bunri:gantt:1}"
# The id of the project in the file.
PROJECT = "BUNRI"
SHOWN = 10


def read(path):
    from java.io import File
    from org.mpxj.reader import UniversalProjectReader

    project = UniversalProjectReader().read(File(str(path)))
    if project is None:
        raise ValueError("MPXJ cannot read it")
    return project


def key(task):
    """The id: of an activity its own; of a summary its code, which MPXJ puts behind those of the
    project and of what holds it."""
    own, whole = task.getActivityID(), str(task.getWBS())
    if own is not None and str(own) != whole:
        return str(own)
    parent = task.getParentTask()
    before = str(parent.getWBS()) if parent is not None else PROJECT
    return whole.removeprefix(before + ".")


def minutes(duration):
    from org.mpxj import TimeUnit

    if duration is None:
        return None
    if duration.getUnits() != TimeUnit.HOURS:
        raise ValueError(f"not in hours: {duration}")
    return round(duration.getDuration() * 60)


class Said:
    """What bunri says of the plan."""

    def __init__(self, path):
        document = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        self.project = document["project"]
        root = xml.etree.ElementTree.parse(path.with_suffix(".gantt")).getroot()
        bars = root.find(GANTT + "tasks").findall(GANTT + "task")
        self.bars = {bar.get("id"): bar for bar in bars}
        self.calendar = root.find(GANTT + "project").get("calendar")
        self.calendars = {c.get("id"): c.get("name") for c in root.find(GANTT + "calendars")}
        inactive = set()
        for bar in bars:
            if bar.get("active") == "false" or bar.get("parent") in inactive:
                inactive.add(bar.get("id"))
        self.tasks = {t["id"]: t for t in document["tasks"] if t["id"] not in inactive}
        self.held = collections.defaultdict(list)
        for one in self.tasks.values():
            if not one["summary"]:
                parent = one["parent"]
                while parent is not None:
                    self.held[parent].append(one["id"])
                    parent = self.tasks[parent]["parent"]

    def links(self):
        """Each link between activities that the plan means: predecessor, successor, type."""
        result = collections.Counter()
        for one in self.tasks:
            for link in self.bars[one].findall(GANTT + "link"):
                before, kind = link.get("predecessor"), link.get("type")
                if before not in self.tasks:
                    continue
                sources = self.held[before] if self.tasks[before]["summary"] else [before]
                if self.tasks[before]["summary"] and kind[0] == "S" and sources:
                    sources = [min(sources, key=lambda s: self.tasks[s]["start"])]
                targets = self.held[one] if self.tasks[one]["summary"] else [one]
                for source in sources:
                    for target in targets:
                        if source != target:
                            result[source, target, TYPES[kind]] += 1
        return result

    def constraints(self, one):
        """The two constraints that P6 keeps: the task's own, then those of what holds it."""
        found = []
        while one is not None and len(found) < 2:
            for constraint in self.bars[one].findall(GANTT + "constraint"):
                found.append((CONSTRAINTS[constraint.get("type")], constraint.get("date")))
            one = self.tasks[one]["parent"]
        return found[:2]


def no_work_between(calendar, left, right):
    from org.mpxj import TimeUnit

    if left is None or right is None:
        return left is right
    if left.isEqual(right):
        return True
    return abs(calendar.getWork(left, right, TimeUnit.MINUTES).getDuration()) < 0.5


def moment(text):
    from java.time import LocalDateTime

    return None if text is None else LocalDateTime.parse(text)


def differing_dates(stored, said):
    # With a target, bunri prints the late dates that keep the target; the file holds those that
    # keep the project's finish.
    fields = [f for f in FIELDS if f not in LATE or not said.project.get("target")]
    for name in sorted(stored.keys() ^ said.tasks.keys()):
        yield f"{name}: only in {'the file' if name in stored else 'the JSON'}"
    for name in (one for one in said.tasks if one in stored):
        task, told = stored[name], said.tasks[name]
        parent = task.getParentTask()
        parent = None if parent is None else key(parent)
        if parent != told["parent"]:
            yield f"{name}: held by {parent}, not {told['parent']}"
        if told["summary"]:
            if said.held[name]:
                for field in ("start", "finish"):
                    held = getattr(task, FIELDS[field])()
                    if str(held) != told[field]:
                        yield f"{name}: {field} {told[field]} is {held}"
            continue
        for field in fields:
            held = getattr(task, FIELDS[field])()
            if str(held) != told[field]:
                yield f"{name}: {field} {told[field]} is {held}"
        progress = said.bars[name].find(GANTT + "progress")
        if progress is None and minutes(task.getDuration()) != told["duration"]:
            yield f"{name}: duration {told['duration']} is {task.getDuration()}"
        started = None if progress is None else told["start"]
        if started != (None if task.getActualStart() is None else str(task.getActualStart())):
            yield f"{name}: started {started} is {task.getActualStart()}"
        percent = int(said.bars[name].get("percentComplete"))
        if abs(float(task.getPercentageComplete()) - percent) > 0.01:
            yield f"{name}: {percent} per cent is {task.getPercentageComplete()}"
        # A milestone that took time is an activity.
        milestone = told["milestone"] and told["start"] == told["finish"]
        if bool(task.getMilestone()) != milestone:
            yield f"{name}: milestone {milestone} is {task.getMilestone()}"


def differing_constraints(stored, said):
    for name, told in said.tasks.items():
        if told["summary"] or name not in stored:
            continue
        task = stored[name]
        held = [
            (str(task.getConstraintType()), task.getConstraintDate()),
            (str(task.getSecondaryConstraintType()), task.getSecondaryConstraintDate()),
        ]
        held = [one for one in held if one[0] not in ("None", "AS_SOON_AS_POSSIBLE")]
        wanted = said.constraints(name)
        calendar = task.getEffectiveCalendar()
        same = len(held) == len(wanted) and all(
            left[0] == right[0] and no_work_between(calendar, left[1], moment(right[1]))
            for left, right in zip(held, wanted))
        if not same:
            yield f"{name}: constraints {wanted} are {[(k, str(d)) for k, d in held]}"


def lag_calendar(project, relation):
    """What counts lags, by the project's option; None is the clock."""
    option = str(project.getProjectProperties().getRelationshipLagCalendar())
    return {
        "PREDECESSOR": relation.getPredecessorTask().getEffectiveCalendar(),
        "SUCCESSOR": relation.getSuccessorTask().getEffectiveCalendar(),
        "PROJECT_DEFAULT": project.getDefaultCalendar(),
        "TWENTY_FOUR_HOUR": None,
    }[option]


def differing_links(project, stored, said):
    from org.mpxj import TimeUnit

    held = collections.Counter()
    lags = {}
    for task in stored.values():
        for relation in task.getPredecessors():
            name = (key(relation.getPredecessorTask()), key(task), str(relation.getType().name()))
            held[name] += 1
            lags[name] = relation
    wanted = said.links()
    for name in sorted((held - wanted) + (wanted - held)):
        yield f"link {name}: {wanted[name]} wanted, {held[name]} in the file"
    # The lag, where the plan states it between the two activities themselves.
    for one in said.tasks:
        for link in said.bars[one].findall(GANTT + "link"):
            name = (link.get("predecessor"), one, TYPES[link.get("type")])
            if name not in lags or held[name] != 1 or link.get("lag") is None:
                continue
            relation = lags[name]
            lag = minutes(relation.getLag())
            kind = link.get("lagCalendar")
            origin = moment(said.tasks[name[0]]["finish" if link.get("type")[0] == "F" else "start"])
            told = int(link.get("lag"))
            own = {
                "successor": calendar_of(project, said.tasks[one], said),
                "predecessor": calendar_of(project, said.tasks[name[0]], said),
                "project": project.getDefaultCalendar(), "elapsed": None,
            }[kind]
            counting = lag_calendar(project, relation)
            if counting is own or (told == 0 and lag == 0):
                if lag != told:
                    yield f"link {name}: lag {told} is {lag}"
                continue
            # Counted on another calendar: it must reach the same time.
            reached = shifted(origin, told, own)
            back = shifted(origin, lag, counting)
            scale = counting or own
            if not no_work_between(scale, reached, back):
                yield f"link {name}: lag {told} {kind} reaches {reached}, not {back}"


def calendar_of(project, told, said):
    """The calendar that a task has in the plan. Elapsed work has another in the file: of 24 hours."""
    name = said.bars[told["id"]].get("calendar")
    if name is None or name == said.calendar:
        return project.getDefaultCalendar()
    return project.getCalendarByName(said.calendars[name])


def shifted(origin, amount, calendar):
    from org.mpxj import Duration, TimeUnit

    if calendar is None:
        return origin.plusMinutes(amount)
    if amount == 0:
        return origin
    return calendar.getDate(origin, Duration.getInstance(float(amount), TimeUnit.MINUTES))


def check(path):
    project = read(path)
    stored = {key(task): task for task in project.getTasks()}
    said = Said(path)
    rows = list(differing_dates(stored, said)) + list(differing_constraints(stored, said))
    rows += list(differing_links(project, stored, said))
    print(f"{'FAIL' if rows else 'ok  '} {path}: {len(stored)} tasks, "
          f"{sum(len(t.getPredecessors()) for t in stored.values())} links, {len(rows)} unlike")
    for row in rows[:SHOWN]:
        print(f"     {row}")
    if len(rows) > SHOWN:
        print(f"     … and {len(rows) - SHOWN} more")
    return not rows


def main(paths):
    good = True
    for path in paths:
        try:
            good = check(pathlib.Path(path)) and good
        except Exception as error:  # a file that cannot be read must not hide the next one
            print(f"FAIL {path}: {type(error).__name__}: {error}")
            good = False
    return good


if __name__ == "__main__":
    jpype.startJVM(
        "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
        convertStrings=False,
    )
    sys.exit(0 if main(sys.argv[1:]) else 1)
