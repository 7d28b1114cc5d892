import Literature

/// Finds the place in a query of a wildcard that matches too many words.
extension QueryError {
  /// The same error with the position of its wildcard in a query; other errors are unchanged.
  ///
  /// - Parameters:
  ///   - text: the query as typed.
  ///   - start: the offset at which to begin, in Unicode scalars: in a strategy, that of the line.
  package func placed(in text: String, from start: Int = 0) -> QueryError {
    guard case .tooManyWords(let pattern, let limit) = self,
      let position = Self.position(of: pattern, in: StrategyText.scalars(text), from: start)
    else { return self }
    return .malformed(
      MalformedQuery(
        text: text, problem: "More than \(limit.grouped) different words that match “\(pattern)”",
        fix: "Use more letters.", position: position))
  }

  /// The position of a word that has the letters of a pattern and then a wildcard of any platform.
  ///
  /// If there is none, it is `start`, or `nil` at the beginning of the text.
  private static func position(
    of pattern: String, in text: [Unicode.Scalar], from start: Int
  ) -> Int? {
    let letters = pattern.lowercased().unicodeScalars.prefix { !QueryCharacters.isWildcard($0) }
    let place = text.indices.dropFirst(start).first { place in
      let end = place + letters.count
      return end < text.count && StrategyTerms.isWildcard(text[end])
        && (place == 0 || !QueryCharacters.isSearchable(text[place - 1]))
        && zip(letters, text[place..<end]).allSatisfy { letter, typed in
          typed.properties.lowercaseMapping == String(letter)
        }
    }
    return place ?? (start > 0 ? start : nil)
  }
}
