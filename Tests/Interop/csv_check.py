"""Compares the tables of `--format csv` with Gantt XML, as Python and LibreOffice read them.

    csv_check.py NAME ...       with NAME.gantt, NAME-tasks.csv and NAME-links.csv (in English)

Python's csv module reads the tables as they are. LibreOffice opens them as a user would, with every
cell as it guesses it, and saves them as a workbook: there must be no formula among the cells, dates
must have become dates, and numbers numbers. Without LibreOffice that part is skipped with a line
that begins with SKIP. Exit 1 when anything differs.
"""

import csv
import datetime
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
import zipfile

GANTT = "{urn:bunri:gantt:1}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DATES = {"Start": "start", "Finish": "finish", "Early start": "earlyStart",
         "Early finish": "earlyFinish", "Late start": "lateStart", "Late finish": "lateFinish"}
MINUTES = {"Duration (minutes)": "duration", "Total float (minutes)": "totalFloat",
           "Free float (minutes)": "freeFloat", "Margin (minutes)": "margin"}
TEXTS = {"Id": "id", "Name": "name", "Parent": "parent", "Owner": "owner", "Module": "module",
         "Number": "number", "Level": "level"}
SHOWN = 10


def bars(name):
    root = xml.etree.ElementTree.parse(f"{name}.gantt").getroot()
    return root.find(GANTT + "tasks").findall(GANTT + "task")


def plain(cell):
    """A cell without the apostrophe that keeps it from being a formula."""
    rest = cell[1:].lstrip("'")
    is_guarded = rest[:1] in ("\t", "\r", "\n") or rest.lstrip()[:1] in tuple("=+-@＝＋－＠")
    return cell[1:] if cell[:1] == "'" and is_guarded else cell


def rows(path):
    content = path.read_bytes()
    if not content.startswith(b"\xef\xbb\xbf"):
        raise ValueError("no byte order mark")
    if re.search(rb"(?<!\r)\n", re.sub(rb'"[^"]*"', b"", content)):
        raise ValueError("a line that does not end in CR LF")
    return list(csv.DictReader(content[3:].decode("utf-8").splitlines(keepends=True), strict=True))


def differing(name):
    tasks = rows(pathlib.Path(f"{name}-tasks.csv"))
    told = bars(name)
    if [plain(row["Id"]) for row in tasks] != [bar.get("id") for bar in told]:
        yield "tasks: other ids, or another order"
        return
    for row, bar in zip(tasks, told):
        for title, attribute in {**TEXTS, **MINUTES}.items():
            if plain(row[title]) != (bar.get(attribute) or ""):
                yield f"{bar.get('id')}: {title} {bar.get(attribute)!r} is {row[title]!r}"
        for title, attribute in DATES.items():
            if row[title].replace(" ", "T") != bar.get(attribute):
                yield f"{bar.get('id')}: {title} {bar.get(attribute)} is {row[title]}"
        for title in ("Critical", "Driving", "Active"):
            if row[title] != ("1" if bar.get(title.lower()) == "true" else "0"):
                yield f"{bar.get('id')}: {title} is {row[title]}"
    links = [(bar.get("id"), link) for bar in told for link in bar.findall(GANTT + "link")]
    table = rows(pathlib.Path(f"{name}-links.csv"))
    if len(table) != len(links):
        yield f"{len(links)} links are {len(table)}"
        return
    for row, (successor, link) in zip(table, links):
        held = (plain(row["Predecessor"]), plain(row["Successor"]), row["Type"],
                row["Lag (minutes)"], row["Driving"])
        wanted = (link.get("predecessor"), successor, link.get("type"), link.get("lag") or "",
                  "1" if link.get("driving") == "true" else "0")
        if held != wanted:
            yield f"link {wanted} is {held}"


def workbook(path, folder):
    """The cells of a table after LibreOffice opened it and saved it: row by row (type, value)."""
    # Comma, quotes, UTF-8, first line 1; dates are recognized, formulas would be evaluated.
    done = subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
         "--infilter=CSV:44,34,76,1,,1033,false,true,false,false,false,-1,true", "--convert-to",
         "xlsx", "--outdir", str(folder), str(path)],
        capture_output=True, text=True, timeout=300)
    results = sorted(folder.glob(f"{path.stem}*.xlsx"))
    if not results:
        raise ValueError(f"LibreOffice made no workbook: {done.stdout}{done.stderr}")
    with zipfile.ZipFile(results[0]) as archive:
        shared = []
        if "xl/sharedStrings.xml" in archive.namelist():
            for item in xml.etree.ElementTree.fromstring(archive.read("xl/sharedStrings.xml")):
                shared.append("".join(text.text or "" for text in item.iter(SHEET + "t")))
        sheet = xml.etree.ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    results[0].unlink()
    table = []
    for row in sheet.iter(SHEET + "row"):
        cells = {}
        for cell in row.findall(SHEET + "c"):
            column = re.match("[A-Z]+", cell.get("r")).group()
            value = cell.find(SHEET + "v")
            text = None if value is None else value.text
            if cell.get("t") == "s":
                text = shared[int(text)]
            is_formula = cell.find(SHEET + "f") is not None
            cells[column] = ("formula" if is_formula else cell.get("t") or "n", text)
        table.append(cells)
    return table


def column(index):
    return column(index // 26 - 1) + chr(65 + index % 26) if index >= 26 else chr(65 + index)


def differing_in_libreoffice(name, folder):
    path = pathlib.Path(f"{name}-tasks.csv")
    told, table = rows(path), workbook(path, folder)
    titles = list(told[0]) if told else []
    if len(table) != len(told) + 1:
        yield f"LibreOffice: {len(told)} tasks are {len(table) - 1} rows"
        return
    for row, cells in zip(told, table[1:]):
        for index, title in enumerate(titles):
            kind, value = cells.get(column(index), ("n", None))
            place = f"LibreOffice, {row['Id']}: {title}"
            if kind == "formula":
                yield f"{place} is a formula: {row[title]!r}"
            elif row[title] == "":
                if value not in (None, ""):
                    yield f"{place} is {value!r}, not empty"
            elif title in DATES:
                origin = datetime.datetime(1899, 12, 30)
                held = None if kind != "n" or value is None else origin + datetime.timedelta(
                    minutes=round(float(value) * 1440))
                if held is None or held.strftime("%Y-%m-%d %H:%M") != row[title]:
                    yield f"{place} {row[title]} is {kind} {value!r}"
            elif title in MINUTES or title in ("Critical", "Driving", "Complete (%)"):
                if kind != "n" or float(value) != float(row[title]):
                    yield f"{place} {row[title]} is {kind} {value!r}"
            elif title in ("Name", "Notes") and kind == "s":
                # A line break in a cell is a line feed there.
                if value != row[title].replace("\r\n", "\n"):
                    yield f"{place} {row[title]!r} is {value!r}"


def main(names):
    good = True
    has_office = shutil.which("soffice") is not None
    if not has_office:
        print("SKIP LibreOffice: no soffice (Debian: libreoffice-calc-nogui)")
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            try:
                unlike = list(differing(name))
                # Starting LibreOffice takes seconds: small plans are left to Python.
                opened = has_office and len(bars(name)) > 12
                if opened:
                    unlike += list(differing_in_libreoffice(name, pathlib.Path(folder)))
            except Exception as error:
                opened, unlike = False, [f"{type(error).__name__}: {error}"]
            by = "Python and LibreOffice" if opened else "Python"
            print(f"{'FAIL' if unlike else 'ok  '} {name}-*.csv: read by {by}, "
                  f"{len(unlike)} unlike")
            for row in unlike[:SHOWN]:
                print(f"     {row}")
            good = good and not unlike
    return good


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1:]) else 1)
