import ArgumentParser

/// Output formats of a single answer: a document, a report, statistics.
package enum ReportFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case text, json
}

/// Output formats of an evidence map.
package enum MapFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case text, json, tsv, csv, svg
}

/// Output formats of a table.
package enum TableFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case text, json, tsv, csv
}

/// Output formats of the report on duplicates.
package enum DuplicatesFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case text, json, csv
}

/// Output formats of a list of documents.
package enum ListFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case text, json, jsonl, tsv, csv
}

/// Output formats of an appraisal.
package enum AppraisalFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case text, jsonl
}

/// Output formats of SQL.
package enum SQLFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case table, json, jsonl, csv
}
