import Answers
import GRDB
import Literature

extension IndexReader {
  /// The records and the versions of the index, to compare it with its state at another time.
  func content() throws -> IndexContent {
    let stats = try stats()
    var hasher = ContentHasher()
    func feed(_ sql: String) throws {
      let rows = try Row.fetchCursor(database, sql: sql)
      while let row = try rows.next() {
        hasher.feed(row.text("id"))
        hasher.feed(row.bytes("fingerprint").map { String($0, radix: 16) })
      }
    }
    try feed("SELECT id, fingerprint FROM documents WHERE records = 1 ORDER BY id, fingerprint")
    try feed("SELECT id, fingerprint FROM records ORDER BY id, fingerprint")
    let sources = try recordCounts()
    return IndexContent(
      path: path, content: hasher.finish().hexadecimal,
      sources: sources.map { IndexContent.SourceCount(path: $0.path, records: $0.records) },
      documents: stats.documents, removed: sources.reduce(0) { $0 + $1.removed },
      corrections: try corrections(), passages: stats.passages, versions: stats.versions)
  }

  /// The number of corrections, and a hash of what they change.
  ///
  /// Their order matters for one document only. Who made them and why changes no result.
  private func corrections() throws -> IndexContent.Corrections {
    var hasher = ContentHasher()
    var count = 0
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT id, title, identifiers, changes FROM corrections ORDER BY id, title, number")
    while let row = try rows.next() {
      count += 1
      hasher.feed(["id", "title", "identifiers", "changes"].map { row.text($0) })
    }
    return IndexContent.Corrections(count: count, content: hasher.finish().hexadecimal)
  }
}
