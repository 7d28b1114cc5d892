import GRDB

/// What can be wrong with an index or the machine under it, as opposed to a query.
public enum IndexError: Error, Equatable, Sendable {
  /// There is no file at the path.
  case missing(path: String)
  /// The file is no index of peerlit.
  case notAnIndex(path: String)
  /// The file is an index of another format version.
  case wrongVersion(path: String, found: String, expected: String)
  /// The index was analysed by other versions of ICU, the stemmer or the analyzer.
  case otherAnalyzer(path: String, found: String, running: String)
  /// SQLite finds the file damaged.
  case damaged(path: String, detail: String)
  /// Another process is writing.
  case busy(path: String)
  /// The disk is full.
  case diskFull(path: String)
  /// The index or its folder cannot be written.
  case readOnly(path: String)
  /// The query took longer than it was given.
  case interrupted
  /// Anything else that SQLite reports.
  case failed(path: String, detail: String)
}

extension DatabaseError {
  /// What SQLite itself does not see: values that no index has.
  static func damaged(_ detail: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: detail)
  }
}

extension IndexError: CustomStringConvertible {
  /// What happened, where, and what to do.
  public var description: String {
    switch self {
    case .missing(let path):
      "There is no index at \(path). Make one: peerlit index PATH… --index \(path)"
    case .notAnIndex(let path):
      "\(path) is not an index of peerlit. Name another file with --index."
    case .wrongVersion(let path, let found, let expected):
      "\(path) has index format \(found), and this peerlit reads format \(expected). "
        + "Delete it and index the sources again."
    case .otherAnalyzer(let path, let found, let running):
      "\(path) was analysed with \(found), and this peerlit has \(running), so words would not "
        + "meet. Delete it and index the sources again."
    case .damaged(let path, let detail):
      "\(path) is damaged (\(detail)). Delete it and index the sources again."
    case .busy(let path):
      "\(path) is being written by another process. Try again when it has finished."
    case .diskFull(let path):
      "The disk is full while writing \(path). What was committed before is kept; make room and "
        + "index again."
    case .readOnly(let path):
      "\(path) cannot be written. Check the permissions of the file and its folder."
    case .interrupted:
      "The query took longer than it was given. Ask for less, or allow more time."
    case .failed(let path, let detail):
      "SQLite reports for \(path): \(detail)"
    }
  }
}
