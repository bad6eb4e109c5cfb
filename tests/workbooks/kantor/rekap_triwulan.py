"""Shapes the workbook "Rekap Triwulan" with openpyxl 3.1.5, requests and their steps side by side; the .ods
and the .xls are LibreOffice's, headless, from it. Run in this folder."""
import datetime as dt
from openpyxl import Workbook
book = Workbook()
s = book.active
s.title = "REKAP"
def row(n, values):
    for at, value in enumerate(values, 1):
        if value in (None, ""):
            continue
        cell = s.cell(n, at, value)
        if isinstance(value, dt.datetime):
            cell.number_format = "dd/mm/yyyy"
        if isinstance(value, dt.time):
            cell.number_format = "hh:mm"
def day(month, number):
    return dt.datetime(2024, month, number)
tick = "\u00fc"
row(1, ["REKAPITULASI PENYELESAIAN PERMOHONAN HAK AKSES APLIKASI"])
row(2, ["TRIWULAN II TAHUN 2024"])
row(4, ["NO", "NOMOR\nPERMOHONAN", "SURAT", "", "TGL MASUK", "PEMOHON", "", "", "APLIKASI/SISTEM", "HAK AKSES",
        "DISPOSISI KETUA TIM", "", "", "", "VERIFIKASI", "", "", "", "", "PEMBUATAN AKUN", "", "", "",
        "TUTORIAL", "", "", "BAST", "", "", "KET"])
row(5, ["", "", "NOMOR", "TGL", "", "NAMA", "NIP/NI PPPK", "NAMA SATKER", "", "", "TGL", "JAM", "PETUGAS/PIC", "PARAF",
        "TGL", "JAM", "PETUGAS/PIC", "HASIL", "PARAF", "TGL", "JAM", "PETUGAS/PIC", "PARAF", "TGL", "JAM", "PETUGAS",
        "TGL", "JAM", "PETUGAS"])
row(6, [f"({at})" for at in range(1, 31)])
row(7, ["A. BULAN MEI"])
row(8, [1, "007/V/2024", "B-12/KW.3/2024", "6 Mei 2024", day(5, 6), "dr. Hj. Aisyah Putri, Sp.KJ.", "198001012005012901",
        "Kanwil Aceh", "SIMPEG", "Operator", "6/V/2024", "08.00-08.10", "Ratna K.", tick, "6/V/2024", "08.15-08.40",
        "Dewi Larasita", "lengkap", tick, "6/V/2024", "09.00-09.20", "Dewi Larasita", "P", "Hari Selasa, 7 Mei 2024",
        "08.00-10.30", "Dewi Larasita", "7 Mei 2024 (Selasa)", "10.30-10.40", "Dewi Larasita"])
row(9, [""] * 8 + ["CACT", "Asesor"])
row(10, [2, "008/V/2024", "-", "-", day(5, 8), "Sarno", "0", "Rutan Bantul", "SIMPEG", "Verifikator", "8 Mei 2024",
         "pkl. 09.00 s.d. 09.10", "Ratna K.", "RK", "8 Mei 2024", "09.15 – 09.30", "Dewi Larasita", "TS", "DL"]
    + [""] * 10 + ["surat tugas belum ada"])
row(11, ["Jml bulan Mei"] + [""] * 7 + [2])
row(12, ["B. BULAN JUNI"])
row(13, [3, "009/VI/2024", "B-77/KW.9/2024", day(6, 10), day(6, 10), "Budi bin Ali, S.H., M.Kn.",
         "NIP. 197903032003121901", "Lapas Cibinong", "SRIKANDI", "Operator", day(6, 10), 9.1, "Ratna K.", "RK",
         day(6, 10), 9.3, "Dewi Larasita", "ya", "DL", day(6, 10), 10.15, "Dewi Larasita", "DL", day(6, 11),
         dt.time(11, 0), "Dewi Larasita", day(6, 11), "2 siang", "Dewi Larasita", "akun aktif"])
row(14, [4])
row(15, ["Jml bulan Juni"] + [""] * 7 + [1])
row(16, ["JUMLAH SELURUHNYA"] + [""] * 7 + [3])
row(18, ["*) diisi berdasarkan lembar disposisi"])
row(20, [""] * 22 + ["Depok, 1 Juli 2024"])
row(21, ["Mengetahui:"] + [""] * 21 + ["Pengelola,"])
row(22, ["Ketua Tim Kerja"])
row(26, ["Ratna Kusumastuti"] + [""] * 21 + ["Dewi Larasita"])
row(27, ["NIP 198003032005032903"] + [""] * 21 + ["NIP 199006062014062906"])
columns = [s.cell(1, at).column_letter for at in range(1, 31)]
for region in ["A1:AD1", "A2:AD2", "C4:D4", "F4:H4", "K4:N4", "O4:S4", "T4:W4", "X4:Z4", "AA4:AC4", "A7:AD7", "A12:AD12"]:
    s.merge_cells(region)
for column in ["A", "B", "E", "I", "J", "AD"]:
    s.merge_cells(f"{column}4:{column}5")
for column in columns[:8] + columns[10:]:
    s.merge_cells(f"{column}8:{column}9")
s.row_dimensions[10].hidden = True
s.column_dimensions["G"].hidden = True
s.auto_filter.ref = "A5:AD16"
s.protection.sheet = True
book.save("Rekap Triwulan.xlsx")
