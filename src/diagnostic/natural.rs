//! Natural order of request numbers: "P-9" stands before "P-10".

use std::cmp::Ordering;

/// Compares runs of digits by their value and all else letter by letter, without
/// case. Equal by that measure, the plain text decides, so that the order is total.
pub fn natural_order(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a.chars().peekable(), b.chars().peekable());
    loop {
        match (left.peek().copied(), right.peek().copied()) {
            (None, None) => return a.cmp(b),
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(x), Some(y)) if x.is_ascii_digit() && y.is_ascii_digit() => {
                let (x, y) = (digits(&mut left), digits(&mut right));
                match x.len().cmp(&y.len()).then_with(|| x.cmp(&y)) {
                    Ordering::Equal => {}
                    other => return other,
                }
            }
            (Some(x), Some(y)) => {
                left.next();
                right.next();
                match x.to_lowercase().cmp(y.to_lowercase()) {
                    Ordering::Equal => {}
                    other => return other,
                }
            }
        }
    }
}

/// Takes a run of digits without its leading zeros.
fn digits(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> String {
    let mut run = String::new();
    while let Some(digit) = chars.next_if(char::is_ascii_digit) {
        if !(run.is_empty() && digit == '0') {
            run.push(digit);
        }
    }
    run
}

#[cfg(test)]
mod tests {
    use super::natural_order;

    #[test]
    fn numbers_are_ordered_by_value_and_text_without_case() {
        let mut numbers = ["P-10", "p-9", "P-010/A", "P-2024-2", "P-2024-11", "A-1", "P-9"];
        numbers.sort_by(|a, b| natural_order(a, b));
        assert_eq!(numbers, ["A-1", "P-9", "p-9", "P-10", "P-010/A", "P-2024-2", "P-2024-11"]);
    }
}
