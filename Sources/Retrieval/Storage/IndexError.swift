import Foundation
import GRDB

/// A problem with an index or the system, as opposed to a query.
public enum IndexError: Error, Equatable, Sendable {
  /// There is no file at the path.
  case missing(path: String)
  /// There is something other than a file at the path: `a folder`, `a named pipe`.
  case notAFile(path: String, kind: String)
  /// The file is not a peerlit index.
  case notAnIndex(path: String)
  /// The file is an index with a different format version.
  case wrongVersion(path: String, found: String, expected: String)
  /// The index was built with other versions of ICU, the stemmer or the analyzer.
  case otherAnalyzer(path: String, found: String, running: String)
  /// SQLite reports that the file is damaged.
  case damaged(path: String, detail: String)
  /// Another process is writing.
  case busy(path: String)
  /// The disk is full.
  case diskFull(path: String)
  /// Out of memory.
  case outOfMemory(path: String)
  /// The index or its folder cannot be written.
  case readOnly(path: String)
  /// The index cannot be opened for reading.
  case unreadable(path: String)
  /// The file was overwritten while it was read.
  case replaced(path: String)
  /// A line of the file of decisions on duplicates is not a decision; `nil` if the file can't be
  /// read.
  case badDecisions(path: String, line: Int?)
  /// A decision is about a document that is not in the index.
  case unknownDocument(id: String, path: String)
  /// A decision is about a record that the document does not have.
  case unknownRecord(id: String, document: String)
  /// A decision is about a record of a document whose records all have the same id.
  case ambiguousRecord(id: String, document: String)
  /// An identifier that should name one document is that of several, whose ids are given.
  case severalDocuments(id: String, documents: [String])
  /// Two records that should be different works are equal in every field.
  case identicalRecords(String, String)
  /// A record that should be merged has nothing by which it could be found again.
  case unrecognisableRecord(String)
  /// The query exceeded its time limit.
  case interrupted
  /// The file is the head of a cluster, so it can't be used alone.
  case clusterHead(path: String)
  /// The shards of a cluster can't be read or written.
  case cluster(detail: String)
  /// No server answered for these shards of a cluster.
  case shardsMissing([String])
  /// Anything else that SQLite reports.
  case failed(path: String, detail: String)
}

extension DatabaseError {
  /// Damage that SQLite itself can't detect: values that no index contains.
  static func damaged(_ detail: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: detail)
  }
}

extension IndexError {
  /// The error for a file or folder that Foundation can't write.
  package init(writing path: String, _ error: any Error) {
    let isFull = (error as? CocoaError)?.code == .fileWriteOutOfSpace
    self = isFull ? .diskFull(path: path) : .readOnly(path: path)
  }
}

extension IndexError: CustomStringConvertible {
  /// The problem, its location and the fix.
  public var description: String {
    switch self {
    case .missing(let path):
      "No index at \(path). Create one with: peerlit index PATH… --index \(path)"
    case .notAFile(let path, let kind):
      "\(path) is \(kind), not an index file. Choose a file with --index."
    case .notAnIndex(let path):
      "\(path) is not a peerlit index. Choose another file with --index."
    case .wrongVersion(let path, let found, let expected):
      "\(path) has index format \(found), but this version of peerlit reads format \(expected). "
        + "Delete it and index your sources again."
    case .otherAnalyzer(let path, let found, let running):
      "\(path) was built with \(found), but this version of peerlit uses \(running), so terms would "
        + "not match. Delete it and index your sources again."
    case .damaged(let path, let detail):
      "\(path) is damaged (\(detail)). Delete it and index your sources again."
    case .busy(let path):
      "Another process is writing to \(path). Try again when it has finished."
    case .diskFull(let path):
      "The disk is full. Everything committed to \(path) so far is kept; free some space and index "
        + "again."
    case .outOfMemory(let path):
      "Out of memory. Everything committed to \(path) so far is kept; close other programs or raise "
        + "the limit (ulimit -v), and try again."
    case .readOnly(let path):
      "Can't write to \(path). Check that its folder exists, and that you are allowed to write to "
        + "the folder and the file."
    case .unreadable(let path):
      "Can't read \(path). Check that you may read the file and open its folder."
    case .replaced(let path):
      "\(path) was overwritten while it was being read. Try again when it is complete."
    case .badDecisions(let path, let line):
      line.map {
        "\(path), line \($0) is not a decision on duplicates. Correct or remove the line."
      }
        ?? "Can't read \(path). Check that it is text in UTF-8."
    case .unknownDocument(let id, let path):
      "No document “\(id)” in \(path). Use an id that search, list or duplicates prints, or a DOI, "
        + "PMID, PMCID, registration number or ISBN."
    case .unknownRecord(let id, let document):
      "The document “\(document)” has no record “\(id)”. peerlit duplicates lists its records."
    case .ambiguousRecord(let id, let document):
      "All records of the document “\(document)” have the id “\(id)”. Give the number of one, which "
        + "peerlit duplicates prints."
    case .severalDocuments(let id, let documents):
      "\(documents.count) documents have the identifier “\(id)”. Give their ids instead: "
        + "\(documents.joined(separator: ", "))."
    case .identicalRecords(let left, let right):
      "The records “\(left)” and “\(right)” are identical in every field, so they can't be "
        + "separated. Correct one of them in its source."
    case .unrecognisableRecord(let id):
      "The record “\(id)” has too little by which it could be recognised again, so it can't be "
        + "merged. Add a longer title or a DOI to its source, index it again, and merge it then."
    case .interrupted:
      "The query took too long and was stopped. Use fewer words, and no short prefixes such as a*, "
        + "or allow more time with --timeout SECONDS (0 for no limit)."
    case .clusterHead(let path):
      "\(path) is the head of a cluster. Use --cluster with the file that lists its shards."
    case .cluster(let detail):
      "Can't use the cluster: \(detail.hasSuffix(".") ? String(detail.dropLast()) : detail)."
    case .shardsMissing(let servers):
      "No answer from \(servers.joined(separator: ", ")). Start the server, or set on_missing: "
        + "partial in the cluster's file to search the other shards."
    case .failed(let path, let detail):
      "SQLite error in \(path): \(detail.hasSuffix(".") ? String(detail.dropLast()) : detail). "
        + "Look for damage with: peerlit check --index \(path)"
    }
  }
}
