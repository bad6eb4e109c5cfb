//! The words for every fault and problem: each is said in full, once.

use std::io::ErrorKind;

use tertib::archive::{
    Algorithm, BagProblem, DeclarationFault, Fault, InfoFault, LineFault, Oxum, PathFault,
};
use tertib::diagnostic::{Diagnostic, Level, Place};

fn said(diagnostic: &Diagnostic) -> String {
    let places = diagnostic.places.iter().map(|place| match place {
        Place::File(file) => format!("\n  di {file}"),
        Place::Text { file, line, column } => format!("\n  di {file}:{line}:{column}"),
        other => format!("\n  di {other:?}"),
    });
    let mut said = format!("{}: {}", diagnostic.level, diagnostic.message);
    said.extend(places);
    for (word, text) in [("akibat", &diagnostic.consequence), ("saran", &diagnostic.advice)] {
        if !text.is_empty() {
            said.push_str(&format!("\n  {word}: {text}"));
        }
    }
    said
}

fn every_fault() -> Vec<Fault> {
    let text = str::to_owned;
    vec![
        Fault::NotAFolder,
        Fault::NoDeclaration,
        Fault::Declaration(DeclarationFault::ByteOrderMark),
        Fault::VersionUnknown { found: text("2.0") },
        Fault::EncodingUnknown { found: text("UTF-16") },
        Fault::NoPayloadFolder,
        Fault::EmptyPayload,
        Fault::NoPayloadManifest,
        Fault::NoTagManifest,
        Fault::AlgorithmUnknown { manifest: text("manifest-md5.txt"), alone: true },
        Fault::AlgorithmUnknown { manifest: text("manifest-md5.txt"), alone: false },
        Fault::FetchFile,
        Fault::OxumMalformed { found: text("tiga") },
        Fault::OxumMismatch {
            declared: Oxum { bytes: 11, files: 2 },
            found: Oxum { bytes: 3, files: 1 },
        },
        Fault::MalformedLine { file: text("bag-info.txt"), line: 3, fault: LineFault::NoLabel },
        Fault::MalformedLine {
            file: text("manifest-sha512.txt"),
            line: 3,
            fault: LineFault::NoChecksum,
        },
        Fault::UnsafePath {
            manifest: text("manifest-sha512.txt"),
            line: 2,
            path: text("../rahasia.txt"),
            fault: PathFault::Dots,
        },
        Fault::Repeated {
            manifest: text("manifest-sha512.txt"),
            line: 2,
            path: text("data/surat.pdf"),
        },
        Fault::Missing { path: text("data/surat.pdf"), manifest: text("manifest-sha512.txt") },
        Fault::Unlisted {
            path: text("data/dua\nbaris.pdf"),
            manifests: vec![text("manifest-sha256.txt"), text("manifest-sha512.txt")],
        },
        Fault::UnlistedTagFile { path: text(".DS_Store") },
        Fault::WrongChecksum {
            path: text("data/surat.pdf"),
            algorithm: Algorithm::Sha512,
            expected: text("aa"),
            found: text("bb"),
        },
        Fault::Symlink { path: text("data/tautan") },
        Fault::NotAFile { path: text("data/pipa") },
        Fault::NameNotText { path: text("data/b\u{fffd}") },
        Fault::Alike { first: text("data/A"), second: text("data/a"), only_case: true },
        Fault::Alike { first: text("data/e\u{301}"), second: text("data/é"), only_case: false },
        Fault::Unreadable { path: text("data/surat.pdf"), why: ErrorKind::PermissionDenied },
    ]
}

fn every_problem() -> Vec<BagProblem> {
    let text = str::to_owned;
    vec![
        BagProblem::NoName { target: text("..") },
        BagProblem::Exists { target: text("arsip/2024/P-1") },
        BagProblem::NothingToPack,
        BagProblem::Name { path: text("CON"), fault: PathFault::Device },
        BagProblem::Reserved { path: text("bagit.txt") },
        BagProblem::Alike { first: text("a"), second: text("A") },
        BagProblem::Info { label: text("Payload-Oxum"), fault: InfoFault::Computed },
        BagProblem::Info { label: text("a:b"), fault: InfoFault::Label },
        BagProblem::Source { file: text("bukti-dukung/P-1.pdf"), why: ErrorKind::NotFound },
        BagProblem::Disk { path: text("arsip/2024"), why: ErrorKind::StorageFull },
        BagProblem::Faulty { faults: vec![Fault::NoPayloadFolder, Fault::NoDeclaration] },
    ]
}

#[test]
fn every_fault_says_what_where_what_follows_and_what_to_do() {
    let folder = "arsip/2024/P-1";
    let all: Vec<String> =
        every_fault().iter().map(|fault| said(&fault.diagnostic(folder))).collect();
    insta::assert_snapshot!(all.join("\n\n"), @r#"
    kesalahan: paket arsip tidak ada atau bukan folder
      di arsip/2024/P-1
      saran: periksa letak paket; bila hilang, pulihkan dari cadangan

    kesalahan: berkas "bagit.txt" tidak ada
      di arsip/2024/P-1
      saran: pulihkan "bagit.txt" dari cadangan, atau minta paket baru dari pembuatnya (RFC 8493 bagian 2.1.1)

    kesalahan: isi "bagit.txt" tidak benar: diawali tanda urutan byte (BOM)
      di arsip/2024/P-1/bagit.txt
      saran: pulihkan "bagit.txt" dari cadangan, atau minta paket baru dari pembuatnya (RFC 8493 bagian 2.1.1)

    kesalahan: versi BagIt "2.0" tidak dikenal
      di arsip/2024/P-1/bagit.txt
      saran: pulihkan "bagit.txt" dari cadangan, atau minta paket baru dari pembuatnya (RFC 8493 bagian 2.1.1)

    kesalahan: pengodean teks "UTF-16" tidak dikenal
      di arsip/2024/P-1/bagit.txt
      saran: pulihkan "bagit.txt" dari cadangan, atau minta paket baru dari pembuatnya (RFC 8493 bagian 2.1.1)

    kesalahan: folder "data" tidak ada
      di arsip/2024/P-1
      akibat: paket tidak utuh.
      saran: pulihkan folder "data" dari cadangan (RFC 8493 bagian 2.1.2)

    peringatan: folder "data" tidak berisi berkas apa pun
      di arsip/2024/P-1
      saran: pastikan paket itu memang kosong sejak dibuat (RFC 8493 bagian 2.1.2)

    kesalahan: daftar isi paket (manifest-….txt) tidak ada
      di arsip/2024/P-1
      akibat: isi paket tidak dapat diperiksa.
      saran: bandingkan paket dengan cadangannya; daftar isi tidak boleh dibetulkan dengan tangan (RFC 8493 bagian 2.1.3)

    peringatan: daftar berkas keterangan (tagmanifest-….txt) tidak ada
      di arsip/2024/P-1
      akibat: perubahan pada berkas keterangan paket tidak akan ketahuan.
      saran: bandingkan paket dengan cadangannya (RFC 8493 bagian 2.2.1)

    kesalahan: cara hitung pada daftar "manifest-md5.txt" tidak dikenal
      di arsip/2024/P-1/manifest-md5.txt
      akibat: isi paket tidak dapat diperiksa.
      saran: minta paket dengan daftar sha512 atau sha256 dari pembuatnya (RFC 8493 bagian 2.4)

    peringatan: cara hitung pada daftar "manifest-md5.txt" tidak dikenal
      di arsip/2024/P-1/manifest-md5.txt
      akibat: isi paket diperiksa dengan daftar yang lain.
      saran: minta paket dengan daftar sha512 atau sha256 dari pembuatnya (RFC 8493 bagian 2.4)

    kesalahan: paket belum utuh: "fetch.txt" menunjuk isi yang berada di luar paket
      di arsip/2024/P-1/fetch.txt
      akibat: paket tidak utuh.
      saran: minta paket yang utuh dari pembuatnya; program ini tidak mengunduh apa pun (RFC 8493 bagian 2.2.3)

    kesalahan: Payload-Oxum "tiga" tidak dapat dibaca
      di arsip/2024/P-1/bag-info.txt
      saran: bandingkan "bag-info.txt" dan isi folder "data" dengan cadangannya (RFC 8493 bagian 2.2.2)

    kesalahan: isi paket 3 byte dalam 1 berkas, seharusnya 11 byte dalam 2 berkas
      di arsip/2024/P-1/bag-info.txt
      saran: bandingkan "bag-info.txt" dan isi folder "data" dengan cadangannya (RFC 8493 bagian 2.2.2)

    kesalahan: baris 3 pada "bag-info.txt" tidak dapat dipakai: tidak berbentuk "label: isi"
      di arsip/2024/P-1/bag-info.txt:3:1
      saran: pulihkan berkas itu dari cadangan (RFC 8493 bagian 2.2.2)

    kesalahan: baris 3 pada "manifest-sha512.txt" tidak dapat dipakai: tidak diawali angka pemeriksa (checksum) yang benar
      di arsip/2024/P-1/manifest-sha512.txt:3:1
      saran: pulihkan berkas itu dari cadangan (RFC 8493 bagian 2.3)

    kesalahan: baris 2 pada "manifest-sha512.txt" menyebut nama yang tidak aman "../rahasia.txt": memuat "." atau ".."
      di arsip/2024/P-1/manifest-sha512.txt:2:1
      akibat: tidak ada yang dibaca di luar paket; berkas lain tetap diperiksa.
      saran: jangan membuka paket ini sebelum pembuatnya menjelaskan (RFC 8493 bagian 5)

    kesalahan: baris 2 pada "manifest-sha512.txt" menyebut "data/surat.pdf" untuk kedua kalinya
      di arsip/2024/P-1/manifest-sha512.txt:2:1
      saran: bandingkan paket dengan cadangannya; daftar isi tidak boleh dibetulkan dengan tangan (RFC 8493 bagian 2.1.3)

    kesalahan: berkas "data/surat.pdf" tidak ada, padahal tercatat pada "manifest-sha512.txt"
      di arsip/2024/P-1/data/surat.pdf
      akibat: paket tidak utuh.
      saran: pulihkan berkas itu dari cadangan (RFC 8493 bagian 3)

    kesalahan: berkas "data/dua\nbaris.pdf" tidak tercatat pada "manifest-sha256.txt", "manifest-sha512.txt"
      di arsip/2024/P-1/data/dua\nbaris.pdf
      akibat: keaslian berkas itu tidak dapat dibuktikan dari paket ini.
      saran: bandingkan paket dengan cadangannya; daftar isi tidak boleh dibetulkan dengan tangan (RFC 8493 bagian 2.1.3)

    peringatan: berkas ".DS_Store" di luar folder "data" tidak tercatat
      di arsip/2024/P-1/.DS_Store
      akibat: perubahan pada berkas itu tidak akan ketahuan.
      saran: bandingkan paket dengan cadangannya (RFC 8493 bagian 2.2.1)

    kesalahan: isi berkas "data/surat.pdf" berubah: sha512 tidak cocok
      di arsip/2024/P-1/data/surat.pdf
      akibat: berkas itu tidak lagi sama dengan yang diarsipkan; berkas lain tetap diperiksa.
      saran: pulihkan berkas itu dari cadangan (RFC 8493 bagian 3)

    kesalahan: "data/tautan" adalah tautan, bukan berkas atau folder
      di arsip/2024/P-1/data/tautan
      akibat: tidak ada yang dibaca di luar paket; berkas lain tetap diperiksa.
      saran: jangan membuka paket ini sebelum pembuatnya menjelaskan (RFC 8493 bagian 5)

    kesalahan: "data/pipa" bukan berkas dan bukan folder
      di arsip/2024/P-1/data/pipa
      saran: pulihkan berkas itu dari cadangan (RFC 8493 bagian 3)

    kesalahan: nama berkas "data/b�" bukan teks Unicode
      di arsip/2024/P-1/data/b�
      saran: minta paket dengan nama berkas yang dapat dibaca semua komputer (RFC 8493 bagian 6.1)

    peringatan: nama "data/A" dan "data/a" hanya berbeda besar kecil hurufnya
      di arsip/2024/P-1/data/A
      di arsip/2024/P-1/data/a
      akibat: di komputer lain kedua berkas itu dapat saling menimpa.
      saran: minta paket dengan nama berkas yang dapat dibaca semua komputer (RFC 8493 bagian 6.1)

    kesalahan: nama "data/é" dan "data/é" hanya berbeda pengodean hurufnya
      di arsip/2024/P-1/data/é
      di arsip/2024/P-1/data/é
      akibat: di komputer lain kedua berkas itu dapat saling menimpa.
      saran: minta paket dengan nama berkas yang dapat dibaca semua komputer (RFC 8493 bagian 6.1)

    kesalahan: "data/surat.pdf" tidak dapat dibaca: tidak ada izin
      di arsip/2024/P-1/data/surat.pdf
      saran: periksa izin folder dan keadaan tempat penyimpanan, lalu periksa paket lagi
    "#);
    assert!(every_fault().iter().all(|fault| fault.level() <= Level::Peringatan));
}

#[test]
fn every_problem_of_the_writer_says_what_follows() {
    let all: Vec<String> =
        every_problem().iter().map(|problem| said(&problem.diagnostic())).collect();
    insta::assert_snapshot!(all.join("\n\n"), @r#"
    kesalahan: ".." tidak dapat menjadi nama paket arsip
      akibat: paket arsip tidak dibuat; tidak ada yang tersisa.

    kesalahan: "arsip/2024/P-1" sudah ada
      akibat: paket yang sudah ada tidak diubah dan tidak ditimpa.

    kesalahan: tidak ada berkas untuk dipaketkan
      akibat: paket arsip tidak dibuat; tidak ada yang tersisa.

    kesalahan: nama "CON" tidak dapat dipakai dalam paket arsip: nama itu milik perangkat Windows
      akibat: paket arsip tidak dibuat; tidak ada yang tersisa.
      saran: ganti nama berkas itu (RFC 8493 bagian 6.1)

    kesalahan: nama "bagit.txt" sudah dipakai oleh susunan paket arsip
      akibat: paket arsip tidak dibuat; tidak ada yang tersisa.
      saran: ganti nama berkas itu (RFC 8493 bagian 2)

    kesalahan: nama "a" dan "A" tidak dapat dibedakan oleh sebagian komputer
      akibat: paket arsip tidak dibuat; tidak ada yang tersisa.
      saran: ganti nama berkas itu (RFC 8493 bagian 6.1)

    kesalahan: keterangan paket "Payload-Oxum" tidak dapat dipakai: isinya dihitung sendiri
      akibat: paket arsip tidak dibuat; tidak ada yang tersisa.
      saran: perbaiki keterangan itu (RFC 8493 bagian 2.2.2)

    kesalahan: keterangan paket "a:b" tidak dapat dipakai: labelnya tidak sah
      akibat: paket arsip tidak dibuat; tidak ada yang tersisa.
      saran: perbaiki keterangan itu (RFC 8493 bagian 2.2.2)

    kesalahan: "bukti-dukung/P-1.pdf" tidak dapat dibaca: tidak ada
      akibat: paket arsip tidak dibuat; tidak ada yang tersisa.
      saran: periksa apakah berkas itu ada dan boleh dibaca, lalu jalankan lagi

    kesalahan: "arsip/2024" tidak dapat ditulis: tempat penyimpanan penuh
      akibat: paket arsip tidak dibuat; tidak ada yang tersisa.
      saran: periksa izin folder dan sisa tempat penyimpanan, lalu jalankan lagi

    kesalahan: paket arsip yang baru ditulis tidak lolos pemeriksaan: folder "data" tidak ada; berkas "bagit.txt" tidak ada
      akibat: paket arsip tidak dibuat; tidak ada yang tersisa.
      saran: periksa keadaan tempat penyimpanan, lalu jalankan lagi
    "#);
}
