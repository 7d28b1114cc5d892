import Analysis
import GRDB

/// Counts the words of added and removed documents, and writes the counts to their table.
struct WordCountsWriter {
  private var words: [CachedWord: Int] = [:]

  /// Adds the occurrences of a preparer's words.
  mutating func add(_ vocabulary: PreparerVocabulary) {
    if words.isEmpty { words.reserveCapacity(vocabulary.counts.count { $0 > 0 }) }
    for (index, count) in vocabulary.counts.enumerated() where count > 0 {
      words[vocabulary.words[index], default: 0] += Int(count)
    }
  }

  /// Subtracts the words of a removed document.
  mutating func subtract(_ removed: RemovedDocument) {
    for word in removed.words { words[word, default: 0] -= 1 }
  }

  /// Writes the counts and clears them.
  mutating func flush(_ database: Database) throws {
    let rows = try RowInserter(
      database,
      sql: """
        INSERT INTO words (word, term, count) VALUES (?, ?, ?)
        ON CONFLICT (word) DO UPDATE SET count = count + excluded.count
        """)
    // A document that was added and removed since the last commit leaves counts of 0.
    let listed = words.filter { $0.value != 0 }
      .map { (word: $0.key.listed, term: $0.key.term, count: $0.value) }
    for (word, term, count) in listed.sorted(by: { $0.word < $1.word }) {
      try rows.insert { row in
        row.bind(word)
        row.bind(term)
        row.bind(count)
      }
    }
    if words.values.contains(where: { $0 < 0 }) {
      try database.execute(sql: "DELETE FROM words WHERE count <= 0")
    }
    self = WordCountsWriter()
  }
}
