import Foundation
import GRDB
import Literature

/// Finds unused public ids.
final class PublicIDs {
  private let database: Database
  /// The hashes of ids that were used; `nil` if the index had documents before.
  ///
  /// Most ids are new, and this shows it without a search of the index.
  private var used: HashFilter?
  /// The number of the last copy of an id, so that thousands of equal records are not counted again
  /// for each.
  private var copies: [String: Int] = [:]

  init(_ database: Database) throws {
    self.database = database
    used = try database.isEmpty("documents") ? HashFilter() : nil
  }

  /// The id that a record requests or, if another document has it, `<source stem>/<id>`.
  func free(_ wanted: String, for source: Source) throws -> String {
    if try !isTaken(wanted) { return wanted }
    let stem = URL(fileURLWithPath: source.path).deletingPathExtension().lastPathComponent
    let name = "\(stem)/\(wanted)"
    // The last one is tried again: a record that was merged into a work has not used it.
    var copy = copies[name] ?? 1
    func id() -> String { copy == 1 ? name : "\(name)#\(copy)" }
    while try isTaken(id()) { copy += 1 }
    copies[name] = copy
    return id()
  }

  /// Whether no document has an id.
  func isFree(_ id: String) throws -> Bool { try !isTaken(id) }

  /// Notes the id of a document that is added; call it for every one.
  func use(_ id: String) { used?.insert(Self.hash(id)) }

  /// False if no document has an id; true if one has it, or may have it.
  func mayBeTaken(_ id: String) -> Bool { used?.mayContain(Self.hash(id)) ?? true }

  private func isTaken(_ id: String) throws -> Bool {
    guard mayBeTaken(id) else { return false }
    return try Int.fetchOne(
      database.cachedStatement(sql: "SELECT 1 FROM documents WHERE id = ?"), arguments: [id]) != nil
  }

  private static func hash(_ id: String) -> Int64 {
    var hasher = ContentHasher()
    hasher.feed(id.untilNull)
    return hasher.finish().digest
  }
}
