/// What can go wrong in an evaluation: always a file or a name that the reader gave.
package enum EvaluationError: Error, Equatable, CustomStringConvertible {
  /// A file or folder is missing or cannot be read.
  case unreadable(path: String, reason: String)
  /// A line is not what its format asks for; lines count from 1.
  case malformed(path: String, line: Int, expected: String)
  /// A run names one document twice for a query, which has no defined score.
  case repeatedDocument(path: String, line: Int, query: String, document: String)
  /// A folder is not a test collection.
  case notACollection(path: String, missing: String)
  /// Some records of a corpus were not indexed, so that its figures would mean little.
  case unindexed(path: String, records: Int)
  /// A figure fell below the committed one.
  case belowExpected([String])

  /// What happened, where, and what to do.
  package var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "\(path): cannot be read (\(reason))"
    case .malformed(let path, let line, let expected):
      "\(path):\(line): expected \(expected)"
    case .repeatedDocument(let path, let line, let query, let document):
      "\(path):\(line): document \(document) stands twice in the ranking of query \(query)"
    case .notACollection(let path, let missing):
      "\(path): no test collection, \(missing) is missing "
        + "(a collection has corpus.jsonl, queries.jsonl and qrels/*.tsv)"
    case .unindexed(let path, let records):
      "\(path): \(records) records were not indexed, so that its figures would mean little "
        + "(peerlit index tells which)"
    case .belowExpected(let lines):
      (["below what is expected:"] + lines).joined(separator: "\n  ")
    }
  }
}
