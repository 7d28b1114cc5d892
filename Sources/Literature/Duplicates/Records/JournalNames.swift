/// Compares the names of journals, which sources abbreviate.
enum JournalNames {
  /// Whether two names may belong to the same journal; `nil` if one is missing.
  ///
  /// Names are given as folded words, without articles and prepositions.
  ///
  /// "clin microbiol rev" abbreviates "clinical microbiology reviews", and "bmj" "british medical
  /// journal".
  static func areSame(_ left: [String], _ right: [String]) -> Bool? {
    guard !left.isEmpty, !right.isEmpty else { return nil }
    let (short, long) = left.joined().count <= right.joined().count ? (left, right) : (right, left)
    if short.joined() == long.joined() || abbreviates(short, long) { return true }
    guard short.count == 1, long.count > 1 else { return false }
    return short[0] == String(long.compactMap(\.first))
  }

  /// Words that abbreviations leave out, folded.
  static let smallWords: Set<String> = ["the", "of", "and", "for", "in", "on", "de", "la"]

  /// Whether each word of one name is the beginning of a word of the other, in the same order and
  /// starting with the first word.
  static func abbreviates(_ short: [String], _ long: [String]) -> Bool {
    guard short.count <= long.count, let first = short.first, long[0].hasPrefix(first) else {
      return false
    }
    var rest = long[...]
    for word in short {
      guard let place = rest.firstIndex(where: { begins($0, word) }) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  /// Whether a word begins with a short form or has its letters: in "intl" and "international", the
  /// first two letters are the same, and the rest follow in order.
  private static func begins(_ word: String, _ short: String) -> Bool {
    if word.hasPrefix(short) { return true }
    guard short.count > 2, word.hasPrefix(short.prefix(2)) else { return false }
    var rest = word.dropFirst(2)
    for letter in short.dropFirst(2) {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }
}
