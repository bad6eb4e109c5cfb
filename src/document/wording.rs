//! The facts of a record in the words of staff, for telling what changed in a paper.
//!
//! A record is compared by the way to each value (`isi.akses[2].penerima.nama`); who
//! reads of a change looks for it on the page: "akses ke-2: nama penerima".

/// The facts behind ways to values, each once, as one line.
pub fn facts_in_words<'a>(paths: impl IntoIterator<Item = &'a String>) -> String {
    let mut told: Vec<String> = Vec::new();
    for words in paths.into_iter().map(|path| in_words(path)) {
        if !told.contains(&words) {
            told.push(words);
        }
    }
    told.join("; ")
}

/// What stands at a way to a value, told to whoever changes a template; a list is told by
/// what each of its rows is.
pub(super) fn meaning(path: &str) -> String {
    if let Some(key) = path.strip_prefix("kalimat.") {
        let words = key.trim_end_matches("[]").replace('_', " ");
        let each = if key.ends_with("[]") { "setiap butir" } else { "kalimat" };
        return format!("{each} {words}, dari kalimat.toml");
    }
    match path.split_once("[]") {
        None => fact(path),
        Some((list, "")) => format!("setiap {}", row_of(list)),
        Some((list, rest)) => {
            format!("setiap {}: {}", row_of(list), fact(rest.trim_start_matches('.')))
        }
    }
}

fn in_words(path: &str) -> String {
    let path = path.strip_prefix("isi.").unwrap_or(path);
    if let Some(key) = path.strip_prefix("kalimat.") {
        let (key, row) = key.split_once('[').unwrap_or((key, ""));
        let row = row.strip_suffix(']').map_or(String::new(), |row| format!(" ke-{row}"));
        return format!("kalimat {}{row}", key.replace('_', " "));
    }
    if path == "kalimat" || path == "kop" || path.starts_with("kop.") {
        return "kop naskah".to_owned();
    }
    if let Some(step) = path.strip_prefix("hitungan.") {
        let step = step.split('.').next().unwrap_or_default().replace('_', " ");
        return format!("perhitungan waktu kerja {step}");
    }
    let (row, rest) = match path.split_once(']') {
        Some((row, rest)) => (row.split_once('['), rest.trim_start_matches('.')),
        None => (None, path),
    };
    match row {
        Some((list, no)) if rest.is_empty() => format!("{} ke-{no}", row_of(list)),
        Some((list, no)) => format!("{} ke-{no}: {}", row_of(list), fact(rest)),
        None => fact(rest),
    }
}

/// What a row of a list is; the list itself where both have one name.
fn row_of(list: &str) -> String {
    match list {
        "diteruskan_kepada" => "tujuan disposisi".to_owned(),
        "bagian" => "bagian pekerjaan".to_owned(),
        "langkah" => "baris langkah".to_owned(),
        "akses" => "akses".to_owned(),
        "diminta" => "akses yang diminta".to_owned(),
        _ => fact(list),
    }
}

/// A value that stands alone, or below one that it is a part of.
fn fact(path: &str) -> String {
    match path {
        "waktu.hari_tanggal" => "hari dan tanggal".to_owned(),
        "waktu.pukul" => "jam".to_owned(),
        "waktu.zona" => "zona waktu".to_owned(),
        "kendala.sebelumnya" => "kendala pada langkah sebelumnya".to_owned(),
        "kendala.laporan" => "kendala pada langkah laporan".to_owned(),
        "tindak_lanjut.sebelumnya" => "tindak lanjut pada langkah sebelumnya".to_owned(),
        "tindak_lanjut.laporan" => "tindak lanjut pada langkah laporan".to_owned(),
        "lampiran.berita_acara" => "lampiran berita acara".to_owned(),
        "lampiran.daftar_hadir" => "lampiran daftar hadir".to_owned(),
        "lampiran.foto" => "lampiran foto".to_owned(),
        "penerimaan.tanggal" => "tanggal penerimaan laporan".to_owned(),
        _ => {
            let mut words: Vec<String> = path.split('.').map(word).collect();
            words.reverse();
            words.join(" ")
        }
    }
}

/// The word for a key; those that say themselves are left as they are.
fn word(key: &str) -> String {
    let word = match key {
        "no" => "nomor urut",
        "nip" => "NIP",
        "unit" => "unit kerja",
        "surat" => "surat permohonan",
        "surat_dari" => "pengirim surat",
        "diterima" => "tanggal terima",
        "diminta" => "daftar akses yang diminta",
        "akses" => "daftar hak akses",
        "id_akun" => "ID akun",
        "berlaku_sampai" => "masa berlaku",
        "dipilih" => "pilihan",
        "penanda" => "penanda tangan",
        "hitungan" => "lampiran perhitungan waktu kerja",
        "mengetahui" => "yang mengetahui",
        "kepada" => "yang dituju",
        "dari" => "pengirim",
        "dasar" => "dasar pembuatan akun",
        "bagian" => "daftar bagian pekerjaan",
        "butir" => "butir pemeriksaan",
        "butir_diperiksa" => "butir yang diperiksa",
        "ada" => "ada atau tidak",
        "hadir" => "kehadiran",
        "disetujui" => "pilihan disetujui",
        "dikembalikan" => "pilihan dikembalikan",
        "ditolak" => "pilihan ditolak",
        "hasil_verifikasi" => "hasil verifikasi",
        "bahan" => "bahan tutorial",
        "rencana" => "rencana waktu",
        "pemberi" => "pemberi tutorial",
        "hari_ini" => "kalimat hari ini",
        "tanggal_angka" => "tanggal dengan angka",
        "sop" => "SOP",
        "gambar" => "urutan",
        "sha256" => "gambar",
        "tidak_diberikan" => "akses yang tidak diberikan",
        "penerimaan" => "laporan",
        "pihak_pertama" => "Pihak Pertama",
        "pihak_kedua" => "Pihak Kedua",
        "sumber" => "keterangan sumber",
        other => return other.replace('_', " "),
    };
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::facts_in_words;

    fn told(paths: &[&str]) -> String {
        facts_in_words(&paths.iter().map(|path| (*path).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn a_fact_is_told_as_staff_look_for_it_on_the_page() {
        assert_eq!(told(&["isi.akses[2].penerima.nama"]), "akses ke-2: nama penerima");
        assert_eq!(told(&["isi.surat.nomor", "tanggal"]), "nomor surat permohonan; tanggal");
        assert_eq!(told(&["isi.akses", "isi.tembusan[1]"]), "daftar hak akses; tembusan ke-1");
        assert_eq!(told(&["isi.penerimaan.penerima.nip"]), "NIP penerima laporan");
        assert_eq!(told(&["isi.pihak_kedua.unit"]), "unit kerja Pihak Kedua");
    }

    #[test]
    fn a_step_of_the_annex_is_told_by_its_number() {
        let path = "isi.hitungan.putaran_1_langkah_2.baris[3].isi";
        assert_eq!(told(&[path]), "perhitungan waktu kerja putaran 1 langkah 2");
        assert_eq!(told(&["isi.hitungan"]), "lampiran perhitungan waktu kerja");
    }

    #[test]
    fn what_is_one_thing_on_the_page_is_told_once() {
        assert_eq!(told(&["kop.baris[1]", "kop.alamat", "nomor"]), "kop naskah; nomor");
    }
}
