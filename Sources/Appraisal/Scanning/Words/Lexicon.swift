import Literature

/// The words that occur in the tables.
///
/// A table word in lower case matches itself in any letter case, and its plural. One that ends in
/// `*` matches every word with that prefix. One that contains a capital matches only as written
/// ("ED"), or with an `s` after it. Words are stored by their ``ByteHash``.
struct Lexicon: Sendable {
  /// The entry of a word or a prefix in the tables.
  struct Known: Sendable {
    var symbol: Int32 = -1
    var classes: WordClasses = []
    var number: Int32 = -1
  }

  private var exact: [UInt64: Known] = [:]
  private var cased: [UInt64: Known] = [:]
  private var beginnings: [UInt64: Known] = [:]
  /// The lengths of beginnings in bytes, in order.
  private var lengths: [Int] = []
  /// The word or prefix of each symbol, as in the tables.
  private(set) var symbols: [String] = []

  init(words: Table) {
    for row in words.rows {
      for word in row["words"].split(separator: " ") {
        if row["class"] == "number" {
          let parts = word.split(separator: "=")
          guard parts.count == 2, let value = Int32(parts[1]) else { continue }
          exact[ByteHash.of(parts[0]), default: Known()].number = value
        } else if let kind = WordClasses(named: row["class"]) {
          note(word) { $0.classes.formUnion(kind) }
        }
      }
    }
  }

  /// The symbol of a word in a phrase; a new one if the word has none yet.
  mutating func symbol(for word: String) -> UInt32 {
    var symbol: Int32 = -1
    let next = Int32(symbols.count)
    note(word[...]) { known in
      if known.symbol < 0 { known.symbol = next }
      symbol = known.symbol
    }
    if symbol == next { symbols.append(word) }
    return UInt32(symbol)
  }

  private mutating func note(_ word: Substring, _ change: (inout Known) -> Void) {
    if word.hasSuffix("*") {
      let stem = word.dropLast()
      let length = stem.utf8.count
      if !lengths.contains(length) { lengths = (lengths + [length]).sorted() }
      change(&beginnings[ByteHash.of(stem), default: Known()])
    } else if word.contains(where: \.isUppercase) {
      change(&cased[ByteHash.of(word), default: Known()])
    } else {
      change(&exact[ByteHash.of(word), default: Known()])
    }
  }

  /// The longest word that is looked up, in bytes.
  private static let limit = 40

  /// The entry of a word as written.
  func resolve(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (symbols: [UInt32], classes: WordClasses, number: Int32) {
    var symbols: [UInt32] = []
    var classes: WordClasses = []
    var number: Int32 = -1
    guard bytes.count <= Self.limit, !bytes.isEmpty else { return (symbols, classes, number) }
    func meet(_ known: Known?) {
      guard let known else { return }
      if known.symbol >= 0 { symbols.append(UInt32(known.symbol)) }
      classes.formUnion(known.classes)
    }
    // The hash of every beginning of the word, folded.
    let hashes = [UInt64](unsafeUninitializedCapacity: bytes.count + 1) { hashes, count in
      hashes[0] = ByteHash.seed
      for (at, byte) in bytes.enumerated() {
        hashes[at + 1] = ByteHash.addFolded(byte, to: hashes[at])
      }
      count = bytes.count + 1
    }
    let length = bytes.count
    let whole = exact[hashes[length]]
    meet(whole)
    number = whole?.number ?? -1
    func ends(_ letters: String) -> Bool {
      length > letters.utf8.count
        && bytes.suffix(letters.utf8.count).elementsEqual(letters.utf8) { $0 | 0x20 == $1 }
    }
    if length > 3, ends("s"), !ends("ss") {
      meet(exact[hashes[length - 1]])
      if ends("ies") { meet(exact[ByteHash.add(UInt8(ascii: "y"), to: hashes[length - 3])]) }
      if ["ses", "xes", "zes", "ches", "shes", "oes"].contains(where: ends) {
        meet(exact[hashes[length - 2]])
      }
    }
    for beginning in lengths {
      if beginning > length { break }
      meet(beginnings[hashes[beginning]])
    }
    var written = ByteHash.seed
    var before = written
    var hasCapital = false
    for byte in bytes {
      before = written
      written = ByteHash.add(byte, to: written)
      hasCapital = hasCapital || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
    if hasCapital {
      if let known = cased[written] {
        meet(known)
      } else if bytes[length - 1] == UInt8(ascii: "s") {
        meet(cased[before])
      }
    }
    return (symbols, classes, number)
  }
}
