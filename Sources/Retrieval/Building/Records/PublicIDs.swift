import Foundation
import GRDB
import Literature

/// Finds unused public IDs.
struct PublicIDs {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// The ID that a record requests or, if another document has it, `<source stem>/<id>`.
  func free(_ wanted: String, for source: Source) throws -> String {
    var id = wanted
    var copy = 1
    let stem = URL(fileURLWithPath: source.path).deletingPathExtension().lastPathComponent
    while try isTaken(id) {
      id = copy == 1 ? "\(stem)/\(wanted)" : "\(stem)/\(wanted)#\(copy)"
      copy += 1
    }
    return id
  }

  private func isTaken(_ id: String) throws -> Bool {
    try Int.fetchOne(
      database.cachedStatement(sql: "SELECT 1 FROM documents WHERE id = ?"), arguments: [id]) != nil
  }
}
