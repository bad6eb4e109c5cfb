//! The columns that the input workbooks may have (contract, section 3), by the
//! names that the contract gives them.

macro_rules! fields {
    ($(#[$about:meta])* $name:ident { $($field:ident $key:literal $required:literal;)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($field,)* }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$field,)*];

            /// The column's name in the contract.
            pub fn key(self) -> &'static str {
                match self { $($name::$field => $key,)* }
            }

            /// Whether each record must have it (the columns marked `*`).
            pub fn required(self) -> bool {
                match self { $($name::$field => $required,)* }
            }

            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|field| field.key() == key)
            }
        }
    };
}

fields! {
    /// A column of the requests (*permohonan*).
    RequestField {
        NomorPermohonan "nomor_permohonan" true;
        Putaran "putaran" false;
        Sop "sop" false;
        NomorAgenda "nomor_agenda" false;
        NomorSurat "nomor_surat" false;
        TanggalSurat "tanggal_surat" false;
        TanggalDiterima "tanggal_diterima" false;
        JamDiterima "jam_diterima" false;
        DiterimaTim "diterima_tim" false;
        JamDiterimaTim "jam_diterima_tim" false;
        Saluran "saluran" false;
        Hal "hal" false;
        Sifat "sifat" false;
        Derajat "derajat" false;
        NamaPemohon "nama_pemohon" true;
        NipPemohon "nip_pemohon" false;
        Jabatan "jabatan" false;
        UnitKerja "unit_kerja" true;
        Email "email" false;
        Telepon "telepon" false;
        Aplikasi "aplikasi" true;
        Peran "peran" true;
        Jenis "jenis" false;
        Keperluan "keperluan" false;
        BerlakuSampai "berlaku_sampai" false;
        IdAkun "id_akun" false;
        NamaPenerima "nama_penerima" false;
        NipPenerima "nip_penerima" false;
        JabatanPenerima "jabatan_penerima" false;
        UnitPenerima "unit_penerima" false;
        HasilVerifikasi "hasil_verifikasi" false;
        Alasan "alasan" false;
        TanggalBatal "tanggal_batal" false;
        JamBatal "jam_batal" false;
        AlasanBatal "alasan_batal" false;
        Keterangan "keterangan" false;
    }
}

impl RequestField {
    /// Whether the rows of one request may differ in it: one row is one access, and
    /// what tells of the access differs; the rest speaks of the request as a whole.
    pub fn differs_by_row(self) -> bool {
        self >= RequestField::Aplikasi
            && !matches!(self, RequestField::TanggalBatal | RequestField::JamBatal)
    }
}

fields! {
    /// A column of the sign-offs (*kendali*).
    SignOffField {
        NomorPermohonan "nomor_permohonan" true;
        Langkah "langkah" true;
        Sop "sop" false;
        Pelaksana "pelaksana" true;
        NipPelaksana "nip_pelaksana" false;
        Mulai "mulai" false;
        Selesai "selesai" true;
        Tanggal "tanggal" false;
        JamMulai "jam_mulai" false;
        JamSelesai "jam_selesai" false;
        Hasil "hasil" false;
        Alasan "alasan" false;
        Paraf "paraf" false;
        Bukti "bukti" false;
        Aplikasi "aplikasi" false;
        Penerima "penerima" false;
        DitugaskanKepada "ditugaskan_kepada" false;
        Instruksi "instruksi" false;
        Tempat "tempat" false;
        Kendala "kendala" false;
        TindakLanjut "tindak_lanjut" false;
        Dijadwalkan "dijadwalkan" false;
        NomorNaskah "nomor_naskah" false;
        Keterangan "keterangan" false;
    }
}

fields! {
    /// A column of the staff list (*pegawai*).
    StaffField {
        Nama "nama" true;
        Nip "nip" false;
        Jabatan "jabatan" false;
        Peran "peran" true;
        BerlakuDari "berlaku_dari" false;
        BerlakuSampai "berlaku_sampai" false;
    }
}

fields! {
    /// A column of those who attended (*peserta*).
    AttendeeField {
        NomorPermohonan "nomor_permohonan" true;
        Nama "nama" true;
        Nip "nip" false;
        Unit "unit" false;
        Tanggal "tanggal" false;
        Hadir "hadir" false;
    }
}

fields! {
    /// A column of the items that were verified (*butir verifikasi*).
    ItemField {
        NomorPermohonan "nomor_permohonan" true;
        Putaran "putaran" false;
        Butir "butir" true;
        Ada "ada" false;
        Keterangan "keterangan" false;
    }
}
