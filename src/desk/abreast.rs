//! Long lists worked through on all cores, with the results in the order of the list:
//! which core did what, and which was ready first, reaches no output.

use std::num::NonZeroUsize;
use std::panic;
use std::thread;

/// Fewer items are done sooner than a thread is begun.
const LEAST: usize = 256;

/// Parts the list, works on the parts side by side, and gives what each came to, in
/// the order of the list.
pub fn in_parts<T: Sync, R: Send>(list: &[T], work: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let parts = cores.min(list.len() / LEAST).max(1);
    let mut parts = list.chunks(list.len().div_ceil(parts).max(1));
    let first = parts.next().unwrap_or_default();
    let work = &work;
    thread::scope(|scope| {
        let others: Vec<_> = parts.map(|part| scope.spawn(move || work(part))).collect();
        let mut done = vec![work(first)];
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
            let done = in_parts(&list, <[usize]>::to_vec);
            assert_eq!(done.concat(), list);
        }
    }
}
