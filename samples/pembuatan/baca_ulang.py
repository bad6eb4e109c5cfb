"""Reads the finished workbooks of samples/kantor again and compares them with the
model: what LibreOffice or openpyxl wrote must be what was meant.

    python3 samples/pembuatan/baca_ulang.py
"""

import re
import sys
from datetime import datetime, time, timedelta
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from openpyxl import load_workbook  # noqa: E402

import kantor  # noqa: E402
from data_kantor import requests  # noqa: E402
from waktu import MONTHS  # noqa: E402

STEPS = {words: number for number, words in kantor.KEGIATAN.items()}
SHEETS = [("data/2024-06/Kendali Juni.xlsx", "Lembar Kendali"), ("data/2024-07/Kendali Juli.xlsx", "Juli"),
          ("data/2024-07/Permohonan dari Kanwil.xlsx", "Penyelesaian"), ("data/Kendali tambahan.xlsx", "Tambahan")]


def moment(value, clock=None):
    """A cell (with a cell of the time beside it) as a datetime."""
    if value is None:
        return None
    if isinstance(value, str):
        named = re.search(r"(\d+) ([A-Za-z]+) (\d{4})", value)
        if named:
            day, month, year = int(named[1]), [m.lower() for m in MONTHS].index(named[2].lower()) + 1, int(named[3])
        else:
            day, month, year = (int(n) for n in re.search(r"(\d+)/(\d+)/(\d{4})", value).groups())
        hour = re.search(r"\d{4}\D+(\d+)[.:](\d\d)", value)
        shift = 1 if "WITA" in value else 0
        value = datetime(year, month, day, *((int(hour[1]), int(hour[2])) if hour else ())) - timedelta(hours=shift)
    if isinstance(clock, str):
        clock = time(*(int(n) for n in re.search(r"(\d+)\.(\d\d)", clock).groups()))
    return datetime.combine(value.date(), clock) if clock else value


def written(folder):
    found = []
    for path, name in SHEETS:
        sheet = load_workbook(folder / path)[name]
        rows = list(sheet.iter_rows(values_only=True))
        at = next(i for i, row in enumerate(rows) if "No. Permohonan" in row)
        head = list(rows[at])
        if "Waktu" in head:
            head = [below or above for above, below in zip(head, rows[at + 1])]
            at += 1
        for row in rows[at + 1:]:
            cell = dict(zip(head, row))
            number = cell["No. Permohonan"]
            if not number:
                continue
            step = cell["Langkah"] if "Langkah" in cell else STEPS[cell["Kegiatan"]]
            if "Tanggal" in cell:
                start, end = moment(cell["Tanggal"], cell["Jam Mulai"]), moment(cell["Tanggal"], cell["Jam Selesai"])
            else:
                start = moment(cell.get("Mulai") or cell.get("Waktu Mulai"))
                end = moment(cell.get("Selesai") or cell.get("Waktu Selesai"))
            who = cell.get("Petugas") or cell.get("Pelaksana")
            found.append((number.strip().upper(), step, start, end, who.split(",")[0]))
    return found


def meant():
    rows = []
    for request in requests():
        for row in request.signoffs:
            start, end = row.begin, row.end
            if row.whole_day:
                start = end = datetime.combine(row.end.date(), time())
            rows += [(request.number, row.step, start, end, row.actor.name)] * (2 if row.twin else 1)
    return rows


if __name__ == "__main__":
    order = lambda row: tuple(str(part) for part in row)  # noqa: E731
    left, right = sorted(meant(), key=order), sorted(written(HERE.parent / "kantor"), key=order)
    for a, b in zip(left, right):
        if a != b:
            raise SystemExit(f"meant {a}\nread  {b}")
    assert len(left) == len(right), (len(left), len(right))
    print(f"{len(left)} sign-offs read as meant")
