import Analysis
import GRDB

/// The words of an index in memory, for answers while somebody types: what begins so, and what is
/// spelt like it.
///
/// Sorted by their bytes, one after the other, so that half a million words are a few allocations.
struct WordList: Sendable {
  private var bytes: [UInt8] = []
  /// Where each word begins, and where the last one ends.
  private var starts: [UInt32] = [0]
  private var counts: [UInt32] = []
  /// Which letters each word has: two words a few slips apart differ in few of them.
  private var letters: [UInt32] = []

  /// How many words there are.
  var count: Int { counts.count }

  /// Reads the words of an index.
  init(_ database: Database) throws {
    let rows = try Row.fetchCursor(database, sql: "SELECT word, count FROM words ORDER BY word")
    while let row = try rows.next() { append(row.text("word"), count: row.integer("count")) }
  }

  /// Makes a list of words that are sorted by their bytes.
  init(_ words: [(word: String, count: Int)]) {
    for (word, count) in words { append(word, count: count) }
  }

  private mutating func append(_ word: String, count: Int) {
    bytes.append(contentsOf: word.utf8)
    starts.append(UInt32(bytes.count))
    counts.append(UInt32(clamping: count))
    letters.append(Self.letters(word.utf8))
  }

  /// The most frequent words that begin so, the most frequent first.
  func completions(of prefix: String, limit: Int) -> [String] {
    let key = Array(prefix.utf8)
    var best: [(count: UInt32, index: Int)] = []
    var index = lowerBound(key)
    while index < count, self[index].starts(with: key) {
      let found = counts[index]
      if best.count < limit || found > best[best.count - 1].count {
        let place = best.firstIndex { $0.count < found } ?? best.count
        best.insert((found, index), at: place)
        if best.count > limit { best.removeLast() }
      }
      index += 1
    }
    return best.map { String(decoding: self[$0.index], as: UTF8.self) }
  }

  /// Whether the word is in the list.
  func contains(_ word: String) -> Bool {
    let key = Array(word.utf8)
    let index = lowerBound(key)
    return index < count && self[index].elementsEqual(key)
  }

  /// The word that is the fewest slips away, the more frequent of equals; `nil` where none is near.
  ///
  /// The rules are those of ``UnknownWords``.
  func likely(_ word: String) -> String? {
    let typed = Array(word.unicodeScalars)
    guard let most = Misspelling.slips(typed) else { return nil }
    let wanted = Self.letters(word.utf8)
    var best: (distance: Int, count: UInt32, index: Int)?
    for first in Set(typed.prefix(2)) {
      let key = Array(String(first).utf8)
      var index = lowerBound(key)
      while index < count, self[index].starts(with: key) {
        defer { index += 1 }
        let allowed = best?.distance ?? most
        // A changed letter is missing on one side and too much on the other.
        guard (letters[index] ^ wanted).nonzeroBitCount <= 2 * allowed else { continue }
        let candidate = Array(String(decoding: self[index], as: UTF8.self).unicodeScalars)
        guard abs(candidate.count - typed.count) <= allowed else { continue }
        let distance = EditDistance.between(typed, candidate)
        guard distance <= allowed else { continue }
        if let best, (distance, best.count) >= (best.distance, counts[index]) { continue }
        best = (distance, counts[index], index)
      }
    }
    return best.map { String(decoding: self[$0.index], as: UTF8.self) }
  }

  private subscript(_ index: Int) -> ArraySlice<UInt8> {
    bytes[Int(starts[index])..<Int(starts[index + 1])]
  }

  /// The first word that is not below a key.
  private func lowerBound(_ key: [UInt8]) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// A bit for each byte that occurs, by its lowest five bits: one for each letter of ASCII.
  private static func letters(_ word: some Sequence<UInt8>) -> UInt32 {
    word.reduce(0) { $0 | 1 << UInt32($1 & 31) }
  }
}

/// How many slips are forgiven in a word.
enum Misspelling {
  /// One in words of four letters and more, two from seven; `nil` for what is no such word.
  static func slips(_ word: [Unicode.Scalar]) -> Int? {
    guard (4...40).contains(word.count), word.allSatisfy(\.properties.isAlphabetic) else {
      return nil
    }
    return word.count >= 7 ? 2 : 1
  }
}
