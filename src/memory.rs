//! The bounds on the processes that read workbooks and set pages. What would pass them
//! is refused by the system, and the process ends; the program that started it goes on.

/// Bounds what this process may still take. Where that fails it goes on unbounded:
/// better a workbook that is read than none.
#[cfg(unix)]
pub(crate) fn bound(bytes: usize) {
    use rlimit::{Resource, setrlimit};
    let bytes = bytes as u64;
    let _ = setrlimit(Resource::AS, bytes, bytes);
    // It ends by aborting: no picture of its memory is wanted.
    let _ = setrlimit(Resource::CORE, 0, 0);
}

/// Bounds the computing time of this process: one that whoever started it can no longer
/// end does not go on for ever.
#[cfg(unix)]
pub(crate) fn bound_time(seconds: u64) {
    use rlimit::{Resource, setrlimit};
    let _ = setrlimit(Resource::CPU, seconds, seconds);
}

/// Windows ends the processes of a window that is closed.
#[cfg(not(unix))]
pub(crate) fn bound_time(_seconds: u64) {}

/// Windows has no such bound that a process could set itself without unsafe code.
#[cfg(not(unix))]
pub(crate) fn bound(bytes: usize) {
    let _ = ALLOCATOR.set_limit(bytes);
}

#[cfg(not(unix))]
#[global_allocator]
static ALLOCATOR: cap::Cap<std::alloc::System> = cap::Cap::new(std::alloc::System, usize::MAX);
