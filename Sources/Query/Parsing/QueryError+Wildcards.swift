import Literature

/// Finds a wildcard that matches too many words in the query.
extension QueryError {
  /// The same error where its wildcard is in a query; other errors are unchanged.
  ///
  /// - Parameters:
  ///   - text: the query as typed.
  ///   - start: the offset from which to look for it, in Unicode scalars: that of the line of a
  ///     strategy.
  package func placed(in text: String, from start: Int = 0) -> QueryError {
    guard case .tooManyWords(let pattern, let limit) = self,
      let position = Self.position(of: pattern, in: StrategyText.scalars(text), from: start)
    else { return self }
    return .malformed(
      MalformedQuery(
        text: text, problem: "More than \(limit.grouped) different words that match “\(pattern)”",
        fix: "Use more letters.", position: position))
  }

  /// The place of a word with the letters of a pattern and a wildcard after them, which each
  /// platform writes in its own way; where the search begins if there is none.
  private static func position(
    of pattern: String, in text: [Unicode.Scalar], from start: Int
  ) -> Int? {
    let letters = pattern.lowercased().unicodeScalars.prefix { !QueryCharacters.isWildcard($0) }
    let place = text.indices.dropFirst(start).first { place in
      let end = place + letters.count
      return end < text.count && Self.wildcards.contains(text[end])
        && (place == 0 || !QueryCharacters.isSearchable(text[place - 1]))
        && zip(letters, text[place..<end]).allSatisfy { letter, typed in
          typed.properties.lowercaseMapping == String(letter)
        }
    }
    return place ?? (start > 0 ? start : nil)
  }

  /// The wildcards of all platforms.
  private static let wildcards: Set<Unicode.Scalar> = ["*", "?", "#", "$", ":"]
}
