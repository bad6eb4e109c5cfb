//! The lines that the ledger takes and yields, so that no other file of this room needs
//! to know what keeps them.

use super::problem::RegisterProblem;

/// One value of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Null,
    Int(i64),
    Text(String),
}

/// One line that a question yields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line(pub(super) Vec<Value>);

impl Line {
    pub(super) fn text(&self, at: usize) -> Result<&str, RegisterProblem> {
        self.text_if_any(at)?.ok_or_else(|| unexpected(at))
    }

    pub(super) fn text_if_any(&self, at: usize) -> Result<Option<&str>, RegisterProblem> {
        match self.0.get(at) {
            Some(Value::Text(text)) => Ok(Some(text)),
            Some(Value::Null) => Ok(None),
            _ => Err(unexpected(at)),
        }
    }

    /// A whole number that fits what is asked for.
    pub(super) fn int<T: TryFrom<i64>>(&self, at: usize) -> Result<T, RegisterProblem> {
        self.int_if_any(at)?.ok_or_else(|| unexpected(at))
    }

    pub(super) fn int_if_any<T>(&self, at: usize) -> Result<Option<T>, RegisterProblem>
    where
        T: TryFrom<i64>,
    {
        match self.0.get(at) {
            Some(Value::Int(number)) => T::try_from(*number).map(Some).map_err(|_| unexpected(at)),
            Some(Value::Null) => Ok(None),
            _ => Err(unexpected(at)),
        }
    }
}

/// What stands in a column is not what this room writes there.
pub(super) fn unexpected(at: usize) -> RegisterProblem {
    RegisterProblem::Damaged { reason: format!("isi kolom ke-{} tidak terduga", at + 1) }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Value::Int(number)
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Value::Int(number.into())
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Value::Int(number.into())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Null, Into::into)
    }
}
