import GRDB

/// A connection to an index file, with its caches.
///
/// Unchecked `Sendable`: everything except the file is used only inside the connection's queue.
final class IndexConnection: @unchecked Sendable {
  private let file: IndexFile
  private let settings: SearchSettings
  private let deadline = QueryDeadline()
  private var reader: IndexReader?
  private var caches: SearchCaches?

  init(path: String, settings: SearchSettings) throws(IndexError) {
    file = try IndexFile.open(path: path)
    self.settings = settings
  }

  /// Runs `body` in a read transaction.
  ///
  /// - Parameter end: when to stop it; `nil` for no limit.
  /// - Throws: ``IndexError/interrupted`` if it was stopped: its results may be incomplete.
  func use<Result: Sendable>(
    until end: ContinuousClock.Instant?, _ body: (Searcher) throws -> Result
  ) throws -> Result {
    do {
      return try file.queue.writeWithoutTransaction { database in
        try MappedFile.guarded(path: file.path) {
          let (reader, caches) = try opened(database)
          // The limit applies inside the transaction: a BEGIN that is stopped leaves it open.
          return try reader.inTransaction { lists in
            try deadline.run(until: end) {
              try caches.follow(reader)
              return try body(
                Searcher(reader: reader, lists: lists, caches: caches, settings: settings))
            }
          }
        }
      }
    } catch let error as DatabaseError {
      throw IndexFile.translate(error, path: file.path, isReading: true)
    }
  }

  private func opened(_ database: Database) throws -> (IndexReader, SearchCaches) {
    if let reader, let caches { return (reader, caches) }
    let reader = try IndexReader(
      database, path: file.path, deadline: deadline, settings: settings)
    let caches = try SearchCaches(reader, synonyms: settings.synonyms)
    deadline.watch(database)
    (self.reader, self.caches) = (reader, caches)
    return (reader, caches)
  }
}
