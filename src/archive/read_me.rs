//! BACA-SAYA.txt: how anyone can check a package with what every computer has.

/// The name of the file, at the top of a package.
pub(super) const NAME: &str = "BACA-SAYA.txt";

/// The text for the package of a request, with the line ends that every editor of
/// Windows understands.
pub(super) fn text(number: &str, office: &str) -> String {
    let number: String = number.chars().filter(|c| !c.is_control()).collect();
    TEXT.replace("{nomor}", &number).replace("{kantor}", office).replace('\n', "\r\n")
}

const TEXT: &str = "\
PAKET ARSIP PERMOHONAN {nomor}
{kantor}

Folder ini memuat arsip satu permohonan hak akses yang sudah ditutup. Susunannya
mengikuti BagIt 1.0 (RFC 8493): folder dan berkas teks biasa, yang dapat dibuka dan
diperiksa tanpa program khusus.

ISI
  data/naskah/           naskah yang dibuat untuk permohonan ini (PDF)
  data/bukti-dukung/     pindaian dan bukti dukung
  data/catatan.json      catatan dari lembar kerja: setiap nilai beserta berkas,
                         lembar, dan selnya; daftar isi berkas; temuan pemeriksaan
  bag-info.txt           keterangan paket: kantor, nomor, tanggal pengarsipan, status
  manifest-sha512.txt    nilai SHA-512 setiap berkas di dalam folder data
  tagmanifest-sha512.txt nilai SHA-512 berkas-berkas keterangan di luar folder data

MEMERIKSA KEUTUHAN TANPA TERTIB
Setiap baris manifest-sha512.txt berisi nilai SHA-512 (128 huruf dan angka), lalu nama
berkasnya. Berkas masih utuh bila nilai yang dihitung ulang sama dengan yang tertulis.
Dengan cara yang sama, tagmanifest-sha512.txt menjaga berkas-berkas keterangan.

Windows: buka Command Prompt di folder ini (ketik cmd pada kotak alamat Explorer), lalu
untuk setiap berkas:
  certutil -hashfile \"data\\catatan.json\" SHA512
dan bandingkan hasilnya dengan baris untuk data/catatan.json di manifest-sha512.txt.

Linux: buka terminal di folder ini, lalu:
  sha512sum -c tagmanifest-sha512.txt
  sha512sum -c manifest-sha512.txt
macOS: pakai \"shasum -a 512 -c\" sebagai ganti \"sha512sum -c\".
Semua baris harus berakhir dengan OK. Periksa juga bahwa di folder data tidak ada berkas
yang tidak tercantum di manifest-sha512.txt.

Jangan mengubah, menambah, atau menghapus berkas di dalam folder ini. Bila catatan,
naskah, atau bukti dukungnya berubah, tertib membuat paket baru yang menyebut paket ini.
";

#[cfg(test)]
mod tests {
    #[test]
    fn every_line_fits_a_page_and_ends_as_windows_ends_lines() {
        let text = super::text("P-2024-001", "Kantor Contoh");
        assert!(text.lines().all(|line| line.chars().count() <= 90), "{text}");
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        assert!(text.starts_with("PAKET ARSIP PERMOHONAN P-2024-001\r\nKantor Contoh\r\n"));
    }
}
