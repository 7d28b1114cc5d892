import GRDB

/// Writes the abbreviations that added documents define, and removes those of removed documents.
struct AbbreviationsWriter {
  /// The documents whose definition of an abbreviation is not written yet.
  private struct Change {
    var added: Set<Int> = []
    var removed: Set<Int> = []

    var isEmpty: Bool { added.isEmpty && removed.isEmpty }
  }

  private var changes: [AbbreviationDefinition: Change] = [:]

  /// Adds the abbreviations that a document defines.
  mutating func add(_ definitions: [AbbreviationDefinition], of document: Int) {
    for definition in definitions { changes[definition, default: Change()].added.insert(document) }
  }

  /// Removes the abbreviations that a document defines.
  mutating func remove(_ definitions: [AbbreviationDefinition], of document: Int) {
    for definition in definitions {
      if changes[definition]?.added.remove(document) == nil {
        changes[definition, default: Change()].removed.insert(document)
      }
    }
  }

  /// Writes the changes and clears them.
  mutating func flush(_ database: Database) throws {
    let counts = try RowInserter(
      database,
      sql: """
        INSERT INTO abbreviations (short, term, long, shown, count) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (short, long) DO UPDATE SET count = count + excluded.count
        """)
    let number = try ColumnStatement(
      database, sql: "SELECT number FROM abbreviations WHERE short = ? AND long = ?")
    let definitions = try RowInserter(
      database, sql: "INSERT OR IGNORE INTO definitions (abbreviation, document) VALUES (?, ?)")
    let delete = try database.makeStatement(
      sql: "DELETE FROM definitions WHERE abbreviation = ? AND document = ?")
    // In order, so that an index does not depend on hashes.
    let ordered = changes.filter { !$0.value.isEmpty }.sorted {
      ($0.key.short, $0.key.long, $0.key.shown) < ($1.key.short, $1.key.long, $1.key.shown)
    }
    for (definition, change) in ordered {
      let difference = change.added.count - change.removed.count
      try counts.insert { row in
        row.bind(definition.short)
        row.bind(definition.term)
        row.bind(definition.long)
        row.bind(definition.shown)
        row.bind(difference)
      }
      var abbreviation: Int?
      try number.forEach(definition.short.untilNull, definition.long.untilNull) {
        abbreviation = number.integer(0)
      }
      for document in change.removed.sorted() {
        try delete.execute(arguments: [abbreviation, document])
      }
      for document in change.added.sorted() {
        try definitions.insert { row in
          row.bind(abbreviation)
          row.bind(document)
        }
      }
    }
    if changes.values.contains(where: { !$0.removed.isEmpty }) {
      try database.execute(sql: "DELETE FROM abbreviations WHERE count <= 0")
    }
    self = AbbreviationsWriter()
  }
}
