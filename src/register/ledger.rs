//! The SQLite file of the register: opening it, and one transaction at a time.
//!
//! **One file.** The folder of an office often lies on a network share, where the
//! write-ahead log does not work (its index is memory shared between processes of one
//! machine) and where two more files beside the register are two more to lose. So the
//! plain rollback journal it is, gone once the work is done.
//!
//! **One writer.** Who opens to write holds the file alone until done, so that two runs
//! cannot give numbers in turn. Who only looks takes a copy into memory and lets go at
//! once; what is then "written" goes into the copy, which is what `--simulasi` needs:
//! the same answers, and not one byte on the disk.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags, ToSql};

use super::line::{Line, Value, unexpected};
use super::problem::RegisterProblem;

const SCHEMA: &str = include_str!("schema.sql");

/// The version of [`SCHEMA`]; a file of a higher one is left alone.
const VERSION: i64 = 1;

/// Marks a SQLite file as a register ("tert").
const MARK: i64 = 0x7465_7274;

/// How long to wait for another process before saying that it is there.
const PATIENCE: Duration = Duration::from_secs(2);

/// The tables in the order in which they can be filled: what is named comes first.
const TABLES: [&str; 4] = ["paper", "number", "issue", "package"];

pub(super) struct Ledger {
    connection: Connection,
    /// The file; `None` for a copy in memory.
    file: Option<PathBuf>,
    depth: usize,
}

impl Ledger {
    /// Opens the file to write, alone; a file that is not there is begun.
    pub(super) fn write(path: &Path) -> Result<Ledger, RegisterProblem> {
        Ledger::begun(path).map_err(|problem| match problem {
            RegisterProblem::CannotOpen { .. } => cannot_open(path),
            other => other,
        })
    }

    fn begun(path: &Path) -> Result<Ledger, RegisterProblem> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let connection = connect(path, flags)?;
        // In exclusive mode the lock of the first transaction is kept until closing.
        batch(&connection, "PRAGMA journal_mode = DELETE; PRAGMA locking_mode = EXCLUSIVE")?;
        batch(&connection, "BEGIN EXCLUSIVE")?;
        if !inspect(&connection)? {
            lay_out(&connection)?;
        }
        batch(&connection, "COMMIT")?;
        Ok(Ledger { connection, file: Some(path.to_owned()), depth: 0 })
    }

    /// A copy in memory of what the file holds; of a file that is not there, an empty one.
    pub(super) fn copy(path: &Path) -> Result<Ledger, RegisterProblem> {
        let connection = Connection::open_in_memory().map_err(problem)?;
        settle(&connection)?;
        lay_out(&connection)?;
        let copy = Ledger { connection, file: None, depth: 0 };
        let there = path.try_exists().map_err(|_| cannot_open(path))?;
        if path.is_dir() {
            return Err(cannot_open(path));
        }
        if there {
            match copy.take(path, OpenFlags::SQLITE_OPEN_READ_ONLY) {
                Err(RegisterProblem::CannotOpen { .. }) => return Err(cannot_open(path)),
                // A run that was killed left its journal: SQLite has to take back the half
                // of it that reached the file before anyone can read.
                Err(RegisterProblem::NotWritable) => {
                    copy.take(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
                }
                taken => taken?,
            }
        }
        Ok(copy)
    }

    fn take(&self, path: &Path, flags: OpenFlags) -> Result<(), RegisterProblem> {
        let disk = connect(path, flags)?;
        batch(&disk, "BEGIN")?;
        if !inspect(&disk)? {
            return Ok(());
        }
        batch(&self.connection, "BEGIN")?;
        for table in TABLES {
            let mut read = disk.prepare(&format!("SELECT * FROM {table}")).map_err(problem)?;
            let places = vec!["?"; read.column_count()].join(", ");
            let insert = format!("INSERT INTO {table} VALUES ({places})");
            let mut write = self.connection.prepare(&insert).map_err(problem)?;
            let width = read.column_count();
            let mut lines = read.query([]).map_err(problem)?;
            while let Some(line) = lines.next().map_err(problem)? {
                let line = Line::read(line, width)?;
                write.execute(rusqlite::params_from_iter(&line.0)).map_err(problem)?;
            }
        }
        batch(&self.connection, "COMMIT")
    }

    pub(super) fn ask(&self, sql: &str, values: &[Value]) -> Result<Vec<Line>, RegisterProblem> {
        let mut statement = self.connection.prepare(sql).map_err(problem)?;
        let width = statement.column_count();
        let mut found = statement.query(rusqlite::params_from_iter(values)).map_err(problem)?;
        let mut lines = Vec::new();
        while let Some(line) = found.next().map_err(problem)? {
            lines.push(Line::read(line, width)?);
        }
        Ok(lines)
    }

    /// Changes lines; inside [`Ledger::begin`] and [`Ledger::end`] only.
    pub(super) fn change(&self, sql: &str, values: &[Value]) -> Result<(), RegisterProblem> {
        let values = rusqlite::params_from_iter(values);
        self.connection.execute(sql, values).map(|_| ()).map_err(problem)
    }

    /// The key of the line that was added last.
    pub(super) fn added(&self) -> i64 {
        self.connection.last_insert_rowid()
    }

    /// Begins what is to happen wholly or not at all; one may begin inside another.
    pub(super) fn begin(&mut self) -> Result<(), RegisterProblem> {
        let begin = match self.depth {
            0 => "BEGIN IMMEDIATE".to_owned(),
            depth => format!("SAVEPOINT inner_{depth}"),
        };
        batch(&self.connection, &begin)?;
        self.depth += 1;
        Ok(())
    }

    /// Ends what was begun last: it is kept, or as if it had never been.
    pub(super) fn end(&mut self, keep: bool) -> Result<(), RegisterProblem> {
        self.depth = self.depth.saturating_sub(1);
        let depth = self.depth;
        let done = match (depth, keep) {
            (0, true) => batch(&self.connection, "COMMIT"),
            (_, true) => batch(&self.connection, &format!("RELEASE inner_{depth}")),
            _ => Ok(()),
        };
        if keep && done.is_ok() {
            return Ok(());
        }
        let undo = match depth {
            0 => "ROLLBACK".to_owned(),
            depth => format!("ROLLBACK TO inner_{depth}; RELEASE inner_{depth}"),
        };
        // SQLite itself has already rolled back after some errors (a full disk).
        if !self.connection.is_autocommit() {
            batch(&self.connection, &undo)?;
        }
        done
    }
}

impl Drop for Ledger {
    /// The journal of an exclusive writer outlives its transactions; the last one, made
    /// as an ordinary writer, takes it away. Where that fails an empty journal stays,
    /// which harms nothing.
    fn drop(&mut self) {
        let Some(file) = &self.file else { return };
        let mut journal = file.clone().into_os_string();
        journal.push("-journal");
        if Path::new(&journal).exists() {
            if !self.connection.is_autocommit() {
                let _ = batch(&self.connection, "ROLLBACK");
            }
            let last = format!(
                "PRAGMA locking_mode = NORMAL; BEGIN IMMEDIATE; \
                 PRAGMA user_version = {VERSION}; COMMIT"
            );
            let _ = batch(&self.connection, &last);
        }
    }
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, RegisterProblem> {
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(problem)?;
    settle(&connection)?;
    Ok(connection)
}

fn settle(connection: &Connection) -> Result<(), RegisterProblem> {
    connection.busy_timeout(PATIENCE).map_err(problem)?;
    // A register may come from anywhere: nothing in its schema is to be run as code.
    batch(connection, "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF")
}

fn lay_out(connection: &Connection) -> Result<(), RegisterProblem> {
    batch(connection, SCHEMA)?;
    let marks = format!("PRAGMA application_id = {MARK}; PRAGMA user_version = {VERSION}");
    batch(connection, &marks)
}

/// Whether the file is a register and whole; `false` for one that holds nothing yet.
fn inspect(connection: &Connection) -> Result<bool, RegisterProblem> {
    let number = |name| connection.pragma_query_value(None, name, |line| line.get::<_, i64>(0));
    let mark = number("application_id").map_err(problem)?;
    let version = number("user_version").map_err(problem)?;
    let schema = schema_of(connection)?;
    match (mark, version) {
        (0, 0) if schema.is_empty() => return Ok(false),
        (MARK, VERSION) => {}
        (MARK, found) if found > VERSION => {
            return Err(RegisterProblem::Newer { found, known: VERSION });
        }
        _ => return Err(RegisterProblem::NotARegister),
    }
    let report: String =
        connection.query_row("PRAGMA quick_check(1)", [], |line| line.get(0)).map_err(problem)?;
    if report != "ok" {
        return Err(RegisterProblem::Damaged { reason: report });
    }
    let model = Connection::open_in_memory().map_err(problem)?;
    lay_out(&model)?;
    if schema != schema_of(&model)? {
        return Err(RegisterProblem::NotARegister);
    }
    Ok(true)
}

/// Everything that the schema names, but for what SQLite keeps for itself. Blanks are
/// folded: the end of a line differs between the systems that a program is built on.
fn schema_of(connection: &Connection) -> Result<Vec<(String, String)>, RegisterProblem> {
    let sql = "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' \
               ORDER BY name";
    let mut statement = connection.prepare(sql).map_err(problem)?;
    let lines = statement.query_map([], |line| {
        let sql: String = line.get(1)?;
        Ok((line.get(0)?, sql.split_whitespace().collect::<Vec<_>>().join(" ")))
    });
    lines.and_then(Iterator::collect).map_err(problem)
}

fn batch(connection: &Connection, sql: &str) -> Result<(), RegisterProblem> {
    connection.execute_batch(sql).map_err(problem)
}

fn problem(error: rusqlite::Error) -> RegisterProblem {
    let reason = error.to_string();
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => RegisterProblem::InUse,
        Some(ErrorCode::DatabaseCorrupt) => {
            RegisterProblem::Damaged { reason: "susunannya tidak utuh lagi".to_owned() }
        }
        Some(ErrorCode::NotADatabase) => {
            RegisterProblem::Damaged { reason: "isinya bukan isi sebuah register".to_owned() }
        }
        Some(ErrorCode::ReadOnly) => RegisterProblem::NotWritable,
        Some(ErrorCode::DiskFull) => RegisterProblem::DiskFull,
        // Why, SQLite does not say; who knows the path finds out.
        Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
            RegisterProblem::CannotOpen { reason: "izinnya tidak cukup".to_owned() }
        }
        Some(ErrorCode::SystemIoFailure) => {
            // The number tells those who look after the machine which call it was.
            let number = error.sqlite_error().map_or(0, |error| error.extended_code);
            RegisterProblem::Storage { number }
        }
        _ => RegisterProblem::Engine { reason },
    }
}

/// What keeps the file of a path from being opened.
fn cannot_open(path: &Path) -> RegisterProblem {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let reason = if path.is_dir() {
        "di tempatnya ada folder"
    } else if folder.is_some_and(|folder| !folder.is_dir()) {
        "foldernya tidak ada"
    } else if path.exists() {
        "izin atas berkas itu tidak cukup"
    } else {
        "berkas itu belum ada, dan izin untuk membuatnya di folder kantor tidak cukup"
    };
    RegisterProblem::CannotOpen { reason: reason.to_owned() }
}

impl Line {
    fn read(line: &rusqlite::Row<'_>, width: usize) -> Result<Line, RegisterProblem> {
        let value = |at| match line.get_ref(at).map_err(problem)? {
            ValueRef::Null => Ok(Value::Null),
            ValueRef::Integer(number) => Ok(Value::Int(number)),
            ValueRef::Text(text) => {
                let text = std::str::from_utf8(text).map_err(|_| unexpected(at))?;
                Ok(Value::Text(text.to_owned()))
            }
            ValueRef::Real(_) | ValueRef::Blob(_) => Err(unexpected(at)),
        };
        (0..width).map(value).collect::<Result<_, _>>().map(Line)
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Int(number) => ValueRef::Integer(*number),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}
