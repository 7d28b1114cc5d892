import ArgumentParser

/// The forms of an answer that is one thing: a document, an account, the figures of an index.
package enum ReportFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case text, json
}

/// The forms of a map of one facet against another.
package enum MapFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case text, json, tsv, svg
}

/// The forms of an answer that is a table.
package enum TableFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case text, json, tsv
}
