import GRDB

extension IndexFile {
  /// Rewrites the file without its unused pages, if these are more than an eighth of it.
  ///
  /// Merging all segments leaves the pages of the old ones unused: a fifth of the file or more. If
  /// the file can't be copied, it stays as it is, which is also complete.
  func compact() throws(IndexError) {
    try use { database in
      let unused = try Int.fetchOne(database, sql: "PRAGMA freelist_count") ?? 0
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      guard unused * 8 > pages else { return }
      do {
        try database.execute(sql: "VACUUM")
      } catch let error as DatabaseError where Self.canStay(after: error.resultCode) {}
    }
  }

  /// Whether a file whose compaction fails with a code stays as it is, without an error.
  ///
  /// All documents are committed before. The disk may have no room for the copy, another program
  /// may write to the file, or no folder for temporary files may be writable. Damage and
  /// interruptions are reported.
  package static func canStay(after code: ResultCode) -> Bool {
    switch code.primaryResultCode {
    case .SQLITE_FULL, .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_CANTOPEN, .SQLITE_IOERR: true
    default: false
    }
  }
}
