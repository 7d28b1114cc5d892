import GRDB

extension IndexFile {
  /// Moves the contents of the write-ahead log into the file, without waiting for readers.
  ///
  /// - Returns: the bytes that stay in the log because a reader still uses an older state; they are
  ///   read from the log until the next writer or the last reader moves them.
  func checkpoint() throws(IndexError) -> Int {
    try use { database in
      let row = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(PASSIVE)")
      let (pages, moved): (Int, Int) = (row?[1] ?? 0, row?[2] ?? 0)
      guard moved >= pages else { return (pages - moved) * IndexSchema.pageSize }
      // Emptying the log requires that there are no readers, so it is tried only once.
      try database.execute(sql: "PRAGMA busy_timeout = 0")
      _ = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      return 0
    }
  }
}
