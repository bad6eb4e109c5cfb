"""The people of the samples. All invented; the NIPs have the right shape, but birth
day equals birth month and the serial is 9xx, so that nobody real is meant."""

from functools import cache


class Person:
    def __init__(self, name, nip, post, unit, titles=""):
        self.name, self.nip, self.post, self.unit = name, nip, post, unit
        self.full = f"{name}, {titles}" if titles else name

    def grouped_nip(self):
        n = self.nip
        return f"{n[:8]} {n[8:14]} {n[14]} {n[15:]}"


TEAM_UNIT = "Pusat Penilaian Kompetensi"
KEPALA = Person("Hendra Wiryawan", "197002021995021902", "Kepala Pusat Penilaian Kompetensi", TEAM_UNIT, "S.H., M.Si.")
RATNA = Person("Ratna Kusumastuti", "198003032005032903", "Ketua Tim Kerja Pengelolaan Sistem Informasi", TEAM_UNIT, "S.Kom., M.T.")
BAGUS = Person("Bagus Adinata", "198805052012051905", "Pranata Komputer Ahli Muda", TEAM_UNIT, "S.Kom.")
DEWI = Person("Dewi Larasita", "199006062014062906", "Pranata Komputer Ahli Muda", TEAM_UNIT, "S.T.")
FAJAR = Person("Fajar Nurcahya", "199307072018071907", "Pranata Komputer Terampil", TEAM_UNIT, "A.Md.")
INTAN = Person("Intan Puspawardani", "199508082019082908", "Pranata Komputer Ahli Pertama", TEAM_UNIT, "S.Kom.")
GALIH = Person("Galih Pramudita", "199709092020091909", "Pranata Komputer Ahli Pertama", TEAM_UNIT, "S.Kom.")
MAGANG = Person("Tiara Andriyani", None, "Peserta magang", TEAM_UNIT)

UNITS = [
    "Sekretariat BPSDM", "Pusat Pengembangan Fungsional", "Kanwil Jawa Barat", "Kanwil DKI Jakarta",
    "Pusat Pengembangan Teknis", "Kanwil Banten", "Lapas Kelas IIA Cibinong", "Pusat Penilaian Kompetensi",
    "Kanwil Jawa Tengah", "Bapas Kelas I Bandung", "Kanim Kelas I Depok", "Biro Kepegawaian",
]
POSTS = [
    "Analis SDM Aparatur Ahli Muda", "Pengelola Kepegawaian", "Asesor SDM Aparatur Ahli Pertama",
    "Arsiparis Terampil", "Kepala Subbagian Tata Usaha", "Widyaiswara Ahli Madya", "Pengadministrasi Umum",
]
# (name, sex) of the applicants.
NAMES = [
    ("Arif Wicaksana", 1), ("Bunga Lestariningrum", 2), ("Cahyo Setyabudi", 1), ("Dian Paramesti", 2),
    ("Eko Hardiyanto", 1), ("Fitri Wulansari", 2), ("Gilang Mahardika", 1), ("Hesti Ayuningtyas", 2),
    ("Imam Syafrudin", 1), ("Juwita Maharani", 2), ("Krisna Wardhana", 1), ("Lina Marpaung", 2),
    ("Made Suardika", 1), ("Nadia Rahmawati", 2), ("Oki Firmansyah", 1), ("Putri Handayani", 2),
    ("Rangga Saputra", 1), ("Sri Wahyuningsih", 2), ("Teguh Santosa", 1), ("Umi Kalsum", 2),
    ("Vino Alamsyah", 1), ("Wening Pratiwi", 2), ("Yoga Hermawan", 1), ("Zahra Nuraini", 2),
    ("Andi Baso Mappatunru", 1), ("Citra Anggraeni", 2), ("Dimas Haryanto", 1), ("Endah Palupi", 2),
    ("Ferry Manullang", 1), ("Gita Savitri Ningsih", 2), ("Herman Pasaribu", 1), ("Ika Rosdiana", 2),
    ("Johan Tambunan", 1), ("Kartika Widuri", 2), ("Lukman Hidayatullah", 1), ("Mira Oktaviani", 2),
    ("Nanang Subekti", 1), ("Olivia Sitorus", 2), ("Panji Kusnadi", 1), ("Rini Astutiningsih", 2),
    ("Ma'ruf Anshari", 1), ("Tuti Alawiyah Sari", 2), ("Ujang Komarudin", 1), ("Vera Simanungkalit", 2),
    ("Wahyu Triatmaja", 1), ("Yanti Kurniasih", 2), ("Zulfikar Ramdani", 1), ("Ayu Ratnaningsih", 2),
    ("Bayu Segara", 1), ("Clara Wanggai", 2), ("Doni Iskandar", 1), ("Elsa Manurung", 2),
    ("Firman Gunadi", 1), ("Hana Safitri", 2), ("Ilham Kurniadi", 1), ("Jihan Aulia", 2),
    ("Kemal Baihaqi", 1), ("Laras Setyowati", 2), ("Mulyadi Sastra", 1), ("Nur Fadhilah", 2),
    ("Opik Taufiqurrahman", 1), ("Prita Damayanti", 2), ("Reza Wibisana", 1), ("Salma Khairunnisa", 2),
    ("Tomi Adiwijaya", 1), ("Ulfa Maghfiroh", 2), ("Victor Rumbiak", 1), ("Winda Pertiwi", 2),
    ("Yusuf Albar", 1), ("Zaenab Mutmainah", 2), ("Aldo Siregar", 1), ("Bella Novitasari", 2),
    ("Candra Wijayanto", 1), ("Desi Ratnawulan", 2), ("Erwin Hutapea", 1), ("Farah Dinanti", 2),
]


@cache
def applicant(index):
    """The index-th applicant; the same index is always the same person."""
    name, sex = NAMES[index % len(NAMES)]
    year, month = 1972 + index % 24, index % 12 + 1
    nip = f"{year}{month:02}{month:02}{year + 24}{month:02}{sex}{901 + index:03}"
    return Person(name, nip, POSTS[index % len(POSTS)], UNITS[index % len(UNITS)])


def in_unit(person, unit):
    """The same person, in another unit."""
    return Person(person.name, person.nip, person.post, unit)
