//! A written date or time, cut into numbers, words and signs.

/// A piece of a written date. Blanks are left out; a piece knows whether one stood
/// before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    Number {
        value: u32,
        digits: usize,
    },
    /// Letters in lower case, without apostrophes: "jumat" for "Jum'at".
    Word(String),
    Sign(char),
}

pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut list = Vec::new();
    let mut chars = text.chars().filter(|c| !is_dropped(*c)).peekable();
    while let Some(first) = chars.next() {
        if first.is_ascii_digit() {
            let mut digits = String::from(first);
            while let Some(next) = chars.next_if(char::is_ascii_digit) {
                digits.push(next);
            }
            // Ten digits and more are no part of a date: a value that fits none.
            let value = digits.parse().unwrap_or(u32::MAX);
            list.push(Token::Number { value, digits: digits.len() });
        } else if first.is_alphabetic() {
            let mut word: String = first.to_lowercase().collect();
            while let Some(next) = chars.next_if(|c| c.is_alphabetic()) {
                word.extend(next.to_lowercase());
            }
            list.push(Token::Word(word));
        } else if !first.is_whitespace() {
            list.push(Token::Sign(match first {
                '–' | '—' | '−' | '\u{2010}'..='\u{2012}' => '-',
                other => other,
            }));
        }
    }
    list
}

fn is_dropped(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`') || super::text::is_invisible(c)
}

/// Pieces that are taken from the front.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tokens<'t> {
    list: &'t [Token],
}

impl<'t> Tokens<'t> {
    pub(super) fn new(list: &'t [Token]) -> Self {
        Self { list }
    }

    pub(super) fn peek(&self) -> Option<&'t Token> {
        self.list.first()
    }

    pub(super) fn take(&mut self) -> Option<&'t Token> {
        let (first, rest) = self.list.split_first()?;
        self.list = rest;
        Some(first)
    }

    /// A number with its count of digits.
    pub(super) fn number(&mut self) -> Option<(u32, usize)> {
        let Some(Token::Number { value, digits }) = self.peek() else { return None };
        self.take();
        Some((*value, *digits))
    }

    pub(super) fn word(&mut self) -> Option<&'t str> {
        let Some(Token::Word(word)) = self.peek() else { return None };
        self.take();
        Some(word)
    }

    pub(super) fn sign(&mut self, signs: &[char]) -> Option<char> {
        match self.peek() {
            Some(Token::Sign(sign)) if signs.contains(sign) => {
                self.take();
                Some(*sign)
            }
            _ => None,
        }
    }

    /// A word of the list, and the full stop of its abbreviation.
    pub(super) fn word_of(&mut self, words: &[&str]) -> bool {
        match self.peek() {
            Some(Token::Word(word)) if words.contains(&word.as_str()) => {
                self.take();
                self.sign(&['.']);
                true
            }
            _ => false,
        }
    }

    /// Nothing is left but a closing stop, comma or bracket.
    pub(super) fn is_done(&self) -> bool {
        self.list.iter().all(|token| matches!(token, Token::Sign('.' | ',' | ';' | ')')))
    }
}
