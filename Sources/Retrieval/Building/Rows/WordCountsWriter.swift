import Analysis
import GRDB

/// Counts the words and the defined abbreviations of added and removed documents, and writes the
/// counts to their tables.
struct WordCountsWriter {
  private var words: [Word: Int] = [:]
  private var abbreviations: [AbbreviationDefinition: Int] = [:]

  /// Adds the occurrences of a preparer's words.
  mutating func add(_ vocabulary: PreparerVocabulary) {
    for (index, count) in vocabulary.counts.enumerated() where count > 0 {
      words[vocabulary.words[index], default: 0] += Int(count)
    }
  }

  /// Adds the abbreviations that a document defines.
  mutating func add(_ definitions: [AbbreviationDefinition]) {
    for definition in definitions { abbreviations[definition, default: 0] += 1 }
  }

  /// Subtracts the words and abbreviations of a removed document.
  mutating func subtract(_ removed: RemovedDocument) {
    for word in removed.words { words[word, default: 0] -= 1 }
    for definition in removed.abbreviations { abbreviations[definition, default: 0] -= 1 }
  }

  /// Writes the counts and clears them.
  mutating func flush(_ database: Database) throws {
    try writeWords(database)
    try writeAbbreviations(database)
    self = WordCountsWriter()
  }

  private func writeWords(_ database: Database) throws {
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO words (word, term, count) VALUES (?, ?, ?)
        ON CONFLICT (word) DO UPDATE SET count = count + excluded.count
        """)
    for (word, count) in words.sorted(by: { $0.key.folded < $1.key.folded }) {
      try statement.execute(arguments: [word.folded, word.term, count])
    }
    if words.values.contains(where: { $0 < 0 }) {
      try database.execute(sql: "DELETE FROM words WHERE count <= 0")
    }
  }

  private func writeAbbreviations(_ database: Database) throws {
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO abbreviations (short, long, shown, count) VALUES (?, ?, ?, ?)
        ON CONFLICT (short, long) DO UPDATE SET count = count + excluded.count
        """)
    for (definition, count) in abbreviations {
      try statement.execute(
        arguments: [definition.short, definition.long, definition.shown, count])
    }
    if abbreviations.values.contains(where: { $0 < 0 }) {
      try database.execute(sql: "DELETE FROM abbreviations WHERE count <= 0")
    }
  }
}
