/// The tables of an index file.
///
/// `index/README.md` documents them for other programs.
package enum IndexSchema {
  /// Increased with every change of the format that other versions of peerlit can't read.
  package static let version = 13

  /// The size of a page of the file in bytes.
  ///
  /// Rows of postings are read in place, so a row must fit in a page; several rows per page waste
  /// less space than one would. With larger pages, the smallest index would take several megabytes,
  /// because each table and each of its indexes has at least one page.
  package static let pageSize = 32_768

  static let tables = """
    CREATE TABLE properties (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

    CREATE TABLE sources (
      path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL,
      context TEXT NOT NULL, records INTEGER NOT NULL, failed INTEGER NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE notices (
      path TEXT NOT NULL, number INTEGER NOT NULL, scope TEXT NOT NULL, outcome TEXT NOT NULL,
      cause TEXT, place TEXT, id TEXT, reason TEXT NOT NULL, PRIMARY KEY (path, number)
    ) WITHOUT ROWID;

    CREATE TABLE paths (number INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE);
    CREATE TABLE documents (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
      source INTEGER NOT NULL, key TEXT NOT NULL, line INTEGER, fingerprint BLOB NOT NULL,
      title TEXT NOT NULL, authors TEXT NOT NULL, year INTEGER, venue TEXT, type TEXT,
      language TEXT, url TEXT, imprint TEXT NOT NULL, identifiers TEXT NOT NULL,
      keywords TEXT NOT NULL, origins TEXT NOT NULL, sections TEXT NOT NULL, facets TEXT NOT NULL,
      \(CountColumns.names.map { "\($0) INTEGER, " }.joined())records INTEGER NOT NULL,
      first_passage INTEGER NOT NULL, passages INTEGER NOT NULL, evidence BLOB NOT NULL
    );
    CREATE INDEX documents_by_source ON documents (source, key);

    CREATE TABLE rules (number INTEGER PRIMARY KEY, rule TEXT NOT NULL UNIQUE);

    CREATE TABLE records (
      number INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL, path TEXT NOT NULL,
      key TEXT NOT NULL, line INTEGER, id TEXT NOT NULL, fingerprint BLOB NOT NULL,
      data BLOB NOT NULL
    );
    CREATE UNIQUE INDEX records_by_source ON records (path, key);
    CREATE INDEX records_by_document ON records (document);
    CREATE INDEX records_by_id ON records (id);
    CREATE TABLE removed (
      path TEXT NOT NULL, key TEXT NOT NULL, id TEXT NOT NULL, document TEXT NOT NULL,
      data TEXT NOT NULL, PRIMARY KEY (path, key)
    ) WITHOUT ROWID;
    CREATE TABLE work_keys (
      key INTEGER NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (key, document)
    ) WITHOUT ROWID;

    CREATE TABLE corrections (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT NOT NULL,
      identifiers TEXT NOT NULL, changes TEXT NOT NULL, person TEXT NOT NULL, date TEXT NOT NULL,
      note TEXT NOT NULL, author TEXT NOT NULL DEFAULT '', year INTEGER
    );

    CREATE TABLE passages (
      number INTEGER PRIMARY KEY, document INTEGER NOT NULL, section INTEGER NOT NULL,
      block INTEGER NOT NULL, byte INTEGER NOT NULL, bytes INTEGER NOT NULL, scalar INTEGER NOT NULL,
      scalars INTEGER NOT NULL, page INTEGER, back_matter INTEGER NOT NULL
    );

    CREATE TABLE texts (id INTEGER PRIMARY KEY, byte INTEGER NOT NULL, data BLOB NOT NULL);
    CREATE TABLE dictionaries (number INTEGER PRIMARY KEY, data BLOB NOT NULL);

    CREATE TABLE terms (number INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE);
    CREATE TABLE words (
      word TEXT PRIMARY KEY, term TEXT NOT NULL, count INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE abbreviations (
      number INTEGER PRIMARY KEY, short TEXT NOT NULL, term TEXT NOT NULL, long TEXT NOT NULL,
      shown TEXT NOT NULL, count INTEGER NOT NULL, UNIQUE (short, long)
    );
    CREATE INDEX abbreviations_by_long ON abbreviations (long, count);
    CREATE INDEX abbreviations_by_term ON abbreviations (term);
    CREATE TABLE definitions (
      abbreviation INTEGER NOT NULL, document INTEGER NOT NULL,
      PRIMARY KEY (abbreviation, document)
    ) WITHOUT ROWID;

    CREATE TABLE segments (
      number INTEGER PRIMARY KEY, first_document INTEGER NOT NULL, last_document INTEGER NOT NULL,
      first_passage INTEGER NOT NULL, last_passage INTEGER NOT NULL,
      documents INTEGER NOT NULL, passages INTEGER NOT NULL,
      document_length INTEGER NOT NULL, passage_length INTEGER NOT NULL,
      lengths BLOB NOT NULL
    );
    CREATE TABLE passage_postings (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE passage_positions (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE document_postings (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE deleted_postings (
      id INTEGER PRIMARY KEY, passages INTEGER NOT NULL, documents INTEGER NOT NULL
    );
    CREATE TABLE document_terms (document INTEGER PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE document_columns (
      name TEXT NOT NULL, block INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (name, block)
    );
    """
}
