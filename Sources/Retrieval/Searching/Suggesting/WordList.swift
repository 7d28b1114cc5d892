import GRDB
import Literature

/// The words of an index in memory, for completions and corrections during typing.
///
/// They are sorted by bytes and stored contiguously, so that half a million words take only a few
/// allocations.
package struct WordList: Sendable {
  private var bytes: [UInt8] = []
  /// The start of each word, and the end of the last.
  private var starts: [UInt32] = [0]
  private var counts: [UInt32] = []
  /// The letters of each word: two words that are few edits apart differ in few letters.
  private var letters: [UInt32] = []

  /// The number of words.
  var count: Int { counts.count }

  /// Reads the words of an index.
  init(_ database: Database) throws {
    let rows = try Row.fetchCursor(database, sql: "SELECT word, count FROM words ORDER BY word")
    while let row = try rows.next() { append(row.text("word"), count: row.integer("count")) }
  }

  /// Creates a list from words that are sorted by their bytes.
  package init(_ words: [(word: String, count: Int)]) {
    for (word, count) in words { append(word, count: count) }
  }

  private mutating func append(_ word: String, count: Int) {
    bytes.append(contentsOf: word.utf8)
    starts.append(UInt32(bytes.count))
    counts.append(UInt32(clamping: count))
    letters.append(SpellingCorrection.letters(word.utf8))
  }

  /// The most frequent words with a prefix, the most frequent first.
  func completions(of prefix: String, limit: Int) -> [String] {
    let key = Array(prefix.utf8)
    var best: [(count: UInt32, index: Int)] = []
    var index = lowerBound(key)
    while index < count, self[index].starts(with: key) {
      let found = counts[index]
      if best.count < limit || found > best[best.count - 1].count {
        let rank = best.firstIndex { $0.count < found } ?? best.count
        best.insert((found, index), at: rank)
        if best.count > limit { best.removeLast() }
      }
      index += 1
    }
    return best.map { String(decoding: self[$0.index], as: UTF8.self) }
  }

  /// The number of occurrences of a word.
  private func occurrences(of word: String) -> Int {
    let key = Array(word.utf8)
    let index = lowerBound(key)
    return index < count && self[index].elementsEqual(key) ? Int(counts[index]) : 0
  }

  /// The word that a word probably stands for that is not in the list, or rare; `nil` if none is
  /// close to it.
  package func likely(_ word: String) -> String? {
    guard var correction = SpellingCorrection(word, count: occurrences(of: word)) else {
      return nil
    }
    for first in correction.firstLetters {
      let key = Array(String(first).utf8)
      var index = lowerBound(key)
      while index < count, self[index].starts(with: key) {
        let count = Int(counts[index])
        if correction.canBeBetter(letters: letters[index], count: count) {
          correction.consider(String(decoding: self[index], as: UTF8.self), count: count)
        }
        index += 1
      }
    }
    return correction.word
  }

  private subscript(_ index: Int) -> ArraySlice<UInt8> {
    bytes[Int(starts[index])..<Int(starts[index + 1])]
  }

  /// The first word that is not below a key.
  private func lowerBound(_ key: [UInt8]) -> Int {
    (0..<count).partitioningIndex { !self[$0].lexicographicallyPrecedes(key) }
  }
}
