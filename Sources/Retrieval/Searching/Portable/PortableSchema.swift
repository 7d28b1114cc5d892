import Literature

/// The tables of a portable copy: plain SQL for any SQLite program.
///
/// Names and columns are those of ``MetadataSchema`` where both have them; `docs/sql.md` documents
/// them.
enum PortableSchema {
  /// The columns of `works` that contain the codes of a facet, as JSON arrays.
  static let facets = FacetDefinition.codes.map(\.name.rawValue)

  static let tables = """
    CREATE TABLE properties (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    INSERT INTO properties VALUES ('metadata', '\(MetadataSchema.version)');
    CREATE TABLE works (
      work INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, authors TEXT,
      year INTEGER, venue TEXT, type TEXT, doi TEXT, pmid TEXT, url TEXT,
      \(CountColumns.names.map { "\($0) INTEGER, " }.joined())\
      \(facets.map { "\($0) TEXT NOT NULL, " }.joined())keywords TEXT, language TEXT,
      source TEXT NOT NULL, text TEXT NOT NULL
    );
    CREATE TABLE work_facets_all (
      work INTEGER NOT NULL REFERENCES works (work), facet TEXT NOT NULL, code NOT NULL,
      label TEXT NOT NULL, origin TEXT NOT NULL, confidence REAL, evidence TEXT,
      status TEXT NOT NULL
    );
    CREATE VIEW work_facets AS
      SELECT work, facet, code, label, origin, confidence, evidence FROM work_facets_all
      WHERE status = 'counted';
    CREATE TABLE work_identifiers (
      work INTEGER NOT NULL REFERENCES works (work), scheme TEXT NOT NULL, value TEXT NOT NULL,
      PRIMARY KEY (work, scheme, value)
    ) WITHOUT ROWID;
    CREATE TABLE facet_codes (
      facet TEXT NOT NULL, code TEXT NOT NULL, label TEXT NOT NULL, parent TEXT, meaning TEXT,
      PRIMARY KEY (facet, code)
    ) WITHOUT ROWID;
    \(MetadataSchema.closure)
    CREATE VIRTUAL TABLE works_fts USING fts5(
      title, authors, keywords, text, content="works", content_rowid="work",
      tokenize="porter unicode61"
    );
    """

  /// Indexes, created after all rows are inserted.
  static let indexes = """
    CREATE INDEX work_facets_by_work ON work_facets_all (work);
    CREATE INDEX work_facets_by_code ON work_facets_all (facet, code, status, work);
    CREATE INDEX work_identifiers_by_value ON work_identifiers (scheme, value);
    CREATE INDEX works_by_year ON works (year);
    INSERT INTO works_fts (works_fts) VALUES ('rebuild');
    INSERT INTO works_fts (works_fts) VALUES ('optimize');
    """
}
