"""The two months of samples/kantor: every request, every sign-off, and beside each
that is not clean what tertib is expected to find in it (by the author's hand)."""

from datetime import date

from orang import BAGUS, DEWI, FAJAR, GALIH, INTAN, MAGANG, RATNA, applicant, in_unit
from permohonan import Request

APK, CACT, SIMPEG = "Aplikasi Penilaian Kompetensi", "CACT", "SIMPEG"
LMS, SRIKANDI, PORTAL = "LMS BPSDM", "SRIKANDI", "Portal Pusat"
CATALOGUE = {
    APK: ["Admin Satker", "Asesor", "Operator", "Pimpinan"],
    CACT: ["Administrator Sesi", "Pengawas Ujian"],
    SIMPEG: ["Operator", "Verifikator"],
    LMS: ["Pengajar", "Admin Kelas"],
    SRIKANDI: ["Operator Surat", "Arsiparis"],
    PORTAL: ["Editor", "Penerbit"],
}
# Who held which role when; as in tertib.toml and the sheet of staff.
STAFF = [
    (RATNA, "ketua_tim", None, None),
    (DEWI, "ketua_tim", date(2024, 7, 15), date(2024, 7, 19)),  # Plh.
    (BAGUS, "anggota_tim", None, None),
    (DEWI, "anggota_tim", None, None),
    (INTAN, "anggota_tim", None, None),
    (FAJAR, "anggota_tim", None, date(2024, 6, 30)),            # moved away
    (GALIH, "anggota_tim", date(2024, 7, 1), None),             # sheet "Pegawai"
]


def requests():
    """All requests, in the order in which they came in."""
    return june() + kanwil() + july()


def june():
    A = applicant
    k = "P-2024-0"
    return [
        Request(k + "01", A(0), "03/06", [(APK, "Operator")]).flow("03/06 07.45", RATNA, BAGUS, 0),
        Request(k + "02", A(1), "03/06", [(SIMPEG, "Operator"), (APK, "Operator")])
        .sign(1, A(1), "03/06 08.30-08.40").flow("03/06 08.40", RATNA, INTAN, 1),
        Request(k + "03", A(2), "04/06", [(APK, "Asesor")]).flow("04/06 07.40", RATNA, DEWI, 2),
        # Tutorial of 3 hours 20 minutes.
        Request(k + "04", A(3), "04/06", [(CACT, "Pengawas Ujian")], expect={"W01": 1})
        .flow("04/06 07.45", RATNA, BAGUS, 0, steps=(2, 3, 4))
        .sign(5, BAGUS, "05/06 08.00-11.20").sign(6, BAGUS, "05/06 11.30-11.40")
        .sign(7, BAGUS, "05/06 13.10-13.20").sign(8, RATNA, "05/06 13.40-13.45"),
        Request(k + "05", A(4), "05/06", [(LMS, "Pengajar")])
        .sign(1, A(4), "05/06 08.05-08.15").flow("05/06 08.15", RATNA, FAJAR, 3),
        Request(k + "06", A(5), "05/06", [(SRIKANDI, "Operator Surat")]).flow("05/06 09.00", RATNA, INTAN, 4),
        # No tutorial: the sheet goes from step 4 to step 6.
        Request(k + "07", A(6), "06/06", [(PORTAL, "Editor")], expect={"L01": 1})
        .flow("06/06 08.00", RATNA, DEWI, 1, steps=(2, 3, 4, 6, 7, 8)),
        Request(k + "08", A(7), "06/06", [(APK, "Pimpinan")], expect={"K02": 1}, attach=False)
        .flow("06/06 08.20", RATNA, BAGUS, 2),
        # Returned, corrected, then granted.
        Request(k + "09", A(8), "06/06", [(SIMPEG, "Verifikator")], letters=[("10/06", "Surat perbaikan")])
        .sign(2, RATNA, "06/06 09.00-09.10")
        .sign(3, FAJAR, "06/06 09.40-10.00", decision="T", spelled="Tidak sesuai",
              reason="Surat belum ditandatangani pejabat yang berwenang")
        .sign(1, A(8), "10/06 08.00-08.10").flow("10/06 08.10", RATNA, FAJAR, 0),
        Request(k + "10", A(9), "07/06", [(APK, "Admin Satker"), (LMS, "Admin Kelas"), (CACT, "Administrator Sesi")])
        .sign(1, A(9), "07/06 07.40-07.50").flow("07/06 07.50", RATNA, DEWI, 4),
        # Step 4 over a weekend: 10 minutes of Friday and 15 of Monday.
        Request(k + "11", A(10), "07/06", [(APK, "Operator")])
        .sign(2, RATNA, "07/06 14.00-14.10").sign(3, INTAN, "07/06 14.30-14.55", decision="Y")
        .sign(4, INTAN, "07/06 16.20-10/06 07.45").flow("10/06 07.45", RATNA, INTAN, 1, steps=range(5, 9)),
        # The report was signed after closing time.
        Request(k + "12", A(11), "10/06", [(SIMPEG, "Operator")], expect={"W03": 1})
        .sign(2, RATNA, "10/06 13.10-13.20").sign(3, BAGUS, "10/06 13.45-14.10", decision="Y")
        .sign(4, BAGUS, "10/06 14.30-14.50").sign(5, BAGUS, "11/06 08.00-10.40")
        .sign(6, BAGUS, "11/06 11.00-11.10").sign(7, BAGUS, "11/06 16.30-16.40")
        .sign(8, RATNA, "12/06 07.45-07.50"),
        # A letter date that reads two ways: 5 June, or 6 May as an American writes it.
        Request(k + "13", A(12), "10/06", [(LMS, "Pengajar")], letter_text="5/6/2024", expect={"D15": 1})
        .flow("10/06 08.00", RATNA, DEWI, 3),
        Request(k + "14", A(13), "11/06", [(APK, "Asesor")], expect={"P04": 1})
        .flow("11/06 08.00", RATNA, FAJAR, 2).change(6, paraf=False),
        # Step 4 over Idul Adha and cuti bersama: exactly its 30 minutes ...
        Request(k + "15", A(14), "14/06", [(SIMPEG, "Operator")])
        .sign(2, RATNA, "14/06 13.10-13.20").sign(3, INTAN, "14/06 13.40-14.05", decision="Y")
        .sign(4, INTAN, "14/06 16.10-19/06 07.40").flow("19/06 07.40", RATNA, INTAN, 0, steps=range(5, 9)),
        # ... and one minute more.
        Request(k + "16", A(15), "14/06", [(SIMPEG, "Operator")], expect={"W01": 1})
        .sign(2, RATNA, "14/06 13.25-13.35").sign(3, BAGUS, "14/06 14.10-14.35", decision="Y")
        .sign(4, BAGUS, "14/06 16.10-19/06 07.41").flow("19/06 07.41", RATNA, BAGUS, 2, steps=range(5, 9)),
        Request(k + "17", A(16), "11/06", [(PORTAL, "Penerbit")], status="dibatalkan", cancelled="13/06",
                cancel_reason="Pemohon dimutasi")
        .sign(2, RATNA, "11/06 13.10-13.18").sign(3, DEWI, "11/06 13.40-14.00", decision="Y"),
        Request(k + "18", A(17), "12/06", [(APK, "Admin Satker")], status="ditolak")
        .sign(2, RATNA, "12/06 08.20-08.30")
        .sign(3, FAJAR, "12/06 09.00-09.25", decision="X", spelled="Ditolak",
              reason="Peran Admin Satker hanya untuk pejabat kepegawaian"),
        Request(k + "19", A(18), "12/06", [(SRIKANDI, "Arsiparis")], status="dikembalikan")
        .sign(2, RATNA, "12/06 10.00-10.08")
        .sign(3, INTAN, "12/06 10.30-10.55", decision="T", spelled="Dikembalikan",
              reason="Surat tidak memuat NIP dan peran yang diminta"),
        # No start for step 7; even the longest reading (12 minutes) fits.
        Request(k + "20", A(19), "19/06", [(APK, "Operator")], expect={"W04": 1})
        .sign(2, RATNA, "19/06 08.00-08.10").sign(3, DEWI, "19/06 08.30-08.55", decision="Y")
        .sign(4, DEWI, "19/06 09.10-09.30").sign(5, DEWI, "19/06 13.00-15.30")
        .sign(6, DEWI, "20/06 08.00-08.12").sign(7, DEWI, "-20/06 08.24").sign(8, RATNA, "20/06 09.00-09.06"),
        # No start for step 4, and a day since step 3: nobody can tell.
        Request(k + "21", A(20), "20/06", [(LMS, "Admin Kelas")], expect={"W04": 1, "W07": 1})
        .sign(2, RATNA, "20/06 13.10-13.22").sign(3, FAJAR, "20/06 14.00-14.25", decision="Y")
        .sign(4, FAJAR, "-21/06 09.00").flow("21/06 09.00", RATNA, FAJAR, 3, steps=range(5, 9)),
        # A member of the team assigned himself in the Ketua Tim's place.
        Request(k + "22", A(21), "20/06", [(CACT, "Pengawas Ujian")], expect={"P01": 1})
        .flow("20/06 08.00", RATNA, INTAN, 2).change(2, actor=BAGUS),
        # The applicant could not come earlier: 810 minutes of waiting before step 5.
        Request(k + "23", A(22), "20/06", [(APK, "Operator")], expect={"W05": 1})
        .sign(2, RATNA, "20/06 08.10-08.18").sign(3, DEWI, "20/06 08.40-09.05", decision="Y")
        .sign(4, DEWI, "20/06 09.35-10.00").sign(5, DEWI, "24/06 08.30-11.10")
        .sign(6, DEWI, "24/06 11.20-11.30").sign(7, DEWI, "24/06 13.15-13.25").sign(8, RATNA, "24/06 13.40-13.46"),
        Request(k + "24", A(23), "21/06", [("Sistem Absensi Daring", "Operator")], expect={"D16": 1})
        .flow("21/06 07.40", RATNA, BAGUS, 1),
        # Both sign the minutes: 10.00 to 10.08 and 10.05 to 10.12 are 12 minutes.
        Request(k + "25", A(24), "24/06", [(SIMPEG, "Verifikator")])
        .sign(2, RATNA, "24/06 08.10-08.20").sign(3, INTAN, "24/06 08.45-09.10", decision="Y")
        .sign(4, INTAN, "24/06 09.40-10.00").sign(5, INTAN, "24/06 13.00-15.45")
        .sign(6, INTAN, "25/06 10.00-10.08", part="anggota").sign(6, A(24), "25/06 10.05-10.12", part="pemohon")
        .sign(7, INTAN, "25/06 10.40-10.50").sign(8, RATNA, "25/06 11.15-11.20"),
        Request(k + "26", A(25), "24/06", [(SIMPEG, "Operator")], kind="pencabutan", written_kind="Pencabutan",
                status="dalam_proses", purpose="Pegawai pensiun", attach=False)
        .sign(2, RATNA, "24/06 14.10-14.18").sign(3, BAGUS, "24/06 14.40-14.55", decision="Y")
        .sign(4, BAGUS, "24/06 15.10-15.20"),
        # Two rounds, each step on time, 360 minutes in all.
        Request(k + "27", A(26), "24/06", [(APK, "Asesor")], expect={"W02": 1},
                letters=[("25/06", "Surat perbaikan")])
        .sign(2, RATNA, "24/06 08.00-08.15")
        .sign(3, DEWI, "24/06 08.30-09.00", decision="T", spelled="T", reason="Aplikasi yang diminta tidak disebut")
        .sign(1, A(26), "25/06 08.00-08.15").sign(2, RATNA, "25/06 08.30-08.45")
        .sign(3, DEWI, "25/06 09.00-09.30", decision="Y").sign(4, DEWI, "25/06 10.00-10.30")
        .sign(5, DEWI, "26/06 08.30-11.30").sign(6, DEWI, "26/06 13.00-13.15")
        .sign(7, DEWI, "26/06 13.30-13.45").sign(8, RATNA, "26/06 14.00-14.15"),
        Request(k + "28", A(27), "25/06", [(PORTAL, "Editor")], expect={"L05": 1})
        .flow("25/06 08.15", RATNA, BAGUS, 4).change(3, decision=None),
        # Over the turn of the month.
        Request(k + "29", A(28), "27/06", [(APK, "Operator")])
        .flow("27/06 09.00", RATNA, INTAN, 1, steps=(2, 3, 4)).sign(5, INTAN, "28/06 13.00-16.00")
        .flow("01/07 07.45", RATNA, INTAN, 0, steps=range(6, 9)),
        Request(k + "30", A(29), "28/06", [(SRIKANDI, "Operator Surat"), (SIMPEG, "Operator")])
        .flow("28/06 13.00", RATNA, BAGUS, 2, steps=(2, 3, 4)).flow("01/07 08.00", RATNA, BAGUS, 2, steps=range(5, 9)),
    ]


def kanwil():
    """Requests that came by way of the Kanwil, with the Kanwil's own numbers."""
    A = applicant
    return [
        Request("017/PHA/VI/2024", A(30), "25/06", [(APK, "Admin Satker")], book="kanwil")
        .flow("25/06 09.00", RATNA, DEWI, 0),
        Request("021/PHA/VII/2024", A(31), "09/07", [(APK, "Operator")], book="kanwil", attach=False,
                expect={"K02": 1})
        .flow("09/07 08.00", RATNA, INTAN, 3),
        Request("024/PHA/VII/2024", A(32), "31/07", [(SIMPEG, "Operator")], book="kanwil", status="dalam_proses")
        .sign(2, RATNA, "31/07 09.10-09.20").sign(3, GALIH, "31/07 10.30-11.00", decision="Y"),
    ]


def july():
    A = applicant
    k = "P-2024-0"
    twelve = [A(i) for i in range(60, 72)]
    makassar = in_unit(A(36), "Kanwil Sulawesi Selatan")
    return [
        # Fajar had left the team on 30 June.
        Request(k + "31", A(33), "01/07", [(LMS, "Pengajar")], expect={"P01": 1})
        .flow("01/07 08.10", RATNA, BAGUS, 2).change(7, actor=FAJAR),
        Request(k + "32", A(34), "01/07", [(APK, "Asesor"), (CACT, "Pengawas Ujian")]).flow("01/07 09.00", RATNA, GALIH, 0),
        Request(k + "33", A(35), "02/07", [(PORTAL, "Penerbit")])
        .sign(1, A(35), "02/07 07.45-07.55").flow("02/07 07.55", RATNA, INTAN, 4),
        # One letter for twelve people.
        Request(k + "34", A(44), "02/07", [(LMS, "Pengajar")], recipients=twelve,
                purpose="Pelatihan Penguatan Kompetensi Angkatan III")
        .flow("02/07 08.30", RATNA, DEWI, 3),
        # An old NIP of nine digits.
        Request(k + "35", A(37), "03/07", [(SIMPEG, "Verifikator")], applicant_nip="130909099", expect={"D05": 1})
        .flow("03/07 07.40", RATNA, BAGUS, 1),
        # The minutes were signed in the break; ten minutes of it count.
        Request(k + "36", A(38), "02/07", [(APK, "Operator")], expect={"W03": 1})
        .flow("02/07 13.00", RATNA, GALIH, 0, steps=(2, 3, 4)).sign(5, GALIH, "03/07 08.30-11.15")
        .sign(6, GALIH, "03/07 11.50-12.10").sign(7, GALIH, "03/07 13.15-13.25").sign(8, RATNA, "03/07 13.50-13.56"),
        # The applicant writes the time of Makassar.
        Request(k + "37", makassar, "04/07", [(APK, "Admin Satker")])
        .sign(1, makassar, "04/07 09.00-09.12", zone="WITA", style=0).flow("04/07 09.12", RATNA, INTAN, 2),
        # The tutorial began while the access was still being made.
        Request(k + "38", A(39), "04/07", [(CACT, "Administrator Sesi")], expect={"L02": 1})
        .sign(2, RATNA, "04/07 08.05-08.12").sign(3, DEWI, "04/07 08.25-08.50", decision="Y")
        .sign(4, DEWI, "04/07 09.00-09.25").sign(5, DEWI, "04/07 09.15-11.45")
        .sign(6, DEWI, "04/07 13.10-13.20").sign(7, DEWI, "04/07 13.40-13.50").sign(8, RATNA, "04/07 14.10-14.15"),
        # The result was reported twice.
        Request(k + "39", A(40), "05/07", [(APK, "Asesor")], expect={"L03": 1})
        .sign(2, RATNA, "05/07 07.45-07.55").sign(3, GALIH, "05/07 08.10-08.35", decision="Y")
        .sign(4, GALIH, "05/07 08.50-09.10").sign(5, GALIH, "05/07 13.00-15.30")
        .sign(6, GALIH, "08/07 08.00-08.10").sign(7, GALIH, "08/07 09.00-09.10")
        .sign(7, GALIH, "08/07 10.00-10.08", note="Laporan diperbaiki").sign(8, RATNA, "08/07 10.30-10.35"),
        # The letter's number is not in the list.
        Request(k + "40", A(41), "08/07", [(PORTAL, "Editor")], letter=False, expect={"K01": 1})
        .sign(1, A(41), "08/07 08.00-08.10").flow("08/07 08.10", RATNA, BAGUS, 0),
        # Nine hours and more on the desk before it was assigned.
        Request(k + "41", A(42), "08/07", [(SIMPEG, "Operator")], received_by_team="08/07 08.30", expect={"W05": 1})
        .flow("10/07 08.30", RATNA, INTAN, 1),
        # The week of the Plh.
        Request(k + "42", A(43), "15/07", [(APK, "Operator")], received_by_team="15/07 08.00")
        .flow("15/07 08.00", DEWI, BAGUS, 4),
        Request(k + "43", A(45), "16/07", [(LMS, "Admin Kelas"), (LMS, "Pengajar")], received_by_team="16/07 07.50")
        .flow("16/07 07.50", DEWI, INTAN, 2),
        Request(k + "44", A(46), "17/07", [(SRIKANDI, "Arsiparis")], expect={"W01": 1})
        .sign(2, DEWI, "17/07 08.00-08.10").sign(3, GALIH, "17/07 08.30-09.15", decision="Y")
        .flow("17/07 09.15", DEWI, GALIH, 0, steps=range(4, 9)),
        # Dewi still signed as Plh. on the Monday after.
        Request(k + "45", A(47), "19/07", [(APK, "Pimpinan")], expect={"P01": 1})
        .sign(2, DEWI, "19/07 08.00-08.10").sign(3, GALIH, "19/07 08.30-08.55", decision="Y")
        .sign(4, GALIH, "19/07 09.10-09.30").sign(5, GALIH, "19/07 13.00-15.40")
        .sign(6, GALIH, "22/07 07.50-08.00").sign(7, GALIH, "22/07 08.20-08.30").sign(8, DEWI, "22/07 09.00-09.05"),
        # Step 7 has its day only.
        Request(k + "46", A(48), "10/07", [(CACT, "Pengawas Ujian")], expect={"W07": 1})
        .sign(2, RATNA, "10/07 08.00-08.08").sign(3, BAGUS, "10/07 08.30-08.50", decision="Y")
        .sign(4, BAGUS, "10/07 09.05-09.25").sign(5, BAGUS, "10/07 13.00-15.30")
        .sign(6, BAGUS, "11/07 09.00-09.10").sign(7, BAGUS, "11/07 11.00-11.00", whole_day=True)
        .sign(8, RATNA, "11/07 14.00-14.05"),
        # A trainee gave the tutorial.
        Request(k + "47", A(49), "11/07", [(APK, "Operator")], expect={"P03": 1})
        .flow("11/07 08.00", RATNA, INTAN, 0).change(5, actor=MAGANG),
        # Three signatures in one minute.
        Request(k + "48", A(50), "09/07", [(SIMPEG, "Operator")], expect={"P05": 1})
        .sign(2, RATNA, "09/07 08.00-08.10").sign(3, INTAN, "09/07 08.30-08.55", decision="Y")
        .sign(4, INTAN, "09/07 09.15-09.40").sign(5, INTAN, "09/07 13.00-15.30")
        .sign(6, INTAN, "09/07 15.30-15.30").sign(7, INTAN, "09/07 15.30-15.30").sign(8, RATNA, "10/07 08.00-08.05"),
        # Galih made his own account.
        Request(k + "49", GALIH, "11/07", [(PORTAL, "Editor")], expect={"P02": 1})
        .flow("11/07 09.00", RATNA, BAGUS, 2).change(4, actor=GALIH),
        Request(k + "50", A(51), "12/07", [(LMS, "Pengajar")], expect={"D10": 1})
        .flow("12/07 07.45", RATNA, DEWI, 1, steps=(2, 3, 4)).change(4, twin=True)
        .sign(5, INTAN, "12/07 13.15-16.00").flow("15/07 07.40", DEWI, INTAN, 1, steps=range(6, 9)),
        # One access made after the other: parts of one step.
        Request(k + "51", A(52), "12/07", [(APK, "Asesor"), (CACT, "Administrator Sesi")], book="tambahan")
        .sign(2, RATNA, "12/07 08.00-08.10").sign(3, BAGUS, "12/07 08.25-08.50", decision="Y")
        .sign(4, BAGUS, "12/07 09.00-09.12", part=APK).sign(4, BAGUS, "12/07 09.12-09.25", part=CACT)
        .sign(5, BAGUS, "12/07 13.00-16.00").sign(6, BAGUS, "15/07 07.45-07.55")
        .sign(7, BAGUS, "15/07 08.15-08.25").sign(8, DEWI, "15/07 09.00-09.05"),
        Request(k + "52", A(53), "22/07", [(APK, "Operator")], attach=False, expect={"K02": 1}, book="tambahan")
        .flow("22/07 07.45", RATNA, INTAN, 3),
        # Late twice, and 340 minutes in all.
        Request(k + "53", A(54), "22/07", [(SIMPEG, "Verifikator")], expect={"W01": 2, "W02": 1}, book="tambahan")
        .sign(2, RATNA, "22/07 09.00-09.10").sign(3, BAGUS, "22/07 09.30-10.10", decision="Y")
        .sign(4, BAGUS, "22/07 10.30-10.55").sign(5, BAGUS, "23/07 08.00-12.00")
        .sign(6, BAGUS, "23/07 13.10-13.20").sign(7, BAGUS, "23/07 13.40-13.50").sign(8, RATNA, "23/07 14.10-14.15"),
        Request(k + "54", A(55), "24/07", [(SRIKANDI, "Operator Surat")], status="dikembalikan")
        .sign(2, RATNA, "24/07 08.10-08.20")
        .sign(3, GALIH, "24/07 09.00-09.20", decision="T", spelled="Tidak lengkap", reason="Lampiran daftar pegawai belum ada"),
        Request(k + "55", A(56), "24/07", [(APK, "Pimpinan")], status="ditolak")
        .sign(2, RATNA, "24/07 09.00-09.09")
        .sign(3, INTAN, "24/07 10.00-10.25", decision="X", spelled="Ditolak", reason="Peran Pimpinan melekat pada jabatan"),
        # Running, and nobody has touched it since 22 July.
        Request(k + "56", A(57), "22/07", [(APK, "Operator")], status="dalam_proses", expect={"W06": 1})
        .sign(2, RATNA, "22/07 08.00-08.10").sign(3, DEWI, "22/07 08.40-09.00", decision="Y")
        .sign(4, DEWI, "22/07 09.30-10.00"),
        # A tutorial that was begun and never ended does not stop the clock.
        Request(k + "57", A(58), "23/07", [(CACT, "Administrator Sesi")], status="dalam_proses", expect={"W06": 1})
        .sign(2, RATNA, "23/07 08.00-08.10").sign(3, INTAN, "23/07 08.30-08.55", decision="Y")
        .sign(4, INTAN, "23/07 09.30-09.55").sign(5, INTAN, "24/07 08.30-", paraf=False),
        # Waiting for a tutorial that is planned for 5 August.
        Request(k + "58", A(59), "24/07", [(LMS, "Admin Kelas")], status="dalam_proses")
        .sign(2, RATNA, "24/07 10.00-10.10").sign(3, BAGUS, "24/07 10.40-11.00", decision="Y")
        .sign(4, BAGUS, "24/07 13.10-13.30").sign(5, BAGUS, "05/08 09.00-", planned=True, paraf=False),
        Request(k + "59", A(72), "31/07", [(APK, "Asesor")], status="dalam_proses")
        .sign(2, RATNA, "31/07 13.50-14.00"),
        Request(k + "60", A(73), "30/07", [(SIMPEG, "Operator")], status="dalam_proses")
        .sign(2, RATNA, "30/07 14.00-14.10").sign(3, GALIH, "31/07 08.00-08.25", decision="Y")
        .sign(4, GALIH, "31/07 15.05-15.30"),
        Request(k + "61", A(74), "25/07", [(APK, "Admin Satker")], kind="perubahan", written_kind="Perubahan",
                status="dalam_proses", attach=False)
        .sign(2, RATNA, "25/07 08.10-08.20").sign(3, DEWI, "25/07 09.00-09.20", decision="Y"),
        Request(k + "62", A(75), "29/07", [(APK, "Operator"), (SIMPEG, "Operator")])
        .flow("29/07 08.00", RATNA, GALIH, 0),
    ]
