"""Writes samples/kantor: its workbooks and evidence."""

import hashlib
from collections import Counter
from datetime import datetime, timedelta

from openpyxl import Workbook

import harapan
from data_kantor import requests
from lampiran import photograph, scan
from lembar import Column, draw
from orang import GALIH, RATNA
from waktu import MONTHS, date_text, moment_text, stretches

KOP = ["KEMENTERIAN HUKUM DAN HAK ASASI MANUSIA", "BPSDM HUKUM DAN HAM", "PUSAT PENILAIAN KOMPETENSI"]
KEGIATAN = {
    1: "Mengirimkan surat permohonan hak akses sistem aplikasi",
    2: "Menugaskan Anggota Tim melakukan verifikasi",
    3: "Melakukan verifikasi permohonan yang disampaikan",
    4: "Membuatkan hak akses yang akan diberikan",
    5: "Memberikan tutorial penggunaan sistem aplikasi kepada pemohon",
    6: "Penandatanganan berita acara serah terima hak akses bersama pemohon",
    7: "Melaporkan hasil kegiatan",
    8: "Menerima laporan serah terima hak akses sistem aplikasi",
}
YES = ["Y", "Ya", "Sesuai", "Y", "Lengkap", "Ya", "Disetujui"]
TICKS = ["✓", "initials", "✓", "TTE", "v", "initials", "✓", "√"]
PURPOSES = ["Pengelolaan data uji kompetensi", "Penugasan baru", "Pengganti pegawai yang mutasi",
            "Persiapan penilaian kompetensi triwulan III", "Pengelolaan kelas pembelajaran", None]


def make(folder):
    everything = requests()
    books = {
        "data/2024-06/Permohonan Juni 2024.xlsx": june_requests(everything),
        "data/2024-06/Kendali Juni.xlsx": june_control(everything),
        "data/2024-07/Permohonan Juli 2024.xlsx": july_requests(everything),
        "data/2024-07/Kendali Juli.xlsx": july_control(everything),
        "data/2024-07/Permohonan dari Kanwil.xlsx": kanwil(everything),
        "data/Kendali tambahan.xlsx": extra_control(everything),
    }
    for path, book in books.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        book.save(target)
    evidence(folder / "bukti-dukung", everything)
    harapan.write(folder / "harapan.json", everything)
    return list(books)


# ---- what stands where -----------------------------------------------------

def control_book(request, row):
    if request.book:
        return request.book
    return "juni" if row.when().month == 6 else "juli"


def request_book(request):
    if request.book == "kanwil":
        return "kanwil"
    return "juni" if request.received.month == 6 else "juli"


def letter_day(received, lag):
    day = received - timedelta(days=lag)
    while not stretches(day):
        day -= timedelta(days=1)
    return day


def request_rows(everything, book):
    """Rows of one list of requests: one row per access, recipient and round."""
    rows, ends = [], []
    for at, request in enumerate(everything):
        if request_book(request) != book:
            continue
        person = request.applicant
        rounds = [(1, request.received, request.note)]
        rounds += [(n + 2, datetime(2024, int(d[3:]), int(d[:2])).date(), note)
                   for n, (d, note) in enumerate(request.letters)]
        for number, received, note in rounds:
            letter = letter_day(received, at % 3)
            grants = [(app, role, None) for app, role in request.accesses]
            if request.recipients:
                grants = [(*request.accesses[0], who) for who in request.recipients]
            for app, role, who in grants:
                rows.append({
                    "nomor": request.number,
                    "putaran": number if request.letters else None,
                    "no_surat": f"{unit_code(person)}-UM.01.01-{412 + 7 * at + number}" if request.letter else None,
                    "tgl_surat": request.letter_text or (letter if at % 3 else date_text(letter, at // 3)),
                    "diterima": received if at % 4 else date_text(received, at // 4),
                    "diterima_tim": request.received_by_team,
                    "nama": person.full, "nip": request.applicant_nip if at % 5 else spaced(request),
                    "jabatan": person.post, "unit": person.unit, "aplikasi": app, "peran": role,
                    "nama_penerima": who.name if who else None, "nip_penerima": who.nip if who else None,
                    "jabatan_penerima": who.post if who else None, "unit_penerima": who.unit if who else None,
                    "jenis": request.written_kind or ("Baru" if at % 2 else None),
                    "keperluan": request.purpose or PURPOSES[at % len(PURPOSES)],
                    "batal": request.cancelled if number == 1 else None,
                    "alasan_batal": request.cancel_reason, "ket": note,
                    "lokasi": f"Map {1 + at // 10}",
                })
        ends.append(len(rows) - 1)
    for no, row in enumerate(rows, 1):
        row["no"] = no
    return rows, ends


def spaced(request):
    grouped = request.applicant.grouped_nip()
    return grouped if grouped.replace(" ", "") == request.applicant_nip else request.applicant_nip


def unit_code(person):
    return {"Kanwil Jawa Barat": "W.11", "Kanwil DKI Jakarta": "W.10", "Kanwil Banten": "W.12",
            "Kanwil Jawa Tengah": "W.13", "Kanwil Sulawesi Selatan": "W.23",
            "Sekretariat BPSDM": "SDM.1", "Biro Kepegawaian": "SEK.2"}.get(person.unit, "SDM.5")


def control_rows(everything, book):
    """Sign-offs of one sheet, with what each cell says."""
    rows = []
    for at, request in enumerate(everything):
        for k, row in enumerate(request.signoffs):
            if control_book(request, row) != book:
                continue
            # An office types most moments as Excel dates and every so often as words.
            style = row.style if row.style is not None else (at + k if (at * 3 + k) % 7 == 2 else None)
            yes = YES[(at + k) % len(YES)]
            values = {
                "nomor": request.number, "langkah": row.step, "kegiatan": KEGIATAN[row.step],
                "petugas": row.actor.full if (at + k) % 3 == 0 else row.actor.name,
                "nip": (row.actor.grouped_nip() if at % 6 == 1 else row.actor.nip) if row.actor.nip else None,
                "mulai": moment(row.begin, style, row.zone), "selesai": moment(row.end, style, row.zone),
                "hasil": row.spelled or (yes if row.decision == "Y" else None),
                "alasan": row.reason, "ket": row.note, "paraf": tick(row, at + k),
                "aplikasi": row.part if row.part not in ("anggota", "pemohon") else None,
                "dijadwalkan": row.planned, "_order": row.when(), "_row": row,
            }
            if row.whole_day:
                values["mulai"] = values["selesai"] = row.end.date()
            row.paraf_column = book != "tambahan"
            rows.append(values)
            if row.twin:
                rows.append(dict(values))
    return rows


def moment(value, style, zone):
    if value is None:
        return None
    if zone == "WITA":
        return moment_text(value + timedelta(hours=1), style or 0) + " WITA"
    return value if style is None else moment_text(value, style)


def tick(row, at):
    if not row.paraf:
        return None
    word = TICKS[at % len(TICKS)]
    return "".join(part[0] for part in row.actor.name.split())[:3] if word == "initials" else word


def numbered(rows):
    for no, row in enumerate(rows, 1):
        row["no"] = no
    return rows


def ends_of(rows):
    """Last row of each request, to leave a blank row after some."""
    return [i for i in range(len(rows) - 1) if rows[i]["nomor"] != rows[i + 1]["nomor"]]


# ---- the workbooks ---------------------------------------------------------

def signature(day, post="Ketua Tim Kerja Pengelolaan Sistem Informasi,", who=RATNA):
    return [f"Depok, {day.day} {MONTHS[day.month - 1]} {day.year}", post, "", "", who.full, f"NIP {who.nip}"]


def june_requests(everything):
    book = Workbook()
    ws = book.active
    ws.title = "Juni 2024"
    rows, ends = request_rows(everything, "juni")
    columns = [
        Column("No.", "no", 5, centre=True), Column("No. Permohonan", "nomor", 15),
        Column("Putaran", "putaran", 9, centre=True), Column("No. Surat", "no_surat", 21),
        Column("Tgl Surat", "tgl_surat", 16, centre=True), Column("Tgl Diterima", "diterima", 16, centre=True),
        Column("Nama Pemohon", "nama", 24), Column("NIP", "nip", 22), Column("Jabatan", "jabatan", 26),
        Column("Unit Kerja", "unit", 26), Column("Aplikasi", "aplikasi", 26), Column("Hak Akses", "peran", 18),
        Column("Jenis", "jenis", 12), Column("Keperluan", "keperluan", 26), Column("Tgl Batal", "batal", 12, centre=True),
        Column("Alasan Batal", "alasan_batal", 18), Column("Lokasi Berkas", "lokasi", 10), Column("Ket.", "ket", 16),
    ]
    titles = [(12, KOP[0]), (12, f"{KOP[1]} – {KOP[2]}"), (13, "REKAP PERMOHONAN HAK AKSES SISTEM APLIKASI"),
              (11, "BULAN JUNI 2024"), (11, None)]
    draw(ws, titles, columns, rows, blank_after={ends[9], ends[18]}, date_format="dd/mm/yyyy",
         total=("Jumlah permohonan", len({r["nomor"] for r in rows}), 3),
         notes=["Catatan:", "1. Satu baris untuk satu hak akses.", "2. Surat asli disimpan di map sesuai kolom Lokasi Berkas."],
         signature=signature(datetime(2024, 7, 1)))
    notes = book.create_sheet("Catatan")
    for at, line in enumerate([
        "Catatan rapat tim, Senin 3 Juni 2024", None,
        "SOP hasil revisi berlaku mulai hari ini.", "Setiap langkah diisi di lembar kendali pada hari yang sama.",
        "Berita acara yang sudah ditandatangani dipindai dan disimpan di folder bukti-dukung.",
    ], 1):
        notes.cell(at, 2, line)
    notes.column_dimensions["B"].width = 80
    return book


def june_control(everything):
    book = Workbook()
    ws = book.active
    ws.title = "Lembar Kendali"
    rows = numbered(control_rows(everything, "juni"))
    for row in rows:  # typed in haste: the same request all the same
        if row["nomor"] == "P-2024-005" and row["langkah"] == 4:
            row["nomor"] = "p-2024-005 "
        if row["_row"].step == 6 and row["nomor"] == "P-2024-014":
            row["paraf"] = "belum"
    columns = [
        Column("No.", "no", 5, centre=True), Column("No. Permohonan", "nomor", 16), Column("Langkah", "langkah", 9, centre=True),
        Column("Petugas", "petugas", 26), Column("NIP", "nip", 22), Column("Mulai", "mulai", 30, centre=True),
        Column("Selesai", "selesai", 30, centre=True), Column("Hasil", "hasil", 13, centre=True),
        Column("Alasan", "alasan", 34), Column("Paraf", "paraf", 8, centre=True), Column("Ket.", "ket", 20),
    ]
    ends = ends_of(rows)
    draw(ws, [(13, "LEMBAR KENDALI PEMBERIAN HAK AKSES SISTEM APLIKASI"), (11, "Tim Kerja Pengelolaan Sistem Informasi"),
              (11, "Juni 2024"), (11, None)],
         columns, rows, fill="E2EFDA", font="Arial", blank_after={ends[4], ends[11], ends[20]},
         notes=["Keterangan: Y = ya/sesuai, T = tidak sesuai (dikembalikan kepada pemohon)."],
         signature=signature(datetime(2024, 7, 1)))
    return book


def july_requests(everything):
    book = Workbook()
    ws = book.active
    ws.title = "Daftar"
    rows, ends = request_rows(everything, "juli")
    letter, person, grant, who = "Surat Permohonan", "Pemohon", "Akses yang Diminta", "Penerima Akses"
    columns = [
        Column("No", "no", 5, centre=True), Column("Nomor Permohonan", "nomor", 15),
        Column("Nomor Surat", "no_surat", 21, letter), Column("Tanggal Surat", "tgl_surat", 17, letter, centre=True),
        Column("Tanggal Diterima", "diterima", 17, centre=True), Column("Diterima Tim", "diterima_tim", 17, centre=True),
        Column("Nama Pemohon", "nama", 24, person), Column("NIP Pemohon", "nip", 22, person),
        Column("Jabatan", "jabatan", 26, person), Column("Unit Kerja", "unit", 24, person),
        Column("Aplikasi", "aplikasi", 26, grant), Column("Peran", "peran", 18, grant),
        Column("Nama Penerima", "nama_penerima", 24, who), Column("NIP Penerima", "nip_penerima", 22, who),
        Column("Jabatan Penerima", "jabatan_penerima", 24, who), Column("Unit Penerima", "unit_penerima", 24, who),
        Column("Jenis Permohonan", "jenis", 14), Column("Keperluan", "keperluan", 28), Column("Keterangan", "ket", 16),
    ]
    draw(ws, [(12, KOP[0]), (12, KOP[1]), (12, KOP[2]), (13, "REKAP PERMOHONAN HAK AKSES BULAN JULI 2024"), (11, None)],
         columns, rows, fill="FCE4D6", numbered=True, blank_after={ends[3], ends[12]}, date_format="[$-421]d mmmm yyyy",
         total=("Jumlah", len({r["nomor"] for r in rows}), 2), signature=signature(datetime(2024, 7, 31)))
    summary = book.create_sheet("Ringkasan")
    count = Counter(row["unit"] for row in rows)
    for at, (left, right) in enumerate([("Unit", "Banyaknya"), *sorted(count.items())], 2):
        summary.cell(at, 2, left)
        summary.cell(at, 3, right)
    summary.column_dimensions["B"].width = 34
    return book


def july_control(everything):
    book = Workbook()
    ws = book.active
    ws.title = "Juli"
    # The July sheet was filled day by day, not request by request.
    rows = numbered(sorted(control_rows(everything, "juli"), key=lambda r: r["_order"]))
    columns = [
        Column("No", "no", 5, centre=True), Column("No. Permohonan", "nomor", 15), Column("Kegiatan", "kegiatan", 42),
        Column("Petugas", "petugas", 26), Column("Mulai", "mulai", 30, "Waktu", centre=True),
        Column("Selesai", "selesai", 30, "Waktu", centre=True), Column("Hasil", "hasil", 13, centre=True),
        Column("Alasan", "alasan", 32), Column("Paraf", "paraf", 8, centre=True),
        Column("Dijadwalkan", "dijadwalkan", 17, centre=True), Column("Keterangan", "ket", 20),
    ]
    half = [i for i in range(len(rows) - 1) if rows[i]["_order"].date() != rows[i + 1]["_order"].date()]
    draw(ws, [(13, "LEMBAR KENDALI HAK AKSES"), (11, "Pusat Penilaian Kompetensi – Juli 2024"), (11, None)],
         columns, rows, fill="FFF2CC", blank_after={half[4], half[9]}, moment_format="dd-mm-yyyy hh:mm",
         signature=signature(datetime(2024, 7, 31)))
    return book


def kanwil(everything):
    book = Workbook()
    ws = book.active
    ws.title = "Rekap"
    rows, _ = request_rows(everything, "kanwil")
    columns = [
        Column("No.", "no", 5, centre=True), Column("No. Permohonan", "nomor", 19), Column("Nomor Surat", "no_surat", 21),
        Column("Tgl. Surat", "tgl_surat", 16, centre=True), Column("Tgl. Terima", "diterima", 16, centre=True),
        Column("Nama Pemohon", "nama", 24), Column("NIP", "nip", 22), Column("Jabatan", "jabatan", 26),
        Column("Satuan Kerja", "unit", 26), Column("Nama Aplikasi", "aplikasi", 28), Column("Role", "peran", 16),
    ]
    draw(ws, [(13, "PERMOHONAN HAK AKSES MELALUI KANTOR WILAYAH"), (11, "Juni dan Juli 2024"), (11, None)],
         columns, rows, fill="DDEBF7", font="Arial")
    done = book.create_sheet("Penyelesaian")
    signed = control_rows(everything, "kanwil")
    columns = [
        Column("No. Permohonan", "nomor", 19), Column("Langkah", "langkah", 9, centre=True), Column("Pelaksana", "petugas", 26),
        Column("Waktu Mulai", "mulai", 30, centre=True), Column("Waktu Selesai", "selesai", 30, centre=True),
        Column("Hasil", "hasil", 12, centre=True), Column("Paraf", "paraf", 8, centre=True),
    ]
    draw(done, [(13, "PENYELESAIAN PERMOHONAN"), (11, None)], columns, signed, fill="DDEBF7", font="Arial",
         blank_after=set(ends_of(signed)))
    return book


def extra_control(everything):
    book = Workbook()
    ws = book.active
    ws.title = "Tambahan"
    rows = numbered(control_rows(everything, "tambahan"))
    for at, values in enumerate(rows):
        row = values["_row"]
        values["tanggal"] = row.begin.date() if at % 4 else date_text(row.begin.date(), at // 4)
        # A time is a time of Excel in some rows and words in others.
        values["jam_mulai"] = row.begin.time() if at % 3 else row.begin.strftime("%H.%M")
        values["jam_selesai"] = row.end.time() if at % 3 else (
            row.end.strftime("%H.%M") if at % 2 else f"{row.end.hour}.{row.end:%M} WIB")
        values["bukti"] = {5: "daftar hadir", 6: "berita acara"}.get(row.step)
    columns = [
        Column("No", "no", 5, centre=True), Column("No. Permohonan", "nomor", 15), Column("Langkah", "langkah", 9, centre=True),
        Column("Tanggal", "tanggal", 22, centre=True), Column("Jam Mulai", "jam_mulai", 11, centre=True),
        Column("Jam Selesai", "jam_selesai", 12, centre=True), Column("Petugas", "petugas", 26),
        Column("Aplikasi", "aplikasi", 28), Column("Hasil", "hasil", 12, centre=True), Column("Bukti", "bukti", 16),
        Column("Keterangan", "ket", 20),
    ]
    draw(ws, [(13, "KENDALI TAMBAHAN – LAYANAN DI LUAR KANTOR"), (11, "Juli 2024"), (11, None)], columns, rows,
         fill="EDEDED", blank_after=set(ends_of(rows)))
    staff = book.create_sheet("Pegawai")
    draw(staff, [(12, "TAMBAHAN ANGGOTA TIM"), (11, None)],
         [Column("Nama", "nama", 26), Column("NIP", "nip", 22), Column("Jabatan", "jabatan", 36),
          Column("Peran", "peran", 16), Column("Berlaku dari", "dari", 16), Column("Berlaku sampai", "sampai", 16)],
         [{"nama": GALIH.full, "nip": GALIH.nip, "jabatan": GALIH.post, "peran": "anggota_tim",
           "dari": datetime(2024, 7, 1).date()}], fill="EDEDED")
    return book


# ---- evidence ----------------------------------------------------------------

def folder_name(number):
    """A request's folder name: a changed one bears six digits of its digest."""
    safe = "".join("-" if c in '\\/:*?"<>|' else c for c in number)
    return safe if safe == number else f"{safe}~{hashlib.sha256(number.encode()).hexdigest()[:6]}"


def evidence(folder, everything):
    folder.mkdir(parents=True, exist_ok=True)
    for at, request in enumerate(everything):
        if request.status != "selesai" or not request.attach or request.kind != "baru":
            continue
        ending = ["berita acara.pdf", "Berita Acara.pdf", "BAST.pdf", "berita acara ttd.pdf"][at % 4]
        gap = " " if at % 3 else "_"
        lines = ["BERITA ACARA SERAH TERIMA", "HAK AKSES SISTEM APLIKASI", "",
                 f"Permohonan {request.number}", f"Pihak Kedua: {request.applicant.name}", "",
                 "Contoh pindaian (rekaan), bukan dokumen asli."]
        scan(folder / f"{folder_name(request.number)}{gap}{ending}", lines)
    extra = folder / "P-2024-003"
    extra.mkdir(exist_ok=True)
    photograph(extra / "foto tutorial.png")
    scan(extra / "daftar hadir.pdf", ["DAFTAR HADIR TUTORIAL", "Permohonan P-2024-003", "", "Contoh (rekaan)."])
    scan(folder / "P-2024-034 daftar hadir.pdf", ["DAFTAR HADIR TUTORIAL", "Permohonan P-2024-034", "", "Dua belas orang.",
                                                  "Contoh (rekaan)."])
