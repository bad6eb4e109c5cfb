-- The register of an office. Nothing here is ever deleted: a number stays with the
-- reason why it was voided, an issue stays when the next one comes.

-- What can bear a number and be issued: a paper of a request, or the report of a month.
CREATE TABLE paper (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    -- The request's number as first written, or the month as YYYY-MM.
    subject TEXT NOT NULL,
    -- The same as it is compared.
    subject_key TEXT NOT NULL,
    round INTEGER NOT NULL CHECK (round >= 1),
    -- The signed scan is there: the paper is never made again.
    frozen INTEGER NOT NULL DEFAULT 0 CHECK (frozen IN (0, 1)),
    UNIQUE (kind, subject_key, round)
) STRICT;

CREATE TABLE number (
    id INTEGER PRIMARY KEY,
    paper INTEGER NOT NULL REFERENCES paper (id),
    kind TEXT NOT NULL,
    year INTEGER NOT NULL,
    printed TEXT NOT NULL,
    -- The same as it is compared.
    compared TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('register', 'diberikan')),
    -- Its place in the sequence of its kind and year; a number given elsewhere has one
    -- only where the sequence passed it over.
    sequence INTEGER CHECK (sequence >= 1),
    dated TEXT,
    -- Why it was voided; NULL while it is in force.
    voided TEXT,
    UNIQUE (kind, year, sequence)
) STRICT;

-- A number in force is borne by one paper, and a paper bears one number.
CREATE UNIQUE INDEX number_in_force ON number (kind, year, compared) WHERE voided IS NULL;
CREATE UNIQUE INDEX number_of_paper ON number (paper) WHERE voided IS NULL;
CREATE INDEX number_compared ON number (kind, compared);

-- The states that a paper was printed in, the last one its present state. A blank that
-- was filled adds a state to the same revision: a print of the one before is still ours.
CREATE TABLE issue (
    paper INTEGER NOT NULL REFERENCES paper (id),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
    revision INTEGER NOT NULL CHECK (revision >= 0),
    stage TEXT NOT NULL CHECK (stage IN ('akan_ditandatangani', 'ditandatangani')),
    -- The record to the byte, as it is attached.
    record TEXT NOT NULL,
    record_sha256 TEXT NOT NULL
        CHECK (length(record_sha256) = 64 AND record_sha256 NOT GLOB '*[^0-9a-f]*'),
    pdf_sha256 TEXT NOT NULL
        CHECK (length(pdf_sha256) = 64 AND pdf_sha256 NOT GLOB '*[^0-9a-f]*'),
    -- Relative to hasil/, with /.
    file TEXT NOT NULL,
    -- Template and program that it was printed with.
    fingerprint TEXT NOT NULL,
    PRIMARY KEY (paper, ordinal)
) STRICT, WITHOUT ROWID;

-- The packages of the archive.
CREATE TABLE package (
    id INTEGER PRIMARY KEY,
    request TEXT NOT NULL,
    request_key TEXT NOT NULL,
    -- Relative to arsip/, with /.
    path TEXT NOT NULL UNIQUE,
    digest TEXT NOT NULL,
    -- One that was replaced is replaced by one only.
    replaces INTEGER UNIQUE REFERENCES package (id),
    packed TEXT NOT NULL
) STRICT;
CREATE INDEX package_request ON package (request_key);
