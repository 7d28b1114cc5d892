import GRDB

extension IndexFile {
  /// Moves what the write-ahead log holds into the file, without waiting for anyone who reads.
  ///
  /// - Returns: bytes that stay in the log, since somebody still reads an older state; they are read
  ///   from there until the next writer or the last reader moves them.
  func checkpoint() throws(IndexError) -> Int {
    try use { database in
      let row = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(PASSIVE)")
      let (pages, moved): (Int, Int) = (row?[1] ?? 0, row?[2] ?? 0)
      guard moved >= pages else { return (pages - moved) * IndexSchema.pageSize }
      // Emptying the log needs all readers gone for a moment: it is tried once.
      try database.execute(sql: "PRAGMA busy_timeout = 0")
      _ = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      return 0
    }
  }
}
