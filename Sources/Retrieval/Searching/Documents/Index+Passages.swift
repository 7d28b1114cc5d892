import GRDB

extension Index {
  /// Calls `body` with every passage, in the order of their numbers.
  public func forEachPassage(_ body: (StoredPassage) throws -> Void) throws {
    try use {
      try $0.reader.requireFile()
      try $0.reader.forEachPassage(body)
    }
  }
}

extension IndexReader {
  /// Calls `body` with every passage, in the order of their numbers.
  func forEachPassage(_ body: (StoredPassage) throws -> Void) throws {
    let documents = try Row.fetchCursor(
      database, sql: "\(DocumentRow.selection) ORDER BY number")
    while let row = try documents.next() {
      let document = DocumentRow.document(row)
      let number = row.offset("number")
      let first = row.offset("first_passage")
      let text = Array(try texts.whole(document: number).utf8)
      let passages = try Row.fetchAll(
        database.cachedStatement(
          sql: """
            SELECT section, byte, bytes FROM passages WHERE number >= ? AND number < ?
            ORDER BY number
            """),
        arguments: [first, first + row.offset("passages")])
      for passage in passages {
        let section = passage.integer("section")
        let start = passage.offset("byte")
        let end = min(start + passage.offset("bytes"), text.count)
        try body(
          StoredPassage(
            document: document.id, year: document.year, title: document.title,
            heading: document.sections.indices.contains(section)
              ? document.sections[section].heading : "",
            body: String(decoding: text[min(start, end)..<end], as: UTF8.self)))
      }
    }
  }
}
