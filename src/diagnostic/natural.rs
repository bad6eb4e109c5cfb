//! Natural order of request numbers: "P-9" stands before "P-10".

use std::cmp::Ordering;

/// Compares runs of digits by their value and all else letter by letter, without
/// case. Equal by that measure, the plain text decides, so that the order is total.
pub fn natural_order(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a.chars(), b.chars());
    loop {
        let (rest_of_left, rest_of_right) = (left.as_str(), right.as_str());
        let order = match (left.next(), right.next()) {
            (None, None) => return a.cmp(b),
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(x), Some(y)) if x.is_ascii_digit() && y.is_ascii_digit() => {
                let (x, after_x) = digits(rest_of_left);
                let (y, after_y) = digits(rest_of_right);
                (left, right) = (after_x.chars(), after_y.chars());
                x.len().cmp(&y.len()).then_with(|| x.cmp(y))
            }
            (Some(x), Some(y)) if x == y => Ordering::Equal,
            (Some(x), Some(y)) => x.to_lowercase().cmp(y.to_lowercase()),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

/// The run of digits at the start, without its leading zeros, and what follows it.
fn digits(text: &str) -> (&str, &str) {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let after = text.trim_start_matches(is_digit);
    let run = text.strip_suffix(after).unwrap_or(text);
    (run.trim_start_matches('0'), after)
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
