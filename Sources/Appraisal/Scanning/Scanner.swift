/// Splits bytes into words and numbers in one pass.
///
/// It does not use the analyzer of the index, because rules need what the analyzer folds away
/// (capitals, brackets, full stops) and no stems. It must be as fast as a memory scan, hence the
/// unsafe buffers. Letters and digits of any script form words; a possessive `'s` is dropped;
/// digits with thousands separators form one number.
struct Scanner {
  private static let letter: UInt8 = 1
  private static let digit: UInt8 = 2
  private static let kinds: [UInt8] = (0...255).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit
    // Lead and trail bytes of other scripts; the blocks of punctuation are distinguished below.
    case 0x80...0xFF: letter
    default: 0
    }
  }
  private static let gaps: [UInt16] = (0...255).map { byte in
    let gap: Word.Gap =
      switch UInt8(byte) {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): .space
      case UInt8(ascii: "\n"): .newline
      case UInt8(ascii: ","): .comma
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .open
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .close
      case UInt8(ascii: "."): .period
      case UInt8(ascii: "?"), UInt8(ascii: "!"): .question
      case UInt8(ascii: ":"): .colon
      case UInt8(ascii: ";"), UInt8(ascii: "|"): .semicolon
      case UInt8(ascii: "-"): .hyphen
      case UInt8(ascii: "="): .equals
      case UInt8(ascii: "/"): .slash
      case UInt8(ascii: "@"): .at
      case UInt8(ascii: "%"): .percent
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "_"): []
      default: .sign
      }
    return gap.rawValue
  }

  /// Appends the words of `bytes`, which are UTF-8, to `words`.
  ///
  /// Words are looked up after the whole text is split, so that memory accesses overlap.
  static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, cache: inout WordCache, into words: inout [Word]
  ) {
    words.reserveCapacity(words.count + bytes.count / 6 + 8)
    withUnsafeTemporaryAllocation(of: Word.self, capacity: Block.size) { found in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Block.size) { keys in
        guard let first = found.baseAddress, let firstKey = keys.baseAddress else { return }
        kinds.withUnsafeBufferPointer { kinds in
          gaps.withUnsafeBufferPointer { gaps in
            var block = Block(words: first, keys: firstKey)
            var at = 0
            while at < bytes.count {
              cut(bytes, &at, kinds: kinds, gaps: gaps, into: &block)
              block.empty(into: &words, bytes, &cache)
            }
          }
        }
      }
    }
  }

  /// Some words that are cut but not looked up yet, in plain memory, because appending to an array
  /// costs more than cutting.
  private struct Block {
    static let size = 512

    let words: UnsafeMutablePointer<Word>
    /// The key of each word; 0 for a number.
    let keys: UnsafeMutablePointer<UInt64>
    var count = 0
    /// Whether a word comes before, in this block or an earlier one.
    var hasWords = false
    /// What was found after the last word.
    var gap: UInt16 = 0

    init(words: UnsafeMutablePointer<Word>, keys: UnsafeMutablePointer<UInt64>) {
      self.words = words
      self.keys = keys
    }

    @inline(__always)
    mutating func append(_ word: Word, key: UInt64) {
      words[count] = word
      keys[count] = key
      count += 1
      hasWords = true
    }

    /// Looks up the words and moves them to an array.
    mutating func empty(
      into found: inout [Word], _ bytes: UnsafeBufferPointer<UInt8>, _ cache: inout WordCache
    ) {
      for at in 0..<count where keys[at] != 0 {
        // So far, the value of a word is the number of trailing letters to drop.
        let end = Int(words[at].end) - Int(words[at].value)
        words[at].value = 0
        words[at].entry = cache.entry(keys[at], bytes, start: Int(words[at].start), end: end)
      }
      found.append(contentsOf: UnsafeBufferPointer(start: words, count: count))
      count = 0
    }
  }

  /// Cuts words until the block is full or the bytes end.
  private static func cut(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int,
    kinds: UnsafeBufferPointer<UInt8>, gaps: UnsafeBufferPointer<UInt16>, into block: inout Block
  ) {
    let count = bytes.count
    var at = position
    var gap = block.gap
    defer {
      position = at
      block.gap = gap
    }
    while at < count, block.count < Block.size {
      let byte = bytes[at]
      let kind = kinds[Int(byte)]
      if kind == 0 {
        // The s of a possessive belongs to the word before it.
        if byte == UInt8(ascii: "'"), gap == 0, block.hasWords, isPossessive(bytes, at + 1, kinds) {
          at += 2
          continue
        }
        let found = gaps[Int(byte)]
        if found == Word.Gap.newline.rawValue, gap & found != 0 {
          gap |= Word.Gap.paragraph.rawValue
        }
        gap |= found
        at += 1
        continue
      }
      if byte >= 0xC2, let (length, found) = punctuation(bytes, at) {
        if found.rawValue == 0, gap == 0, block.hasWords, isPossessive(bytes, at + length, kinds) {
          at += length + 1
          continue
        }
        // "case–control" and "18–65": an en dash without spaces joins words as a hyphen does.
        let isJoin = gap == 0 && isEnDash(bytes, at) && isWritten(bytes, at + length, kinds)
        gap |= isJoin ? Word.Gap.hyphen.rawValue : found.rawValue
        at += length
        continue
      }
      let start = at
      var word = Word(
        start: UInt32(truncatingIfNeeded: start), end: 0, entry: 0, gap: Word.Gap(rawValue: gap),
        shape: [], value: 0)
      gap = 0
      if kind == digit, let end = number(bytes, start, kinds, &word) {
        at = end
        word.end = UInt32(truncatingIfNeeded: end)
        word.entry = WordCache.numberEntry
        block.append(word, key: 0)
        continue
      }
      var lower: UInt8 = 0
      while at < count {
        let next = bytes[at]
        if kinds[Int(next)] == 0 { break }
        if next >= 0xC2, punctuation(bytes, at) != nil { break }
        lower |= next
        at += 1
      }
      word.end = UInt32(truncatingIfNeeded: at)
      if byte < 0x80, byte & 0x20 == 0, kind == letter {
        word.shape.insert(.capital)
        if lower & 0x20 == 0 || isAllCapitals(bytes, start, at) { word.shape.insert(.allCapitals) }
      }
      if bytes[at - 1] | 0x20 == UInt8(ascii: "s"), at - start > 3 { word.shape.insert(.plural) }
      if word.shape.contains(.capital), isPluralAcronym(bytes, start, at) {
        // "PSWs" is the plural of "PSW", which the text may define.
        word.shape.insert(.acronym)
        word.value = 1
      } else if word.shape.contains(.allCapitals), at - start > 1 {
        word.shape.insert(.acronym)
      }
      block.append(
        word, key: WordCache.key(bytes, start: start, end: at - Int(word.value)))
    }
  }

  /// Whether a word consists of two or more capitals and an `s`.
  private static func isPluralAcronym(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard end - start > 2, end - start < 9, bytes[end - 1] == UInt8(ascii: "s") else {
      return false
    }
    for at in start..<end - 1
    where !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[at]) {
      return false
    }
    return true
  }

  private static func isEnDash(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    bytes[at] == 0xE2 && at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x93
  }

  /// Whether there is a letter or digit at an index.
  private static func isWritten(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ kinds: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    at < bytes.count && kinds[Int(bytes[at])] != 0 && punctuation(bytes, at) == nil
  }

  /// Digits keep bit 0x20 set, so words of capitals and digits need a second look.
  private static func isAllCapitals(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard end - start > 1, end - start < 16 else { return false }
    for at in start..<end where bytes[at] >= UInt8(ascii: "a") { return false }
    return true
  }

  private static func isPossessive(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ kinds: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "s") else { return false }
    return at + 1 >= bytes.count || kinds[Int(bytes[at + 1])] == 0 || bytes[at + 1] == 0xE2
  }

  /// A non-ASCII mark: its length in bytes and its effect between words.
  @inline(__always)
  private static func punctuation(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> (Int, Word.Gap)? {
    switch bytes[at] {
    case 0xE2:  // U+2000 to U+2FFF: spaces, dashes, quotation marks, signs
      guard at + 2 < bytes.count else { return (bytes.count - at, .sign) }
      guard bytes[at + 1] == 0x80 else { return (3, .sign) }
      switch bytes[at + 2] {
      case 0x80...0x8F, 0xAF: return (3, .space)
      case 0x90...0x92: return (3, .hyphen)
      case 0x93...0x95: return (3, [.hyphen, .sign])
      case 0x98...0x9F, 0xB2, 0xB3: return (3, [])
      case 0xA6: return (3, .period)
      case 0xA8, 0xA9: return (3, .newline)
      default: return (3, .sign)
      }
    case 0xC2:  // U+0080 to U+00BF
      guard at + 1 < bytes.count else { return (1, .sign) }
      return (2, bytes[at + 1] == 0xA0 ? .space : bytes[at + 1] == 0xAD ? [] : .sign)
    case 0xC3:
      guard at + 1 < bytes.count, bytes[at + 1] == 0x97 || bytes[at + 1] == 0xB7 else { return nil }
      return (2, .sign)
    case 0xE3:  // U+3000 to U+303F
      guard at + 2 < bytes.count, bytes[at + 1] == 0x80 else { return nil }
      return (3, bytes[at + 2] == 0x80 ? .space : bytes[at + 2] == 0x82 ? .period : .sign)
    default: return nil
    }
  }

  /// Reads a number in digits and returns its end, or `nil` if letters follow directly ("3rd").
  private static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ kinds: UnsafeBufferPointer<UInt8>,
    _ word: inout Word
  ) -> Int? {
    let count = bytes.count
    func isDigit(_ at: Int) -> Bool { at < count && kinds[Int(bytes[at])] == digit }
    var at = start
    var value: UInt64 = 0
    func take(_ places: Int) {
      for _ in 0..<places {
        value = min(value &* 10 &+ UInt64(bytes[at] & 0x0F), 4_000_000_000)
        at += 1
      }
    }
    while isDigit(at) { take(1) }
    if at - start <= 3 {
      while let width = separator(bytes, at), isDigit(at + width), isDigit(at + width + 1),
        isDigit(at + width + 2), !isDigit(at + width + 3)
      {
        at += width
        take(3)
        word.shape.insert(.grouped)
      }
    }
    if at < count, bytes[at] == UInt8(ascii: ".") || bytes[at] == 0xC2, at + 1 < count {
      // 4.5 and 4·5
      let width = bytes[at] == 0xC2 ? (bytes[at + 1] == 0xB7 ? 2 : 0) : 1
      if width > 0, isDigit(at + width) {
        let whole = value
        let digits = at - start
        at += width
        let point = at
        while isDigit(at) { at += 1 }
        if at - point == 3, digits <= 3, whole > 0 {
          at = point
          take(3)
          word.shape.insert(.pointed)
        }
        word.shape.insert(.decimal)
      }
    }
    // A letter directly after it makes it part of a word, unless it is a non-ASCII mark.
    if at < count, kinds[Int(bytes[at])] == letter, punctuation(bytes, at) == nil { return nil }
    word.shape.insert(.number)
    var next = at
    if next < count, bytes[next] == UInt8(ascii: " ") { next += 1 }
    if next < count, bytes[next] == UInt8(ascii: "%") { word.shape.insert(.percent) }
    word.value = UInt32(truncatingIfNeeded: value)
    return at
  }

  /// Width in bytes of a thousands separator other than a plain space: `,` `'` `’`, no-break and
  /// thin spaces.
  private static func separator(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    guard at < bytes.count else { return nil }
    switch bytes[at] {
    case UInt8(ascii: ","), UInt8(ascii: "'"): return 1
    case 0xC2 where at + 1 < bytes.count && bytes[at + 1] == 0xA0: return 2
    case 0xE2 where at + 2 < bytes.count && bytes[at + 1] == 0x80:
      return [0x87, 0x89, 0x8A, 0xAF, 0x99].contains(bytes[at + 2]) ? 3 : nil
    default: return nil
    }
  }
}
