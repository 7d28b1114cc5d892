import GRDB
import Reading

/// The files that an index has read without failures.
struct KnownFiles: Sendable {
  private let fingerprints: [String: SourceFingerprint]
  private let skipped: Set<String>

  /// Reads them from an index.
  init(_ database: Database) throws {
    fingerprints = try SourceTable.fingerprints(database)
    skipped = try NoticeTable.skippedFiles(database)
  }

  /// Whether reading a file again would give nothing new.
  ///
  /// A file that was skipped in its folder fails if the user names it, so it is then read again.
  func isUnchanged(_ file: SourceFile) -> Bool {
    guard fingerprints[file.path] == file.fingerprint else { return false }
    return !(file.isNamed && skipped.contains(file.path))
  }
}
