//! The papers that `tertib proses` makes of an office's workbooks, each kind at each
//! stage, read back as a stranger would read them.

#[path = "papers/agreement.rs"]
mod agreement;
#[path = "papers/annex.rs"]
mod annex;
#[path = "papers/crowded.rs"]
pub(crate) mod crowded;
#[path = "papers/form.rs"]
mod form;
#[path = "papers/handover.rs"]
mod handover;
#[path = "papers/layout.rs"]
mod layout;
#[path = "papers/listed.rs"]
mod listed;
#[path = "papers/made.rs"]
pub(crate) mod made;
#[path = "papers/monthly.rs"]
mod monthly;
#[path = "papers/one_page.rs"]
mod one_page;
#[path = "papers/opened.rs"]
pub(crate) mod opened;
#[path = "papers/photos.rs"]
mod photos;
#[path = "papers/placed.rs"]
mod placed;
#[path = "papers/removal.rs"]
pub(crate) mod removal;
#[path = "papers/signing.rs"]
mod signing;
#[path = "papers/sparse.rs"]
pub(crate) mod sparse;
#[path = "papers/stages.rs"]
mod stages;

use std::sync::LazyLock;

use crate::office::{ANGGOTA, Office, step};
use made::Made;

/// Names and texts full of what is markup elsewhere.
pub const NAMA: &str = "Siti #1 *Bintang* $x$ _Garis_ @rujukan <label>";
pub const UNIT: &str = "Bagian \\Umum & \"Tata\" [Usaha] = // `kode` ~ {{nama}}";
pub const JABATAN: &str = "Analis #let x = 1 {isi}";
pub const NIP: &str = "198705012010011001";
const REASON: &str = "Surat tugas #belum_ada & <NIP> tidak *terbaca*";

/// What a real office writes into its tertib.toml.
pub const OFFICE: &str = r#"kop = ["KEMENTERIAN CONTOH", "BADAN CONTOH #1", "PUSAT CONTOH & RUJUKAN"]
alamat = "Jalan Contoh Nomor 1, Depok"
telepon = "(021) 555-0100"
email = "pusat_contoh@contoh.example"
kota = "Depok"
kode_unit = "SDM"
[[pejabat]]
jabatan = "Kepala Pusat Contoh"
nama = "Ratna <Kusuma>, S.H., M.Si."
nip = "198003032005032903"
[tanda_tangan.berita-acara]
mengetahui = "Kepala Pusat Contoh"
tembusan = ["Kepala *Badan* Contoh", "Arsip"]
[penomoran]
cara = "register"
[penomoran.pola]
berita-acara = "{kode_unit}-{klasifikasi}-BA-{urut:3}"
laporan-kegiatan = "{kode_unit}-{klasifikasi}-LK-{urut:3}"
pengembalian = "{kode_unit}-{klasifikasi}-SP-{urut:3}"
laporan-bulanan = "{kode_unit}-{klasifikasi}-LB-{urut:3}"
[arsip]
klasifikasi = "TI.01.01"
"#;

fn asked(office: Office, number: &str) -> Office {
    office
        .request(number)
        .with("nama_pemohon", NAMA)
        .with("nip_pemohon", NIP)
        .with("jabatan", JABATAN)
        .with("unit_kerja", UNIT)
        .with("hal", "Permohonan #akses_SIMPEG")
        .with("keperluan", "Mengolah data *kepegawaian*")
        .with("id_akun", "siti.bintang@contoh.example")
        .with("berlaku_sampai", "Selasa 31/12/2024")
}

fn returned(office: Office, number: &str, decision: &str) -> Office {
    asked(office, number)
        .done(number, step(2), step(3))
        .decided(decision)
        .with("alasan", REASON)
        .with("tindak_lanjut", "Lampirkan *surat tugas*")
}

/// A request at every stage that its papers can have, in one and in two rounds.
fn stages() -> Office {
    let mut office = Office::new().toml(OFFICE).toml("[opsi]\nper = \"2024-07-01 08:00\"\n");
    office = asked(office, "P-1").done("P-1", step(2), step(8));
    office = office
        .at(step(2))
        .with("ditugaskan_kepada", ANGGOTA)
        .with("instruksi", "Verifikasi #segera");
    office =
        office.at(step(5)).with("tempat", "Ruang <Rapat> 1").with("kendala", "Jaringan *lambat*");
    for (number, last) in [("P-3", 2), ("P-5", 4), ("P-6", 5), ("P-7", 6)] {
        office = asked(office, number).done(number, step(2), step(last));
    }
    office = asked(office, "P-2");
    office = returned(office, "R-1", "T").done_a_day_later("R-1", step(2), step(8));
    office = returned(office, "R-2", "T").done_a_day_later("R-2", step(2), step(3));
    office = office.decided("T").with("alasan", "Masih tanpa $NIP$");
    office = returned(office, "R-3", "Ditolak");
    office = returned(office, "R-4", "T").done_a_day_later("R-4", step(2), step(2));
    office = returned(office, "R-5", "T").done_a_day_later("R-5", step(2), step(4));
    office = returned(office, "R-6", "T").done_a_day_later("R-6", step(2), step(5));
    returned(office, "R-7", "T").done_a_day_later("R-7", step(2), step(6))
}

pub static STAGES: LazyLock<Made> = LazyLock::new(|| Made::of(&stages()));
