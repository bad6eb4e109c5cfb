//! Heads in English, as forms and sheets of some offices have them.

use super::book::{Book, kendali};
use crate::line;

#[test]
fn sheets_with_english_heads_are_read_like_others() {
    let read = Book::new()
        .sheet(
            "Requests",
            &[
                line![
                    "No",
                    "Request No.",
                    "Date Received",
                    "Letter No.",
                    "Letter Date",
                    "Applicant Name",
                    "Employee ID (NIP)",
                    "Position",
                    "Work Unit",
                    "Application",
                    "Role",
                    "Remarks"
                ],
                line![
                    1.0,
                    "R-1",
                    "3 June 2024 09:05 AM",
                    "W.11-15",
                    "June 3, 2024",
                    "Siti Rahma, A.Md.",
                    "199202022023212901",
                    "Staff",
                    "Kanwil Bali",
                    "SIMPEG",
                    "Operator",
                    "urgent"
                ],
            ],
        )
        .sheet(
            "Tracking",
            &[
                line!["Request No.", "Step", "Officer", "Start", "End", "Result", "Signature"],
                line![
                    "R-1",
                    3.0,
                    "Dewi Larasita",
                    "3 June 2024 09:30",
                    "3 June 2024 09:50",
                    "No",
                    "DL"
                ],
            ],
        )
        .sheet(
            "Team",
            &[
                line!["Name", "NIP", "Position", "Role", "Since"],
                line!["Dewi Larasita", "199006062014062906", "Analyst", "Anggota Tim", ""],
            ],
        )
        .read();
    assert_eq!(read.found(), [""; 0]);
    let request = &read.intake.requests[0];
    assert_eq!(super::book::told(&request.received), "2024-06-03 09:05");
    assert_eq!(request.texts.len(), 8);
    assert_eq!(read.signed(), ["R-1 3 2024-06-03 09:30..2024-06-03 09:50 Dewi Larasita"]);
    assert_eq!(read.intake.staff.len(), 1);
}

#[test]
fn the_questions_of_an_english_form_are_heads_and_a_question_of_another_matter_is_none() {
    let read = Book::new()
        .sheet(
            "Form Responses 1",
            &[
                line![
                    "Timestamp",
                    "Email Address",
                    "Full name (with degrees)",
                    "Work unit",
                    "Which applications do you need? (you may tick several)",
                    "Role requested",
                    "What is your application experience?",
                    "Request number"
                ],
                line![
                    "3 Juni 2024 09.05",
                    "a@b.go.id",
                    "Andi",
                    "Kanwil",
                    "SIMPEG",
                    "Operator",
                    "good",
                    "F-1"
                ],
            ],
        )
        .read();
    assert_eq!(read.found(), ["D14 G1"]);
    let request = &read.intake.requests[0];
    assert_eq!(request.texts.len(), 5);
}

#[test]
fn indonesian_questions_say_what_they_ask_for_among_other_words() {
    let read = Book::new()
        .sheet(
            "Formulir",
            &[
                line![
                    "Stempel waktu",
                    "Nama Lengkap beserta Gelar",
                    "Unit Kerja / Satuan Kerja Anda",
                    "Aplikasi apa saja yang dimohonkan? (boleh lebih dari satu)",
                    "Hak akses yang diminta",
                    "No. Registrasi (diisi petugas)"
                ],
                line!["3 Juni 2024 09.05", "Andi", "Kanwil", "SIMPEG", "Operator", "F-1"],
            ],
        )
        .sheet("Kendali", &[kendali()])
        .read();
    assert_eq!(read.found(), [""; 0]);
    assert_eq!(read.intake.requests.len(), 1);
}
