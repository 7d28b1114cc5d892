/// The distinct words met so far and what the ``Lexicon`` knows of each.
///
/// A word is looked up by a 64-bit hash of its bytes as written (FNV-1a), so that the fold and the
/// lexicon are asked once per distinct word. It is emptied when it grows too large.
struct WordCache {
  /// What is known of a word.
  struct Entry {
    /// Symbols of the phrases that the word can stand for: a range of ``WordCache/symbols``.
    var symbols: Range<Int32>
    /// The bits of those symbols.
    var symbolBits: UInt64
    /// The classes it belongs to.
    var classes: WordClasses
    /// The value of a word for a number; -1 for other words.
    var number: Int32
    /// The nodes that lead on from the start of a phrase by this word: a range of
    /// ``WordCache/nodes``.
    var starts: Range<Int32>
  }

  /// The entry of numbers in digits.
  static let numberEntry: UInt32 = 1
  private static let limit = 1 << 17

  private let lexicon: Lexicon
  private let book: PhraseBook
  private(set) var entries: [Entry]
  private(set) var symbols: [UInt32]
  private(set) var nodes: [Int32]
  private var keys: [UInt64]
  private var values: [UInt32]
  private var used = 0

  init(lexicon: Lexicon, book: PhraseBook) {
    self.lexicon = lexicon
    self.book = book
    nodes = []
    entries = []
    symbols = []
    keys = []
    values = []
    empty()
  }

  /// Forgets every word when there are too many; to be called between documents.
  mutating func trim() {
    if used > Self.limit / 2 { empty() }
  }

  private mutating func empty() {
    let nothing = Entry(symbols: 0..<0, symbolBits: 0, classes: [], number: -1, starts: 0..<0)
    entries = [nothing, nothing]
    symbols = []
    nodes = []
    keys = Array(repeating: 0, count: 1 << 13)
    values = Array(repeating: 0, count: 1 << 13)
    used = 0
  }

  @inline(__always)
  mutating func entry(
    hash: UInt64, bytes: UnsafeBufferPointer<UInt8>, start: Int, end: Int
  ) -> UInt32 {
    let key = hash == 0 ? 1 : hash
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key ^ (key >> 29)) & mask
    while true {
      let found = keys[slot]
      if found == key { return values[slot] }
      if found == 0 { break }
      slot = (slot + 1) & mask
    }
    return add(key: key, bytes: UnsafeBufferPointer(rebasing: bytes[start..<end]))
  }

  /// A text of more distinct words than the limit keeps the first ones: its later words are
  /// resolved each time, so that memory stays bounded.
  private mutating func add(key: UInt64, bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let known = lexicon.resolve(bytes)
    var number: UInt32 = 0
    // Capitals get an entry of their own, so that an abbreviation is known again.
    let isCapitals =
      bytes.count > 1 && bytes.count < 9
      && bytes.dropLast().allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    if isCapitals || !known.symbols.isEmpty || !known.classes.isEmpty || known.number >= 0 {
      let first = Int32(symbols.count)
      symbols += known.symbols
      number = UInt32(entries.count)
      let start = Int32(nodes.count)
      nodes += book.starts(symbols: known.symbols, classes: known.classes)
      entries.append(
        Entry(
          symbols: first..<Int32(symbols.count),
          symbolBits: known.symbols.reduce(0) { $0 | PhraseBook.bit($1) }, classes: known.classes,
          number: known.number,
          starts: start..<Int32(nodes.count)))
    }
    guard used < Self.limit else { return number }
    if used * 2 > keys.count { grow() }
    place(key, number)
    used += 1
    return number
  }

  private mutating func place(_ key: UInt64, _ value: UInt32) {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key ^ (key >> 29)) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    values[slot] = value
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldValues = values
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    values = Array(repeating: 0, count: oldKeys.count * 2)
    for (slot, key) in oldKeys.enumerated() where key != 0 { place(key, oldValues[slot]) }
  }
}
