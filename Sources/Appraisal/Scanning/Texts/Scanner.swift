/// Splits bytes into words and numbers in one pass.
///
/// It does not use the analyzer of the index, because rules need what the analyzer folds away
/// (capitals, brackets, full stops) and no stems. It must be as fast as a memory scan, hence the
/// unsafe buffers. Letters and digits of any script form words; a possessive `'s` is dropped;
/// digits with thousands separators form one number.
struct Scanner {
  /// Appends the words of `bytes`, which are UTF-8, to `words`.
  ///
  /// Words are looked up after the whole text is split, so that memory accesses overlap.
  static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, cache: inout WordCache, into words: inout [ScannedWord]
  ) {
    words.reserveCapacity(words.count + bytes.count / 6 + 8)
    withUnsafeTemporaryAllocation(of: ScannedWord.self, capacity: Block.size) { found in
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

  /// Some words that are split off but not looked up yet, in plain memory, because appending to an
  /// array costs more than splitting off a word.
  private struct Block {
    static let size = 512

    let words: UnsafeMutablePointer<ScannedWord>
    /// The key of each word; 0 for a number.
    let keys: UnsafeMutablePointer<UInt64>
    var count = 0
    /// Whether a word comes before, in this block or an earlier one.
    var hasWords = false
    /// The signs found after the last word.
    var gap: UInt16 = 0

    init(words: UnsafeMutablePointer<ScannedWord>, keys: UnsafeMutablePointer<UInt64>) {
      self.words = words
      self.keys = keys
    }

    @inline(__always)
    mutating func append(_ word: ScannedWord, key: UInt64) {
      words[count] = word
      keys[count] = key
      count += 1
      hasWords = true
    }

    /// Looks up the words and moves them to an array.
    mutating func empty(
      into found: inout [ScannedWord], _ bytes: UnsafeBufferPointer<UInt8>, _ cache: inout WordCache
    ) {
      for at in 0..<count where keys[at] != 0 {
        // So far, the value of a word is the number of trailing letters to drop.
        let end = Int(words[at].end) - Int(words[at].value)
        let found = cache.find(keys[at], bytes, start: Int(words[at].start), end: end)
        words[at].entry = found.entry
        words[at].value = found.known
      }
      found.append(contentsOf: UnsafeBufferPointer(start: words, count: count))
      count = 0
    }
  }

  /// Splits off words until the block is full or the bytes end.
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
        if found == ScannedWord.Gap.newline.rawValue, gap & found != 0 {
          gap |= ScannedWord.Gap.paragraph.rawValue
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
        gap |= isJoin ? ScannedWord.Gap.hyphen.rawValue : found.rawValue
        at += length
        continue
      }
      let start = at
      var word = ScannedWord(
        start: UInt32(truncatingIfNeeded: start), end: 0, entry: 0,
        gap: ScannedWord.Gap(rawValue: gap),
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
    guard end - start > 2, end - start < ScannedWord.acronymLimit,
      bytes[end - 1] == UInt8(ascii: "s")
    else { return false }
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

  /// Longer words of capitals and digits are codes, not acronyms.
  private static let longestCapitals = 15

  /// Digits keep bit 0x20 set, so words of capitals and digits need a second look.
  private static func isAllCapitals(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard end - start > 1, end - start <= longestCapitals else { return false }
    for at in start..<end where bytes[at] >= UInt8(ascii: "a") { return false }
    return true
  }

  private static func isPossessive(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ kinds: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "s") else { return false }
    return at + 1 >= bytes.count || kinds[Int(bytes[at + 1])] == 0 || bytes[at + 1] == 0xE2
  }
}
