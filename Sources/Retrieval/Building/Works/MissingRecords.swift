import Answers
import GRDB
import Glibc

/// Finds the records under some paths that a run did not find in the sources, and reports or
/// removes them.
struct MissingRecords {
  private let database: Database
  private let works: WorkMerger
  private let seen: SeenRecords
  private let seenPaths: Set<String>
  private let unread: [String]

  /// Compares an index with the records that a run found.
  ///
  /// - Parameter unread: files and folders that could not be read. Records under them are not
  ///   missing, unless the files and folders no longer exist.
  init(
    _ database: Database, works: WorkMerger, seen: SeenRecords, seenPaths: Set<String>,
    unread: [String]
  ) {
    self.database = database
    self.works = works
    self.seen = seen
    self.seenPaths = seenPaths
    self.unread = unread.filter { !Self.isGone($0) }
  }

  private static func isGone(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) != 0 && (errno == ENOENT || errno == ENOTDIR)
  }

  /// The file or folder that could not be read and that is or contains a path.
  private func unread(_ path: String) -> String? {
    unread.first { path == $0 || path.hasPrefix($0 == "/" ? "/" : $0 + "/") }
  }

  /// A record that was not found.
  struct Missing {
    var record: StoredRecord
    var path: String
    var id: String
  }

  /// The records under these paths that were not found, and how many could not be looked for below
  /// each file or folder that could not be read.
  func find(below roots: [String]) throws -> (gone: [Missing], kept: [String: Int]) {
    var gone: [Missing] = []
    var kept: [String: Int] = [:]
    func add(_ record: StoredRecord, _ row: Row) {
      guard !seen.contains(record) else { return }
      let path = row.text("path")
      if let unread = unread(path) {
        kept[unread, default: 0] += 1
      } else {
        gone.append(Missing(record: record, path: path, id: row.text("id")))
      }
    }
    for root in Self.outermost(roots) {
      let below = SourceTable.below(root)
      // SQLite never reorders a cross join, so it looks up the paths first.
      let alone = try Row.fetchCursor(
        database,
        sql: """
          SELECT documents.number, path, id FROM paths CROSS JOIN documents ON source = paths.number
          WHERE records = 1 AND \(below.condition)
          """,
        arguments: below.arguments)
      while let row = try alone.next() {
        add(.alone(document: row.offset("number"), id: row.text("id")), row)
      }
      let shared = try Row.fetchCursor(
        database, sql: "SELECT number, path, id FROM records WHERE \(below.condition)",
        arguments: below.arguments)
      while let row = try shared.next() {
        add(.shared(record: row.integer("number")), row)
      }
    }
    return (gone, kept)
  }

  /// The paths that are not below another of them, each once, so that no record is found twice.
  private static func outermost(_ roots: [String]) -> [String] {
    let all = Set(roots)
    func isBelowAnother(_ root: String) -> Bool {
      var folder = root[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        let parent = folder.isEmpty ? "/" : String(folder)
        if parent != root, all.contains(parent) { return true }
      }
      return false
    }
    var taken = Set<String>()
    return roots.filter { taken.insert($0).inserted && !isBelowAnother($0) }
  }

  /// Reports missing records and, with a writer, removes them.
  func prune(
    _ gone: [Missing], _ writer: IndexWriter?, _ incident: (IndexIncident) -> Void
  ) throws {
    for missing in gone {
      var rest = ""
      if let writer {
        if case .shared = missing.record {
          rest = "; its document stays, because other sources have it as well"
        }
        try works.remove(missing.record, writer)
      }
      let isFileGone = !seenPaths.contains(missing.path)
      incident(
        IndexIncident(
          writer == nil ? .missing : .removed, path: missing.path, id: missing.id,
          reason: (isFileGone
            ? "the file no longer exists" : "the file no longer contains the record") + rest))
    }
    for path in Set(gone.map(\.path)) {
      // A file that still exists is read again next time, to report its missing records again.
      if seenPaths.contains(path) == (writer == nil) {
        try SourceTable.forget(database, path: path)
      }
    }
  }

  /// Forgets the files under these paths that no longer exist.
  func forgetFiles(below roots: [String]) throws {
    for path in try roots.flatMap({ try SourceTable.paths(database, below: $0) })
    where !seenPaths.contains(path) && unread(path) == nil {
      try SourceTable.forget(database, path: path)
    }
  }
}
