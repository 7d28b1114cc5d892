import GRDB

/// The tables and views for other SQLite programs: plain SQL, without functions of peerlit.
///
/// `docs/sql.md` documents them. Facet values and codes are numbers in the tables, and confidences
/// are thousandths, to save space; the views spell them out.
package enum MetadataSchema {
  /// The documented tables and views, apart from the full text.
  package static let documented = [
    "works", "work_facets", "work_facets_all", "work_identifiers", "work_passages", "facet_codes",
    "facet_closure",
  ]

  /// The version of the documented tables and views, as the property `metadata`.
  ///
  /// Increased when a documented column is renamed, removed or changes its meaning.
  static let version = 1

  /// The table of the codes that each code includes, which portable copies also have.
  static let closure = """
    CREATE TABLE facet_closure (
      facet TEXT NOT NULL, ancestor TEXT NOT NULL, code TEXT NOT NULL,
      PRIMARY KEY (facet, ancestor, code)
    ) WITHOUT ROWID;
    """

  static let tables = """
    CREATE TABLE facet_codes (
      number INTEGER PRIMARY KEY, facet TEXT NOT NULL, code NOT NULL, label TEXT NOT NULL,
      parent TEXT, meaning TEXT, UNIQUE (facet, code)
    );
    \(closure)
    CREATE TABLE facet_values (
      work INTEGER NOT NULL, place INTEGER NOT NULL, code INTEGER NOT NULL,
      status INTEGER NOT NULL, origin INTEGER NOT NULL, thousandths INTEGER, evidence TEXT,
      PRIMARY KEY (work, place)
    ) WITHOUT ROWID;
    CREATE TABLE work_identifiers (
      work INTEGER NOT NULL, scheme TEXT NOT NULL, value TEXT NOT NULL,
      PRIMARY KEY (work, scheme, value)
    ) WITHOUT ROWID;

    CREATE VIEW works AS SELECT
      number AS work, id, title, replace(authors, char(10), '; ') AS authors, year, venue, type,
      (SELECT value FROM work_identifiers WHERE work = number AND scheme = 'doi') AS doi,
      (SELECT value FROM work_identifiers WHERE work = number AND scheme = 'pmid') AS pmid,
      url, \(CountColumns.names.map { "\($0), " }.joined())
      (SELECT path FROM paths WHERE number = documents.source) AS source, language,
      replace(keywords, char(10), '; ') AS keywords, records
    FROM documents;
    CREATE VIEW work_facets_all AS SELECT
      work, facet, facet_codes.code AS code, label,
      CASE origin WHEN 0 THEN 'curated' WHEN 1 THEN 'record' ELSE 'extracted' END AS origin,
      thousandths / 1000.0 AS confidence, evidence,
      CASE status WHEN 0 THEN 'counted' WHEN 1 THEN 'possible' ELSE 'overruled' END AS status
    FROM facet_values JOIN facet_codes ON facet_codes.number = facet_values.code;
    CREATE VIEW work_facets AS SELECT
      work, facet, facet_codes.code AS code, label,
      CASE origin WHEN 0 THEN 'curated' WHEN 1 THEN 'record' ELSE 'extracted' END AS origin,
      thousandths / 1000.0 AS confidence, evidence
    FROM facet_values JOIN facet_codes ON facet_codes.number = facet_values.code
    WHERE status = 0;
    CREATE VIEW work_passages AS SELECT
      number AS passage, document AS work, page FROM passages;
    """

  /// The statements that create the indexes that filters use, unless they exist.
  ///
  /// The first run that ends executes them, because sorting many rows at once is faster than adding
  /// them one by one.
  static let indexes: [String] = {
    var indexes = [
      "facet_values_by_code ON facet_values (code, status)",
      "work_identifiers_by_value ON work_identifiers (scheme, value)",
    ]
    for column in ["year"] + CountColumns.names {
      indexes.append("documents_by_\(column) ON documents (\(column))")
    }
    return indexes.map { "CREATE INDEX IF NOT EXISTS \($0)" }
  }()
}
