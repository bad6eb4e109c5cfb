"""Makes the workbooks of tests/workbooks that hold the same facts in every format.

    python3 resep.py FOLDER        (openpyxl 3.1, xlwt 1.3, LibreOffice 7.4, node with SheetJS 0.18.5)

openpyxl writes the facts; LibreOffice reads that workbook and saves it in its formats;
SheetJS reads it and saves what LibreOffice cannot (.xlsb); xlwt writes an .xls of its own.
What each program made is in PROVENANCE.md. The files are committed: tests make none.
"""

import datetime as d
import pathlib
import shutil
import subprocess
import sys
import zipfile

import openpyxl
import xlwt
from openpyxl.utils.datetime import CALENDAR_MAC_1904

OUT = pathlib.Path(sys.argv[1])
WHEN, DAY, CLOCK = "dd/mm/yyyy hh:mm", "dd/mm/yyyy", "hh:mm"


def at(text):
    return d.datetime.strptime(text, "%d/%m/%Y %H:%M")


def day(text):
    return d.datetime.strptime(text, "%d/%m/%Y").date()


def clock(text):
    return d.datetime.strptime(text, "%H:%M").time()


# Days after the twelfth: as the text of a CSV, another day could be read two ways.
REQUESTS = [
    ["DAFTAR PERMOHONAN HAK AKSES"],
    [],
    ["No", "No. Permohonan", "No. Surat", "Tgl Surat", "Diterima Tim", "Nama Pemohon", "NIP Pemohon", "Unit Kerja", "Aplikasi", "Peran", "Jenis", "Keterangan"],
    [1, "P-001", "SDM.5-UM.01.01-601", day("13/06/2024"), at("13/06/2024 08:00"), "Rina Wulandari, S.H., M.Si.", "198705142010012003", "Bagian Umum", "SIMAK", "Operator", "baru", "kuota 1,5; sisa 2,5"],
    [2, "P-002", "SDM.5-UM.01.01-602", day("14/06/2024"), at("14/06/2024 08:30"), "José Arifin", "198201152006041001", "Bagian \"Keuangan\"", "SAKTI", "Verifikator", "baru", None],
    [3, "P-003", "SDM.5-UM.01.01-603", "31 Juni 2024", at("18/06/2024 10:00"), "Sari Dewi", 198705142010012003, "Bagian SDM;\nKepegawaian", "SIMAK", "Operator", "baru", None],
    [4, "P-004", None, day("19/06/2024"), None, "Budi Santoso", "199001012015031002", "Bagian Umum", "SIMAK", "Admin", "baru", None],
]
SIGNED = [
    ["No. Permohonan", "Langkah", "Pelaksana", "Mulai", "Selesai", "Hasil", "Paraf"],
    ["P-001", 2, "Hendra Kusuma, S.Kom.", at("13/06/2024 08:05"), at("13/06/2024 08:20"), None, True],
    ["P-001", 3, "Maya Lestari", at("13/06/2024 08:30"), at("13/06/2024 09:00"), "Y", "v"],
    ["P-001", 4, "Maya Lestari", at("13/06/2024 09:10"), at("13/06/2024 09:39"), None, "v"],
    ["P-001", 5, "Maya Lestari", at("13/06/2024 13:00"), at("13/06/2024 15:59"), None, "v"],
    ["P-001", 6, "Maya Lestari", at("14/06/2024 08:00"), at("14/06/2024 08:15"), None, "v"],
    ["P-001", 7, "Maya Lestari", at("14/06/2024 08:20"), at("14/06/2024 08:35"), None, "v"],
    ["P-001", 8, "Hendra Kusuma", at("14/06/2024 08:40"), at("14/06/2024 08:50"), None, "v"],
    ["P-002", 2, "Hendra Kusuma", at("14/06/2024 08:35"), at("14/06/2024 08:51"), None, "v"],
    ["P-002", 3, "Maya Lestari", at("14/06/2024 09:00"), "tidak tahu", "T", "v"],
    ["P-003", 2, "Hendra Kusuma", at("18/06/2024 10:05"), at("18/06/2024 10:15"), "#N/A", "v"],
    ["P-003", 99, "Maya Lestari", at("18/06/2024 10:20"), at("18/06/2024 10:30"), None, "v"],
]
CLOCKED = [
    ["No. Permohonan", "Langkah", "Pelaksana", "Tanggal", "Jam Mulai", "Jam Selesai", "Hasil", "Paraf"],
    ["P-004", "Langkah 2", "Hendra Kusuma", day("19/06/2024"), clock("08:00"), clock("08:15"), None, "v"],
    ["P-004", 3, "Maya Lestari", day("19/06/2024"), clock("09:00"), clock("09:31"), "Ya", "v"],
    ["P-004", 4, "Maya Lestari", day("19/06/2024"), None, clock("10:00"), None, None],
]
SHEETS = [("Permohonan", REQUESTS), ("Kendali", SIGNED), ("Kendali Juni", CLOCKED)]

# A request's number stands once, over its steps; one sheet and some rows are hidden.
MERGED = [
    SIGNED[0],
    ["P-001", *SIGNED[1][1:]],
    [None, *SIGNED[2][1:]],
    [None, *SIGNED[3][1:]],
    ["P-002", *SIGNED[8][1:]],
]


def format_of(value):
    kinds = [(d.datetime, WHEN), (d.date, DAY), (d.time, CLOCK)]
    return next((form for kind, form in kinds if isinstance(value, kind)), None)


def with_openpyxl(path, sheets, is_1904=False):
    book = openpyxl.Workbook()
    book.remove(book.active)
    if is_1904:
        book.epoch = CALENDAR_MAC_1904
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
            for cell in sheet[sheet.max_row] if row else []:
                if format_of(cell.value):
                    cell.number_format = format_of(cell.value)
    return book.save(path) if path else book


def with_xlwt(path, sheets, is_1904):
    book = xlwt.Workbook()
    book.dates_1904 = is_1904
    for name, rows in sheets:
        sheet = book.add_sheet(name)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if value == "#N/A":
                    sheet.row(r).set_cell_error(c, 0x2A)
                elif format_of(value):
                    style = xlwt.XFStyle()
                    style.num_format_str = format_of(value)
                    sheet.write(r, c, value, style)
                elif value is not None:
                    sheet.write(r, c, value)
    book.save(str(path))


def libreoffice(source, form, folder):
    folder.mkdir(parents=True, exist_ok=True)
    home = "-env:UserInstallation=file:///tmp/resep-libreoffice"
    subprocess.run(["soffice", home, "--headless", "--convert-to", form, "--outdir", folder, source], check=True)


def sheetjs(source, target, extra=""):
    program = f"""
const X = require("xlsx");
const book = X.readFile({str(source)!r}, {{ cellNF: true, cellStyles: true, sheetRows: 0 }});
{extra}
X.writeFile(book, {str(target)!r}, {{ bookSST: true }});
"""
    subprocess.run(["node", "-e", program], check=True)


def say_1904(path):
    """SheetJS keeps the numbers of a workbook of 1904 but not that it is one."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    book = bytearray(parts["xl/workbook.bin"])
    at = book.index(b"\x99\x01")  # BrtWbProp: its number, its length, its flags
    book[at + 3] |= 1
    parts["xl/workbook.bin"] = bytes(book)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, holds in parts.items():
            package.writestr(zipfile.ZipInfo(name, (2024, 6, 30, 0, 0, 0)), holds)


def in_utf16(source, target):
    """XML may be in UTF-16; no program at hand writes a workbook so, but some do."""
    with zipfile.ZipFile(source) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, holds in parts.items():
            text = holds.decode().replace("UTF-8", "UTF-16")
            package.writestr(zipfile.ZipInfo(name, (2024, 6, 30, 0, 0, 0)), text.encode("utf-16"))


def csv(sign, charset, folder, quote_all="false"):
    # Sign, quote, character set, first line, formats, language, all quoted, as shown, …, all sheets.
    tokens = f"{ord(sign)},34,{charset},1,,1057,{quote_all},false,true,false,false,-1"
    libreoffice(base, f'csv:Text - txt - csv (StarCalc):{tokens}', folder)


OUT.mkdir(parents=True, exist_ok=True)
base = OUT / "openpyxl" / "fakta.xlsx"
base.parent.mkdir(exist_ok=True)
with_openpyxl(base, SHEETS)
(OUT / "openpyxl-1904").mkdir(exist_ok=True)
with_openpyxl(OUT / "openpyxl-1904" / "fakta.xlsx", SHEETS, is_1904=True)
(OUT / "xlwt-1904").mkdir(exist_ok=True)
with_xlwt(OUT / "xlwt-1904" / "fakta.xls", SHEETS, True)
libreoffice(base, "xlsx:Calc MS Excel 2007 XML", OUT / "libreoffice-xlsx")
libreoffice(base, "xls:MS Excel 97", OUT / "libreoffice-xls")
libreoffice(base, "ods", OUT / "libreoffice-ods")
for folder, is_1904 in [("sheetjs-xlsb", False), ("sheetjs-xlsb-1904", True)]:
    (OUT / folder).mkdir(exist_ok=True)
    source = OUT / ("openpyxl-1904" if is_1904 else "openpyxl") / "fakta.xlsx"
    sheetjs(source, OUT / folder / "fakta.xlsb")
    if is_1904:
        say_1904(OUT / folder / "fakta.xlsb")
(OUT / "utf-16").mkdir(exist_ok=True)
in_utf16(base, OUT / "utf-16" / "fakta.xlsx")
csv(";", 1, OUT / "csv-windows-1252")
csv(",", 76, OUT / "csv-utf8")
csv("\t", 65535, OUT / "csv-utf16", "true")

split = OUT / "openpyxl-terpisah"
split.mkdir(exist_ok=True)
for name, rows in SHEETS:
    with_openpyxl(split / f"{name}.xlsx", [(name, rows)])

book = with_openpyxl(None, [("Permohonan", REQUESTS), ("Kendali", MERGED), ("Lama", CLOCKED)])
book["Kendali"].merge_cells("A2:A4")
book["Lama"].sheet_state = "hidden"
for row in (2, 3, 5):
    book["Kendali"].row_dimensions[row].hidden = True
merged = OUT / "gabung"
merged.mkdir(exist_ok=True)
book.save(merged / "gabung.xlsx")
libreoffice(merged / "gabung.xlsx", "xls:MS Excel 97", merged)
libreoffice(merged / "gabung.xlsx", "ods", merged)
sheetjs(merged / "gabung.xlsx", merged / "gabung.xlsb")
shutil.rmtree("/tmp/resep-libreoffice", ignore_errors=True)
