import Analysis
import Literature
import Query

/// The form in which subject headings and keywords are compared as a whole: their words as written,
/// folded, separated by spaces; and the same in the spelling that British and American English
/// share, if it differs.
///
/// Words are not compared by their stems, because “Nurses” and “Nursing” are different headings.
enum HeadingKey {
  /// The keys under which a document is found by its keywords, each once.
  static func keys(of keywords: [String], _ analyzer: Analyzer) -> [String] {
    var keys: [String] = []
    var seen: Set<String> = []
    for name in keywords.flatMap({ SubjectHeading.names(of: $0) }) {
      for key in Self.keys(name, analyzer) where !key.isEmpty && seen.insert(key).inserted {
        keys.append(key)
      }
    }
    return keys
  }

  /// The keys of a heading as typed, in which wildcards stand for any part of a heading.
  ///
  /// `*` is a wildcard after a character, `?` and `#` between letters, and `#` also at the end of a
  /// word.
  static func typed(_ heading: String, _ analyzer: Analyzer) -> [String] {
    let name = SubjectHeading.names(of: heading)[0]
    let words = name.split(whereSeparator: \.isWhitespace).map { Array($0) }
    let hasWildcard = words.contains { word in
      word.indices.contains { isWildcard($0, in: word) }
    }
    guard hasWildcard else { return keys(SubjectHeading.natural(heading), analyzer) }
    let patterns = [false, true].map { isShared in
      words.map { pattern($0, analyzer, isShared: isShared) }.joinedNonEmpty(separator: " ")
    }
    return patterns[0] == patterns[1] ? [patterns[0]] : patterns
  }

  /// A name as written and, if it differs, in the shared spelling.
  private static func keys(_ name: String, _ analyzer: Analyzer) -> [String] {
    let words = analyzer.words(in: name).map(\.folded)
    let spelled = words.map { HeadingSpelling.shared($0, analyzer) }
    let key = words.joined(separator: " ")
    return spelled == words ? [key] : [key, spelled.joined(separator: " ")]
  }

  private static func key(_ name: String, _ analyzer: Analyzer) -> String {
    analyzer.words(in: name).map(\.folded).joined(separator: " ")
  }

  // MARK: Wildcards

  /// The pattern of a word.
  ///
  /// - Parameter isShared: whether the beginning of a word with wildcards, and a word without them,
  ///   get the shared spelling.
  private static func pattern(
    _ word: [Character], _ analyzer: Analyzer, isShared: Bool
  ) -> String {
    var text = ""
    var literal = ""
    for (index, character) in word.enumerated() {
      if isWildcard(index, in: word) {
        var part = key(literal, analyzer)
        if isShared, text.isEmpty {
          part = HeadingSpelling.shared(beginning: part, analyzer)
        }
        text += part + String(character)
        literal = ""
      } else {
        literal.append(character)
      }
    }
    if isShared, text.isEmpty { return keys(literal, analyzer).last ?? "" }
    return text + key(literal, analyzer)
  }

  private static func isWildcard(_ index: Int, in word: [Character]) -> Bool {
    guard index > 0, WordPattern.isWildcard(word[index]) else { return false }
    if word[index] == "*" { return true }
    let isInside = index + 1 < word.count && (word[index + 1].isLetter || word[index + 1].isNumber)
    return isInside || word[index] == "#" && index > 1
  }
}
