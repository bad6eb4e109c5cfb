//! `periksa --anotasi`: the copies of the workbooks, from outside.

mod folder;
mod kept;
mod others;
mod package;
mod rewritten;
mod secret;
