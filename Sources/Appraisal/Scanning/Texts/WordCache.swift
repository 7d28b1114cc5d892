/// The distinct words found so far, with their entries from the ``Lexicon``.
///
/// A word is looked up by a hash of its bytes as written, so that folding and the lexicon are
/// needed only once per distinct word. Words with the same hash would be confused, with the
/// probability and effect described at ``ByteHash``. The cache is emptied when it grows too large.
struct WordCache {
  /// The entry of numbers in digits.
  static let numberEntry: UInt32 = 1
  /// Maximum number of words.
  private static let limit = 1 << 17
  /// The number of slots of an empty cache, a power of two.
  private static let firstSlots = 1 << 13

  private let lexicon: Lexicon
  private let book: PhraseBook
  private let bag: BagTable
  private(set) var entries: [WordEntry]
  private(set) var symbols: [UInt32]
  private(set) var starts: [PhraseBook.Start]
  private var slots: [Slot]
  private var used = 0

  /// A slot of the hash table; the key is 0 if it is free.
  private struct Slot {
    var key: UInt64 = 0
    var entry: UInt32 = 0
    /// One more than its row in the ``BagTable``; 0 without one.
    var known: UInt32 = 0
  }

  init(lexicon: Lexicon, book: PhraseBook, bag: BagTable) {
    self.lexicon = lexicon
    self.book = book
    self.bag = bag
    starts = []
    entries = []
    symbols = []
    slots = []
    empty()
  }

  /// Empties the cache if it has too many words; call it between documents.
  mutating func trim() {
    if used > Self.limit / 2 { empty() }
  }

  private mutating func empty() {
    let nothing = WordEntry(symbols: 0..<0, symbolBits: 0, classes: [], number: -1, starts: 0..<0)
    entries = [nothing, nothing]
    symbols = []
    starts = []
    slots = Array(repeating: Slot(), count: Self.firstSlots)
    used = 0
  }

  /// The entry of a word, and ``ScannedWord/known``.
  ///
  /// - Parameters:
  ///   - key: its ``key(_:start:end:)``.
  ///   - bytes: the text; the word is at `start..<end`.
  @inline(__always)
  mutating func find(
    _ key: UInt64, _ bytes: UnsafeBufferPointer<UInt8>, start: Int, end: Int
  ) -> (entry: UInt32, known: UInt32) {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: key) & mask
    while true {
      let slot = slots[place]
      if slot.key == key { return (slot.entry, slot.known) }
      if slot.key == 0 { break }
      place = (place + 1) & mask
    }
    return add(key: key, bytes: UnsafeBufferPointer(rebasing: bytes[start..<end]))
  }

  /// The hash of a word, eight bytes at a time; never 0.
  @inline(__always)
  static func key(_ bytes: UnsafeBufferPointer<UInt8>, start: Int, end: Int) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = UInt64(truncatingIfNeeded: end - start)
    func mix(_ part: UInt64) {
      hash = (hash ^ part) &* 0x9FB2_1C65_1E98_DF25
      hash ^= hash >> 32
    }
    var at = start
    while end - at > 8 {
      mix(raw.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian)
      at += 8
    }
    let left = UInt64(truncatingIfNeeded: end - at)
    var part: UInt64 = 0
    if at + 8 <= bytes.count {
      part = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
      part &= ~0 &>> (64 - 8 * left)
    } else {
      for place in (at..<end).reversed() { part = part << 8 | UInt64(bytes[place]) }
    }
    mix(part)
    return hash == 0 ? 1 : hash
  }

  /// Adds a word to the cache.
  ///
  /// If a text has more distinct words than the limit, later ones are resolved each time, so that
  /// memory stays bounded.
  private mutating func add(
    key: UInt64, bytes: UnsafeBufferPointer<UInt8>
  ) -> (entry: UInt32, known: UInt32) {
    let known = lexicon.resolve(bytes)
    let row = UInt32(bag.row(of: bytes) + 1)
    var number: UInt32 = 0
    // Words in capitals get a separate entry, so that abbreviations are recognised.
    let isCapitals =
      bytes.count > 1 && bytes.count < ScannedWord.acronymLimit
      && bytes.dropLast().allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    if isCapitals || !known.symbols.isEmpty || !known.classes.isEmpty || known.number >= 0 {
      let first = Int32(symbols.count)
      symbols += known.symbols
      number = UInt32(entries.count)
      let start = Int32(starts.count)
      starts += book.starts(symbols: known.symbols, classes: known.classes)
      entries.append(
        WordEntry(
          symbols: first..<Int32(symbols.count),
          symbolBits: known.symbols.reduce(0) { $0 | PhraseBook.bit($1) }, classes: known.classes,
          number: known.number,
          starts: start..<Int32(starts.count)))
    }
    guard used < Self.limit else { return (number, row) }
    if used * 2 > slots.count { grow() }
    place(key, number, row)
    used += 1
    return (number, row)
  }

  private mutating func place(_ key: UInt64, _ entry: UInt32, _ known: UInt32) {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: key) & mask
    while slots[place].key != 0 { place = (place + 1) & mask }
    slots[place] = Slot(key: key, entry: entry, known: known)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.key != 0 { place(slot.key, slot.entry, slot.known) }
  }
}
