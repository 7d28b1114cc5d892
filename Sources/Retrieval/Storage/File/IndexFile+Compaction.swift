import GRDB

extension IndexFile {
  /// Rewrites the file without its unused pages, if these are more than an eighth of it.
  ///
  /// Merging all segments leaves the pages of the old ones unused: a fifth of the file or more. If
  /// the disk has no room for the copy, the file stays as it is, which is also complete.
  func compact() throws(IndexError) {
    try use { database in
      let unused = try Int.fetchOne(database, sql: "PRAGMA freelist_count") ?? 0
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      guard unused * 8 > pages else { return }
      do {
        try database.execute(sql: "VACUUM")
      } catch let error as DatabaseError
        where error.resultCode.primaryResultCode == .SQLITE_FULL
      {}
    }
  }
}
