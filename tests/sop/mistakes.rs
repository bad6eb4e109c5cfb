//! What is said of a mistake in a step: its line and column, what is wrong, what to
//! write. Beside each mistake stands a near miss that loads.

use tertib::sop::Doubt;

use super::room::{ROOM, loads, refused, with};

#[test]
fn a_role_that_is_not_there_is_told_with_the_nearest_one() {
    let unknown = with("nama = \"Pengelola Ruang\"", "nama = \"Pengelola\"")
        .replace("\"pengelola\"]\nwaktu = \"20", "\"pengelolaa\"]\nwaktu = \"20");
    insta::assert_snapshot!(refused(&unknown), @r#"
    kesalahan: peran "pengelolaa" tidak ada dalam SOP ini
    sop/ruang.toml:25:14
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: mungkin maksudnya "pengelola"; yang dikenal: peminjam, pengelola
    "#);
    // Whoever writes the name of a role is told its id.
    let by_name = with("[\"peminjam\"]", "[\"Pengelola Ruang\"]");
    insta::assert_snapshot!(refused(&by_name), @r#"
    kesalahan: peran "Pengelola Ruang" tidak ada dalam SOP ini
    sop/ruang.toml:19:14
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: mungkin maksudnya "pengelola"; yang dikenal: peminjam, pengelola
    "#);
    loads(&with("[\"peminjam\"]", "[\"pengelola\", \"peminjam\"]"));
}

#[test]
fn a_step_without_a_target_is_told_at_its_head() {
    insta::assert_snapshot!(refused(&with("waktu = \"1 jam\"\n", "")), @r#"
    kesalahan: langkah ini belum mempunyai batas waktu ("waktu")
    sop/ruang.toml:30:1
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: tulis seperti dalam SOP, misalnya waktu = "15 menit"
    "#);
    insta::assert_snapshot!(refused(&with("\"1 jam\"", "\"\"")), @r#"
    kesalahan: "waktu" belum diisi
    sop/ruang.toml:34:9
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: tulis seperti dalam SOP, misalnya waktu = "15 menit"
    "#);
    loads(&with("\"1 jam\"", "\"1 menit\""));
}

#[test]
fn a_target_that_is_no_duration_is_told_where_it_stands() {
    // A bare number has no unit; minutes are not taken for granted.
    insta::assert_snapshot!(refused(&with("\"1 jam\"", "60")), @r#"
    kesalahan: batas waktu "60" tidak dapat dibaca
    sop/ruang.toml:34:9
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: tulis angka dan satuannya, misalnya "15 menit", "3 jam", atau "1 hari kerja"
    "#);
    insta::assert_snapshot!(refused(&with("\"1 jam\"", "\"0 menit\"")), @r#"
    kesalahan: batas waktu "0 menit" harus lebih dari nol
    sop/ruang.toml:34:9
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: tulis angka dan satuannya, misalnya "15 menit", "3 jam", atau "1 hari kerja"
    "#);
    insta::assert_snapshot!(refused(&with("\"1 jam\"", "\"sebentar\"")), @r#"
    kesalahan: batas waktu "sebentar" tidak dapat dibaca
    sop/ruang.toml:34:9
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: tulis angka dan satuannya, misalnya "15 menit", "3 jam", atau "1 hari kerja"
    "#);
    assert_eq!(loads(&with("\"1 jam\"", "\"60 Menit\"")), {
        let mut sop = loads(ROOM);
        let last = sop.steps.last_mut().expect("a last step");
        last.target_text = "60 Menit".to_owned();
        sop
    });
}

#[test]
fn a_number_twice_names_the_line_of_the_first() {
    insta::assert_snapshot!(refused(&with("no = 3", "no = 2")), @r#"
    kesalahan: langkah nomor 2 sudah ada di baris 23
    sop/ruang.toml:31:6
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: periksa nomornya menurut tabel SOP
    "#);
    loads(&with("no = 3", "no = 4"));
}

#[test]
fn a_gap_in_the_numbers_is_a_doubt_and_no_mistake() {
    let sop = loads(&with("no = 3", "no = 5"));
    let gap = Doubt::NumbersMissing { numbers: vec![3, 4] };
    assert!(sop.doubts().contains(&gap), "{:?}", sop.doubts());
    assert_eq!(gap.to_string(), "tidak ada langkah 3 dan 4 di antara nomor langkah");
    assert_eq!(sop.step_after(2).map(|step| step.no), Some(5));
    assert!(loads(ROOM).doubts().is_empty(), "{:?}", loads(ROOM).doubts());
}

#[test]
fn a_number_that_is_none_is_told_where_it_stands() {
    insta::assert_snapshot!(refused(&with("no = 3", "no = \"tiga\"")), @r#"
    kesalahan: isi "no" harus berupa bilangan bulat dari 1 sampai 999
    sop/ruang.toml:31:6
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: tulis no = 3, tanpa tanda petik
    "#);
    insta::assert_snapshot!(refused(&with("no = 3", "no = 0")), @r#"
    kesalahan: isi "no" harus berupa bilangan bulat dari 1 sampai 999
    sop/ruang.toml:31:6
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: tulis no = 3, tanpa tanda petik
    "#);
    loads(&with("no = 3", "no = 999"));
}

#[test]
fn a_way_back_goes_to_an_earlier_step_that_is_there() {
    let way_back = |to: &str| with("bila_tidak = 1", &format!("bila_tidak = {to}"));
    insta::assert_snapshot!(refused(&way_back("3")), @r#"
    kesalahan: bila_tidak pada langkah 2 menuju langkah 3, yang sesudahnya
    sop/ruang.toml:28:28
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: tulis nomor langkah sebelumnya, atau bila_tidak = "selesai"
    "#);
    insta::assert_snapshot!(refused(&way_back("2")), @r#"
    kesalahan: bila_tidak pada langkah 2 menuju langkah itu sendiri
    sop/ruang.toml:28:28
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: tulis nomor langkah sebelumnya, atau bila_tidak = "selesai"
    "#);
    insta::assert_snapshot!(refused(&way_back("7")), @r#"
    kesalahan: bila_tidak menuju langkah 7, yang tidak ada dalam SOP ini
    sop/ruang.toml:28:28
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: langkah yang ada: 1, 2, 3; atau bila_tidak = "selesai"
    "#);
    insta::assert_snapshot!(refused(&way_back("\"pulang\"")), @r#"
    kesalahan: isi "bila_tidak" harus berupa nomor langkah atau "selesai"
    sop/ruang.toml:28:28
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: tulis bila_tidak = 1 (nomor langkah sebelumnya) atau bila_tidak = "selesai"
    "#);
    loads(&way_back("\"selesai\""));
    loads(&way_back("1"));
}

#[test]
fn a_kind_of_paper_that_is_not_known_is_told_with_the_nearest_one() {
    let papers = |written: &str| with("[\"verifikasi\"]", written);
    insta::assert_snapshot!(refused(&papers("[\"verifikasi\", \"berita acara\"]")), @r#"
    kesalahan: jenis naskah "berita acara" tidak dikenal
    sop/ruang.toml:27:25
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: mungkin maksudnya "berita-acara"; yang dikenal: disposisi, verifikasi, pengembalian, akun, dokumentasi, berita-acara, berita-acara-pencabutan, laporan-kegiatan
    "#);
    insta::assert_snapshot!(refused(&papers("[\"kuitansi\"]")), @r#"
    kesalahan: jenis naskah "kuitansi" tidak dikenal
    sop/ruang.toml:27:11
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: yang dikenal: disposisi, verifikasi, pengembalian, akun, dokumentasi, berita-acara, berita-acara-pencabutan, laporan-kegiatan
    "#);
    loads(&papers("[\"verifikasi\", \"berita-acara\", \"pengembalian\"]"));
}

#[test]
fn a_paper_of_two_steps_and_a_return_without_a_decision_are_told() {
    let twice = format!("{ROOM}naskah = [\"verifikasi\"]\n");
    insta::assert_snapshot!(refused(&twice), @r#"
    kesalahan: naskah "verifikasi" sudah menjadi naskah langkah 2
    sop/ruang.toml:35:11
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: satu jenis naskah dibuat pada satu langkah; hapus dari salah satunya
    "#);
    let nowhere = format!("{ROOM}naskah = [\"pengembalian\"]\n");
    insta::assert_snapshot!(refused(&nowhere), @r#"
    kesalahan: naskah "pengembalian" ada pada langkah yang tidak memutuskan
    sop/ruang.toml:35:11
    akibat: definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; tidak ada berkas yang diubah.
    saran: pindahkan ke langkah yang memutuskan, atau tulis keputusan = { bila_tidak = … }
    "#);
    loads(&format!("{ROOM}naskah = [\"akun\"]\n"));
}
