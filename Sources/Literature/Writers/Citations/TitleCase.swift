/// Writes titles with capitalised words, as in American styles.
enum TitleCase {
  /// Words that are in lower case, unless they begin or end the title or follow a colon.
  private static let small: Set<String> = [
    "a", "an", "and", "as", "at", "but", "by", "down", "for", "from", "in", "into", "nor", "of",
    "on",
    "onto", "or", "over", "so", "the", "till", "to", "up", "via", "with", "yet", "et", "al.", "v.",
    "vs.", "de", "la",
  ]

  /// The title; words that already have capitals are unchanged.
  static func text(_ title: String) -> String {
    let words = title.split(separator: " ")
    return words.enumerated().map { index, word -> String in
      let isFirst = index == 0 || words[index - 1].last.map { ":?!.–—".contains($0) } ?? false
      let isLast = index == words.count - 1
      if !isFirst, !isLast, small.contains(word.lowercased()) { return word.lowercased() }
      guard !word.contains(where: \.isUppercase), let start = word.firstIndex(where: \.isLetter),
        !word[..<start].contains(where: \.isNumber)
      else { return String(word) }
      let rest = word[word.index(after: start)...]
      return "\(word[..<start])\(word[start].uppercased())\(rest)"
    }.joined(separator: " ")
  }
}
