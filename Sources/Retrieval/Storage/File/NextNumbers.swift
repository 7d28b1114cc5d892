import GRDB

/// The internal numbers of the next document, passage and segment of an index.
struct NextNumbers {
  var document: Int
  var passage: Int
  var segment: Int

  init(_ database: Database) throws {
    document = try IndexProperties.number(database, .nextDocument)
    passage = try IndexProperties.number(database, .nextPassage)
    segment = try IndexProperties.number(database, .nextSegment)
  }

  /// A problem with them, as a clause; `nil` if there is none.
  func problem(_ database: Database) throws -> String? {
    let lists: [(name: String, next: Int, limit: Int, last: String)] = [
      ("document", document, PostingKey.mostNumbers, "SELECT max(last_document) FROM segments"),
      ("passage", passage, PostingKey.mostNumbers, "SELECT max(last_passage) FROM segments"),
      ("segment", segment, PostingKey.mostSegments, "SELECT max(number) FROM segments"),
    ]
    for (name, next, limit, last) in lists {
      if !(0..<limit).contains(next) { return "the number of the next \(name) is \(next)" }
      if let last = try Int.fetchOne(database, sql: last), last >= next {
        return "the number of the next \(name) is \(next), but \(last) is in use"
      }
    }
    return nil
  }

  func write(_ database: Database) throws {
    try IndexProperties.set(database, .nextDocument, String(document))
    try IndexProperties.set(database, .nextPassage, String(passage))
    try IndexProperties.set(database, .nextSegment, String(segment))
  }
}
