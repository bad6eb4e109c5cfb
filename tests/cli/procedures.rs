//! An office with two procedures, the giving and the taking back of access: which one a
//! request goes by, and that all that is told of it is that one's.

use serde_json::Value;

use super::folder::{Folder, REQUESTS, SIGN_OFFS, is_as_kept, request, signed};

pub const REVOCATION: &str = include_str!("../sop/pencabutan.toml");
pub const GRANT_NUMBER: &str = "SDM-233-OT.02.02 TAHUN 2024";
pub const REVOCATION_NUMBER: &str = "SDM-234-OT.02.02 TAHUN 2024";
pub const YOGA: &str = "Yoga Pradana";
pub const RATIH: &str = "Ratih Maheswari";

/// The heads of requests with their kind and procedure.
const WITH_SOP: [&str; 10] = [
    "No. Permohonan",
    "Nama Pemohon",
    "Unit Kerja",
    "Aplikasi",
    "Peran",
    "No. Surat",
    "Tanggal Surat",
    "Tanggal Diterima",
    "Jenis",
    "SOP",
];

pub fn asked<'a>(number: &'a str, kind: &'a str, sop: &'a str) -> Vec<&'a str> {
    [request(number), vec![kind, sop]].concat()
}

/// The three signed steps of a revocation, the verification five minutes late.
pub fn revoked(number: &str) -> Vec<Vec<&str>> {
    vec![
        signed(number, "Verifikasi", YOGA, ["24/06/2024 08.20", "24/06/2024 08.45"], "Y"),
        signed(number, "Pencabutan akses", YOGA, ["24/06/2024 08.50", "24/06/2024 08.55"], ""),
        signed(number, "4", RATIH, ["24/06/2024 09.00", "24/06/2024 09.05"], ""),
    ]
}

/// The first two signed steps of a grant, as long as those of a revocation.
pub fn begun(number: &str) -> Vec<Vec<&str>> {
    vec![
        signed(number, "Penugasan", RATIH, ["24/06/2024 08.00", "24/06/2024 08.12"], ""),
        signed(number, "Verifikasi", YOGA, ["24/06/2024 08.20", "24/06/2024 08.45"], "Y"),
    ]
}

pub fn office() -> Folder {
    Folder::office().with("sop/pencabutan.toml", REVOCATION)
}

pub fn with_rows(office: Folder, requests: &[Vec<&str>], rows: &[Vec<&str>]) -> Folder {
    office
        .book("data/permohonan.xlsx", &[("Permohonan", &WITH_SOP, requests)])
        .book("data/kendali.xlsx", &[("Kendali", &SIGN_OFFS, rows)])
}

fn examined(office: &Folder) -> Value {
    office.tertib(&["periksa", "--format", "json"]).json()
}

fn case<'a>(json: &'a Value, number: &str) -> &'a Value {
    let all = json["permohonan"].as_array().expect("requests");
    all.iter().find(|one| one["nomor"] == number).expect("the request")
}

fn codes(json: &Value, number: &str) -> Vec<String> {
    let all = json["temuan"].as_array().expect("findings").iter();
    let own = all.filter(|told| told["permohonan"] == number);
    own.map(|told| told["kode"].as_str().expect("a code").to_owned()).collect()
}

/// The numbers of the signed steps.
fn steps(case: &Value) -> Vec<u64> {
    let all = case["langkah"].as_array().expect("steps").iter();
    all.map(|step| step["no"].as_u64().expect("a number")).collect()
}

#[test]
fn each_request_is_judged_and_told_by_its_own_procedure() {
    let rows = [begun("A-1"), revoked("C-1"), revoked("C-2"), begun("U-1")].concat();
    let office = with_rows(
        office(),
        &[
            asked("A-1", "baru", ""),
            asked("C-1", "pencabutan", ""),
            asked("C-2", "", "pencabutan hak akses"),
            asked("U-1", "perubahan", ""),
        ],
        &rows,
    );
    let json = examined(&office);
    assert_eq!(json["sop"], GRANT_NUMBER);
    let (grant, revocation) = (case(&json, "A-1"), case(&json, "C-1"));
    assert_eq!(grant["sop"]["nomor"], GRANT_NUMBER);
    assert_eq!(
        (steps(grant), grant["langkah"][1]["tepat_waktu"].as_bool()),
        (vec![2, 3], Some(true))
    );
    assert_eq!(revocation["sop"]["nomor"], REVOCATION_NUMBER);
    assert_eq!(revocation["sop"]["nama"], "PENCABUTAN HAK AKSES SISTEM APLIKASI");
    assert_eq!(revocation["target_detik"], 55 * 60);
    assert_eq!(
        (revocation["status"].as_str(), steps(revocation)),
        (Some("selesai"), vec![2, 3, 4])
    );
    assert_eq!(revocation["langkah"][0]["tepat_waktu"], false);
    // A row that names the procedure and no kind asks for what the procedure is for.
    let named = case(&json, "C-2");
    assert_eq!(named["jenis"], "pencabutan");
    assert_eq!(
        (named["langkah"].clone(), codes(&json, "C-2")),
        (revocation["langkah"].clone(), codes(&json, "C-1"),)
    );
    assert_eq!(json["ringkasan"]["di_luar_sop"], 1, "no procedure is for a change");
    let said = office.conversation(&[
        &["periksa"],
        &["jelaskan", "C-1", "--langkah", "2"],
        &["status"],
        &["buat", "--simulasi"],
    ]);
    is_as_kept("prosedur", &said);
}

#[test]
fn the_name_of_the_sheet_or_a_title_above_the_table_says_it_for_all_its_rows() {
    // No column names it, and no kind is given: in another sheet these are new requests.
    let sheet = |name: &str| {
        Folder::office()
            .with("sop/pencabutan.toml", REVOCATION)
            .book("data/satu.xlsx", &[(name, &REQUESTS, &[request("C-1")])])
            .book("data/dua.xlsx", &[("Kendali", &SIGN_OFFS, &revoked("C-1"))])
    };
    let judged_by = |office: &Folder| {
        let json = examined(office);
        case(&json, "C-1")["sop"]["nomor"].as_str().expect("a number").to_owned()
    };
    assert_eq!(judged_by(&sheet("Pencabutan 2024")), REVOCATION_NUMBER);
    assert_eq!(judged_by(&sheet("Permohonan")), GRANT_NUMBER);
    assert_eq!(judged_by(&sheet("Pemberian, Pencabutan")), GRANT_NUMBER, "it names both");
    let titled = |title: &str| {
        let heads = REQUESTS.join(";");
        let text = format!("{title}\n\n{heads}\n{}\n", request("C-1").join(";"));
        let office = Folder::office().with("sop/pencabutan.toml", REVOCATION);
        office
            .with("data/permohonan.csv", text)
            .book("data/kendali.xlsx", &[("Kendali", &SIGN_OFFS, &revoked("C-1"))])
    };
    let title = |rest: &str| judged_by(&titled(rest));
    assert_eq!(title("Register Pencabutan Hak Akses Sistem Aplikasi 2024"), REVOCATION_NUMBER);
    assert_eq!(title("SOP Nomor SDM-234-OT.02.02 Tahun 2024"), REVOCATION_NUMBER);
    assert_eq!(title("Register pencabutan tahun 2024"), GRANT_NUMBER, "a part is not the name");
}

#[test]
fn a_procedure_that_the_office_does_not_have_is_never_guessed() {
    let office = with_rows(
        office(),
        &[
            asked("C-1", "pencabutan", "SDM-243-OT.02.02 TAHUN 2024"),
            asked("C-2", "pencabutan", "SDM-234-OT.02.02 tahun 2024"),
        ],
        &[revoked("C-1"), revoked("C-2")].concat(),
    );
    let json = examined(&office);
    assert_eq!(codes(&json, "C-1"), ["D06"]);
    let unknown = case(&json, "C-1");
    assert_eq!(unknown["status"], "perlu_perbaikan");
    assert!(unknown["sesuai_sop"].is_null() && unknown["tepat_waktu"].is_null());
    assert_eq!(codes(&json, "C-2"), ["W01"], "capitals make no other number");
    let told = &json["temuan"][0];
    assert_eq!(told["kode"], "D06");
    assert_eq!(told["lokasi"][0]["sel"], "J2");
    assert!(told["saran"].as_str().expect("advice").contains(REVOCATION_NUMBER), "{told}");
    // In an office of one procedure such a column is read all the same.
    let alone = with_rows(
        Folder::office(),
        &[asked("A-1", "", "LAB-9"), asked("A-2", "", GRANT_NUMBER)],
        &[begun("A-1"), begun("A-2")].concat(),
    );
    let json = examined(&alone);
    assert_eq!(codes(&json, "A-1"), ["D06"]);
    assert_eq!(codes(&json, "A-2"), ["W06"]);
    assert!(case(&json, "A-2")["sop"].is_null(), "with one procedure it is told once");
}

#[test]
fn a_procedure_that_is_not_for_what_is_asked_is_told_and_gives_no_verdict() {
    let removal = REVOCATION_NUMBER;
    let requests = [asked("C-1", "perubahan", removal), asked("C-2", "pencabutan", removal)];
    let rows = [revoked("C-1"), revoked("C-2")].concat();
    let json = examined(&with_rows(office(), &requests, &rows));
    assert_eq!(codes(&json, "C-1"), ["D06"]);
    assert_eq!(case(&json, "C-1")["sesuai_sop"], Value::Null);
    let told = &json["temuan"][0];
    let text = told["pesan"].as_str().expect("a text");
    assert!(text.ends_with("bukan untuk perubahan") && text.contains(removal), "{text}");
    assert_eq!(told["lokasi"].as_array().expect("places").len(), 2, "{told}");
    assert!(!codes(&json, "C-2").contains(&"D06".to_owned()));
    // That it names another one besides is told as well.
    let requests = [asked("C-1", "perubahan", removal), asked("C-1", "perubahan", GRANT_NUMBER)];
    let json = examined(&with_rows(office(), &requests, &revoked("C-1")));
    assert_eq!(codes(&json, "C-1"), ["D06", "D08"]);
}

#[test]
fn rows_that_name_different_procedures_contradict_each_other() {
    let office = with_rows(
        office(),
        &[asked("C-1", "pencabutan", REVOCATION_NUMBER), asked("C-1", "pencabutan", GRANT_NUMBER)],
        &revoked("C-1"),
    );
    let json = examined(&office);
    assert_eq!(codes(&json, "C-1"), ["D08", "W01"]);
    assert_eq!(case(&json, "C-1")["sop"]["nomor"], REVOCATION_NUMBER, "the first is used");
    // Number and name of the same procedure are no contradiction.
    let same = with_rows(
        self::office(),
        &[
            asked("C-1", "pencabutan", REVOCATION_NUMBER),
            asked("C-1", "pencabutan", "SOP Pencabutan Hak Akses Sistem Aplikasi"),
        ],
        &revoked("C-1"),
    );
    assert!(!codes(&examined(&same), "C-1").contains(&"D08".to_owned()));
}

#[test]
fn the_sign_offs_may_name_the_procedure_where_the_request_does_not() {
    let heads: Vec<&str> = SIGN_OFFS.iter().copied().chain(["Prosedur"]).collect();
    let rows: Vec<Vec<&str>> = revoked("C-1")
        .into_iter()
        .map(|row| [row, vec!["Pencabutan Hak Akses"]].concat())
        .collect();
    let office = office()
        .book("data/permohonan.xlsx", &[("Permohonan", &REQUESTS, &[request("C-1")])])
        .book("data/kendali.xlsx", &[("Kendali", &heads, &rows)]);
    let json = examined(&office);
    assert_eq!(case(&json, "C-1")["sop"]["nomor"], REVOCATION_NUMBER);
    assert_eq!(
        (steps(case(&json, "C-1")), codes(&json, "C-1")),
        (vec![2, 3, 4], vec!["W01".into()])
    );
}

#[test]
fn a_step_of_another_procedure_is_no_step() {
    let office = with_rows(
        office(),
        &[asked("C-1", "pencabutan", ""), asked("A-1", "baru", "")],
        &[begun("C-1"), begun("A-1")].concat(),
    );
    let json = examined(&office);
    // The assignment is a step of the grant only; the verification is one of both.
    assert!(codes(&json, "C-1").contains(&"D06".to_owned()));
    assert_eq!((steps(case(&json, "C-1")), steps(case(&json, "A-1"))), (vec![2], vec![2, 3]));
}

#[test]
fn groups_of_columns_named_by_step_are_the_steps_of_the_request_s_procedure() {
    let heads = [
        "No. Permohonan",
        "Verifikasi - Mulai",
        "Verifikasi - Selesai",
        "Verifikasi - Pelaksana",
        "Verifikasi - Hasil",
        "Pencabutan akses - Mulai",
        "Pencabutan akses - Selesai",
        "Pencabutan akses - Pelaksana",
    ];
    let row = vec![
        "C-1",
        "24/06/2024 08.20",
        "24/06/2024 08.45",
        YOGA,
        "Y",
        "24/06/2024 08.50",
        "24/06/2024 08.55",
        YOGA,
    ];
    let office = office()
        .book("data/satu.xlsx", &[("Permohonan", &WITH_SOP, &[asked("C-1", "pencabutan", "")])])
        .book("data/dua.xlsx", &[("Kendali", &heads, &[row])]);
    let json = examined(&office);
    assert_eq!(steps(case(&json, "C-1")), [2, 3]);
    assert_eq!(case(&json, "C-1")["langkah"][0]["tepat_waktu"], false);
}

#[test]
fn which_procedure_is_the_main_one_must_be_clear() {
    let other = REVOCATION.replace("[\"pencabutan\"]", "[\"baru\", \"pencabutan\"]");
    let builtin = tertib::sop::BUILTIN_TEXT;
    let two = || Folder::empty().with("sop/a.toml", builtin).with("sop/b.toml", &other);
    let toml = |more: &str| {
        format!("[instansi]\nnama = \"Kantor Contoh\"\n[opsi]\nper = \"2024-06-28\"\n{more}")
    };
    let said =
        |more: &str, line: &[&str]| two().with("tertib.toml", toml(more)).conversation(&[line]);
    let kept = [
        said("", &["periksa"]),
        said("sop = \"SDM-234-OT.02.02 TAHUN 2025\"\n", &["periksa"]),
        said("sop = \"SDM-234-OT.02.02 TAHUN 2024\"\n", &["periksa"]),
        said("sop = \"pemberian hak akses sistem aplikasi\"\n", &["sop", "--cetak", "sop.pdf"]),
    ];
    is_as_kept("prosedur_utama", &kept.concat());
    // A file that is for the requests of the built-in one takes its place, as before.
    let alone = Folder::office().with("sop/b.toml", &other);
    assert_eq!(examined(&alone)["sop"], REVOCATION_NUMBER);
    assert_eq!(examined(&self::office())["sop"], GRANT_NUMBER, "it stays beside the other");
}

#[test]
fn a_kind_of_request_that_two_other_procedures_are_for_has_to_be_named() {
    let second = REVOCATION
        .replace("PENCABUTAN HAK AKSES SISTEM APLIKASI", "PENONAKTIFAN AKUN PEGAWAI PENSIUN")
        .replace("SDM-234", "SDM-300");
    let office = with_rows(
        office().with("sop/pensiun.toml", second),
        &[asked("C-1", "pencabutan", ""), asked("C-2", "pencabutan", "Penonaktifan akun")],
        &[revoked("C-1"), revoked("C-2")].concat(),
    );
    let json = examined(&office);
    assert_eq!(codes(&json, "C-1"), ["D06"]);
    assert_eq!(case(&json, "C-1")["status"], "perlu_perbaikan");
    assert_eq!(case(&json, "C-2")["sop"]["nomor"], "SDM-300-OT.02.02 TAHUN 2024");
    assert_eq!(codes(&json, "C-2"), ["W01"]);
}

#[test]
fn a_role_has_one_id_in_all_procedures() {
    let other = REVOCATION
        .replace("\"ketua_tim\"", "\"ketua\"")
        .replace("nama = \"Ketua Tim\"", "nama = \"Ketua Tim Kerja Pengelolaan Sistem Informasi\"");
    let office = Folder::office().with("sop/pencabutan.toml", other);
    let told = office.tertib(&["periksa"]).ends_with(2);
    assert!(told.err.contains("ber-id ketua di"), "{}", told.err);
}
