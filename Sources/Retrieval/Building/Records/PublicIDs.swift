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
    if try !isTaken(wanted) { return wanted }
    let stem = URL(fileURLWithPath: source.path).deletingPathExtension().lastPathComponent
    var id = "\(stem)/\(wanted)"
    var copy = 2
    while try isTaken(id) {
      id = "\(stem)/\(wanted)#\(copy)"
      copy += 1
    }
    return id
  }

  private func isTaken(_ id: String) throws -> Bool {
    try Int.fetchOne(
      database.cachedStatement(sql: "SELECT 1 FROM documents WHERE id = ?"), arguments: [id]) != nil
  }
}
