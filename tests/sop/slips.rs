//! What is said of a file that is not written as a definition is: no TOML, keys that
//! are not known, parts that lack. Beside each slip stands a near miss that loads.

use super::room::{ROOM, loads, refused, with};

#[test]
fn the_file_without_a_mistake_loads() {
    let sop = loads(ROOM);
    assert_eq!(sop.total_target_seconds(), 90 * 60);
    // An editor may put a byte order mark first, or write lines as Windows does.
    assert_eq!(loads(&format!("\u{feff}{ROOM}")), sop);
    assert_eq!(loads(&ROOM.replace('\n', "\r\n")), sop);
}

#[test]
fn a_target_without_quotation_marks_is_told_to_be_quoted() {
    insta::assert_snapshot!(refused(&with("\"1 jam\"", "15 Menit")), @r#"
    kesalahan: teks ini belum diapit tanda petik
    sop/ruang.toml:34:9
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: apit teks dengan tanda petik lurus, misalnya waktu = "15 menit"
    "#);
    loads(&with("\"1 jam\"", "\"15 Menit\""));
}

#[test]
fn a_key_that_is_not_known_is_told_with_the_nearest_one() {
    insta::assert_snapshot!(refused(&with("waktu = \"1 jam\"", "wakktu = \"1 jam\"")), @r#"
    kesalahan: langkah ini belum mempunyai batas waktu ("waktu")
    sop/ruang.toml:30:1
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: tulis seperti dalam SOP, misalnya waktu = "15 menit"
    kesalahan: kunci "wakktu" tidak dikenal dalam [[langkah]]
    sop/ruang.toml:34:1
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: mungkin maksudnya "waktu"; yang dikenal: no, kegiatan, sebutan, pelaksana, kelengkapan, waktu, output, keterangan, naskah, keputusan, terbukti_oleh, penerimaan, serah_terima, bagan, dugaan
    "#);
    insta::assert_snapshot!(refused(&with("nomor = ", "nomer = ")), @r#"
    kesalahan: [sop] ini belum berisi "nomor"
    sop/ruang.toml:1:1
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: tulis nomor = "…" seperti tercetak dalam SOP
    kesalahan: kunci "nomer" tidak dikenal dalam [sop]
    sop/ruang.toml:3:1
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: mungkin maksudnya "nomor"; yang dikenal: judul, nama, judul_tabel, nomor, unit, tanggal_pembuatan, tanggal_revisi, tanggal_efektif, menggantikan, dasar_hukum, kualifikasi_pelaksana, keterkaitan, peralatan, peringatan, pencatatan, berlaku_untuk
    "#);
    insta::assert_snapshot!(refused(&format!("{ROOM}\n[lampiran]\nisi = \"\"\n")), @r#"
    kesalahan: bagian "lampiran" tidak dikenal
    sop/ruang.toml:36:2
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: yang dikenal: sop, disahkan_oleh, mengetahui, peran, langkah, keraguan
    "#);
    loads(&format!("{ROOM}output = \"kunci ruang\"\n"));
}

#[test]
fn a_definition_without_steps_is_told_so() {
    let (header, _) = ROOM.split_once("[[langkah]]").expect("its first step");
    insta::assert_snapshot!(refused(header), @r#"
    kesalahan: SOP ini belum mempunyai langkah
    sop/ruang.toml:1:1
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: tulis satu [[langkah]] untuk tiap baris tabel SOP
    "#);
    loads(&format!(
        "{header}[[langkah]]\nno = 1\nkegiatan = \"Mengajukan\"\npelaksana = [\"peminjam\"]\n\
         waktu = \"1 menit\"\n"
    ));
}

#[test]
fn an_empty_file_is_told_all_that_it_lacks() {
    insta::assert_snapshot!(refused(""), @r#"
    kesalahan: berkas ini belum berisi bagian [sop]
    sop/ruang.toml:1:1
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: tambahkan [sop] pada baris sendiri, isinya di baris-baris di bawahnya
    kesalahan: berkas ini belum berisi bagian [[peran]]
    sop/ruang.toml:1:1
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: tulis satu [[peran]] untuk tiap kolom Pelaksana
    kesalahan: SOP ini belum mempunyai langkah
    sop/ruang.toml:1:1
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: tulis satu [[langkah]] untuk tiap baris tabel SOP
    "#);
    insta::assert_snapshot!(refused("# belum ada isinya\n\n"), @r#"
    kesalahan: berkas ini belum berisi bagian [sop]
    sop/ruang.toml:1:1
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: tambahkan [sop] pada baris sendiri, isinya di baris-baris di bawahnya
    kesalahan: berkas ini belum berisi bagian [[peran]]
    sop/ruang.toml:1:1
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: tulis satu [[peran]] untuk tiap kolom Pelaksana
    kesalahan: SOP ini belum mempunyai langkah
    sop/ruang.toml:1:1
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: tulis satu [[langkah]] untuk tiap baris tabel SOP
    "#);
}

#[test]
fn what_is_no_toml_is_told_in_the_words_of_who_writes_it() {
    // The rest of the file is still judged where only a line is lost.
    let two = with("nama = \"Peminjam\"", "nama = \"Peminjam")
        .replace("\"pengelola\"]\nwaktu = \"1 jam\"", "\"satpam\"]\nwaktu = \"1 jam\"");
    insta::assert_snapshot!(refused(&two), @r#"
    kesalahan: teks ini belum diapit tanda petik
    sop/ruang.toml:9:17
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: apit teks dengan tanda petik lurus, misalnya waktu = "15 menit"
    kesalahan: peran "satpam" tidak ada dalam SOP ini
    sop/ruang.toml:33:14
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: yang dikenal: peminjam, pengelola
    "#);
    insta::assert_snapshot!(refused(&with("nomor = \"SOP-7\"", "nomor = ")), @r#"
    kesalahan: sesudah tanda = belum ada isinya
    sop/ruang.toml:3:9
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: tulis isinya, atau "" bila memang kosong
    "#);
    insta::assert_snapshot!(refused(&with("pemohon = true", "pemohon = True")), @r#"
    kesalahan: true dan false ditulis dengan huruf kecil
    sop/ruang.toml:10:11
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: tulis true atau false
    "#);
    insta::assert_snapshot!(refused(&with("no = 3\n", "no = 3\nno = 3\n")), @r#"
    kesalahan: kunci ini ditulis dua kali dalam bagian yang sama
    sop/ruang.toml:32:1
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: hapus salah satu; langkah berikutnya dimulai dengan kepala baru: [[langkah]]
    "#);
    insta::assert_snapshot!(refused(&with("{ bila_tidak = 1 }", "{ bila_tidak = 1")), @r#"
    kesalahan: kurung di sini belum ditutup, atau kurang koma
    sop/ruang.toml:30:1
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: kepala ditulis [[langkah]], daftar ["…", "…"], keputusan { bila_tidak = 1 }
    "#);
    loads(&with("nama = \"Peminjam\"", "nama = 'Peminjam' # catatan"));
}

#[test]
fn all_mistakes_are_told_at_once_in_the_order_of_the_file() {
    let many = with("[\"baru\"]", "[\"lama\"]")
        .replace("[\"peminjam\"]", "[\"tamu\"]")
        .replace("\"20 menit\"", "\"lama\"")
        .replace("no = 3", "no = 1");
    insta::assert_snapshot!(refused(&many), @r#"
    kesalahan: jenis permohonan "lama" tidak dikenal
    sop/ruang.toml:5:18
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: yang dikenal: baru, perubahan, pencabutan
    kesalahan: peran "tamu" tidak ada dalam SOP ini
    sop/ruang.toml:19:14
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: yang dikenal: peminjam, pengelola
    kesalahan: batas waktu "lama" tidak dapat dibaca
    sop/ruang.toml:26:9
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: tulis angka dan satuannya, misalnya "15 menit", "3 jam", atau "1 hari kerja"
    kesalahan: langkah nomor 1 sudah ada di baris 17
    sop/ruang.toml:31:6
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: periksa nomornya menurut tabel SOP
    "#);
}
