"""Writes the CPM test cases as plan files, so that their exports can be checked in other programs.

    cases_to_plans.py CASES_FOLDER PLANS_FOLDER

A day of a case is a calendar day of 24 working hours. Cases that are errors by intention, and
hammocks, which the plan format does not have, are left out.
"""
import datetime
import json
import pathlib
import sys

KINDS = {
    "SNET": "start-no-earlier-than", "SNLT": "start-no-later-than",
    "FNET": "finish-no-earlier-than", "FNLT": "finish-no-later-than",
    "MSO": "must-start-on", "MFO": "must-finish-on", "ALAP": "as-late-as-possible",
    "MANDATORY_START": "mandatory-start", "MANDATORY_FINISH": "mandatory-finish",
}
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def plan(case):
    start = datetime.date.fromisoformat(case["project"].get("start_date", "2026-01-01"))

    def date(value):
        if isinstance(value, str):
            return value
        instant = datetime.datetime.combine(start, datetime.time()) + datetime.timedelta(days=value)
        return instant.strftime("%Y-%m-%dT%H:%M")

    project = {"name": case["title"], "start": start.isoformat(), "hoursPerDay": 24,
               "daysPerWeek": 7, "calendar": "seven-days"}
    if "deadline" in case["project"]:
        project["target"] = date(case["project"]["deadline"])
    calendars = [{"id": "seven-days", "workingDays": DAYS, "hours": ["00:00-24:00"]}]
    for name, calendar in case.get("calendars", {}).items():
        calendars.append({
            "id": name, "workingDays": [DAYS[day] for day in calendar.get("workweek", range(7))],
            "hours": ["00:00-24:00"], "closed": calendar.get("nonworking", []),
            "open": calendar.get("extra_working", [])})
    tasks = []
    for activity in case["activities"]:
        if activity.get("kind") == "hammock":
            continue
        task = {"id": activity["id"]}
        if activity["duration"] == 0:
            task["milestone"] = True
        else:
            task["duration"] = f"{activity['duration']}d"
        if "calendar" in activity:
            task["calendar"] = activity["calendar"]
        constraints = [
            {"type": KINDS[one["type"]], **({"date": date(one["date"])} if "date" in one else {})}
            for one in activity.get("constraints", [])]
        if constraints:
            task["constraint"] = constraints
        after = []
        for link in case["links"]:
            if link["succ"] != activity["id"]:
                continue
            dependency = {"task": link["pred"], "type": link.get("type", "FS")}
            lag, calendar = link.get("lag", 0), link.get("lag_calendar", "successor")
            if lag:
                dependency["lag"] = f"{lag}ed" if calendar == "elapsed" else f"{lag}d"
                if calendar in ("predecessor", "successor"):
                    dependency["lagCalendar"] = calendar
            after.append(dependency)
        if after:
            task["after"] = after
        tasks.append(task)
    return {"bunri": 1, "project": project, "calendars": calendars, "tasks": tasks}


def main(cases, plans):
    folder = pathlib.Path(plans)
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(pathlib.Path(cases).glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        if case.get("expected", {}).get("valid"):
            text = json.dumps(plan(case), ensure_ascii=False, indent=1)
            (folder / f"{case['id']}.yaml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
