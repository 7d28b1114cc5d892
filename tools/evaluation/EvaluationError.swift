/// An error in the input of an evaluation.
package enum EvaluationError: Error, Equatable, CustomStringConvertible {
  /// A file or folder is missing or cannot be read.
  case unreadable(path: String, reason: String)
  /// A line does not have the expected format; lines count from 1.
  case malformed(path: String, line: Int, expected: String)
  /// A run ranks a document twice for one query, so its score is undefined.
  case repeatedDocument(path: String, line: Int, query: String, document: String)
  /// A folder is not a test collection.
  case notACollection(path: String, missing: String)
  /// Some records of a corpus were not indexed, so the results would be meaningless.
  case unindexed(path: String, records: Int)
  /// A table of corrections names a document that the index does not have.
  case unknownDocument(String, index: String)
  /// Results are lower than the committed ones.
  case belowExpected([String])

  /// The problem, its location and the fix.
  package var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "Can't read \(path): \(reason)"
    case .malformed(let path, let line, let expected):
      "\(path):\(line): expected \(expected)"
    case .repeatedDocument(let path, let line, let query, let document):
      "\(path):\(line): document \(document) is ranked twice for query \(query)"
    case .notACollection(let path, let missing):
      "\(path) is not a test collection: \(missing) is missing. "
        + "A collection has corpus.jsonl, queries.jsonl and qrels/*.tsv."
    case .unindexed(let path, let records):
      "\(records) records in \(path) could not be indexed. Run peerlit index to see which."
    case .unknownDocument(let id, let index):
      "No document “\(id)” in \(index). Use the index that the sample was drawn from."
    case .belowExpected(let lines):
      (["Results lower than expected:"] + lines).joined(separator: "\n  ")
    }
  }
}
