/// The acronyms that a text defines, each with its long form: "verbal autopsy (VA)",
/// "female sex workers (FSWs)".
///
/// An acronym is matched with the initials of the words before its bracket, from the last letter to
/// the first (after Schwartz and Hearst 2003); short words in between may be skipped, and so may a
/// word after the long form: "standard motivational interviewing techniques (SMI)".
struct AcronymDefinitions {
  /// The words of each definition by the entry of its acronym; the first definition counts.
  private(set) var definitions: [UInt32: Range<Int>] = [:]

  init() {}

  /// Finds the definitions in scanned words.
  init(_ words: [ScannedWord], bytes: UnsafeBufferPointer<UInt8>) {
    for at in words.indices.dropFirst(2) where words[at].gap.contains(.open) {
      let word = words[at]
      guard word.shape.contains(.acronym), word.entry > WordCache.numberEntry,
        definitions[word.entry] == nil,
        at + 1 == words.count || words[at + 1].gap.contains(.close)
      else { continue }
      let letters = bytes[Int(word.start)..<Int(word.end)]
        .filter { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
      if let first = Self.start(of: letters, before: at, words, bytes) {
        definitions[word.entry] = first..<at
      }
    }
  }

  /// The first of the words before an index whose initials are the letters.
  private static func start(
    of letters: [UInt8], before end: Int, _ words: [ScannedWord],
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var left = letters.count
    guard (2...8).contains(left) else { return nil }
    // Two letters would match too many other words.
    let mayTrail = left > 2
    var at = end - 1
    while at >= 0, end - at <= 2 * letters.count + 1 {
      if bytes[Int(words[at].start)] & 0xDF == letters[left - 1] {
        left -= 1
        if left == 0 { return at }
      } else if words[at].length > 3, !mayTrail || at < end - 1 {
        return nil
      }
      if !words[at].gap.isDisjoint(with: [.period, .open, .close, .semicolon, .paragraph]) {
        return nil
      }
      at -= 1
    }
    return nil
  }
}
