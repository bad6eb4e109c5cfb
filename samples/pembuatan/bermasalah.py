"""Writes samples/kantor-bermasalah: one of every mistake, each in a request or a
sheet of its own, and the expectation: per code, who and where.

A request that only shows a mistake of a cell is otherwise fresh: step 2 signed on
the as-of day, so that no other finding hides the one that is meant.
"""

import json
from datetime import date, datetime, timedelta

from openpyxl import Workbook

from lampiran import scan
from lembar import Column, draw
from orang import BAGUS, DEWI, MAGANG, RATNA, applicant
from permohonan import Request

BOOK, CONTROL = "data/Permohonan Juni 2024.xlsx", "data/Kendali Juni 2024.xlsx"
NO_UNIT, LATE_LIST = "data/Permohonan tanpa unit.xlsx", "data/Permohonan susulan.xlsx"
FIELD, COPY = "data/Kendali lapangan.xlsx", "data/Salinan Kendali lapangan.xlsx"
DAMAGED, NOT_A_BOOK = "data/Kendali rusak.xlsx", "data/Bukan buku kerja.xlsx"
APPS = [("Aplikasi Penilaian Kompetensi", "Operator"), ("SIMPEG", "Operator"), ("CACT", "Pengawas Ujian")]
TODAY = "01/07 "


class Case:
    """A request as its row is typed, and its sign-offs."""

    def __init__(self, number, about, flow="fresh", rows=None, **typed):
        self.number, self.about, self.typed, self.rows = number, about, typed, rows
        person = applicant(int(number[2:]))
        self.request = Request(number, person, "01/07", [APPS[int(number[2:]) % len(APPS)]])
        if flow == "fresh":
            self.sign(2, TODAY + "08.00-08.10")

    def sign(self, step, span, actor=None, **more):
        who = actor or (RATNA if step in (2, 8) else self.request.applicant if step == 1 else BAGUS)
        self.request.sign(step, who, span, **more)
        return self

    def verify(self, span=TODAY + "08.30-08.50", decision="Y", **more):
        return self.sign(3, span, decision=decision, **more)


def cases():
    full = [(2, "27/06 08.00-08.10"), (3, "27/06 08.30-08.50"), (4, "27/06 09.10-09.30"), (5, "27/06 13.00-15.30"),
            (6, "28/06 08.00-08.10"), (7, "28/06 08.30-08.40"), (8, "28/06 09.00-09.05")]

    def complete(case):
        for step, span in full:
            case.sign(step, span, decision="Y" if step == 3 else None)
        return case
    return [
        complete(Case("B-001", "tanpa kesalahan", "none", received=date(2024, 6, 27))),
        Case("B-002", "D02", unit=None),
        Case("B-003", "D03", diterima="31 Juni 2024"),
        Case("B-004", "D04", nip=199205052016051000),  # what Excel keeps of 18 digits
        Case("B-005", "D05", nip="19930606201706190"),
        Case("B-006", "D06").sign(9, TODAY + "08.30-08.40"),
        Case("B-008", "D08", rows=[{}, {"unit": "Kanwil Banten", "aplikasi": "CACT", "peran": "Pengawas Ujian"}]),
        Case("B-009", "D09").verify(TODAY + "10.30-10.00"),
        Case("B-010", "D10").verify(twin=True),
        Case("B-012", "D12").verify("01/07 15.00-15/07 15.20"),
        Case("B-013", "D15", tgl_surat="5/6/2024"),
        Case("B-014", "D16", aplikasi="Sistem Absensi Daring"),
        Case("B-015", "D17").verify(TODAY + "08.20-08.35"),
        Case("B-016", "L01").verify().sign(5, TODAY + "09.00-11.30"),
        Case("B-017", "L02").verify(TODAY + "08.05-08.30"),
        Case("B-018", "L03").verify().verify(TODAY + "09.00-09.20"),
        Case("B-019", "L04").verify(decision="T", reason="Surat belum lengkap").sign(4, TODAY + "09.00-09.20"),
        Case("B-020", "L05").verify(decision=None),
        Case("B-021", "L06").verify(decision="T"),
        Case("B-022", "W01").verify(TODAY + "08.30-09.10"),
        Case("B-023", "W02", "none", rows=[{"putaran": 1, "received": date(2024, 6, 27)},
                                           {"putaran": 2, "received": date(2024, 6, 27), "no_surat": "SDM.5-UM.01.01-640"}])
        .sign(2, "27/06 08.00-08.15").verify("27/06 08.30-09.00", "T", reason="Peran tidak disebut")
        .sign(1, "27/06 10.00-10.15").sign(2, "27/06 10.30-10.45").verify("27/06 11.00-11.30")
        .sign(4, "27/06 13.00-13.30").sign(5, "28/06 08.00-11.00").sign(6, "01/07 08.00-08.15"),
        Case("B-024", "W03", "none").sign(2, TODAY + "16.30-16.35"),
        Case("B-025", "W04").verify("-" + TODAY + "08.30"),
        Case("B-026", "W07").verify("-" + TODAY + "10.00"),
        Case("B-027", "W05", "none", received=date(2024, 6, 26)).sign(2, "26/06 08.00-08.10")
        .verify(TODAY + "08.00-08.20"),
        Case("B-028", "W06", "none", received=date(2024, 6, 20)).sign(2, "20/06 08.00-08.10"),
        Case("B-029", "P01").verify(actor=RATNA),
        Case("B-030", "P02").verify(actor=applicant(30)),
        Case("B-031", "P03").verify(actor=MAGANG),
        Case("B-032", "P04").verify(paraf=False),
        Case("B-033", "P05").verify().sign(4, TODAY + "08.50-08.50").sign(5, TODAY + "08.50-08.50"),
        Case("B-034", "K01", "none", no_surat=None).sign(1, TODAY + "07.40-07.50").sign(2, TODAY + "08.00-08.10"),
        complete(Case("B-035", "K02", "none", received=date(2024, 6, 27))),
        Case("B-036", "D03", "none").sign(2, TODAY + "08.00-08.10"),
        Case("B-037", "tanpa kesalahan").verify(),
    ]


def request_values(case):
    """The rows of a request as typed."""
    person, number = case.request.applicant, int(case.number[2:])
    app, role = case.request.accesses[0]
    rows = []
    for change in case.rows or [{}]:
        typed = {**case.typed, **change}
        received = typed.pop("received", date(2024, 7, 1))
        letter = received - timedelta(days=3 if received.weekday() == 0 else 1)
        rows.append({"nomor": case.number, "no_surat": f"SDM.5-UM.01.01-{600 + number}", "tgl_surat": letter,
                     "diterima": received, "nama": person.full, "nip": person.nip, "jabatan": person.post,
                     "unit": person.unit, "aplikasi": app, "peran": role, "lemari": f"L{1 + number % 4}",
                     "sandi": "ContohSandi#24" if number in (3, 7, 12) else None} | typed)
    return rows


def control_values(number, signoffs):
    """The rows of the sign-offs as typed."""
    rows = []
    for at, row in enumerate(signoffs):
        values = {"nomor": number, "langkah": row.step, "petugas": row.actor.name, "mulai": row.begin, "selesai": row.end,
                  "hasil": row.decision, "alasan": row.reason, "paraf": ["✓", "v", "TTE"][at % 3] if row.paraf else None}
        if number == "B-015" and row.step == 3:
            values["mulai"] = row.begin.replace(year=2023)  # the year was typed wrong
        if number == "B-036":
            values["selesai"] = "tadi pagi"
        rows.append(values)
        if row.twin:
            rows.append(dict(values))
    return rows


REQUEST_COLUMNS = [
    Column("No. Permohonan", "nomor", 15), Column("Putaran", "putaran", 9, centre=True), Column("No. Surat", "no_surat", 21),
    Column("Tgl Surat", "tgl_surat", 13, centre=True), Column("Tgl Diterima", "diterima", 14, centre=True),
    Column("Nama Pemohon", "nama", 24), Column("NIP", "nip", 22), Column("Jabatan", "jabatan", 28),
    Column("Unit Kerja", "unit", 26), Column("Aplikasi", "aplikasi", 28), Column("Hak Akses", "peran", 16),
    Column("Kata Sandi", "sandi", 15), Column("Lemari Berkas", "lemari", 10),
]
CONTROL_COLUMNS = [
    Column("No. Permohonan", "nomor", 15), Column("Langkah", "langkah", 9, centre=True), Column("Petugas", "petugas", 24),
    Column("Mulai", "mulai", 18, centre=True), Column("Selesai", "selesai", 18, centre=True),
    Column("Hasil", "hasil", 9, centre=True), Column("Alasan", "alasan", 26), Column("Paraf", "paraf", 8, centre=True),
]


def make(folder):
    (folder / "data").mkdir(parents=True, exist_ok=True)
    everything = cases()
    where = _main_books(folder, everything)
    _small_books(folder)
    scan(folder / "bukti-dukung" / "B-001 berita acara.pdf",
         ["BERITA ACARA SERAH TERIMA", "HAK AKSES SISTEM APLIKASI", "", "Permohonan B-001", "Contoh (rekaan)."])
    _expectation(folder / "harapan.json", *where)
    return [BOOK, CONTROL, NO_UNIT, LATE_LIST, FIELD]


def spoil(folder):
    """After the good workbooks are final: a copy, half a file, and a false one."""
    (folder / COPY).write_bytes((folder / FIELD).read_bytes())
    whole = (folder / CONTROL).read_bytes()
    (folder / DAMAGED).write_bytes(whole[: len(whole) // 2])
    (folder / NOT_A_BOOK).write_text("Catatan ini bukan buku kerja Excel; hanya namanya yang berakhiran .xlsx.\n", encoding="utf-8")


def _main_books(folder, everything):
    book = Workbook()
    book.active.title = "Permohonan"
    rows = [row for case in everything for row in request_values(case)]
    requests = draw(book.active, [(13, "REKAP PERMOHONAN HAK AKSES"), (11, "Juni 2024 (contoh berisi kekeliruan)"), (11, None)],
                    REQUEST_COLUMNS, rows, total=("Jumlah", len(everything), 2))
    for index, row in enumerate(rows):
        if isinstance(row["nip"], int):
            book.active[requests.cell(index, "nip")].number_format = "0"
    notes = book.create_sheet("Catatan")
    notes["B2"], notes["B3"] = "Catatan", "Rapat evaluasi dijadwalkan setiap hari Senin."
    book.save(folder / BOOK)

    book = Workbook()
    book.active.title = "Kendali"
    signed = [row for case in everything for row in control_values(case.number, case.request.signoffs)]
    signed.append({"nomor": "B-999", "langkah": 2, "petugas": RATNA.name, "mulai": datetime(2024, 7, 1, 9, 0),
                   "selesai": datetime(2024, 7, 1, 9, 10), "paraf": "✓"})
    control = draw(book.active, [(13, "LEMBAR KENDALI"), (11, "Juni 2024"), (11, None)], CONTROL_COLUMNS, signed, fill="E2EFDA")
    book.save(folder / CONTROL)
    return requests, rows, control, signed


def _small_books(folder):
    fresh = {}
    for number in ("B-041", "B-042", "B-043", "B-044"):
        fresh[number] = Case(number, "", "none")
    # Without the column Unit Kerja (D01); its sign-off stands beside it.
    book = Workbook()
    book.active.title = "Permohonan"
    draw(book.active, [(13, "PERMOHONAN HAK AKSES"), (11, None)],
         [c for c in REQUEST_COLUMNS if c.key not in ("unit", "sandi", "lemari", "putaran")],
         request_values(fresh["B-041"]))
    beside = book.create_sheet("Kendali")
    draw(beside, [(13, "LEMBAR KENDALI"), (11, None)], CONTROL_COLUMNS,
         control_values("B-041", fresh["B-041"].sign(2, TODAY + "09.00-09.10").request.signoffs), fill="E2EFDA")
    book.save(folder / NO_UNIT)

    # A later list whose Jabatan is a formula: one gives its value, one gives #N/A (D11).
    book = Workbook()
    book.active.title = "Susulan"
    rows = [row for n in ("B-042", "B-043", "B-044") for row in request_values(fresh[n])]
    rows[1]["jabatan"] = '=CONCATENATE("Pengelola"," ","Kepegawaian")'
    rows[2]["jabatan"] = '=VLOOKUP("Arsiparis",B1:C2,2,FALSE)'
    draw(book.active, [(13, "PERMOHONAN SUSULAN"), (11, None)],
         [c for c in REQUEST_COLUMNS if c.key not in ("sandi", "lemari", "putaran")], rows)
    book.save(folder / LATE_LIST)

    # The field sheet that somebody copied (D10).
    book = Workbook()
    book.active.title = "Lapangan"
    signed = []
    for number, clock in (("B-042", "09.20-09.30"), ("B-043", "09.40-09.50"), ("B-044", "10.00-10.10")):
        signed += control_values(number, fresh[number].sign(2, TODAY + clock).request.signoffs)
    signed += control_values("B-042", Case("B-042", "", "none").verify(TODAY + "10.20-10.40", actor=DEWI).request.signoffs)
    draw(book.active, [(13, "LEMBAR KENDALI LAPANGAN"), (11, None)], CONTROL_COLUMNS, signed, fill="EDEDED")
    book.save(folder / FIELD)


def _expectation(path, requests, rows, control, signed):
    def asked(number, key, nth=0):
        index = [i for i, row in enumerate(rows) if row["nomor"] == number][nth]
        return [number, BOOK, "Permohonan", requests.cell(index, key)]

    def done(number, step, key, nth=0):
        index = [i for i, row in enumerate(signed) if row["nomor"] == number and row["langkah"] == step][nth]
        return [number, CONTROL, "Kendali", control.cell(index, key)]

    def head(key):
        return [None, BOOK, "Permohonan", f"{requests.letter(key)}{requests.head_row}"]
    found = {
        "D01": [[None, NO_UNIT, "Permohonan", None]],
        "D02": [asked("B-002", "unit")],
        "D03": [asked("B-003", "diterima"), done("B-036", 2, "selesai")],
        "D04": [asked("B-004", "nip")],
        "D05": [asked("B-005", "nip")],
        "D06": [done("B-006", 9, "langkah")],
        "D07": [done("B-999", 2, "nomor")],
        "D08": [asked("B-008", "unit", 1)],
        "D09": [done("B-009", 3, "selesai")],
        "D10": [done("B-010", 3, "nomor", 1), [None, COPY, None, None]],
        "D11": [["B-044", LATE_LIST, "Susulan", "G6"]],
        "D12": [done("B-012", 3, "selesai")],
        "D13": [[None, BOOK, "Catatan", None]],
        "D14": [head("lemari")],
        "D15": [asked("B-013", "tgl_surat")],
        "D16": [asked("B-014", "aplikasi")],
        "D17": [done("B-015", 3, "mulai")],
        "D18": [[None, DAMAGED, None, None], [None, NOT_A_BOOK, None, None]],
        "D19": [head("sandi")],
        "L01": [["B-016", CONTROL, "Kendali", None]],
        "L02": [done("B-017", 3, "mulai")],
        "L03": [done("B-018", 3, "selesai", 1)],
        "L04": [done("B-019", 4, "selesai")],
        "L05": [done("B-020", 3, "hasil")],
        "L06": [done("B-021", 3, "alasan")],
        "W01": [done("B-022", 3, "selesai")],
        "W02": [["B-023", CONTROL, "Kendali", None]],
        "W03": [done("B-024", 2, "selesai")],
        "W04": [done("B-015", 3, "mulai"), done("B-025", 3, "mulai"), done("B-026", 3, "mulai")],
        "W05": [done("B-027", 3, "mulai")],
        "W06": [["B-028", CONTROL, "Kendali", None]],
        "W07": [done("B-026", 3, "selesai")],
        "P01": [done("B-029", 3, "petugas")],
        "P02": [done("B-030", 3, "petugas")],
        "P03": [done("B-031", 3, "petugas")],
        "P04": [done("B-032", 3, "paraf")],
        "P05": [["B-033", CONTROL, "Kendali", None]],
        "P06": [["B-042", FIELD, "Lapangan", "E7"]],  # Dewi is away that day (tertib.toml)
        "K01": [asked("B-034", "no_surat")],
        "K02": [["B-035", None, None, None]],
    }
    # What the contract neither demands nor forbids of the same cells.
    allowed = {"W07": [done("B-009", 3, "selesai"), done("B-012", 3, "selesai"), done("B-036", 2, "selesai")],
               "W04": [done("B-009", 3, "mulai"), done("B-012", 3, "selesai"), done("B-036", 2, "mulai")]}
    result = {"temuan": found, "boleh": allowed}
    path.write_text(_one_place_a_line(result), encoding="utf-8")


def _one_place_a_line(result):
    parts = []
    for part, codes in result.items():
        lines = [f'  "{code}": ' + json.dumps(places, ensure_ascii=False) for code, places in codes.items()]
        parts.append(f' "{part}": {{\n' + ",\n".join(lines) + "\n }")
    return "{\n" + ",\n".join(parts) + "\n}\n"
