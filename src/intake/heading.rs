//! The columns we know, and how offices spell their heads.
//!
//! **To teach the program another spelling, add it to the lists below**, between the
//! quotation marks of the column that it means, with a `|` before it. Capitals, blanks,
//! line breaks, punctuation and words in brackets do not matter; "No." and "Nomor",
//! "Tgl" and "Tanggal", "Pukul" and "Jam" are the same word (see `WORDS`). The name
//! that the contract gives a column (`nomor_surat`) is always understood.
//! How a head is compared with the lists stands in `head.rs`.

pub(super) use super::field::FieldSet;
pub use super::field::{Field, Kind};
use crate::records::{
    AttendeeField as A, ItemField as I, RequestField as P, SignOffField as K, StaffField as S,
};

/// The spellings of the column that says which of the office's procedures it is.
const SOP: &str =
    "SOP | Nomor SOP | Nama SOP | Prosedur | Nomor prosedur | Nama prosedur | Menurut SOP";

/// The spellings of the columns of *permohonan* (requests).
pub(super) const REQUESTS: &[(P, &str)] = &[
    (
        P::NomorPermohonan,
        "Nomor permohonan | No. permohonan | Nomor registrasi | No. registrasi | No. register | \
         Nomor tiket | ID permohonan | Kode permohonan | Nomor permintaan | No. reg | \
         Request number | Request ID | Ticket number | Ticket ID | Registration number | \
         Nomor registrasi permohonan | Kode tiket | ID tiket | Nomor permintaan akses",
    ),
    (P::Putaran, "Putaran | Putaran ke | Pengajuan ke | Ronde | Round"),
    (P::Sop, SOP),
    (
        P::NomorAgenda,
        "Nomor agenda | No. agenda | Agenda | No. agenda surat | Nomor agenda masuk | \
         Agenda number",
    ),
    (
        P::NomorSurat,
        "Nomor surat | No. surat | Nomor surat permohonan | Nomor surat masuk | \
         No. surat pemohon | Surat nomor | Nomor naskah | Nomor nota dinas | Letter number | \
         Number of letter | Reference number | Nomor ND | Nomor surat/ND | \
         Nomor surat pengantar",
    ),
    (
        P::TanggalSurat,
        "Tanggal surat | Tgl. surat | Tanggal surat permohonan | Tanggal surat masuk | \
         Surat tanggal | Tanggal naskah | Tanggal nota dinas | Tanggal srt | Letter date | \
         Date of letter | Tanggal ND | Tanggal surat pengantar",
    ),
    (
        P::TanggalDiterima,
        "Tanggal diterima | Tanggal terima | Tanggal terima surat | Tanggal surat diterima | \
         Tanggal masuk | Diterima | Diterima tanggal | Tanggal penerimaan | \
         Tanggal permohonan | Tanggal pengajuan | Waktu diterima | Timestamp | Stempel waktu | \
         Cap waktu | Date received | Received | Received on | Received date | Date of receipt | \
         Request date | Submission date | Tanggal masuk surat | Waktu terima | \
         Tanggal dan jam diterima | Tanggal/jam diterima | Tanggal/jam terima | \
         Waktu masuk | Waktu penerimaan | Tanggal waktu diterima | Tanggal waktu terima | \
         Tanggal waktu penerimaan | Tanggal tanggal diterima | Tanggal tanggal terima",
    ),
    (
        P::JamDiterima,
        "Jam diterima | Jam terima | Jam masuk | Jam penerimaan | Jam terima surat | \
         Jam surat diterima | Jam masuk surat | Diterima jam | Jam permohonan | \
         Jam pengajuan | Jam waktu diterima | Jam waktu terima | Jam waktu penerimaan | \
         Jam tanggal diterima | Jam tanggal terima | Time received | Received time | Time of receipt",
    ),
    (
        P::DiterimaTim,
        "Diterima tim | Tanggal diterima tim | Waktu diterima tim | Diterima tim kerja | \
         Masuk tim | Diteruskan ke tim | Received by team",
    ),
    (
        P::JamDiterimaTim,
        "Jam diterima tim | Jam diterima tim kerja | Jam masuk tim | Jam diteruskan ke tim",
    ),
    (P::Saluran, "Saluran | Melalui | Media | Kanal | Cara masuk | Via | Channel"),
    (P::Hal, "Hal | Perihal | Isi ringkas | Tentang | Subject"),
    (P::Sifat, "Sifat | Sifat surat | Klasifikasi keamanan | Sifat keamanan"),
    (P::Derajat, "Derajat | Derajat kecepatan | Kecepatan | Urgensi | Priority"),
    (
        P::NamaPemohon,
        "Nama pemohon | Pemohon | Nama | Nama lengkap | Nama pegawai | Nama lengkap pemohon | \
         Nama pengusul | Applicant | Applicant name | Name of applicant | Name | Full name | \
         Requester | Requester name | Requested by | Nama pegawai pemohon | \
         Nama pemohon akses | Nama PNS | Nama ASN",
    ),
    (
        P::NipPemohon,
        "NIP pemohon | NIP | NIP/NI PPPK | NI PPPK | NIP/NRP | NIP/NIK | NIP/NRP/NIK | NRP | \
         NIK | N.I.P. | Nomor induk pegawai | Employee ID | Employee number | Applicant NIP | \
         NIP of applicant | NIP pegawai | NIPPPK | Nomor induk",
    ),
    (P::Jabatan, "Jabatan | Jabatan pemohon | Position | Job title"),
    (
        P::UnitKerja,
        "Unit kerja | Unit | Satker | Satuan kerja | Instansi | Asal | Asal instansi | \
         Unit kerja pemohon | Unit pemohon | Unit kerja/satker | Asal unit kerja | UPT | \
         Kanwil | Unit kerja/satuan kerja | Satker/unit kerja | Work unit | Department | \
         Agency | Office | Asal satker | Unit organisasi | Nama satuan kerja | Nama unit | \
         Nama unit kerja | Nama satker | Nama instansi",
    ),
    (
        P::Email,
        "Email | E-mail | Surel | Alamat email | Email dinas | Email address | Email pemohon | \
         Alamat surel | Email kedinasan",
    ),
    (
        P::Telepon,
        "Telepon | No. telepon | No. HP | Nomor HP | HP | WA | No. WA | Nomor WhatsApp | \
         WhatsApp | No. HP/WA | Nomor kontak | Kontak | Phone | Phone number | Mobile number | \
         WhatsApp number | Nomor telepon/HP",
    ),
    (
        P::Aplikasi,
        "Aplikasi | Nama aplikasi | Sistem | Sistem aplikasi | Nama sistem | Sistem/aplikasi | \
         Aplikasi yang diminta | Aplikasi yang dimohon | Application | Applications | \
         Application name | System | System name | Nama sistem aplikasi | Jenis aplikasi | \
         Aplikasi yang dituju",
    ),
    (
        P::Peran,
        "Peran | Hak akses | Role | Level | Level akses | Peran/hak akses | Hak akses/peran | \
         Peran yang diminta | Jenis hak akses | Peran di aplikasi | Kewenangan | Level user | \
         Access | Access level | Access right | Access rights | User role | Level hak akses | \
         Peran user | Peran pengguna | Role user | Jenis akses",
    ),
    (
        P::Jenis,
        "Jenis | Jenis permohonan | Jenis permintaan | Jenis layanan | Request type | \
         Type of request",
    ),
    (
        P::Keperluan,
        "Keperluan | Alasan permohonan | Tujuan | Dasar permohonan | Kebutuhan | \
         Keperluan/alasan | Purpose | Reason for request",
    ),
    (
        P::BerlakuSampai,
        "Berlaku sampai | Berlaku hingga | Masa berlaku | Masa berlaku sampai | Berlaku s.d. | \
         Tanggal berakhir | Valid until | Expiry date",
    ),
    (
        P::IdAkun,
        "ID akun | Akun | Username | User ID | Nama akun | Nama pengguna | ID pengguna | \
         Login | Account | Account ID | Account name",
    ),
    (
        P::NamaPenerima,
        "Nama penerima | Penerima | Nama penerima akses | Penerima akses | Penerima hak akses | \
         Nama pengguna akses | Nama penerima hak akses | Recipient | Recipient name | \
         Name of recipient | Nama yang diberi akses",
    ),
    (
        P::NipPenerima,
        "NIP penerima | NIP penerima akses | NIP penerima hak akses | Recipient NIP | \
         NIP of recipient",
    ),
    (P::JabatanPenerima, "Jabatan penerima | Jabatan penerima akses | Recipient position"),
    (P::UnitPenerima, "Unit penerima | Unit kerja penerima | Satker penerima | Recipient unit"),
    (
        P::HasilVerifikasi,
        "Hasil verifikasi | Status verifikasi | Hasil pemeriksaan | Verification result | \
         Verification status",
    ),
    (
        P::Alasan,
        "Alasan | Alasan penolakan | Alasan pengembalian | Alasan ditolak | \
         Alasan dikembalikan | Reason | Reason for rejection | Rejection reason",
    ),
    (
        P::TanggalBatal,
        "Tanggal batal | Tanggal pembatalan | Dibatalkan | Dibatalkan tanggal | Cancelled on | \
         Cancellation date",
    ),
    (P::JamBatal, "Jam batal | Jam pembatalan | Jam dibatalkan | Dibatalkan jam"),
    (P::AlasanBatal, "Alasan batal | Alasan pembatalan | Sebab pembatalan | Cancellation reason"),
    (
        P::Keterangan,
        "Keterangan | Ket. | Catatan | Keterangan lain | Remarks | Remark | Notes | Note | \
         Comments",
    ),
];

/// The spellings of the columns of *kendali* (sign-offs).
pub(super) const SIGN_OFFS: &[(K, &str)] = &[
    (
        K::NomorPermohonan,
        "Nomor permohonan | No. permohonan | Permohonan | Nomor registrasi | No. registrasi | \
         No. register | Nomor tiket | ID permohonan | Kode permohonan | Nomor permintaan | \
         No. reg | Request number | Request ID | Ticket number | Ticket ID | \
         Registration number | Nomor registrasi permohonan | Kode tiket | ID tiket",
    ),
    (
        K::Langkah,
        "Langkah | Langkah ke | No. langkah | Langkah SOP | Tahap | Tahapan | Kegiatan | \
         Tahap/kegiatan | Langkah/kegiatan | Uraian kegiatan | Aktivitas | Nama langkah | \
         Step | Step number | Step name | Stage | Activity | Tahapan SOP | Uraian langkah",
    ),
    (K::Sop, SOP),
    (
        K::Pelaksana,
        "Pelaksana | Petugas | PIC | Verifikator | Nama pelaksana | Nama petugas | \
         Dikerjakan oleh | Oleh | Penanggung jawab | Petugas pelaksana | Officer | \
         Performed by | Done by | Handled by | Nama PIC | Pelaksana kegiatan | \
         Yang melaksanakan",
    ),
    (
        K::NipPelaksana,
        "NIP pelaksana | NIP petugas | NIP | NIP PIC | NIP/NI PPPK | N.I.P. | NIP verifikator | \
         Officer NIP | NIP of officer",
    ),
    (
        K::Mulai,
        "Mulai | Waktu mulai | Tanggal mulai | Mulai tanggal | Tanggal dan jam mulai | \
         Tanggal/jam mulai | Tanggal waktu mulai | Mulai dikerjakan | Waktu pelaksanaan mulai | \
         Start | Start time | Start date | Started | Started at | Begin | Tanggal mulai dan jam",
    ),
    (
        K::Selesai,
        "Selesai | Waktu selesai | Tanggal selesai | Selesai tanggal | \
         Tanggal dan jam selesai | Tanggal/jam selesai | Tanggal waktu selesai | \
         Selesai dikerjakan | Waktu pelaksanaan selesai | Diselesaikan | End | End time | \
         End date | Finish | Finished | Finished at | Completed | Completed at | \
         Tanggal penyelesaian | Tanggal selesai dan jam",
    ),
    (
        K::Tanggal,
        "Tanggal | Hari/tanggal | Hari, tanggal | Tanggal pelaksanaan | Tanggal kegiatan | \
         Hari dan tanggal | Date | Tanggal/jam | Tanggal dan jam | Tanggal dan waktu | \
         Hari/tanggal/jam",
    ),
    (K::JamMulai, "Jam mulai | Pukul mulai | Mulai jam | Mulai pukul | Jam awal | Dari jam"),
    (
        K::JamSelesai,
        "Jam selesai | Pukul selesai | Selesai jam | Selesai pukul | Jam | Pukul | Jam akhir | \
         Sampai jam | Time | Jam mulai selesai | Jam mulai s.d. selesai | Jam pelaksanaan | \
         Waktu pelaksanaan",
    ),
    (
        K::Hasil,
        "Hasil | Keputusan | Hasil verifikasi | Y/T | Ya/Tidak | Status | Hasil (Y/T) | \
         Putusan | Result | Decision | Outcome | Disetujui | Hasil Y/T | Hasil ya/tidak | \
         Lengkap/tidak | Sesuai/tidak",
    ),
    (
        K::Alasan,
        "Alasan | Alasan penolakan | Alasan pengembalian | Alasan bila tidak | Alasan tidak | \
         Alasan T | Reason | Reason for rejection | Alasan bila T | \
         Alasan pengembalian/penolakan",
    ),
    (
        K::Paraf,
        "Paraf | TTD | Tanda tangan | Tandatangan | Paraf petugas | Paraf pelaksana | \
         Tanda tangan/paraf | Paraf/TTD | TTD/paraf | Signature | Initials | Signed | \
         Tanda tangan petugas | TTD petugas | TTD/paraf petugas | Paraf PIC | Tanda tangan/TTE",
    ),
    (
        K::Bukti,
        "Bukti | Bukti dukung | Eviden | Evidence | Lampiran | Data dukung | Output | \
         Attachment | Proof | Link bukti",
    ),
    (
        K::Aplikasi,
        "Aplikasi | Nama aplikasi | Sistem | Sistem aplikasi | Sistem/aplikasi | Application | \
         System",
    ),
    (
        K::Penerima,
        "Penerima | Nama penerima | Penerima akses | Penerima hak akses | Recipient | \
         Recipient name",
    ),
    (
        K::DitugaskanKepada,
        "Ditugaskan kepada | Diteruskan kepada | Penerima tugas | Ditugaskan ke | \
         Disposisi kepada | Petugas yang ditunjuk | Assigned to",
    ),
    (K::Instruksi, "Instruksi | Isi disposisi | Perintah | Arahan | Instruction"),
    (K::Tempat, "Tempat | Lokasi | Tempat/media | Tempat pelaksanaan | Place | Location | Venue"),
    (K::Kendala, "Kendala | Hambatan | Permasalahan | Masalah | Obstacles | Issues"),
    (K::TindakLanjut, "Tindak lanjut | Rencana tindak lanjut | RTL | Solusi | Follow up"),
    (
        K::Dijadwalkan,
        "Dijadwalkan | Jadwal | Rencana | Rencana pelaksanaan | Tanggal rencana | \
         Dijadwalkan pada | Tanggal dijadwalkan | Scheduled | Scheduled for | Planned",
    ),
    (
        K::NomorNaskah,
        "Nomor naskah | No. naskah | Nomor dokumen | No. naskah dinas | Document number",
    ),
    (
        K::Keterangan,
        "Keterangan | Ket. | Catatan | Keterangan lain | Remarks | Remark | Notes | Note | \
         Comments",
    ),
];

/// The spellings of the columns of *pegawai* (staff).
pub(super) const STAFF: &[(S, &str)] = &[
    (
        S::Nama,
        "Nama | Nama pegawai | Nama lengkap | Nama petugas | Nama dan gelar | Name | \
         Full name | Staff name",
    ),
    (
        S::Nip,
        "NIP | NIP/NI PPPK | NI PPPK | NIP/NRP | NIP/NIK | N.I.P. | Nomor induk pegawai | \
         NIP pegawai | Employee ID | Employee number",
    ),
    (S::Jabatan, "Jabatan | Nama jabatan | Jabatan pegawai | Position | Job title"),
    (
        S::Peran,
        "Peran | Peran SOP | Peran dalam SOP | Tugas | Kedudukan | Peran dalam tim | \
         Kedudukan dalam tim | Role | Role in team",
    ),
    (
        S::BerlakuDari,
        "Berlaku dari | Berlaku mulai | Sejak | Mulai | Mulai berlaku | Tanggal mulai | TMT | \
         Valid from | Since",
    ),
    (
        S::BerlakuSampai,
        "Berlaku sampai | Sampai | Berlaku hingga | Berlaku s.d. | Tanggal selesai | \
         Sampai dengan | Valid until | Until",
    ),
];

/// The request's number on a sheet of *peserta* or *butir verifikasi*.
const NUMBER_IN_LISTS: &str = "\
    Nomor permohonan | No. permohonan | Permohonan | Nomor registrasi | No. registrasi | \
    ID permohonan | Kode permohonan";

/// The spellings of the columns of *peserta* (those who attended).
pub(super) const ATTENDEES: &[(A, &str)] = &[
    (A::NomorPermohonan, NUMBER_IN_LISTS),
    (A::Nama, "Nama | Nama peserta | Peserta | Nama lengkap | Nama dan gelar | Name | Participant"),
    (A::Nip, "NIP | NIP peserta | NIP/NI PPPK | NI PPPK | NIP/NRP | NIP/NIK | N.I.P."),
    (A::Unit, "Unit | Unit kerja | Unit peserta | Satker | Satuan kerja | Instansi | Work unit"),
    (A::Tanggal, "Tanggal | Tanggal hadir | Hari/tanggal | Tanggal kegiatan | Date"),
    (
        A::Hadir,
        "Hadir | Kehadiran | Hadir/tidak | Hadir/tidak hadir | Status kehadiran | Present | \
         Attendance",
    ),
];

/// The spellings of the columns of *butir verifikasi* (what was verified).
pub(super) const ITEMS: &[(I, &str)] = &[
    (I::NomorPermohonan, NUMBER_IN_LISTS),
    (I::Putaran, "Putaran | Putaran ke | Pengajuan ke"),
    (I::Butir, "Butir | Butir verifikasi | Butir pemeriksaan | Persyaratan | Uraian persyaratan"),
    (I::Ada, "Ada | Ada/tidak | Ada/sesuai | Sesuai/tidak | Sesuai | Terpenuhi | Hasil"),
    (I::Keterangan, "Keterangan | Ket. | Catatan"),
];

/// Words of a head that mean the same; the first of each pair is read as the second.
pub(super) const WORDS: &str = "\
    no = nomor | nomer = nomor | nmr = nomor | num = nomor | tgl = tanggal | tggl = tanggal | \
    tangal = tanggal | pukul = jam | pkl = jam | wkt = waktu | ket = keterangan | \
    telp = telepon | tlp = telepon | tel = telepon | app = aplikasi | nm = nama | \
    jab = jabatan | keg = kegiatan | lgkh = langkah | put = putaran | kpd = kepada | \
    reg = registrasi | srt = surat | number = nomor";

/// Heads of a column that numbers the rows; it is known and carries nothing.
pub(super) const ROW_NUMBER: &str = "nomor | nomor urut | urut | nomor baris | nu";

/// Heads that say that hours stand below, and not of what.
pub(super) const HOURS: &str = "jam | waktu | time";

/// Words of a head behind which a secret stands (D19).
pub(super) const SECRETS: &str = "\
    password | passwd | passcode | passphrase | pwd | pass | sandi | katasandi | otp | pin | \
    mfa | 2fa";

/// Heads that say too little beside the head of another group above them: "Nama"
/// below "Atasan" is not the applicant.
pub(super) const GENERAL: &str = "\
    nama | nama lengkap | nama pegawai | nip | nik | nrp | nip ni pppk | jabatan | unit | \
    unit kerja | satker | email | telepon | tanggal | jam | keterangan | alasan | status | \
    hasil | peran | mulai | selesai | nomor hp | name | full name | position | employee id | \
    date | time | phone | role | result | reason | remarks | notes";

/// Words of a question that say nothing of what is asked: "Tuliskan nama lengkap Anda
/// beserta gelar" asks for the *nama lengkap*.
pub(super) const FILLERS: &str = "\
    anda | saudara | saudari | yang | harap | mohon | silakan | tuliskan | tulis | \
    isi | isikan | sebutkan | pilih | masukkan | lampirkan | beserta | dengan | gelar | dimohon | \
    saja | please | enter | your | you | the | do | need | needed | want | which | what | is | are | \
    with | degrees | requested | required | select | choose | \
    dimohonkan | diminta | diajukan | dibutuhkan | diperlukan | diusulkan | apa | apakah | \
    bersangkutan | ybs | aktif | wajib | opsional | dan | saat | ini | dinas | resmi";

/// Heads of groups that add nothing to what stands below them.
pub(super) const PLAIN_GROUPS: &str = "\
    waktu | waktu pelaksanaan | pelaksanaan | tanggal dan jam | tanggal jam | tanggal | \
    identitas | identitas pemohon | data pemohon | pemohon | data permohonan | permohonan | \
    surat permohonan | surat | akses | hak akses | akses yang diminta | hak akses yang diminta | \
    hak akses yang dimohon | hasil | verifikasi | tindak lanjut | pelaksana | petugas | \
    pegawai | identitas pegawai | kegiatan | lain lain | kendali | lembar kendali | \
    pengendalian | keterangan | masa berlaku | masa tugas | berlaku";
