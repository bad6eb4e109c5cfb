//! Long lists worked through on all cores, with the results in the order of the list:
//! which core did what, and which was ready first, reaches no output.

use std::num::NonZeroUsize;
use std::panic;
use std::thread;

/// Fewer items are done sooner than a thread is begun.
const LEAST: usize = 256;

/// Parts the list, works on the parts side by side, and gives what each came to, in
/// the order of the list.
pub(crate) fn in_parts<T: Send, R: Send>(
    mut list: Vec<T>,
    work: impl Fn(Vec<T>) -> R + Sync,
) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let parts = cores.min(list.len() / LEAST).max(1);
    let size = list.len().div_ceil(parts);
    let mut others = Vec::new();
    while list.len() > size {
        let last = (list.len() - 1) / size * size;
        others.push(list.split_off(last));
    }
    let work = &work;
    thread::scope(|scope| {
        let others = others.into_iter().rev().map(|part| scope.spawn(move || work(part)));
        let others: Vec<_> = others.collect();
        let mut done = vec![work(list)];
        for other in others {
            done.push(other.join().unwrap_or_else(|cause| panic::resume_unwind(cause)));
        }
        done
    })
}

#[cfg(test)]
mod tests {
    use super::{LEAST, in_parts};

    #[test]
    fn whatever_the_length_each_item_is_worked_on_once_and_in_order() {
        for length in [0, 1, LEAST, 2 * LEAST, 7 * LEAST + 3] {
            let list: Vec<usize> = (0..length).collect();
            let done = in_parts(list.clone(), |part| part);
            assert_eq!(done.concat(), list);
        }
    }
}
